import KPIModel

/// A way to write dates: the order of its parts and the mark between them.
struct DateStyle: Hashable {
  let order: TextFormat.DateOrder
  let separator: UInt8

  static let standard = DateStyle(order: .yearMonthDay, separator: UInt8(ascii: "-"))

  /// The likeliest first; where nothing tells day and month apart, the day is taken to come first.
  static let all =
    [standard, DateStyle(order: .yearMonthDay, separator: UInt8(ascii: "/"))]
    + "/.-".utf8.map { DateStyle(order: .dayMonthYear, separator: $0) }
    + "/-".utf8.map { DateStyle(order: .monthDayYear, separator: $0) }

  /// The example that a table's block shows; `nil` for the standard way.
  var example: String? {
    guard self != .standard else { return nil }
    let mark = String(decoding: [separator], as: UTF8.self)
    switch order {
    case .yearMonthDay: return ["2026", "12", "31"].joined(separator: mark)
    case .dayMonthYear: return ["31", "12", "2026"].joined(separator: mark)
    case .monthDayYear: return ["12", "31", "2026"].joined(separator: mark)
    }
  }

  /// Whether the parts of a date exist in this order.
  func holds(_ parts: DateParts) -> Bool { day(parts) != nil }

  /// The day that the parts of a date name in this order.
  func day(_ parts: DateParts) -> Day? {
    guard parts.separator == separator else { return nil }
    let (year, month, day): (Int, Int, Int)
    switch order {
    case .yearMonthDay:
      guard parts.lengths.0 == 4 else { return nil }
      (year, month, day) = parts.values
    case .dayMonthYear:
      guard parts.lengths.2 == 4 else { return nil }
      (day, month, year) = parts.values
    case .monthDayYear:
      guard parts.lengths.2 == 4 else { return nil }
      (month, day, year) = parts.values
    }
    guard self != .standard || (parts.lengths.1 == 2 && parts.lengths.2 == 2) else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

/// Three numbers with one mark between them, and perhaps a time of day after them.
struct DateParts {
  private(set) var values = (0, 0, 0)
  private(set) var lengths = (0, 0, 0)
  let separator: UInt8
  let hasTime: Bool

  init?(_ text: [UInt8]) {
    var position = 0
    func number() -> (value: Int, length: Int)? {
      let start = position
      var value = 0
      while position < text.count, text[position] &- 48 <= 9, position - start < 4 {
        value = value * 10 + Int(text[position] - 48)
        position += 1
      }
      return position > start ? (value, position - start) : nil
    }
    guard let first = number(), position < text.count, "-/.".utf8.contains(text[position]) else {
      return nil
    }
    separator = text[position]
    position += 1
    guard let second = number(), second.length <= 2, position < text.count,
      text[position] == separator
    else { return nil }
    position += 1
    guard let third = number() else { return nil }
    if position == text.count {
      hasTime = false
    } else {
      guard DateParts.isTime(text[position...]) else { return nil }
      hasTime = true
    }
    values = (first.value, second.value, third.value)
    lengths = (first.length, second.length, third.length)
  }

  /// ` 09:30`, `T09:30:00.5Z`, ` 09:30:00 +07:00`.
  private static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 6, let first = text.first, first == 84 || first == 32 else { return false }
    let time = Array(text.dropFirst())
    func isNumber(_ index: Int, below limit: Int) -> Bool {
      guard index + 1 < time.count, time[index] &- 48 <= 9, time[index + 1] &- 48 <= 9 else {
        return false
      }
      return Int(time[index] - 48) * 10 + Int(time[index + 1] - 48) < limit
    }
    guard isNumber(0, below: 24), time[2] == UInt8(ascii: ":"), isNumber(3, below: 60) else {
      return false
    }
    return time.dropFirst(5).allSatisfy { byte in
      byte &- 48 <= 9 || ":.,+-Zz ".utf8.contains(byte)
    }
  }
}
