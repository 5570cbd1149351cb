import KPIModel
import KPITable

/// The rates of a table by currency, those of each in the order of their days.
final class RateIndex: Sendable {
  private let rates: [String: [Rate]]
  private let unit: String

  private struct Rate {
    /// The first day on which it holds, and the first on which it does not.
    let days: Range<Int>
    let value: Rational
  }

  /// Reads the rates from rows in memory; two of one currency for one day are reported.
  init(_ table: RateTable, _ rows: LoadedTable) {
    unit = table.unit
    var all: [String: [(rate: Rate, row: Int)]] = [:]
    for row in 0..<rows.rowCount {
      guard case .text(let currency) = rows.columns[table.currency]?.scalar(row),
        case .number(let value) = rows.columns[table.rate]?.scalar(row),
        let days = RateIndex.days(of: table.dates, rows, row)
      else { continue }
      all[currency, default: []].append((Rate(days: days, value: value), row))
    }
    rates = all.mapValues { own in
      let ordered = own.sorted {
        ($0.rate.days.lowerBound, $0.row) < ($1.rate.days.lowerBound, $1.row)
      }
      for (earlier, later) in zip(ordered, ordered.dropFirst())
      where later.rate.days.lowerBound < earlier.rate.days.upperBound {
        rows.noteRepeated(later.row, table.currency)
      }
      return ordered.map(\.rate)
    }
  }

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

  /// What one unit of a currency is worth on a day; `nil` where no row says so.
  func rate(of currency: String, on day: Int) -> Rational? {
    if currency == unit { return .one }
    guard let own = rates[currency] else { return nil }
    let after = own.partitioningIndex { $0.days.lowerBound > day }
    guard after > 0, own[after - 1].days.contains(day) else { return nil }
    return own[after - 1].value
  }
}

/// The rates of the currencies of a block's rows, each sought once for a currency and a day.
final class RateStep {
  private let index: RateIndex
  private let currency: KeyColumn
  private var known: [Place: Rational?] = [:]
  private var lacking = [String?](repeating: nil, count: Vector.capacity)

  private struct Place: Hashable {
    let currency: UInt32
    let day: Int
  }

  init(_ index: RateIndex, of currency: KeyColumn) {
    self.index = index
    self.currency = currency
  }

  func run(_ time: Vector, _ result: Vector, _ count: Int) {
    let currencies = currency.numbers(count)
    var numbers: [Rational?] = []
    numbers.reserveCapacity(count)
    for row in 0..<count {
      lacking[row] = nil
      let value = time.integers[row]
      guard currencies[row] != 0, value != Vector.missing else {
        numbers.append(nil)
        continue
      }
      let day = time.kind == .day ? Int(value) : floorDivide(Int(value), microsecondsPerDay)
      let place = Place(currency: currencies[row], day: day)
      let rate = known[place] ?? seek(place)
      if rate == nil { lacking[row] = name(place) }
      numbers.append(rate)
    }
    result.mayMiss = true
    Kernels.align(numbers, in: result)
  }

  private func seek(_ place: Place) -> Rational? {
    guard case .text(let code) = currency.scalar(place.currency) else { return nil }
    let rate = index.rate(of: code, on: place.day)
    known[place] = .some(rate)
    return rate
  }

  private func name(_ place: Place) -> String {
    "\(currency.scalar(place.currency)?.text ?? "") on \(Day(place.day).text)"
  }

  /// The currency and the day of a row for which there is no rate, once for each row.
  func takeLacking(_ row: Int) -> String? {
    let found = lacking[row]
    lacking[row] = nil
    return found
  }
}
