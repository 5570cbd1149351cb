import KPIModel
import KPITable

/// The loops that compute one step of a program over a block.
enum Kernels {
  static func run(_ step: Program.Step, _ program: Program, _ count: Int) {
    let inputs = step.inputs.map { program.steps[$0].vector }
    let result = step.vector
    switch step.operation {
    case .field, .constant: return
    default: break
    }
    result.isOverflown = inputs.contains { $0.isOverflown }
    if result.isOverflown { return }
    switch step.operation {
    case .field, .constant: return
    case .negate: negate(inputs[0], result, count)
    case .arithmetic(let operation): arithmetic(operation, inputs[0], inputs[1], result, count)
    case .scale(let factor): scale(inputs[0], by: factor, result, count)
    case .conversion(let conversion):
      guard let rates = conversion.rates(of: inputs[0], in: inputs[1], at: inputs[2], count) else {
        result.isOverflown = true
        return
      }
      arithmetic(.multiply, inputs[0], rates, result, count)
    case .difference: difference(inputs[0], inputs[1], result, count, program.fields.zone)
    case .compare(let operation): compare(operation, inputs[0], inputs[1], result, count)
    case .all: logical(inputs, result, count, deciding: 0)
    case .any: logical(inputs, result, count, deciding: 1)
    case .not:
      for row in 0..<count {
        result.flags[row] = inputs[0].flags[row] == 2 ? 2 : 1 - inputs[0].flags[row]
      }
      result.mayMiss = inputs[0].mayMiss
    case .isIn(let wanted, let scalars): isIn(wanted ?? [], scalars, inputs[0], result, count)
    case .isMissing: isMissing(inputs[0], result, count)
    case .choice: choice(inputs, result, count)
    case .coalesce: coalesce(inputs, result, count)
    case .rounding(let function): rounding(function, inputs[0], result, count)
    case .extreme(let function): extreme(function, inputs, result, count)
    case .datePart(let function): datePart(function, inputs[0], result, count)
    case .judged(let judgement): judge(judgement, inputs[0], result, count)
    case .sequence(let sequence): sequence.run(inputs[0], result, count)
    case .interpreted: interpret(step, program, count)
    }
  }

  // MARK: Constants

  static func fill(_ vector: Vector, _ scalar: Scalar) {
    let count = Vector.capacity
    switch scalar {
    case .text(let text):
      let dictionary = TextDictionary()
      vector.dictionary = dictionary
      vector.ids.update(repeating: dictionary.number(of: text), count: count)
    case .boolean(let value): vector.flags.update(repeating: value ? 1 : 0, count: count)
    case .date(let day): vector.integers.update(repeating: Int64(day.number), count: count)
    case .timestamp(let microseconds):
      vector.integers.update(repeating: Int64(microseconds), count: count)
    case .number(let number):
      guard let numerator = Int64(exactly: number.numerator), numerator != Vector.missing,
        let unit = Rational(1, over: number.denominator)
      else {
        vector.isOverflown = true
        return
      }
      vector.unit = unit
      vector.integers.update(repeating: numerator, count: count)
    }
  }

  /// A literal as a vector of a kind holds it, where the kind has just one way to.
  static func plain(_ scalar: Scalar, _ kind: Vector.Kind) -> Int64? {
    switch (scalar, kind) {
    case (.number, .exact): 0
    case (.date(let day), .day): Int64(day.number)
    case (.date(let day), .instant): Int64(day.number * microsecondsPerDay)
    case (.timestamp(let microseconds), .instant): Int64(microseconds)
    default: nil
    }
  }

  private static func arithmetic(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ result: Vector, _ count: Int
  ) {
    if result.kind == .real {
      real(operation, left, right, result, count)
    } else {
      exact(operation, left, right, result, count)
    }
  }

  // MARK: Exact numbers

  private static func negate(_ input: Vector, _ result: Vector, _ count: Int) {
    result.mayMiss = input.mayMiss
    if input.kind == .real { return negateReals(input, result, count) }
    result.unit = input.unit
    // No value is the least integer, and the missing one turns into itself.
    for row in 0..<count { result.integers[row] = 0 &- input.integers[row] }
  }

  /// Numbers times a constant: the same multiples of another unit.
  private static func scale(
    _ input: Vector, by factor: Rational, _ result: Vector, _ count: Int
  ) {
    result.mayMiss = input.mayMiss
    guard let unit = input.unit.multiplied(by: factor.magnitude) else {
      result.isOverflown = true
      return
    }
    result.unit = unit
    let (values, out) = (input.integers, result.integers)
    if factor > .zero {
      out.update(from: values, count: count)
    } else {
      for row in 0..<count { out[row] = 0 &- values[row] }
    }
  }

