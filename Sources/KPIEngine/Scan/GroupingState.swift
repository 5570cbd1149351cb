import KPIModel
import KPIPlan
import KPITable

/// What one thread keeps for one grouping.
final class GroupingState {
  let keyColumns: [KeyColumn]
  let buckets: BucketNumbers
  let cells: CellNumbers
  let filters: [FilterState]
  private let key: GroupingKey
  private let axis: Vector?
  private let spans: SpanAxis?

  init(_ grouping: Workload.Grouping, _ program: Program, _ shared: SharedBuckets) {
    let fields = program.fields
    key = grouping.key
    keyColumns = key.keys.map { KeyColumn($0, program) }
    cells = CellNumbers(keys: key.keys.count)
    buckets = shared.buckets(for: key)
    switch key.axis {
    case .none: (axis, spans) = (nil, nil)
    case .events(let path), .snapshots(let path): (axis, spans) = (fields.vector(path), nil)
    case .spans(let from, let to, let ages):
      axis = nil
      spans = SpanAxis(
        fields.vector(ColumnPath(key.table, [], from)),
        fields.vector(ColumnPath(key.table, [], to)),
        ages.map { SpanAxis.Bound($0, fields.vector($0.column)) })
    }
    filters = grouping.filters.map { FilterState($0, program, isSpanRows: grouping.isSpanRows) }
  }

  /// Adds the rows of a block.
  func consume(_ block: RowBlock, _ program: Program, _ shared: SharedBuckets) {
    let count = block.count
    let keys = keyColumns.map { $0.numbers(count) }
    if let spans {
      spans.place(count)
      if key.bucketing == .spanDays {
        // A span counts from the day after its start and no more from the day after its end.
        for (vector, sign) in [(spans.enter, Int64(1)), (spans.leave, -1)] {
          let days = buckets.numbers(vector, count)
          add(days, keys, block, program, sign, nil)
        }
      } else {
        add(buckets.constant(count), keys, block, program, 1, spans)
      }
      return
    }
    add(shared.numbers(for: key, axis, count), keys, block, program, 1, nil)
  }

  private func add(
    _ days: UnsafePointer<UInt32>, _ keys: [UnsafePointer<UInt32>], _ block: RowBlock,
    _ program: Program, _ sign: Int64, _ spans: SpanAxis?
  ) {
    let numbers = cells.numbers(
      days, bucketCount: buckets.ordinals.count, keys, block.count)
    let failures = keyColumns.flatMap(\.failures)
    for filter in filters {
      filter.add(numbers, cellCount: cells.count, block, program, sign: sign, spans, failures)
    }
  }
}

extension Workload.Grouping {
  /// Whether each row of a table of spans is kept, because what is asked cannot be added up.
  var isSpanRows: Bool {
    if case .spans = key.axis { return key.bucketing != .spanDays }
    return false
  }
}

/// The days on which the spans of a block begin and cease to count.
final class SpanAxis {
  let enter = Vector(.day)
  let leave = Vector(.day)
  private let from: Vector
  private let to: Vector
  private let bounds: [Bound]

  /// The day from which on a condition on an age holds, and the day from which on it holds no more.
  struct Bound {
    private let vector: Vector
    private let operation: ComparisonOperator
    /// In microseconds.
    private let length: Int64

    init(_ condition: AgeCondition, _ vector: Vector) {
      self.vector = vector
      operation = condition.operation
      let microseconds = condition.length.multiplied(by: Rational(1_000_000))?.floor ?? 0
      length = Int64(clamping: microseconds)
    }

    /// `nil` where the condition never holds; `Vector.missing` stands for no limit.
    func days(_ row: Int) -> (enter: Int64, leave: Int64)? {
      let value = vector.integers[row]
      guard value != Vector.missing else { return nil }
      let start = vector.kind == .instant ? value : value * Int64(microsecondsPerDay)
      let (moment, overflow) = start.addingReportingOverflow(length)
      guard !overflow else { return nil }
      let day = Int64(floorDivide(Int(moment), microsecondsPerDay))
      let next = day + 1
      let atOrAfter = day * Int64(microsecondsPerDay) == moment ? day : next
      switch operation {
      case .greater: return (next, Vector.missing)
      case .greaterOrEqual: return (atOrAfter, Vector.missing)
      case .less: return (Vector.missing, atOrAfter)
      case .lessOrEqual: return (Vector.missing, next)
      case .equal: return (atOrAfter, next)
      case .notEqual: return nil
      }
    }
  }

  init(_ from: Vector, _ to: Vector, _ bounds: [Bound]) {
    self.from = from
    self.to = to
    self.bounds = bounds
  }

  func place(_ count: Int) {
    for row in 0..<count {
      let start = SpanAxis.day(from, row)
      let end = SpanAxis.day(to, row)
      // Over before any midnight came: such a span is never alive.
      if start == Vector.missing || end != Vector.missing && end <= start {
        enter.integers[row] = Vector.missing
        leave.integers[row] = Vector.missing
        continue
      }
      enter.integers[row] = start + 1
      leave.integers[row] = end == Vector.missing ? end : end + 1
      if !bounds.isEmpty { narrow(row) }
    }
  }

  /// Moves the days of a row so that the conditions on its ages hold in between.
  private func narrow(_ row: Int) {
    var (first, end) = (enter.integers[row], leave.integers[row])
    for bound in bounds {
      guard let days = bound.days(row) else {
        (first, end) = (Vector.missing, Vector.missing)
        break
      }
      // The missing value is the least integer.
      first = max(first, days.enter)
      if days.leave != Vector.missing {
        end = end == Vector.missing ? days.leave : min(end, days.leave)
      }
    }
    if end != Vector.missing, end <= first { (first, end) = (Vector.missing, Vector.missing) }
    enter.integers[row] = first
    leave.integers[row] = end
  }

  private static func day(_ vector: Vector, _ row: Int) -> Int64 {
    let value = vector.integers[row]
    guard vector.kind == .instant, value != Vector.missing else { return value }
    return Int64(floorDivide(Int(value), microsecondsPerDay))
  }
}

/// The buckets of one thread: groupings that differ only in their breakdowns share them.
final class SharedBuckets {
  private struct Key: Hashable {
    let axis: GroupingKey.Axis
    let asOf: Day
    let bucketing: Bucketing
  }

  private var known: [Key: BucketNumbers] = [:]
  private var done: [Key: UnsafePointer<UInt32>] = [:]

  func buckets(for grouping: GroupingKey) -> BucketNumbers {
    let key = Key(
      axis: grouping.axis, asOf: grouping.asOf, bucketing: grouping.bucketing)
    if let buckets = known[key] { return buckets }
    let buckets = BucketNumbers(grouping.bucketing, asOf: grouping.asOf)
    known[key] = buckets
    return buckets
  }

  func beginBlock() { done.removeAll(keepingCapacity: true) }

  func numbers(
    for grouping: GroupingKey, _ axis: Vector?, _ count: Int
  ) -> UnsafePointer<UInt32> {
    let key = Key(
      axis: grouping.axis, asOf: grouping.asOf, bucketing: grouping.bucketing)
    if let numbers = done[key] { return numbers }
    let buckets = buckets(for: grouping)
    let numbers: UnsafePointer<UInt32>
    if let axis {
      numbers =
        grouping.bucketing == .moments
        ? buckets.moments(axis, count) : buckets.numbers(axis, count)
    } else {
      numbers = buckets.constant(count)
    }
    done[key] = numbers
    return numbers
  }
}
