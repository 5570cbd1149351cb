/// What operations says about its numbers.
enum Operations {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_operations "«Head of operations|Giám đốc vận hành»" {
      label
      email "operations@example.com"
    }

    department operations "«Operations|Vận hành – Sản xuất»" {
      label
      lead head_of_operations
    }

    metric good_pieces = sum(machine_shifts.good_pieces)

    en: /// The pieces that the machines would have made without a stop, a slow hour or scrap, in the time they were planned for.
    vi: /// Số sản phẩm máy có thể làm ra trong thời gian kế hoạch nếu không dừng, không chậm và không có phế phẩm.
    metric possible_pieces = sum(machine_shifts.planned / 1 hours * machine.pieces_an_hour)

    en: /// The part of the planned time in which the machines ran.
    vi: /// Phần thời gian kế hoạch mà máy thực sự chạy.
    metric machine_availability = sum(machine_shifts.running) / sum(machine_shifts.planned) { unit percent }

    metric production_cost = sum(production_costs.amount)

    en: /// Good pieces over those that were possible in the planned time: stops, slow running and scrap in one number. It is a
    en: /// ratio of pieces, so a large machine weighs more than a small one.
    vi: /// Sản phẩm đạt chia cho số có thể làm trong thời gian kế hoạch: dừng máy, chạy chậm và phế phẩm trong một con số. Đây là
    vi: /// tỷ số của số sản phẩm, nên máy lớn có trọng số lớn hơn.
    kpi machine_effectiveness "«Overall equipment effectiveness (OEE)|Hiệu suất thiết bị tổng thể (OEE)»" = good_pieces / possible_pieces {
      label
      asks «"Do our machines make what they could?"|"Máy móc có làm ra hết khả năng không?"»
      department operations
      owner head_of_operations
      every month
      unit percent
      in 0%..
      target example at least 80%
      threshold 75%
      stretch 85%
      lagging
      balanced by first_pass_quality
      when off track «"Stand at the slowest machine for one shift, write each stop down, and remove the most frequent one."|"Đứng cạnh máy chậm nhất trọn một ca, ghi lại từng lần dừng và loại bỏ nguyên nhân thường gặp nhất."»
      review every quarter
    }

    en: /// Pieces that were right at once, over all pieces. What is worked over again is not right at once.
    vi: /// Sản phẩm đạt ngay từ lần đầu trên tổng số. Hàng phải sửa lại không tính là đạt.
    kpi first_pass_quality "«Right at the first time|Tỷ lệ đạt ngay lần đầu»" = good_pieces / sum(machine_shifts.pieces) {
      label
      asks «"Do we make it right at once?"|"Có làm đúng ngay từ đầu không?"»
      department operations
      owner head_of_operations
      every month
      unit percent
      in 0%..100%
      target example at least 98%
      threshold 97%
      stretch 99%
      leading
      balanced by machine_effectiveness
      when off track «"Stop the machine with the most scrap until its last adjustment is undone."|"Dừng máy có nhiều phế phẩm nhất cho đến khi khôi phục lần chỉnh máy gần nhất."»
      review every quarter
    }

    en: /// Of the work orders due in the period, those finished by the day. What is not finished yet is late.
    vi: /// Trong số lệnh sản xuất đến hạn trong kỳ, tỷ lệ hoàn thành đúng hạn. Lệnh chưa xong được tính là trễ.
    kpi orders_on_time "«Work orders on time|Tỷ lệ lệnh sản xuất đúng hạn»" = share(work_orders where finished_on <= due_on) {
      label
      asks «"Do customers get their goods when we said?"|"Khách có nhận hàng đúng hẹn không?"»
      department operations
      owner head_of_operations
      every month
      target example at least 92%
      threshold 87%
      stretch 96%
      lagging
      balanced by piece_cost
      sample count(work_orders) at least 15
      when off track «"Plan the week by what is due and not by what is easy, with sales at the table."|"Lập kế hoạch tuần theo hạn giao thay vì việc dễ, có bán hàng cùng họp."»
      review every quarter
    }

    en: /// Material, people, energy and repairs over good pieces: scrap makes the good ones dearer.
    vi: /// Nguyên liệu, nhân công, năng lượng và sửa chữa chia cho sản phẩm đạt: phế phẩm làm sản phẩm đạt đắt lên.
    kpi piece_cost "«Cost of a good piece|Giá thành một sản phẩm đạt»" = production_cost / good_pieces {
      label
      asks «"Can we still make it at this price?"|"Với giá này còn sản xuất có lãi không?"»
      department operations
      owner head_of_operations
      every month
      target example at most 6.2 ¤
      threshold 6.8 ¤
      stretch 5.6 ¤
      lagging
      balanced by first_pass_quality
      when off track «"Find out whether material, people or repairs moved it, and act on that one only."|"Xác định nguyên liệu, nhân công hay sửa chữa làm tăng giá, và chỉ xử lý khoản đó."»
      review every quarter
    }

