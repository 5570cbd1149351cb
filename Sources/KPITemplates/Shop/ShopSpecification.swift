/// What the shop says about itself and its rows.
extension Shop {
  static let company = """
    en: /// Lantern Roastery roasts coffee and sells it at one counter and on the web.
    vi: /// Lantern Roastery rang cà phê, bán tại một quầy và trên mạng.
    company "Lantern Roastery" {
      mission «"Fresh coffee for the whole neighbourhood."|"Cà phê mới rang cho cả khu phố."»
      currency ¤
      timezone "Asia/Ho_Chi_Minh"
      week starts monday
      fiscal starts january
    }

    owner sales_team "«Sales team|Nhóm Bán hàng»" {
      label
      email "sales@lantern.example"
    }

    owner service_team "«Service team|Nhóm Dịch vụ»" {
      label
      email "service@lantern.example"
    }

    department sales "«Sales|Bán hàng»" {
      label
      lead sales_team
    }

    department service "«Service|Dịch vụ»" {
      label
      lead service_team
    }

    perspective financial "«Financial|Tài chính»" {
      label
      asks «"What do the owners expect of us?"|"Chủ cửa hàng mong đợi điều gì?"»
    }

    perspective customer "«Customer|Khách hàng»" {
      label
      asks «"Why do people come back to us?"|"Vì sao khách quay lại với chúng ta?"»
    }

    objective steady_growth "«Sales grow every year|Doanh thu tăng mỗi năm»" {
      label
      perspective financial
      measured by revenue_growth, monthly_revenue, average_order
    }

    objective happy_customers "«Customers come back|Khách hàng quay lại»" {
      label
      perspective customer
      measured by active_customers, refund_rate, counter_wait
      drives steady_growth
    }

    """

  static let data = """
    en: /// Everybody who has ordered at least once.
    vi: /// Mọi khách đã đặt hàng ít nhất một lần.
    table customers from "data/customers.csv" {
      customer_id: text key
      joined_on: date time
      area: text in ("centre", "harbour", "hills")
    }

    en: /// One row an order. Nobody waits for a web order, so `waited` is missing there.
    vi: /// Mỗi đơn hàng một dòng. Đơn trên mạng không ai phải chờ, nên `waited` để trống.
    table orders from "data/orders.csv" {
      order_id: text key
      customer_id: text -> customers
      ordered_on: date time
      channel: text in ("counter", "web")
      status: text in ("paid", "refunded")
      bags: integer
      amount: ¤
      waited: duration seconds optional
    }

    """
}
