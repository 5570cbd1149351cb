/// Declarations that the examples of the catalogue share.
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

extension Rule {
  /// A rule whose example and mended form are single files.
  init(
    _ code: String, _ name: String, _ severity: Severity = .error, title: String,
    explanation: String, example: String, mended: String
  ) {
    self.init(
      code: code, name: name, severity: severity, title: title, explanation: explanation,
      example: .specification(example), mended: .specification(mended))
  }
}

/// Words for messages.
enum Wording {
  /// `Did you mean `revenue` or `revenues`?`, or a list of what there is, or nothing.
  static func suggestion(
    for name: String, among known: some Sequence<String>, what: String
  ) -> String? {
    suggestion(of: NameSuggestion.nearest(to: name, among: known), among: known, what: what)
  }

  /// The same for names that have been found already.
  static func suggestion(
    of nearest: [String], among known: some Sequence<String>, what: String
  ) -> String? {
    if !nearest.isEmpty {
      return "Did you mean " + nearest.map { "`\($0)`" }.joined(separator: " or ") + "?"
    }
    let all = known.sorted()
    guard !all.isEmpty else { return "No \(what) is declared yet." }
    let shown = all.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return all.count <= 8 ? "There is: \(shown)." : "There are, among others: \(shown)."
  }
}
