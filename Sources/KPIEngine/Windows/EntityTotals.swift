import KPIModel
import KPIPlan

/// What an aggregate over entities has taken in of one group, window by window.
///
/// Values come with the run of windows in which an entity has them. The result does not depend on their order.
class EntityTotals {
  let windowCount: Int

  init(_ windowCount: Int) { self.windowCount = windowCount }

  /// Adds what an entity comes to in a run of windows.
  func add(_ value: EntityValue, over windows: Range<Int>) {}

  /// Takes over what another has taken in.
  func absorb(_ other: EntityTotals) {}

  /// The value of each window, or `nil` where no value was taken in; all of it `nil` where exact numbers do not suffice.
  /// The keys of entities decide between equal values.
  func results(_ keys: (Int) -> ArraySlice<Scalar?>) -> [Number?]? { [] }

  /// Totals for a function; `isReal` where its numbers did not fit exact ones.
  static func make(
    _ function: EntityFunction, _ windowCount: Int, isReal: Bool
  ) -> EntityTotals {
    switch function {
    case .count: CountTotals(.all, windowCount)
    case .countSatisfying: CountTotals(.satisfying, windowCount)
    case .countValues: CountTotals(.values, windowCount)
    case .sum: isReal ? RealSumTotals(windowCount) : SumTotals(windowCount)
    case .minimum, .maximum, .standardDeviation, .product, .percentile, .top:
      ValueTotals(function, windowCount)
    }
  }
}

/// What one entity comes to.
struct EntityValue {
  /// Its place among the entities.
  let entity: Int
  let cell: Cell
  /// Whether there are rows of it.
  let isPresent: Bool
  /// Whether the condition holds.
  let isSatisfying: Bool
  /// What is added up if the entity is at the top.
  let summed: Cell
}

/// Numbers over windows, kept as what changes from one to the next.
private struct Differences {
  private var changes: [Int128]

  init(_ windowCount: Int) { changes = [Int128](repeating: 0, count: windowCount + 1) }

  /// Whether the number fits.
  mutating func add(_ number: Int128, over windows: Range<Int>) -> Bool {
    let (risen, first) = changes[windows.lowerBound].addingReportingOverflow(number)
    let (fallen, second) = changes[windows.upperBound].subtractingReportingOverflow(number)
    changes[windows.lowerBound] = risen
    changes[windows.upperBound] = fallen
    return !first && !second
  }

  mutating func absorb(_ other: Differences) -> Bool {
    var fits = true
    for index in changes.indices {
      let (sum, overflow) = changes[index].addingReportingOverflow(other.changes[index])
      changes[index] = sum
      fits = fits && !overflow
    }
    return fits
  }

  /// The number of each window; `nil` where one does not fit.
  var values: [Int128]? {
    var running: Int128 = 0
    var result: [Int128] = []
    for change in changes.dropLast() {
      let (sum, overflow) = running.addingReportingOverflow(change)
      if overflow { return nil }
      running = sum
      result.append(sum)
    }
    return result
  }
}

/// Counts entities.
final class CountTotals: EntityTotals {
  private let counted: Counted
  private var counts: Differences

  /// Which entities are counted: all that take part, those with rows, those for which the condition holds, or those
  /// with a value.
  enum Counted { case all, present, satisfying, values }

  init(_ counted: Counted, _ windowCount: Int) {
    self.counted = counted
    counts = Differences(windowCount)
    super.init(windowCount)
  }

  override func add(_ value: EntityValue, over windows: Range<Int>) {
    let isCounted =
      switch counted {
      case .all: true
      case .present: value.isPresent
      case .satisfying: value.isSatisfying
      case .values: value.cell.number != nil
      }
    if isCounted { _ = counts.add(1, over: windows) }
  }

  override func absorb(_ other: EntityTotals) {
    if let other = other as? CountTotals { _ = counts.absorb(other.counts) }
  }

  override func results(_ keys: (Int) -> ArraySlice<Scalar?>) -> [Number?]? {
    counts.values?.map { Rational($0, over: 1).map(Number.exact) ?? .zero }
  }
}

/// Adds exact values. Fractions are added by their denominators; a sum of very many different ones would outgrow exact
/// numbers, and is left to `RealSumTotals`.
final class SumTotals: EntityTotals {
  private var sums: [Int128: Differences] = [:]
  private var fits = true

  private static let mostDenominators = 32

  override func add(_ value: EntityValue, over windows: Range<Int>) {
    guard let number = value.cell.number, fits else { return }
    guard case .exact(let rational) = number else {
      fits = false
      return
    }
    fits = sums[rational.denominator, default: Differences(windowCount)]
      .add(rational.numerator, over: windows)
    if sums.count > SumTotals.mostDenominators { fits = false }
  }

  override func absorb(_ other: EntityTotals) {
    guard let other = other as? SumTotals else { return }
    fits = fits && other.fits
    for (denominator, differences) in other.sums {
      if !sums[denominator, default: Differences(windowCount)].absorb(differences) { fits = false }
    }
    if sums.count > SumTotals.mostDenominators { fits = false }
  }

