import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads what a KPI says beside its target: benchmarks, agreed actions, counter-metrics, sample, expiry.
struct DutiesReader {
  let expressions: MetricExpressions
  let scope: Scope

  func read(
    _ attributes: [KPIAttributeSyntax], _ metric: ResolvedMetric?,
    into diagnostics: inout [Diagnostic]
  ) -> Duties {
    var duties = Duties()
    for attribute in attributes {
      switch attribute {
      case .benchmark(let benchmark):
        if let quantity = metric?.quantity,
          let value = number(benchmark.value, in: quantity, into: &diagnostics)
        {
          duties.benchmarks.append(
            Duties.Benchmark(value: value, source: benchmark.origin?.value ?? ""))
        }
      case .action(let action):
        duties.actions.append(
          Duties.Action(status: action.status?.text ?? "", text: action.text?.value ?? ""))
      case .balanced(let reference):
        duties.balancedBy += StrategyReader.metrics(reference.names, scope, into: &diagnostics)
      case .assumes(let reference):
        duties.assumes += StrategyReader.assumptions(reference.names, scope, into: &diagnostics)
      case .leading: duties.nature = .leading
      case .lagging: duties.nature = .lagging
      case .expires(let date): duties.expires = date.date.flatMap { Day($0) }
      case .sample(let sample):
        let size = expressions.number(sample.measure, in: .init(), into: &diagnostics)
        if let size, let quantity = size.type.quantity,
          let minimum = number(sample.minimum, in: quantity, into: &diagnostics)
        {
          duties.sample = Duties.Sample(
            size: size.expression, minimum: minimum, origin: sample.range)
        }
      case .label, .department, .owner, .every, .unit, .range, .ensures, .target, .judged,
        .threshold, .stretch,
        .review,
        .asks, .replaces, .deprecated, .revision, .allow, .unknown:
        break
      }
    }
    return duties
  }

  /// A written-out number; `nil` when it was reported.
  private func number(
    _ syntax: ExpressionSyntax, in quantity: Quantity, into diagnostics: inout [Diagnostic]
  ) -> Number? {
    guard let value = expressions.value(syntax, in: quantity, into: &diagnostics) else {
      return nil
    }
    if value.constantValue == nil { diagnostics.append(.notANumeral(at: syntax.range)) }
    return value.constantValue
  }
}
