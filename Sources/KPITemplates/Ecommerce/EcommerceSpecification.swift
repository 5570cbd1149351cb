/// What the web shop says about its numbers.
enum Ecommerce {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_ecommerce "«Head of e-commerce|Trưởng phòng Thương mại điện tử»" {
      label
      email "ecommerce@example.com"
    }

    department ecommerce "«E-commerce|Thương mại điện tử»" {
      label
      lead head_of_ecommerce
    }

    dimension device "«Device|Thiết bị»" {
      label
      web_orders.device
      web_days.device
    }

    metric web_orders_placed = count(web_orders)

    metric web_orders_kept = count(web_orders where status = "paid")

    metric web_sessions = sum(web_days.sessions)

    en: /// What was ordered and not cancelled, with VAT and before returns.
    vi: /// Giá trị đơn không bị hủy, đã gồm VAT, chưa trừ hàng trả.
    metric web_sales = sum(web_orders.value where status = "paid")

    en: /// What sending the orders took beside advertising: the goods, and the way to the customer.
    vi: /// Chi phí của các đơn ngoài quảng cáo: giá vốn hàng và phí giao.
    metric web_order_costs = sum(web_orders.goods_cost + shipping_cost where status = "paid")

    metric web_returned = sum(web_returns.value)

    metric web_advertising = sum(web_campaigns.amount)

    en: /// Orders placed over visits. Visits by machines make it look low, so take them out where they are counted.
    vi: /// Số đơn đặt chia cho lượt truy cập. Truy cập của máy làm chỉ số trông thấp, nên hãy lọc ngay từ nơi đếm.
    kpi web_conversion "«Conversion|Tỷ lệ chuyển đổi»" = web_orders_placed / web_sessions {
      label
      asks «"Do visitors find what they came for?"|"Người xem có tìm được thứ họ cần không?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      unit percent
      in 0%..100%
      target example at least 1.8%
      threshold 1.5%
      stretch 2.1%
      leading
      balanced by order_margin
      when off track «"Buy something on an old telephone, and write down each step that annoys."|"Tự mua hàng bằng một chiếc điện thoại cũ và ghi lại từng bước gây khó chịu."»
      review every quarter
    }

    en: /// The value of an order that was kept. A single large buyer lifts it.
    vi: /// Giá trị bình quân một đơn không bị hủy. Một khách mua lớn cũng kéo số này lên.
    kpi basket_value "«Average order value|Giá trị đơn hàng bình quân (AOV)»" = web_sales / web_orders_kept {
      label
      asks «"Do customers take a second thing?"|"Khách có mua thêm món thứ hai không?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      target example at least 28 ¤
      threshold 25 ¤
      stretch 32 ¤
      lagging
      balanced by web_conversion
      when off track «"Set free delivery a little above the usual order."|"Đặt mức miễn phí giao hàng cao hơn đơn thông thường một chút."»
      review every quarter
    }

    en: /// Of the carts that were filled, the part without an order.
    vi: /// Trong số giỏ hàng đã chọn, phần không thành đơn.
    kpi cart_abandonment "«Carts left behind|Tỷ lệ bỏ giỏ hàng»" = 1 - web_orders_placed / sum(web_days.carts) {
      label
      asks «"What keeps people from paying once they have chosen?"|"Điều gì khiến khách đã chọn hàng mà không thanh toán?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      unit percent
      in 0%..100%
      target example at most 70%
      threshold 74%
      stretch 66%
      leading
      balanced by return_rate
      when off track «"Show the cost of delivery before the cart, and offer one more way to pay."|"Hiện phí giao hàng trước bước giỏ hàng và thêm một cách thanh toán."»
      review every quarter
    }

    en: /// Of the orders, those of customers who had ordered before. Who buys twice on one day is not counted as known.
    vi: /// Trong số đơn hàng, phần của khách đã từng mua trước đó. Mua hai lần trong cùng ngày đầu chưa tính là khách cũ.
    kpi known_customers "«Orders of known customers|Tỷ lệ đơn của khách cũ»" =
      share(web_orders where placed_on > customer_id.first_ordered_on)
    {
      label
      asks «"Do customers come back by themselves?"|"Khách có tự quay lại không?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      unit percent
      in 0%..100%
      target example at least 45%
      threshold 38%
      stretch 52%
      lagging
      balanced by web_conversion
      when off track «"Write to everybody who bought once, thirty days later, with something that goes with it."|"Sau ba mươi ngày, nhắn cho khách mới mua một lần kèm gợi ý món đi cùng."»
      review every quarter
    }

