import KPIModel
import KPIPlan
import KPITable

/// What one thread keeps for the measures that take the same rows.
final class FilterState {
  let rows = CountAggregate()
  private(set) var aggregates: [Aggregate]
  private let condition: TableExpression?
  private let flags: Vector?
  private let arguments: [(expression: TableExpression, vector: Vector)?]
  private let selected: UnsafeMutablePointer<UInt32>

  init(_ filter: Workload.Filter, _ program: Program, isSpanRows: Bool) {
    condition = filter.condition
    flags = filter.condition.map { program.vector(of: $0) }
    arguments = filter.aggregates.map { base in
      base.argument.map { argument in
        // Of an age the date is kept, and what it is the age at is known when it is asked for.
        let kept = argument.ageOfField.map { TableExpression.field($0) } ?? argument
        return (kept, program.vector(of: kept))
      }
    }
    aggregates = zip(filter.aggregates, arguments).map { base, argument in
      isSpanRows
        ? SpanRowsAggregate(base.function, isAge: base.argument?.isAge == true)
        : Aggregate.make(base.function, argument?.vector.kind)
    }
    selected = .allocate(capacity: Vector.capacity)
    selected.initialize(repeating: 0, count: Vector.capacity)
  }

  deinit { selected.deallocate() }

  /// Adds the rows of a block; `failures` are rows that have no group.
  func add(
    _ cells: UnsafePointer<UInt32>, cellCount: Int, _ block: RowBlock, _ program: Program,
    sign: Int64, _ spans: SpanAxis?, _ failures: [(row: Int, failure: RowFailure)]
  ) {
    let count = block.count
    let chosen = select(cells, block, program)
    for (row, failure) in failures where chosen[row] != 0 { block.note(failure, row: row) }
    rows.reserve(cellCount)
    rows.add(chosen, nil, count, sign: sign)
    for (aggregate, argument) in zip(aggregates, arguments) {
      aggregate.reserve(cellCount)
      if let rows = aggregate as? SpanRowsAggregate, let argument, let spans {
        forEach(chosen, argument, block, program) { row, value in
          rows.add(Int(chosen[row]), value, spans, row)
        }
      } else if let argument, argument.vector.isOverflown {
        forEach(chosen, argument, block, program) { row, value in
          aggregate.add(Int(chosen[row]), value, sign: sign)
        }
      } else {
        aggregate.add(chosen, argument?.vector, count, sign: sign)
      }
    }
  }

  /// The cells of the rows that the condition keeps, and 0 for the others.
  private func select(
    _ cells: UnsafePointer<UInt32>, _ block: RowBlock, _ program: Program
  ) -> UnsafePointer<UInt32> {
    guard let flags, let condition else { return cells }
    let count = block.count
    if flags.isOverflown {
      for row in 0..<count {
        selected[row] = 0
        guard cells[row] != 0 else { continue }
        do throws(RowFailure) {
          if try program.truth(of: condition, row: row) == true { selected[row] = cells[row] }
        } catch {
          block.note(error, row: row)
        }
      }
      return UnsafePointer(selected)
    }
    let (truths, out) = (flags.flags, selected)
    // 1 becomes a mask of ones; 0 and 2, false and missing, a mask of zeros.
    for row in 0..<count { out[row] = cells[row] & (0 &- UInt32(truths[row] & 1)) }
    return UnsafePointer(selected)
  }

  /// Calls a closure with the values of the rows in some cell, one by one: also of those that the vector has none of.
  private func forEach(
    _ cells: UnsafePointer<UInt32>, _ argument: (expression: TableExpression, vector: Vector),
    _ block: RowBlock, _ program: Program, _ body: (Int, RowValue) -> Void
  ) {
    for row in 0..<block.count where cells[row] != 0 {
      do throws(RowFailure) {
        body(
          row,
          argument.vector.isOverflown
            ? try program.value(of: argument.expression, row: row) : try argument.vector.value(row))
      } catch {
        block.note(error, row: row)
      }
    }
  }
}

extension RowBlock {
  /// Records why a formula has no value for a row.
  fileprivate func note(_ failure: RowFailure, row: Int) {
    switch failure {
    case .outOfRange: note(.overflow, row: row)
    case .noRate(let currency, let day, let table):
      note(.missingRate, row: row, value: currency, rate: Finding.Rate(day: day, table: table))
    }
  }
}
