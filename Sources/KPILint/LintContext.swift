package import KPIModel
import KPIPlan
import KPISemantics
import KPISource
import KPISyntax

/// What the checks of opinions look at: what the specification means, where it says so, and what is known beside.
struct LintContext: Sendable {
  let specification: Specification
  let declarations: DeclarationIndex
  /// The declarations by metric.
  private let declared: [DeclarationSyntax?]
  /// The KPIs by metric.
  private let linted: [LintedKPI?]
  /// The KPIs in the order of their declarations.
  let kpis: [LintedKPI]
  /// The formulas in the order of the metrics.
  let formulas: [LintedFormula]
  let lines: SourceLines
  /// What the formulas mean, by metric; `nil` where one has no normal form.
  private let meanings: [Meaning?]
  /// For each metric the first one that means the same.
  private let firsts: [Int?]
  let usage: Usage
  /// The day on which the specification is looked at.
  let today: Day
  let evidence: LintEvidence

  init(
    _ analysis: Analysis, _ declarations: DeclarationIndex, today: Day, evidence: LintEvidence,
    workers: Workers
  ) {
    let specification = analysis.specification
    self.specification = specification
    self.declarations = declarations
    let metrics = specification.metricIDs
    let sights = workers.mapMany(metrics) { id in
      let declaration = declarations.declaration(of: specification[id])
      return (
        declaration: declaration, kpi: LintedKPI(id, specification[id], declaration),
        formula: LintedFormula(id, specification[id], declaration)
      )
    }
    declared = sights.map(\.declaration)
    linted = sights.map(\.kpi)
    kpis = linted.compactMap(\.self)
    formulas = sights.compactMap(\.formula)
    lines = SourceLines(analysis.trees)
    // Each stretch works out again what it uses of the others, so there are few of them.
    meanings =
      workers.map(metrics, forEach: 1, carrying: { Normaliser(specification) }) { id, normaliser in
        (try? normaliser.normalForm(of: id)).map(Meaning.init)
      }.results
    firsts = meanings.firsts
    usage = Usage(specification, by: workers)
    self.today = today
    self.evidence = evidence
  }

  func form(of metric: MetricID) -> Formula<Measure>? { meanings[metric.index]?.form }

  /// A number that metrics have in common whose formulas mean the same; `nil` where a formula has no normal form.
  func meaning(of metric: MetricID) -> Int? { firsts[metric.index] }

  /// The measures over rows that a metric is made of; none where its formula has no normal form.
  func measures(of metric: MetricID) -> [RowMeasure] { meanings[metric.index]?.measures ?? [] }
}

/// A KPI as a check sees it.
final class LintedKPI: Sendable {
  let id: MetricID
  let metric: Metric
  let accountability: Accountability
  let syntax: KPISyntax

  fileprivate init?(_ id: MetricID, _ metric: Metric, _ declaration: DeclarationSyntax?) {
    guard let accountability = metric.accountability, case .kpi(let syntax)? = declaration else {
      return nil
    }
    self.id = id
    self.metric = metric
    self.accountability = accountability
    self.syntax = syntax
  }

  var name: String { metric.name }
  var targets: Targets? { accountability.targets }
  var duties: Duties { accountability.duties }
  /// Where its name stands.
  var nameRange: SourceRange { metric.origin }
  /// The whole declaration.
  var range: SourceRange { syntax.range }
}

extension LintContext {
  /// The metric as a KPI; `nil` for one that nobody answers for.
  func kpi(_ id: MetricID) -> LintedKPI? { linted[id.index] }

  /// The declaration of a metric or a KPI.
  func declaration(of id: MetricID) -> DeclarationSyntax? { declared[id.index] }

  /// Where the name of a metric or a KPI stands.
  func nameRange(of id: MetricID) -> SourceRange { specification[id].origin }

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
