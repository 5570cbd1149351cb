package import KPIDiagnostics
package import KPIModel
package import KPIPlan
import KPITable
import Synchronization

/// What came of executing plans.
package struct Outcome: Sendable {
  /// One answer for each plan; none when the data could not be relied on.
  package let answers: [Answer]
  package let diagnostics: [Diagnostic]
  package let counts: [TableID: RowCounts]

  package struct RowCounts: Hashable, Sendable {
    package let read: Int
    /// The rows that broke their declaration and were left out.
    package let skipped: Int

    package init(read: Int, skipped: Int) {
      self.read = read
      self.skipped = skipped
    }
  }
}

extension Engine {
  /// What is kept of each table for some plans, and the measure that each part of it is for.
  package static func workload(
    of plans: [Plan], over specification: Specification
  ) -> (Workload, measures: [Workload.Place: RowMeasure]) {
    var workload = Workload()
    let works = plans.map { PlanWork($0, specification, &workload) }
    var measures: [Workload.Place: RowMeasure] = [:]
    for work in works.flatMap(\.measures).flatMap(\.rows) where measures[work.place] == nil {
      measures[work.place] = work.measure
    }
    return (workload, measures)
  }
}

/// Executes plans on tables of text: every table is read once for all that is asked of it.
package enum Engine {
  package static func answer(_ plans: [Plan], from source: DataSource) -> Outcome {
    var run = EngineRun(plans, source)
    run.takeCells()
    run.loadReferences()
    run.joinCells()
    run.scanTables()
    return run.outcome()
  }
}

/// One execution: what is asked, the tables that references lead to, and what was kept of each table read.
private struct EngineRun {
  private let source: DataSource
  private let specification: Specification
  private let scanSource: ScanSource
  private var workload = Workload()
  private var works: [PlanWork] = []
  private var loaded: [TableID: LoadedTable] = [:]
  private var indexes = LookupIndexes()
  private var joined: [Int: JoinedGrouping] = [:]
  private var reports: [TableID: TableReport] = [:]
  /// What is left to be read, in the order in which it must be.
  private var rounds: [[Reading]] = []
  /// The cells that other engines sent instead of rows.
  private var fed: [FedReading] = []
  private var failures: [Diagnostic] = []

  init(_ plans: [Plan], _ source: DataSource) {
    self.source = source
    specification = source.specification
    scanSource = ScanSource(
      settings: TableScan.Settings(
        threads: source.threads, chunkSize: source.chunkSize, zone: LazyZone(source.timeZone)),
      location: source.location)
    for plan in plans { works.append(PlanWork(plan, specification, &workload)) }
  }

  // MARK: Other engines

  /// Takes the cells that other engines have put rows into; those tables need not be read.
  private struct FedReading {
    let reading: Reading
    let round: Int
    let feeds: [Int: CellFeed]
  }

  mutating func takeCells() {
    let readings = workload.rounds.joined().map { $0 }
    // Asking is waiting for others, so there are more threads than cores.
    let threads = specification.sources.isEmpty ? 1 : EngineRun.mostAsked
    let supplies = Workers.map(readings, threads: threads) { source.supply($0, workload) }
    var next = supplies.makeIterator()
    for (round, readings) in workload.rounds.enumerated() {
      rounds.append([])
      for reading in readings {
        switch next.next() ?? .scan {
        case .scan: rounds[round].append(reading)
        case .failed(let diagnostics): failures += diagnostics
        case .cells(let feeds):
          fed.append(FedReading(reading: reading, round: round, feeds: feeds))
        }
      }
    }
  }

  /// Puts the cells together. Where an amount has no rate the rows are read, so that the one which lacks it is named.
  mutating func joinCells() {
    var isLacking = false
    for own in fed {
      var feeds: [Int: CellFeed] = [:]
      for place in own.reading.groupings {
        let feed = own.feeds[place] ?? CellFeed()
        feeds[place] = feed.exchanged(workload.groupings[place], by: indexes)
      }
      if feeds.count == own.reading.groupings.count {
        for (place, feed) in feeds {
          joined[place] = JoinedGrouping(workload.groupings[place], feed: feed, specification)
        }
      } else {
        rounds[own.round].append(own.reading)
        isLacking = true
      }
    }
    fed = []
    guard isLacking else { return }
    (loaded, indexes, reports) = ([:], LookupIndexes(), [:])
    loadReferences()
  }

