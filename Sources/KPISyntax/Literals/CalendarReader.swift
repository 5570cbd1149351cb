/// Reads dates, times and periods; what it gives exists in the calendar.
enum CalendarReader {
  typealias Bytes = ArraySlice<UInt8>

  static func date(_ bytes: Bytes) -> Result<DateLiteral, LiteralProblem> {
    guard bytes.count == 10, let year = number(bytes, 0, 4), byte(bytes, 4) == "-",
      let month = number(bytes, 5, 2), byte(bytes, 7) == "-", let day = number(bytes, 8, 2)
    else { return .failure(.shape) }
    guard year > 0, (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
    else { return .failure(.noSuchDay) }
    return .success(DateLiteral(year: year, month: month, day: day))
  }

  /// `2026-11-23T10:00:00`, then a fraction of a second, then `Z` or an offset.
  static func timestamp(_ bytes: Bytes) -> Result<TimestampLiteral, LiteralProblem> {
    guard bytes.count >= 19, byte(bytes, 10) == "T", byte(bytes, 13) == ":", byte(bytes, 16) == ":",
      let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2),
      let second = number(bytes, 17, 2)
    else { return .failure(.shape) }
    var rest = bytes.dropFirst(19)
    guard let microsecond = fraction(&rest), let offset = offset(rest) else {
      return .failure(.shape)
    }
    switch date(bytes.prefix(10)) {
    case .failure(let problem): return .failure(problem)
    case .success(let date):
      guard hour < 24, minute < 60, second < 60, offset.isPossible else {
        return .failure(.noSuchTime)
      }
      return .success(
        TimestampLiteral(
          date: date, hour: hour, minute: minute, second: second, microsecond: microsecond,
          offsetMinutes: offset.minutes))
    }
  }

  /// `2026-Q4`, `2026-11`, and of a fiscal year `FY2026-Q4`, `FY2026-M11`.
  static func period(_ bytes: Bytes) -> Result<PeriodLiteral, LiteralProblem> {
    let isFiscal = byte(bytes, 0) == "F"
    let name = bytes.dropFirst(isFiscal ? 2 : 0)
    guard let year = number(name, 0, 4), let first = byte(name, 5) else { return .failure(.shape) }
    let isBare = ("0"..."9").contains(first)
    let digits = name.dropFirst(isBare ? 5 : 6)
    guard digits.count <= 2, let part = number(digits, 0, digits.count) else {
      return .failure(.shape)
    }
    let found: PeriodLiteral
    let last: Int
    switch (first, digits.count) {
    case ("Q", 1):
      found =
        isFiscal ? .fiscalQuarter(year: year, quarter: part) : .quarter(year: year, quarter: part)
      last = 4
    case ("H", 1):
      found = isFiscal ? .fiscalHalf(year: year, half: part) : .half(year: year, half: part)
      last = 2
    case ("W", 2):
      found = isFiscal ? .fiscalWeek(year: year, week: part) : .week(year: year, week: part)
      last = 53
    case ("M", 2) where isFiscal: (found, last) = (.fiscalMonth(year: year, month: part), 12)
    case (_, 2) where isBare && !isFiscal: (found, last) = (.month(year: year, month: part), 12)
    default: return .failure(.shape)
    }
    return year > 0 && (1...last).contains(part) ? .success(found) : .failure(.noSuchPeriod)
  }

  /// `FY2026`.
  static func fiscalYear(_ bytes: Bytes) -> Result<PeriodLiteral, LiteralProblem> {
    guard bytes.count == 6, byte(bytes, 0) == "F", byte(bytes, 1) == "Y",
      let year = number(bytes, 2, 4)
    else { return .failure(.shape) }
    return year > 0 ? .success(.fiscalYear(year)) : .failure(.noSuchPeriod)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// `.5` as microseconds; digits past the sixth are below what a moment holds and are refused.
  private static func fraction(_ rest: inout Bytes) -> Int? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    rest = rest.dropFirst()
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard (1...6).contains(digits.count), var value = number(digits, 0, digits.count) else {
      return nil
    }
    for _ in digits.count..<6 { value *= 10 }
    rest = rest.dropFirst(digits.count)
    return value
  }

  private struct Offset {
    let minutes: Int?
    let isPossible: Bool
  }

  /// Nothing, `Z`, or `+07:00`.
  private static func offset(_ rest: Bytes) -> Offset? {
    guard let sign = rest.first else { return Offset(minutes: nil, isPossible: true) }
    if sign == UInt8(ascii: "Z") {
      return rest.count == 1 ? Offset(minutes: 0, isPossible: true) : nil
    }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), rest.count == 6,
      let hours = number(rest, 1, 2), byte(rest, 3) == ":", let minutes = number(rest, 4, 2)
    else { return nil }
    let total = hours * 60 + minutes
    return Offset(
      minutes: sign == UInt8(ascii: "-") ? -total : total, isPossible: hours < 24 && minutes < 60)
  }

  private static func byte(_ bytes: Bytes, _ place: Int) -> Unicode.Scalar? {
    let index = bytes.startIndex + place
    return index < bytes.endIndex ? Unicode.Scalar(bytes[index]) : nil
  }

  private static func number(_ bytes: Bytes, _ place: Int, _ count: Int) -> Int? {
    let start = bytes.startIndex + place
    guard start + count <= bytes.endIndex else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte &- UInt8(ascii: "0"))
    }
    return value
  }
}