    en: /// Of the value ordered in the period before, the part that came back within four weeks. It looks one period back, since the
    en: /// latest orders have not had their four weeks yet.
    vi: /// Trong giá trị đặt ở kỳ trước, phần bị trả lại trong bốn tuần. Chỉ số nhìn lại một kỳ, vì đơn mới nhất chưa đủ bốn tuần.
    kpi return_rate "«Goods that come back|Tỷ lệ trả hàng»" = previous(
      mature(
        sum(web_returns.value where returned_on - order_id.placed_on <= 28 days on order_id.placed_on) / web_sales,
        28 days
      ),
      1 period
    ) {
      label
      asks «"Is what arrives what the page promised?"|"Hàng nhận được có đúng như trang giới thiệu không?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      unit percent
      in 0%..100%
      target example at most 6%
      threshold 8%
      stretch 4%
      lagging
      balanced by web_conversion
      when off track «"Mend the pictures and sizes of the five things that come back most."|"Sửa ảnh và bảng cỡ của năm món bị trả nhiều nhất."»
      review every quarter
    }

    en: /// Orders that were cancelled, by whomever, of those placed.
    vi: /// Đơn bị hủy, bởi bất kỳ ai, trên số đơn đã đặt.
    kpi cancelled_orders "«Cancelled orders|Tỷ lệ hủy đơn»" = share(web_orders where status = "cancelled") {
      label
      asks «"Do we keep the orders we won?"|"Có giữ được những đơn đã có không?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      unit percent
      in 0%..100%
      target example at most 5%
      threshold 8%
      stretch 3%
      leading
      balanced by return_rate
      when off track «"Call the ten latest who cancelled, and sort the reasons into ours and theirs."|"Gọi cho mười khách hủy gần nhất và chia lý do thành của mình và của khách."»
      review every quarter
    }

    en: /// What an order leaves after goods, delivery, returns and advertising, before all that does not grow with the orders.
    vi: /// Phần còn lại của một đơn sau giá vốn, phí giao, hàng trả và quảng cáo, trước các chi phí không tăng theo số đơn.
    kpi order_margin "«Contribution of an order|Lợi nhuận đóng góp mỗi đơn»" =
      (web_sales - web_order_costs - web_returned - web_advertising) / web_orders_kept
    {
      label
      asks «"Do we earn on an order, or only send it?"|"Mỗi đơn có lãi, hay chỉ là gửi hàng đi?"»
      department ecommerce
      owner head_of_ecommerce
      every month
      target example at least 7.2 ¤
      threshold 5.6 ¤
      stretch 9 ¤
      lagging
      balanced by web_conversion
      when off track «"Stop the campaign whose orders leave least, even if it brings the most."|"Dừng chiến dịch có đơn lãi ít nhất, kể cả khi mang về nhiều đơn nhất."»
      review every quarter
    }
    """

  static let strategy = """
    objective orders_earn "«Every order earns something|Mỗi đơn hàng đều có lãi»" {
      label
      perspective financial
      department ecommerce
      measured by order_margin, basket_value
    }

    objective buyers_return "«Who bought comes back|Ai đã mua sẽ quay lại»" {
      label
      perspective customer
      department ecommerce
      measured by known_customers, return_rate
      drives orders_earn because «"who comes back need not be advertised for"|"khách quay lại thì không tốn quảng cáo"»
    }

