import KPIModel

/// Reads dates and timestamps from text, in the order and with the separator that the table declares.
struct DateReader {
  let format: TextFormat
  /// The zone that a timestamp with an offset is converted to.
  let zone: LazyZone

  /// The months that were read before, by a few bits of their text: few occur, and again and again.
  private var months: [Month]

  private struct Month {
    /// `2026-01-` as a number; 0 for a free place.
    var text: UInt64 = 0
    var firstDay = 0
    var dayCount = 0
  }

  private let isStandard: Bool

  var readsStandardDates: Bool { isStandard }

  static let microsecondsPerDay = 86_400_000_000

  init(format: TextFormat, zone: LazyZone) {
    self.format = format
    self.zone = zone
    months = [Month](repeating: Month(), count: 1 << DateReader.monthBits)
    isStandard = format.dateOrder == .yearMonthDay && format.dateSeparator == UInt8(ascii: "-")
  }

  enum Failure: Error {
    case invalid
    /// The text has an offset, and the caller knows no zone to convert it to.
    case unknownOffset
  }

  private static let monthBits = 8

  /// Spreads years and months over the places; any error of this is only a slower answer.
  @inline(__always)
  private static func place(_ text: UInt64) -> Int {
    Int(truncatingIfNeeded: (text &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - monthBits))
  }

  /// The day of `2026-01-31` at the start of a text of at least ten bytes, or `nil`.
  @inline(__always)
  mutating func standardDay(_ bytes: UnsafePointer<UInt8>) -> Int? {
    let text = loadWord(bytes)
    var month = months[DateReader.place(text)]
    if month.text != text {
      guard let read = DateReader.month(text) else { return nil }
      months[DateReader.place(text)] = read
      month = read
    }
    let tens = Int(bytes[8]) &- 48
    let ones = Int(bytes[9]) &- 48
    let day = tens &* 10 &+ ones
    guard UInt(bitPattern: ones) <= 9, UInt(bitPattern: tens) <= 3, day >= 1,
      day <= month.dayCount
    else { return nil }
    return month.firstDay &+ day &- 1
  }

  /// The month of `2026-01-`.
  @inline(never)
  private static func month(_ text: UInt64) -> Month? {
    // Digits become their values, hyphens 0.
    let values = text ^ 0x2D30_302D_3030_3030
    guard values & 0xFF00_00FF_0000_0000 == 0,
      ((values &+ 0x0006_0600_0606_0606) | values) & 0x00F0_F000_F0F0_F0F0 == 0
    else { return nil }
    let digit = { (index: UInt64) in Int(values >> (8 * index) & 0xF) }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return Month(
      text: text, firstDay: first.number, dayCount: Day.daysInMonth(year: year, month: month))
  }

  /// Microseconds into the day of `09:30:00`, or `nil`.
  @inline(__always)
  static func standardTime(_ bytes: UnsafePointer<UInt8>) -> Int? {
    let values = loadWord(bytes) ^ 0x3030_3A30_303A_3030
    guard values & 0x0000_FF00_00FF_0000 == 0,
      ((values &+ 0x0606_0006_0600_0606) | values) & 0xF0F0_FFF0_F0FF_F0F0 == 0
    else { return nil }
    let hour = (values & 0xF) &* 10 &+ (values >> 8 & 0xF)
    let minute = (values >> 24 & 0xF) &* 10 &+ (values >> 32 & 0xF)
    let second = (values >> 48 & 0xF) &* 10 &+ (values >> 56 & 0xF)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return Int(truncatingIfNeeded: (hour &* 3600 &+ minute &* 60 &+ second) &* 1_000_000)
  }

