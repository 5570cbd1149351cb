import Glibc
import KPIDatabase
import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import KPITable
import KPIWorkspace
import PlanSamples
import Synchronization

/// Asks random questions over random data of files and of databases, and demands the same answers:
/// `agreement QUESTIONS SEED ENGINE=ADDRESS…`. Several questions are asked at a time, as a board asks them. What differs is
/// told with its seed; the last lines say how many were asked and how often rows were put into cells by the engine.
@main struct Agreement {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let count = arguments.first.flatMap({ Int($0) }),
      let seed = arguments.dropFirst().first.flatMap({ UInt64($0) }), arguments.count > 2
    else {
      print("usage: agreement QUESTIONS SEED ENGINE=ADDRESS…")
      exit(2)
    }
    var isSame = true
    do {
      for argument in arguments.dropFirst(2) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        var run = Run(engine: parts[0], address: parts[1])
        try run.ask(count, from: seed)
        print(run.summary)
        isSame = isSame && run.differing == 0
      }
    } catch let error as DatabaseError {
      print("\(error.words.problem) \(error.words.help)")
      exit(2)
    } catch {
      print("\(error)")
      exit(2)
    }
    exit(isSame ? 0 : 1)
  }
}

/// What the questions of one engine came to.
struct Run {
  let engine: String
  let address: String
  private(set) var asked = 0
  private(set) var differing = 0
  private(set) var readings = 0
  private(set) var pushedDown = 0

  init(engine: String, address: String) {
    self.engine = engine
    self.address = address
  }

  var summary: String {
    "\(engine): \(asked) questions, \(differing) differ; "
      + "\(pushedDown) of \(readings) readings of a table were answered by the engine itself"
  }

  private static let questionsOfDataset = 60

  mutating func ask(_ count: Int, from seed: UInt64) throws {
    var seed = seed
    while asked < count {
      var random = Generator(seed)
      let dataset = Dataset(&random, schema: Loader.schema(of: engine))
      // The connection that writes is gone before others read: a file has one writer.
      try Loader(engine, address).load(dataset)
      try ask(dataset, &random, seed)
      seed += 1
    }
  }

  private mutating func ask(
    _ dataset: Dataset, _ random: inout Generator, _ seed: UInt64
  ) throws {
    let company = Company(timeZone: dataset.zone.rawValue, calendar: dataset.calendar)
    let files = Specification(company: company, tables: dataset.files)
    var declared = Specification(company: company, tables: dataset.relations)
    declared.sources = [
      DatabaseSource(
        name: Dataset.source, label: nil, driver: engine, uri: .text(address), username: nil,
        password: nil, timeout: nil, options: [], origin: nowhere)
    ]
    let texts = zip(dataset.files, dataset.rows).map {
      Array(SampleTables.csv($0, $1, crlf: false).utf8)
    }
    let pushing = DatabaseTables(
      declared, root: "/", isPushedDown: true, variable: Programs.variable)
    let reading = DatabaseTables(
      declared, root: "/", isPushedDown: false, variable: Programs.variable)
    for _ in 0..<Run.questionsOfDataset / 3 {
      // Of few measures at a time more are worked out by the engine, of many more share a query.
      let isFew = random.below(3) > 0
      let plans = (0..<1 + random.below(isFew ? 2 : 5)).map { _ in
        Run.plan(&random, most: isFew ? 1 : 5, dataset.calendar)
      }
      let expected = Engine.answer(
        plans,
        from: DataSource(files) { .rows(texts[$0.index], display: dataset.files[$0.index].name) })
      compare(plans, expected, ask(plans, declared, pushing), seed, "")
      if random.below(4) == 0 {
        compare(plans, expected, ask(plans, declared, reading), seed, "read ")
      }
    }
  }

  private static func plan(
    _ random: inout Generator, most: Int, _ company: Calendar
  ) -> Plan {
    switch random.below(8) {
    case 0, 1: RandomPlans.stockPlan(&random, most: most, of: company)
    case 2: RandomPlans.entityPlan(&random, of: company)
    default: RandomPlans.orderPlan(&random, most: most, of: company)
    }
  }

  private mutating func ask(
    _ plans: [Plan], _ declared: Specification, _ tables: DatabaseTables
  ) -> Outcome {
    let counts = Mutex((readings: 0, pushedDown: 0))
    var source = DataSource(declared, timeZone: { ZoneData.table(for: declared.company.timeZone) })
    {
      table in
      tables.stream(table).map { .stream($0, display: declared[table].name) } ?? .nowhere
    }
    source.supply = { reading, workload in
      let supply = tables.supply(reading, workload)
      counts.withLock { counts in
        counts.readings += 1
        if case .cells = supply { counts.pushedDown += 1 }
      }
      return supply
    }
    let outcome = Engine.answer(plans, from: source)
    let (all, pushed) = counts.withLock { ($0.readings, $0.pushedDown) }
    readings += all
    pushedDown += pushed
    return outcome
  }

  private mutating func compare(
    _ plans: [Plan], _ expected: Outcome, _ found: Outcome, _ seed: UInt64, _ way: String
  ) {
    let one = expected.diagnostics.map(\.message)
    let other = found.diagnostics.map(\.message)
    if expected.answers.count != found.answers.count || one.isEmpty != other.isEmpty {
      asked += plans.count
      differing += plans.count
      print("DIFFERS \(engine) \(way)seed \(seed): \(one.prefix(3)) \(other.prefix(3))")
      return
    }
    for (plan, answers) in zip(plans, zip(expected.answers, found.answers)) {
      asked += 1
      if Run.agree(answers.0, answers.1) { continue }
      differing += 1
      guard differing <= 5 else { continue }
      print("DIFFERS \(engine) \(way)seed \(seed), question \(asked): \(plan.measures)")
      let lines = zip(answers.0.lines(plan.calendar), answers.1.lines(plan.calendar))
      for (one, other) in lines.filter({ $0 != $1 }).prefix(4) {
        print("  file \(one)\n  here \(other)")
      }
      fflush(nil)
    }
  }

  /// Exact numbers are the same; those that went through binary arithmetic are to 12 digits.
  private static func agree(_ one: Answer, _ other: Answer) -> Bool {
    one.rows.count == other.rows.count
      && zip(one.rows, other.rows).allSatisfy { one, other in
        one.keys == other.keys && one.period == other.period && one.isPartial == other.isPartial
          && zip(one.cells, other.cells).allSatisfy { one, other in
            switch (one.number, other.number) {
            case (let left?, let right?): left == right || left.agrees(with: right)
            default: one == other
            }
          }
      }
  }
}
