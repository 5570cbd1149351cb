/// What logistics says about its numbers.
enum Logistics {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_logistics "«Head of logistics|Trưởng phòng Kho vận»" {
      label
      email "logistics@example.com"
    }

    department logistics "«Logistics|Kho vận»" {
      label
      lead head_of_logistics
    }

    metric shipped_goods = sum(shipments.goods_cost on shipped_on)

    metric freight_cost = sum(shipments.freight on shipped_on)

    metric stock_value = closing(sum(warehouse_stock.value))

    en: /// What was picked for each hour of work. Faster hands make more errors: see `pick_errors`.
    vi: /// Số dòng nhặt hàng mỗi giờ công. Nhanh tay thì dễ sai: xem `pick_errors`.
    metric lines_an_hour = sum(picks.lines) / sum(picks.hours)

    en: /// Of the shipments promised for the period, those that came complete and by the day. What has not arrived is late.
    vi: /// Trong số đơn hẹn giao trong kỳ, tỷ lệ giao đủ và đúng hẹn. Đơn chưa đến được tính là trễ.
    kpi on_time_in_full "«On time and in full (OTIF)|Tỷ lệ giao đủ và đúng hẹn (OTIF)»" =
      share(shipments where complete and delivered_on <= promised_on)
    {
      label
      asks «"Do we keep our promises to customers?"|"Có giữ lời hứa với khách hàng không?"»
      department logistics
      owner head_of_logistics
      every month
      target example at least 88%
      threshold 82%
      stretch 93%
      lagging
      balanced by freight_rate
      sample count(shipments) at least 20
      when off track «"Take the region that fell most, and promise a day more there until it is mended."|"Với vùng giảm mạnh nhất, hẹn thêm một ngày cho đến khi khắc phục xong."»
      review every quarter
    }

    en: /// Of what was delivered, the part handed over at the first attempt. Each further one costs nearly as much again.
    vi: /// Trong số đơn đã giao, tỷ lệ giao được ngay lần đầu. Mỗi lần giao lại tốn gần bằng một lần giao mới.
    kpi first_attempts "«Delivered at the first attempt|Tỷ lệ giao thành công lần đầu»" =
      share(shipments where attempts = 1 and delivered_on is not missing on delivered_on)
    {
      label
      asks «"Are customers at home when we come?"|"Khi ta đến, khách có ở nhà không?"»
      department logistics
      owner head_of_logistics
      every month
      target example at least 88%
      threshold 82%
      stretch 93%
      leading
      balanced by freight_rate
      when off track «"Call or write on the morning of the delivery, and let the customer choose another day."|"Gọi hoặc nhắn tin sáng ngày giao và cho khách chọn ngày khác."»
      review every quarter
    }

    en: /// Of the shipments of the period before that are paid on delivery, those that came back within three weeks. Those of
    en: /// this period are still under way.
    vi: /// Trong số đơn thu hộ (COD) gửi kỳ trước, tỷ lệ bị hoàn trong ba tuần. Đơn của kỳ này còn đang trên đường.
    kpi cod_returns "«Cash-on-delivery returns|Tỷ lệ hoàn hàng COD»" =
      previous(
        mature(share(shipments where returned_on - shipped_on <= 21 days on shipped_on), 21 days) where shipments.cod,
        1 period)
    {
      label
      asks «"How much do we carry to people who do not want it?"|"Ta chở bao nhiêu hàng đến người không nhận?"»
      department logistics
      owner head_of_logistics
      every month
      target example at most 9%
      threshold 13%
      stretch 6%
      lagging
      balanced by on_time_in_full
      when off track «"Confirm each order above twice the usual value by telephone before it leaves."|"Gọi xác nhận mọi đơn có giá trị gấp đôi thông thường trước khi gửi."»
      review every quarter
    }

    en: /// Freight over the cost of the goods shipped. Many small parcels raise it though nobody pays more for each.
    vi: /// Cước vận chuyển trên giá vốn hàng gửi đi. Nhiều kiện nhỏ làm tăng tỷ lệ dù đơn giá không đổi.
    kpi freight_rate "«Freight over goods|Tỷ lệ cước vận chuyển trên giá vốn»" = freight_cost / shipped_goods {
      label
      asks «"How much of what we sell goes to the road?"|"Bao nhiêu phần hàng bán ra nằm lại trên đường?"»
      department logistics
      owner head_of_logistics
      every month
      unit percent
      target example at most 6%
      threshold 7%
      stretch 5%
      lagging
      balanced by on_time_in_full
      when off track «"Ask three carriers for the two dearest routes, and bundle what goes there."|"Lấy báo giá ba nhà vận chuyển cho hai tuyến đắt nhất và gom hàng đi các tuyến đó."»
      review every quarter
    }

