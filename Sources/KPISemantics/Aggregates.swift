import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Aggregates: where formulas over rows become values of metrics.
extension MetricExpressions {
  func aggregate(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    if let name = syntax.name, let label = syntax.arguments.first?.label, label.text.isCell {
      diagnostics.append(.spreadsheetCells(name.text, at: syntax.range))
      return nil
    }
    guard let name = syntax.name, let first = syntax.arguments.first, first.label == nil else {
      diagnostics.append(
        .wrongArguments(
          syntax.name?.text ?? "",
          expected: syntax.filled(AggregateShape.text(syntax.name?.text ?? "")),
          at: syntax.range))
      return nil
    }
    let entities = first.value.ownEntities
    if !entities.isEmpty || FunctionNames.entityAggregates.contains(name.text) {
      return self.entities(syntax, name, entities, in: surroundings, into: &diagnostics)
    }
    guard syntax.arguments.count == (name.text == "percentile" ? 2 : 1) else {
      diagnostics.append(
        .wrongArguments(
          syntax.name?.text ?? "",
          expected: syntax.filled(AggregateShape.text(syntax.name?.text ?? "")),
          at: syntax.range))
      return nil
    }
    guard let read = aggregated(first.value, name, in: surroundings, into: &diagnostics),
      let shape = shape(name, read.argument, read.conditions, syntax, into: &diagnostics)
    else { return nil }
    let aggregate = Aggregate(
      function: shape.function, table: read.table, argument: read.argument.value?.expression,
      filter: shape.filter, axis: read.axis)
    guard isTimely(aggregate, name, in: surroundings, at: syntax.range, into: &diagnostics) else {
      return nil
    }
    return Typed(.aggregate(aggregate), shape.type)
  }

  /// What stands in the parentheses of an aggregate, read.
  struct Aggregated {
    let table: TableID
    let argument: Argument
    let conditions: [TableExpression]
    let axis: ColumnPath?
  }

  /// What is aggregated: rows, or the value of an expression over them.
  enum Argument {
    case rows
    case value(Typed<TableExpression>, at: SourceRange)

    var value: Typed<TableExpression>? {
      if case .value(let value, _) = self { value } else { nil }
    }
  }

  func aggregated(
    _ syntax: ExpressionSyntax, _ function: NameSyntax, in surroundings: Surroundings,
    into diagnostics: inout [Diagnostic]
  ) -> Aggregated? {
    let parts = AggregateParts(syntax)
    guard let table = table(of: parts.base, function: function, into: &diagnostics) else {
      return nil
    }
    let fields = TableFields(table: table, vocabulary: vocabulary)
    let axis = parts.axis(in: fields, into: &diagnostics)
    let rows = RowExpressions(
      fields: fields, time: time(of: table, axis, in: surroundings),
      hasMoment: surroundings.stock != nil)
    let argument = self.argument(parts.base, of: table, rows, into: &diagnostics)
    let conditions = parts.conditions(rows, into: &diagnostics)
    guard let argument, let conditions, axis != .reported,
      hasPlainAges(argument, conditions, of: table, at: syntax.range, into: &diagnostics)
    else { return nil }
    return Aggregated(table: table, argument: argument, conditions: conditions, axis: axis.column)
  }

  private func argument(
    _ syntax: ExpressionSyntax, of table: TableID,
    _ rows: RowExpressions<TableFields>, into diagnostics: inout [Diagnostic]
  ) -> Argument? {
    if case .path(let path) = syntax, path.parts.count == 1,
      path.parts[0].text == specification[table].name
    {
      return .rows
    }
    return rows.resolve(syntax, into: &diagnostics).map { .value($0, at: syntax.range) }
  }

  /// The age of a span is only known when it is looked at, so it is compared with a length, or is itself what is
  /// aggregated.
  private func hasPlainAges(
    _ argument: Argument, _ conditions: [TableExpression], of table: TableID,
    at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard case .spans = specification[table].nature else { return true }
    let value = argument.value?.expression
    if value?.isAge ?? true || value?.mentionsAge != true,
      conditions.allSatisfy({ $0.comparesAgesPlainly })
    {
      return true
    }
    diagnostics.append(.misplacedAge(at: range))
    return false
  }

  // MARK: The table

  /// What dates the rows of an aggregate.
  func time(
    of table: TableID, _ axis: AggregateParts.Axis, in surroundings: Surroundings
  ) -> RowTime {
    axis == .own && surroundings.isDated(table)
      ? .unknown : .known(axis.column ?? specification.time(of: table))
  }

