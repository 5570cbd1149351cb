import KPIModel

/// How days are cut into the stretches that windows are put together from.
enum Bucketing: Hashable {
  /// All days are one.
  case whole
  /// The periods of a grain, for as long as it is not known which are shown.
  case grain(PeriodCut)
  /// The days from each bound up to the next; days outside are in no window.
  case bounds([Day])
  /// Each moment of a snapshot by itself.
  case moments
  /// The days on which spans begin or are over.
  case spanDays

  /// The place of the stretch that holds a day, or `nil`.
  func ordinal(of day: Int) -> Int? {
    switch self {
    case .whole, .moments: return 0
    case .spanDays: return day
    case .grain(let cut): return cut.ordinal(of: Day(day))
    case .bounds(let bounds):
      let place = Bucketing.place(of: Day(day), in: bounds)
      return place > 0 && place < bounds.count ? place - 1 : nil
    }
  }

  /// The places of the stretches that make up a range of days, which begins and ends where stretches do.
  func ordinals(of days: Range<Day>) -> Range<Int> {
    switch self {
    case .whole, .moments: return 0..<1
    case .spanDays: return days.lowerBound.number..<days.upperBound.number
    case .grain(let cut):
      guard !days.isEmpty else { return 0..<0 }
      return cut.ordinal(of: days.lowerBound)..<cut.ordinal(of: days.upperBound.adding(days: -1))
        + 1
    case .bounds(let bounds):
      guard !days.isEmpty else { return 0..<0 }
      let first = max(Bucketing.place(of: days.lowerBound, in: bounds) - 1, 0)
      let last = Bucketing.place(of: days.upperBound.adding(days: -1), in: bounds)
      return first..<max(first, min(last, bounds.count - 1))
    }
  }

  /// How many bounds are at or before a day.
  private static func place(of day: Day, in bounds: [Day]) -> Int {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The coarsest cut by a grain's periods that serves every window; the periods to be shown are not known yet.
  static func serving(
    _ windows: Set<Window>, of grain: Grain?, _ calendar: Calendar, asOf: Day
  ) -> Bucketing {
    guard let grain else { return .whole }
    let atoms: [Grain] = [grain, .month, .fiscalMonth, .fiscalWeek]
    let coarsest = atoms.first { atom in
      windows.allSatisfy { serves(atom, $0, of: grain, calendar) }
    }
    guard let coarsest else { return .grain(PeriodCut(.day, calendar, at: [])) }
    let running = calendar.period(grain, containing: asOf)
    let days = windows.compactMap { calendar.days(of: $0, for: running, asOf: asOf) }
    return .grain(PeriodCut(coarsest, calendar, at: days))
  }

  /// Whether a window of any period of a grain begins and ends where periods of the atom do.
  private static func serves(
    _ atom: Grain, _ window: Window, of grain: Grain, _ calendar: Calendar
  ) -> Bool {
    let shift = window.shift.resolved(for: grain)
    guard calendar.nests(atom, in: grain), isMultiple(shift, of: atom) else { return false }
    switch window.extent {
    case .period, .before, .cumulative: return true
    case .trailing(let span):
      // Only a shift takes weeks to weeks of the same number.
      return isMultiple(span, of: atom) && (span.months == 0 || !grain.isWeek)
    case .toDate(let other): return calendar.nests(atom, in: other)
    }
  }

  /// Whether periods that are moved by a span begin where periods of the atom do.
  private static func isMultiple(_ span: CalendarSpan, of atom: Grain) -> Bool {
    switch atom {
    case .day: true
    case .week, .fiscalWeek: span.days % 7 == 0
    default: span.days == 0 && span.months % atom.span.months == 0
    }
  }
}

/// The periods of a grain, some of them cut in two: a running period is looked at only up to the as-of day, and so is what
/// it is compared with.
struct PeriodCut: Hashable {
  private let grain: Grain
  private let calendar: Calendar
  /// Days on which no period starts, in order.
  private let cuts: [Day]

  init(_ grain: Grain, _ calendar: Calendar, at windows: [Range<Day>]) {
    self.grain = grain
    self.calendar = calendar
    let bounds = windows.flatMap { [$0.lowerBound, $0.upperBound] }
    cuts = Set(bounds).sorted().filter {
      $0 > .first && $0 < .end && calendar.period(grain, containing: $0).start != $0
    }
  }

