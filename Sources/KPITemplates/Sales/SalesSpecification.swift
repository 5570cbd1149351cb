/// What sales says about its numbers.
enum Sales {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_sales "«Head of sales|Trưởng phòng Kinh doanh»" {
      label
      email "sales@example.com"
    }

    department sales "«Sales|Kinh doanh»" {
      label
      lead head_of_sales
    }

    en: /// The person who has a deal and a quota. Codes, not names: ask by `sales_rep` to see each of them.
    vi: /// Người phụ trách cơ hội và chỉ tiêu. Dùng mã, không dùng tên: hỏi theo `sales_rep` để xem từng người.
    dimension sales_rep "«Sales rep|Nhân viên kinh doanh»" {
      label
      deals.rep_id
      sales_quotas.rep_id
    }

    metric sales_quota = sum(sales_quotas.amount)

    metric deals_won = count(deals where stage = "won" on closed_on)

    en: /// How many of a deal's kind are won, over half a year, so that one month does not set the goal of the next.
    vi: /// Tỷ lệ thắng trong nửa năm, để một tháng không quyết định mục tiêu của tháng sau.
    metric usual_win_rate = trailing(win_rate, 6 months)

    metric list_price_won = sum(deals.list_amount where stage = "won" on closed_on)

    en: /// What was signed in the period, after discounts: neither what is invoiced nor what is paid; those are other KPIs.
    vi: /// Giá trị hợp đồng ký trong kỳ, sau chiết khấu: không phải số đã xuất hóa đơn hay đã thu; đó là các KPI khác.
    kpi won_amount "«Deals won|Doanh số ký mới»" = sum(deals.amount where stage = "won" on closed_on) {
      label
      asks «"Do we sell what we promised to?"|"Có bán được như đã cam kết không?"»
      department sales
      owner head_of_sales
      every month
      target example at least sales_quota
      threshold 0.9 * sales_quota
      stretch 1.15 * sales_quota
      lagging
      balanced by discount_rate
      when off track «"Go through every deal that is to close this month with its rep, and drop the hopeless ones today."|"Cùng từng nhân viên xem lại mọi cơ hội dự kiến chốt trong tháng và bỏ ngay những cơ hội không còn hy vọng."»
      review every quarter
    }

    en: /// Of the deals decided in the period, those that were won, by number. Dead deals that are left open lift it, so read it beside
    en: /// the length of the cycle.
    vi: /// Trong số cơ hội đã ngã ngũ trong kỳ, phần thắng, tính theo số lượng. Cơ hội chết mà không đóng sẽ làm đẹp chỉ số này, nên
    vi: /// hãy đọc cùng chu kỳ bán hàng.
    kpi win_rate "«Win rate|Tỷ lệ chốt thành công»" = (share(deals where stage = "won")) on closed_on {
      label
      asks «"Do we work on deals that we can win?"|"Có đang theo đuổi những cơ hội thắng được không?"»
      department sales
      owner head_of_sales
      every month
      unit percent
      in 0%..100%
      target example at least 31%
      threshold 26%
      stretch 36%
      lagging
      balanced by discount_rate
      when off track «"Call five customers who chose somebody else, and ask for the real reason."|"Gọi cho năm khách đã chọn bên khác và hỏi lý do thật."»
      review every quarter
    }

    en: /// What a deal that was won brings. A single large one lifts it.
    vi: /// Giá trị bình quân của một hợp đồng thắng. Chỉ một hợp đồng lớn cũng kéo số này lên.
    kpi deal_size "«Average deal|Giá trị hợp đồng bình quân»" = won_amount / deals_won {
      label
      asks «"Do we sell the whole of what customers need?"|"Có bán đủ những gì khách cần không?"»
      department sales
      owner head_of_sales
      every month
      target example at least 950 ¤
      threshold 800 ¤
      stretch 1150 ¤
      lagging
      balanced by win_rate
      when off track «"Offer the larger package first in every quote of the next two weeks."|"Trong hai tuần tới, mọi báo giá đều chào gói lớn trước."»
      review every quarter
    }

    en: /// From the first talk to the signature, the typical deal that was won. Deals that are entered late look quick.
    vi: /// Từ lần trao đổi đầu tiên đến khi ký, trung vị của các hợp đồng thắng. Nhập cơ hội trễ sẽ làm chu kỳ trông ngắn.
    kpi sales_cycle "«Days to win a deal|Chu kỳ bán hàng»" =
      median(deals.closed_on - created_on where stage = "won" on closed_on)
    {
      label
      asks «"Where do deals wait?"|"Cơ hội đang chờ ở khâu nào?"»
      department sales
      owner head_of_sales
      every month
      unit days
      target example at most 28 days
      threshold 34 days
      stretch 22 days
      leading
      balanced by win_rate
      when off track «"Agree on the next step and its day in every talk, and write both down."|"Sau mỗi buổi trao đổi phải chốt bước tiếp theo, ngày thực hiện, và ghi lại."»
      review every quarter
    }