  override func results(_ keys: (Int) -> ArraySlice<Scalar?>) -> [Number?]? {
    guard fits else { return nil }
    var totals = [Number](repeating: .zero, count: windowCount)
    for (denominator, differences) in sums.sorted(by: { $0.key < $1.key }) {
      guard let values = differences.values else { return nil }
      for (window, value) in values.enumerated() where value != 0 {
        guard let part = Rational(value, over: denominator), case .exact(let sum) = totals[window],
          let total = sum.adding(part)
        else { return nil }
        totals[window] = .exact(total)
      }
    }
    return totals
  }
}

/// Adds values as binary numbers, without any rounding before the end.
final class RealSumTotals: EntityTotals {
  private var changes: [(window: Int, value: Double, sign: Int64)] = []

  override func add(_ value: EntityValue, over windows: Range<Int>) {
    guard let number = value.cell.number?.doubleValue else { return }
    changes.append((windows.lowerBound, number, 1))
    changes.append((windows.upperBound, number, -1))
  }

  override func absorb(_ other: EntityTotals) {
    if let other = other as? RealSumTotals { changes += other.changes }
  }

  override func results(_ keys: (Int) -> ArraySlice<Scalar?>) -> [Number?]? {
    var byWindow = [[(value: Double, sign: Int64)]](repeating: [], count: windowCount + 1)
    for change in changes { byWindow[change.window].append((change.value, change.sign)) }
    var limbs = [Int64](repeating: 0, count: ExactRealSum.words)
    return limbs.withUnsafeMutableBufferPointer { limbs -> [Number?]? in
      guard let limbs = limbs.baseAddress else { return nil }
      return byWindow.dropLast().map { changes in
        for change in changes { ExactRealSum.add(change.value, sign: change.sign, to: limbs) }
        return Number(ExactRealSum.value(limbs))
      }
    }
  }
}

/// Keeps the values themselves, for what needs their order.
final class ValueTotals: EntityTotals {
  private let function: EntityFunction
  private var values: [[Entry]]

  private struct Entry {
    let entity: Int
    let number: Number
    let summed: Cell
  }

  init(_ function: EntityFunction, _ windowCount: Int) {
    self.function = function
    values = [[Entry]](repeating: [], count: windowCount)
    super.init(windowCount)
  }

  override func add(_ value: EntityValue, over windows: Range<Int>) {
    guard let number = value.cell.number else { return }
    let entry = Entry(entity: value.entity, number: number, summed: value.summed)
    for window in windows { values[window].append(entry) }
  }

  override func absorb(_ other: EntityTotals) {
    guard let other = other as? ValueTotals else { return }
    for window in values.indices { values[window] += other.values[window] }
  }

  override func results(_ keys: (Int) -> ArraySlice<Scalar?>) -> [Number?]? {
    values.map { result($0, keys) }
  }

  private func result(
    _ entries: [Entry], _ keys: (Int) -> ArraySlice<Scalar?>
  ) -> Number? {
    guard !entries.isEmpty else { return nil }
    switch function {
    case .top(let count): return top(entries, count, keys)
    case .minimum: return entries.map(\.number).min()
    case .maximum: return entries.map(\.number).max()
    default: break
    }
    let numbers = entries.map(\.number).sorted()
    switch function {
    case .percentile(let rank): return ValueTotals.percentile(numbers, rank)
    case .product:
      return numbers.dropFirst().reduce(numbers[0]) { product, number in
        product.flatMap { $0.multiplied(by: number) }
      }
    default: return ValueTotals.deviation(numbers)
    }
  }

  /// The sum over the entities with the largest values; of equal ones those whose keys come first.
  private func top(
    _ entries: [Entry], _ count: TopCount, _ keys: (Int) -> ArraySlice<Scalar?>
  ) -> Number? {
    let ordered = entries.sorted { left, right in
      left.number == right.number
        ? GroupKeys.precedes(keys(left.entity), keys(right.entity)) : right.number < left.number
    }
    return ordered.prefix(count.count(of: ordered.count)).reduce(Number.zero) { sum, entry in
      guard let summed = entry.summed.number else { return sum }
      return sum.flatMap { $0.adding(summed) }
    }
  }

  private static func percentile(_ sorted: [Number], _ rank: Rational) -> Number? {
    guard
      let place = Rational(sorted.count - 1).multiplied(by: rank)?.divided(by: Rational(100)),
      let low = Int(exactly: place.floor), let rest = place.subtracting(Rational(low))
    else { return nil }
    guard !rest.isZero, low + 1 < sorted.count else { return sorted[min(low, sorted.count - 1)] }
    return sorted[low + 1].subtracting(sorted[low])?.multiplied(by: .exact(rest))
      .flatMap { sorted[low].adding($0) }
  }

  /// The standard deviation of a sample.
  private static func deviation(_ sorted: [Number]) -> Number? {
    guard sorted.count > 1 else { return nil }
    let values = sorted.map(\.doubleValue)
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Number((squares / Double(values.count - 1)).squareRoot())
  }
}
