/// Texts that many tests read.
enum SampleText {
  /// The whole specification of the language reference.
  static let whole = #"""
    /// Sunrise Coffee runs twelve stores and a web shop.
    company "Sunrise Coffee" {
      mission  "A great cup within ten minutes of everyone."
      currency USD
      timezone "Asia/Ho_Chi_Minh"
      week     starts monday
      fiscal   starts april
    }

    owner lan    "Nguyễn Lan"  { email "lan@sunrise.example" }
    owner growth "Growth team" { email "growth@sunrise.example" }

    department sales "Sales" {
      label vi "Bán hàng"
      lead  lan
    }

    table customers from "data/customers.csv" {
      customer_id:  text key
      signed_up_on: date time
      region:       text
      segment:      text in ("smb", "enterprise")
    }

    table orders from "data/orders.csv" {
      order_id:    text key
      customer_id: text -> customers
      ordered_at:  timestamp time
      paid_at:     timestamp optional
      status:      text in ("paid", "refunded", "cancelled")
      channel:     text
      quantity:    integer
      amount:      USD
    }

    /// Money received for paid orders.
    metric revenue = sum(orders.amount where status = "paid")

    metric paid_orders = count(orders where status = "paid")

    /// Spend per paid order: a ratio of sums at every grain.
    metric average_order_value = revenue / paid_orders

    metric buyers = count_distinct(orders.customer_id where status = "paid")

    kpi revenue_growth "Revenue growth" = growth(revenue, 1 year) {
      label      vi "Tăng trưởng doanh thu"
      department sales
      owner      lan
      every      month
      target     at least 15%
      threshold  10%
      stretch    20%
      review     every quarter, last 2026-10-01
    }

    kpi churn_rate "Customer churn" = 1 - retention(orders.customer_id) {
      department sales
      owner      growth
      every      month
      unit       percent
      target {
        from 2026-01 at most 5%
        from 2026-07 at most 3%
      }
      target by segment {
        "enterprise" at most 1%
      }
      threshold  6%
    }

    perspective customer "Customer" {
      asks "How should we appear to our customers to reach our vision?"
    }

    objective keep_customers "Customers stay for years" {
      perspective customer
      measured by churn_rate
      drives      grow_revenue
    }

    initiative loyalty_card "Launch the loyalty card" {
      improves churn_rate
      owner    growth
      due      2026-12-15
    }

    test "refunds are not revenue" {
      given orders {
        order_id | ordered_at | status     | amount
        "1"      | 2026-01-05 | "paid"     | 100 USD
        "2"      | 2026-01-06 | "refunded" |  40 USD
      }
      expect revenue = 100 USD
      expect revenue by month = { 2026-01: 100 USD }
    }


    """#

  /// Every declaration with every attribute, and every form of each.
  static let everything = #"""
    company "Sunrise Coffee" {
      label    vi "Cà phê Bình Minh"
      mission  "A great cup within ten minutes of everyone."
      vision   "The first cup of every day."
      currency USD
      timezone "Asia/Ho_Chi_Minh"
      week     starts monday
      workdays monday to saturday
      workdays monday to thursday, saturday
      holidays {
        2026-01-01               "New Year"
        2026-02-16 to 2026-02-20 "Tết"
        2026-04-30
      }
      holidays { 2026-09-02 "Quốc khánh"  2026-12-25 }
      fiscal   starts april
      fiscal   starts october named by start
      fiscal   weeks "4-5-4" ends saturday nearest january
      fiscal   weeks "4-4-5" ends last sunday of june named by end
      lint {
        deny  stale-review, target-expired
        warn  missing-owner  note KPI4003
        allow average-of-ratio
      }
      revision 1 because "the fiscal year begins in April now"
      allow missing-owner because "a small company" until 2027-01-31
    }

    owner lan "Nguyễn Lan" { email "lan@sunrise.example"  handle "@lan" }
    owner growth
    department retail "Retail"
    department stores "Stores" in retail {
      label pt-BR "Lojas"
      lead  lan
    }

    unit kg
    unit tonne "Tonne" = 1000 kg { label vi "tấn" }
    unit cent = 0.01 USD { revision 1 because "it was a euro cent" }

