import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Resolves the formulas of all metrics and reads what else they declare.
struct MetricReader {
  private let declarations: [MetricDeclaration]
  private let scope: Scope
  private let company: Company
  private var expressions: MetricExpressions

  init(_ declarations: [MetricDeclaration], _ specification: Specification, _ scope: Scope) {
    self.declarations = declarations
    self.scope = scope
    company = specification.company
    expressions = MetricExpressions(
      vocabulary: Vocabulary(specification, scope),
      metrics: Array(repeating: nil, count: declarations.count))
  }

  /// The metrics, in the order of the declarations; one with an error has a formula without a value.
  mutating func read(
    by workers: Workers, into diagnostics: inout [Diagnostic]
  ) -> (metrics: [Metric], resolver: MetricExpressions) {
    let dependencies = DependencyOrder(workers.mapMany(declarations, uses))
    for circle in dependencies.circles { report(circle, into: &diagnostics) }
    for wave in dependencies.waves {
      for (index, metric) in zip(wave, resolved(wave, by: workers, into: &diagnostics)) {
        expressions.metrics[index] = metric
      }
    }
    // Targets may mention any metric, so they are read when every formula is known.
    let reader = self
    let metrics = workers.read(Array(declarations.indices), into: &diagnostics) {
      reader.metric($0, into: &$1)
    }
    return (metrics, expressions)
  }

  /// The metrics that a formula mentions.
  private func uses(_ declaration: MetricDeclaration) -> [Int] {
    var seen: Set<Int> = []
    return declaration.formula.metricPaths.compactMap { path in
      let parts = path.parts
      guard parts.count == 1, let metric = scope.metrics[parts[0].text] else { return nil }
      return seen.insert(metric.index).inserted ? metric.index : nil
    }
  }

  private func report(_ circle: [Int], into diagnostics: inout [Diagnostic]) {
    guard let first = circle.min(), let start = circle.firstIndex(of: first) else { return }
    let names = (circle[start...] + circle[..<start]).compactMap { declarations[$0].name }
    guard let name = names.first else { return }
    diagnostics.append(
      .circularMetric(
        names.map(\.text), at: name.range, others: names.dropFirst().map { ($0.text, $0.range) }))
  }

  // MARK: Formulas

  private func resolved(
    _ wave: [Int], by workers: Workers, into diagnostics: inout [Diagnostic]
  ) -> [ResolvedMetric?] {
    workers.read(wave, into: &diagnostics) { resolved($0, into: &$1) }
  }

  /// The metric whose formula mentions none that is not resolved yet; `nil` for one with an error.
  private func resolved(_ index: Int, into diagnostics: inout [Diagnostic]) -> ResolvedMetric? {
    let declaration = declarations[index]
    guard let value = expressions.resolve(declaration.formula, into: &diagnostics) else {
      return nil
    }
    guard let quantity = value.type.quantity else {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: value.type.scalar.name,
          subject: declaration.formula.syntax.text, at: declaration.formula.range))
      return nil
    }
    let traits = expressions.traits(of: value.expression)
    guard traits.depth <= FormulaLimits.depth, traits.size <= FormulaLimits.size else {
      diagnostics.append(.formulaTooLong(at: declaration.formula.range))
      return nil
    }
    return ResolvedMetric(
      expression: value.expression,
      quantity: displayed(declaration, quantity, into: &diagnostics), traits: traits)
  }

  /// The formula's quantity in the unit that the declaration asks for.
  private func displayed(
    _ declaration: MetricDeclaration, _ quantity: Quantity, into diagnostics: inout [Diagnostic]
  ) -> Quantity {
    guard let syntax = declaration.unit,
      let unit = scope.units.value(of: syntax, into: &diagnostics)
    else { return quantity }
    guard unit.unit == quantity.unit else {
      diagnostics.append(
        .unitAttributeMismatch(
          declared: unit.unit.description, formula: quantity.unit.description, at: syntax.range))
      return quantity
    }
    return unit.quantity
  }

  // MARK: Declarations

  private func metric(_ index: Int, into diagnostics: inout [Diagnostic]) -> Metric {
    let declaration = declarations[index]
    let resolved = expressions.metrics[index]
    var translations: [String: String] = [:]
    var accountability: Accountability?
    switch declaration.attributes {
    case .metric(let attributes):
      for case .label(let label) in attributes { translations.add(label) }
      checkNames(attributes, into: &diagnostics)
    case .kpi(let attributes):
      for case .label(let label) in attributes { translations.add(label) }
      let reader = KPIReader(
        expressions: expressions, scope: scope, company: company, metric: MetricID(index))
      accountability = reader.read(declaration, attributes, resolved, into: &diagnostics)
    }
    return Metric(
      name: declaration.name?.text ?? "", label: declaration.label?.value,
      translations: translations, documentation: declaration.syntax.documentation,
      // Nothing is computed from a specification with an error.
      formula: resolved?.expression ?? .constant(.zero),
      quantity: resolved?.quantity ?? .plain,
      origin: declaration.name?.range ?? declaration.syntax.range,
      formulaRange: declaration.formula.range,
      guards: GuardReader(expressions: expressions).read(declaration, resolved, into: &diagnostics),
      accountability: accountability,
      history: HistoryReader(scope: scope, calendar: company.calendar).read(
        declaration, into: &diagnostics))
  }

  private func checkNames(
    _ attributes: [MetricAttributeSyntax], into diagnostics: inout [Diagnostic]
  ) {
    let people = PeopleReader(scope: scope)
    for attribute in attributes {
      switch attribute {
      case .department(let reference): _ = people.department(reference.name, into: &diagnostics)
      case .owner(let reference): _ = people.owner(reference.name, into: &diagnostics)
      case .label, .unit, .range, .ensures, .replaces, .deprecated, .revision, .allow, .unknown:
        break
      }
    }
  }
}

extension MetricDeclaration {
  /// The formula of the `unit` attribute.
  var unit: ExpressionSyntax? {
    switch attributes {
    case .metric(let attributes): for case .unit(let unit) in attributes { return unit.value }
    case .kpi(let attributes): for case .unit(let unit) in attributes { return unit.value }
    }
    return nil
  }
}
