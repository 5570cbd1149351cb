import KPIModel
import KPIPlan

/// Counts and exact sums of one grouping, brought together for one entity at a time.
///
/// Each cell of an entity adds to the windows that take it in, which lie side by side; so it is enough to note what
/// changes where they begin and end, and to go through these places once.
struct AdditiveCells {
  let windowCount: Int
  private let grouping: JoinedGrouping
  private let cells: CellOrder
  private let sources: [Source]
  /// For each source and ordinal, by its rank, the windows that take it in.
  private let windows: [Range<Int>]
  /// What the numbers of each source mean.
  let meanings: [Meaning]
  /// The windows at which a value may change whatever the cells are.
  private let breaks: [Int]

  /// Where the numbers of a measure stand, cell by cell; the grouping keeps them.
  private struct Source {
    let counts: UnsafePointer<Int64>?
    /// The sums of the cells; `nil` for a count.
    let totals: UnsafePointer<Int128>?
  }

  enum Meaning {
    /// Multiples of a unit, in the windows for which there is no reason why there is no value.
    case rows(unit: Rational, reasons: [MissingReason?])
    case days([Cell])
  }

  /// `nil` where some measure is of another kind, or where they do not share their cells.
  init?(_ views: [any View], windowCount: Int) {
    var shared: JoinedGrouping?
    var sources: [Source] = []
    var meanings: [Meaning] = []
    var windows: [[Range<Int>]] = []
    var breaks: [Int] = []
    for view in views {
      if let days = view as? DayView {
        days.addChanges(of: nil, to: &breaks)
        sources.append(Source(counts: nil, totals: nil))
        meanings.append(.days(days.cells(nil, at: Array(0..<windowCount))))
        windows.append([])
        continue
      }
      guard let additive = (view as? RowView)?.additive,
        shared == nil || shared === additive.grouping
      else { return nil }
      shared = additive.grouping
      sources.append(
        Source(
          counts: UnsafePointer(additive.counts.values),
          totals: additive.totals.map { UnsafePointer($0.values) }))
      meanings.append(.rows(unit: additive.unit, reasons: additive.reasons))
      windows.append(additive.windows)
      breaks += additive.breaks
    }
    guard let shared else { return nil }
    grouping = shared
    cells = shared.cells
    let nowhere = [Range<Int>](repeating: 0..<0, count: shared.cells.ordinals.count)
    self.windows = windows.flatMap { $0.isEmpty ? nowhere : $0 }
    self.sources = sources
    self.meanings = meanings
    self.windowCount = windowCount
    self.breaks = Set(breaks).sorted()
  }

  /// Room for the entity at hand, used again for the next; one thread has one.
  final class Scratch {
    fileprivate let changes: UnsafeMutablePointer<Int128>
    fileprivate let rows: UnsafeMutablePointer<Int64>
    fileprivate let touched: UnsafeMutablePointer<UInt64>
    fileprivate let words: Int
    /// The numbers of the measures in the run of windows at hand.
    let totals: UnsafeMutablePointer<Int128>

    init(_ cells: AdditiveCells) {
      let places = cells.windowCount + 1
      words = cells.windowCount / 64 + 1
      changes = Scratch.zeros(cells.sources.count * places)
      rows = Scratch.zeros(places)
      touched = Scratch.zeros(words)
      totals = Scratch.zeros(cells.sources.count)
    }

    deinit {
      changes.deallocate()
      rows.deallocate()
      touched.deallocate()
      totals.deallocate()
    }

    private static func zeros<Value: FixedWidthInteger>(
      _ count: Int
    ) -> UnsafeMutablePointer<Value> {
      let values = UnsafeMutablePointer<Value>.allocate(capacity: max(count, 1))
      values.initialize(repeating: 0, count: max(count, 1))
      return values
    }

    @inline(__always)
    fileprivate func touch(_ window: Int) { touched[window >> 6] |= 1 << UInt64(window & 63) }

    /// Takes out the first window that was touched, from a place on.
    @inline(__always)
    fileprivate func next(from place: Int) -> Int? {
      var word = place >> 6
      while word < words {
        if touched[word] != 0 {
          let bit = touched[word].trailingZeroBitCount
          touched[word] &= touched[word] - 1
          return word << 6 + bit
        }
        word += 1
      }
      return nil
    }
  }