  /// The first name of the first path is the table whose rows are aggregated.
  private func table(
    of syntax: ExpressionSyntax, function: NameSyntax, into diagnostics: inout [Diagnostic]
  ) -> TableID? {
    let paths = syntax.rowPaths
    for path in paths {
      if let first = path.parts.first, let table = scope.tables[first.text] { return table }
    }
    guard let path = paths.first, let first = path.parts.first else {
      diagnostics.append(.aggregateWithoutTable(function.text, candidates: [], at: syntax.range))
      return nil
    }
    if path.parts.count == 1, scope.metrics[first.text] != nil {
      diagnostics.append(
        function.text == "average"
          ? .averageOfRatio(first.text, at: syntax.range)
          : .metricInsideAggregate(first.text, at: syntax.range))
      return nil
    }
    if let call = syntax.firstCall, let name = call.name, FunctionNames.isMetricLevel(name.text),
      RowFunction(rawValue: name.text) == nil || call.arguments.count == 1
    {
      diagnostics.append(.nestedAggregate(name.text, at: call.range))
      return nil
    }
    let owners = specification.tables.filter { $0.column(named: first.text) != nil }.map {
      "\(Specification.quoted($0.name)).\(path.syntax.text)"
    }
    diagnostics.append(
      path.parts.count > 1 || owners.isEmpty
        ? .unknownTable(first.text, known: scope.tables.keys, at: first.range)
        : .aggregateWithoutTable(function.text, candidates: owners, at: syntax.range))
    return nil
  }

  // MARK: Functions

  private struct Shape {
    let function: Aggregate.Function
    let filter: TableExpression?
    let type: ExpressionType
  }