    source warehouse { driver postgresql  uri env DATABASE_URL }
    source lake "The lake" {
      driver   `duck db`
      uri      "lake.db"
      username "reader"
      password env LAKE_PASSWORD
      timeout  5 minutes
      option   "adbc.snowflake.role" "analyst"
      option   "adbc.snowflake.token" env TOKEN
    }

    /// Orders, one row each.
    table orders "Orders" from "data/orders.csv" {
      /// The number on the invoice.
      order_id:     text key
      `Order Date`: date time from "Order Date"
      target:       integer optional
      customer_id:  text -> customers
      buyer_id:     text -> customers as buyer
      status:       text in ("paid", "refunded",
        "cancelled")
      channel:      text
        in ("ads", "organic")
      waited:       duration seconds optional
      key:          text  time: timestamp
      label vi "Đơn hàng"
      numbers "1.234.567,89"
      dates   "31/12/2026"
      on bad rows skip
      known ahead
      revision 1 because "amounts are without tax now"
    }

    table items from warehouse "public.items" {
      order_id: text -> orders
      line:     integer
      key  order_id, line
      time order_id.`Order Date`
    }

    table employees from "data/employees.csv" {
      id:       text key
      hired_on: date
      left_on:  date optional
      span from hired_on to left_on
    }

    table balances from "data/balances.csv" { at: date snapshot  amount: USD }
    table nothing

    dimension channel "Channel" { orders.channel  visits.source }
    dimension place {
      orders.`Shop Name`
      label vi "Nơi"
      revision 2 because "places are shops now"
    }
    dimension size {
      band(orders.amount, 0, 100)
      case { when visits.seconds > 60 then 100 else 0 }
    }

    metric revenue = sum(orders.amount where status = "paid")
    metric long_formula "A long one" =
      revenue
        + other_revenue
        - (costs where channel = "ads" on paid_at) * 2
        / 3
    {
      unit       USD / order
      in         0 USD..1_000 USD
      ensures    revenue >= 0 and status in ("a", "b")
      department retail
      owner      lan
      replaces   old_one, older_one
      deprecated since 2026-09 use revenue
      revision   3 because "refunds are now deducted"
    }
    metric bounded = revenue { unit percent  in -1..  ensures revenue
      in ("paid")
      in ..1.5
    }
    metric several = a or b and not c = 1 + 2 * -3 and d != 4 where e < 1 or f <= 2 on orders.paid_at
      where g > 1
    metric lists = share(orders where status in ("paid", "sent") and kind not in ("a") and note is not missing
      and other is missing and amount between 1 and 5 and size not between -1 and 1)
    metric repeat_buyers = share(count(orders) per customer_id >= 2)
    metric stickiness = average(count_distinct(visits.user_id) per day) / count(x per (customer_id, day))
    metric by_case = case {
      when status = "paid" then 1.5M
      when status = "sent" and true then -50k
      else missing
    } + 1
    metric calls = to_date(revenue, fiscal year) + to_date(revenue, fiscal month) + total(revenue, over: region)
      + converted(visits, orders, by: visitor_id, within: 7 days) + f()
      + share(visits where not followed_by(orders where status = "paid" on paid_at, refunds,
        by: visitor_id, matching: channel, after: 1 day, within: 36 hours))
      + convert(orders.amount, orders.currency, to: USD, using: rates)
    metric literals = f(1_200_000, 3.5, 15%, 1.2M USD, 20 seconds, "a \"b\" \u{1F600}", true, false,
      2026-11-23, 2026-11-23T10:00:00, 2026-11-23T10:00:00.25+07:00, 2026-11-23T10:00:00Z,
      2026-Q4, 2026-H1, 2026-11, 2026-W47, FY2026, FY2026-H1, FY2026-Q4, FY2026-M11, FY2026-W47,
      3B, 2 `kg m`)

