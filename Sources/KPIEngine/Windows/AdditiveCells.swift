import KPIModel
import KPIPlan

/// Counts and exact sums of one grouping, brought together for one entity at a time.
///
/// Each cell of an entity adds to the windows that take it in, which lie side by side; so it is enough to note what
/// changes where they begin and end, and to go through these places once.
struct AdditiveCells {
  private let cells: CellOrder
  private let sources: [Source]
  private let windowCount: Int
  /// The windows at which a value may change whatever the cells are.
  private let breaks: [Int]

  private enum Source {
    case rows(RowView.Additive)
    case days([Cell])
  }

  /// `nil` where some measure is of another kind, or where they do not share their cells.
  init?(_ views: [any View], windowCount: Int) {
    var cells: JoinedGrouping?
    var sources: [Source] = []
    var breaks: Set<Int> = []
    for view in views {
      switch view {
      case let days as DayView:
        sources.append(.days(days.cells(nil, at: Array(0..<windowCount))))
        var changes: [Int] = []
        days.addChanges(of: nil, to: &changes)
        breaks.formUnion(changes)
      case let rows as RowView:
        guard let additive = rows.additive, cells == nil || cells === additive.grouping else {
          return nil
        }
        cells = additive.grouping
        sources.append(.rows(additive))
        breaks.formUnion(additive.breaks)
      default: return nil
      }
    }
    guard let cells else { return nil }
    self.cells = cells.cells
    self.sources = sources
    self.windowCount = windowCount
    self.breaks = breaks.sorted()
  }

  /// Room for the entity at hand, used again for the next; one thread has one.
  final class Scratch {
    fileprivate var changes: [Int128]
    fileprivate var rows: [Int64]
    fileprivate var touched: [UInt64]
    fileprivate var totals: [Int128]

    init(_ cells: AdditiveCells) {
      changes = [Int128](repeating: 0, count: cells.sources.count * (cells.windowCount + 1))
      rows = [Int64](repeating: 0, count: cells.windowCount + 1)
      touched = [UInt64](repeating: 0, count: cells.windowCount / 64 + 1)
      totals = [Int128](repeating: 0, count: cells.sources.count)
    }

    fileprivate func touch(_ window: Int) { touched[window >> 6] |= 1 << UInt64(window & 63) }

    /// Takes out the first window that was touched, from a place on.
    fileprivate func next(from place: Int) -> Int? {
      var word = place >> 6
      while word < touched.count {
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

  /// Calls a closure for each run of windows in which the measures of an entity have the same values: with the run,
  /// with whether there are rows, and with the values.
  func forEachRun(
    of group: Int?, fromStart: Bool, _ scratch: Scratch,
    _ body: (Range<Int>, Bool, (MeasureID) -> Cell) -> Void
  ) {
    if fromStart { scratch.touch(0) }
    for window in breaks { scratch.touch(window) }
    if let group { for place in cells.range(of: group) { add(place, scratch) } }
    for index in scratch.totals.indices { scratch.totals[index] = 0 }
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
      let end = min(next ?? windowCount, windowCount)
      body(window..<end, rows > 0) { measure in
        self.cell(measure.index, window, scratch.totals[measure.index])
      }
    }
  }

  private func add(_ place: Int, _ scratch: Scratch) {
    let (rank, cell) = (Int(cells.ranks[place]), Int(cells.numbers[place]))
    for (index, source) in sources.enumerated() {
      guard case .rows(let additive) = source else { continue }
      let windows = additive.windows[rank]
      let count = additive.counts[cell]
      let value = additive.totals.map { $0[cell] } ?? Int128(count)
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

  private func cell(_ index: Int, _ window: Int, _ total: Int128) -> Cell {
    switch sources[index] {
    case .days(let cells): return cells[window]
    case .rows(let additive):
      if let reason = additive.reasons[window] { return .missing(reason) }
      guard let number = Rational(total, over: 1).flatMap({ $0.multiplied(by: additive.unit) })
      else {
        return .missing(.outOfRange)
      }
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
