import KPIModel
import KPIPlan
import KPITable

/// Keeps every value of each cell, for exact percentiles and distinct counts.
///
/// Values are 64-bit integers: multiples of a unit, days, moments, numbers of a dictionary, or floating-point
/// numbers in an order-keeping form. Most fit in 32 bits and are kept so.
final class ValuesAggregate: Aggregate {
  let isDistinct: Bool
  private var cellCount = 0
  /// Values by the unit they count; one, unless numbers of finer fractions turned up later.
  private var segments: [Segment] = []
  /// Numbers that were computed row by row.
  private var others: [Int: [Rational]] = [:]
  /// What the threads kept, with this aggregate's cells in terms of theirs.
  private var parts: [Part] = []
  private var texts: TextDictionary?

  private struct Segment {
    let unit: Rational
    let kind: Vector.Kind
    let dictionary: TextDictionary?
    let lists: ValueLists
  }

  private struct Part {
    let aggregate: ValuesAggregate
    /// The cells of the part for each cell here, or 0.
    let cells: [UInt32]
    /// For texts: the numbers of the part's dictionary in the joint one.
    let numbers: [UInt32]
  }

  init(isDistinct: Bool) { self.isDistinct = isDistinct }

  override func empty() -> Aggregate { ValuesAggregate(isDistinct: isDistinct) }

  override func reserve(_ cells: Int) {
    cellCount = max(cellCount, cells)
    for segment in segments { segment.lists.reserve(cells) }
  }

  private func lists(for vector: Vector) -> ValueLists {
    if let segment = segments.first(where: { $0.unit == vector.unit }) { return segment.lists }
    let lists = ValueLists()
    lists.reserve(cellCount)
    segments.append(
      Segment(
        unit: vector.unit, kind: vector.kind, dictionary: vector.dictionary, lists: lists))
    return lists
  }

  override func add(
    _ cells: UnsafePointer<UInt32>, _ vector: Vector?, _ count: Int, sign: Int64
  ) {
    guard let vector else { return }
    let lists = lists(for: vector)
    switch vector.kind {
    case .exact, .day, .instant:
      lists.append(vector.integers, to: cells, count, except: Vector.missing)
    case .real:
      for row in 0..<count where cells[row] != 0 && !vector.doubles[row].isNaN {
        lists.append(OrderedReal.key(vector.doubles[row]), to: Int(cells[row]))
      }
    case .boolean:
      for row in 0..<count where cells[row] != 0 && vector.flags[row] != 2 {
        lists.append(Int64(vector.flags[row]), to: Int(cells[row]))
      }
    case .text:
      let ids = vector.ids
      for row in 0..<count where cells[row] != 0 && ids[row] != 0 {
        lists.append(Int64(ids[row]), to: Int(cells[row]))
      }
    }
  }

  override func add(_ cell: Int, _ value: RowValue, sign: Int64) {
    guard cell != 0 else { return }
    switch value {
    case .missing: break
    case .exact(let number): others[cell, default: []].append(number)
    case .text(let text):
      let lists = lists(single: .text)
      if let dictionary = segments[0].dictionary {
        lists.append(Int64(dictionary.number(of: text)), to: cell)
      }
    case .real(let value, _): lists(single: .real).append(OrderedReal.key(value), to: cell)
    case .boolean(let value): lists(single: .boolean).append(value ? 1 : 0, to: cell)
    case .day(let value): lists(single: .day).append(Int64(value), to: cell)
    case .instant(let value): lists(single: .instant).append(Int64(value), to: cell)
    }
  }

  /// The lists for values that come one by one.
  private func lists(single kind: Vector.Kind) -> ValueLists {
    if let segment = segments.first { return segment.lists }
    let lists = ValueLists()
    lists.reserve(cellCount)
    segments.append(
      Segment(
        unit: .one, kind: kind, dictionary: kind == .text ? TextDictionary() : nil, lists: lists))
    return lists
  }

