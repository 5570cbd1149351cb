import KPIDiagnostics
import KPIModel

extension Samples {
  /// A KPI with a target, and other declarations after it.
  static func strategy(_ declarations: String) -> String {
    kpi("  target at least 100k USD") + "\n\n" + declarations
  }

  /// An initiative that improves a KPI.
  static func initiative(due: String = "2027-03-31", state: String? = nil) -> String {
    strategy(
      """
      initiative web_shop "A web shop" {
        improves revenue
        owner    sales_team
        due      \(due)\(state.map { "\n  state    " + $0 } ?? "")
      }
      """)
  }

  /// A KPI whose target rests on an assumption, with a line in the assumption's block.
  static func assumption(_ line: String) -> String {
    kpi("  target at least 100k USD\n  assumes steady_rent")
      + "\n\nassumption steady_rent \"Rents stay as they are\" {\n  \(line)\n}\n"
  }

  /// Two KPIs with targets, and a scorecard with some lines in its block.
  static func scorecard(_ lines: String) -> String {
    strategy(
      """
      kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
        owner sales_team
        every month
        target at most 5%
      }

      scorecard board "For the board" {
        \(lines)
      }
      """)
  }

  /// Five KPIs over orders that all say the same beside their formulas, and other declarations after them.
  static func fiveKPIs(_ lines: String = "", _ declarations: String) -> String {
    let formulas = [
      ("revenue", "Revenue", "sum(orders.amount)"),
      ("orders_taken", "Orders", "count(orders)"),
      ("order_value", "Order value", "average(orders.amount)"),
      ("refund_rate", "Refund rate", "share(orders where status = \"refunded\")"),
      ("units_sold", "Units sold", "sum(orders.quantity)"),
    ]
    let kpis = formulas.map { name, label, formula in
      """
      kpi \(name) "\(label)" = \(formula) {
        owner sales_team
        every month\(lines.isEmpty ? "" : "\n  " + lines)
      }


      """
    }
    return orders + "\n" + owner + "\n" + kpis.joined() + declarations
  }

  /// A project of one KPI that should reach 100 USD a month, with a row of each month up to October 2026, and the
  /// check that looks at it on 23 November.
  static func project(
    _ rule: String, amounts: [Int], through last: Int = 10, formula: String = "sum(orders.amount)",
    _ lines: String = "", _ declarations: String = ""
  ) -> Rule.Example {
    let specification = """
      owner sales_team "Sales team"

      table orders from "orders.csv" {
        ordered_on: date time
        amount:     USD
      }

      kpi revenue "Revenue" = \(formula) {
        owner  sales_team
        every  month
        target at least 100 USD\(lines.isEmpty ? "" : "\n  " + lines)
      }

      """
    let rows = amounts.enumerated().map { index, amount in
      "2026-\(padded(last - amounts.count + 1 + index, 2))-15,\(amount)\n"
    }
    return .project(
      files: [
        .init("main.kpi", specification + (declarations.isEmpty ? "" : "\n" + declarations + "\n")),
        .init("orders.csv", "ordered_on,amount\n" + rows.joined()),
      ],
      command: "check --data --only \(rule) --as-of 2026-11-23")
  }
}
