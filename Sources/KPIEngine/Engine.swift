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
  }
}

/// Executes plans on tables of text: every table is read once for all that is asked of it.
package enum Engine {
  package static func answer(_ plans: [Plan], from source: DataSource) -> Outcome {
    var run = EngineRun(plans, source)
    run.loadReferences()
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
  private var joined: [Int: JoinedGrouping] = [:]
  private var reports: [TableID: TableReport] = [:]

  init(_ plans: [Plan], _ source: DataSource) {
    self.source = source
    specification = source.specification
    scanSource = ScanSource(
      settings: TableScan.Settings(
        threads: source.threads, chunkSize: source.chunkSize, zone: LazyZone(source.timeZone)),
      location: source.location)
    for plan in plans { works.append(PlanWork(plan, specification, &workload)) }
  }

  // MARK: References

  mutating func loadReferences() {
    var columns: [TableID: Set<ColumnID>] = [:]
    var links: Set<Link> = []
    for (table, _) in workload.tables {
      for path in workload.paths(of: table) where !path.steps.isEmpty {
        var owner = table
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
    for (table, columns) in columns.sorted(by: { $0.key < $1.key }) {
      loaded[table] = LoadedTable(
        table, specification[table], reading: columns.sorted(), scanSource)
    }
    for link in links.sorted() {
      guard let target = specification[link.table][link.column].reference?.table,
        let targetTable = loaded[target]
      else { continue }
      loaded[link.table]?.follow(link.column, to: targetTable)
    }
    for (table, rows) in loaded {
      var outcome = rows.outcome
      outcome.log.unite(rows.log)
      report(table, outcome, lateSkipped: rows.deadRows)
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
    for (table, places) in workload.tables {
      let groupings = places.map { workload.groupings[$0] }
      let columns = Set(
        workload.paths(of: table).map { path in path.steps.first ?? path.column })
      let scan = TableScan(
        specification[table], columns: columns.sorted(), at: source.location(table),
        settings: scanSource.settings)
      let workers = Mutex<[WorkerBox]>([])
      let (specification, loaded) = (specification, Loaded(tables: loaded))
      let outcome = scan.run { block in
        let worker = TableWorker(specification, table, groupings, block, loaded.tables)
        let box = WorkerBox(worker: worker)
        workers.withLock { $0.append(box) }
        return worker
      }
      report(table, outcome, lateSkipped: 0)
      let states = workers.withLock { $0.map(\.worker) }
      for (index, place) in places.enumerated() {
        joined[place] = JoinedGrouping(
          groupings[index], states.map { $0.groupings[index] }, specification)
      }
    }
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
    var diagnostics: [Diagnostic] = []
    for (_, report) in reports.sorted(by: { $0.key < $1.key }) {
      diagnostics += report.diagnostics()
    }
    let counts = reports.mapValues { $0.counts }
    let groupings = workload.groupings.indices.compactMap { joined[$0] }
    guard diagnostics.allSatisfy({ $0.severity != .error }) else {
      return Outcome(answers: [], diagnostics: diagnostics, counts: counts)
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
