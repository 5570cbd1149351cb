import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISource

/// Checks of KPIs that take the normal forms of formulas: what may be spread over months or divided among groups,
/// what has a counterpart in the past, and what can be broken down.
struct TargetCheck {
  private let specification: Specification
  private var normaliser: Normaliser
  private var diagnostics: [Diagnostic] = []

  private init(_ specification: Specification) {
    self.specification = specification
    normaliser = Normaliser(specification)
  }

  static func check(
    _ specification: Specification, by workers: Workers, into diagnostics: inout [Diagnostic]
  ) {
    // Each stretch works out again what it uses of the others, so there are few of them.
    let checks = workers.map(
      specification.metricIDs, forEach: 1, carrying: { TargetCheck(specification) },
      { $1.check($0) })
    for check in checks.states { diagnostics += check.diagnostics }
  }

  private mutating func check(_ metric: MetricID) {
    guard let accountability = specification[metric].accountability else { return }
    checkWindows(of: metric, accountability)
    guard let targets = accountability.targets else { return }
    checkPhasing(of: metric, targets)
    checkBreakdowns(targets, accountability.duties.sample)
    checkSums(of: metric, targets)
  }

  /// The normal form; `nil` for what this version does not compute, which other findings speak of.
  private mutating func form(_ expression: MetricExpression) -> Formula<Measure>? {
    try? normaliser.normalForm(of: expression)
  }

  // MARK: Phased amounts

  private mutating func checkPhasing(of metric: MetricID, _ targets: Targets) {
    guard let phased = targets.values.first(where: { $0.phasing != nil }),
      form(.metric(metric))?.isAdditive == false
    else { return }
    diagnostics.append(.phasedNotAdditive(specification[metric].name, at: phased.origin))
  }

  // MARK: Windows

  /// A week has no counterpart a month before.
  private mutating func checkWindows(of metric: MetricID, _ accountability: Accountability) {
    guard accountability.cadence?.isWeek == true else { return }
    let declared = specification[metric]
    let judged = accountability.targets?.values.filter { $0.phasing == nil } ?? []
    let formulas =
      [(declared.formula, declared.formulaRange)] + judged.map { ($0.formula, $0.origin) }
    for (formula, origin) in formulas {
      let shifts = form(formula)?.rowMeasures.map(\.window.shift) ?? []
      guard let shift = shifts.first(where: { $0.months % 12 != 0 }) else { continue }
      diagnostics.append(.windowAgainstCadence(declared.name, span: shift.text, at: origin))
    }
  }

  // MARK: Groups

  /// What a group is judged by must be known for the group.
  private mutating func checkBreakdowns(_ targets: Targets, _ sample: Duties.Sample?) {
    let shared =
      targets.limits.map { ($0.formula, $0.origin) }
      + (sample.map { [($0.size, $0.origin)] } ?? [])
    for segments in targets.all.flatMap(\.segments) {
      let own = segments.groups.flatMap(\.goals).flatMap(\.value.bounds.values)
      for (formula, origin) in own.map({ ($0.formula, $0.origin) }) + shared {
        let tables = form(formula)?.rowMeasures.map(\.table) ?? []
        let problem = tables.compactMap { finding(segments.attribute, $0, origin) }.first
        if let problem { diagnostics.append(problem) }
      }
    }
  }

  private func finding(
    _ attribute: Attribute, _ table: TableID, _ origin: SourceRange
  ) -> Diagnostic? {
    let name = specification.text(of: attribute)
    switch specification.bind(attribute, from: table) {
    case .bound: return nil
    case .unreachable:
      return .unreachableDimension(
        name, metric: nil, table: specification[table].name,
        reachable: specification.breakdowns(from: [table]), at: .source(origin))
    case .ambiguous(let paths):
      return .ambiguousPath(
        name, table: specification[table].name, candidates: specification.ways(paths),
        at: .source(origin))
    }
  }

  // MARK: Sums

  /// Where the KPI adds up over its groups, their targets come to that of the whole.
  private mutating func checkSums(of metric: MetricID, _ targets: Targets) {
    for target in targets.all {
      for segments in target.segments where form(.metric(metric))?.isAdditive == true {
        let sum = SegmentSum(target, segments, isComplete: isComplete(segments))
        guard let mismatch = sum.mismatch else { continue }
        let quantity = specification[metric].quantity
        diagnostics.append(
          .segmentsDoNotAddUp(
            segments.name, sum: quantity.text(of: mismatch.sum),
            whole: quantity.text(of: mismatch.whole), at: mismatch.place,
            target: mismatch.wholePlace))
      }
    }
  }

  /// Whether every group that there can be has a target.
  private func isComplete(_ segments: Target.Segments) -> Bool {
    let expressions: [TableExpression] =
      switch segments.attribute {
      case .path(let path): [.field(path)]
      case .dimension(let dimension): specification[dimension].members.map(\.expression)
      case .timePart: []
      }
    let groups = Set(segments.groups.map(\.value))
    return !expressions.isEmpty
      && expressions.allSatisfy { expression in
        guard case .field(let path) = expression else { return false }
        let column = specification.column(path)
        return !column.isOptional && column.allowed.map { groups.isSuperset(of: $0) } ?? false
      }
  }
}
