import KPIModel
import KPIPlan
import KPITable

/// What one measure keeps for each cell while rows go by, and how cells are put together afterwards.
///
/// A cell is one group in one bucket of time; cell 0 takes the rows that belong nowhere. Whatever is kept does not
/// depend on the order of rows, so threads may share them out as they like.
class Aggregate {
  /// Whether a row was met whose value is past the range of exact numbers.
  private(set) var isOutOfRange = false

  static func make(_ function: CellFunction, _ kind: Vector.Kind?) -> Aggregate {
    switch (function, kind) {
    case (.count, _): CountAggregate()
    case (.sum, .real): RealSumAggregate()
    case (.sum, _): SumAggregate()
    case (.minimum, .real): RealExtremeAggregate(greatest: false)
    case (.maximum, .real): RealExtremeAggregate(greatest: true)
    case (.minimum, _): ExtremeAggregate(greatest: false)
    case (.maximum, _): ExtremeAggregate(greatest: true)
    case (.deviation, .real): RealMomentsAggregate()
    case (.deviation, _): MomentsAggregate()
    case (.distinct, _), (.values, _): ValuesAggregate(isDistinct: function == .distinct)
    }
  }

  /// A new aggregate of the same sort.
  func empty() -> Aggregate { Aggregate() }

  func reserve(_ cells: Int) {}

  /// Adds the rows of a block, or takes them away again where the sign is -1.
  func add(_ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64) {}

  /// Adds one row that was computed alone.
  func add(_ cell: Int, _ value: RowValue, sign: Int64) {}

  /// Takes over what another thread kept; its cell `n` is `cells[n]` here.
  func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    if other.isOutOfRange { isOutOfRange = true }
  }

  /// Prepares for being evaluated by several threads, once all is absorbed.
  func settle() {}

  /// Computes windows, each a range of the cells of one group, which are in the order of time.
  func evaluate(_ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function) -> [Cell]
  {
    []
  }

  /// The same for several functions of the values of the same windows.
  func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], all functions: [RowMeasure.Function]
  ) -> [[Cell]] {
    functions.map { evaluate(cells, windows, $0) }
  }

  final func fail() { isOutOfRange = true }
}

/// Counts the rows that have a value, or all where there is nothing to have.
final class CountAggregate: Aggregate {
  let counts = CellArray<Int64>(0)

  override func empty() -> Aggregate { CountAggregate() }
  override func reserve(_ cells: Int) { counts.reserve(cells) }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    let counts = counts.values
    guard let vector, vector.mayMiss else {
      for row in 0..<count { counts[Int(cells[row])] &+= sign }
      return
    }
    switch vector.kind {
    case .exact, .day, .instant:
      for row in 0..<count where vector.integers[row] != Vector.missing {
        counts[Int(cells[row])] &+= sign
      }
    case .real:
      for row in 0..<count where !vector.doubles[row].isNaN { counts[Int(cells[row])] &+= sign }
    case .boolean:
      for row in 0..<count where vector.flags[row] != 2 { counts[Int(cells[row])] &+= sign }
    case .text:
      for row in 0..<count where vector.ids[row] != 0 { counts[Int(cells[row])] &+= sign }
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    if !value.isMissing { counts.values[cell] &+= sign }
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? CountAggregate else { return }
    for (cell, target) in cells.enumerated() { counts.values[Int(target)] &+= other.counts[cell] }
  }

  /// The rows of each window.
  func totals(_ cells: [Int], _ windows: [Range<Int>]) -> [Int64] {
    var sums: [Int64] = [0]
    for cell in cells { sums.append(sums[sums.count - 1] &+ counts[cell]) }
    return windows.map { sums[$0.upperBound] &- sums[$0.lowerBound] }
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    totals(cells, windows).map { .value(Number(Int($0))) }
  }
}
