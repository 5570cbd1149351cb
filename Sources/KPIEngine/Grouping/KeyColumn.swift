import KPIModel
import KPITable

/// Numbers the values of a breakdown within one thread; 0 is the missing value.
final class KeyColumn {
  private let key: TableExpression
  private let vector: Vector
  /// Where the numbers stand that are too fine for a vector; a program may hold keys itself.
  private unowned let program: Program
  private let numbered: UnsafeMutablePointer<UInt32>
  private let integers = IntegerDictionary()
  /// Numbers that are not plainly 64 bits wide, by their exact value.
  private var fractions: [Rational: UInt32] = [:]
  private var fractionValues: [Rational] = []
  /// Fractions are numbered from the top, so that they never meet the integers.
  private static let firstFraction: UInt32 = 1 << 31

  init(_ key: TableExpression, _ program: Program) {
    self.key = key
    self.program = program
    vector = program.vector(of: key)
    numbered = .allocate(capacity: Vector.capacity)
    numbered.initialize(repeating: 0, count: Vector.capacity)
  }

  deinit { numbered.deallocate() }

  /// The numbers of the values of a block.
  func numbers(_ count: Int) -> UnsafePointer<UInt32> {
    switch vector.kind {
    case .text: return UnsafePointer(vector.ids)
    case .boolean:
      for row in 0..<count {
        numbered[row] = vector.flags[row] == 2 ? 0 : UInt32(vector.flags[row]) + 1
      }
    case .day, .instant: number(count)
    case .exact where !vector.isOverflown && vector.unit == .one: number(count)
    case .exact, .real:
      for row in 0..<count { numbered[row] = fraction(row) }
    }
    return UnsafePointer(numbered)
  }

  private func number(_ count: Int) {
    for row in 0..<count {
      let value = vector.integers[row]
      numbered[row] = value == Vector.missing ? 0 : integers.number(of: value)
    }
  }

  private func fraction(_ row: Int) -> UInt32 {
    // A number past the exact range is in no group.
    let number: Rational
    switch try? program.value(of: key, row: row) {
    case .exact(let exact): number = exact
    case .real(let real):
      guard let exact = Rational(exactly: real) else { return 0 }
      number = exact
    default: return 0
    }
    if number.isInteger, let whole = Int64(exactly: number.numerator), whole != Vector.missing {
      return integers.number(of: whole)
    }
    if let known = fractions[number] { return known }
    let id = KeyColumn.firstFraction + UInt32(truncatingIfNeeded: fractionValues.count)
    fractions[number] = id
    fractionValues.append(number)
    return id
  }

  /// The value that a number stands for.
  func scalar(_ id: UInt32) -> Scalar? {
    guard id != 0 else { return nil }
    switch vector.kind {
    case .text: return vector.dictionary.map { .text($0[id]) }
    case .boolean: return .boolean(id == 2)
    case .day: return .date(Day(Int(integers.values[Int(id)])))
    case .instant: return .timestamp(Int(integers.values[Int(id)]))
    case .exact, .real:
      if id >= KeyColumn.firstFraction {
        return .number(fractionValues[Int(id - KeyColumn.firstFraction)])
      }
      return .number(Rational(Int(integers.values[Int(id)])))
    }
  }
}
