import KPIDiagnostics
import KPIModel
import KPISyntax
import KPIText

extension LintRule {
  static let tooManyKPIsPerOwner = LintRule(
    Rule(
      "KPI4023", "too-many-kpis-per-owner", .warning, from: .standard,
      title: "One owner answers for too many KPIs",
      explanation: """
        Nobody steers by a dozen numbers. Past about seven, the owner looks at those that are easy and lets the others \
        be. Keep as KPIs the few that somebody acts on, make metrics of the others, which can still be asked for, or \
        name those who really answer for them. KPIs that are deprecated or have expired do not count.
        """,
      example: Samples.orders + Samples.owner + tooMany(8),
      mended: Samples.orders + Samples.owner + tooMany(7))
  ) { context, findings in
    var counts: [OwnerID: Int] = [:]
    for kpi in context.kpis {
      guard let owner = kpi.accountability.owner, !kpi.metric.isDeprecated(on: context.today),
        kpi.duties.expires.map({ $0 >= context.today }) ?? true
      else { continue }
      counts[owner, default: 0] += 1
    }
    for (owner, count) in counts where count > 7 {
      let owner = context.specification.owners[owner.index]
      guard let name = context.declarations[.owner, owner.name]?.name else { continue }
      findings.report(
        "\(owner.label.map { "\"\($0)\"" } ?? "`\(owner.name)`") answers for "
          + "\(TextFlow.count(count, "KPI")); more than 7 cannot be steered by",
        at: name.range,
        help: "Keep those that somebody acts on, and make metrics of the others.")
    }
  }
}

/// So many KPIs of one owner.
private func tooMany(_ count: Int) -> String {
  (1...count).map { place in
    """
    kpi sales_of_\(place) "Sales of quantity \(place)" = sum(orders.amount where quantity = \(place)) {
      owner sales_team
      every month
    }

    """
  }.joined()
}
