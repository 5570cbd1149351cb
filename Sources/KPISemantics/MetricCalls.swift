import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Calls in metric formulas: aggregates, time functions, stocks, totals and arithmetic functions.
extension MetricExpressions {
  func call(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let name = syntax.name else { return nil }
    let function = name.text
    let isArithmetic = syntax.arguments.count > 1
    switch function {
    case "min" where isArithmetic, "max" where isArithmetic:
      return arithmeticFunction(syntax, in: surroundings, into: &diagnostics)
    case _ where FunctionNames.aggregates.contains(function):
      return aggregate(syntax, in: surroundings, into: &diagnostics)
    case _ where FunctionNames.time.contains(function):
      return timeFunction(syntax, in: surroundings, into: &diagnostics)
    case _ where FunctionNames.stocks.contains(function):
      return stock(syntax, in: surroundings, into: &diagnostics)
    case "total":
      return total(syntax, in: surroundings, into: &diagnostics)
    case _ where FunctionNames.people.contains(function):
      return people(syntax, in: surroundings, into: &diagnostics)
    case _ where DayKind(rawValue: function) != nil:
      return days(syntax, into: &diagnostics)
    case "converted":
      return converted(syntax, in: surroundings, into: &diagnostics)
    case "mature":
      return mature(syntax, in: surroundings, into: &diagnostics)
    case _ where MetricFunction(rawValue: function) != nil:
      return arithmeticFunction(syntax, in: surroundings, into: &diagnostics)
    case "convert":
      diagnostics.append(.conversionOutsideAggregate(syntax.syntax.text, at: name.range))
    case _ where FunctionNames.rowLevel.contains(function):
      diagnostics.append(.rowFunctionOutsideAggregate(function, at: name.range))
    default:
      diagnostics.append(
        .unknownFunction(
          function, arguments: syntax.arguments.map(\.value.syntax.text),
          known: FunctionNames.metricLevel, at: name.range, call: syntax.range))
    }
    return nil
  }

  /// The arguments without a label, or `nil` after a report when their number is wrong.
  private func positional(
    _ syntax: CallSyntax, _ counts: ClosedRange<Int>, shape: String,
    into diagnostics: inout [Diagnostic]
  ) -> [ExpressionSyntax]? {
    for argument in syntax.arguments {
      if let label = argument.label {
        diagnostics.append(
          .unexpectedLabel(label.text, function: syntax.name?.text ?? "", at: label.range))
        return nil
      }
    }
    guard counts.contains(syntax.arguments.count) else {
      diagnostics.append(
        .wrongArguments(syntax.name?.text ?? "", expected: syntax.filled(shape), at: syntax.range))
      return nil
    }
    return syntax.arguments.map(\.value)
  }

  // MARK: Arithmetic functions

  private func arithmeticFunction(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let function = syntax.name.flatMap({ MetricFunction(rawValue: $0.text) }) else {
      return nil
    }
    let (counts, shape) = MetricExpressions.shape(of: function)
    guard let arguments = positional(syntax, counts, shape: shape, into: &diagnostics) else {
      return nil
    }
    var values: [Typed<MetricExpression>] = []
    for argument in arguments {
      if let value = number(argument, in: surroundings, into: &diagnostics) { values.append(value) }
    }
    guard values.count == arguments.count, var type = values.first?.type else { return nil }
    if function == .sqrt, type.quantity?.unit != .plain {
      diagnostics.append(
        .typeMismatch(expected: "a plain number", found: type.scalar.name, at: syntax.range))
      return nil
    }
    guard function != .round else {
      guard arguments.count < 2 || RoundingDigits.areValid(arguments[1]) else {
        diagnostics.append(
          .wrongArguments("round", expected: syntax.filled(shape), at: arguments[1].range))
        return nil
      }
      return Typed(.function(.round, values.map(\.expression)), type)
    }
    for (argument, value) in zip(arguments, values).dropFirst() {
      guard let common = common(type, value.type, at: argument.range, into: &diagnostics) else {
        return nil
      }
      type = common
    }
    let results = values.map { value in type.quantity.map { adapted(value, to: $0) } }
    return Typed(.function(function, results.compactMap { $0 }), type)
  }

  private static func shape(of function: MetricFunction) -> (ClosedRange<Int>, String) {
    switch function {
    case .abs, .floor, .ceiling, .sqrt: (1...1, "\(function.rawValue)(value)")
    case .round: (1...2, "round(value, 2)")
    case .min, .max, .coalesce: (2...100, "\(function.rawValue)(first, second, …)")
    }
  }

  // MARK: Time

  private func timeFunction(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let name = syntax.name else { return nil }
    let isToDate = name.text == "to_date"
    let isHistory = name.text == "before" || name.text == "cumulative"
    let shape =
      isToDate
      ? "to_date(metric, year)"
      : isHistory
        ? "\(name.text)(metric)"
        : name.text == "trailing" ? "trailing(metric, 3 months)" : "\(name.text)(metric, 1 year)"
    let count = isHistory ? 1 : 2
    guard let arguments = positional(syntax, count...count, shape: shape, into: &diagnostics),
      let value = number(arguments[0], in: surroundings, into: &diagnostics)
    else { return nil }
    guard isDated(value.expression, name.text, at: arguments[0].range, into: &diagnostics) else {
      return nil
    }
    if isToDate || isHistory || name.text == "trailing", traits(of: value.expression).hasExtent {
      diagnostics.append(.nestedWindow(name.text, at: syntax.range))
      return nil
    }
    if isHistory {
      return Typed(
        name.text == "before" ? .before(value.expression) : .cumulative(value.expression),
        value.type)
    }
    if isToDate {
      guard let grain = MetricExpressions.grain(arguments[1]) else {
        diagnostics.append(
          .wrongArguments("to_date", expected: syntax.filled(shape), at: arguments[1].range))
        return nil
      }
      return Typed(.toDate(value.expression, grain), value.type)
    }
    guard let span = LiteralReader(units: scope.units).span(arguments[1]) else {
      diagnostics.append(
        .wrongArguments(name.text, expected: syntax.filled(shape), at: arguments[1].range))
      return nil
    }
    switch name.text {
    case "previous": return Typed(.previous(value.expression, span), value.type)
    case "change": return Typed(.change(value.expression, span), value.type)
    case "growth": return Typed(.growth(value.expression, span), .percent)
    default: return Typed(.trailing(value.expression, span), value.type)
    }
  }