  override func absorb(_ other: Aggregate, _ cells: [UInt32]) {
    super.absorb(other, cells)
    guard let other = other as? ValuesAggregate else { return }
    var inverse = [UInt32](repeating: 0, count: cellCount)
    for (cell, target) in cells.enumerated() where target != 0 {
      inverse[Int(target)] = UInt32(cell)
    }
    var numbers: [UInt32] = []
    if let dictionary = other.segments.first?.dictionary {
      let joint = texts ?? TextDictionary()
      texts = joint
      numbers = (0..<dictionary.count).map { id in
        id == 0 ? 0 : dictionary.withBytes(of: UInt32(id)) { joint.number(copying: $0) }
      }
    }
    parts.append(Part(aggregate: other, cells: inverse, numbers: numbers))
  }

  // MARK: Values of a cell

  /// The values of one cell of all threads, multiples of `unit`; `nil` when they do not fit in 64 bits.
  private func values(_ cell: Int, _ unit: Rational, into values: inout [Int64]) -> Bool {
    for part in parts {
      let own = Int(part.cells[cell])
      guard own != 0 else { continue }
      for segment in part.aggregate.segments {
        let start = values.count
        segment.lists.collect(own, into: &values)
        if segment.kind == .text {
          for index in start..<values.count {
            values[index] = Int64(part.numbers[Int(values[index])])
          }
        } else if segment.unit != unit {
          guard let common = Units.common(segment.unit, unit), common.right == 1 else {
            return false
          }
          for index in start..<values.count {
            let (value, overflow) = values[index].multipliedReportingOverflow(by: common.left)
            if overflow { return false }
            values[index] = value
          }
        }
      }
      if let others = part.aggregate.others[own], !others.isEmpty { return false }
    }
    return true
  }

  /// The days or moments of one cell of all threads.
  func integers(of cell: Int) -> [Int64] {
    var result: [Int64] = []
    return values(cell, .one, into: &result) ? result : []
  }

  /// The same as exact numbers, whatever their size.
  private func numbers(_ cell: Int, into numbers: inout [Rational]) -> Bool {
    for part in parts {
      let own = Int(part.cells[cell])
      guard own != 0 else { continue }
      for segment in part.aggregate.segments {
        var values: [Int64] = []
        segment.lists.collect(own, into: &values)
        for value in values {
          guard let number = Rational(Int128(value), over: 1)?.multiplied(by: segment.unit) else {
            return false
          }
          numbers.append(number)
        }
      }
      numbers += part.aggregate.others[own] ?? []
    }
    return true
  }

  /// The unit that all values are whole multiples of.
  private lazy var jointUnit: Rational? = {
    var unit: Rational?
    for segment in parts.flatMap(\.aggregate.segments) {
      guard let known = unit else {
        unit = segment.unit
        continue
      }
      guard let common = Units.common(known, segment.unit) else { return nil }
      unit = common.unit
    }
    return unit ?? .one
  }()

  private lazy var kind: Vector.Kind =
    parts.lazy.compactMap { $0.aggregate.segments.first?.kind }.first ?? .exact

  override func settle() {
    _ = jointUnit
    _ = kind
  }