  func ordinal(of day: Day) -> Int {
    calendar.ordinal(of: day, grain) + cuts.partitioningIndex { $0 > day }
  }

  /// The first day of a stretch.
  func day(of ordinal: Int) -> Day {
    for passed in 0...cuts.count {
      let start = calendar.start(ofOrdinal: ordinal - passed, grain)
      if self.ordinal(of: start) == ordinal { return start }
    }
    return cuts.first { self.ordinal(of: $0) == ordinal } ?? .first
  }
}

/// Numbers the buckets that the rows of one thread fall into; 0 is none.
final class BucketNumbers {
  private let bucketing: Bucketing
  private let lastDay: Int
  /// The number of each day near the present, or `unknown`.
  private let near: UnsafeMutablePointer<UInt32>
  private var far: [Int: UInt32] = [:]
  private var numberOfOrdinal: [Int: UInt32] = [:]
  /// The ordinal or moment of each number.
  private(set) var ordinals: [Int] = [0]
  private let moments = IntegerDictionary()
  private let result: UnsafeMutablePointer<UInt32>

  private static let firstNear = -25_567
  private static let nearCount = 73_049
  private static let unknown = UInt32.max

  init(_ bucketing: Bucketing, asOf: Day) {
    self.bucketing = bucketing
    lastDay = asOf.number
    near = .allocate(capacity: BucketNumbers.nearCount)
    near.initialize(repeating: BucketNumbers.unknown, count: BucketNumbers.nearCount)
    result = .allocate(capacity: Vector.capacity)
    result.initialize(repeating: 0, count: Vector.capacity)
  }

  deinit {
    near.deallocate()
    result.deallocate()
  }

  /// The same bucket for every row.
  func constant(_ count: Int) -> UnsafePointer<UInt32> {
    result.update(repeating: number(ofOrdinal: 0), count: count)
    return UnsafePointer(result)
  }

  /// The buckets of dates or timestamps.
  func numbers(_ vector: Vector, _ count: Int) -> UnsafePointer<UInt32> {
    let (values, near, out) = (vector.integers, near, result)
    let isInstant = vector.kind == .instant
    for row in 0..<count {
      let value = values[row]
      var day = Int(value)
      if isInstant {
        // Division towards minus infinity by a constant, which needs no divide instruction.
        let quotient = day / microsecondsPerDay
        day = day < quotient &* microsecondsPerDay ? quotient &- 1 : quotient
      }
      let place = day &- BucketNumbers.firstNear
      if place >= 0, place < BucketNumbers.nearCount, near[place] != BucketNumbers.unknown {
        out[row] = near[place]
      } else {
        out[row] = value == Vector.missing ? 0 : number(ofDay: day)
      }
    }
    return UnsafePointer(result)
  }

  /// The buckets of moments: every distinct value is one.
  func moments(_ vector: Vector, _ count: Int) -> UnsafePointer<UInt32> {
    for row in 0..<count {
      let value = vector.integers[row]
      let day = vector.kind == .instant ? floorDivide(Int(value), microsecondsPerDay) : Int(value)
      if value == Vector.missing || day > lastDay {
        result[row] = 0
        continue
      }
      let number = moments.number(of: value)
      result[row] = number
      if Int(number) == ordinals.count { ordinals.append(Int(value)) }
    }
    return UnsafePointer(result)
  }

  @inline(never)
  private func number(ofDay day: Int) -> UInt32 {
    let place = day - BucketNumbers.firstNear
    let isNear = place >= 0 && place < BucketNumbers.nearCount
    if !isNear, let known = far[day] { return known }
    var number: UInt32 = 0
    if bucketing == .spanDays || day <= lastDay, let ordinal = bucketing.ordinal(of: day) {
      number = self.number(ofOrdinal: ordinal)
    }
    if isNear { near[place] = number } else { far[day] = number }
    return number
  }

  private func number(ofOrdinal ordinal: Int) -> UInt32 {
    if let known = numberOfOrdinal[ordinal] { return known }
    let number = UInt32(truncatingIfNeeded: ordinals.count)
    ordinals.append(ordinal)
    numberOfOrdinal[ordinal] = number
    return number
  }
}
