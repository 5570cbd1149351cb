package import KPIModel
import Synchronization

/// Takes the blocks of one thread.
package protocol BlockConsumer: AnyObject {
  func consume(_ block: RowBlock)
}

/// What reading a table came to.
package struct ScanOutcome: Sendable {
  package fileprivate(set) var rowsRead = 0
  package fileprivate(set) var rowsSkipped = 0
  package var log = FindingLog()
  /// Why the file could not be read to its end.
  package fileprivate(set) var failure: FileFailure?

  package init() {}
}

/// Reads the rows of one table, only the columns asked for, on several threads.
package struct TableScan: Sendable {
  package let table: Table
  package let columns: [ColumnID]
  /// The columns that are only told apart; they may be absent, and of their texts only fingerprints are kept.
  package let fingerprints: Set<ColumnID>
  /// The columns of text whose values are not asked for after their block.
  package let transients: Set<ColumnID>
  /// The places in the file of rows to be left out.
  package let excluded: Set<Int>
  package let location: TableLocation
  package let settings: Settings

  package struct Settings: Sendable {
    package var threads: Int
    /// How many bytes are read at a time; results do not depend on it.
    package var chunkSize: Int
    package var zone: LazyZone

    package init(threads: Int, chunkSize: Int = 1 << 18, zone: LazyZone) {
      self.threads = threads
      self.chunkSize = chunkSize
      self.zone = zone
    }
  }

  package init(
    _ table: Table, columns: [ColumnID], fingerprints: Set<ColumnID> = [],
    transients: Set<ColumnID> = [],
    excluding excluded: Set<Int> = [], at location: TableLocation, settings: Settings
  ) {
    self.table = table
    self.columns = columns
    self.fingerprints = fingerprints
    self.transients = transients
    self.excluded = excluded
    self.location = location
    self.settings = settings
  }

  /// Reads all rows; each thread hands its blocks to the consumer that was made for it.
  package func run(makeConsumer: @escaping @Sendable (RowBlock) -> any BlockConsumer) -> ScanOutcome
  {
    let plan: Plan
    do throws(FileFailure) {
      plan = try prepare()
    } catch {
      var outcome = ScanOutcome()
      outcome.failure = error
      return outcome
    }
    let total = Mutex(ScanOutcome())
    Workers.run(settings.threads) { _ in
      let outcome = work(plan, makeConsumer)
      total.withLock { total in
        total.rowsRead += outcome.rowsRead
        total.rowsSkipped += outcome.rowsSkipped
        total.log.add(outcome.log)
        total.failure = total.failure ?? outcome.failure
      }
    }
    return total.withLock { $0 }
  }

  /// An opened table: where its columns are, and the supply of its bytes.
  private struct Plan: Sendable {
    let supply: ChunkSupply
    let layout: Layout
    let columns: [ColumnID]

    enum Layout {
      case delimited(UInt8, fieldCount: Int, places: [Int])
      case jsonLines
    }
  }

  private func prepare() throws(FileFailure) -> Plan {
    let source = try ByteSource.opened(at: location)
    switch location.layout {
    case .jsonLines:
      let supply = try ChunkSupply(source, chunkSize: settings.chunkSize, isQuoting: false)
      return Plan(supply: supply, layout: .jsonLines, columns: columns)
    case .delimited(let delimiter):
      let supply = try ChunkSupply(source, chunkSize: settings.chunkSize, isQuoting: true)
      let header = Header(try supply.takeRow().bytes, delimiter: delimiter)
      let places = try header.places(of: columns, tolerating: fingerprints, in: table)
      return Plan(
        supply: supply,
        layout: .delimited(
          header.delimiter, fieldCount: header.names.count, places: places.map(\.place)),
        columns: places.map(\.column))
    }
  }

  private func work(
    _ plan: Plan, _ makeConsumer: (RowBlock) -> any BlockConsumer
  ) -> ScanOutcome {
    let readers = plan.columns.map {
      ColumnReader(
        table[$0], id: $0, format: format(plan.layout), zone: settings.zone,
        isFingerprint: fingerprints.contains($0), isTransient: transients.contains($0))
    }
    let block = RowBlock(readers.map(\.vector), excluded: excluded)
    let consumer = makeConsumer(block)
    let chunk = Chunk(capacity: settings.chunkSize * 2)
    var outcome = ScanOutcome()
    do throws(FileFailure) {
      switch plan.layout {
      case .delimited(let delimiter, let fieldCount, let places):
        let rows = DelimitedRows(
          block, readers, delimiter: delimiter, fieldCount: fieldCount, places: places)
        while try plan.supply.next(chunk) { try rows.read(chunk, consumer) }
      case .jsonLines:
        let rows = JSONRows(
          block, readers, names: plan.columns.map { table[$0].header ?? table[$0].name })
        while try plan.supply.next(chunk) { rows.read(chunk, consumer) }
      }
    } catch {
      outcome.failure = error
    }
    outcome.rowsRead = block.rowsRead
    outcome.rowsSkipped = block.rowsSkipped
    outcome.log = block.log
    return outcome
  }

  /// JSON has one way to write numbers, whatever the table says about its texts.
  private func format(_ layout: Plan.Layout) -> TextFormat {
    guard case .jsonLines = layout else { return table.format }
    return TextFormat(
      decimalMark: UInt8(ascii: "."), groupMark: nil, dateOrder: table.format.dateOrder,
      dateSeparator: table.format.dateSeparator)
  }
}
