import KPIModel
import KPITable

/// A zone rule as POSIX writes it, such as `CET-1CEST,M3.5.0,M10.5.0/3`: it goes on after the last
/// transition of a time zone file.
struct PosixZone {
  /// Seconds east of Greenwich in standard time.
  let standard: Int
  private let summer: Summer?

  fileprivate struct Summer {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// The `week`th `weekday` (0 is Sunday, week 5 the last) of a month, at a second of the day.
  fileprivate struct Change {
    let month: Int
    let week: Int
    let weekday: Int
    let second: Int
  }

  /// `nil` for rules of another form, which the time zone data does not use.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var head = parts.first?[...] ?? ""
    guard PosixZone.takeName(&head), let west = PosixZone.takeTime(&head) else { return nil }
    standard = -west
    guard PosixZone.takeName(&head) else {
      summer = nil
      return
    }
    let summerWest = head.isEmpty ? west - 3600 : PosixZone.takeTime(&head)
    guard let summerWest, parts.count == 3, let start = Change(parts[1]), let end = Change(parts[2])
    else { return nil }
    summer = Summer(offset: -summerWest, start: start, end: end)
  }

  /// The changes of the clock in a year.
  func transitions(in year: Int) -> [TimeZoneTable.Transition] {
    guard let summer else { return [] }
    return [
      TimeZoneTable.Transition(
        second: summer.start.second(in: year) - standard, offset: summer.offset),
      TimeZoneTable.Transition(
        second: summer.end.second(in: year) - summer.offset, offset: standard),
    ].sorted { $0.second < $1.second }
  }

  /// A name: letters, or anything between angle brackets.
  private static func takeName(_ text: inout Substring) -> Bool {
    if text.first == "<" {
      guard let end = text.firstIndex(of: ">") else { return false }
      text = text[text.index(after: end)...]
      return true
    }
    let name = text.prefix { $0.isLetter }
    text = text.dropFirst(name.count)
    return !name.isEmpty
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  fileprivate static func takeTime(_ text: inout Substring) -> Int? {
    let sign = text.first == "-" ? -1 : 1
    if text.first == "-" || text.first == "+" { text = text.dropFirst() }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    text = text.dropFirst(digits.count)
    let numbers = digits.split(separator: ":").compactMap { Int($0) }
    guard (1...3).contains(numbers.count), numbers.allSatisfy({ $0 <= 167 }) else { return nil }
    return sign * zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension PosixZone.Change {
  fileprivate init?(_ text: Substring) {
    let halves = text.split(separator: "/", maxSplits: 1)
    guard let date = halves.first, date.first == "M" else { return nil }
    let numbers = date.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
      (0...6).contains(numbers[2])
    else { return nil }
    var time = halves.count > 1 ? halves[1] : "2"
    guard let second = PosixZone.takeTime(&time) else { return nil }
    (month, week, weekday, self.second) = (numbers[0], numbers[1], numbers[2], second)
  }

  /// The wall-clock second of the change, counted from 1970.
  fileprivate func second(in year: Int) -> Int {
    let length = Day.daysInMonth(year: year, month: month)
    let first = Day(year: year, month: month, day: 1) ?? .first
    // `Day.weekday` counts from Monday.
    let firstWeekday = (first.weekday + 1) % 7
    var day = 1 + (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
    while day > length { day -= 7 }
    return (first.number + day - 1) * 86_400 + second
  }
}
