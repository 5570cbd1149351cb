import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Resolves and types the formulas of metrics.
struct MetricExpressions: Reading {
  let vocabulary: Vocabulary
  /// The types and traits of the metrics resolved so far; `nil` where a metric has an error.
  var metrics: [ResolvedMetric?]

  /// What surrounds the expression being resolved.
  struct Surroundings {
    /// Inside `closing`, `opening` or `standing`.
    var stock: StockMoment?
    /// The tables that an `on` further out dates.
    var dated: Set<TableID> = []
    /// Every table counts as dated: what dates them is still to be found.
    var areAllDated = false
    /// Inside an aggregate over entities, which `per` names.
    var isPerEntity = false

    func isDated(_ table: TableID) -> Bool { areAllDated || dated.contains(table) }
  }

  func resolve(
    _ syntax: ExpressionSyntax, in surroundings: Surroundings = Surroundings(),
    into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    switch syntax {
    case .literal(let literal): return constant(literal, into: &diagnostics)
    case .path(let path): return metric(path, in: surroundings, into: &diagnostics)
    case .parenthesized(let inner):
      return resolve(inner.inner, in: surroundings, into: &diagnostics)
    case .negation(let negation):
      guard let value = number(negation.operand, in: surroundings, into: &diagnostics) else {
        return nil
      }
      if case .constant(let number) = value.expression {
        return Typed(.constant(number.negated), value.type)
      }
      return Typed(.negated(value.expression), value.type)
    case .not(let not):
      return condition(not.operand, in: surroundings, into: &diagnostics)
        .map { Typed(.not($0), .boolean) }
    case .binary(let binary): return self.binary(binary, in: surroundings, into: &diagnostics)
    case .between(let between): return range(between, in: surroundings, into: &diagnostics)
    case .isMissing(let test):
      guard let value = resolve(test.operand, in: surroundings, into: &diagnostics) else {
        return nil
      }
      let isMissing = MetricExpression.isMissing(value.expression)
      return Typed(test.isNegated ? .not(isMissing) : isMissing, .boolean)
    case .conditional(let conditional):
      return choice(conditional, in: surroundings, into: &diagnostics)
    case .call(let call): return self.call(call, in: surroundings, into: &diagnostics)
    case .filtered(let filtered):
      return self.filtered(filtered, in: surroundings, into: &diagnostics)
    case .per(let per) where surroundings.isPerEntity:
      return resolve(per.operand, in: surroundings, into: &diagnostics)
    case .per(let per):
      diagnostics.append(.perOutsideAggregate(at: per.range))
      return nil
    case .inList, .phrase:
      diagnostics.append(.notAMetricExpression(at: syntax.range))
      return nil
    case .missing: return nil
    }
  }