    en: /// Of all counts of all goods, those that found nothing on the shelf.
    vi: /// Trong mọi lần kiểm đếm mọi mặt hàng, tỷ lệ kệ trống.
    kpi empty_shelves "«Goods out of stock|Tỷ lệ hết hàng»" = average(case { when warehouse_stock.pieces = 0 then 1 else 0 }) {
      label
      asks «"Is there something of everything we offer?"|"Mặt hàng nào đang bán cũng có sẵn không?"»
      department logistics
      owner head_of_logistics
      every month
      unit percent
      in 0%..100%
      target example at most 3%
      threshold 6%
      stretch 1%
      leading
      balanced by stock_days
      when off track «"Raise the reorder level of the goods that were missing twice."|"Nâng mức đặt hàng lại của các mặt hàng hết hai lần."»
      review every quarter
    }

    en: /// How long the stock lasts at the pace of the period: too little leaves shelves empty, too much leaves money idle.
    vi: /// Tồn kho đủ bán bao nhiêu ngày theo tốc độ của kỳ: ít quá thì hết hàng, nhiều quá thì đọng vốn.
    kpi stock_days "«Days of stock|Số ngày tồn kho»" = standing(sum(warehouse_stock.value)) / shipped_goods * days() {
      label
      asks «"Is our money lying on shelves?"|"Tiền có đang nằm trên kệ không?"»
      department logistics
      owner head_of_logistics
      every month
      unit days
      target example between 35 days and 50 days
      threshold between 28 days and 65 days
      lagging
      when off track «"Stop orders of the ten goods that lie longest, or bring forward those that run out."|"Ngừng đặt mười mặt hàng tồn lâu nhất, hoặc đặt sớm các mặt hàng sắp hết."»
      review every quarter
    }

    en: /// Lines picked wrongly over all lines picked.
    vi: /// Số dòng nhặt sai trên tổng số dòng nhặt.
    kpi pick_errors "«Lines picked wrongly|Tỷ lệ nhặt hàng sai»" = sum(picks.errors) / sum(picks.lines) {
      label
      asks «"Does the right thing lie in the parcel?"|"Trong kiện có đúng hàng không?"»
      department logistics
      owner head_of_logistics
      every month
      unit percent
      in 0%..100%
      target example at most 0.5%
      threshold 0.8%
      stretch 0.35%
      leading
      balanced by first_attempts
      when off track «"Move apart the two goods that are mixed up most often."|"Để xa nhau hai mặt hàng hay bị lấy nhầm nhất."»
      review every quarter
    }
    """

  static let strategy = """
    objective delivery_pays "«Deliveries do not eat the margin|Giao hàng không ăn hết lợi nhuận»" {
      label
      perspective financial
      department logistics
      measured by freight_rate, cod_returns
    }

    objective promises_kept "«Customers get what we promised|Khách nhận đúng điều đã hứa»" {
      label
      perspective customer
      department logistics
      measured by on_time_in_full, first_attempts
      drives delivery_pays because «"what arrives at once is neither sent twice nor sent back"|"giao được ngay thì không phải giao lại hay hoàn hàng"»
    }

    objective goods_are_there "«The right goods are there, and no more|Có đúng hàng cần, và không thừa»" {
      label
      perspective process
      department logistics
      measured by empty_shelves, stock_days
      drives promises_kept because «"what is not in the store cannot be promised"|"không có trong kho thì không thể hứa"»
    }

