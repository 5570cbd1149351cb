/// The small project that the examples of data rules share: one table, one metric, one file.
enum DataExamples {
  static let columns = [
    "order_id:   text key", "ordered_on: date time", "amount:     number",
  ]
  static let header = "order_id,ordered_on,amount"

  static func orders(
    _ data: String, columns: [String] = columns, options: [String] = [],
    file: String = "orders.csv",
    others: [Rule.Example.File] = [], formula: String = "sum(orders.amount)",
    declarations: String = ""
  ) -> Rule.Example {
    let lines = (columns + options).map { "  \($0)\n" }.joined()
    let specification = """
      \(declarations)table orders from "\(file)" {
      \(lines)}

      metric total = \(formula)

      """
    return .project(
      files: [
        Rule.Example.File("main.kpi", specification),
        Rule.Example.File(file, data),
      ] + others, command: "eval total --as-of 2026-01-31")
  }

  /// Rows under the usual header.
  static func rows(_ rows: String..., columns: [String] = columns) -> Rule.Example {
    orders(([header] + rows).joined(separator: "\n") + "\n", columns: columns)
  }

  static let good = rows("1,2026-01-05,12.50")
}
