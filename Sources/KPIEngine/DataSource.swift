package import KPIDiagnostics
package import KPIModel
package import KPIPlan
package import KPITable

/// Where an engine finds rows, and how it may read them.
package struct DataSource: Sendable {
  package var specification: Specification
  /// The place of each table's rows.
  package var location: @Sendable (TableID) -> TableLocation
  /// The offsets of the company's zone; asked for when a timestamp with an offset is first met.
  package var timeZone: @Sendable () -> TimeZoneTable?
  /// Whether another engine answers for a table, and what it answers.
  package var supply: @Sendable (Reading, Workload) -> CellSupply = { _, _ in .scan }
  package var threads: Int
  /// How many bytes are read at a time; results do not depend on it.
  package var chunkSize: Int

  package init(
    _ specification: Specification, threads: Int = 1, chunkSize: Int = 1 << 18,
    timeZone: @escaping @Sendable () -> TimeZoneTable? = { .utc },
    location: @escaping @Sendable (TableID) -> TableLocation
  ) {
    self.specification = specification
    self.location = location
    self.timeZone = timeZone
    self.threads = max(threads, 1)
    self.chunkSize = chunkSize
  }
}

/// Where the cells of a table come from.
package enum CellSupply: Sendable {
  /// The rows are read.
  case scan
  /// Another engine has put the rows into cells, by the places of the groupings.
  case cells([Int: CellFeed])
  /// The other engine could not be asked.
  case failed([Diagnostic])
}
