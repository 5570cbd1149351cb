import KPIModel
import KPITable

/// What one thread keeps for the measures that take the same rows.
final class FilterState {
  let rows = CountAggregate()
  private(set) var aggregates: [Aggregate]
  private let condition: TableExpression?
  private let flags: Vector?
  private let arguments: [(expression: TableExpression, vector: Vector)?]
  /// The rates that the condition and the arguments look up.
  private let conditionRates: [RateStep]
  private let argumentRates: [RateStep]
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
    conditionRates = filter.condition.map(program.rateSteps) ?? []
    argumentRates = filter.aggregates.compactMap(\.argument).flatMap(program.rateSteps)
    selected = .allocate(capacity: Vector.capacity)
    selected.initialize(repeating: 0, count: Vector.capacity)
  }

  deinit { selected.deallocate() }

  func add(
    _ cells: UnsafePointer<UInt32>, cellCount: Int, _ block: RowBlock, _ program: Program,
    sign: Int64, _ spans: SpanAxis?
  ) {
    let count = block.count
    noteLackingRates(conditionRates, cells, block)
    let chosen = select(cells, block, program)
    noteLackingRates(argumentRates, chosen, block)
    rows.reserve(cellCount)
    rows.add(chosen, nil, count, sign: sign)
    for (aggregate, argument) in zip(aggregates, arguments) {
      aggregate.reserve(cellCount)
      if let rows = aggregate as? SpanRowsAggregate {
        rows.add(chosen, argument?.vector, spans, count)
      } else if let argument, argument.vector.isOverflown {
        addSingly(aggregate, argument.expression, chosen, block, program, sign)
      } else {
        aggregate.add(chosen, argument?.vector, count, sign: sign)
      }
    }
  }

  /// Reports the rows that take part and whose currency has no rate.
  private func noteLackingRates(
    _ steps: [RateStep], _ cells: UnsafePointer<UInt32>, _ block: RowBlock
  ) {
    for step in steps {
      for row in 0..<block.count where cells[row] != 0 {
        if let lacking = step.takeLacking(row) {
          block.note(.missingRate, row: row, column: nil, value: lacking)
        }
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
        do throws(RangeOverflow) {
          selected[row] = try program.truth(of: condition, row: row) == true ? cells[row] : 0
        } catch {
          selected[row] = 0
          block.note(.overflow, row: row, column: nil, value: nil)
        }
      }
      return UnsafePointer(selected)
    }
    let (truths, out) = (flags.flags, selected)
    // 1 becomes a mask of ones; 0 and 2, false and missing, a mask of zeros.
    for row in 0..<count { out[row] = cells[row] & (0 &- UInt32(truths[row] & 1)) }
    return UnsafePointer(selected)
  }

  /// Numbers too large for the vectors: each row by itself.
  private func addSingly(
    _ aggregate: Aggregate, _ expression: TableExpression, _ cells: UnsafePointer<UInt32>,
    _ block: RowBlock, _ program: Program, _ sign: Int64
  ) {
    for row in 0..<block.count where cells[row] != 0 {
      do throws(RangeOverflow) {
        aggregate.add(
          Int(cells[row]), try program.value(of: expression, row: row), sign: sign)
      } catch {
        block.note(.overflow, row: row, column: nil, value: nil)
      }
    }
  }
}
