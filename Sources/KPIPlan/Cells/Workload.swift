package import KPIModel

/// How rows are put into cells: by time and by breakdowns.
package struct GroupingKey: Hashable, Sendable {
  package let table: TableID
  package let axis: Axis
  /// The last day whose rows count.
  package let asOf: Day
  package let bucketing: Bucketing
  package let keys: [TableExpression]

  package init(
    table: TableID, axis: Axis, asOf: Day, bucketing: Bucketing, keys: [TableExpression]
  ) {
    self.table = table
    self.axis = axis
    self.asOf = asOf
    self.bucketing = bucketing
    self.keys = keys
  }

  /// A time axis without the end of the window at which a stock is read.
  package enum Axis: Hashable, Sendable {
    case none
    case events(ColumnPath)
    case snapshots(ColumnPath)
    case spans(from: ColumnID, to: ColumnID, ages: [AgeCondition])

    package init(_ measure: RowMeasure) {
      switch measure.axis {
      case .none: self = .none
      case .events(let path): self = .events(path)
      case .snapshots(let moment, _): self = .snapshots(moment)
      case .spans(let from, let to, _):
        self = .spans(from: from, to: to, ages: measure.filterParts.ages)
      }
    }
  }
}

/// The distinct things to be kept while tables are read, over all plans: each table is read once for all of them.
package struct Workload: Sendable {
  package private(set) var groupings: [Grouping] = []
  /// Where the rows are kept that are looked for, with their times by their keys.
  package private(set) var indexes: [EventSequence.Step: Place] = [:]
  /// Where cells are put together into longer windows; elsewhere each is a value by itself.
  private var joined: Set<Place> = []
  private var places: [Slot: Int] = [:]

  package init() {}

  /// Rows that are looked for are kept apart from measures, as they are needed earlier.
  private struct Slot: Hashable {
    let key: GroupingKey
    /// How many lookups deep the conditions on rows that are looked for are; `nil` for measures.
    let lookups: Int?
  }

  package struct Grouping: Sendable {
    package let key: GroupingKey
    package fileprivate(set) var filters: [Filter] = []
  }

  /// The measures that take the same rows; the rows themselves are counted always.
  package struct Filter: Sendable {
    package let condition: TableExpression?
    package fileprivate(set) var aggregates: [Base] = []
  }

  package struct Base: Hashable, Sendable {
    package let function: CellFunction
    package let argument: TableExpression?
  }

  /// Where the workload keeps a measure.
  package struct Place: Hashable, Sendable {
    package let grouping: Int
    package let filter: Int
    /// `nil` for the count of rows.
    package let aggregate: Int?

    package init(grouping: Int, filter: Int, aggregate: Int?) {
      self.grouping = grouping
      self.filter = filter
      self.aggregate = aggregate
    }
  }

  /// Whether every window of a measure is one stretch of time, so that nothing need be kept of a cell but its value.
  package func isOfSingleCells(_ place: Place) -> Bool { !joined.contains(place) }

  /// A measure that is asked for.
  package mutating func add(_ measure: RowMeasure, _ key: GroupingKey) -> Place {
    for expression in key.keys + [measure.argument, measure.filter].compactMap({ $0 }) {
      addLookups(in: expression)
    }
    return add(measure, Slot(key: key, lookups: nil))
  }

  /// The rows that are looked for, and those that are looked for from them.
  private mutating func addLookups(in expression: TableExpression) {
    expression.forEachLookup { lookup, _ in
      for step in lookup.steps where indexes[step] == nil {
        for expression in step.expressions { addLookups(in: expression) }
        let times = RowMeasure(
          function: .percentile(.zero), table: step.table, argument: .field(step.axis),
          filter: step.filter, axis: .none)
        let key = GroupingKey(
          table: step.table, axis: .none, asOf: .end, bucketing: .whole,
          keys: step.keys)
        indexes[step] = add(times, Slot(key: key, lookups: step.lookupDepth))
      }
    }
  }

  private mutating func add(_ measure: RowMeasure, _ slot: Slot) -> Place {
    let grouping = places[slot] ?? groupings.count
    if grouping == groupings.count {
      groupings.append(Grouping(key: slot.key))
      places[slot] = grouping
    }
    let filters = groupings[grouping].filters
    let condition = measure.filterParts.rows
    let filter = filters.firstIndex { $0.condition == condition } ?? filters.count
    if filter == filters.count {
      groupings[grouping].filters.append(Filter(condition: condition))
    }
    if measure.function == .count, measure.argument == nil {
      return Place(grouping: grouping, filter: filter, aggregate: nil)
    }
    let base = Base(
      function: CellFunction(measure.function), argument: measure.argument)
    let bases = groupings[grouping].filters[filter].aggregates
    let aggregate = bases.firstIndex(of: base) ?? bases.count
    if aggregate == bases.count { groupings[grouping].filters[filter].aggregates.append(base) }
    let place = Place(grouping: grouping, filter: filter, aggregate: aggregate)
    if case .events = measure.axis, measure.window != .period { joined.insert(place) }
    return place
  }
}

/// What is kept of a measure for each cell, so that cells can be put together afterwards.
package enum CellFunction: Hashable, Sendable {
  case count, sum, distinct, minimum, maximum, deviation
  /// Any percentiles are read from the same values.
  case values

  package init(_ function: RowMeasure.Function) {
    switch function {
    case .count: self = .count
    case .sum: self = .sum
    case .countDistinct: self = .distinct
    case .minimum: self = .minimum
    case .maximum: self = .maximum
    case .standardDeviation: self = .deviation
    case .percentile: self = .values
    }
  }

  /// Whether the value of a whole is the sum of the values of its parts.
  package var isAdditive: Bool { self == .count || self == .sum }
}
