import KPIModel

/// What only a second look at the rows tells, once it is known which columns hold days and names.
struct RowFacts {
  /// The first and the last day of the columns with dates, by their places in the proposal.
  private(set) var days: [Int: ClosedRange<Day>] = [:]
  /// Pairs of columns with dates of which the second is before the first somewhere.
  private var reversed: Set<Pair> = []
  /// Columns with dates and with names that are never the same in two rows, with how full the grid of both is.
  private(set) var grids: [(day: Int, entity: Int, fullness: Double)] = []

  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The pairs of columns with dates of which the second is never before the first.
  var ordered: [(first: Int, second: Int)] {
    days.keys.sorted().flatMap { first in
      days.keys.sorted().filter { $0 != first && isOrdered(first, $0) }.map { (first, $0) }
    }
  }

  func isOrdered(_ first: Int, _ second: Int) -> Bool {
    !reversed.contains(Pair(first: first, second: second))
  }

  init(of columns: [ProposedColumn], in records: any RecordSource, dates style: DateStyle) {
    let dated = columns.indices.filter { columns[$0].type.isDay }.prefix(RowFacts.mostDates)
    guard !dated.isEmpty else { return }
    let named = columns.indices.filter {
      columns[$0].type.isName && !columns[$0].isOptional && !columns[$0].isKey
    }
    var candidates = dated.filter { !columns[$0].isOptional }.prefix(2).flatMap { day in
      named.prefix(RowFacts.mostNames).map { Grid(day: day, entity: $0) }
    }
    var records = records
    _ = records.next()
    while let record = records.next() {
      func field(_ index: Int) -> [UInt8] {
        columns[index].place < record.count ? record[columns[index].place] : []
      }
      var moments: [(column: Int, moment: Moment)] = []
      for index in dated {
        guard let moment = Moment(field(index), style) else { continue }
        moments.append((index, moment))
        let known = days[index] ?? moment.day...moment.day
        days[index] = min(known.lowerBound, moment.day)...max(known.upperBound, moment.day)
      }
      for (first, start) in moments {
        for (second, end) in moments where end < start {
          reversed.insert(Pair(first: first, second: second))
        }
      }
      for index in candidates.indices {
        candidates[index].observe(field(candidates[index].day), field(candidates[index].entity))
      }
      candidates.removeAll(where: \.isBroken)
    }
    grids = candidates.map { ($0.day, $0.entity, $0.fullness) }
  }

  /// Each pair of dates is compared in each row.
  private static let mostDates = 8
  private static let mostNames = 6
}

/// A day and the time of day behind it as it is written, which compares like the time itself.
private struct Moment: Comparable {
  let day: Day
  private let time: [UInt8]

  init?(_ field: [UInt8], _ style: DateStyle) {
    guard let parts = DateParts(field), let day = style.day(parts) else { return nil }
    self.day = day
    time = Array(field.drop { $0 != 32 && $0 != 84 }.dropFirst())
  }

  static func < (left: Self, right: Self) -> Bool {
    // A day without a time is neither before nor after the moments of that day.
    left.day != right.day
      ? left.day < right.day
      : !left.time.isEmpty && !right.time.isEmpty && left.time.lexicographicallyPrecedes(right.time)
  }
}

/// The rows as places in a grid of days and things.
private struct Grid {
  let day: Int
  let entity: Int
  private(set) var isBroken = false
  private var cells: Set<[UInt8]> = []
  private var days: Set<[UInt8]> = []
  private var entities: Set<[UInt8]> = []

  init(day: Int, entity: Int) {
    self.day = day
    self.entity = entity
  }

  mutating func observe(_ day: [UInt8], _ entity: [UInt8]) {
    days.insert(day)
    entities.insert(entity)
    if !cells.insert(day + [0] + entity).inserted { isBroken = true }
  }

  /// How many of the places are taken; of a single day or a single thing there is no grid.
  var fullness: Double {
    days.count > 1 && entities.count > 1
      ? Double(cells.count) / (Double(days.count) * Double(entities.count)) : 0
  }
}
