/// What the values of a result's column are, however a driver stores them.
package enum ResultType: Sendable, Hashable {
  /// Nothing but missing values.
  case null
  case boolean
  case integer(bits: Int, isSigned: Bool)
  case real(bits: Int)
  /// Exact numbers with a fixed count of fraction digits.
  case decimal(precision: Int, scale: Int)
  /// Exact numbers written out, each with as many digits as it needs, as PostgreSQL gives its `numeric`.
  case numeral
  case text
  case bytes
  case day
  case timeOfDay(TimeUnit)
  /// Without a zone it is what a clock on the wall showed; with one it is counted in UTC, and the zone is
  /// only how it would be shown.
  case timestamp(TimeUnit, zone: String?)
  case duration(TimeUnit)
  /// A type that no figure is computed from, such as a list, by its Arrow format.
  case unsupported(String)

  package enum TimeUnit: Sendable, Hashable {
    case second, millisecond, microsecond, nanosecond
  }
}

/// A column of a result: its name and what its values are.
package struct ResultColumn: Sendable, Hashable {
  package let name: String
  package let type: ResultType

  package init(name: String, type: ResultType) {
    self.name = name
    self.type = type
  }
}

/// How the values of a column stand in memory.
struct ColumnShape: Sendable {
  var type: ResultType
  var storage: Storage
  /// The values that the column's own numbers point to.
  var dictionary: DictionaryShape?

  enum Storage: Sendable, Hashable {
    /// There are no buffers to be read.
    case nothing
    case bits
    /// Values of so many bytes.
    case fixed(Int)
    /// Ends of stretches of bytes, in 4 or 8 bytes each.
    case offsets32, offsets64
    /// 16 bytes a value that hold a short text or say where a long one stands.
    case views
  }
}

/// The values of a column that stores numbers of values.
final class DictionaryShape: Sendable {
  let values: ColumnShape
  /// Whether the numbers are stored with a sign.
  let numbersAreSigned: Bool

  init(_ values: ColumnShape, numbersAreSigned: Bool) {
    self.values = values
    self.numbersAreSigned = numbersAreSigned
  }
}

extension ColumnShape {
  /// Reads a format of the Arrow C data interface, such as `d:18,2`; one that is not known is unsupported.
  init(format: String) {
    self =
      ColumnShape.simple[format] ?? ColumnShape(parameters: format)
      ?? ColumnShape(.unsupported(format), .nothing)
  }

  init(_ type: ResultType, _ storage: Storage) {
    self.type = type
    self.storage = storage
    dictionary = nil
  }

  private static let simple: [String: ColumnShape] = [
    "n": ColumnShape(.null, .nothing),
    "b": ColumnShape(.boolean, .bits),
    "c": ColumnShape(.integer(bits: 8, isSigned: true), .fixed(1)),
    "C": ColumnShape(.integer(bits: 8, isSigned: false), .fixed(1)),
    "s": ColumnShape(.integer(bits: 16, isSigned: true), .fixed(2)),
    "S": ColumnShape(.integer(bits: 16, isSigned: false), .fixed(2)),
    "i": ColumnShape(.integer(bits: 32, isSigned: true), .fixed(4)),
    "I": ColumnShape(.integer(bits: 32, isSigned: false), .fixed(4)),
    "l": ColumnShape(.integer(bits: 64, isSigned: true), .fixed(8)),
    "L": ColumnShape(.integer(bits: 64, isSigned: false), .fixed(8)),
    "e": ColumnShape(.real(bits: 16), .fixed(2)),
    "f": ColumnShape(.real(bits: 32), .fixed(4)),
    "g": ColumnShape(.real(bits: 64), .fixed(8)),
    "u": ColumnShape(.text, .offsets32),
    "U": ColumnShape(.text, .offsets64),
    "vu": ColumnShape(.text, .views),
    "z": ColumnShape(.bytes, .offsets32),
    "Z": ColumnShape(.bytes, .offsets64),
    "vz": ColumnShape(.bytes, .views),
    "tdD": ColumnShape(.day, .fixed(4)),
    "tdm": ColumnShape(.day, .fixed(8)),
    "tts": ColumnShape(.timeOfDay(.second), .fixed(4)),
    "ttm": ColumnShape(.timeOfDay(.millisecond), .fixed(4)),
    "ttu": ColumnShape(.timeOfDay(.microsecond), .fixed(8)),
    "ttn": ColumnShape(.timeOfDay(.nanosecond), .fixed(8)),
    "tDs": ColumnShape(.duration(.second), .fixed(8)),
    "tDm": ColumnShape(.duration(.millisecond), .fixed(8)),
    "tDu": ColumnShape(.duration(.microsecond), .fixed(8)),
    "tDn": ColumnShape(.duration(.nanosecond), .fixed(8)),
  ]

  private static let timestamps: [String: ResultType.TimeUnit] = [
    "tss": .second, "tsm": .millisecond, "tsu": .microsecond, "tsn": .nanosecond,
  ]

  /// The formats with something behind a colon.
  private init?(parameters format: String) {
    guard let colon = format.firstIndex(of: ":") else { return nil }
    let head = String(format[..<colon])
    let tail = format[format.index(after: colon)...]
    if let unit = ColumnShape.timestamps[head] {
      self.init(.timestamp(unit, zone: tail.isEmpty ? nil : String(tail)), .fixed(8))
      return
    }
    let numbers = tail.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    switch (head, numbers.count) {
    case ("w", 1):
      guard let width = numbers[0], width >= 0, width <= 1 << 24 else { return nil }
      self.init(.bytes, .fixed(width))
    case ("d", 2), ("d", 3):
      guard let precision = numbers[0], let scale = numbers[1], (1...76).contains(precision),
        (-76...76).contains(scale), let bits = numbers.count == 3 ? numbers[2] : 128,
        [32, 64, 128, 256].contains(bits)
      else { return nil }
      self.init(.decimal(precision: precision, scale: scale), .fixed(bits / 8))
    default: return nil
    }
  }
}
