/// Declarations that examples about meaning begin with: tables with units, natures and allowed values.
enum Samples {
  static let orders = """
    table orders from "orders.csv" {
      order_id:   text key
      ordered_on: date time
      status:     text in ("paid", "refunded")
      quantity:   integer
      amount:     USD
    }

    """

  static let payments = """
    table payments from "payments.csv" {
      paid_on:  date time
      currency: text
      amount:   money
    }

    table rates from "rates.csv" {
      day:   date time
      code:  text
      worth: USD
    }


    """

  static let staff = """
    table staff from "staff.csv" {
      staff_id: text key
      hired_on: date
      left_on:  date optional
      span from hired_on to left_on
    }

    """

  static let inventory = """
    table inventory from "inventory.csv" {
      counted_on: date snapshot
      product:    text
      units:      integer
    }

    """

  static let visits = """
    table visits from "visits.csv" {
      visitor_id: text
      visited_on: date time
    }

    """

  static let owner = """
    owner sales_team "Sales team"

    """

  /// A KPI over `revenue` with the given lines in its block.
  static func kpi(_ lines: String) -> String {
    orders + owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every month
      \(lines)
      }
      """
  }
}
