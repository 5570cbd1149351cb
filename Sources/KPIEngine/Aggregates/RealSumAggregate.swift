import KPIModel
import KPIPlan
import KPITable

/// Adds numbers that went through a division: as fractions while the least common denominator of a window stays small, and
/// as binary numbers beside that, for where it does not.
final class RealSumAggregate: Aggregate {
  private let limbs = CellArray<Int64>(0)
  private let fractions = CellArray<FractionSum>(FractionSum())

  override func empty() -> Aggregate { RealSumAggregate() }

  override func reserve(_ cells: Int) {
    limbs.reserve(cells * ExactRealSum.words)
    fractions.reserve(cells)
  }

  private func limbs(_ cell: Int) -> UnsafeMutablePointer<Int64> {
    limbs.values + cell * ExactRealSum.words
  }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    for row in 0..<count where cells[row] != 0 && !vector.doubles[row].isNaN {
      add(Int(cells[row]), vector.doubles[row], vector.fractions[row], sign: sign)
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    if let double = value.double, cell != 0 { add(cell, double, value.fraction, sign: sign) }
  }

  @inline(__always)
  private func add(_ cell: Int, _ value: Double, _ fraction: Fraction, sign: Int64) {
    ExactRealSum.add(value, sign: sign, to: limbs(cell))
    fractions.values[cell].add(fraction, sign: sign)
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? RealSumAggregate else { return }
    for (cell, target) in cells.enumerated() where target != 0 {
      ExactRealSum.add(other.limbs(cell), sign: 1, to: limbs(Int(target)))
      fractions.values[Int(target)].add(other.fractions[cell])
    }
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    let exact = FractionSum.sums(of: cells.map { fractions[$0] }, over: windows)
    let running = RunningSum()
    return zip(windows, exact).map { window, sum in
      if let sum { return .value(.exact(sum)) }
      running.move(to: window) { index, sign, limbs in
        ExactRealSum.add(self.limbs(cells[index]), sign: sign, to: limbs)
      }
      return Number(running.value).map(Cell.value) ?? .missing(.outOfRange)
    }
  }
}

/// An exact sum over a window that moves along.
final class RunningSum {
  private let limbs: UnsafeMutablePointer<Int64>
  private var window = 0..<0

  init() {
    limbs = .allocate(capacity: ExactRealSum.words)
    limbs.initialize(repeating: 0, count: ExactRealSum.words)
  }

  deinit { limbs.deallocate() }

  var value: Double { ExactRealSum.value(limbs) }

  func move(to next: Range<Int>, _ add: (Int, Int64, UnsafeMutablePointer<Int64>) -> Void) {
    window.moved(to: next, enter: { add($0, 1, limbs) }, leave: { add($0, -1, limbs) })
    window = next
  }
}

extension Range<Int> {
  /// Calls closures for what a window takes in and lets go when it moves.
  func moved(to next: Range<Int>, enter: (Int) -> Void, leave: (Int) -> Void) {
    guard overlaps(next) else {
      forEach(leave)
      next.forEach(enter)
      return
    }
    for index in lowerBound..<Swift.max(lowerBound, next.lowerBound) { leave(index) }
    for index in Swift.min(upperBound, next.upperBound)..<upperBound { leave(index) }
    for index in next.lowerBound..<Swift.max(next.lowerBound, lowerBound) { enter(index) }
    for index in Swift.min(upperBound, next.upperBound)..<next.upperBound { enter(index) }
  }
}