  // MARK: Windows

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function
  ) -> [Cell] {
    evaluate(cells, windows, all: [function])[0]
  }

  override func evaluate(
    _ cells: [Int], _ windows: [Range<Int>], all functions: [RowMeasure.Function]
  ) -> [[Cell]] {
    if let unit = jointUnit, windows.allSatisfy({ $0.count <= 1 }),
      let result = singly(cells, windows, functions, unit)
    {
      return result
    }
    return functions.map { function in
      jointUnit.flatMap { sliding(cells, windows, function, $0) }
        ?? windows.map { slowly(cells[$0], function) }
    }
  }

  /// Windows of one cell each; the values of a cell are brought together once for all functions.
  private func singly(
    _ cells: [Int], _ windows: [Range<Int>], _ functions: [RowMeasure.Function], _ unit: Rational
  ) -> [[Cell]]? {
    var result = functions.map { _ in [Cell]() }
    var buffer: [Int64] = []
    for window in windows {
      buffer.removeAll(keepingCapacity: true)
      if let cell = window.first, !values(cells[cell], unit, into: &buffer) { return nil }
      for (index, function) in functions.enumerated() {
        result[index].append(answer(&buffer, function, unit))
      }
    }
    return result
  }

  private func answer(
    _ values: inout [Int64], _ function: RowMeasure.Function, _ unit: Rational
  ) -> Cell {
    guard case .percentile(let percent) = function else {
      return .value(Number(Selection.distinctCount(&values)))
    }
    return percentile(percent, values.count, unit) { Selection.neighbours(atRank: $0, values) }
  }

  /// Linear interpolation between the closest ranks.
  private func percentile(
    _ percent: Rational, _ count: Int, _ unit: Rational, _ neighbours: (Int) -> (Int64, Int64)
  ) -> Cell {
    guard count > 0,
      let place = Rational(count - 1).multiplied(by: percent)?
        .divided(by: Rational(100))
    else { return .missing(.noRows) }
    let rank = Int(place.floor)
    let rest = place.subtracting(Rational(rank)) ?? .zero
    let values = neighbours(rank)
    let lower = number(values.0, unit)
    guard !rest.isZero else { return .value(lower) }
    let upper = number(values.1, unit)
    guard let step = upper.subtracting(lower)?.multiplied(by: .exact(rest)),
      let result = lower.adding(step)
    else { return .missing(.outOfRange) }
    return .value(result)
  }

  private func number(_ value: Int64, _ unit: Rational) -> Number {
    if kind == .real { return Number(OrderedReal.value(value)) ?? .zero }
    return .exact(Rational(Int(value)).multiplied(by: unit) ?? .zero)
  }

  /// Windows that move forward over several cells: each cell enters once and leaves once.
  private func sliding(
    _ cells: [Int], _ windows: [Range<Int>], _ function: RowMeasure.Function, _ unit: Rational
  ) -> [Cell]? {
    var contents: [[Int64]] = []
    for cell in cells {
      var values: [Int64] = []
      guard self.values(cell, unit, into: &values) else { return nil }
      if isDistinct { Selection.removeRepeated(&values) }
      contents.append(values)
    }
    var scale = contents.flatMap { $0 }
    Selection.removeRepeated(&scale)
    let ranks = contents.map { Selection.ranks(of: $0, in: scale) }
    let counter = RankCounter(scale.count)
    var current = 0..<0
    return windows.map { window in
      current.moved(
        to: window, enter: { for rank in ranks[$0] { counter.add(Int(rank)) } },
        leave: { for rank in ranks[$0] { counter.remove(Int(rank)) } })
      current = window
      guard case .percentile(let percent) = function else {
        return .value(Number(counter.distinct))
      }
      return percentile(percent, counter.total, unit) { rank in
        let next = min(rank + 1, counter.total - 1)
        return (scale[counter.rank(of: rank)], scale[counter.rank(of: next)])
      }
    }
  }

  /// Numbers of any size, for windows that hold one beyond 64 bits.
  private func slowly(_ cells: ArraySlice<Int>, _ function: RowMeasure.Function) -> Cell {
    var numbers: [Rational] = []
    for cell in cells {
      guard self.numbers(cell, into: &numbers) else { return .missing(.outOfRange) }
    }
    guard case .percentile(let percent) = function else {
      return .value(Number(Set(numbers).count))
    }
    numbers.sort()
    guard !numbers.isEmpty,
      let place = Rational(numbers.count - 1).multiplied(by: percent)?.divided(by: Rational(100))
    else { return .missing(.noRows) }
    let rank = Int(place.floor)
    let lower = Number.exact(numbers[rank])
    guard rank + 1 < numbers.count, let rest = place.subtracting(Rational(rank)),
      let step = Number.exact(numbers[rank + 1]).subtracting(lower)?.multiplied(by: .exact(rest)),
      let result = lower.adding(step)
    else { return .value(lower) }
    return .value(result)
  }
}

/// Floating-point numbers as integers in the same order.
enum OrderedReal {
  static func key(_ value: Double) -> Int64 {
    // Zero comes with two signs; adding 0 leaves one.
    let bits = Int64(bitPattern: (value + 0).bitPattern)
    return bits < 0 ? bits ^ Int64.max : bits
  }

  static func value(_ key: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: key < 0 ? key ^ Int64.max : key))
  }
}
