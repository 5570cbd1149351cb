import KPIModel
import KPISource
import KPISyntax

extension LintContext {
  /// Each KPI with each of the metrics that are to keep it honest, and the place of the name.
  var counterMetrics: [(kpi: LintedKPI, counter: MetricID, range: SourceRange)] {
    kpis.filter { !$0.duties.balancedBy.isEmpty }.flatMap { kpi in
      let ranges = kpi.syntax.attributes.flatMap { attribute -> [SourceRange] in
        if case .balanced(let view) = attribute { view.names.map(\.range) } else { [] }
      }
      return zip(kpi.duties.balancedBy, ranges).map { (kpi, $0, $1) }
    }
  }
}