    en: /// From a stop until the machine runs again, of the usual failure: half of them take longer.
    vi: /// Từ lúc dừng đến khi máy chạy lại, của một sự cố thông thường: một nửa số sự cố lâu hơn.
    kpi repair_time "«Time until a machine runs again|Thời gian khắc phục sự cố máy»" =
      median(machine_failures.running_again_at - stopped_at)
    {
      label
      asks «"How fast do we help ourselves?"|"Ta tự khắc phục nhanh đến đâu?"»
      department operations
      owner head_of_operations
      every month
      unit minutes
      target example at most 100 minutes
      threshold 130 minutes
      stretch 75 minutes
      leading
      balanced by first_pass_quality
      when off track «"Put the three parts that were waited for longest into stock."|"Dự trữ ba phụ tùng phải chờ lâu nhất."»
      review every quarter
    }

    en: /// Accidents with a lost day for each million hours worked, over twelve months: in one month there are too few.
    vi: /// Số tai nạn gây nghỉ việc trên một triệu giờ công, tính trong mười hai tháng: trong một tháng thì quá ít.
    kpi accident_rate "«Accidents per million hours|Tần suất tai nạn lao động (LTIFR)»" =
      trailing(sum(work_hours.accidents) / sum(work_hours.hours) * 1M hours, 12 months)
    {
      label
      asks «"Does everybody go home unhurt?"|"Mọi người có về nhà an toàn không?"»
      department operations
      owner head_of_operations
      every month
      target example at most 15
      threshold 25
      stretch 8
      lagging
      balanced by suggestions_done
      when off track «"Stop the work at the place of the accident until its cause is removed."|"Dừng công việc tại nơi xảy ra tai nạn cho đến khi loại bỏ nguyên nhân."»
      review every quarter
    }

    en: /// Of the suggestions of the period before, those carried out within four weeks. Those of this period have not had
    en: /// their time yet.
    vi: /// Trong số đề xuất cải tiến của kỳ trước, tỷ lệ được thực hiện trong bốn tuần. Đề xuất của kỳ này chưa đủ thời gian.
    kpi suggestions_done "«Suggestions carried out in four weeks|Đề xuất cải tiến được thực hiện trong bốn tuần»" =
      previous(mature(share(suggestions where carried_out_on - made_on <= 28 days), 28 days), 1 period)
    {
      label
      asks «"Do people see that speaking up helps?"|"Mọi người có thấy góp ý là có ích không?"»
      department operations
      owner head_of_operations
      every month
      target example at least 45%
      threshold 30%
      stretch 60%
      leading
      when off track «"Answer every open suggestion this week, with a date or a reason."|"Trong tuần này trả lời mọi đề xuất còn treo, kèm ngày thực hiện hoặc lý do."»
      review every quarter
    }
    """

  static let strategy = """
    objective pieces_at_a_price "«We make goods at a price that sells|Sản xuất với giá thành bán được»" {
      label
      perspective financial
      department operations
      measured by piece_cost
    }

    objective delivered_as_promised "«What we promised is made in time|Sản xuất xong đúng hạn đã hứa»" {
      label
      perspective customer
      department operations
      measured by orders_on_time
      drives pieces_at_a_price because «"what is in time needs no night shift and no express"|"đúng hạn thì không phải tăng ca hay gửi gấp"»
    }

    objective machines_run_well "«The machines run and make good pieces|Máy chạy ổn định và ra sản phẩm đạt»" {
      label
      perspective process
      department operations
      measured by machine_effectiveness, first_pass_quality, repair_time
      drives delivered_as_promised because «"a machine that stands makes everything after it late"|"một máy dừng làm mọi khâu sau bị trễ"»
    }

