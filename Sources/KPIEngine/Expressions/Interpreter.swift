import KPIModel
import KPITable

/// Computes a formula for one row at a time.
///
/// It says what formulas mean; the vector programs do the same for many rows at once, and fall back on it
/// where numbers grow too large for them or where a text function is met.
struct Interpreter {
  let zone: LazyZone
  let field: (ColumnPath) -> RowValue
  /// What other tables say, by values of the row and its time: a truth, or the rate of an amount.
  var lookup: (Lookup, [RowValue], RowValue) throws(RowFailure) -> RowValue = { _, _, _ in .missing
  }

  func value(_ expression: TableExpression) throws(RowFailure) -> RowValue {
    switch expression {
    case .literal(let scalar): return RowValue(scalar)
    case .field(let path): return field(path)
    case .negated(let inner):
      switch try value(inner) {
      case .exact(let number): return .exact(number.negated)
      case .real(let number, let fraction): return .real(-number, fraction.negated)
      default: return .missing
      }
    case .arithmetic(let operation, let left, let right):
      let number = try value(left)
      if let factor = expression.constantFactor, case .exact(let number) = number {
        guard let result = number.multiplied(by: factor) else { throw .outOfRange }
        return .exact(result)
      }
      return try arithmetic(operation, number, try value(right))
    case .choice(let branches, let otherwise):
      for branch in branches where try truth(branch.condition) == true {
        return try value(branch.value)
      }
      guard let otherwise else { return .missing }
      return try value(otherwise)
    case .function(let function, let arguments):
      var values: [RowValue] = []
      for argument in arguments { values.append(try value(argument)) }
      return try Interpreter.apply(function, values)
    case .lookup(let lookup, let arguments, let time):
      var values: [RowValue] = []
      for argument in arguments { values.append(try value(argument)) }
      guard let time else { return .missing }
      let answer = try self.lookup(lookup, values, try value(time))
      guard case .conversion = lookup, let amount = values.first else { return answer }
      return try arithmetic(.multiply, amount, answer)
    case .comparison, .all, .any, .not, .isIn, .isMissing:
      return try truth(expression).map(RowValue.boolean) ?? .missing
    }
  }

  /// The truth of a condition; `nil` when a missing value leaves it open.
  func truth(_ expression: TableExpression) throws(RowFailure) -> Bool? {
    switch expression {
    case .comparison(let operation, let left, let right):
      return Interpreter.compare(operation, try value(left), try value(right))
    case .all(let parts): return try decide(parts, by: false)
    case .any(let parts): return try decide(parts, by: true)
    case .not(let inner): return try truth(inner).map { !$0 }
    case .isIn(let inner, let scalars):
      let found = try value(inner)
      guard !found.isMissing else { return nil }
      return scalars.contains { Interpreter.compare(.equal, found, RowValue($0)) == true }
    case .isMissing(let inner): return try value(inner).isMissing
    case .literal, .field, .negated, .arithmetic, .choice, .function, .lookup:
      if case .boolean(let value) = try value(expression) { return value }
      return nil
    }
  }

  /// The truth of conditions of which one decides alone if it is `deciding`, whatever the others are: also where they
  /// have no value, so that their order does not matter.
  private func decide(
    _ parts: [TableExpression], by deciding: Bool
  ) throws(RowFailure) -> Bool? {
    var result: Bool? = !deciding
    var failure: RowFailure?
    for part in parts {
      do throws(RowFailure) {
        switch try truth(part) {
        case deciding: return deciding
        case nil: result = nil
        default: break
        }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return result
  }

  static func compare(_ operation: ComparisonOperator, _ left: RowValue, _ right: RowValue) -> Bool?
  {
    switch (left, right) {
    case (.missing, _), (_, .missing): return nil
    case (.exact(let left), .exact(let right)): return operation.holds(left, right)
    case (.text(let left), .text(let right)):
      return operation.holds(TextOrder(left), TextOrder(right))
    case (.boolean(let left), .boolean(let right)):
      return operation.holds(left ? 1 : 0, right ? 1 : 0)
    default:
      if let one = left.double, let other = right.double {
        return operation.holds(one, left.fraction, other, right.fraction)
      }
      if let left = left.microseconds, let right = right.microseconds {
        return operation.holds(left, right)
      }
      return nil
    }
  }

  /// Texts are compared by their Unicode scalars, which is the order of their UTF-8 bytes.
  private struct TextOrder: Comparable {
    let text: String
    init(_ text: String) { self.text = text }

    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    static func < (left: Self, right: Self) -> Bool {
      left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }

  /// What lies between two days, or the time that went by between two moments, whatever the clocks showed.
  private func microseconds(from earlier: RowValue, to later: RowValue) -> Int128? {
    if case .instant(let earlier) = earlier, case .instant(let later) = later {
      let zone = zone.table ?? .utc
      return Int128(zone.utc(fromLocal: later)) - Int128(zone.utc(fromLocal: earlier))
    }
    guard let later = later.microseconds, let earlier = earlier.microseconds else { return nil }
    return Int128(later) - Int128(earlier)
  }

  private func arithmetic(
    _ operation: ArithmeticOperator, _ left: RowValue, _ right: RowValue
  ) throws(RowFailure) -> RowValue {
    if left.isMissing || right.isMissing { return .missing }
    if operation == .subtract, let microseconds = microseconds(from: right, to: left) {
      guard let seconds = Rational(microseconds, over: 1_000_000) else { throw .outOfRange }
      return .exact(seconds)
    }
    if operation != .divide, case .exact(let left) = left, case .exact(let right) = right {
      let result: Rational?
      switch operation {
      case .add: result = left.adding(right)
      case .subtract: result = left.subtracting(right)
      case .multiply: result = left.multiplied(by: right)
      case .divide: result = nil
      }
      guard let result else { throw .outOfRange }
      return .exact(result)
    }
    let fraction = Fraction.combine(operation, left.fraction, right.fraction)
    if !fraction.isNone { return RowValue(real: fraction.double, fraction) }
    guard let left = left.double, let right = right.double else { return .missing }
    switch operation {
    case .add: return RowValue(real: left + right)
    case .subtract: return RowValue(real: left - right)
    case .multiply: return RowValue(real: left * right)
    case .divide: return right == 0 ? .missing : RowValue(real: left / right)
    }
  }
}

extension RowExpression {
  /// What a division by a constant multiplies by, so that its result stays exact.
  var constantFactor: Rational? {
    guard case .arithmetic(.divide, _, .literal(.number(let divisor))) = self else { return nil }
    return Rational.one.divided(by: divisor)
  }
}
