import KPIModel
import KPITable

/// Loops that choose or round values.
extension Kernels {
  /// Brings number vectors to one unit; the factors are in the order of the vectors.
  private static func commonUnit(_ vectors: [Vector]) -> (unit: Rational, factors: [Int64])? {
    guard let first = vectors.first else { return nil }
    guard first.kind == .exact else { return (.one, vectors.map { _ in 1 }) }
    var unit = first.unit
    for vector in vectors.dropFirst() {
      guard let common = Units.common(unit, vector.unit) else { return nil }
      unit = common.unit
    }
    var factors: [Int64] = []
    for vector in vectors {
      guard let common = Units.common(unit, vector.unit) else { return nil }
      factors.append(common.right)
    }
    return (unit, factors)
  }

  static func choice(_ inputs: [Vector], _ result: Vector, _ count: Int) {
    let branches = inputs.count / 2
    var values = (0..<branches).map { inputs[2 * $0 + 1] }
    if inputs.count % 2 == 1 { values.append(inputs[inputs.count - 1]) }
    guard let (unit, factors) = commonUnit(values) else {
      result.isOverflown = true
      return
    }
    result.unit = unit
    result.mayMiss = true
    for row in 0..<count {
      var chosen = values.count > branches ? branches : -1
      for branch in 0..<branches where inputs[2 * branch].flags[row] == 1 {
        chosen = branch
        break
      }
      set(result, row, chosen < 0 ? nil : values[chosen], chosen < 0 ? 1 : factors[chosen])
    }
  }

  static func coalesce(_ inputs: [Vector], _ result: Vector, _ count: Int) {
    guard let (unit, factors) = commonUnit(inputs) else {
      result.isOverflown = true
      return
    }
    result.unit = unit
    result.mayMiss = inputs.allSatisfy { $0.mayMiss }
    for row in 0..<count {
      var chosen = inputs.count - 1
      for index in inputs.indices where !isAbsent(inputs[index], row) {
        chosen = index
        break
      }
      set(result, row, inputs[chosen], factors[chosen])
    }
  }

  private static func isAbsent(_ vector: Vector, _ row: Int) -> Bool {
    vector.kind == .real ? vector.doubles[row].isNaN : vector.integers[row] == Vector.missing
  }

  @inline(__always)
  private static func set(_ result: Vector, _ row: Int, _ source: Vector?, _ factor: Int64) {
    switch result.kind {
    case .real: result.set(row, source?.doubles[row] ?? .nan, source?.fractions[row] ?? .none)
    case .boolean: result.flags[row] = source?.flags[row] ?? 2
    default:
      let value = source?.integers[row] ?? Vector.missing
      if value == Vector.missing {
        result.integers[row] = value
        return
      }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: factor)
      if overflow || scaled == Vector.missing { result.isOverflown = true }
      result.integers[row] = scaled
    }
  }

  static func extreme(_ function: RowFunction, _ inputs: [Vector], _ result: Vector, _ count: Int) {
    guard let (unit, factors) = commonUnit(inputs) else {
      result.isOverflown = true
      return
    }
    result.unit = unit
    result.mayMiss = inputs.contains { $0.mayMiss }
    let isGreatest = function == .max
    for row in 0..<count {
      if inputs.contains(where: { isAbsent($0, row) }) {
        set(result, row, nil, 1)
        continue
      }
      set(result, row, inputs[0], factors[0])
      for index in inputs.indices.dropFirst() {
        if result.kind == .real {
          let value = inputs[index].doubles[row]
          if isGreatest ? value > result.doubles[row] : value < result.doubles[row] {
            set(result, row, inputs[index], 1)
          }
          continue
        }
        let (value, overflow) =
          inputs[index].integers[row].multipliedReportingOverflow(by: factors[index])
        if overflow { result.isOverflown = true }
        if isGreatest ? value > result.integers[row] : value < result.integers[row] {
          result.integers[row] = value
        }
      }
    }
  }

  /// Absolute values and whole numbers, halves away from zero.
  static func rounding(_ function: RowFunction, _ input: Vector, _ result: Vector, _ count: Int) {
    result.mayMiss = input.mayMiss
    if input.kind == .real { return roundReals(function, input, result, count) }
    if function == .abs {
      result.unit = input.unit
      for row in 0..<count {
        let value = input.integers[row]
        result.integers[row] = value < 0 ? 0 &- value : value
      }
      return
    }
    guard let top = Int64(exactly: input.unit.numerator),
      let bottom = Int64(exactly: input.unit.denominator)
    else {
      result.isOverflown = true
      return
    }
    result.unit = .one
    for row in 0..<count {
      let value = input.integers[row]
      if value == Vector.missing {
        result.integers[row] = value
        continue
      }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: top)
      if overflow {
        result.isOverflown = true
        return
      }
      let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: bottom)
      var whole = quotient
      switch function {
      case .floor: if rest < 0 { whole -= 1 }
      case .ceiling: if rest > 0 { whole += 1 }
      default:
        // Twice the rest might not fit, the divisor less the rest does.
        if rest.magnitude >= bottom.magnitude - rest.magnitude { whole += scaled < 0 ? -1 : 1 }
      }
      result.integers[row] = whole
    }
  }

  static func datePart(_ function: RowFunction, _ input: Vector, _ result: Vector, _ count: Int) {
    result.mayMiss = input.mayMiss
    result.unit = .one
    var lastDay = Int.min
    var lastPart = 0
    for row in 0..<count {
      let value = input.integers[row]
      if value == Vector.missing {
        result.integers[row] = value
        continue
      }
      if function == .hour {
        let rest = input.kind == .day ? 0 : floorModulo(Int(value), microsecondsPerDay)
        result.integers[row] = Int64(rest / 3_600_000_000)
        continue
      }
      let day = input.kind == .day ? Int(value) : floorDivide(Int(value), microsecondsPerDay)
      if function == .date {
        result.integers[row] = Int64(day)
        continue
      }
      if day != lastDay {
        lastDay = day
        lastPart = Interpreter.part(function, ofDay: day)
      }
      result.integers[row] = Int64(lastPart)
    }
  }
}
