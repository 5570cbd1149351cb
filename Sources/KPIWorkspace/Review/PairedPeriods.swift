import KPIModel

/// The last periods of one length, as the calendars of two specifications cut them.
///
/// Periods are compared by their names: where a fiscal year begins otherwise, its second quarter is held against what
/// was called so before.
struct PairedPeriods {
  let grain: Grain
  /// In the order of time; the running one last.
  let names: [String]
  let base: [Period]
  let head: [Period]

  /// The last periods that are over, and the running one beside them. Where the head has no calendar of its own for
  /// them, it is that of the base.
  init(_ grain: Grain, last count: Int, asOf: Day, base other: Calendar, head calendar: Calendar) {
    self.grain = grain
    var period = calendar.period(grain, containing: asOf)
    var all: [Period] = []
    // A running period is looked at beside those that are over.
    for _ in 0..<(period.lastDay > asOf ? count + 1 : count) {
      all.append(period)
      guard period.start > Day.first.adding(days: 366) else { break }
      period = calendar.period(grain, containing: period.start.adding(days: -1))
    }
    let head = Array(all.reversed())
    let names = head.map { calendar.text(of: $0) }
    base = zip(names, head).map { name, period in
      PeriodName(name).flatMap(other.period(named:)) ?? period
    }
    self.head = head
    self.names = names
  }
}