    en: /// The deals that were to close in the month, as they stood on its first day, over its quota. A snapshot keeps what was known
    en: /// then. How much is enough follows from how many are won: one over the win rate.
    vi: /// Giá trị cơ hội dự kiến chốt trong tháng, theo ảnh chụp ngày đầu tháng, chia cho chỉ tiêu. Ảnh chụp giữ lại điều biết được lúc
    vi: /// đó. Bao nhiêu là đủ phụ thuộc tỷ lệ thắng: 1 chia tỷ lệ thắng.
    kpi pipeline_coverage "«Pipeline coverage|Độ phủ cơ hội trên chỉ tiêu»" =
      opening(
        sum(
          pipeline.amount
          where month(expected_on) = month(taken_on) and year(expected_on) = year(taken_on)
        )
      ) / sales_quota
    {
      label
      asks «"Are there enough deals to reach the quota at all?"|"Có đủ cơ hội để đạt chỉ tiêu không?"»
      department sales
      owner head_of_sales
      every month
      target example at least 1 / usual_win_rate
      threshold 0.85 / usual_win_rate
      leading
      balanced by win_rate
      when off track «"Every rep keeps two mornings a week free for new customers until it is back."|"Mỗi nhân viên dành hai buổi sáng mỗi tuần tìm khách mới cho đến khi chỉ số hồi phục."»
      review every quarter
    }

    en: /// What was let off the list prices of the deals won, over these prices: a large deal weighs more than a small one.
    vi: /// Phần giảm so với giá niêm yết của các hợp đồng thắng, chia cho giá niêm yết: hợp đồng lớn có trọng số lớn hơn.
    kpi discount_rate "«Discount given|Tỷ lệ chiết khấu»" = (list_price_won - won_amount) / list_price_won {
      label
      asks «"Do we win by our offer, or by our price?"|"Thắng nhờ sản phẩm hay nhờ giá?"»
      department sales
      owner head_of_sales
      every month
      unit percent
      in 0%..100%
      target example at most 8%
      threshold 11%
      stretch 6%
      leading
      balanced by win_rate
      when off track «"Discounts above a tenth are signed by the head of sales, with a reason."|"Chiết khấu trên một phần mười phải do trưởng phòng duyệt, có lý do."»
      review every quarter
    }

    en: /// Of the reps with a quota, those who reached theirs. Each is added up first and counted then.
    vi: /// Trong số nhân viên có chỉ tiêu, phần đạt chỉ tiêu. Cộng cho từng người trước, rồi mới đếm.
    kpi reps_at_quota "«Reps who reach their quota|Tỷ lệ nhân viên đạt chỉ tiêu»" =
      count(sales_quota > 0 and won_amount >= sales_quota per sales_rep) / count(sales_quota > 0 per sales_rep)
    {
      label
      asks «"Does the team sell, or do two people?"|"Cả đội bán được hàng, hay chỉ hai người?"»
      department sales
      owner head_of_sales
      every month
      unit percent
      in 0%..100%
      target example at least 45%
      threshold 30%
      stretch 60%
      leading
      balanced by win_rate
      when off track «"Let the two best take one colleague each to their next three meetings."|"Hai người giỏi nhất mỗi người dẫn theo một đồng nghiệp trong ba cuộc gặp tới."»
      review every quarter
    }
    """

  static let strategy = """
    objective sales_grow "«We sell what we promise|Bán được như đã cam kết»" {
      label
      perspective financial
      department sales
      measured by won_amount, deal_size
    }

    objective chosen_for_value "«Customers choose us for what we offer|Khách chọn chúng ta vì giá trị mang lại»" {
      label
      perspective customer
      department sales
      measured by win_rate, discount_rate
      drives sales_grow because «"a deal won by its price is worth less, and does not last"|"hợp đồng thắng nhờ giá mang lại ít và không bền"»
    }

    objective deals_move "«Deals move every week|Cơ hội tiến triển mỗi tuần»" {
      label
      perspective process
      department sales
      measured by pipeline_coverage, sales_cycle
      drives chosen_for_value because «"who answers first is heard first"|"ai phản hồi trước sẽ được lắng nghe trước"»
    }

