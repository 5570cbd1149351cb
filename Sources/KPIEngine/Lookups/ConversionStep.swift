import KPIModel
import KPITable

/// Finds the rates for the amounts of a block; each currency is sought once.
final class ConversionStep {
  private let index: RateIndex
  private let rates = Vector(.exact)
  /// By the numbers of the texts of the currencies.
  private var known: [RateIndex.Currency?] = []

  init(_ index: RateIndex) { self.index = index }

  /// The rate of each amount; `nil` where each row must be looked at alone, because one has no rate or rates are too
  /// fine.
  func rates(of amounts: Vector, in currencies: Vector, at time: Vector, _ count: Int) -> Vector? {
    guard let unit = index.unit, let dictionary = currencies.dictionary else { return nil }
    let more = dictionary.count - known.count
    if more > 0 { known += repeatElement(nil, count: more) }
    rates.unit = unit
    let isMoment = time.kind == .instant
    for row in 0..<count {
      let value = Int(time.integers[row])
      guard !amounts.isMissing(row), value != Int(Vector.missing) else {
        rates.integers[row] = Vector.missing
        continue
      }
      let day = isMoment ? floorDivide(value, microsecondsPerDay) : value
      let id = Int(currencies.ids[row])
      guard id != 0, let rate = currency(id, dictionary).rate(on: day) else { return nil }
      rates.integers[row] = rate.multiple
    }
    rates.mayMiss = amounts.mayMiss || time.mayMiss
    return rates
  }

  private func currency(_ id: Int, _ dictionary: TextDictionary) -> RateIndex.Currency {
    if let currency = known[id] { return currency }
    let currency = index.currency(dictionary[UInt32(id)])
    known[id] = currency
    return currency
  }
}

extension LookupIndexes {
  /// The rate for the amount of one row.
  func rate(
    of amount: RowValue, in currency: RowValue, at time: RowValue, _ table: RateTable
  ) throws(RowFailure) -> RowValue {
    guard !amount.isMissing, let microseconds = time.microseconds else { return .missing }
    let day = floorDivide(microseconds, microsecondsPerDay)
    var code: String?
    if case .text(let text) = currency { code = text }
    let index = rates(table)
    guard let code, let rate = index.currency(code).rate(on: day) else {
      throw .noRate(currency: code, day: Day(day), table: index.name)
    }
    return .exact(rate.value)
  }
}