  /// Any date of the declared format, with spaces around it.
  func day(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Int {
    var cursor = Cursor(DecimalReader.trimmed(text))
    let day = try date(&cursor)
    guard cursor.isAtEnd else { throw .invalid }
    return day
  }

  /// Any timestamp: a date, then optionally a time, a fraction of a second and an offset.
  func instant(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) -> Int {
    var cursor = Cursor(DecimalReader.trimmed(text))
    let day = try date(&cursor)
    var local = day * DateReader.microsecondsPerDay
    guard !cursor.isAtEnd else { return local }
    guard cursor.take(UInt8(ascii: "T")) || cursor.take(UInt8(ascii: " ")) else { throw .invalid }
    guard let hour = cursor.number(digits: 2...2), hour < 24, cursor.take(UInt8(ascii: ":")),
      let minute = cursor.number(digits: 2...2), minute < 60
    else { throw .invalid }
    var second = 0
    var fraction = 0
    if cursor.take(UInt8(ascii: ":")) {
      guard let number = cursor.number(digits: 2...2), number < 60 else { throw .invalid }
      second = number
      if cursor.take(UInt8(ascii: ".")) || cursor.take(UInt8(ascii: ",")) {
        guard let number = cursor.fraction() else { throw .invalid }
        fraction = number
      }
    }
    local += ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
    _ = cursor.take(UInt8(ascii: " "))
    guard !cursor.isAtEnd else { return local }
    let offset = try offset(&cursor)
    guard let zone = zone.table else { throw .unknownOffset }
    return zone.local(fromUTC: local - offset * 1_000_000)
  }

  /// The seconds of `Z`, `+07:00`, `+0700` or `+07`.
  private func offset(_ cursor: inout Cursor) throws(Failure) -> Int {
    if cursor.take(UInt8(ascii: "Z")) || cursor.take(UInt8(ascii: "z")) {
      guard cursor.isAtEnd else { throw .invalid }
      return 0
    }
    let isNegative = cursor.take(UInt8(ascii: "-"))
    guard isNegative || cursor.take(UInt8(ascii: "+")),
      let hours = cursor.number(digits: 2...2), hours <= 18
    else { throw .invalid }
    var minutes = 0
    if !cursor.isAtEnd {
      _ = cursor.take(UInt8(ascii: ":"))
      guard let number = cursor.number(digits: 2...2), number < 60 else { throw .invalid }
      minutes = number
    }
    guard cursor.isAtEnd else { throw .invalid }
    return (isNegative ? -1 : 1) * (hours * 60 + minutes) * 60
  }

  private func date(_ cursor: inout Cursor) throws(Failure) -> Int {
    let digits = isStandard ? 2...2 : 1...2
    let year: Int?
    let month: Int?
    let day: Int?
    switch format.dateOrder {
    case .yearMonthDay:
      year = cursor.number(digits: 4...4)
      guard cursor.take(format.dateSeparator) else { throw .invalid }
      month = cursor.number(digits: digits)
      guard cursor.take(format.dateSeparator) else { throw .invalid }
      day = cursor.number(digits: digits)
    case .dayMonthYear, .monthDayYear:
      let first = cursor.number(digits: digits)
      guard cursor.take(format.dateSeparator) else { throw .invalid }
      let second = cursor.number(digits: digits)
      guard cursor.take(format.dateSeparator) else { throw .invalid }
      year = cursor.number(digits: 4...4)
      (month, day) = format.dateOrder == .dayMonthYear ? (second, first) : (first, second)
    }
    guard let year, let month, let day, let date = Day(year: year, month: month, day: day) else {
      throw .invalid
    }
    return date.number
  }

  /// A place in a short text.
  private struct Cursor {
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { index == text.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < text.count, text[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while count < digits.upperBound, index < text.count, text[index] &- 48 <= 9 {
        value = value * 10 + Int(text[index] - 48)
        index += 1
        count += 1
      }
      return count >= digits.lowerBound ? value : nil
    }

    /// Microseconds; further digits are dropped.
    mutating func fraction() -> Int? {
      var value = 0
      var count = 0
      while index < text.count, text[index] &- 48 <= 9 {
        if count < 6 { value = value * 10 + Int(text[index] - 48) }
        index += 1
        count += 1
      }
      guard count > 0 else { return nil }
      for _ in min(count, 6)..<6 { value *= 10 }
      return value
    }
  }
}

extension ColumnVector {
  func readDays(_ fields: FieldView, _ count: Int, _ reader: inout DateReader, _ report: RowReport)
  {
    let isStandard = reader.readsStandardDates
    var anyMissing = false
    for row in 0..<count {
      let (start, length) = fields[row]
      if length == 10, isStandard, let day = reader.standardDay(start) {
        integers[row] = Int64(day)
        continue
      }
      if length == 0 {
        integers[row] = ColumnVector.missing
        anyMissing = true
        continue
      }
      do throws(DateReader.Failure) {
        let text = UnsafeBufferPointer(start: start, count: length)
        integers[row] = Int64(try reader.day(text))
      } catch {
        report.bad(row, .invalidDate)
        integers[row] = 0
      }
    }
    hasMissing = anyMissing
  }

  func readInstants(
    _ fields: FieldView, _ count: Int, _ reader: inout DateReader, _ report: RowReport
  ) {
    let isStandard = reader.readsStandardDates
    var anyMissing = false
    for row in 0..<count {
      let (start, length) = fields[row]
      if length == 19, isStandard, start[10] == UInt8(ascii: " ") || start[10] == UInt8(ascii: "T"),
        let time = DateReader.standardTime(start + 11), let day = reader.standardDay(start)
      {
        integers[row] = Int64(day &* DateReader.microsecondsPerDay &+ time)
        continue
      }
      if length == 0 {
        integers[row] = ColumnVector.missing
        anyMissing = true
        continue
      }
      do throws(DateReader.Failure) {
        integers[row] = Int64(
          try reader.instant(UnsafeBufferPointer(start: start, count: length)))
      } catch {
        switch error {
        case .invalid: report.bad(row, .invalidTimestamp)
        case .unknownOffset: report.bad(row, .unknownOffset)
        }
        integers[row] = 0
      }
    }
    hasMissing = anyMissing
  }
}
