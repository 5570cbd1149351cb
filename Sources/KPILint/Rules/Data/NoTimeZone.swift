import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let noTimeZone = LintRule(
    Rule(
      "KPI4802", "no-time-zone", .warning, from: .standard,
      title: "There are moments, and no time zone to read them in",
      explanation: """
        A moment with `Z` or an offset is converted to the company's time zone before it is told which day it belongs \
        to. Without `timezone` that is UTC: in Hanoi, everything before seven in the morning counts for the day before. \
        Write `timezone "UTC"` where UTC is meant.
        """,
      example: "company \"Shop\"\n\n" + moments,
      mended: "company \"Shop\" {\n  timezone \"Asia/Ho_Chi_Minh\"\n}\n\n" + moments)
  ) { context, findings in
    let hasZone = context.companyAttributes.contains {
      if case .timezone = $0 { true } else { false }
    }
    guard !hasZone else { return }
    for table in context.specification.tables {
      guard let column = table.columns.first(where: { $0.type == .timestamp }) else { continue }
      findings.report(
        "`\(table.name)` holds moments in `\(column.name)`, and the company has no time zone",
        aboutAllOf: context,
        help: "Add a line `timezone \"Asia/Ho_Chi_Minh\"` to the company, with your own zone.")
      return
    }
  }

  private static let moments = """
    table orders from "orders.csv" {
      ordered_at: timestamp time
    }
    """
}