  private func shape(
    _ name: NameSyntax, _ argument: Argument, _ conditions: [TableExpression],
    _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Shape? {
    let filter = TableExpression.conjunction(of: conditions)
    switch name.text {
    case "count": return Shape(function: .count, filter: filter, type: .plain)
    case "share":
      guard let condition = filter else {
        if case .value(let value, let range) = argument, value.type.scalar == .boolean,
          let written = syntax.arguments.first?.value,
          let table = written.rowPaths.first?.parts.first
        {
          diagnostics.append(
            .conditionWithoutTable("share", table: table.text, written.syntax.text, at: range))
          return nil
        }
        diagnostics.append(
          .wrongArguments(
            "share", expected: syntax.filled(AggregateShape.text("share")), at: syntax.range))
        return nil
      }
      if case .value = argument, number(argument, name, syntax, into: &diagnostics) == nil {
        return nil
      }
      return Shape(function: .share(condition), filter: nil, type: .percent)
    case "count_distinct":
      guard argument.value != nil else {
        diagnostics.append(
          .wrongArguments(
            name.text, expected: syntax.filled(AggregateShape.text(name.text)),
            at: syntax.range))
        return nil
      }
      return Shape(function: .countDistinct, filter: filter, type: .plain)
    default:
      guard let quantity = number(argument, name, syntax, into: &diagnostics),
        let function = function(name.text, syntax, into: &diagnostics)
      else { return nil }
      let style: Quantity.Style = quantity.style == .percent ? .percent : .natural
      return Shape(
        function: function, filter: filter, type: .number(Quantity(quantity.unit, style: style)))
    }
  }

  private func number(
    _ argument: Argument, _ name: NameSyntax, _ syntax: CallSyntax,
    into diagnostics: inout [Diagnostic]
  ) -> Quantity? {
    let subject = syntax.arguments.first.map { AggregateParts($0.value).base.syntax.text }
    guard case .value(let value, let range) = argument else {
      diagnostics.append(
        .columnOfTableMissing(name.text, table: subject ?? "orders", at: syntax.range))
      return nil
    }
    guard let quantity = value.type.quantity else {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: value.type.scalar.name, subject: subject, at: range))
      return nil
    }
    guard !value.type.isMixed else {
      diagnostics.append(.mixedCurrencies(at: range))
      return nil
    }
    return quantity
  }

  private func function(
    _ name: String, _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Aggregate.Function? {
    switch name {
    case "sum": return .sum
    case "average": return .average
    case "min": return .minimum
    case "max": return .maximum
    case "median": return .percentile(Rational(50))
    case "stddev": return .standardDeviation
    default: return rank(name, syntax, into: &diagnostics).map(Aggregate.Function.percentile)
    }
  }

  /// The second argument of `percentile`: a number between 0 and 100.
  func rank(
    _ name: String, _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Rational? {
    guard syntax.arguments.count == 2, syntax.arguments[1].label == nil,
      case .literal(let literal) = syntax.arguments[1].value, literal.unit == nil,
      case .number(let decimal) = literal.value, !decimal.isPercent,
      let rank = decimal.rational, rank >= .zero, rank <= Rational(100)
    else {
      diagnostics.append(
        .wrongArguments(
          name, expected: syntax.filled(AggregateShape.text(name)),
          at: syntax.arguments.last?.range ?? syntax.range))
      return nil
    }
    return rank
  }

  // MARK: Stocks

  /// A stock needs a moment, and what happens over time has none.
  func isTimely(
    _ aggregate: Aggregate, _ name: NameSyntax, in surroundings: Surroundings,
    at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) -> Bool {
    let table = specification[aggregate.table]
    let isDated = aggregate.axis != nil || surroundings.isDated(aggregate.table)
    switch (table.nature, surroundings.stock) {
    case (.events, .some(let moment)):
      diagnostics.append(.stockOfEvents(moment.rawValue, of: table.name, at: range))
      return false
    case (.snapshots, .some(let moment)) where isDated, (.spans, .some(let moment)) where isDated:
      diagnostics.append(.stockOfEvents(moment.rawValue, of: table.name, at: range))
      return false
    case (.spans, nil) where !isDated:
      diagnostics.append(.sumOfStock(name.text, table: table.name, isSpan: true, at: range))
      return false
    case (.snapshots, nil) where !isDated && aggregate.function.addsUp:
      diagnostics.append(.sumOfStock(name.text, table: table.name, isSpan: false, at: range))
      return false
    default: return true
    }
  }
}

extension Aggregate.Function {
  /// Whether values of several moments would be added.
  fileprivate var addsUp: Bool {
    switch self {
    case .sum, .count, .share: true
    case .average, .countDistinct, .minimum, .maximum, .standardDeviation, .percentile: false
    }
  }
}

/// The argument of an aggregate, taken apart.
struct AggregateParts {
  let base: ExpressionSyntax
  let clauses: [FilterClauseSyntax]

  init(_ syntax: ExpressionSyntax) {
    var base = syntax
    var clauses: [FilterClauseSyntax] = []
    while true {
      if case .filtered(let filtered) = base {
        clauses += filtered.clauses
        base = filtered.base
      } else if case .parenthesized(let inner) = base, case .filtered = inner.inner {
        base = inner.inner
      } else {
        break
      }
    }
    self.base = base
    self.clauses = clauses
  }

  /// What dates the rows.
  enum Axis: Equatable {
    /// The table's own time, if it has one.
    case own
    /// The column after `on`.
    case column(ColumnPath)
    /// The column could not be found.
    case reported

    var column: ColumnPath? {
      if case .column(let path) = self { path } else { nil }
    }
  }

  func axis(in fields: TableFields, into diagnostics: inout [Diagnostic]) -> Axis {
    var axis = Axis.own
    for case .on(let path, _) in clauses {
      let column = path.flatMap { fields.timeColumn($0, into: &diagnostics) }
      axis = axis == .reported ? axis : column.map(Axis.column) ?? .reported
    }
    return axis
  }

  /// The conditions after `where`; `nil` when one was reported.
  func conditions(
    _ rows: RowExpressions<TableFields>, into diagnostics: inout [Diagnostic]
  ) -> [TableExpression]? {
    var conditions: [TableExpression] = []
    var isComplete = true
    for case .where(let condition) in clauses {
      if let condition = rows.condition(condition, into: &diagnostics) {
        conditions.append(condition)
      } else {
        isComplete = false
      }
    }
    return isComplete ? conditions : nil
  }
}

/// How the aggregates are written.
enum AggregateShape {
  static func text(_ function: String) -> String {
    switch function {
    case "count": "count(table where …)"
    case "share": "share(table where …)"
    case "percentile": "percentile(table.column, 95)"
    case "product": "product(metric per column)"
    case "top": "top(metric per column, 10)"
    default: "\(function)(table.column where …)"
    }
  }
}

extension CallSyntax {
  /// A shape such as `growth(metric, 1 year)` with what was written first in the place of its first word.
  func filled(_ shape: String) -> String {
    guard let first = arguments.first?.value, arguments.first?.label == nil else { return shape }
    let text = AggregateParts(first).base.syntax.text
    guard !text.isEmpty, text.count <= 40, !text.contains("\n") else { return shape }
    for place in ["table.column", "metric", "value", "table"] {
      let opening = (name?.text ?? "") + "(" + place
      if shape.hasPrefix(opening) {
        return (name?.text ?? "") + "(" + text + shape.dropFirst(opening.count)
      }
    }
    return shape
  }
}

extension String {
  /// Whether it is the place of a cell in a spreadsheet: `A1`, `BC12`.
  fileprivate var isCell: Bool {
    let letters = prefix(while: \.isUppercase)
    let digits = dropFirst(letters.count)
    return (1...3).contains(letters.count) && !digits.isEmpty && digits.allSatisfy(\.isNumber)
  }
}
