import KPIModel
import KPITable

/// The rates of a table by currency, those of each in the order of their days.
final class RateIndex: Sendable {
  /// The name of the table.
  let name: String
  private let rates: [String: [Rate]]
  /// What all rates are whole multiples of; `nil` where some are too fine for that.
  let unit: Rational?

  struct Rate {
    /// From the first day on which it holds to the first on which it does not.
    let days: Range<Int>
    let value: Rational
    /// As a multiple of the index's unit.
    fileprivate(set) var multiple: Int64 = 0
  }

  /// Reads the rates from rows in memory; two of one currency for one day are reported.
  init(_ table: RateTable, _ rows: LoadedTable) {
    name = rows.table.name
    var all: [String: [(rate: Rate, row: Int)]] = [:]
    for row in 0..<rows.rowCount {
      guard case .text(let currency) = rows.columns[table.currency]?.scalar(row),
        case .number(let value) = rows.columns[table.rate]?.scalar(row),
        let days = RateIndex.days(of: table.dates, rows, row)
      else { continue }
      all[currency, default: []].append((Rate(days: days, value: value), row))
    }
    var ordered = all.mapValues { own in
      var kept: [Rate] = []
      for (rate, row) in own.sorted(by: {
        ($0.rate.days.lowerBound, $0.row) < ($1.rate.days.lowerBound, $1.row)
      }) {
        if let last = kept.last, rate.days.lowerBound < last.days.upperBound {
          rows.noteRepeated(row, table.currency)
        } else {
          kept.append(rate)
        }
      }
      return kept
    }
    ordered[table.unit] = [Rate(days: Int.min..<Int.max, value: .one)]
    (rates, unit) = RateIndex.scaled(ordered)
  }

  private init() { (name, rates, unit) = ("", [:], .one) }

  /// Of rates that could not be read.
  static let empty = RateIndex()

  private static func days(
    of dates: RateTable.Dates, _ rows: LoadedTable, _ row: Int
  ) -> Range<Int>? {
    func day(_ column: ColumnID) -> Int? {
      switch rows.columns[column]?.scalar(row) {
      case .date(let day): day.number
      case .timestamp(let moment): floorDivide(moment, microsecondsPerDay)
      default: nil
      }
    }
    switch dates {
    case .on(let column): return day(column).map { $0..<$0 + 1 }
    case .from(let from, let to):
      guard let first = day(from) else { return nil }
      return first..<max(first, day(to) ?? .max)
    }
  }

  /// The rates as whole multiples of the greatest unit that serves all of them.
  private static func scaled(
    _ rates: [String: [Rate]]
  ) -> (rates: [String: [Rate]], unit: Rational?) {
    var unit = Rational.one
    for rate in rates.values.joined() {
      guard let own = Rational(1, over: rate.value.denominator),
        let common = Units.common(unit, own)
      else { return (rates, nil) }
      unit = common.unit
    }
    var scaled = rates
    for (currency, own) in rates {
      for place in own.indices {
        guard let multiple = own[place].value.divided(by: unit),
          let whole = Int64(exactly: multiple.numerator)
        else { return (rates, nil) }
        scaled[currency]?[place].multiple = whole
      }
    }
    return (scaled, unit)
  }

  /// The rates of one currency.
  struct Currency {
    fileprivate let rates: [Rate]

    /// What one unit is worth on a day; `nil` where no row says so.
    func rate(on day: Int) -> Rate? {
      let after = rates.partitioningIndex { $0.days.lowerBound > day }
      guard after > 0, rates[after - 1].days.contains(day) else { return nil }
      return rates[after - 1]
    }
  }

  func currency(_ code: String) -> Currency { Currency(rates: rates[code] ?? []) }
}
