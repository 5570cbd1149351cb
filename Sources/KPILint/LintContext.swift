package import KPIModel
import KPIPlan
import KPISemantics
import KPISource
import KPISyntax

/// What the checks of opinions look at: what the specification means, where it says so, and what is known beside.
struct LintContext: Sendable {
  let specification: Specification
  let declarations: DeclarationIndex
  /// The KPIs in the order of their declarations.
  let kpis: [LintedKPI]
  /// The formulas in the order of the metrics.
  let formulas: [LintedFormula]
  let lines: SourceLines
  /// The normal forms by metric; `nil` where a formula has none.
  let forms: [Formula<Measure>?]
  /// The measures over rows that they are made of.
  let measures: [[RowMeasure]]
  let usage: Usage
  /// The day on which the specification is looked at.
  let today: Day
  let evidence: LintEvidence

  init(
    _ analysis: Analysis, _ declarations: DeclarationIndex, today: Day, evidence: LintEvidence
  ) {
    specification = analysis.specification
    self.declarations = declarations
    kpis = analysis.specification.metricIDs.compactMap {
      LintedKPI($0, analysis.specification, declarations)
    }
    formulas = analysis.specification.metricIDs.compactMap {
      LintedFormula($0, analysis.specification, declarations)
    }
    lines = SourceLines(analysis.trees)
    var normaliser = Normaliser(analysis.specification)
    forms = analysis.specification.metricIDs.map { try? normaliser.normalForm(of: $0) }
    measures = forms.map { $0?.leaves.flatMap(\.rowMeasures) ?? [] }
    usage = Usage(analysis.specification)
    self.today = today
    self.evidence = evidence
  }

  func form(of metric: MetricID) -> Formula<Measure>? { forms[metric.index] }

  /// The measures over rows that a metric is made of; none where its formula has no normal form.
  func measures(of metric: MetricID) -> [RowMeasure] { measures[metric.index] }
}

/// A KPI as a check sees it.
struct LintedKPI {
  let id: MetricID
  let metric: Metric
  let accountability: Accountability
  let syntax: KPISyntax

  fileprivate init?(
    _ id: MetricID, _ specification: Specification, _ declarations: DeclarationIndex
  ) {
    let metric = specification[id]
    guard let accountability = metric.accountability,
      case .kpi(let syntax)? = declarations[.kpi, metric.name]
    else { return nil }
    self.id = id
    self.metric = metric
    self.accountability = accountability
    self.syntax = syntax
  }

  var name: String { metric.name }
  var targets: Targets? { accountability.targets }
  var duties: Duties { accountability.duties }
  /// Where its name stands.
  var nameRange: SourceRange { syntax.name?.range ?? metric.origin }
  /// The whole declaration.
  var range: SourceRange { syntax.range }
}

extension LintContext {
  /// The metric as a KPI; `nil` for one that nobody answers for.
  func kpi(_ id: MetricID) -> LintedKPI? { LintedKPI(id, specification, declarations) }

  /// The declaration of a metric or a KPI.
  func declaration(of id: MetricID) -> DeclarationSyntax? {
    declarations.declaration(of: specification[id])
  }

  /// Where the name of a metric or a KPI stands.
  func nameRange(of id: MetricID) -> SourceRange {
    declaration(of: id)?.name?.range ?? specification[id].origin
  }

  /// How a person would call it: its label, or else its name.
  func title(of id: MetricID) -> String {
    specification[id].label ?? specification[id].name
  }
}

/// What is known beside the specification itself; a check that needs more is not made.
package struct LintEvidence: Sendable {
  /// How each KPI stood in its latest complete periods, the oldest first.
  package var observations: [MetricID: [Observation]]?
  /// When each line was last changed, where all of the past is known.
  package var history: ChangeHistory?

  package init() {}

  /// One complete period of a KPI.
  package struct Observation: Hashable, Sendable {
    package let period: Period
    package let value: Number?
    package let status: Status

    package init(period: Period, value: Number?, status: Status) {
      self.period = period
      self.value = value
      self.status = status
    }
  }

  func has(_ evidence: LintRule.Evidence) -> Bool {
    switch evidence {
    case .specification: true
    case .history: history != nil
    case .data: observations != nil
    }
  }
}