  /// `days()`, `working_days()`.
  private func days(
    _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let kind = syntax.name.flatMap({ DayKind(rawValue: $0.text) }),
      positional(syntax, 0...0, shape: "\(kind.rawValue)()", into: &diagnostics) != nil
    else { return nil }
    let day = Quantity(.time, style: .scaled(name: "days", factor: Rational(86_400)))
    return Typed(.days(kind), .number(day))
  }

  /// Whether any rows of a formula have a time, as functions of time need.
  private func isDated(
    _ expression: MetricExpression, _ function: String, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) -> Bool {
    let traits = traits(of: expression)
    guard !traits.tables.isEmpty, traits.timedTables.isEmpty else { return true }
    diagnostics.append(
      .noTimeAxis(
        function, table: traits.tables.sorted().first.map { specification[$0].name } ?? "",
        at: range))
    return false
  }

  /// The grain that a word or two name: `month`, `fiscal year`.
  static func grain(_ syntax: ExpressionSyntax) -> Grain? {
    let words: String
    switch syntax {
    case .path(let path) where path.parts.count == 1: words = path.parts[0].text
    case .phrase(let phrase): words = phrase.text
    default: return nil
    }
    return Grain(spoken: words) ?? Grain(rawValue: words)
  }

  // MARK: Cohorts

  /// `converted(first, second, …)` is `share(first where followed_by(second, …))`.
  private func converted(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    let shape = "converted(table, table, by: column, within: 7 days)"
    guard let arguments = SequenceArguments(syntax, tables: 2, shape: shape, into: &diagnostics),
      let name = syntax.name
    else { return nil }
    let cohort = AggregateParts(arguments.tables[0])
    guard let table = scope.table(cohort.base, into: &diagnostics) else { return nil }
    let fields = TableFields(table: table, vocabulary: vocabulary)
    let axis = cohort.axis(in: fields, into: &diagnostics)
    let rows = RowExpressions(fields: fields, time: time(of: table, axis, in: surroundings))
    let conditions = cohort.conditions(rows, into: &diagnostics)
    let followed = rows.sequence(
      .following, Array(arguments.tables.dropFirst()), arguments, into: &diagnostics)
    guard axis != .reported, let conditions, let followed else { return nil }
    let aggregate = Aggregate(
      function: .share(followed), table: table, argument: nil,
      filter: TableExpression.conjunction(of: conditions), axis: axis.column)
    guard isTimely(aggregate, name, in: surroundings, at: syntax.range, into: &diagnostics) else {
      return nil
    }
    return Typed(.aggregate(aggregate), .percent)
  }

  private func mature(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    let shape = "mature(metric, 90 days)"
    guard let arguments = positional(syntax, 2...2, shape: shape, into: &diagnostics),
      let value = number(arguments[0], in: surroundings, into: &diagnostics)
    else { return nil }
    guard let span = LiteralReader(units: scope.units).span(arguments[1]) else {
      diagnostics.append(
        .wrongArguments("mature", expected: syntax.filled(shape), at: arguments[1].range))
      return nil
    }
    guard isDated(value.expression, "mature", at: arguments[0].range, into: &diagnostics) else {
      return nil
    }
    return Typed(.mature(value.expression, span), value.type)
  }

  // MARK: Stocks and totals

  private func stock(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let moment = syntax.name.flatMap({ StockMoment(rawValue: $0.text) }),
      let arguments = positional(
        syntax, 1...1, shape: "\(moment.rawValue)(sum(table.column))", into: &diagnostics)
    else { return nil }
    if surroundings.stock != nil {
      diagnostics.append(.nestedStock(moment.rawValue, at: syntax.range))
      return nil
    }
    var inner = surroundings
    inner.stock = moment
    guard let value = number(arguments[0], in: inner, into: &diagnostics) else { return nil }
    return Typed(.stock(moment, value.expression), value.type)
  }

  private func total(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let first = syntax.arguments.first, first.label == nil else {
      diagnostics.append(
        .wrongArguments(
          "total", expected: syntax.filled("total(metric, over: region)"), at: syntax.range))
      return nil
    }
    guard let value = number(first.value, in: surroundings, into: &diagnostics) else { return nil }
    let fields = AttributeFields(
      tables: traits(of: value.expression).tables.sorted(), metric: nil,
      vocabulary: vocabulary)
    var attributes: [Attribute] = []
    for (index, argument) in syntax.arguments.dropFirst().enumerated() {
      guard index > 0 || argument.label?.text == "over", index == 0 || argument.label == nil,
        case .path(let path) = argument.value
      else {
        diagnostics.append(
          .wrongArguments(
            "total", expected: syntax.filled("total(metric, over: region)"), at: argument.range))
        return nil
      }
      guard let attribute = fields.attribute(path, into: &diagnostics) else { return nil }
      attributes.append(attribute)
    }
    return Typed(.total(value.expression, over: attributes), value.type)
  }
}