    objective sure_hands "«People pick surely|Nhân viên kho nhặt hàng chính xác»" {
      label
      perspective learning
      department logistics
      measured by pick_errors
      drives promises_kept because «"a wrong parcel is a broken promise"|"kiện sai hàng là một lời hứa bị vỡ"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative call_before_delivery "«A message on the morning of each delivery|Nhắn tin sáng ngày giao cho từng đơn»" {
      label
      improves first_attempts, cod_returns
      owner head_of_logistics
      department logistics
    }

    scorecard logistics_scorecard "«Logistics scorecard|Bảng điểm Kho vận»" {
      label
      department logistics
      owner head_of_logistics
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes on_time_in_full weight 3
      includes first_attempts weight 1
      includes cod_returns weight 2
      includes freight_rate weight 2
      includes empty_shelves weight 1
      includes stock_days weight 1
      includes pick_errors weight 1
    }
    """

  static let tables = """
    en: /// Shipments, dated by the day that was promised. What came back has no day of delivery.
    vi: /// Đơn giao hàng, tính theo ngày hẹn giao. Đơn bị hoàn không có ngày giao.
    table shipments from "logistics/data/shipments.csv" {
      shipment_id: text key
      region: text in ("north", "centre", "south")
    en: /// Paid on delivery.
    vi: /// Thu hộ khi giao.
      cod: boolean
      shipped_on: date
      promised_on: date time
      delivered_on: date optional
      attempts: integer optional
    en: /// Whether everything that was ordered was in it.
    vi: /// Có đủ mọi thứ khách đặt hay không.
      complete: boolean
      returned_on: date optional
      goods_cost: ¤
      freight: ¤
    }

    en: /// What lies in the store at the end of each week, at cost.
    vi: /// Hàng trong kho cuối mỗi tuần, theo giá vốn.
    table warehouse_stock from "logistics/data/stock.csv" {
      counted_on: date snapshot
      sku: text
      pieces: integer
      value: ¤
      key counted_on, sku
    }

    en: /// What was picked on a day, and in how many hours.
    vi: /// Số dòng nhặt trong ngày và số giờ công.
    table picks from "logistics/data/picks.csv" {
      picked_on: date time key
      lines: integer
      errors: integer
      hours: number
    }
    """

  static let tests = """
    test "«half a parcel is not in full, and what has not come is late|thiếu hàng là không đủ, chưa đến là trễ»" {
      given shipments {
        promised_on | delivered_on | complete
        2026-03-10  | 2026-03-10   | true
        2026-03-10  | 2026-03-11   | true
        2026-03-11  | 2026-03-09   | false
        2026-03-12  |              | true
      }
      expect on_time_in_full for 2026-03 = 25%
      expect status on_time_in_full for 2026-03 = small sample
    }

    test "«attempts count when it was delivered|số lần giao tính theo ngày giao được»" {
      given shipments {
        promised_on | delivered_on | attempts
        2026-03-30  | 2026-03-30   | 1
        2026-03-31  | 2026-04-02   | 2
        2026-04-02  | 2026-04-02   | 1
        2026-04-03  |              |
      }
      expect first_attempts by month = { 2026-03: 100%, 2026-04: 50% }
    }

    test "«three weeks for what is sent back|ba tuần để tính hàng hoàn»" {
      as of 2026-04-30
      given shipments {
        cod   | shipped_on | promised_on | returned_on
        true  | 2026-03-02 | 2026-03-05  | 2026-03-23
        true  | 2026-03-02 | 2026-03-05  | 2026-03-24
        true  | 2026-03-09 | 2026-03-12  |
        true  | 2026-03-10 | 2026-03-13  |
        false | 2026-03-10 | 2026-03-13  | 2026-03-14
        true  | 2026-04-10 | 2026-04-13  | 2026-04-14
      }
      expect cod_returns for 2026-04 = 25%
      expect status cod_returns for 2026-04 = off track
    }

    test "«stock, shelves and picking|tồn kho, kệ trống và nhặt hàng»" {
      given shipments {
        shipped_on | promised_on | goods_cost | freight
        2026-04-02 | 2026-04-05  | 200 ¤      | 12 ¤
        2026-04-09 | 2026-04-12  | 100 ¤      | 12 ¤
      }
      given warehouse_stock {
        counted_on | sku   | pieces | value
        2026-04-05 | "one" | 10     | 500 ¤
        2026-04-05 | "two" | 10     | 100 ¤
        2026-04-26 | "one" | 20     | 1000 ¤
        2026-04-26 | "two" |  0     |   0 ¤
      }
      given picks {
        picked_on  | lines | errors
        2026-04-02 | 300   | 3
        2026-04-03 | 700   | 1
      }
      expect freight_rate for 2026-04 = 8%
      expect stock_value for 2026-04 = 1000 ¤
      expect stock_days for 2026-04 = 80 days
      expect empty_shelves for 2026-04 = 25%
      expect pick_errors for 2026-04 = 0.4%
      expect status pick_errors for 2026-04 = on track
    }
    """
}