  /// How many tables other engines are asked for at the same time.
  private static let mostAsked = 8

  // MARK: References

  mutating func loadReferences() {
    var columns: [TableID: Set<ColumnID>] = [:]
    var links: Set<Link> = []
    for reading in rounds.joined() {
      for path in workload.paths(of: reading) where !path.steps.isEmpty {
        var owner = reading.table
        for (index, step) in path.steps.enumerated() {
          if index > 0 {
            columns[owner, default: []].insert(step)
            links.insert(Link(table: owner, column: step))
          }
          guard let target = specification[owner][step].reference?.table else { break }
          columns[target, default: []].formUnion(specification[target].key)
          owner = target
        }
        columns[owner, default: []].insert(path.column)
      }
    }
    let amounts = fed.lazy.flatMap(\.feeds.values).flatMap(\.amounts)
    let rates = Set(rounds.joined().flatMap(workload.rates)).union(amounts.map(\.rates))
    for table in rates { columns[table.table, default: []].formUnion(table.columns) }
    for (table, columns) in columns.sorted(by: { $0.key < $1.key }) {
      loaded[table] = LoadedTable(
        table, specification[table], reading: columns.sorted(), scanSource)
    }
    var done: Set<TableID> = []
    for link in links.sorted() { follow(from: link.table, links, &done) }
    for table in rates {
      if let rows = loaded[table.table] { indexes.add(RateIndex(table, rows), for: table) }
    }
    for (table, rows) in loaded {
      var outcome = rows.outcome
      outcome.log.unite(rows.log)
      report(table, outcome, lateSkipped: rows.deadRows)
    }
  }

  /// Follows the references of a loaded table after those of the tables it refers to, so that rows which refer
  /// to nothing are known before others refer to them.
  private func follow(from table: TableID, _ links: Set<Link>, _ done: inout Set<TableID>) {
    guard done.insert(table).inserted else { return }
    for link in links.sorted() where link.table == table {
      guard let target = specification[link.table][link.column].reference?.table else { continue }
      follow(from: target, links, &done)
      if let rows = loaded[target] { loaded[table]?.follow(link.column, to: rows) }
    }
  }

  private struct Link: Hashable, Comparable {
    let table: TableID
    let column: ColumnID

    static func < (left: Self, right: Self) -> Bool {
      (left.table, left.column) < (right.table, right.column)
    }
  }

  // MARK: Scanning

  mutating func scanTables() {
    for round in rounds {
      for reading in round where canFollowReferences(of: reading) && canLookUp(for: reading) {
        read(reading)
      }
      makeIndexes(threads: source.threads)
    }
  }

  private mutating func read(_ reading: Reading) {
    let table = reading.table
    var (outcome, workers) = scan(reading, excluding: [])
    var excluded: Set<Int> = []
    if outcome.failure == nil {
      for finding in duplicates(table, workers) {
        outcome.log.add(finding)
        excluded.insert(finding.offset)
      }
    }
    if !excluded.isEmpty, specification[table].badRows == .skip {
      // What those rows added is not known apart, so the rest is read again without them.
      let log = outcome.log
      (outcome, workers) = scan(reading, excluding: excluded)
      outcome.log.unite(log)
    }
    report(table, outcome, lateSkipped: 0)
    for (index, place) in reading.groupings.enumerated() where outcome.failure == nil {
      joined[place] = JoinedGrouping(
        workload.groupings[place], workers.map { $0.groupings[index] }, specification)
    }
  }

  /// Puts the rows that are looked for in the order of their times.
  private mutating func makeIndexes(threads: Int) {
    for (step, place) in workload.indexes where !indexes.contains(step) {
      guard let grouping = joined[place.grouping], let aggregate = place.aggregate else { continue }
      indexes[step] = EventIndex(
        grouping, filter: place.filter, aggregate: aggregate, threads: threads)
    }
    for place in workload.indexes.values { joined[place.grouping] = nil }
  }

