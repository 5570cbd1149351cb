import KPIModel
import KPIPlan
import KPITable

/// Adds exact numbers.
final class SumAggregate: Aggregate {
  private let totals = CellArray<Int128>(0)
  private(set) var unit: Rational?
  /// What was computed row by row, or outgrew the totals when the unit became finer.
  private var others: [Int: Rational] = [:]

  /// The sums of the cells in multiples of the unit; `nil` where some are kept apart.
  var plainTotals: CellArray<Int128>? { others.isEmpty ? totals : nil }

  override func empty() -> Aggregate { SumAggregate() }

  override func reserve(_ cells: Int) { totals.reserve(cells) }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    guard let factor = adopt(vector.unit) else {
      for row in 0..<count {
        if let value = try? vector.value(row) {
          add(Int(cells[row]), value, sign: sign)
        } else {
          fail()
        }
      }
      return
    }
    let (totals, values) = (totals.values, vector.integers)
    let isPlain = factor == 1 && sign == 1
    // A row adds less than 2^63 times a factor of at most 2^62, and the first is usual: a file would need
    // more than 2^60 rows to reach the end of 128 bits.
    if isPlain, !vector.mayMiss {
      for row in 0..<count { totals[Int(cells[row])] &+= Int128(values[row]) }
    } else {
      let weight = Int128(factor * sign)
      for row in 0..<count where values[row] != Vector.missing {
        let cell = Int(cells[row])
        let (total, overflow) = totals[cell].addingReportingOverflow(Int128(values[row]) * weight)
        if overflow { fail() }
        totals[cell] = total
      }
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    guard case .exact(let number) = value, cell != 0 else { return }
    add(sign < 0 ? number.negated : number, to: cell)
  }

  private func add(_ number: Rational, to cell: Int) {
    guard let sum = (others[cell] ?? .zero).adding(number) else {
      fail()
      return
    }
    others[cell] = sum
  }

  /// Brings the totals to a unit that numbers of another can be added in; the result is what to multiply
  /// those by, or `nil` where that would be too much.
  private func adopt(_ wanted: Rational) -> Int64? {
    guard let known = unit else {
      unit = wanted
      return 1
    }
    if known == wanted { return 1 }
    guard let common = Units.common(known, wanted), common.right < 1 << 40 else { return nil }
    if common.left != 1 {
      for cell in 0..<totals.count where totals[cell] != 0 {
        let (scaled, overflow) =
          totals[cell].multipliedReportingOverflow(by: Int128(common.left))
        // Half the range is left for what is still to come.
        if overflow || scaled.magnitude >= 1 << 126 {
          if let number = Rational(totals[cell], over: 1)?.multiplied(by: known) {
            add(number, to: cell)
          } else {
            fail()
          }
          totals.values[cell] = 0
        } else {
          totals.values[cell] = scaled
        }
      }
      unit = common.unit
    }
    return common.right
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? SumAggregate else { return }
    if let unit = other.unit {
      let factor = adopt(unit)
      for (cell, target) in cells.enumerated() where other.totals[cell] != 0 && target != 0 {
        if let factor {
          let (scaled, first) =
            other.totals[cell].multipliedReportingOverflow(by: Int128(factor))
          let (sum, second) = totals[Int(target)].addingReportingOverflow(scaled)
          if !first, !second {
            totals.values[Int(target)] = sum
            continue
          }
        }
        if let number = Rational(other.totals[cell], over: 1)?.multiplied(by: unit) {
          add(number, to: Int(target))
        } else {
          fail()
        }
      }
    }
    for (cell, number) in other.others { add(number, to: Int(cells[cell])) }
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    var sums: [Int128] = [0]
    var isPlain = others.isEmpty
    for cell in cells {
      let (sum, overflow) = sums[sums.count - 1].addingReportingOverflow(totals[cell])
      if overflow { isPlain = false }
      sums.append(sum)
    }
    let unit = unit ?? .one
    guard isPlain else {
      return windows.map { window in
        Number.sum(cells[window].map { self.total($0, unit) })
      }
    }
    return windows.map { window in
      let (difference, overflow) =
        sums[window.upperBound].subtractingReportingOverflow(sums[window.lowerBound])
      guard !overflow, let number = Rational(difference, over: 1)?.multiplied(by: unit) else {
        return Number.sum(cells[window].map { self.total($0, unit) })
      }
      return .value(.exact(number))
    }
  }

  private func total(_ cell: Int, _ unit: Rational) -> Number? {
    let other = Number.exact(others[cell] ?? .zero)
    guard let number = Rational(totals[cell], over: 1) else { return nil }
    return Number.exact(number).multiplied(by: .exact(unit))?.adding(other)
  }
}

extension Number {
  fileprivate static func sum(_ numbers: [Number?]) -> Cell {
    var result = Number.zero
    for number in numbers {
      guard let number, let sum = result.adding(number) else { return .missing(.outOfRange) }
      result = sum
    }
    return .value(result)
  }
}
