import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISource

/// Checks of KPIs that take the normal forms of formulas: what may be spread over months or divided among groups,
/// what has a counterpart in the past, and what can be broken down.
struct TargetCheck {
  private let specification: Specification
  private var normaliser: Normaliser

  init(_ specification: Specification) {
    self.specification = specification
    normaliser = Normaliser(specification)
  }

  mutating func check(into diagnostics: inout [Diagnostic]) {
    for metric in specification.metricIDs {
      guard let accountability = specification[metric].accountability else { continue }
      checkWindows(of: metric, accountability, into: &diagnostics)
      guard let target = accountability.target else { continue }
      checkPhasing(of: metric, target, into: &diagnostics)
      checkBreakdowns(of: metric, accountability, target, into: &diagnostics)
    }
  }

  /// The normal form; `nil` for what this version does not compute, which other findings speak of.
  private mutating func form(_ expression: MetricExpression) -> Formula<Measure>? {
    try? normaliser.normalForm(of: expression)
  }

  // MARK: Phased amounts

  private mutating func checkPhasing(
    of metric: MetricID, _ target: Target, into diagnostics: inout [Diagnostic]
  ) {
    guard let phased = target.values.first(where: { $0.phasing != nil }),
      form(.metric(metric))?.isAdditive == false
    else { return }
    diagnostics.append(.phasedNotAdditive(specification[metric].name, at: phased.origin))
  }

  // MARK: Windows

  /// A week has no counterpart a month before.
  private mutating func checkWindows(
    of metric: MetricID, _ accountability: Accountability, into diagnostics: inout [Diagnostic]
  ) {
    guard accountability.cadence == .week else { return }
    let declared = specification[metric]
    let judged = accountability.target?.values.filter { $0.phasing == nil } ?? []
    let formulas =
      [(declared.formula, declared.formulaRange)] + judged.map { ($0.formula, $0.origin) }
    for (formula, origin) in formulas {
      let shifts = form(formula)?.leaves.flatMap(\.rowMeasures).map(\.window.shift) ?? []
      guard let shift = shifts.first(where: { $0.months % 12 != 0 }) else { continue }
      diagnostics.append(.windowAgainstCadence(declared.name, span: shift.text, at: origin))
    }
  }

  // MARK: Groups

  /// What a group is judged by must be known for the group.
  private mutating func checkBreakdowns(
    of metric: MetricID, _ accountability: Accountability, _ target: Target,
    into diagnostics: inout [Diagnostic]
  ) {
    for segments in target.segments {
      let judging = segments.groups.flatMap(\.goals).flatMap(\.value.bounds.values) + target.limits
      for value in judging {
        let tables = form(value.formula)?.leaves.flatMap(\.rowMeasures).map(\.table) ?? []
        let problem = tables.compactMap { finding(segments.attribute, $0, value.origin) }.first
        if let problem { diagnostics.append(problem) }
      }
    }
  }

  private func finding(
    _ attribute: Attribute, _ table: TableID, _ origin: SourceRange
  ) -> Diagnostic? {
    let name = specification.text(of: attribute)
    switch specification.bind(attribute, from: table) {
    case .path: return nil
    case .unreachable:
      return .unreachableDimension(
        name, metric: nil, table: specification[table].name,
        reachable: specification.breakdowns(from: table), at: .source(origin))
    case .ambiguous(let paths):
      return .ambiguousPath(
        name, table: specification[table].name, candidates: paths.map(specification.text),
        at: .source(origin))
    }
  }
}
