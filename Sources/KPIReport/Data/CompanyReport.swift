package import KPIModel
package import KPIScorecard

/// What a company's specification says and what its numbers came to on one day: all that a report is drawn from.
package struct CompanyReport: Sendable {
  package let specification: Specification
  package let asOf: Day
  /// The KPIs by department, each in the order of their declarations.
  package let kpis: [KPIRecord]
  /// How objectives, scorecards, initiatives and assumptions stand.
  package let strategy: StrategyBoard
  /// The tables that KPIs are computed from, in the order of their declarations.
  package let tables: [TableFreshness]

  package init(
    _ specification: Specification, asOf: Day, kpis: [KPIRecord], strategy: StrategyBoard,
    tables: [TableFreshness]
  ) {
    self.specification = specification
    self.asOf = asOf
    self.kpis = kpis
    self.strategy = strategy
    self.tables = tables
  }

  package var calendar: Calendar { specification.company.calendar }
}

/// How far the rows of a table reach.
package struct TableFreshness: Sendable {
  package let table: TableID
  /// The day of its last row; `nil` where the rows have no dates, or there are none.
  package let lastDay: Day?
  /// The first day of the latest complete period that a KPI needs its rows for.
  package let neededFrom: Day?

  package init(table: TableID, lastDay: Day?, neededFrom: Day?) {
    self.table = table
    self.lastDay = lastDay
    self.neededFrom = neededFrom
  }

  /// Whether a KPI's latest complete period has no row at all; `nil` where that cannot be said.
  package var isBehind: Bool? {
    guard let neededFrom else { return nil }
    return lastDay.map { $0 < neededFrom } ?? true
  }
}
