import KPIModel
import KPITable

/// Finds out whether rows follow a row one after the other, or precede it.
///
/// Of each step the nearest row is taken that may come next, which leaves the most time for the others.
struct SequenceSearch {
  private let sequence: EventSequence
  /// Where exact lengths are asked for, the zone that says how much time went by; elsewhere times are compared as
  /// the clocks show them.
  private let zone: TimeZoneTable?
  let steps: [Step]

  struct Step {
    let index: EventIndex
    let isMoment: Bool
    /// Whether the step before it is of the same table, so that the row itself would be found.
    let isStrict: Bool
  }

  /// A day, or a moment in microseconds.
  struct Time {
    let value: Int
    let isMoment: Bool

    var day: Day { Day(isMoment ? floorDivide(value, microsecondsPerDay) : value) }
  }

  init(
    _ sequence: EventSequence, for table: TableID, _ specification: Specification,
    _ indexes: LookupIndexes, _ zone: LazyZone
  ) {
    self.sequence = sequence
    self.zone = sequence.isExact ? zone.table ?? .utc : nil
    let tables = [table] + sequence.steps.map(\.table)
    steps = zip(sequence.steps, tables).map { step, before in
      Step(
        index: indexes[step], isMoment: specification.column(step.axis).type == .timestamp,
        isStrict: step.table == before)
    }
  }

  /// Whether the rows are there; `places` says where each index has the keys of the row.
  func holds(at time: Time, _ place: (_ step: Int) -> Int32) -> Bool {
    var reached = time
    for (number, step) in steps.enumerated() {
      let own = place(number)
      guard own >= 0 else { return false }
      let window = window(of: step, around: time, beyond: reached)
      let next: Int?
      switch sequence.direction {
      case .following: next = step.index.first(own) { instant($0) >= window.first }
      case .preceding: next = step.index.last(own) { instant($0) > window.last }
      }
      guard let next, case let found = instant(next), found >= window.first, found <= window.last
      else { return false }
      reached = Time(value: next, isMoment: step.isMoment)
    }
    return true
  }

  /// The same for one row, by its values.
  func holds(at time: RowValue, keys: [RowValue]) -> Bool {
    let scalars = keys.map(\.scalar)
    let own: Time
    switch time {
    case .day(let day): own = Time(value: day, isMoment: false)
    case .instant(let moment): own = Time(value: moment, isMoment: true)
    default: return false
    }
    return holds(at: own) { steps[$0].index.place(of: scalars) }
  }

  /// A time as it is compared with others.
  @inline(__always)
  private func instant(_ time: Int) -> Int { zone?.utc(fromLocal: time) ?? time }

  /// The first and the last time at which a step may come, as its own table counts time.
  private func window(
    of step: Step, around time: Time, beyond reached: Time
  ) -> (first: Int, last: Int) {
    let sign = sequence.direction == .following ? 1 : -1
    let near = bound(sequence.after, from: time, step, sign)
    let far = bound(sequence.within, from: time, step, sign)
    let next = bound(nil, from: reached, step, sign, isStrict: step.isStrict)
    return sign > 0
      ? (max(near.first, next.first), far.last) : (far.first, min(near.last, next.last))
  }

  /// A time moved by a length, as a step counts time: where one of the two is a day, all of that day.
  private func bound(
    _ length: TimeLength?, from time: Time, _ step: Step, _ sign: Int, isStrict: Bool = false
  ) -> (first: Int, last: Int) {
    let extra = isStrict ? sign : 0
    if time.isMoment, step.isMoment {
      let moment =
        switch length {
        case nil: instant(time.value) + extra
        case .exact(let microseconds): instant(time.value) + sign * microseconds
        case .calendar(let span): instant(span.moment(from: time.value, sign: sign))
        }
      return (moment, moment)
    }
    let day = (length?.wholeDays ?? .none).day(from: time.day, sign: sign).number + extra
    return step.isMoment
      ? (day * microsecondsPerDay, (day + 1) * microsecondsPerDay - 1) : (day, day)
  }
}

/// The indexes that were made of the rows that are looked for.
struct LookupIndexes: Sendable {
  private var indexes: [EventSequence.Step: EventIndex] = [:]
  /// The rates of currencies, by the table that has them.
  private var rates: [RateTable: RateIndex] = [:]

  mutating func add(_ rates: RateIndex, for table: RateTable) { self.rates[table] = rates }

  func rates(_ table: RateTable) -> RateIndex { rates[table] ?? .empty }

  func contains(_ step: EventSequence.Step) -> Bool { indexes[step] != nil }

  subscript(step: EventSequence.Step) -> EventIndex {
    get { indexes[step] ?? .empty }
    set { indexes[step] = newValue }
  }
}
