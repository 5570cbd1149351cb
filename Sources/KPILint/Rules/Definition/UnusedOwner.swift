import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let unusedOwner = LintRule(
    Rule(
      "KPI4011", "unused-owner", .note, from: .strict, title: "The owner answers for nothing",
      explanation: """
        Nothing names the owner: no KPI, department, objective, initiative, assumption or scorecard. Whoever has left the company \
        or changed roles is easily overlooked in such a list, and gets the questions that others should. Take the \
        declaration out, or name the owner where they answer for something.
        """,
      example: "owner former_lead \"Former head of sales\"\n\n" + Samples.kpi(""),
      mended: Samples.kpi(""))
  ) { context, findings in
    let busy = context.busyOwners
    for owner in context.specification.owners where !busy.contains(owner.name) {
      guard let name = context.declarations[.owner, owner.name]?.name else { continue }
      findings.report(
        "`\(owner.name)` answers for nothing", at: name.range,
        help: "Take the owner out, or name them where they answer for something.")
    }
  }
}

extension LintContext {
  /// The names of the owners that something names.
  fileprivate var busyOwners: Set<String> {
    let people: [OwnerID?] =
      specification.metrics.map { $0.accountability?.owner } + specification.departments.map(\.lead)
      + specification.objectives.map(\.owner) + specification.initiatives.map(\.owner)
      + specification.assumptions.map(\.owner) + specification.scorecards.map(\.owner)
    var names = Set(people.compactMap { $0 }.map { specification.owners[$0.index].name })
    for metric in specification.metrics where !metric.isKPI {
      guard case .metric(let syntax)? = declarations[.metric, metric.name] else { continue }
      for case .owner(let owner) in syntax.attributes {
        names.formUnion(owner.names.map(\.text))
      }
    }
    return names
  }
}