    objective people_improve_it "«Those who do the work improve it, unhurt|Người làm việc cải tiến công việc và được an toàn»" {
      label
      perspective learning
      department operations
      measured by accident_rate, suggestions_done
      drives machines_run_well because «"who stands at the machine knows first what is wrong with it"|"người đứng máy biết trước tiên máy hỏng ở đâu"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative planned_care "«The old machine is cared for before it breaks|Bảo trì máy cũ trước khi hỏng»" {
      label
      improves machine_effectiveness, repair_time
      owner head_of_operations
      department operations
    }

    scorecard operations_scorecard "«Operations scorecard|Bảng điểm Vận hành»" {
      label
      department operations
      owner head_of_operations
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes machine_effectiveness weight 2
      includes first_pass_quality weight 2
      includes orders_on_time weight 2
      includes piece_cost weight 2
      includes repair_time weight 1
      includes accident_rate weight 2
      includes suggestions_done weight 1
    }
    """

  static let tables = """
    en: /// The machines, with the pieces that each makes in an hour without a stop.
    vi: /// Danh sách máy, kèm số sản phẩm mỗi máy làm trong một giờ nếu không dừng.
    table machines from "operations/data/machines.csv" {
      machine: text key
      pieces_an_hour: number
    }

    en: /// What each machine did on a day; `good_pieces` were right at once.
    vi: /// Sản lượng từng máy trong ngày; `good_pieces` là số đạt ngay lần đầu.
    table machine_shifts from "operations/data/shifts.csv" {
      worked_on: date time
      machine: text -> machines
      planned: duration minutes from "planned_minutes"
      running: duration minutes from "running_minutes"
      pieces: integer
      good_pieces: integer
      key worked_on, machine
    }

    en: /// Work orders, by the day on which they are due: a late one counts when it was due and not when it was done.
    vi: /// Lệnh sản xuất, tính theo ngày đến hạn: lệnh trễ được tính khi đến hạn, không phải khi xong.
    table work_orders from "operations/data/work-orders.csv" {
      order_id: text key
      product: text in ("table", "chair", "shelf")
      due_on: date time
      released_on: date
      finished_on: date optional
      pieces: integer
    }

    en: /// Every stop that had to be repaired. While it lasts, `running_again_at` is empty.
    vi: /// Mọi lần dừng máy phải sửa. Khi chưa sửa xong, `running_again_at` để trống.
    table machine_failures from "operations/data/failures.csv" {
      failure_id: text key
      machine: text -> machines
      stopped_at: timestamp time
      running_again_at: timestamp optional
    }

    en: /// What production cost in a month.
    vi: /// Chi phí sản xuất theo tháng.
    table production_costs from "operations/data/costs.csv" {
      month: date time
      kind: text in ("material", "people", "energy", "repairs")
      amount: ¤
      key month, kind
    }

    en: /// Hours worked, and accidents after which somebody could not work the next day.
    vi: /// Giờ công, và số tai nạn khiến người lao động phải nghỉ ngày hôm sau.
    table work_hours from "operations/data/work-hours.csv" {
      month: date time
      hours: duration hours
      accidents: integer
    }

    en: /// What people proposed, and when it was carried out, if it was.
    vi: /// Đề xuất của người lao động và ngày thực hiện, nếu có.
    table suggestions from "operations/data/suggestions.csv" {
      suggestion_id: text key
      made_on: date time
      carried_out_on: date optional
    }
    """

  static let tests = """
    test "«effectiveness weighs machines by what they can make|OEE tính theo khả năng của từng máy»" {
      given machines {
        machine | pieces_an_hour
        "large" | 30
        "small" | 10
      }
      given machine_shifts {
        worked_on  | machine | planned | running | pieces | good_pieces
        2026-03-02 | "large" | 600     | 540     | 240    | 234
        2026-03-02 | "small" | 600     | 300     |  50    |  48
      }
      expect machine_effectiveness for 2026-03 = 70.5%
      expect machine_effectiveness by machine_shifts.machine for 2026-03 = { "large": 78%, "small": 48% }
      expect machine_availability for 2026-03 = 70%
      expect status machine_effectiveness for 2026-03 = off track
      expect round(first_pass_quality, 4) for 2026-03 = 97.24%
    }

    test "«an order that is not finished is late|lệnh chưa xong là trễ»" {
      given work_orders {
        due_on     | released_on | finished_on
        2026-03-10 | 2026-03-01  | 2026-03-10
        2026-03-11 | 2026-03-01  | 2026-03-12
        2026-03-12 | 2026-03-01  |
        2026-03-31 | 2026-03-20  | 2026-03-25
      }
      expect orders_on_time for 2026-03 = 50%
      expect status orders_on_time for 2026-03 = small sample
    }

    test "«scrap makes the good pieces dearer|phế phẩm làm sản phẩm đạt đắt lên»" {
      given machine_shifts {
        worked_on  | machine | pieces | good_pieces
        2026-03-02 | "large" | 1000   | 900
      }
      given production_costs {
        month      | kind       | amount
        2026-03-01 | "material" | 3600 ¤
        2026-03-01 | "people"   | 1800 ¤
      }
      expect piece_cost for 2026-03 = 6 ¤
      expect status piece_cost for 2026-03 = on track
    }

    test "«repairs, accidents and suggestions|sửa chữa, tai nạn và đề xuất»" {
      as of 2026-04-30
      given machine_failures {
        stopped_at          | running_again_at
        2026-04-02T08:00:00 | 2026-04-02T09:00:00
        2026-04-03T08:00:00 | 2026-04-03T10:00:00
        2026-04-04T08:00:00 |
      }
      given work_hours {
        month      | hours  | accidents
        2025-06-01 | 30000 hours | 1
        2026-04-01 | 70000 hours | 0
      }
      given suggestions {
        made_on    | carried_out_on
        2026-03-03 | 2026-03-31
        2026-03-03 | 2026-04-01
        2026-04-20 | 2026-04-21
      }
      expect repair_time for 2026-04 = 90 minutes
      expect accident_rate for 2026-04 = 10
      expect suggestions_done for 2026-04 = 50%
    }
    """
}