    /// How fast revenue grows.
    /// Against the same month of the year before.
    kpi revenue_growth "Revenue growth" = growth(revenue, 1 year) {
      label      vi "Tăng trưởng doanh thu"
      department retail
      owner      lan
      every      month
      unit       percent
      in         0%..100%
      ensures    revenue > 0 where channel = "ads"
      asks       "Do we grow faster than the market?"
      target     at least 15%
      target budget at least 12%
      target by segment {
        "enterprise" at most 1%
        "smb" { from 2026-01 at most 5%  from 2026-07 to 2026-12 at most 4% }
      }
      target {
        from 2026 at least 12M USD phased evenly
        from 2027-Q1 at least 10% above previous year
        from FY2028 by orders.channel { "ads" between 2 and 4  true at least 1 / win_rate }
        from 2029-01-01 at least 12 phased by weights (1, 2, 3)
        from 2030 at least 12 phased like previous fiscal year
      }
      judged by  budget
      threshold  10%
      threshold between 5 and 15
      threshold { from 2026-01 6%  from 2026-07 at least 5% }
      stretch    20% above previous month
      review     every fiscal quarter, last 2026-10-01
      sample     count(orders) at least 30
      benchmark  2.3% from "an industry report"
      when off track "Ask the store managers."
      when at risk "Look again in a week."
      balanced by churn_rate, other_kpi
      assumes    steady_rent
      leading
      lagging
      expires    2027-03-31
      replaces   old_kpi
      deprecated since 2026-09-01
      revision   3 because "a deliberate change"
      allow stale-review because "a new team" until 2027-01-31
    }
    kpi one_line = revenue { owner lan  target at least 100  every month leading }

    perspective customer "Customer" {
      asks "How should we appear to our customers?"
    }

    objective keep_customers "Customers stay for years" {
      perspective customer
      department  retail
      owner       lan
      measured by churn_rate, retention_rate
      drives      grow_revenue lag 2 quarters because "those who stay buy more"
      drives      other
      for         2026-Q4
      key result churn_rate from 5% to 3% committed
      key result revenue from 1M USD to 1.2M USD
      assumes    steady_rent, other
    }

    initiative loyalty_card "Launch the loyalty card" {
      improves   churn_rate, revenue_growth
      owner      growth
      department retail
      due        2026-12-15
      state      on hold
    }

    assumption steady_rent "Rents stay as they are" {
      because    "The leases run until 2027."
      owner      growth
      department retail
      expires    2027-03-31
      broken since 2026-09-15 because "The landlord raised them."
      broken since 2026-09-16
    }

    scorecard board "For the board" {
      reader  "The board, each quarter"
      owner   lan
      score   bands { exceeding 120  on track 100  at risk 50  off track 0 }
      score   attainment
      roll up weighted mean
      roll up worst
      cap     120%
      missing counts as 0
      missing left out
      includes revenue_growth weight 3 baseline 8%
      includes churn_rate
    }

    test "refunds are not revenue" {
      as of 2026-11-23
      given orders {
        order_id | ordered_at | status     | amount
        "1"      | 2026-01-05 | "paid"     | 100 USD
        "2"      | 2026-01-06 |            | -40 USD
                 | 2026-01-06 | missing    |
        -3       | 2026-01-06 | true       | 5
      }
      expect revenue = 100 USD
      expect (revenue where region = "north") + 1 by month, orders.region = {
        (2026-01, "north"): 100 USD
        (2026-02, "north"): missing because "no rows"
      }
      expect revenue for 2026-02 = 100 USD
      expect revenue / orders for FY2027 = missing because "division by zero"
      expect revenue by region for 2026-Q1 = { "north": 1 / 3 }
      expect revenue by month = { 2026-01: 100 USD, 2026-02: -5 USD }
      expect revenue where region = "north" = 100 USD
      expect revenue on paid_on where is_new by month for 2026-Q1 = { 2026-01: 1 }
      expect revenue by band(amount, 0, 100), case { when is_new then "new" else "old" } = {
        (0, "new"): 1
      }
      expect error unit-mismatch
      expect status churn_rate for 2026-01 = on track
      expect status churn_rate = small sample
      expect status churn_rate by region for 2026-01 = { "north": on track  "south": partial }
      expect status = 1
      expect error by month = 3
      expect error for 2026 = 3
    }


    """#
}
