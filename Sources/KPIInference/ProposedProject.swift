package import KPIModel

/// A specification to start from, as somebody's own files suggest it.
package struct ProposedProject {
  package let tables: [ProposedTable]
  /// By table; those that became KPIs are not among them.
  package let metrics: [ProposedMetric]
  package let kpis: [ProposedKPI]
  /// The last day of the data that the KPIs look at.
  package let lastDay: Day?
  /// The commonest currency; `nil` where no column has one.
  package let currency: String?

  /// `today` is the last day that counts; later dates are plans.
  package init(_ proposed: ProposedTables, today: Day) {
    let tables = proposed.tables
    var names = UniqueNames()
    for table in tables { _ = names.take(table.name) }
    let all = tables.flatMap { MetricProposals.of($0, &names) }
    let kpis = ProposedKPI.chosen(from: all, of: tables)
    let chosen = Set(kpis.map(\.metric.name))
    metrics = all.filter { !chosen.contains($0.name) }
    let days = kpis.compactMap { kpi in
      tables.first { $0.name == kpi.metric.table }?.days?.upperBound
    }
    self.tables = tables
    self.kpis = kpis
    lastDay = days.min().map { min($0, today) }
    let codes = tables.flatMap(\.columns).compactMap { column in
      if case .money(let code) = column.type { code } else { nil }
    }
    currency = Set(codes).sorted().max { one, other in
      codes.count { $0 == one } < codes.count { $0 == other }
    }
  }
}
