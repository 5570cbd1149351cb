import KPIModel
import KPIPlan
import KPITable

/// Keeps what a standard deviation is made of: how many, their sum and the sum of their squares, exactly.
final class MomentsAggregate: Aggregate {
  private let moments = CellArray<Moments>(Moments())
  private var unit: Rational?

  /// The exact moments of whole numbers.
  struct Moments {
    var count: Int64 = 0
    var sum: Int128 = 0
    var squares = Wide()

    mutating func add(_ value: Int64) {
      count &+= 1
      sum &+= Int128(value)
      let square = value.multipliedFullWidth(by: value)
      squares.add(UInt128(UInt64(square.high)) << 64 | UInt128(square.low))
    }

    mutating func add(_ other: Moments, sign: Int64) {
      count &+= sign * other.count
      sum &+= Int128(sign) * other.sum
      squares = sign > 0 ? squares.adding(other.squares) : squares.subtracting(other.squares)
    }

    /// The sample variance in squares of the unit; `nil` for fewer than two values.
    var variance: Double? {
      guard count > 1 else { return nil }
      // n·Σx² − (Σx)², which is exact, over n·(n − 1).
      let square = sum.magnitude.multipliedFullWidth(by: sum.magnitude)
      let spread = squares.multiplied(by: UInt64(count))
        .subtracting(Wide(high: square.high, low: square.low))
      return spread.double / (Double(count) * Double(count - 1))
    }
  }

  override func empty() -> Aggregate { MomentsAggregate() }

  override func reserve(_ cells: Int) { moments.reserve(cells) }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    guard let factor = adopt(vector.unit) else {
      fail()
      return
    }
    let moments = moments.values
    for row in 0..<count where vector.integers[row] != Vector.missing && cells[row] != 0 {
      let (value, overflow) = vector.integers[row].multipliedReportingOverflow(by: factor)
      if overflow { fail() }
      moments[Int(cells[row])].add(value)
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    guard case .exact(let number) = value, cell != 0 else { return }
    guard let unit = Rational(1, over: number.denominator), let factor = adopt(unit),
      let whole = Int64(exactly: number.numerator)
    else {
      fail()
      return
    }
    let (value, overflow) = whole.multipliedReportingOverflow(by: factor)
    if overflow { fail() }
    moments.values[cell].add(value)
  }

  /// Brings what was kept to a unit that numbers of another can be added in; see `SumAggregate`.
  private func adopt(_ wanted: Rational) -> Int64? {
    guard let known = unit else {
      unit = wanted
      return 1
    }
    if known == wanted { return 1 }
    guard let common = Units.common(known, wanted) else { return nil }
    if common.left != 1 {
      guard common.left < 1 << 31 else { return nil }
      for cell in 0..<moments.count where moments[cell].count != 0 {
        var scaled = moments[cell]
        let (sum, overflow) = scaled.sum.multipliedReportingOverflow(by: Int128(common.left))
        if overflow { fail() }
        scaled.sum = sum
        scaled.squares = scaled.squares.multiplied(by: UInt64(common.left))
          .multiplied(by: UInt64(common.left))
        moments.values[cell] = scaled
      }
      unit = common.unit
    }
    return common.right
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? MomentsAggregate, let unit = other.unit else { return }
    // Both sides move to the unit that serves both.
    guard adopt(unit) != nil, let own = self.unit, other.adopt(own) == 1 else {
      fail()
      return
    }
    for (cell, target) in cells.enumerated() where target != 0 {
      moments.values[Int(target)].add(other.moments[cell], sign: 1)
    }
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    var running = Moments()
    var current = 0..<0
    return windows.map { window in
      current.moved(
        to: window, enter: { running.add(self.moments[cells[$0]], sign: 1) },
        leave: { running.add(self.moments[cells[$0]], sign: -1) })
      current = window
      guard let variance = running.variance else { return .missing(.noRows) }
      let deviation = variance.squareRoot() * (self.unit ?? .one).doubleValue
      return Number(deviation).map(Cell.value) ?? .missing(.outOfRange)
    }
  }
}

/// A number of 256 bits that is not negative.
struct Wide {
  var high: UInt128 = 0
  var low: UInt128 = 0

  mutating func add(_ value: UInt128) {
    let (sum, overflow) = low.addingReportingOverflow(value)
    low = sum
    if overflow { high &+= 1 }
  }

  func adding(_ other: Wide) -> Wide {
    var result = Wide(high: high &+ other.high, low: low)
    result.add(other.low)
    return result
  }

  func subtracting(_ other: Wide) -> Wide {
    let (difference, borrow) = low.subtractingReportingOverflow(other.low)
    return Wide(high: high &- other.high &- (borrow ? 1 : 0), low: difference)
  }

  /// The product; what would pass 256 bits cannot arise from sums over rows of 64-bit numbers.
  func multiplied(by factor: UInt64) -> Wide {
    let product = low.multipliedFullWidth(by: UInt128(factor))
    return Wide(high: high &* UInt128(factor) &+ product.high, low: product.low)
  }

  var double: Double { Double(high) * 0x1p128 + Double(low) }
}

/// The moments of numbers that went through a division: exact sums of the numbers and of their squares.
final class RealMomentsAggregate: Aggregate {
  private let counts = CellArray<Int64>(0)
  private let sums = CellArray<Int64>(0)
  private let squares = CellArray<Int64>(0)

  override func empty() -> Aggregate { RealMomentsAggregate() }

  override func reserve(_ cells: Int) {
    counts.reserve(cells)
    sums.reserve(cells * ExactRealSum.words)
    squares.reserve(cells * ExactRealSum.words)
  }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    for row in 0..<count where !vector.doubles[row].isNaN {
      add(Int(cells[row]), vector.doubles[row])
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    if let value = value.double { add(cell, value) }
  }

  private func add(_ cell: Int, _ value: Double) {
    guard cell != 0 else { return }
    counts.values[cell] += 1
    ExactRealSum.add(value, sign: 1, to: sums.values + cell * ExactRealSum.words)
    // The square and what rounding took from it: together they are the exact square.
    let square = value * value
    let rest = (-square).addingProduct(value, value)
    ExactRealSum.add(square, sign: 1, to: squares.values + cell * ExactRealSum.words)
    ExactRealSum.add(rest, sign: 1, to: squares.values + cell * ExactRealSum.words)
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? RealMomentsAggregate else { return }
    let words = ExactRealSum.words
    for (cell, target) in cells.enumerated() where target != 0 {
      let place = Int(target) * words
      counts.values[Int(target)] += other.counts[cell]
      ExactRealSum.add(other.sums.values + cell * words, sign: 1, to: sums.values + place)
      ExactRealSum.add(other.squares.values + cell * words, sign: 1, to: squares.values + place)
    }
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    let (sum, squareSum) = (RunningSum(), RunningSum())
    let words = ExactRealSum.words
    return windows.map { window in
      sum.move(to: window) { index, sign, limbs in
        ExactRealSum.add(self.sums.values + cells[index] * words, sign: sign, to: limbs)
      }
      squareSum.move(to: window) { index, sign, limbs in
        ExactRealSum.add(self.squares.values + cells[index] * words, sign: sign, to: limbs)
      }
      let count = Double(cells[window].reduce(0) { $0 + self.counts[$1] })
      guard count > 1 else { return .missing(.noRows) }
      let total = sum.value
      let spread = max(squareSum.value - total * total / count, 0)
      return Number((spread / (count - 1)).squareRoot()).map(Cell.value) ?? .missing(.outOfRange)
    }
  }
}
