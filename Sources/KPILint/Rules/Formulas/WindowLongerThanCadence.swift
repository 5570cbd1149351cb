import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let windowLongerThanCadence = LintRule(
    Rule(
      "KPI4107", "window-longer-than-cadence", .warning, from: .standard,
      title: "The latest period is never final when it is judged",
      explanation: """
        A KPI that waits for what follows, `within: 30 days`, cannot be judged before that time has passed. When it is \
        judged every week, the latest week is always *not mature*, and nobody sees a status. Judge it by a longer \
        period, or shorten the window to what can be known by then.
        """,
      example: visitors + """
        kpi conversion "Visits that lead to an order" =
          converted(visits, orders, by: visitor_id, within: 30 days) {
          owner sales_team
          every week
        }
        """,
      mended: visitors + """
        kpi conversion "Visits that lead to an order" =
          converted(visits, orders, by: visitor_id, within: 30 days) {
          owner sales_team
          every quarter
        }
        """)
  ) { context, findings in
    for kpi in context.kpis {
      guard let cadence = kpi.accountability.cadence,
        let longest = context.measures(of: kpi.id).flatMap(\.maturity)
          .max(by: { $0.roughDays < $1.roughDays }),
        longest.roughDays >= cadence.span.roughDays
      else { continue }
      findings.report(
        "`\(kpi.name)` is judged every \(cadence.spoken), and its latest \(cadence.spoken) is final only "
          + "\(longest.text) later",
        at: kpi.syntax.cadence ?? kpi.nameRange,
        help: "Judge it by a longer period, or shorten the time that it waits.")
    }
  }

  private static let visitors =
    Samples.owner + Samples.visits + """
      table orders from "orders.csv" {
        visitor_id: text
        ordered_on: date time
      }

      """
}

extension CalendarSpan {
  /// The length in days, a month as 30.
  fileprivate var roughDays: Int { months * 30 + days }
}