  private static func exact(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ result: Vector, _ count: Int
  ) {
    result.mayMiss = left.mayMiss || right.mayMiss
    if operation == .multiply {
      guard let unit = left.unit.multiplied(by: right.unit) else {
        result.isOverflown = true
        return
      }
      result.unit = unit
      combine(left, 1, right, 1, result, count) { $0.multipliedReportingOverflow(by: $1) }
      return
    }
    guard let (unit, leftFactor, rightFactor) = Units.common(left.unit, right.unit) else {
      result.isOverflown = true
      return
    }
    result.unit = unit
    if operation == .add {
      combine(left, leftFactor, right, rightFactor, result, count) {
        $0.addingReportingOverflow($1)
      }
    } else {
      combine(left, leftFactor, right, rightFactor, result, count) {
        $0.subtractingReportingOverflow($1)
      }
    }
  }

  @inline(__always)
  private static func combine(
    _ left: Vector, _ leftFactor: Int64, _ right: Vector, _ rightFactor: Int64, _ result: Vector,
    _ count: Int, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) {
    let (a, b, out) = (left.integers, right.integers, result.integers)
    var isOverflown = false
    if !result.mayMiss, leftFactor == 1, rightFactor == 1 {
      for row in 0..<count {
        let (value, overflow) = operation(a[row], b[row])
        out[row] = value
        isOverflown = isOverflown || overflow || value == Vector.missing
      }
    } else {
      for row in 0..<count {
        if a[row] == Vector.missing || b[row] == Vector.missing {
          out[row] = Vector.missing
          continue
        }
        let (x, first) = a[row].multipliedReportingOverflow(by: leftFactor)
        let (y, second) = b[row].multipliedReportingOverflow(by: rightFactor)
        let (value, third) = operation(x, y)
        out[row] = value
        isOverflown = isOverflown || first || second || third || value == Vector.missing
      }
    }
    result.isOverflown = isOverflown
  }

  /// The days between two dates, or the time that went by between two moments.
  private static func difference(
    _ left: Vector, _ right: Vector, _ result: Vector, _ count: Int, _ zone: LazyZone
  ) {
    result.mayMiss = left.mayMiss || right.mayMiss
    guard left.kind == .instant else {
      result.unit = Rational(86_400)
      combine(left, 1, right, 1, result, count) { $0.subtractingReportingOverflow($1) }
      return
    }
    result.unit = Rational(1, over: 1_000_000) ?? .one
    let zone = zone.table ?? .utc
    combine(left, 1, right, 1, result, count) { later, earlier in
      let passed = zone.utc(fromLocal: Int(later)) - zone.utc(fromLocal: Int(earlier))
      return (Int64(passed), false)
    }
  }

  // MARK: Conditions

  private static func compare(
    _ operation: ComparisonOperator, _ left: Vector, _ right: Vector, _ result: Vector, _ count: Int
  ) {
    result.mayMiss = left.mayMiss || right.mayMiss
    if left.kind == .real || right.kind == .real {
      return compareReals(operation, left, right, result, count)
    }
    if left.kind == .boolean {
      for row in 0..<count {
        let (a, b) = (left.flags[row], right.flags[row])
        result.flags[row] = a == 2 || b == 2 ? 2 : operation.holds(a, b) ? 1 : 0
      }
      return
    }
    var factors: (Int64, Int64) = (1, 1)
    if left.kind != right.kind {
      // A date stands for its midnight.
      let day = Int64(microsecondsPerDay)
      factors = left.kind == .day ? (day, 1) : (1, day)
    } else if left.kind == .exact {
      guard let common = Units.common(left.unit, right.unit) else {
        result.isOverflown = true
        return
      }
      factors = (common.left, common.right)
    }
    switch operation {
    case .equal: compare(left, right, factors, result, count) { $0 == $1 }
    case .notEqual: compare(left, right, factors, result, count) { $0 != $1 }
    case .less: compare(left, right, factors, result, count) { $0 < $1 }
    case .lessOrEqual: compare(left, right, factors, result, count) { $0 <= $1 }
    case .greater: compare(left, right, factors, result, count) { $0 > $1 }
    case .greaterOrEqual: compare(left, right, factors, result, count) { $0 >= $1 }
    }
  }