  /// Calls a closure for each run of windows in which the measures of an entity have the same values, which then stand
  /// in the scratch: with the run, and with whether there are rows.
  func forEachRun(
    of group: Int?, fromStart: Bool, _ scratch: Scratch, _ body: (Range<Int>, Bool) -> Void
  ) {
    if fromStart { scratch.touch(0) }
    for window in breaks { scratch.touch(window) }
    if let group { for place in cells.range(of: group) { add(place, scratch) } }
    for index in sources.indices { scratch.totals[index] = 0 }
    var rows: Int64 = 0
    var next = scratch.next(from: 0)
    while let window = next {
      rows += scratch.rows[window]
      scratch.rows[window] = 0
      for index in sources.indices {
        let place = index * (windowCount + 1) + window
        scratch.totals[index] &+= scratch.changes[place]
        scratch.changes[place] = 0
      }
      next = scratch.next(from: window)
      guard window < windowCount else { continue }
      body(window..<min(next ?? windowCount, windowCount), rows > 0)
    }
  }

  private func add(_ place: Int, _ scratch: Scratch) {
    let (rank, cell) = (Int(cells.ranks[place]), Int(cells.numbers[place]))
    for index in sources.indices {
      let source = sources[index]
      guard let counts = source.counts else { continue }
      let windows = windows[index * cells.ordinals.count + rank]
      let count = counts[cell]
      let value = source.totals.map { $0[cell] } ?? Int128(count)
      // Where one span begins and another is over, their number stays and their sum may not.
      guard !windows.isEmpty, count != 0 || value != 0 else { continue }
      scratch.rows[windows.lowerBound] += count
      scratch.rows[windows.upperBound] -= count
      let base = index * (windowCount + 1)
      scratch.changes[base + windows.lowerBound] &+= value
      scratch.changes[base + windows.upperBound] &-= value
      scratch.touch(windows.lowerBound)
      scratch.touch(windows.upperBound)
    }
  }

  /// The value of a measure in a window.
  func cell(_ measure: MeasureID, _ window: Int, _ scratch: Scratch) -> Cell {
    switch meanings[measure.index] {
    case .days(let cells): return cells[window]
    case .rows(let unit, let reasons):
      if let reason = reasons[window] { return .missing(reason) }
      guard let total = Rational(scratch.totals[measure.index], over: 1),
        let number = unit == .one ? total : total.multiplied(by: unit)
      else { return .missing(.outOfRange) }
      return .value(.exact(number))
    }
  }
}

extension RowView {
  /// A count or an exact sum, as its cells have it.
  struct Additive {
    let grouping: JoinedGrouping
    /// For each ordinal, by its rank, the windows that take it in.
    let windows: [Range<Int>]
    let counts: CellArray<Int64>
    /// The sums of the cells in multiples of `unit`; `nil` for a count.
    let totals: CellArray<Int128>?
    let unit: Rational
    /// For each window why there is no value, if there is none.
    let reasons: [MissingReason?]
    let breaks: [Int]
  }
}

/// A condition on counts and sums, decided on the whole numbers that cells hold: what most conditions on entities are.
indirect enum WholeCondition {
  case atLeast(Int, Int128)
  case atMost(Int, Int128)
  case all([WholeCondition])
  case any([WholeCondition])
  case not(WholeCondition)

  /// `nil` where the formula is anything else, or where a measure has no value in some window.
  init?(_ formula: Formula<MeasureID>, _ cells: AdditiveCells) {
    switch formula {
    case .all(let parts):
      let conditions = parts.compactMap { WholeCondition($0, cells) }
      guard conditions.count == parts.count else { return nil }
      self = .all(conditions)
    case .any(let parts):
      let conditions = parts.compactMap { WholeCondition($0, cells) }
      guard conditions.count == parts.count else { return nil }
      self = .any(conditions)
    case .not(let part):
      guard let condition = WholeCondition(part, cells) else { return nil }
      self = .not(condition)
    case .comparison(let operation, .leaf(let measure), .constant(.exact(let bound))):
      guard case .rows(let unit, let reasons) = cells.meanings[measure.index],
        reasons.allSatisfy({ $0 == nil }), unit > .zero, let limit = bound.divided(by: unit),
        let ceiling = limit.negated.floor == .min ? nil : -limit.negated.floor
      else { return nil }
      let (index, floor) = (measure.index, limit.floor)
      switch operation {
      case .greaterOrEqual: self = .atLeast(index, ceiling)
      case .greater: self = .not(.atMost(index, floor))
      case .lessOrEqual: self = .atMost(index, floor)
      case .less: self = .not(.atLeast(index, ceiling))
      case .equal: self = .all([.atLeast(index, ceiling), .atMost(index, floor)])
      case .notEqual: self = .not(.all([.atLeast(index, ceiling), .atMost(index, floor)]))
      }
    default: return nil
    }
  }

  func holds(_ scratch: AdditiveCells.Scratch) -> Bool {
    switch self {
    case .atLeast(let index, let bound): scratch.totals[index] >= bound
    case .atMost(let index, let bound): scratch.totals[index] <= bound
    case .all(let parts): parts.allSatisfy { $0.holds(scratch) }
    case .any(let parts): parts.contains { $0.holds(scratch) }
    case .not(let part): !part.holds(scratch)
    }
  }
}
