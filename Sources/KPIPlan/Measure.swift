package import KPIModel

/// The atom of the normal form.
///
/// Every formula is arithmetic over measures. Filters, time axes and time functions have been pushed down
/// into the measures, so two formulas that mean the same are made of equal measures, and a trailing ratio is
/// the ratio of trailing sums.
package indirect enum Measure: Hashable, Sendable {
  /// One aggregate over the rows of one table.
  case rows(RowMeasure)
  /// One aggregate over the values that a formula has for each entity.
  case entities(EntityMeasure)
  /// The length of the window.
  case days(DayMeasure)
}

/// One aggregate over the rows of one table.
package struct RowMeasure: Hashable, Sendable {
  package var function: Function
  package var table: TableID
  /// What is aggregated; `nil` for a count of rows.
  package var argument: TableExpression?
  /// The rows that take part: those for which it is true.
  package var filter: TableExpression?
  package var axis: TimeAxis
  package var window: Window
  package var ignored: IgnoredBreakdowns<TableExpression>
  /// How long ago a window must have ended, because what follows its rows counts too: each of the spans.
  package var maturity: Set<CalendarSpan>

  /// What is done with the argument. An average is a sum over a count and a share is a ratio of two
  /// sums or counts, so neither is a measure of its own.
  package enum Function: Hashable, Sendable {
    case count, sum, countDistinct, minimum, maximum, standardDeviation
    /// Between 0 and 100, by linear interpolation between the closest ranks.
    case percentile(Rational)

    /// Whether the value over no rows is 0; all the others are missing there.
    package var isZeroOverNothing: Bool {
      switch self {
      case .count, .sum, .countDistinct: true
      case .minimum, .maximum, .standardDeviation, .percentile: false
      }
    }
  }

  package init(
    function: Function, table: TableID, argument: TableExpression?, filter: TableExpression?,
    axis: TimeAxis, window: Window = .period, ignored: IgnoredBreakdowns<TableExpression> = .none,
    maturity: Set<CalendarSpan> = []
  ) {
    self.function = function
    self.table = table
    self.argument = argument
    self.filter = filter
    self.axis = axis
    self.window = window
    self.ignored = ignored
    self.maturity = maturity
  }

  /// What usually tells measures apart is enough to find them by.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(table)
    hasher.combine(function)
    hasher.combine(argument)
    hasher.combine(filter)
    hasher.combine(window)
  }

  /// Whether everything that counts for a window has happened by the end of a day.
  package func isMature(_ days: Range<Day>, on asOf: Day) -> Bool {
    // Rows without a time are the same in every period.
    if case .none = axis { return true }
    let lastDay = days.upperBound.adding(days: -1)
    return maturity.allSatisfy { $0.day(from: lastDay, sign: 1) <= asOf }
  }

  /// The columns that it looks at, in the order of argument, filter and time axis.
  package var columns: [ColumnPath] {
    let expressions = [argument, filter].compactMap { $0 }
    var paths = expressions.flatMap { $0.fields + $0.columnsLookedUp }
    switch axis {
    case .none: break
    case .events(let path), .snapshots(let path, _): paths.append(path)
    case .spans(let from, let to, _):
      paths += [ColumnPath(table, [], from), ColumnPath(table, [], to)]
    }
    return paths
  }
}

/// How the rows of a measure are placed in time.
package enum TimeAxis: Hashable, Sendable {
  /// The rows have no time; the value is the same in every period.
  case none
  /// Each row belongs to the period that holds this date or timestamp. A row that lacks it belongs to none.
  case events(ColumnPath)
  /// The rows of one moment: the last (closing) or first (opening) that the whole table has in the window.
  case snapshots(moment: ColumnPath, Boundary)
  /// The rows alive at an instant: the end (closing) or start (opening) of the window. Alive means that the
  /// start is before the instant and the end is missing, at, or after it.
  case spans(from: ColumnID, to: ColumnID, Boundary)

  package enum Boundary: Hashable, Sendable {
    case opening, closing
  }

  /// The column that dates the rows of a table one by one; spans by their start.
  package func time(of table: TableID) -> ColumnPath? {
    switch self {
    case .none: nil
    case .events(let time), .snapshots(let time, _): time
    case .spans(let from, _, _): ColumnPath(table, [], from)
    }
  }
}

/// The breakdowns that `total` takes no notice of: as attributes while a formula is read, as what holds them in a
/// measure.
package enum IgnoredBreakdowns<Breakdown: Hashable & Sendable>: Hashable, Sendable {
  case none
  case some(Set<Breakdown>)
  case all

  package func union(_ other: IgnoredBreakdowns) -> IgnoredBreakdowns {
    switch (self, other) {
    case (.all, _), (_, .all): .all
    case (.none, let one), (let one, .none): one
    case (.some(let left), .some(let right)): .some(left.union(right))
    }
  }

  package func contains(_ breakdown: Breakdown) -> Bool {
    switch self {
    case .none: false
    case .some(let breakdowns): breakdowns.contains(breakdown)
    case .all: true
    }
  }
}
