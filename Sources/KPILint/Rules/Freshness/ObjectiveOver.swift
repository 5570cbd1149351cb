import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let objectiveOver = LintRule(
    Rule(
      "KPI4413", "objective-over", .note, from: .standard,
      title: "The period of the objective has ended",
      explanation: """
        The objective was for a period that is over. An old objective beside the new ones takes attention from them, \
        and what was learnt from it is lost when nobody looks back. Grade its key results, talk about them, and take \
        the objective out or write the period that it is for now; git keeps the old one.
        """,
      example: Samples.kpi("  target at least 100k USD") + """


        objective grow "Grow faster" {
          for         2026-Q2
          measured by revenue
        }
        """,
      mended: Samples.kpi("  target at least 100k USD") + """


        objective grow "Grow faster" {
          for         2026-Q4
          measured by revenue
        }
        """)
  ) { context, findings in
    let calendar = context.specification.company.calendar
    for objective in context.specification.objectives {
      guard let period = objective.period, period.end <= context.today,
        case .objective(let syntax)? = context.declarations[.objective, objective.name]
      else { continue }
      findings.report(
        "`\(objective.name)` was for \(calendar.text(of: period)), which is over",
        at: syntax.periodRange ?? objective.origin,
        help: "Look back at what was reached, then take it out or write the period it is for now.")
    }
  }
}

extension ObjectiveSyntax {
  fileprivate var periodRange: SourceRange? {
    for case .period(let period) in attributes { return period.range }
    return nil
  }
}
