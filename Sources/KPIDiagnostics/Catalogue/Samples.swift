/// Declarations that examples about meaning begin with: tables with units, natures and allowed values.
package enum Samples {
  package static let orders = """
    table orders from "orders.csv" {
      order_id:   text key
      ordered_on: date time
      status:     text in ("paid", "refunded")
      quantity:   integer
      amount:     USD
    }

    """

  package static let payments = """
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

  package static let staff = """
    table staff from "staff.csv" {
      staff_id: text key
      hired_on: date
      left_on:  date optional
      span from hired_on to left_on
    }

    """

  package static let inventory = """
    table inventory from "inventory.csv" {
      counted_on: date snapshot
      product:    text
      units:      integer
    }

    """

  package static let visits = """
    table visits from "visits.csv" {
      visitor_id: text
      visited_on: date time
    }

    """

  package static let owner = """
    owner sales_team "Sales team"

    """

  /// A KPI over `revenue` with the given lines in its block.
  package static func kpi(_ lines: String) -> String {
    orders + owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every month
      \(lines)
      }
      """
  }
}
