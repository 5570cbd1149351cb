import KPIModel
import KPIPlan
import KPITable

/// Keeps the rows of a table of spans one by one, for what cannot be added up: distinct counts, percentiles,
/// extremes and deviations of what is alive at an instant.
final class SpanRowsAggregate: Aggregate {
  private let function: Function
  private let kind: Vector.Kind?
  private var rows: [Row] = []

  private struct Row {
    let cell: UInt32
    let enter: Int64
    let leave: Int64
    let value: RowValue
  }

  init(_ function: Function, _ kind: Vector.Kind?) {
    self.function = function
    self.kind = kind
  }

  override func empty() -> Aggregate { SpanRowsAggregate(function, kind) }

  func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ spans: SpanAxis?, _ count: Int
  ) {
    guard let spans, let vector else { return }
    for row in 0..<count where cells[row] != 0 && spans.enter.integers[row] != Vector.missing {
      guard let value = try? vector.value(row), !vector.isOverflown else {
        fail()
        continue
      }
      if value.isMissing { continue }
      rows.append(
        Row(
          cell: cells[row], enter: spans.enter.integers[row], leave: spans.leave.integers[row],
          value: value))
    }
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? SpanRowsAggregate else { return }
    for row in other.rows {
      rows.append(
        Row(
          cell: cells[Int(row.cell)], enter: row.enter, leave: row.leave, value: row.value))
    }
  }

  /// Puts the rows in the order of their cells, so that those of one group are found at once.
  private lazy var byCell: [UInt32: [Row]] = Dictionary(grouping: rows, by: \.cell)

  override func settle() { _ = byCell }

  /// What is alive at the start of each of the days.
  func evaluate(_ cells: [Int], at days: [Int], _ function: RowMeasure.Function) -> [Cell] {
    let own = cells.flatMap { byCell[UInt32($0)] ?? [] }
    return days.map { day in
      let fresh = Aggregate.make(self.function, kind)
      fresh.reserve(2)
      var isEmpty = true
      for row in own where row.enter <= day && (row.leave == Vector.missing || row.leave > day) {
        fresh.add(1, row.value, sign: 1)
        isEmpty = false
      }
      if isEmpty { return function.isZeroOverNothing ? .value(.zero) : .missing(.noRows) }
      let joined = Aggregate.make(self.function, kind)
      joined.reserve(2)
      joined.absorb(fresh, [0, 1])
      joined.settle()
      if joined.isOutOfRange { fail() }
      return joined.evaluate([1], [0..<1], function).first ?? .missing(.noRows)
    }
  }
}
