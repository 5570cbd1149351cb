import KPIModel
import KPITable

/// The rows of a vector as numbers that went through a division, whether they did or not.
struct RealOperand {
  private let vector: Vector
  private let isReal: Bool
  /// The parts of the unit, where they fit.
  private let parts: (top: Int64, bottom: Int64)?
  private let doubles: (top: Double, bottom: Double)

  init(_ vector: Vector) {
    self.vector = vector
    isReal = vector.kind == .real
    let unit = vector.unit
    if let top = Int64(exactly: unit.numerator), let bottom = Int64(exactly: unit.denominator) {
      parts = (top, bottom)
    } else {
      parts = nil
    }
    doubles = (Double(unit.numerator), Double(unit.denominator))
  }

  @inline(__always)
  func isMissing(_ row: Int) -> Bool {
    isReal ? vector.doubles[row].isNaN : vector.integers[row] == Vector.missing
  }

  @inline(__always)
  func fraction(_ row: Int) -> Fraction {
    if isReal { return vector.fractions[row] }
    if let parts { return Fraction(vector.integers[row], times: parts.top, over: parts.bottom) }
    return Rational(Int128(vector.integers[row]), over: 1)?.multiplied(by: vector.unit)
      .map { Fraction($0) } ?? .none
  }

  @inline(__always)
  func double(_ row: Int) -> Double {
    isReal
      ? vector.doubles[row]
      : Units.double(vector.integers[row], doubles.top, doubles.bottom, vector.unit)
  }
}

/// Loops over numbers that went through a division.
extension Kernels {
  static func real(
    _ operation: ArithmeticOperator, _ left: Vector, _ right: Vector, _ result: Vector, _ count: Int
  ) {
    let (left, right) = (RealOperand(left), RealOperand(right))
    result.mayMiss = true
    for row in 0..<count {
      guard !left.isMissing(row), !right.isMissing(row) else {
        result.set(row, .nan, .none)
        continue
      }
      let fraction = Fraction.combine(operation, left.fraction(row), right.fraction(row))
      guard fraction.isNone else {
        result.set(row, fraction.double, fraction)
        continue
      }
      let (one, other) = (left.double(row), right.double(row))
      let number: Double
      switch operation {
      case .add: number = one + other
      case .subtract: number = one - other
      case .multiply: number = one * other
      case .divide: number = other == 0 ? .nan : one / other
      }
      result.set(row, number.isFinite ? number : .nan, .none)
    }
  }

  static func compareReals(
    _ operation: ComparisonOperator, _ left: Vector, _ right: Vector, _ result: Vector, _ count: Int
  ) {
    let (left, right) = (RealOperand(left), RealOperand(right))
    result.mayMiss = true
    for row in 0..<count {
      if left.isMissing(row) || right.isMissing(row) {
        result.flags[row] = 2
      } else {
        let holds = operation.holds(
          left.double(row), left.fraction(row), right.double(row), right.fraction(row))
        result.flags[row] = holds ? 1 : 0
      }
    }
  }

  static func negateReals(_ input: Vector, _ result: Vector, _ count: Int) {
    for row in 0..<count {
      result.set(row, -input.doubles[row], input.fractions[row].negated)
    }
  }

  /// Absolute values and whole numbers, halves away from zero.
  static func roundReals(_ function: RowFunction, _ input: Vector, _ result: Vector, _ count: Int) {
    for row in 0..<count {
      let fraction = input.fractions[row]
      if fraction.isNone {
        let number = RowValue(real: input.doubles[row]).rounded(function, digits: 0)
        result.set(row, number.double ?? .nan, .none)
        continue
      }
      let rounded: Fraction
      switch function {
      case .abs: rounded = fraction.magnitude
      case .floor: rounded = fraction.floor
      case .ceiling: rounded = fraction.negated.floor.negated
      default: rounded = fraction.rounded
      }
      result.set(row, rounded.double, rounded)
    }
  }
}
