import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import PlanSamples
import Testing

/// Random data and random plans: the engine against the reference, whatever the order of rows, the number of
/// threads and the size of the chunks.
struct RandomTests {
  private func check(_ seed: UInt64, orders: Int = 150, _ make: (inout Generator) -> Plan) {
    var random = Generator(seed)
    var rows = SampleTables.data(&random)
    rows[0] = Array(rows[0].prefix(orders))
    let plans = (0..<3).map { _ in make(&random) }
    let reference = Reference(tables: SampleTables.all, rows: rows)
    let expected = plans.map { reference.answer($0).lines($0.calendar) }
    for attempt in 0..<3 {
      var shuffled = rows
      if attempt > 0 { for index in shuffled.indices { random.shuffle(&shuffled[index]) } }
      let data = zip(SampleTables.all, shuffled).map {
        SampleTables.csv($0, $1, crlf: attempt == 2)
      }
      let outcome = run(
        plans, SampleTables.all, data, threads: 1 + random.below(4),
        chunkSize: [1 << 18, 17, 1 + random.below(900)][attempt])
      #expect(outcome.diagnostics.map(\.message) == [], "seed \(seed)")
      for (index, answer) in outcome.answers.enumerated() {
        let lines = answer.lines(plans[index].calendar)
        #expect(lines == expected[index], "seed \(seed), plan \(index), attempt \(attempt)")
      }
    }
  }

  @Test(arguments: 1...25)
  func events(_ seed: Int) { check(UInt64(seed)) { RandomPlans.orderPlan(&$0) } }

  @Test(arguments: 1...60)
  func entities(_ seed: Int) {
    check(UInt64(2000 + seed), orders: 40) { RandomPlans.entityPlan(&$0) }
  }

  @Test(arguments: 1...15)
  func lookups(_ seed: Int) {
    check(UInt64(3000 + seed)) { random in
      let measures = (0..<3).map { _ in
        let condition = RandomMeasures.lookup(from: 0, &random)
        return RowMeasure(
          function: .count, table: TableID(0), argument: nil, filter: condition,
          axis: .events(path(0, column: 1)), maturity: condition.maturity)
      }
      return plan(measures, by: .month, asOf: "2027-12-31")
    }
  }

  @Test(arguments: 1...25)
  func quotients(_ seed: Int) {
    let small = TableExpression.arithmetic(.divide, field(0, 4), field(0, 5))
    // The denominators of these soon outgrow exact sums.
    let large = TableExpression.arithmetic(
      .divide, .arithmetic(.multiply, field(0, 4), field(0, 5)), field(0, 8))
    let others: [TableExpression] = [
      large, .arithmetic(.multiply, large, small), .arithmetic(.subtract, small, large),
      .function(.floor, [large]), .function(.round, [.negated(small)]),
      .function(.coalesce, [large, small]), .function(.max, [small, large]),
      .choice(
        [.init(condition: .comparison(.greater, small, large), value: small)],
        otherwise: field(0, 4)),
    ]
    let functions: [RowMeasure.Function] = [
      .sum, .minimum, .maximum, .count, .percentile(Rational(50)), .standardDeviation,
    ]
    let functionsKeptExact = 4
    checkQuotients(UInt64(4000 + seed)) { random in
      let argument = random.below(2) == 0 ? small : others[random.below(others.count)]
      let isSmall = argument == small
      return RowMeasure(
        function: functions[random.below(isSmall ? functionsKeptExact : functions.count)],
        table: TableID(0), argument: argument,
        filter: random.below(3) == 0 ? .comparison(.lessOrEqual, small, large) : nil,
        axis: .events(path(0, column: 1)), window: RandomMeasures.window(&random, .month))
    } isExact: {
      $0.argument == small
    }
  }

  /// The same answers whatever the order of rows, and those of the reference: exactly, or to 12 digits.
  private func checkQuotients(
    _ seed: UInt64, _ make: (inout Generator) -> RowMeasure, isExact: (RowMeasure) -> Bool
  ) {
    var random = Generator(seed)
    let rows = SampleTables.data(&random)
    let measures = (0..<5).map { _ in make(&random) }
    let asked = plan(measures, by: .month, keys: [path(0, column: 3)], asOf: "2027-12-31")
    let expected = Reference(tables: SampleTables.all, rows: rows).answer(asked)
    var first: Answer?
    for attempt in 0..<3 {
      var shuffled = rows
      if attempt > 0 { for index in shuffled.indices { random.shuffle(&shuffled[index]) } }
      let data = zip(SampleTables.all, shuffled).map { SampleTables.csv($0, $1, crlf: false) }
      let outcome = run(
        [asked], SampleTables.all, data, threads: 1 + random.below(4),
        chunkSize: [1 << 18, 17, 1 + random.below(900)][attempt])
      let answer = outcome.answers[0]
      #expect(answer.lines() == (first ?? answer).lines(), "seed \(seed), attempt \(attempt)")
      first = answer
      #expect(answer.rows.map(\.keys) == expected.rows.map(\.keys), "seed \(seed)")
      for (found, wanted) in zip(answer.rows, expected.rows) {
        for (measure, (one, other)) in zip(measures, zip(found.cells, wanted.cells)) {
          guard !isExact(measure), let number = one.number, let right = other.number else {
            #expect(one == other, "seed \(seed), \(measure.function)")
            continue
          }
          #expect(number.agrees(with: right), "seed \(seed), \(measure.function)")
        }
      }
    }
  }

  @Test(arguments: 1...25)
  func stocks(_ seed: Int) { check(UInt64(1000 + seed)) { RandomPlans.stockPlan(&$0) } }
}
