import KPIModel
import KPIPlan

/// How rows are put into cells: by time and by breakdowns.
struct GroupingKey: Hashable {
  let table: TableID
  let axis: Axis
  let asOf: Day
  let bucketing: Bucketing
  let keys: [TableExpression]

  /// A time axis without the end of the window at which a stock is read.
  enum Axis: Hashable {
    case none
    case events(ColumnPath)
    case snapshots(ColumnPath)
    case spans(from: ColumnID, to: ColumnID, ages: [AgeCondition])

    init(_ measure: RowMeasure) {
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
struct Workload {
  private(set) var groupings: [Grouping] = []
  private var places: [GroupingKey: Int] = [:]

  struct Grouping {
    let key: GroupingKey
    fileprivate(set) var filters: [Filter] = []
  }

  /// The measures that take the same rows; the rows themselves are counted always.
  struct Filter {
    let condition: TableExpression?
    fileprivate(set) var aggregates: [Base] = []
  }

  struct Base: Hashable {
    let function: Aggregate.Function
    let argument: TableExpression?
  }

  /// Where the workload keeps a measure.
  struct Place: Hashable {
    let grouping: Int
    let filter: Int
    /// `nil` for the count of rows.
    let aggregate: Int?
  }

  mutating func add(_ measure: RowMeasure, _ key: GroupingKey) -> Place {
    let grouping = places[key] ?? groupings.count
    if grouping == groupings.count {
      groupings.append(Grouping(key: key))
      places[key] = grouping
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
      function: Aggregate.Function(measure.function), argument: measure.argument)
    let bases = groupings[grouping].filters[filter].aggregates
    let aggregate = bases.firstIndex(of: base) ?? bases.count
    if aggregate == bases.count { groupings[grouping].filters[filter].aggregates.append(base) }
    return Place(grouping: grouping, filter: filter, aggregate: aggregate)
  }

  /// The tables to read, each with its groupings.
  var tables: [(table: TableID, groupings: [Int])] {
    let byTable = Dictionary(grouping: groupings.indices) { groupings[$0].key.table }
    return byTable.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The columns that the groupings of one table look at.
  func paths(of table: TableID) -> Set<ColumnPath> {
    var paths: Set<ColumnPath> = []
    for grouping in groupings where grouping.key.table == table {
      for key in grouping.key.keys { key.forEachField { paths.insert($0) } }
      switch grouping.key.axis {
      case .none: break
      case .events(let path), .snapshots(let path): paths.insert(path)
      case .spans(let from, let to, let ages):
        paths.insert(ColumnPath(table, [], from))
        paths.insert(ColumnPath(table, [], to))
        for age in ages { paths.insert(age.column) }
      }
      for filter in grouping.filters {
        filter.condition?.forEachField { paths.insert($0) }
        for base in filter.aggregates { base.argument?.forEachField { paths.insert($0) } }
      }
    }
    return paths
  }
}

extension Workload {
  /// The columns of a table whose values are kept beyond their row: breakdowns and what is counted distinctly.
  func lastingColumns(of table: TableID) -> Set<ColumnID> {
    var columns: Set<ColumnID> = []
    for grouping in groupings where grouping.key.table == table {
      for case .field(let path) in grouping.key.keys where path.steps.isEmpty {
        columns.insert(path.column)
      }
      for base in grouping.filters.flatMap(\.aggregates) {
        if case .field(let path) = base.argument, path.steps.isEmpty { columns.insert(path.column) }
      }
    }
    return columns
  }
}

extension Aggregate.Function {
  init(_ function: RowMeasure.Function) {
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
  var isAdditive: Bool { self == .count || self == .sum }
}
