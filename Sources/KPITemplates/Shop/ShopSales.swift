/// The numbers that the shop is run by.
extension Shop {
  static let sales = """
    en: /// Money received for orders that were kept.
    vi: /// Tiền thu được từ các đơn không bị hoàn.
    metric revenue = sum(orders.amount where status = "paid")

    metric paid_orders = count(orders where status = "paid")

    en: /// Customers with at least one paid order.
    vi: /// Khách có ít nhất một đơn đã thanh toán.
    metric buyers = count_distinct(orders.customer_id where status = "paid")

    metric new_customers = count(customers)

    en: /// The part of the revenue that the web shop brings.
    vi: /// Phần doanh thu do cửa hàng trên mạng mang lại.
    metric web_share = share(orders.amount where channel = "web") where status = "paid"

    kpi revenue_growth "«Revenue growth|Tăng trưởng doanh thu»" = growth(revenue, 1 year) {
      label
      asks «"Do we sell more than a year ago?"|"Có bán được nhiều hơn năm trước không?"»
      department sales
      owner sales_team
      every month
      unit percent
      target at least 15%
      threshold 10%
      stretch 20%
      when off track «"Compare the weeks with those of last year, and find the one that fell behind."|"So từng tuần với năm trước, tìm tuần bị tụt lại."»
      review every quarter, last 2026-10-05
    }

    kpi monthly_revenue "«Revenue|Doanh thu»" = revenue {
      label
      asks «"Does the shop earn what it costs?"|"Cửa hàng có thu đủ bù chi không?"»
      department sales
      owner sales_team
      every month
      target {
        from 2026-01 at least 3000 ¤
        from 2026-07 at least 3300 ¤
      }
      target by orders.channel {
        "counter" { from 2026-07 at least 1800 ¤ }
        "web" { from 2026-07 at least 1500 ¤ }
      }
      when off track «"Write to the customers who have not ordered for two months."|"Nhắn cho những khách đã hai tháng không mua."»
      balanced by refund_rate
      review every quarter, last 2026-10-05
    }

    en: /// Spend per paid order: a ratio of sums, so it is right for a day, a month and an area alike.
    vi: /// Số tiền mỗi đơn đã thanh toán: tỷ số của hai tổng, nên đúng cho cả ngày, tháng và khu vực.
    kpi average_order "«Average order|Giá trị đơn hàng»" = revenue / paid_orders {
      label
      asks «"Do customers take a second bag?"|"Khách có mua thêm gói thứ hai không?"»
      department sales
      owner sales_team
      every month
      target at least 30 ¤
      threshold 26 ¤
      stretch 34 ¤
      when off track «"Offer a second bag at the counter and in the basket."|"Mời mua gói thứ hai tại quầy và trong giỏ hàng."»
      review every quarter, last 2026-10-05
    }

    kpi active_customers "«Customers in three months|Khách hàng trong ba tháng»" = trailing(buyers, 3 months) {
      label
      asks «"How many people buy from us?"|"Có bao nhiêu người mua của chúng ta?"»
      department service
      owner service_team
      every month
      target at least 140
      threshold 100
      when off track «"Invite everybody who ordered once and did not come back to a tasting."|"Mời những khách mới mua một lần đến buổi nếm thử."»
      review every quarter, last 2026-10-05
    }

    kpi refund_rate "«Refund rate|Tỷ lệ hoàn tiền»" = share(orders where status = "refunded") {
      label
      asks «"Do customers keep what they bought?"|"Khách có giữ món hàng đã mua không?"»
      department service
      owner service_team
      every month
      unit percent
      target at most 4%
      threshold 6%
      when off track «"Read every refund of the month, and taste the lots that were sent back."|"Đọc mọi lần hoàn tiền trong tháng, nếm lại các mẻ bị trả."»
      review every quarter, last 2026-10-05
    }

    kpi counter_wait "«Wait at the counter|Thời gian chờ tại quầy»" = median(orders.waited where channel = "counter") {
      label
      asks «"How long does the usual customer wait?"|"Khách thường phải chờ bao lâu?"»
      department service
      owner service_team
      every quarter
      unit minutes
      target at most 4 minutes
      threshold 5 minutes
      when off track «"Put a second person at the counter in the busiest hour."|"Thêm một người đứng quầy vào giờ đông nhất."»
      balanced by refund_rate
      review every quarter, last 2026-10-05
    }

    """
}
