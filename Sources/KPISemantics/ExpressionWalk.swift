import KPIModel
package import KPISyntax

/// Looking through an expression without resolving it.
extension ExpressionSyntax {
  /// The direct parts of the expression, in the order of the text.
  var parts: [ExpressionSyntax] {
    switch self {
    case .literal, .path, .phrase, .missing: []
    case .call(let call): call.arguments.map(\.value)
    case .negation(let negation): [negation.operand]
    case .not(let not): [not.operand]
    case .binary(let binary): [binary.first] + binary.steps.map(\.operand)
    case .inList(let list): [list.operand] + list.values
    case .between(let between): [between.operand, between.lower, between.upper]
    case .isMissing(let test): [test.operand]
    case .filtered(let filtered):
      [filtered.base]
        + filtered.clauses.compactMap { clause in
          if case .where(let condition) = clause { condition } else { nil }
        }
    case .per(let per): [per.operand]
    case .parenthesized(let inner): [inner.inner]
    case .conditional(let conditional):
      conditional.arms.flatMap { [$0.condition, $0.value] }
        + (conditional.otherwise.map { [$0] } ?? [])
    }
  }

  /// The paths that are about the row itself: not those of the tables that a lookup looks into.
  package var rowPaths: [PathSyntax] {
    switch self {
    case .path(let path): [path]
    case .call(let call): call.rowArguments.flatMap(\.rowPaths)
    default: parts.flatMap(\.rowPaths)
    }
  }

  /// The paths that may name metrics: not those of rows, inside aggregates and after `where`, nor the
  /// words and breakdowns that calls take.
  var metricPaths: [PathSyntax] {
    switch self {
    case .path(let path): [path]
    case .filtered(let filtered): filtered.base.metricPaths
    case .inList: []
    case .call(let call): call.metricArguments.flatMap(\.metricPaths)
    default: parts.flatMap(\.metricPaths)
    }
  }

  /// The first call in it.
  var firstCall: CallSyntax? {
    if case .call(let call) = self { return call }
    for part in parts {
      if let call = part.firstCall { return call }
    }
    return nil
  }
}

extension CallSyntax {
  /// The arguments about the values of the row.
  fileprivate var rowArguments: [ExpressionSyntax] {
    guard EventSequence.Direction(rawValue: name?.text ?? "") != nil else {
      return arguments.map(\.value)
    }
    return arguments.filter { $0.label != nil }.map(\.value)
  }

  /// The arguments that are metric formulas.
  fileprivate var metricArguments: [ExpressionSyntax] {
    let values = arguments.map(\.value)
    switch name?.text ?? "" {
    case "min" where values.count > 1, "max" where values.count > 1: return values
    case let name where FunctionNames.aggregates.contains(name):
      // Over entities, formulas are about metrics.
      guard let first = values.first, !first.ownEntities.isEmpty else { return [] }
      return name == "top" ? values : [first]
    case let name where FunctionNames.time.contains(name) || name == "total" || name == "mature":
      return Array(values.prefix(1))
    case let name
    where name == "converted" || FunctionNames.people.contains(name):
      return []
    default: return values
    }
  }
}
