import KPIModel

/// A metric that somebody might answer for, with how often it is worth a look.
package struct ProposedKPI: Hashable, Sendable {
  package let metric: ProposedMetric
  package let cadence: Cadence
  /// What its placeholder of a target is measured against.
  package let baseline: Cadence

  package enum Cadence: String, Sendable {
    case day, week, month, quarter, year
  }
}

extension ProposedKPI {
  /// Two at most: the size of the business that the files show, and another view of the same rows.
  static func chosen(from metrics: [ProposedMetric], of tables: [ProposedTable]) -> [ProposedKPI] {
    let byTable = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    var ranked: [(metric: ProposedMetric, rank: Int, rows: Int)] = []
    for metric in metrics {
      guard let table = byTable[metric.table], table.days != nil,
        let rank = order.firstIndex(of: metric.meaning)
      else { continue }
      let isMoney = table.columns.contains { column in
        column.header == metric.column && column.numberKind == .money
      }
      // Money before everything else, a sum of pieces after the count of the rows.
      let isPieces = metric.meaning == .total && !isMoney
      ranked.append((metric, isPieces ? order.count : rank, table.rowCount))
    }
    ranked.sort { one, other in
      one.rank != other.rank ? one.rank < other.rank : one.rows > other.rows
    }
    guard let first = ranked.first else { return [] }
    let second =
      ranked.first { $0.metric.table == first.metric.table && $0.metric.meaning == .distinct }
      ?? ranked.dropFirst().first { $0.rank != first.rank }
    return [first.metric, second?.metric].compactMap { metric in
      guard let metric, let table = byTable[metric.table], let days = table.days else { return nil }
      let cadence = Cadence(rows: table.rowCount, days: days)
      let length = days.upperBound.number - days.lowerBound.number
      return ProposedKPI(
        metric: metric, cadence: cadence, baseline: length > 430 ? .year : cadence)
    }
  }

  private static let order: [ProposedMetric.Meaning] = [
    .total, .value, .closing, .atEnd, .count, .distinct, .average,
  ]
}

extension ProposedKPI.Cadence {
  /// As often as there are enough rows to say something, and at least three periods to compare.
  init(rows: Int, days: ClosedRange<Day>) {
    let length = max(1, days.upperBound.number - days.lowerBound.number + 1)
    let lengths: [(Self, Int)] = [(.month, 30), (.quarter, 91), (.year, 365)]
    if length < 21 {
      self = .day
    } else if length < 92 {
      self = .week
    } else {
      self = lengths.first { rows * $0.1 / length >= 5 }?.0 ?? .year
    }
  }
}
