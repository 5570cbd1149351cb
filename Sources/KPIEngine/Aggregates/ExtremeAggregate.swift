import KPIModel
import KPIPlan
import KPITable

/// Keeps the smallest or the greatest exact number.
final class ExtremeAggregate: Aggregate {
  private let isGreatest: Bool
  private let best = CellArray<Int64>(Vector.missing)
  private var unit: Rational?
  /// Numbers that do not fit in 64 bits of the unit; they compete with `best`.
  private var others: [Int: Rational] = [:]

  init(greatest: Bool) { isGreatest = greatest }

  override func empty() -> Aggregate { ExtremeAggregate(greatest: isGreatest) }

  override func reserve(_ cells: Int) { best.reserve(cells) }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    if unit != vector.unit, !adopt(vector.unit) {
      for row in 0..<count {
        if let value = try? vector.value(row) {
          add(Int(cells[row]), value, sign: sign)
        } else {
          fail()
        }
      }
      return
    }
    let (best, values) = (best.values, vector.integers)
    if isGreatest {
      // The missing value is the least integer.
      for row in 0..<count where values[row] > best[Int(cells[row])] {
        best[Int(cells[row])] = values[row]
      }
    } else {
      for row in 0..<count {
        let (value, cell) = (values[row], Int(cells[row]))
        // Without a sign the missing value, less 1, is the greatest number, so it never wins.
        if UInt64(bitPattern: value &- 1) ^ 1 << 63 < UInt64(bitPattern: best[cell] &- 1) ^ 1 << 63
        {
          best[cell] = value
        }
      }
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    guard case .exact(let number) = value, cell != 0 else { return }
    compete(number, cell)
  }

  private func compete(_ number: Rational, _ cell: Int) {
    if let other = others[cell], isGreatest ? other >= number : other <= number { return }
    others[cell] = number
  }

  /// Changes to another unit; what was kept in the old one moves to the side.
  private func adopt(_ wanted: Rational) -> Bool {
    guard let known = unit else {
      unit = wanted
      return true
    }
    guard let common = Units.common(known, wanted), common.right == 1 else { return false }
    for cell in 0..<best.count where best[cell] != Vector.missing {
      let (scaled, overflow) = best[cell].multipliedReportingOverflow(by: common.left)
      if overflow || scaled == Vector.missing {
        if let number = number(cell, known) { compete(number, cell) } else { fail() }
        best.values[cell] = Vector.missing
      } else {
        best.values[cell] = scaled
      }
    }
    unit = common.unit
    return true
  }

  private func number(_ cell: Int, _ unit: Rational) -> Rational? {
    Rational(Int128(best[cell]), over: 1)?.multiplied(by: unit)
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? ExtremeAggregate else { return }
    for (cell, target) in cells.enumerated() where target != 0 {
      if let number = other.result(cell) { compete(number, Int(target)) }
    }
  }

  private func result(_ cell: Int) -> Rational? {
    let own = best[cell] == Vector.missing ? nil : number(cell, unit ?? .one)
    guard let own, let other = others[cell] else { return own ?? others[cell] }
    return isGreatest ? max(own, other) : min(own, other)
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    let numbers = cells.map { result($0).map(Number.exact) }
    return SlidingExtreme.evaluate(numbers, windows, isGreatest)
  }
}

/// Keeps the smallest or the greatest of numbers that went through a division.
final class RealExtremeAggregate: Aggregate {
  private let isGreatest: Bool
  private let best = CellArray<Best>(Best(value: .nan, fraction: .none))

  private struct Best {
    let value: Double
    let fraction: Fraction

    var number: Number? {
      value.isNaN ? nil : fraction.rational.map(Number.exact) ?? Number(value)
    }
  }

  init(greatest: Bool) { isGreatest = greatest }

  override func empty() -> Aggregate { RealExtremeAggregate(greatest: isGreatest) }

  override func reserve(_ cells: Int) { best.reserve(cells) }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    for row in 0..<count {
      compete(Best(value: vector.doubles[row], fraction: vector.fractions[row]), Int(cells[row]))
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    if let double = value.double { compete(Best(value: double, fraction: value.fraction), cell) }
  }

  private func compete(_ candidate: Best, _ cell: Int) {
    guard !candidate.value.isNaN else { return }
    let known = best[cell]
    if known.value.isNaN || isBetter(candidate, known) {
      // Zero comes with two signs that compare equal; adding 0 leaves one.
      best.values[cell] = Best(value: candidate.value + 0, fraction: candidate.fraction)
    }
  }

  /// Of numbers that are the same in binary, one that is known exactly is better.
  private func isBetter(_ candidate: Best, _ known: Best) -> Bool {
    guard candidate.value == known.value else {
      return isGreatest ? candidate.value > known.value : candidate.value < known.value
    }
    guard let one = candidate.fraction.rational else { return false }
    guard let other = known.fraction.rational else { return true }
    return isGreatest ? one > other : one < other
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? RealExtremeAggregate else { return }
    for (cell, target) in cells.enumerated() { compete(other.best[cell], Int(target)) }
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    SlidingExtreme.evaluate(cells.map { best[$0].number }, windows, isGreatest)
  }
}

/// The extreme of windows that move forward, in time linear in the number of cells.
enum SlidingExtreme {
  static func evaluate(_ numbers: [Number?], _ windows: [Range<Int>], _ isGreatest: Bool) -> [Cell]
  {
    // The places whose numbers may still be the extreme of a window to come, best first.
    var candidates: [Int] = []
    var head = 0
    var end = 0
    return windows.map { window in
      if window.lowerBound > end { end = window.lowerBound }
      while end < window.upperBound {
        if let number = numbers[end] {
          while candidates.count > head, let last = numbers[candidates[candidates.count - 1]],
            isGreatest ? last <= number : last >= number
          {
            candidates.removeLast()
          }
          candidates.append(end)
        }
        end += 1
      }
      while head < candidates.count, candidates[head] < window.lowerBound { head += 1 }
      guard head < candidates.count, candidates[head] < window.upperBound,
        let number = numbers[candidates[head]]
      else { return .missing(.noRows) }
      return .value(number)
    }
  }
}
