import KPIModel
import KPIPlan
import KPITable

/// Keeps the rows of a table of spans one by one, for what cannot be added up: distinct counts, percentiles,
/// extremes and deviations of what is alive at an instant, and all that is asked of ages.
final class SpanRowsAggregate: Aggregate {
  private let function: CellFunction
  /// Whether the age at the instant is meant, of the dates that are kept.
  private let isAge: Bool
  private var rows: [Row] = []

  private struct Row {
    let cell: UInt32
    let enter: Int64
    let leave: Int64
    let value: RowValue
  }

  init(_ function: CellFunction, isAge: Bool) {
    self.function = function
    self.isAge = isAge
  }

  override func empty() -> Aggregate { SpanRowsAggregate(function, isAge: isAge) }

  /// Adds a row of a block that lies in a cell.
  func add(_ cell: Int, _ value: RowValue, _ spans: SpanAxis, _ row: Int) {
    guard spans.enter.integers[row] != Vector.missing, !value.isMissing else { return }
    rows.append(
      Row(
        cell: UInt32(cell), enter: spans.enter.integers[row], leave: spans.leave.integers[row],
        value: value))
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

  /// The rows in the order of their cells, so that those of one group are found at once.
  private lazy var byCell: [UInt32: [Row]] = Dictionary(grouping: rows, by: \.cell)

  override func settle() { _ = byCell }

  /// What is alive at the start of each of the days, going through them in order.
  func evaluate(_ cells: [Int], at days: [Int], _ function: RowMeasure.Function) -> [Cell] {
    let own = cells.flatMap { byCell[UInt32($0)] ?? [] }
    let scale = ValueScale(own.map(\.value))
    let alive = AliveValues(scale)
    let entering = own.indices.sorted { own[$0].enter < own[$1].enter }
    let leaving = own.indices.filter { own[$0].leave != Vector.missing }
      .sorted { own[$0].leave < own[$1].leave }
    var (entered, left) = (0, 0)
    var result = [Cell](repeating: .missing(.noRows), count: days.count)
    for index in days.indices.sorted(by: { days[$0] < days[$1] }) {
      while entered < entering.count, own[entering[entered]].enter <= days[index] {
        alive.add(entering[entered])
        entered += 1
      }
      while left < leaving.count, own[leaving[left]].leave <= days[index] {
        alive.remove(leaving[left])
        left += 1
      }
      result[index] = value(of: alive, function, day: days[index])
    }
    return result
  }

  private func value(
    of alive: AliveValues, _ function: RowMeasure.Function, day: Int
  ) -> Cell {
    guard alive.count > 0 else {
      return function.isZeroOverNothing ? .value(.zero) : .missing(.noRows)
    }
    if function == .countDistinct { return .value(Number(alive.distinct)) }
    // The youngest has the latest date.
    let value =
      switch function {
      case .minimum: alive.percentile(Rational(isAge ? 100 : 0))
      case .maximum: alive.percentile(Rational(isAge ? 0 : 100))
      case .percentile(let rank):
        (isAge ? Rational(100).subtracting(rank) : rank).flatMap(alive.percentile)
      case .standardDeviation: alive.deviation
      case .sum, .count, .countDistinct: alive.sum
      }
    guard let value else {
      return .missing(function == .standardDeviation && alive.count < 2 ? .noRows : .outOfRange)
    }
    guard isAge, function != .standardDeviation else { return .value(value) }
    let count = function == .sum ? alive.count : 1
    let moment = Number.exact(Rational(day * 86_400)).multiplied(by: Number(count))
    return moment?.subtracting(value).map(Cell.value) ?? .missing(.outOfRange)
  }
}

/// The values of rows in order, each row with the rank of its own.
private struct ValueScale {
  let ranks: [Int]
  /// By rank; empty where the values are no numbers.
  let numbers: [Number]

  init(_ values: [RowValue]) {
    let distinct = Set(values)
    let known = distinct.compactMap { value in ValueScale.number(value).map { ($0, value) } }
    numbers = known.count == distinct.count ? known.map(\.0).sorted() : []
    let ordered =
      numbers.isEmpty ? Array(distinct) : known.sorted { $0.0 < $1.0 }.map(\.1)
    let rank = Dictionary(uniqueKeysWithValues: zip(ordered, ordered.indices))
    ranks = values.map { rank[$0] ?? 0 }
  }

  /// Dates and moments count as seconds.
  private static func number(_ value: RowValue) -> Number? {
    switch value {
    case .exact(let number): .exact(number)
    case .real(let number, let fraction): fraction.rational.map(Number.exact) ?? Number(number)
    case .day(let day): .exact(Rational(day * 86_400))
    case .instant(let microseconds):
      Rational(Int128(microseconds), over: 1_000_000).map(Number.exact)
    case .missing, .text, .boolean: nil
    }
  }
}

/// The values of the rows that are alive now.
private final class AliveValues {
  private let scale: ValueScale
  private let counter: RankCounter
  /// The sum of the values, which are exact wherever it is asked for; `nil` once it has left the range of numbers.
  private(set) var sum: Number? = .zero

  init(_ scale: ValueScale) {
    self.scale = scale
    counter = RankCounter(Set(scale.ranks).count)
  }

  var count: Int { counter.total }
  var distinct: Int { counter.distinct }

  func add(_ row: Int) {
    counter.add(scale.ranks[row])
    if !scale.numbers.isEmpty { sum = sum?.adding(scale.numbers[scale.ranks[row]]) }
  }

  func remove(_ row: Int) {
    counter.remove(scale.ranks[row])
    if !scale.numbers.isEmpty { sum = sum?.subtracting(scale.numbers[scale.ranks[row]]) }
  }

  /// Linear interpolation between the closest ranks.
  func percentile(_ percent: Rational) -> Number? {
    guard let place = Rational(count - 1).multiplied(by: percent)?.divided(by: Rational(100)),
      let rest = place.subtracting(Rational(Int(place.floor)))
    else { return nil }
    let lower = scale.numbers[counter.rank(of: Int(place.floor))]
    guard !rest.isZero else { return lower }
    return scale.numbers[counter.rank(of: Int(place.floor) + 1)].subtracting(lower)?
      .multiplied(by: .exact(rest)).flatMap { lower.adding($0) }
  }

  /// The standard deviation of a sample.
  var deviation: Number? {
    guard count > 1 else { return nil }
    let values = counter.present.map { rank, count in
      (number: scale.numbers[rank].doubleValue, count: Double(count))
    }
    var (mean, squares) = (0.0, 0.0)
    for value in values { mean += value.number * value.count / Double(count) }
    for value in values {
      squares += (value.number - mean) * (value.number - mean) * value.count
    }
    return Number((squares / Double(count - 1)).squareRoot())
  }
}
