/// What the shop says about itself, its rows and its numbers.
extension Shop {
  static let company = """
    /// Lantern Roastery roasts coffee and sells it at one counter and on the web.
    company "Lantern Roastery" {
      mission  "Fresh coffee for the whole neighbourhood."
      currency USD
      timezone "Asia/Ho_Chi_Minh"
      week     starts monday
      fiscal   starts january
    }

    owner sales_team   "Sales team"   { email "sales@lantern.example" }
    owner service_team "Service team" { email "service@lantern.example" }

    department sales "Sales" {
      label vi "Bán hàng"
      lead  sales_team
    }

    department service "Service" {
      label vi "Dịch vụ"
      lead  service_team
    }

    perspective financial "Financial" {
      label vi "Tài chính"
      asks  "What do the owners expect of us?"
    }

    perspective customer "Customer" {
      label vi "Khách hàng"
      asks  "Why do people come back to us?"
    }

    objective steady_growth "Sales grow every year" {
      label       vi "Doanh thu tăng mỗi năm"
      perspective financial
      measured by revenue_growth, monthly_revenue, average_order
    }

    objective happy_customers "Customers come back" {
      label       vi "Khách hàng quay lại"
      perspective customer
      measured by active_customers, refund_rate, counter_wait
      drives      steady_growth
    }

    """

  static let data = """
    /// Everybody who has ordered at least once.
    table customers from "data/customers.csv" {
      customer_id: text key
      joined_on:   date time
      area:        text in ("centre", "harbour", "hills")
    }

    /// One row an order. Nobody waits for a web order, so `waited` is missing there.
    table orders from "data/orders.csv" {
      order_id:    text key
      customer_id: text -> customers
      ordered_on:  date time
      channel:     text in ("counter", "web")
      status:      text in ("paid", "refunded")
      bags:        integer
      amount:      USD
      waited:      duration seconds optional
    }

    """

  static let sales = """
    /// Money received for orders that were kept.
    metric revenue = sum(orders.amount where status = "paid")

    metric paid_orders = count(orders where status = "paid")

    /// Customers with at least one paid order.
    metric buyers = count_distinct(orders.customer_id where status = "paid")

    metric new_customers = count(customers)

    /// The part of the revenue that the web shop brings.
    metric web_share = share(orders.amount where channel = "web") where status = "paid"

    kpi revenue_growth "Revenue growth" = growth(revenue, 1 year) {
      label      vi "Tăng trưởng doanh thu"
      asks       "Do we sell more than a year ago?"
      department sales
      owner      sales_team
      every      month
      unit       percent
      target     at least 15%
      threshold  10%
      stretch    20%
      when       off track "Compare the weeks with those of last year, and find the one that fell behind."
      review     every quarter, last 2026-10-05
    }

    kpi monthly_revenue "Revenue" = revenue {
      label       vi "Doanh thu"
      asks        "Does the shop earn what it costs?"
      department  sales
      owner       sales_team
      every       month
      target {
        from 2026-01 at least 3000 USD
        from 2026-07 at least 3300 USD
      }
      target by orders.channel {
        "counter" { from 2026-07 at least 1800 USD }
        "web" { from 2026-07 at least 1500 USD }
      }
      when        off track "Write to the customers who have not ordered for two months."
      balanced by refund_rate
      review      every quarter, last 2026-10-05
    }

    /// Spend per paid order: a ratio of sums, so it is right for a day, a month and an area alike.
    kpi average_order "Average order" = revenue / paid_orders {
      label      vi "Giá trị đơn hàng"
      asks       "Do customers take a second bag?"
      department sales
      owner      sales_team
      every      month
      target     at least 30 USD
      threshold  26 USD
      stretch    34 USD
      when       off track "Offer a second bag at the counter and in the basket."
      review     every quarter, last 2026-10-05
    }

    kpi active_customers "Customers in three months" = trailing(buyers, 3 months) {
      label      vi "Khách hàng trong ba tháng"
      asks       "How many people buy from us?"
      department service
      owner      service_team
      every      month
      target     at least 140
      threshold  100
      when       off track "Invite everybody who ordered once and did not come back to a tasting."
      review     every quarter, last 2026-10-05
    }

    kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
      label      vi "Tỷ lệ hoàn tiền"
      asks       "Do customers keep what they bought?"
      department service
      owner      service_team
      every      month
      unit       percent
      target     at most 4%
      threshold  6%
      when       off track "Read every refund of the month, and taste the lots that were sent back."
      review     every quarter, last 2026-10-05
    }

    kpi counter_wait "Wait at the counter" = median(orders.waited where channel = "counter") {
      label       vi "Thời gian chờ tại quầy"
      asks        "How long does the usual customer wait?"
      department  service
      owner       service_team
      every       quarter
      unit        minutes
      target      at most 4 minutes
      threshold   5 minutes
      when        off track "Put a second person at the counter in the busiest hour."
      balanced by refund_rate
      review      every quarter, last 2026-10-05
    }

    """
}