    objective team_sells "«The whole team can sell|Cả đội đều biết bán»" {
      label
      perspective learning
      department sales
      measured by reps_at_quota
      drives deals_move because «"what the best do is taught, not admired"|"cách làm của người giỏi được truyền lại, không chỉ để ngưỡng mộ"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative reason_for_each_loss "«A reason for each lost deal|Mỗi cơ hội mất đều có lý do»" {
      label
      improves win_rate, discount_rate
      owner head_of_sales
      department sales
    }

    scorecard sales_scorecard "«Sales scorecard|Bảng điểm Kinh doanh»" {
      label
      department sales
      owner head_of_sales
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes won_amount weight 3
      includes win_rate weight 2
      includes deal_size weight 1
      includes sales_cycle weight 1
      includes pipeline_coverage weight 2
      includes discount_rate weight 1
      includes reps_at_quota weight 1
    }
    """

  static let tables = """
    table sales_reps from "sales/data/reps.csv" {
      rep_id: text key
      region: text in ("north", "centre", "south")
      joined_on: date
    }

    en: /// One row a deal, open from the day it was entered until it was won or lost.
    vi: /// Mỗi cơ hội một dòng, mở từ ngày nhập đến ngày thắng hoặc mất.
    table deals from "sales/data/deals.csv" {
      deal_id: text key
      rep_id: text -> sales_reps
      size: text in ("small", "medium", "large")
      created_on: date
      closed_on: date optional
      stage: text in ("open", "won", "lost")
    en: /// At the prices of the list.
    vi: /// Theo giá niêm yết.
      list_amount: ¤
    en: /// After the discount, as it was or is offered.
    vi: /// Sau chiết khấu, theo báo giá.
      amount: ¤
      span from created_on to closed_on
    }

    en: /// What each rep is to sell in a month; who has just joined has half of it. A plan lies ahead by nature.
    vi: /// Chỉ tiêu tháng của mỗi nhân viên; người mới nhận một nửa. Kế hoạch vốn nằm ở phía trước.
    table sales_quotas from "sales/data/quotas.csv" {
      month: date time
      rep_id: text -> sales_reps
      amount: ¤
      known ahead
    }

    en: /// The open deals as they stood on the first day of each month, and when each was expected to close.
    vi: /// Các cơ hội đang mở vào ngày đầu mỗi tháng, và ngày dự kiến chốt của từng cơ hội.
    table pipeline from "sales/data/pipeline.csv" {
      taken_on: date snapshot
      deal_id: text -> deals
      amount: ¤
      expected_on: date
    }
    """

  static let tests = """
    test "«a deal counts when it is won, at what was agreed|hợp đồng tính khi thắng, theo giá đã thỏa thuận»" {
      given sales_reps {
        rep_id | region  | joined_on
        "r1"   | "north" | 2024-01-01
        "r2"   | "south" | 2024-01-01
      }
      given deals {
        rep_id | size    | created_on | closed_on  | stage  | list_amount | amount
        "r1"   | "small" | 2026-08-25 | 2026-09-20 | "won"  |      1000 ¤ | 900 ¤
        "r2"   | "large" | 2026-07-28 | 2026-09-28 | "won"  |      3000 ¤ | 2700 ¤
        "r2"   | "small" | 2026-09-01 | 2026-09-15 | "lost" |      1000 ¤ | 500 ¤
        "r1"   | "small" | 2026-09-02 |            | "open" |      1000 ¤ | 1000 ¤
      }
      given sales_quotas {
        month      | rep_id | amount
        2026-09-01 | "r1"   | 1500 ¤
        2026-09-01 | "r2"   | 2000 ¤
      }
      expect won_amount for 2026-09 = 3600 ¤
      expect status won_amount for 2026-09 = on track
      expect win_rate for 2026-09 = 2 / 3
      expect deal_size for 2026-09 = 1800 ¤
      expect sales_cycle for 2026-09 = 44 days
      expect discount_rate for 2026-09 = 10%
      expect reps_at_quota for 2026-09 = 50%
    }

    test "«the pipeline is held against how many deals are won|độ phủ cơ hội so với tỷ lệ thắng»" {
      given sales_reps {
        rep_id | region  | joined_on
        "r1"   | "north" | 2024-01-01
      }
      given deals {
        deal_id | rep_id | size    | created_on | closed_on  | stage  | list_amount | amount
        "a"     | "r1"   | "small" | 2026-08-01 | 2026-09-10 | "won"  |      1000 ¤ | 1000 ¤
        "b"     | "r1"   | "small" | 2026-08-01 | 2026-09-11 | "lost" |      1000 ¤ | 1000 ¤
        "c"     | "r1"   | "small" | 2026-08-01 |            | "open" |      1000 ¤ | 1000 ¤
      }
      given pipeline {
        taken_on   | deal_id | amount | expected_on
        2026-09-01 | "a"     | 1000 ¤ | 2026-09-10
        2026-09-01 | "b"     | 800 ¤  | 2026-09-20
        2026-09-01 | "c"     | 1000 ¤ | 2026-11-05
      }
      given sales_quotas {
        month      | rep_id | amount
        2026-09-01 | "r1"   | 1000 ¤
      }
      expect usual_win_rate for 2026-09 = 50%
      expect pipeline_coverage for 2026-09 = 1.8
      expect status pipeline_coverage for 2026-09 = at risk
    }
    """
}
