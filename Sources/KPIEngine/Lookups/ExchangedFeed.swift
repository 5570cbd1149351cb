import KPIModel
import KPIPlan

extension CellFeed {
  /// The feed with its amounts exchanged, as parts of their cells; `nil` where one has no rate, or the result has more digits
  /// than there are.
  func exchanged(_ grouping: Workload.Grouping, by indexes: LookupIndexes) -> CellFeed? {
    var result = self
    result.amounts = []
    for amount in amounts {
      guard case .text(let code)? = amount.currency,
        let rate = indexes.rates(amount.rates).currency(code).rate(on: amount.day.number),
        let worth = amount.amount.multiplied(by: rate.value)
      else { return nil }
      var filters = grouping.filters.map {
        Filter(rows: 0, parts: [Part](repeating: .nothing, count: $0.aggregates.count))
      }
      var parts = filters[amount.filter].parts
      parts[amount.aggregate] = .number(worth)
      filters[amount.filter] = Filter(rows: 0, parts: parts)
      result.cells.append(Cell(ordinal: amount.ordinal, keys: amount.keys, filters: filters))
    }
    return result
  }
}
