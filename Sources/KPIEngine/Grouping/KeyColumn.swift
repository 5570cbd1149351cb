import KPIModel
import KPITable

/// Numbers the values of a breakdown within one thread; 0 is the missing value.
final class KeyColumn {
  private let key: TableExpression
  private let vector: Vector
  /// Where the numbers stand that are too fine for a vector; a program may hold keys itself.
  private unowned let program: Program
  /// The rows of the last block for which the key has no value, and why; they are in the group without one.
  private(set) var failures: [(row: Int, failure: RowFailure)] = []
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
    failures.removeAll(keepingCapacity: true)
    guard !vector.isOverflown else {
      for row in 0..<count {
        numbered[row] = number(row) { () throws(RowFailure) in
          try program.value(of: key, row: row)
        }
      }
      return UnsafePointer(numbered)
    }
    switch vector.kind {
    case .text: return UnsafePointer(vector.ids)
    case .boolean:
      for row in 0..<count {
        numbered[row] = vector.flags[row] == 2 ? 0 : UInt32(vector.flags[row]) + 1
      }
    case .day, .instant: number(count)
    case .exact where vector.unit == .one: number(count)
    case .exact, .real:
      for row in 0..<count {
        numbered[row] = number(row) { () throws(RowFailure) in try vector.value(row) }
      }
    }
    return UnsafePointer(numbered)
  }

  private func number(_ count: Int) {
    for row in 0..<count {
      let value = vector.integers[row]
      numbered[row] = value == Vector.missing ? 0 : integers.number(of: value)
    }
  }

  /// The number of one row's value.
  private func number(_ row: Int, _ value: () throws(RowFailure) -> RowValue) -> UInt32 {
    do throws(RowFailure) {
      switch try value() {
      case .missing: return 0
      case .text(let text): return vector.dictionary?.number(of: text) ?? 0
      case .boolean(let value): return value ? 2 : 1
      case .day(let value), .instant(let value): return integers.number(of: Int64(value))
      case .exact(let number): return self.number(of: number)
      case .real(let real, let fraction):
        return (fraction.rational ?? Rational(exactly: real)).map(number) ?? 0
      }
    } catch {
      failures.append((row, error))
      return 0
    }
  }

  private func number(of number: Rational) -> UInt32 {
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