    objective buying_easy "«Buying is easy, and is kept|Mua dễ dàng, và đơn được giữ»" {
      label
      perspective process
      department ecommerce
      measured by web_conversion, cart_abandonment, cancelled_orders
      drives buyers_return because «"nobody comes back to a till that failed"|"không ai quay lại một quầy thanh toán bị lỗi"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative second_payment "«A second way to pay|Thêm một cổng thanh toán»" {
      label
      improves cart_abandonment, cancelled_orders
      owner head_of_ecommerce
      department ecommerce
    }

    scorecard ecommerce_scorecard "«E-commerce scorecard|Bảng điểm Thương mại điện tử»" {
      label
      department ecommerce
      owner head_of_ecommerce
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes web_conversion weight 2
      includes basket_value weight 1
      includes cart_abandonment weight 1
      includes known_customers weight 2
      includes return_rate weight 1
      includes cancelled_orders weight 1
      includes order_margin weight 2
    }
    """

  static let tables = """
    en: /// Everybody who has ordered, and when for the first time, also before the orders of this file begin.
    vi: /// Mọi khách đã mua và ngày mua đầu tiên, kể cả trước khi tệp đơn hàng bắt đầu.
    table web_customers from "ecommerce/data/customers.csv" {
      customer_id: text key
      first_ordered_on: date
    }

    en: /// One row an order placed in the web shop. Values are with VAT.
    vi: /// Mỗi đơn đặt trên trang là một dòng. Giá trị đã gồm VAT.
    table web_orders from "ecommerce/data/orders.csv" {
      order_id: text key
      customer_id: text -> web_customers
      placed_on: date time
      device: text in ("mobile", "desktop")
      status: text in ("paid", "cancelled")
      value: ¤
      goods_cost: ¤
      shipping_cost: ¤
    }

    en: /// What came back, at the value for which it was bought.
    vi: /// Hàng trả lại, theo giá đã mua.
    table web_returns from "ecommerce/data/returns.csv" {
      order_id: text -> web_orders
      returned_on: date time
      value: ¤
    }

    en: /// Visits and filled carts by day and device, from the web analytics.
    vi: /// Lượt truy cập và giỏ hàng đã chọn theo ngày và thiết bị, từ công cụ phân tích web.
    table web_days from "ecommerce/data/days.csv" {
      visited_on: date time
      device: text in ("mobile", "desktop")
      sessions: integer
      carts: integer
    }

    en: /// What advertising for the web shop cost.
    vi: /// Chi phí quảng cáo cho trang bán hàng.
    table web_campaigns from "ecommerce/data/campaigns.csv" {
      spent_on: date time
      campaign: text in ("always on", "sale days")
      amount: ¤
    }
    """

  static let tests = """
    test "«orders over visits and carts|đơn hàng trên lượt truy cập và giỏ hàng»" {
      given web_days {
        visited_on | device    | sessions | carts
        2026-10-05 | "mobile"  |       80 |     6
        2026-10-05 | "desktop" |       20 |     4
      }
      given web_customers {
        customer_id | first_ordered_on
        "ana"       | 2026-10-05
        "binh"      | 2025-01-01
      }
      given web_orders {
        customer_id | placed_on  | device    | status      | value | goods_cost | shipping_cost
        "ana"       | 2026-10-05 | "mobile"  | "paid"      |  30 ¤ |       15 ¤ |           2 ¤
        "binh"      | 2026-10-05 | "desktop" | "cancelled" |  90 ¤ |       40 ¤ |           2 ¤
      }
      expect web_conversion for 2026-10 = 2%
      expect web_conversion by device for 2026-10 = { "desktop": 5%, "mobile": 1 / 80 }
      expect cart_abandonment for 2026-10 = 80%
      expect basket_value for 2026-10 = 30 ¤
      expect cancelled_orders for 2026-10 = 50%
      expect known_customers for 2026-10 = 50%
      expect order_margin for 2026-10 = 13 ¤
    }

    test "«goods belong to the month of their order, if they come back in time|hàng trả tính theo tháng đặt, nếu trả đúng hạn»" {
      as of 2026-10-31
      given web_customers {
        customer_id | first_ordered_on
        "ana"       | 2026-01-01
      }
      given web_orders {
        order_id | customer_id | placed_on  | device   | status | value | goods_cost | shipping_cost
        "a"      | "ana"       | 2026-09-20 | "mobile" | "paid" |  60 ¤ |       30 ¤ |           2 ¤
        "b"      | "ana"       | 2026-09-02 | "mobile" | "paid" |  40 ¤ |       20 ¤ |           2 ¤
        "c"      | "ana"       | 2026-10-10 | "mobile" | "paid" |  70 ¤ |       30 ¤ |           2 ¤
      }
      given web_returns {
        order_id | returned_on | value
        "a"      | 2026-10-18  | 5 ¤
        "b"      | 2026-10-19  | 40 ¤
        "c"      | 2026-10-12  | 70 ¤
      }
      expect return_rate for 2026-10 = 5%
      expect status return_rate for 2026-10 = on track
    }
    """
}