  @inline(__always)
  private static func compare(
    _ left: Vector, _ right: Vector, _ factors: (Int64, Int64), _ result: Vector, _ count: Int,
    _ holds: (Int64, Int64) -> Bool
  ) {
    let (a, b, out) = (left.integers, right.integers, result.flags)
    var isOverflown = false
    for row in 0..<count {
      let (x, first) = a[row].multipliedReportingOverflow(by: factors.0)
      let (y, second) = b[row].multipliedReportingOverflow(by: factors.1)
      let isMissing = a[row] == Vector.missing || b[row] == Vector.missing
      isOverflown = isOverflown || !isMissing && (first || second)
      out[row] = isMissing ? 2 : holds(x, y) ? 1 : 0
    }
    result.isOverflown = isOverflown
  }

  /// `and` is decided by a 0, `or` by a 1; short of that, one missing part makes the whole missing.
  private static func logical(_ inputs: [Vector], _ result: Vector, _ count: Int, deciding: UInt8) {
    let out = result.flags
    out.update(repeating: 1 - deciding, count: count)
    for input in inputs {
      let flags = input.flags
      for row in 0..<count {
        let (so, part) = (out[row], flags[row])
        out[row] = so == deciding || part == deciding ? deciding : so == 2 || part == 2 ? 2 : so
      }
    }
    result.mayMiss = inputs.contains { $0.mayMiss }
  }

  private static func isIn(
    _ wanted: [Int64], _ scalars: [Scalar], _ input: Vector, _ result: Vector, _ count: Int
  ) {
    var wanted = wanted
    if input.kind == .exact {
      // A literal that is no whole multiple of the unit equals no number of this block.
      wanted = scalars.compactMap { scalar in
        guard case .number(let number) = scalar,
          let multiple = number.divided(by: input.unit), multiple.isInteger
        else { return nil }
        return Int64(exactly: multiple.numerator)
      }
    }
    for row in 0..<count {
      let value = input.integers[row]
      result.flags[row] = value == Vector.missing ? 2 : wanted.contains(value) ? 1 : 0
    }
    result.mayMiss = input.mayMiss
  }

  private static func isMissing(_ input: Vector, _ result: Vector, _ count: Int) {
    for row in 0..<count { result.flags[row] = input.isMissing(row) ? 1 : 0 }
    result.mayMiss = false
  }

  private static func judge(
    _ judgement: TextJudgement, _ input: Vector, _ result: Vector, _ count: Int
  ) {
    guard let dictionary = input.dictionary else { return }
    judgement.prepare(dictionary)
    let (verdicts, ids, out) = (judgement.verdicts, input.ids, result.flags)
    var anyMissing: UInt8 = 0
    for row in 0..<count {
      var verdict = verdicts[Int(ids[row])]
      if verdict == 3 { verdict = judgement.judge(ids[row], dictionary) }
      out[row] = verdict
      anyMissing |= verdict
    }
    result.mayMiss = anyMissing & 2 != 0
  }

  private static func interpret(_ step: Program.Step, _ program: Program, _ count: Int) {
    let result = step.vector
    result.mayMiss = true
    var numbers: [Rational?] = []
    for row in 0..<count {
      guard let value = try? program.value(of: step.expression, row: row) else {
        result.isOverflown = true
        return
      }
      switch result.kind {
      case .exact:
        if case .exact(let number) = value { numbers.append(number) } else { numbers.append(nil) }
      case .real: result.set(row, value.double ?? .nan, value.fraction)
      case .boolean:
        if case .boolean(let truth) = value {
          result.flags[row] = truth ? 1 : 0
        } else {
          result.flags[row] = 2
        }
      case .text:
        if case .text(let text) = value, let dictionary = result.dictionary {
          result.ids[row] = dictionary.number(of: text)
        } else {
          result.ids[row] = 0
        }
      case .day:
        if case .day(let day) = value {
          result.integers[row] = Int64(day)
        } else {
          result.integers[row] = Vector.missing
        }
      case .instant:
        result.integers[row] = value.microseconds.map { Int64($0) } ?? Vector.missing
      }
    }
    if result.kind == .exact { align(numbers, in: result) }
  }

  /// Brings exact numbers to one unit.
  private static func align(_ numbers: [Rational?], in result: Vector) {
    var unit: Rational?
    for number in numbers {
      guard let number, let own = Rational(1, over: number.denominator) else { continue }
      guard let known = unit else {
        unit = own
        continue
      }
      guard let common = Units.common(known, own) else {
        result.isOverflown = true
        return
      }
      unit = common.unit
    }
    result.unit = unit ?? .one
    for (row, number) in numbers.enumerated() {
      guard let number else {
        result.integers[row] = Vector.missing
        continue
      }
      guard let multiple = number.divided(by: result.unit),
        let value = Int64(exactly: multiple.numerator), value != Vector.missing
      else {
        result.isOverflown = true
        return
      }
      result.integers[row] = value
    }
  }
}
