import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads what a KPI says beside its target: benchmarks, agreed actions, counter-metrics, sample, expiry.
struct DutiesReader {
  let expressions: MetricExpressions
  let scope: Scope

  func read(
    _ syntax: KPISyntax, _ metric: ResolvedMetric?, into diagnostics: inout [Diagnostic]
  ) -> Duties {
    var duties = Duties()
    for attribute in syntax.attributes {
      switch attribute {
      case .benchmark(let benchmark):
        if let value = number(benchmark.value, like: metric?.quantity, into: &diagnostics) {
          duties.benchmarks.append(
            Duties.Benchmark(value: value, source: benchmark.origin?.value ?? ""))
        }
      case .action(let action):
        duties.actions.append(
          Duties.Action(status: action.status?.text ?? "", text: action.text?.value ?? ""))
      case .balanced(let reference):
        duties.balancedBy += StrategyReader.metrics(reference.names, scope, into: &diagnostics)
      case .leading: duties.nature = .leading
      case .lagging: duties.nature = .lagging
      case .expires(let date): duties.expires = date.date.flatMap { Day($0) }
      case .sample(let sample):
        let size = expressions.number(sample.measure, in: .init(), into: &diagnostics)
        let minimum = number(sample.minimum, like: size?.type.quantity, into: &diagnostics)
        if let size, let minimum {
          duties.sample = Duties.Sample(
            size: size.expression, minimum: minimum, origin: sample.range)
        }
      case .label, .department, .owner, .every, .unit, .target, .judged, .threshold, .stretch,
        .review,
        .asks, .replaces, .deprecated, .revision, .allow, .unknown:
        break
      }
    }
    return duties
  }

  /// A written-out number in a quantity; `nil` when it was reported or is a formula.
  private func number(
    _ syntax: ExpressionSyntax, like quantity: Quantity?, into diagnostics: inout [Diagnostic]
  ) -> Number? {
    guard let value = expressions.number(syntax, in: .init(), into: &diagnostics),
      let found = value.type.quantity
    else { return nil }
    if let quantity, !value.type.isBareNumber, found.unit != quantity.unit {
      diagnostics.append(
        .targetUnitMismatch(
          found: found.unit.description, formula: quantity.unit.description, at: syntax.range))
      return nil
    }
    return expressions.adapted(value, to: quantity ?? found).constantValue
  }
}
