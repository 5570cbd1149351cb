/// The days on which a company works: its workdays of the week without its holidays.
package struct WorkingDays: Hashable, Sendable {
  /// The workdays of the week, Monday in the lowest bit.
  private let week: UInt8
  /// In order and apart from each other, empty ones left out.
  package let holidays: [Range<Day>]
  /// For each holiday, how many workdays of the week are lost to the ones before it.
  private let lostBefore: [Int]

  /// Monday to Friday, without holidays.
  package static let standard = WorkingDays(weekdays: [0, 1, 2, 3, 4], holidays: [])

  /// Weekdays by their number, Monday being 0; holidays in any order.
  package init(weekdays: Set<Int>, holidays: [Range<Day>]) {
    let week = weekdays.reduce(into: UInt8(0)) { $0 |= 1 << UInt8(floorModulo($1, 7)) }
    self.week = week
    self.holidays = WorkingDays.merged(holidays)
    lostBefore = self.holidays.reduce(into: [0]) {
      $0.append(($0.last ?? 0) + WorkingDays.workdays(of: week, in: $1))
    }
  }

  /// The workdays of the week by their number, Monday being 0.
  package var weekdays: [Int] { (0..<7).filter { week >> UInt8($0) & 1 == 1 } }

  package func contains(_ day: Day) -> Bool {
    week >> UInt8(day.weekday) & 1 == 1
      && holidays.partitioningIndex { $0.lowerBound > day }
        == holidays.partitioningIndex { $0.upperBound > day }
  }

  package func count(in days: Range<Day>) -> Int {
    WorkingDays.workdays(of: week, in: days) - lost(before: days.upperBound)
      + lost(before: days.lowerBound)
  }

  /// The workdays of the week that fell on holidays before a day.
  private func lost(before day: Day) -> Int {
    let begun = holidays.partitioningIndex { $0.lowerBound >= day }
    guard begun > 0 else { return 0 }
    let last = holidays[begun - 1]
    let past = last.lowerBound..<min(last.upperBound, day)
    return lostBefore[begun - 1] + WorkingDays.workdays(of: week, in: past)
  }

  private static func workdays(of week: UInt8, in days: Range<Day>) -> Int {
    workdays(of: week, before: days.upperBound) - workdays(of: week, before: days.lowerBound)
  }

  /// The workdays of the week from the Monday before 1970 to a day, negative before that Monday.
  private static func workdays(of week: UInt8, before day: Day) -> Int {
    let begun = week & (1 << UInt8(day.weekday) - 1)
    return floorDivide(day.number + 3, 7) * week.nonzeroBitCount + begun.nonzeroBitCount
  }

  private static func merged(_ holidays: [Range<Day>]) -> [Range<Day>] {
    var result: [Range<Day>] = []
    for holiday in holidays.sorted(by: { $0.lowerBound < $1.lowerBound }) where !holiday.isEmpty {
      if let last = result.last, holiday.lowerBound <= last.upperBound {
        let end = max(last.upperBound, holiday.upperBound)
        result[result.count - 1] = last.lowerBound..<end
      } else {
        result.append(holiday)
      }
    }
    return result
  }
}
