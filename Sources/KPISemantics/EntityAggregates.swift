import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Aggregates over the values that a formula has for each entity: `average(count(orders) per customer_id)`.
extension MetricExpressions {
  func entities(
    _ syntax: CallSyntax, _ name: NameSyntax, _ clauses: [PerSyntax], in surroundings: Surroundings,
    into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let first = clauses.first else {
      diagnostics.append(.aggregateWithoutEntity(name.text, at: syntax.range))
      return nil
    }
    if let other = clauses.first(where: { $0.keysText != first.keysText }) {
      diagnostics.append(
        .differentEntities(first.keysText, other.keysText, at: other.range, first: first.range))
      return nil
    }
    var inner = surroundings
    inner.isPerEntity = true
    guard let value = resolve(syntax.arguments[0].value, in: inner, into: &diagnostics),
      let form = form(name, value, syntax, inner, into: &diagnostics),
      let entity = entity(first, of: [value.expression] + form.function.others, into: &diagnostics)
    else { return nil }
    return Typed(
      .entities(
        EntityAggregate(function: form.function, entity: entity, value: value.expression)),
      form.type)
  }

  // MARK: Keys

  private func entity(
    _ per: PerSyntax, of formulas: [MetricExpression], into diagnostics: inout [Diagnostic]
  ) -> Entity? {
    let tables = formulas.reduce(into: Set<TableID>()) { $0.formUnion(traits(of: $1).tables) }
    let fields = AttributeFields(
      tables: tables.sorted(), metric: nil, vocabulary: vocabulary)
    var attributes: [Attribute] = []
    var grain: Grain?
    for key in per.keys {
      if let named = MetricExpressions.grain(.path(key)) {
        if let known = grain {
          diagnostics.append(.secondEntityPeriod(named.spoken, known.spoken, at: key.range))
          return nil
        }
        grain = named
      } else if let attribute = fields.attribute(key, into: &diagnostics) {
        attributes.append(attribute)
      } else {
        return nil
      }
    }
    return Entity(attributes: attributes, grain: grain)
  }

  // MARK: Functions

  private struct Form {
    let function: EntityAggregate.Function
    let type: ExpressionType
  }

  private func form(
    _ name: NameSyntax, _ value: Typed<MetricExpression>, _ syntax: CallSyntax,
    _ surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Form? {
    let place = syntax.arguments[0].range
    let most = ["percentile": 2, "top": 3][name.text] ?? 1
    guard syntax.arguments.count <= most else {
      diagnostics.append(
        .wrongArguments(
          name.text, expected: AggregateShape.entities(name.text), at: syntax.range))
      return nil
    }
    switch name.text {
    case "count" where value.type == .boolean: return Form(function: .countSatisfying, type: .plain)
    case "count": return Form(function: .countValues, type: .plain)
    case "share":
      guard value.type == .boolean else {
        diagnostics.append(
          .typeMismatch(
            expected: "yes or no", found: value.type.scalar.name,
            subject: syntax.arguments[0].value.syntax.text,
            at: place))
        return nil
      }
      return Form(function: .share, type: .percent)
    case "count_distinct":
      diagnostics.append(
        .wrongArguments(
          name.text, expected: AggregateShape.entities("count"), at: name.range))
      return nil
    default: break
    }
    guard let quantity = value.type.quantity else {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: value.type.scalar.name,
          subject: syntax.arguments[0].value.syntax.text,
          at: place))
      return nil
    }
    if name.text == "product", !quantity.unit.isPlain {
      diagnostics.append(
        .typeMismatch(
          expected: "a plain number", found: value.type.scalar.name,
          subject: syntax.arguments[0].value.syntax.text,
          at: place))
      return nil
    }
    if name.text == "top" {
      return top(syntax, value, surroundings, into: &diagnostics)
    }
    let function: EntityAggregate.Function
    switch name.text {
    case "sum": function = .sum
    case "average": function = .average
    case "min": function = .minimum
    case "max": function = .maximum
    case "median": function = .percentile(Rational(50))
    case "stddev": function = .standardDeviation
    case "product": function = .product
    default:
      guard let rank = rank(name.text, syntax, into: &diagnostics) else { return nil }
      function = .percentile(rank)
    }
    return Form(function: function, type: value.type)
  }

  /// `top(value per key, 10)`, `top(value per key, 10%)`, `top(value per key, 10, of: formula)`.
  private func top(
    _ syntax: CallSyntax, _ value: Typed<MetricExpression>, _ surroundings: Surroundings,
    into diagnostics: inout [Diagnostic]
  ) -> Form? {
    guard syntax.arguments.count > 1, let count = TopCount(syntax.arguments[1]) else {
      diagnostics.append(
        .wrongArguments(
          "top", expected: AggregateShape.entities("top"),
          at: syntax.arguments.dropFirst().first?.range ?? syntax.range))
      return nil
    }
    guard syntax.arguments.count > 2 else {
      return Form(function: .top(count, of: nil), type: value.type)
    }
    let last = syntax.arguments[2]
    guard last.label?.text == "of" else {
      diagnostics.append(
        .wrongArguments("top", expected: AggregateShape.entities("top"), at: last.range))
      return nil
    }
    guard let summed = number(last.value, in: surroundings, into: &diagnostics) else { return nil }
    return Form(function: .top(count, of: summed.expression), type: summed.type)
  }
}

extension EntityAggregate.Function {
  /// The formulas beside the value.
  fileprivate var others: [MetricExpression] {
    if case .top(_, .some(let other)) = self { [other] } else { [] }
  }
}

extension TopCount {
  /// A whole number from 1 up, or a percentage up to 100%.
  fileprivate init?(_ argument: ArgumentSyntax) {
    guard argument.label == nil, case .literal(let literal) = argument.value, literal.unit == nil,
      case .number(let decimal) = literal.value, let number = decimal.rational, number > .zero
    else { return nil }
    if decimal.isPercent {
      guard number <= .one else { return nil }
      self = .part(number)
    } else {
      guard number.isInteger, let count = Int(exactly: number.numerator) else { return nil }
      self = .entities(count)
    }
  }
}

extension PerSyntax {
  /// The keys as they are written.
  fileprivate var keysText: String { keys.map(\.syntax.text).joined(separator: ", ") }
}

extension ExpressionSyntax {
  /// The `per` clauses in an aggregate's argument, without those of aggregates within it.
  var ownEntities: [PerSyntax] {
    switch self {
    case .per(let per): [per] + per.operand.ownEntities
    case .filtered(let filtered): filtered.base.ownEntities
    case .call(let call) where FunctionNames.aggregates.contains(call.name?.text ?? ""): []
    default: parts.flatMap(\.ownEntities)
    }
  }
}

extension AggregateShape {
  /// How an aggregate over entities is written.
  static func entities(_ function: String) -> String {
    switch function {
    case "percentile": "percentile(metric per column, 95)"
    case "top": "top(metric per column, 10), top(metric per column, 10%) or top(…, 10, of: metric)"
    case "share": "share(metric per column >= 2)"
    default: "\(function)(metric per column)"
    }
  }
}