  func number(
    _ syntax: ExpressionSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let value = resolve(syntax, in: surroundings, into: &diagnostics) else { return nil }
    guard value.type.quantity != nil else {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: value.type.scalar.name, subject: syntax.syntax.text,
          at: syntax.range))
      return nil
    }
    return value
  }

  func condition(
    _ syntax: ExpressionSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> MetricExpression? {
    guard let value = resolve(syntax, in: surroundings, into: &diagnostics) else { return nil }
    guard value.type.scalar == .boolean else {
      diagnostics.append(
        .typeMismatch(
          expected: "yes or no", found: value.type.scalar.name, subject: syntax.syntax.text,
          at: syntax.range))
      return nil
    }
    return value.expression
  }

  // MARK: Names

  private func constant(
    _ literal: LiteralSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    if let unit = literal.unit, scope.units.resolve(unit.text) == nil,
      scope.metrics[unit.text] != nil
    {
      let number = literal.syntax.text.prefix { $0 != " " }
      diagnostics.append(.signBeforeMetric(String(number), unit.text, at: literal.range))
      return nil
    }
    guard let value = LiteralReader(units: scope.units).scalar(literal, into: &diagnostics) else {
      return nil
    }
    guard case .number(let rational) = value.expression else {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: value.type.scalar.name, subject: literal.syntax.text,
          at: literal.range))
      return nil
    }
    return Typed(.constant(.exact(rational)), value.type)
  }

  private func metric(
    _ path: PathSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let name = path.parts.first else { return nil }
    if path.parts.count == 1, let metric = scope.metrics[name.text] {
      // A metric with an error of its own was reported where it stands.
      guard let resolved = metrics[metric.index] else { return nil }
      if let moment = surroundings.stock {
        if resolved.traits.hasStock {
          diagnostics.append(.nestedStock(moment.rawValue, at: path.range))
          return nil
        }
        if !resolved.traits.timedTables.isEmpty {
          diagnostics.append(.stockOfEvents(moment.rawValue, of: name.text, at: path.range))
          return nil
        }
      }
      return Typed(.metric(metric), ExpressionType(.number(resolved.quantity)))
    }
    diagnostics.append(unresolved(path, isOneOfFew: diagnostics.count < 50))
    return nil
  }

  private func unresolved(_ path: PathSyntax, isOneOfFew: Bool) -> Diagnostic {
    let parts = path.parts
    let isColumn =
      parts.count > 1
      ? scope.tables[parts[0].text] != nil
      : specification.columnNames.contains(parts[0].text)
    if isColumn { return .columnOutsideAggregate(path.syntax.text, at: path.range) }
    if scope.tables[parts[0].text] != nil {
      return .tableAsMetric(parts[0].text, at: path.range)
    }
    if parts.count == 1, scope.units.resolve(parts[0].text) != nil {
      return .unitAsMetric(path.syntax.text, at: path.range)
    }
    return .unknownMetric(
      path.syntax.text, known: isOneOfFew ? scope.metrics.keys : nil, at: path.range)
  }

  // MARK: Operators

  private func binary(
    _ syntax: BinarySyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    let steps = syntax.steps
    // A longer chain was reported by the parser; resolved, it would be a tree too deep to walk.
    guard steps.count <= SyntaxLimits.chain else { return nil }
    guard let first = steps.first else {
      return resolve(syntax.first, in: surroundings, into: &diagnostics)
    }
    switch first.operator {
    case .and, .or:
      let operands = [syntax.first] + steps.map(\.operand)
      let parts = operands.map { condition($0, in: surroundings, into: &diagnostics) }
      let known = parts.compactMap { $0 }
      guard known.count == parts.count else { return nil }
      return Typed(first.operator == .and ? .all(known) : .any(known), .boolean)
    case .add, .subtract, .multiply, .divide:
      var result = number(syntax.first, in: surroundings, into: &diagnostics)
      for step in steps {
        let next = number(step.operand, in: surroundings, into: &diagnostics)
        guard let left = result, let right = next else {
          result = nil
          continue
        }
        result = arithmetic(step, left, right, into: &diagnostics)
      }
      return result
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let left = number(syntax.first, in: surroundings, into: &diagnostics)
      let right = number(first.operand, in: surroundings, into: &diagnostics)
      guard let left, let right, let operation = ComparisonOperator(first.operator) else {
        return nil
      }
      return comparison(operation, left, right, at: syntax.range, into: &diagnostics)
    }
  }

  private func arithmetic(
    _ step: BinarySyntax.Step, _ left: Typed<MetricExpression>, _ right: Typed<MetricExpression>,
    into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let operation = ArithmeticOperator(step.operator) else { return nil }
    switch operation {
    case .multiply, .divide:
      return UnitAlgebra.product(left.type, right.type, isQuotient: operation == .divide)
        .map { Typed(.arithmetic(operation, left.expression, right.expression), $0) }
    case .add, .subtract:
      guard let common = UnitAlgebra.common(left.type, right.type) else {
        diagnostics.append(
          .unitMismatch(
            left.type.unitName, right.type.unitName,
            operation: operation.rawValue, at: step.operand.range))
        return nil
      }
      guard isClear(left, beside: common, at: step.operand.range, into: &diagnostics),
        isClear(right, beside: common, at: step.operand.range, into: &diagnostics)
      else { return nil }
      return Typed(
        .arithmetic(operation, adapted(left, to: common), adapted(right, to: common)),
        ExpressionType(
          .number(common), isBareNumber: left.type.isBareNumber && right.type.isBareNumber))
    }
  }

  /// A bare number beside a metric in minutes means minutes.
  func adapted(_ value: Typed<MetricExpression>, to quantity: Quantity) -> MetricExpression {
    guard value.type.isBareNumber, case .scaled(_, let factor) = quantity.style else {
      return value.expression
    }
    if case .constant(let number) = value.expression,
      let product = number.multiplied(by: .exact(factor))
    {
      return .constant(product)
    }
    return .arithmetic(.multiply, value.expression, .constant(.exact(factor)))
  }

  private func comparison(
    _ operation: ComparisonOperator, _ left: Typed<MetricExpression>,
    _ right: Typed<MetricExpression>, at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let common = UnitAlgebra.common(left.type, right.type) else {
      diagnostics.append(
        .unitMismatch(
          left.type.unitName, right.type.unitName,
          operation: operation.rawValue, at: range))
      return nil
    }
    guard isClear(left, beside: common, at: range, into: &diagnostics),
      isClear(right, beside: common, at: range, into: &diagnostics)
    else { return nil }
    return Typed(
      .comparison(operation, adapted(left, to: common), adapted(right, to: common)), .boolean)
  }

  private func range(
    _ syntax: BetweenSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let value = number(syntax.operand, in: surroundings, into: &diagnostics),
      let lower = number(syntax.lower, in: surroundings, into: &diagnostics),
      let upper = number(syntax.upper, in: surroundings, into: &diagnostics),
      let above = comparison(
        .greaterOrEqual, value, lower, at: syntax.lower.range, into: &diagnostics),
      let below = comparison(.lessOrEqual, value, upper, at: syntax.upper.range, into: &diagnostics)
    else { return nil }
    let both = MetricExpression.all([above.expression, below.expression])
    return Typed(syntax.isNegated ? .not(both) : both, .boolean)
  }

  private func choice(
    _ syntax: CaseSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    var conditions: [MetricExpression] = []
    var values: [Typed<MetricExpression>] = []
    var type: ExpressionType?
    var isComplete = true
    func add(_ syntax: ExpressionSyntax, _ diagnostics: inout [Diagnostic]) {
      guard let value = number(syntax, in: surroundings, into: &diagnostics),
        let common = common(type, value.type, at: syntax.range, into: &diagnostics)
      else {
        isComplete = false
        return
      }
      type = common
      values.append(value)
    }
    for arm in syntax.arms {
      if let condition = condition(arm.condition, in: surroundings, into: &diagnostics) {
        conditions.append(condition)
      } else {
        isComplete = false
      }
      add(arm.value, &diagnostics)
    }
    if let last = syntax.otherwise { add(last, &diagnostics) }
    guard isComplete, let type, let quantity = type.quantity else { return nil }
    let results = values.map { adapted($0, to: quantity) }
    let branches = zip(conditions, results).map {
      MetricExpression.Branch(condition: $0, value: $1)
    }
    let otherwise = syntax.otherwise == nil ? nil : results.last
    return Typed(.choice(branches, otherwise: otherwise), type)
  }

  /// The type that alternatives share so far, with one more among them.
  func common(
    _ known: ExpressionType?, _ type: ExpressionType, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) -> ExpressionType? {
    guard let known else { return type }
    guard let common = UnitAlgebra.common(known, type) else {
      diagnostics.append(
        .unitMismatch(known.unitName, type.unitName, operation: "or", at: range))
      return nil
    }
    return ExpressionType(.number(common), isBareNumber: known.isBareNumber && type.isBareNumber)
  }

  // MARK: where and on

  private func filtered(
    _ syntax: FilteredSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    var inner = surroundings
    var axes: [ColumnPath] = []
    var isComplete = true
    for case .on(let path, _) in syntax.clauses {
      guard let path, let axis = axis(path, of: syntax.base, into: &diagnostics) else {
        isComplete = false
        continue
      }
      axes.append(axis)
      inner.dated.insert(axis.table)
    }
    guard let base = resolve(syntax.base, in: inner, into: &diagnostics), isComplete else {
      return nil
    }
    let traits = traits(of: base.expression)
    var result = base.expression
    for axis in axes {
      result = .dated(result, on: axis)
      if !traits.tables.contains(axis.table) {
        diagnostics.append(
          .axisOfOtherTable(specification.text(of: axis), at: syntax.range))
        return nil
      }
      if traits.stockTables.contains(axis.table) {
        diagnostics.append(.datedStock(specification.text(of: axis), at: syntax.range))
        return nil
      }
    }
    let fields = AttributeFields(
      tables: traits.tables.sorted(), metric: nil, vocabulary: vocabulary)
    for case .where(let condition) in syntax.clauses {
      guard
        let filter = RowExpressions(fields: fields, time: .unknown)
          .condition(condition, into: &diagnostics)
      else {
        isComplete = false
        continue
      }
      result = .filtered(result, filter)
    }
    return isComplete ? Typed(result, base.type) : nil
  }

  /// The column after `on`; without a table's name it is one of the only table in the formula.
  private func axis(
    _ path: PathSyntax, of base: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> ColumnPath? {
    guard let first = path.parts.first else { return nil }
    var table = path.parts.count > 1 ? scope.tables[first.text] : nil
    if table == nil {
      var ignored: [Diagnostic] = []
      // What the formula dates is not known yet, so stocks are let pass here.
      let everything = Surroundings(areAllDated: true, isPerEntity: true)
      let tables = resolve(base, in: everything, into: &ignored).map {
        traits(of: $0.expression).tables
      }
      guard let tables else { return reportAxis(first, ignored, into: &diagnostics) }
      table = tables.count == 1 ? tables.first : nil
    }
    guard let table else {
      diagnostics.append(.axisOfOtherTable(path.syntax.text, at: path.range))
      return nil
    }
    return timeColumn(path, of: table, into: &diagnostics)
  }

  private func reportAxis(
    _ name: NameSyntax, _ problems: [Diagnostic], into diagnostics: inout [Diagnostic]
  ) -> ColumnPath? {
    diagnostics += problems
    return nil
  }

  func timeColumn(
    _ path: PathSyntax, of table: TableID, into diagnostics: inout [Diagnostic]
  ) -> ColumnPath? {
    TableFields(table: table, vocabulary: vocabulary)
      .timeColumn(path, into: &diagnostics)
  }

  func traits(of expression: MetricExpression) -> MetricTraits {
    MetricTraits(expression, of: metrics, in: specification)
  }
}

/// What is known of a metric whose formula has been resolved.
struct ResolvedMetric {
  let expression: MetricExpression
  let quantity: Quantity
  let traits: MetricTraits
}
