/// What the values of one column have in common, gathered row by row.
struct ColumnProfile {
  let header: String
  private(set) var presentCount = 0
  private(set) var missingCount = 0
  /// The ways of writing numbers that all values fit, and those in which some have a fraction.
  private(set) var numberStyles = Set(NumberStyle.all)
  private(set) var fractionStyles: Set<NumberStyle> = []
  private(set) var dateStyles = Set(DateStyle.all)
  private(set) var hasTimes = false
  private(set) var isBoolean = true
  private var percentCount = 0
  private var hasLeadingZero = false
  /// Whether a point has more or fewer than three digits after it, so that it divides no thousands.
  private(set) var hasOddFraction = false
  private var numbers = Likeness()
  private var dates = Likeness()
  /// The different values while they are few.
  private var values: [[UInt8]: Int]? = [:]
  /// Hashes of all values while none occurs twice.
  private var seen: Set<Int>? = []

  init(header: String) { self.header = header }

  /// More different values than this are not a list to choose from.
  private static let mostValues = 12
  private static let booleans: Set<[UInt8]> = Set(
    ["true", "false", "yes", "no", "t", "f", "y", "n"].map { Array($0.utf8) })

  mutating func observe(_ field: [UInt8]) {
    guard !field.isEmpty else {
      missingCount += 1
      return
    }
    presentCount += 1
    observeNumber(field)
    observeDate(field)
    if isBoolean, field.count > 5 || !ColumnProfile.booleans.contains(field.map { $0 | 0x20 }) {
      isBoolean = false
    }
    if values != nil {
      values?[field, default: 0] += 1
      if values?.count ?? 0 > ColumnProfile.mostValues { values = nil }
    }
    if seen?.insert(field.hashValue).inserted == false { seen = nil }
  }

  private mutating func observeNumber(_ field: [UInt8]) {
    numbers.observe(field) { field in NumberStyle.all.contains { $0.match(field[...]) != nil } }
    guard !numberStyles.isEmpty else { return }
    var digits = field[...]
    if digits.last == UInt8(ascii: "%") {
      percentCount += 1
      digits.removeLast()
      while digits.last == UInt8(ascii: " ") { digits.removeLast() }
    }
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    if digits.count > 1, digits.first == 48, let second = digits.dropFirst().first,
      second &- 48 <= 9
    {
      hasLeadingZero = true
    }
    if let point = digits.lastIndex(of: UInt8(ascii: ".")), digits.endIndex - point != 4 {
      hasOddFraction = true
    }
    for style in numberStyles {
      switch style.match(digits) {
      case .whole: break
      case .fraction: fractionStyles.insert(style)
      case nil: numberStyles.remove(style)
      }
    }
  }

  private mutating func observeDate(_ field: [UInt8]) {
    dates.observe(field) { DateParts($0) != nil }
    guard !dateStyles.isEmpty else { return }
    guard field.count <= 40, let parts = DateParts(field) else {
      dateStyles = []
      return
    }
    if parts.hasTime { hasTimes = true }
    dateStyles = dateStyles.filter { $0.holds(parts) }
  }
}

/// How many values are of a kind, and the first that is not, in case it alone keeps the column from being so.
private struct Likeness {
  private var count = 0
  private var others = 0
  private var firstOther: [UInt8] = []

  mutating func observe(_ field: [UInt8], isAlike: ([UInt8]) -> Bool) {
    // Ten others and hardly any alike: it is something else altogether.
    guard others < 10 || others < count else { return }
    if isAlike(field) {
      count += 1
    } else {
      if others == 0 { firstOther = field }
      others += 1
    }
  }

  /// The first value that is not of the kind, where nine in ten are.
  var exception: String? {
    others > 0 && count >= 9 * others && firstOther.count <= 30
      ? String(decoding: firstOther, as: UTF8.self) : nil
  }
}

// MARK: - Conclusions

extension ColumnProfile {
  /// Why a column of numbers or dates is none, where a few values keep it from being so.
  var exception: TableNote? {
    if let value = numbers.exception, !namesThings { return .notANumber(example: value) }
    return dates.exception.map { .notADate(example: $0) }
  }

  var isOptional: Bool { missingCount > 0 }
  var isUnique: Bool { seen != nil && missingCount == 0 && presentCount > 0 }

  /// Whether the values count something, rather than name it: `007` and the number of an order do not.
  var isNumeric: Bool {
    presentCount > 0 && !numberStyles.isEmpty && !hasLeadingZero && !namesThings
      && (percentCount == 0 || percentCount == presentCount)
  }

  var isPercent: Bool { percentCount > 0 && percentCount == presentCount }
  var isDate: Bool { presentCount > 0 && !dateStyles.isEmpty }

  /// Whether the header says that the values are names of things, whatever they are made of.
  var namesThings: Bool {
    let words = header.lowercased().split { !$0.isLetter && !$0.isNumber }
    let name = header.lowercased()
    let endings = [
      "id", "code", "no", "sku", "zip", "phone", "mobile", "iban", "uuid", "key", "mã",
    ]
    return words.contains { endings.contains(String($0)) } || name.hasSuffix("_id")
      || (header.hasSuffix("ID") || header.hasSuffix("Id")) && words.count == 1
  }

  /// The values, when they are few and come again and again, in the order of the alphabet. Values that all
  /// have digits in them are codes of something, and there will be more.
  var allowedValues: [String]? {
    guard let values, values.count >= 2, presentCount >= max(8, 3 * values.count),
      values.keys.allSatisfy({ $0.count <= 40 }), !values.keys.allSatisfy(ColumnProfile.hasDigit)
    else { return nil }
    return values.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private static func hasDigit(_ value: [UInt8]) -> Bool { value.contains { $0 &- 48 <= 9 } }
}
