extension Connection {
  /// Makes a table and puts rows into it, for databases to test against; the product itself only reads.
  package func ingest(
    _ rows: RowsToIngest, into table: String, limit: Double? = nil
  ) throws(DatabaseError) {
    let statement = Statement(self, Patience(seconds: limit))
    let owner = Unguarded(handle)
    let options = [
      DatabaseOption("adbc.ingest.target_table", table),
      DatabaseOption("adbc.ingest.mode", "adbc.ingest.mode.create"),
    ]
    try statement.perform { handles throws(StepError) in
      try handles.prepare(on: owner.value, options, sql: nil)
      try handles.takeIn { ArrowExport.fill($0, rows) }
    }
  }
}
