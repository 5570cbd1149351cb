package import KPIModel

/// The values of one column for the rows of a block, as raw numbers that loops can run over.
package final class ColumnVector {
  package let id: ColumnID
  package let form: Form

  package enum Form: Sendable, Hashable {
    /// Numbers of a `TextDictionary` in `ids`.
    case text
    /// Texts of which only a fingerprint is kept, in `integers`: for keys that are merely told apart.
    case fingerprint
    /// 0, 1, or 2 for missing, in `flags`.
    case boolean
    /// Days since 1970-01-01, in `integers`.
    case day
    /// Local microseconds since 1970-01-01, in `integers`.
    case instant
    /// Whole numbers in `integers` that stand for that many `10^-scale`, times the column's factor.
    case decimal
  }

  /// What a missing value is in `integers`; no value is ever that.
  package static let missing = Int64.min
  /// The rows of a block.
  package static let capacity = 4096

  package let integers: UnsafeMutablePointer<Int64>
  package let ids: UnsafeMutablePointer<UInt32>
  package let flags: UnsafeMutablePointer<UInt8>
  package let dictionary: TextDictionary
  /// The fraction digits of the numbers; it only grows, so that most blocks agree on it.
  package var scale = 0
  package let factor: Rational
  package var hasMissing = false
  /// Whether the numbers of texts are needed for one block only, so that a column of ever new texts does not
  /// fill the memory.
  let isTransient: Bool
  /// The same numbers in 128 bits, for a block in which one is too large for 64; otherwise empty.
  package var wide: [Int128] = []
  /// The fraction digits of `wide`.
  package var wideScale = 0

  package init(
    _ column: Column, id: ColumnID, dictionary: TextDictionary, isFingerprint: Bool = false,
    isTransient: Bool = false
  ) {
    self.isTransient = isTransient
    self.id = id
    self.dictionary = dictionary
    integers = .allocate(capacity: ColumnVector.capacity)
    integers.initialize(repeating: 0, count: ColumnVector.capacity)
    ids = .allocate(capacity: ColumnVector.capacity)
    ids.initialize(repeating: 0, count: ColumnVector.capacity)
    flags = .allocate(capacity: ColumnVector.capacity)
    flags.initialize(repeating: 0, count: ColumnVector.capacity)
    switch column.type {
    case .text: (form, factor) = (isFingerprint ? .fingerprint : .text, .one)
    case .boolean: (form, factor) = (.boolean, .one)
    case .date: (form, factor) = (.day, .one)
    case .timestamp: (form, factor) = (.instant, .one)
    case .integer: (form, factor) = (.decimal, .one)
    case .number(_, let factor): (form, self.factor) = (.decimal, factor)
    }
  }

  deinit {
    integers.deallocate()
    ids.deallocate()
    flags.deallocate()
  }

  /// Whether the numbers of this block are whole, as they stand in `integers`.
  package var isWhole: Bool { form == .decimal && scale == 0 && wide.isEmpty && factor == .one }

  /// Keeps only the rows that are not bad.
  func compact(_ bad: UnsafePointer<UInt8>, _ count: Int) {
    var kept = 0
    for row in 0..<count where bad[row] == 0 {
      switch form {
      case .text: ids[kept] = ids[row]
      case .boolean: flags[kept] = flags[row]
      case .fingerprint, .day, .instant, .decimal: integers[kept] = integers[row]
      }
      if !wide.isEmpty { wide[kept] = wide[row] }
      kept += 1
    }
  }
}