  /// Whether all tables that a table's formulas reach could be read; if not, each of its rows would be reported.
  private func canFollowReferences(of reading: Reading) -> Bool {
    workload.paths(of: reading).allSatisfy { path in
      path.steps.indices.allSatisfy { end in
        let step = ColumnPath(reading.table, Array(path.steps[..<end]), path.steps[end])
        let target = specification.column(step).reference?.table
        return target.flatMap { loaded[$0]?.outcome.failure } == nil
      }
    }
  }

  /// Whether nothing is wrong with the rows that are looked for; else whatever looks for them would go wrong as well.
  private func canLookUp(for reading: Reading) -> Bool {
    // There is no report of a table that another engine read.
    workload.lookups(of: reading).allSatisfy {
      indexes.contains($0) && reports[$0.table]?.isReliable != false
    } && workload.rates(of: reading).allSatisfy { reports[$0.table]?.isReliable != false }
  }

  /// Reads one table; each thread keeps what it saw.
  private func scan(
    _ reading: Reading, excluding excluded: Set<Int>
  ) -> (ScanOutcome, [TableWorker]) {
    let table = reading.table
    let groupings = reading.groupings.map { workload.groupings[$0] }
    let needed = Set(workload.paths(of: reading).map { path in path.steps.first ?? path.column })
    let key = Set(specification[table].key)
    let scan = TableScan(
      specification[table], columns: needed.union(key).sorted(),
      fingerprints: key.subtracting(needed),
      transients: needed.subtracting(workload.lastingColumns(of: reading)), excluding: excluded,
      at: source.location(table),
      settings: scanSource.settings)
    let workers = Mutex<[WorkerBox]>([])
    let (specification, indexes, loaded) = (specification, indexes, Loaded(tables: loaded))
    let zone = scanSource.settings.zone
    let outcome = scan.run { block in
      let fields = Fields(specification, table, block, loaded.tables, zone)
      let worker = TableWorker(Program(fields, indexes), groupings, block)
      let box = WorkerBox(worker: worker)
      workers.withLock { $0.append(box) }
      return worker
    }
    return (outcome, workers.withLock { $0.map(\.worker) })
  }

  private func duplicates(_ table: TableID, _ workers: [TableWorker]) -> [Finding] {
    let repeated = KeyCollector.repeated(workers.compactMap(\.keys), threads: source.threads)
    guard !repeated.isEmpty else { return [] }
    return KeyVerification.duplicates(
      specification[table], repeated, at: source.location(table), settings: scanSource.settings)
  }

  private struct WorkerBox: @unchecked Sendable { let worker: TableWorker }
  private struct Loaded: Sendable { let tables: [TableID: LoadedTable] }

  private mutating func report(_ table: TableID, _ outcome: ScanOutcome, lateSkipped: Int) {
    var report = reports[table] ?? TableReport(specification[table], source.location(table))
    report.add(outcome, lateSkipped: lateSkipped)
    reports[table] = report
  }

  // MARK: Results

  func outcome() -> Outcome {
    var diagnostics = failures
    for (_, report) in reports.sorted(by: { $0.key < $1.key }) {
      diagnostics += report.diagnostics()
    }
    let counts = reports.mapValues { $0.counts }
    for (table, count) in counts.sorted(by: { $0.key < $1.key })
    where count.read > KeyCollector.mostRows && loaded[table] == nil {
      guard !specification[table].key.isEmpty else { continue }
      diagnostics.append(
        .keyNotChecked(table: specification[table].name, limit: KeyCollector.mostRows))
    }
    guard diagnostics.allSatisfy({ $0.severity != .error }) else {
      return Outcome(answers: [], diagnostics: diagnostics, counts: counts)
    }
    let groupings = workload.groupings.indices.map { place in
      // What an index was made of is not kept.
      joined[place] ?? JoinedGrouping(workload.groupings[place], [], specification)
    }
    let answers = works.map { PlanAnswer($0, groupings, threads: source.threads).answer() }
    // A range may be left while windows are put together, too.
    let tables = Set(groupings.filter(\.isOutOfRange).map(\.key.table)).sorted()
    if !tables.isEmpty {
      for table in tables { diagnostics.append(.sumTooLarge(table: specification[table].name)) }
      return Outcome(answers: [], diagnostics: diagnostics, counts: counts)
    }
    return Outcome(answers: answers, diagnostics: diagnostics, counts: counts)
  }
}
