/// What a row asks of the rows of other tables; the answer is a value of the row.
package enum Lookup: Hashable, Sendable {
  /// Whether certain rows with the same keys follow the row or precede it: true or false.
  case sequence(EventSequence)
  /// An amount in some currency, exchanged at the rate of the row's day: a number. It is asked by the amount and the
  /// code of its currency.
  case conversion(RateTable)
}

/// A table that says what one unit of each currency was worth in another.
package struct RateTable: Hashable, Sendable {
  package let table: TableID
  /// The column with the codes of the currencies.
  package let currency: ColumnID
  /// The column with the worth of one unit.
  package let rate: ColumnID
  /// The code of the currency that the worth is in; one unit of itself is 1.
  package let unit: String
  package let dates: Dates

  package enum Dates: Hashable, Sendable {
    /// Each rate holds on one day.
    case on(ColumnID)
    /// Each rate holds from one day up to another, without it; a missing end means still.
    case from(ColumnID, to: ColumnID)
  }

  package init(
    table: TableID, currency: ColumnID, rate: ColumnID, unit: String, dates: Dates
  ) {
    self.table = table
    self.currency = currency
    self.rate = rate
    self.unit = unit
    self.dates = dates
  }

  /// The columns that are read.
  package var columns: [ColumnID] {
    switch dates {
    case .on(let day): [currency, rate, day]
    case .from(let from, let to): [currency, rate, from, to]
    }
  }
}

/// Rows of other tables, one after the other, that belong to a row by their keys and come soon enough after
/// it, or came not too long before it.
package struct EventSequence: Hashable, Sendable {
  package let direction: Direction
  /// The first step lies nearest to the row.
  package let steps: [Step]
  /// How far from the row the first step is at least.
  package let after: TimeLength?
  /// How far from the row every step is at most.
  package let within: TimeLength

  package enum Direction: String, Hashable, Sendable, CaseIterable {
    case following = "followed_by"
    case preceding = "preceded_by"
  }

  /// The rows of one table that are looked for.
  package struct Step: Hashable, Sendable {
    package let table: TableID
    package let filter: TableExpression?
    /// What holds the same as the keys of the row.
    package let keys: [TableExpression]
    /// The column that dates the rows.
    package let axis: ColumnPath

    package init(
      table: TableID, filter: TableExpression?, keys: [TableExpression], axis: ColumnPath
    ) {
      self.table = table
      self.filter = filter
      self.keys = keys
      self.axis = axis
    }
  }

  package init(
    direction: Direction, steps: [Step], after: TimeLength?, within: TimeLength
  ) {
    self.direction = direction
    self.steps = steps
    self.after = after
    self.within = within
  }
}

extension EventSequence {
  /// Whether time is measured that goes by, rather than days and months of the calendar.
  package var isExact: Bool { within.isExact || after?.isExact == true }
}

extension EventSequence.Step {
  /// What is computed of each row that may be the one that is looked for.
  package var expressions: [TableExpression] { keys + (filter.map { [$0] } ?? []) }

  package var lookupDepth: Int { expressions.map(\.lookupDepth).max() ?? 0 }
}

extension Lookup {
  /// The rows that are looked for.
  package var steps: [EventSequence.Step] {
    switch self {
    case .sequence(let sequence): sequence.steps
    case .conversion: []
    }
  }

  /// The rates that are looked up.
  package var rates: RateTable? {
    if case .conversion(let rates) = self { rates } else { nil }
  }

  /// How long after the row its answer can still change; none where it looks at what was before.
  fileprivate var maturity: Set<CalendarSpan> {
    let own: CalendarSpan
    switch self {
    case .sequence(let sequence):
      own = sequence.direction == .following ? sequence.within.wholeDays : .none
    case .conversion: own = .none
    }
    let inner = steps.flatMap(\.expressions).flatMap(\.maturity).map(own.adding)
    return Set([own] + inner).subtracting([.none])
  }
}

extension RowExpression {
  /// How long after a row the value can still change, because it depends on what follows the row.
  package var maturity: Set<CalendarSpan> {
    var result: Set<CalendarSpan> = []
    forEachLookup { lookup, _ in result.formUnion(lookup.maturity) }
    return result
  }

  /// Calls `visit` for every lookup in the formula, with the values of the row that it asks by. Lookups in
  /// the filters of others are about other rows, and are left out.
  package func forEachLookup(_ visit: (Lookup, [RowExpression]) -> Void) {
    if case .lookup(let lookup, let arguments, _) = self { visit(lookup, arguments) }
    forEachChild { $0.forEachLookup(visit) }
  }

  /// The columns of other tables that the lookups read.
  package var columnsLookedUp: [ColumnPath] {
    var result: [ColumnPath] = []
    forEachLookup { lookup, _ in
      for step in lookup.steps {
        result += [step.axis] + step.expressions.flatMap { $0.fields + $0.columnsLookedUp }
      }
      if let rates = lookup.rates {
        result += rates.columns.map { ColumnPath(rates.table, [], $0) }
      }
    }
    return result
  }

  /// How many lookups stand in the filters of one another.
  package var lookupDepth: Int {
    var depth = 0
    forEachLookup { lookup, _ in
      depth = max(depth, 1 + (lookup.steps.map(\.lookupDepth).max() ?? 0))
    }
    return depth
  }
}

/// What keeps a lookup from having an answer, once it is known what dates the row.
package enum LookupProblem: Hashable, Sendable {
  /// The row has no time, so nothing comes before or after it.
  case undated
  /// A length in hours is asked for, and one of the two times is only a day.
  case exactBetweenDays
  /// Nothing lies between `after` and `within`.
  case emptyWindow
}

extension Specification {
  /// Why a lookup has no answer for rows that are dated by a column, if so.
  package func problem(of lookup: Lookup, datedBy time: ColumnPath?) -> LookupProblem? {
    guard let time else { return .undated }
    switch lookup {
    case .sequence(let sequence): return problem(of: sequence, datedBy: time)
    case .conversion: return nil
    }
  }

  private func problem(of sequence: EventSequence, datedBy time: ColumnPath) -> LookupProblem? {
    let comparesDays = ([time] + sequence.steps.map(\.axis)).contains { column($0).type == .date }
    if comparesDays, sequence.isExact { return .exactBetweenDays }
    guard let after = sequence.after else { return nil }
    let excess = after.leastExcess(over: sequence.within)
    // A single day is a window of days; a single moment is none of moments.
    return excess > 0 || excess == 0 && !comparesDays ? .emptyWindow : nil
  }
}
