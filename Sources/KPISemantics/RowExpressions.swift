import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Finds the columns that a row expression mentions.
protocol FieldResolver: Reading {
  associatedtype Field: Hashable & Sendable
  /// The field and its type; `nil` when the path was reported.
  func resolve(_ path: PathSyntax, into diagnostics: inout [Diagnostic]) -> ResolvedField<Field>?
}

struct ResolvedField<Field: Hashable & Sendable> {
  /// The field itself, or the formula that a dimension has for it.
  let expression: RowExpression<Field>
  let type: ScalarType
  /// The values that the column may hold, where they are declared.
  let allowed: [Scalar]?
}

/// What dates the rows that an expression is about.
enum RowTime {
  /// The column; `nil` for rows without a time.
  case known(ColumnPath?)
  /// Something further out may say.
  case unknown
}

/// Resolves and types the expressions over the values of a row.
struct RowExpressions<Fields: FieldResolver> {
  typealias Expression = RowExpression<Fields.Field>

  let fields: Fields
  let time: RowTime
  /// Whether a stock is read, so that rows have an age.
  var hasMoment = false

  /// A condition: an expression that is true or false.
  func condition(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Expression? {
    guard let value = resolve(syntax, into: &diagnostics) else { return nil }
    guard value.type.scalar == .boolean else {
      diagnostics.append(
        .typeMismatch(
          expected: "yes or no", found: value.type.scalar.name, subject: syntax.syntax.text,
          at: syntax.range))
      return nil
    }
    return value.expression
  }

  func resolve(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    switch syntax {
    case .literal(let literal): return self.literal(literal, into: &diagnostics)
    case .path(let path):
      guard let field = fields.resolve(path, into: &diagnostics) else { return nil }
      return Typed(field.expression, ExpressionType(field.type))
    case .parenthesized(let inner): return resolve(inner.inner, into: &diagnostics)
    case .negation(let negation):
      guard let value = number(negation.operand, into: &diagnostics) else { return nil }
      if case .literal(.number(let rational)) = value.expression {
        return Typed(.literal(.number(rational.negated)), value.type)
      }
      return Typed(.negated(value.expression), value.type)
    case .not(let not):
      return condition(not.operand, into: &diagnostics).map { Typed(.not($0), .boolean) }
    case .binary(let binary): return self.binary(binary, into: &diagnostics)
    case .inList(let list): return membership(list, into: &diagnostics)
    case .between(let between): return range(between, into: &diagnostics)
    case .isMissing(let test):
      guard let value = resolve(test.operand, into: &diagnostics) else { return nil }
      let isMissing = Expression.isMissing(value.expression)
      return Typed(test.isNegated ? .not(isMissing) : isMissing, .boolean)
    case .conditional(let conditional): return choice(conditional, into: &diagnostics)
    case .call(let call): return self.call(call, into: &diagnostics)
    case .filtered, .per, .phrase:
      diagnostics.append(.notARowExpression(at: syntax.range))
      return nil
    case .missing: return nil
    }
  }

  private func number(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    guard let value = resolve(syntax, into: &diagnostics) else { return nil }
    guard value.type.quantity != nil else {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: value.type.scalar.name, subject: syntax.syntax.text,
          at: syntax.range))
      return nil
    }
    return value
  }

  // MARK: Literals

  private func literal(
    _ syntax: LiteralSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    LiteralReader(units: fields.scope.units).scalar(syntax, into: &diagnostics)
      .map { Typed(.literal($0.expression), $0.type) }
  }

  // MARK: Operators

  private func binary(
    _ syntax: BinarySyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    let steps = syntax.steps
    // A longer chain was reported by the parser; resolved, it would be a tree too deep to walk.
    guard steps.count <= SyntaxLimits.chain else { return nil }
    guard let first = steps.first else { return resolve(syntax.first, into: &diagnostics) }
    switch first.operator {
    case .and, .or:
      if first.operator == .or, let list = syntax.valuesOfOneColumn {
        diagnostics.append(.valuesWithoutList(list.values, of: list.column, at: syntax.range))
        return nil
      }
      var parts: [Expression] = []
      var isComplete = true
      for operand in [syntax.first] + steps.map(\.operand) {
        if let part = condition(operand, into: &diagnostics) {
          parts.append(part)
        } else {
          isComplete = false
        }
      }
      guard isComplete else { return nil }
      return Typed(first.operator == .and ? .all(parts) : .any(parts), .boolean)
    case .add, .subtract, .multiply, .divide:
      return chain(syntax.first, steps, into: &diagnostics)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let left = resolve(syntax.first, into: &diagnostics)
      if left?.type.scalar == .text, let word = unknownWord(first.operand) {
        diagnostics.append(
          .textWithoutQuotes(word, column: syntax.first.syntax.text, at: first.operand.range))
        return nil
      }
      let right = resolve(first.operand, into: &diagnostics)
      guard let left, let right, let operation = ComparisonOperator(first.operator) else {
        return nil
      }
      checkValues(
        left.expression, syntax.first, right.expression, first.operand, into: &diagnostics)
      return comparison(
        operation, left, right, syntax.first, first.operand, at: syntax.range, into: &diagnostics)
    }
  }

  /// A word that names nothing, where a text was most likely meant.
  private func unknownWord(_ syntax: ExpressionSyntax) -> String? {
    guard case .path(let path) = syntax, path.parts.count == 1 else { return nil }
    var ignored: [Diagnostic] = []
    return fields.resolve(path, into: &ignored) == nil ? path.parts[0].text : nil
  }

  /// Operands of one precedence, from left to right.
  private func chain(
    _ first: ExpressionSyntax, _ steps: [BinarySyntax.Step], into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    var result = resolve(first, into: &diagnostics)
    for step in steps {
      let next = resolve(step.operand, into: &diagnostics)
      guard let left = result, let right = next else {
        result = nil
        continue
      }
      result = arithmetic(step, left, first, right, into: &diagnostics)
    }
    return result
  }

  private func arithmetic(
    _ step: BinarySyntax.Step, _ left: Typed<Expression>, _ leftSyntax: ExpressionSyntax,
    _ right: Typed<Expression>, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    guard let operation = ArithmeticOperator(step.operator) else { return nil }
    let range = step.operand.range
    if operation == .subtract, left.type.scalar == right.type.scalar,
      left.type.scalar == .date || left.type.scalar == .timestamp
    {
      return Typed(
        .arithmetic(.subtract, left.expression, right.expression), .number(Quantity(.time)))
    }
    if left.type.isDay || right.type.isDay {
      diagnostics.append(
        .dateArithmetic(
          (leftSyntax.syntax.text, left.type.scalar.name), operation.rawValue,
          (step.operand.syntax.text, right.type.scalar.name), at: leftSyntax.range.union(range)))
      return nil
    }
    for (side, syntax) in [(left, leftSyntax), (right, step.operand)]
    where side.type.quantity == nil {
      diagnostics.append(
        .typeMismatch(
          expected: "a number", found: side.type.scalar.name, subject: syntax.syntax.text,
          at: syntax.range))
      return nil
    }
    let mixed = [left, right].count { $0.type.isMixed }
    guard mixed == 0 || mixed == 1 && (operation == .multiply || operation == .divide) else {
      diagnostics.append(.mixedCurrencies(at: range))
      return nil
    }
    switch operation {
    case .multiply, .divide:
      let type = UnitAlgebra.product(left.type, right.type, isQuotient: operation == .divide)
      return type.map { Typed(.arithmetic(operation, left.expression, right.expression), $0) }
    case .add, .subtract:
      guard let common = UnitAlgebra.common(left.type, right.type) else {
        diagnostics.append(
          .unitMismatch(
            left.type.unitName, right.type.unitName,
            operation: operation.rawValue, at: range))
        return nil
      }
      return Typed(
        .arithmetic(operation, adapted(left, to: common), adapted(right, to: common)),
        ExpressionType(
          .number(common), isBareNumber: left.type.isBareNumber && right.type.isBareNumber))
    }
  }

  /// A bare number beside a column in cents or minutes means cents or minutes.
  private func adapted(_ value: Typed<Expression>, to quantity: Quantity) -> Expression {
    guard value.type.isBareNumber, case .scaled(_, let factor) = quantity.style else {
      return value.expression
    }
    if case .literal(.number(let number)) = value.expression,
      let product = number.multiplied(by: factor)
    {
      return .literal(.number(product))
    }
    return .arithmetic(.multiply, value.expression, .literal(.number(factor)))
  }

  private func comparison(
    _ operation: ComparisonOperator, _ left: Typed<Expression>, _ right: Typed<Expression>,
    _ leftSyntax: ExpressionSyntax, _ rightSyntax: ExpressionSyntax, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    switch (left.type.scalar, right.type.scalar) {
    case (.number, .number):
      guard !left.type.isMixed, !right.type.isMixed else {
        diagnostics.append(.mixedCurrencies(at: range))
        return nil
      }
      guard let common = UnitAlgebra.common(left.type, right.type) else {
        diagnostics.append(
          .unitMismatch(
            left.type.unitName, right.type.unitName,
            operation: operation.rawValue, at: range))
        return nil
      }
      return Typed(
        .comparison(operation, adapted(left, to: common), adapted(right, to: common)), .boolean)
    // A moment compared with a day is compared by its day.
    case (.timestamp, .date):
      return Typed(
        .comparison(operation, .function(.date, [left.expression]), right.expression), .boolean)
    case (.date, .timestamp):
      return Typed(
        .comparison(operation, left.expression, .function(.date, [right.expression])), .boolean)
    case (.boolean, .boolean) where operation == .equal || operation == .notEqual,
      (.text, .text), (.date, .date), (.timestamp, .timestamp):
      return Typed(.comparison(operation, left.expression, right.expression), .boolean)
    default:
      diagnostics.append(
        .differentKinds(
          (leftSyntax.syntax.text, left.type.scalar.name),
          (rightSyntax.syntax.text, right.type.scalar.name, rightSyntax.range), at: range))
      return nil
    }
  }

  /// A text compared with a column whose values are listed must be one of them.
  private func checkValues(
    _ left: Expression, _ leftSyntax: ExpressionSyntax, _ right: Expression,
    _ rightSyntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) {
    for (column, literal, place) in [
      (leftSyntax, right, rightSyntax), (rightSyntax, left, leftSyntax),
    ] {
      guard case .literal(let scalar) = literal, case .text = scalar,
        case .path(let path) = column
      else { continue }
      checkValue(scalar, of: path, at: place.range, into: &diagnostics)
    }
  }

  private func checkValue(
    _ scalar: Scalar, of path: PathSyntax, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) {
    guard case .text(let text) = scalar else { return }
    var ignored: [Diagnostic] = []
    guard let allowed = fields.resolve(path, into: &ignored)?.allowed, !allowed.contains(scalar)
    else { return }
    diagnostics.append(
      .unknownValue(text, column: path.syntax.text, allowed: allowed.map(\.text), at: range))
  }

  private func membership(
    _ syntax: InListSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    let operand = resolve(syntax.operand, into: &diagnostics)
    var scalars: [Scalar] = []
    var timeKind: ScalarType?
    var isComplete = operand != nil
    for valueSyntax in syntax.values {
      guard let operand, let value = resolve(valueSyntax, into: &diagnostics) else {
        isComplete = false
        continue
      }
      guard case .literal = value.expression else {
        diagnostics.append(.notALiteral(at: valueSyntax.range))
        isComplete = false
        continue
      }
      // A list for moments holds days or moments, not both, and a list for days only days: it is
      // compared in one way.
      let kind = value.type.scalar
      if kind == .date || kind == .timestamp {
        let expected = operand.type.scalar == .timestamp ? timeKind ?? kind : operand.type.scalar
        timeKind = expected
        guard kind == expected else {
          diagnostics.append(
            .typeMismatch(expected: expected.name, found: kind.name, at: valueSyntax.range))
          isComplete = false
          continue
        }
      }
      guard
        let equality = comparison(
          .equal, operand, value, syntax.operand, valueSyntax, at: valueSyntax.range,
          into: &diagnostics),
        case .comparison(_, _, .literal(let scalar)) = equality.expression
      else {
        isComplete = false
        continue
      }
      if case .path(let path) = syntax.operand {
        checkValue(scalar, of: path, at: valueSyntax.range, into: &diagnostics)
      }
      scalars.append(scalar)
    }
    guard isComplete, let operand else { return nil }
    var tested = operand.expression
    if operand.type.scalar == .timestamp, case .date? = scalars.first {
      tested = .function(.date, [tested])
    }
    let isIn = Expression.isIn(tested, scalars)
    return Typed(syntax.isNegated ? .not(isIn) : isIn, .boolean)
  }

  private func range(
    _ syntax: BetweenSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    guard let value = resolve(syntax.operand, into: &diagnostics),
      let lower = resolve(syntax.lower, into: &diagnostics),
      let upper = resolve(syntax.upper, into: &diagnostics),
      let above = comparison(
        .greaterOrEqual, value, lower, syntax.operand, syntax.lower, at: syntax.lower.range,
        into: &diagnostics),
      let below = comparison(
        .lessOrEqual, value, upper, syntax.operand, syntax.upper, at: syntax.upper.range,
        into: &diagnostics)
    else { return nil }
    let both = Expression.all([above.expression, below.expression])
    return Typed(syntax.isNegated ? .not(both) : both, .boolean)
  }

  // MARK: Choices

  private func choice(
    _ syntax: CaseSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    var conditions: [Expression] = []
    var values: [(ExpressionSyntax, Typed<Expression>)] = []
    var isComplete = true
    for arm in syntax.arms {
      let condition = condition(arm.condition, into: &diagnostics)
      let value = resolve(arm.value, into: &diagnostics)
      guard let condition, let value else {
        isComplete = false
        continue
      }
      conditions.append(condition)
      values.append((arm.value, value))
    }
    if let otherwise = syntax.otherwise {
      if let value = resolve(otherwise, into: &diagnostics) {
        values.append((otherwise, value))
      } else {
        isComplete = false
      }
    }
    guard isComplete, let unified = unify(values, into: &diagnostics) else { return nil }
    let branches = zip(conditions, unified.expressions).map {
      Expression.Branch(condition: $0, value: $1)
    }
    let otherwise = syntax.otherwise == nil ? nil : unified.expressions.last
    return Typed(.choice(branches, otherwise: otherwise), unified.type)
  }

  /// Gives alternatives one type, or reports the one that does not fit.
  func unify(
    _ values: [(syntax: ExpressionSyntax, value: Typed<Expression>)],
    into diagnostics: inout [Diagnostic]
  ) -> (expressions: [Expression], type: ExpressionType)? {
    guard var type = values.first?.value.type else { return nil }
    for (syntax, value) in values.dropFirst() {
      if type.quantity != nil, value.type.quantity != nil {
        guard let common = UnitAlgebra.common(type, value.type) else {
          diagnostics.append(
            .unitMismatch(
              type.unitName, value.type.unitName, operation: "or",
              at: syntax.range))
          return nil
        }
        type = ExpressionType(
          .number(common), isBareNumber: type.isBareNumber && value.type.isBareNumber)
      } else if type.scalar != value.type.scalar {
        diagnostics.append(
          .typeMismatch(
            expected: type.scalar.name, found: value.type.scalar.name, at: syntax.range))
        return nil
      }
    }
    let quantity = type.quantity
    return (
      values.map { value in quantity.map { adapted(value.value, to: $0) } ?? value.value.expression
      }, type
    )
  }
}

/// How large a formula may be.
enum FormulaLimits {
  /// The depth of a formula with the metrics it uses written out.
  static let depth = 1200
  /// The nodes of a formula with the metrics it uses written out.
  static let size = 20_000
}

extension ArithmeticOperator {
  init?(_ operation: BinaryOperator) {
    switch operation {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    default: return nil
    }
  }
}

extension ComparisonOperator {
  init?(_ operation: BinaryOperator) {
    switch operation {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}
