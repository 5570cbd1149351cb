import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import Testing

/// Random data and random plans: the engine against the reference, whatever the order of rows, the number of
/// threads and the size of the chunks.
struct RandomTests {
  static let orders = table(
    "orders",
    [
      column("id", .integer, key: true), column("at", .timestamp),
      column("due", .date, optional: true), column("region", .text, optional: true),
      column("amount", .number, optional: true), column("quantity", .integer),
      column("customer", .text, optional: true, to: 1), column("is_new", .boolean, optional: true),
      column("cents", .number(.plain, factor: Rational(1, over: 100) ?? .one), optional: true),
      column("currency", .text),
    ], .events(time: path(0, column: 1)))

  static let customers = table(
    "customers",
    [
      column("id", .text, key: true), column("segment", .text, optional: true),
      column("country", .integer, optional: true, to: 2), column("weight", .number),
    ])

  static let countries = table(
    "countries", [column("id", .integer, key: true), column("name", .text), column("since", .date)])

  static let stock = table(
    "stock",
    [
      column("on", .date), column("place", .text), column("amount", .number, optional: true),
    ], .snapshots(moment: path(3, column: 0)))

  static let employees = table(
    "employees",
    [
      column("id", .text, key: true), column("from", .date), column("to", .date, optional: true),
      column("team", .text), column("salary", .number, optional: true),
    ], .spans(from: ColumnID(1), to: ColumnID(2)))

  static let visits = table(
    "visits",
    [
      column("customer", .text, optional: true, to: 1), column("at", .timestamp),
      column("on", .date, optional: true), column("pages", .integer),
      column("cents", .number(.plain, factor: Rational(1, over: 100) ?? .one), optional: true),
    ], .events(time: path(5, column: 1)))

  static let rates = table(
    "rates",
    [
      column("currency", .text), column("from", .date), column("to", .date, optional: true),
      column("worth", .number),
    ], .spans(from: ColumnID(1), to: ColumnID(2)))

  static let tables = [orders, customers, countries, stock, employees, visits, rates]

  // MARK: Data

  static func data(_ random: inout Generator) -> [[[Scalar?]]] {
    func maybe(_ percent: Int, _ scalar: Scalar) -> Scalar? {
      random.below(100) < percent ? scalar : nil
    }
    func amount() -> Scalar {
      let mantissa = Int128(random.below(2_000_000)) - 500_000
      return .number(Rational(mantissa: mantissa, scale: random.below(4)) ?? .zero)
    }
    func date(_ span: Int) -> Scalar { .date(Day(20_270 + random.below(span))) }
    let countries: [[Scalar?]] = (0..<3).map { index in
      [.number(Rational(index)), .text("land \(index % 2)"), date(400)]
    }
    let customers: [[Scalar?]] = (0..<8).map { index in
      [
        .text("c\(index)"), maybe(80, .text(["smb", "big, ltd", "say \"x\""][index % 3])),
        maybe(80, .number(Rational(index % 3))), amount(),
      ]
    }
    let orders: [[Scalar?]] = (0..<random.below(150)).map { index in
      [
        .number(Rational(index)),
        .timestamp(
          (20_270 + random.below(500)) * 86_400_000_000 + random.below(86_400) * 1_000_000),
        maybe(80, date(450)),
        maybe(
          85,
          .text(
            ["north", "south", "a long name beyond sixteen bytes", "line\nbreak"][
              random.below(4)])),
        maybe(90, amount()), .number(Rational(random.below(6))),
        maybe(90, .text("c\(random.below(8))")), maybe(90, .boolean(random.below(2) == 0)),
        maybe(80, .number(Rational(Int128(random.below(99_999)), over: 100) ?? .zero)),
        .text(["EUR", "VND", "USD"][random.below(3)]),
      ]
    }
    let stock: [[Scalar?]] = (0..<random.below(60)).map { _ in
      [
        .date(Day(20_270 + random.below(50) * 9)), .text(["x", "y"][random.below(2)]),
        maybe(90, amount()),
      ]
    }
    let employees: [[Scalar?]] = (0..<random.below(60)).map { index in
      let start = 20_270 + random.below(400)
      return [
        .text("e\(index)"), .date(Day(start)),
        maybe(60, .date(Day(start + random.below(200)))), .text(["a", "b", "c"][random.below(3)]),
        maybe(90, amount()),
      ]
    }
    let visits: [[Scalar?]] = (0..<random.below(200)).map { _ in
      // Round hours, so that some come in the very moment of another or of a bound.
      let hour = (20_270 + random.below(500)) * 24 + random.below(24)
      return [
        maybe(90, .text("c\(random.below(8))")), .timestamp(hour * 3_600_000_000),
        maybe(90, date(500)), .number(Rational(random.below(6))),
        maybe(80, .number(Rational(Int128(random.below(6)), over: 4) ?? .zero)),
      ]
    }
    // Rates without a gap, from long before the first row to long after the last.
    let rates = ["EUR", "VND"].flatMap { code -> [[Scalar?]] in
      var first = 19_000
      return (0..<12).map { place in
        let next = first + 100 + random.below(200)
        defer { first = next }
        return [
          .text(code), .date(Day(first)), place == 11 ? nil : .date(Day(next)),
          .number(Rational(mantissa: Int128(1 + random.below(30_000)), scale: 4) ?? .one),
        ]
      }
    }
    return [orders, customers, countries, stock, employees, visits, rates]
  }

  static func csv(_ table: Table, _ rows: [[Scalar?]], crlf: Bool) -> String {
    let end = crlf ? "\r\n" : "\n"
    var text = table.columns.map(\.name).joined(separator: ",") + end
    for row in rows {
      text +=
        zip(table.columns, row).map { column, scalar in
          guard let scalar else { return "" }
          if column.name == "cents", case .number(let number) = scalar {
            return Number.exact(number.multiplied(by: Rational(100)) ?? .zero).text
          }
          let text = scalar.text
          let isPlain = !text.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
          return isPlain
            ? text
            : "\""
              + text.split(separator: "\"", omittingEmptySubsequences: false)
              .joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + end
    }
    return text
  }

  // MARK: Plans

  static func window(_ random: inout Generator, _ grain: Grain?) -> Window {
    func span() -> CalendarSpan {
      let months = CalendarSpan(months: 1 + random.below(14))
      let days = CalendarSpan(days: 1 + random.below(40))
      return random.below(3) == 0 ? days : months
    }
    let shift: CalendarSpan
    switch random.below(4) {
    case 0: shift = grain?.isWeek == true ? CalendarSpan(months: 12) : span()
    case 1: shift = CalendarSpan(months: 12)
    default: shift = .none
    }
    switch random.below(6) {
    case 0: return Window(shift: shift, extent: .trailing(span()))
    case 1:
      return Window(
        shift: shift, extent: .toDate(Grain.allCases[random.below(Grain.allCases.count)]))
    case 2: return Window(shift: shift, extent: random.below(2) == 0 ? .before : .cumulative)
    default: return Window(shift: shift, extent: .period)
    }
  }

  static func filter(_ random: inout Generator, _ depth: Int = 0) -> TableExpression {
    func literal(_ value: Int) -> TableExpression { number(value) }
    let segment = TableExpression.field(path(0, 6, column: 1))
    switch random.below(depth > 1 ? 17 : 20) {
    case 0: return .comparison(.equal, field(0, 3), text("north"))
    case 1: return .comparison(.notEqual, field(0, 3), text("south"))
    case 2: return .comparison(.greater, field(0, 4), literal(random.below(3000)))
    case 3: return .comparison(.lessOrEqual, field(0, 4), field(0, 8))
    case 4: return field(0, 7)
    case 5: return .isIn(segment, [.text("smb"), .text("say \"x\"")])
    case 6: return .isMissing(field(0, 2))
    case 7: return .comparison(.greaterOrEqual, field(0, 2), .literal(.date(Day(20_400))))
    case 8: return .isIn(field(0, 5), [.number(Rational(1)), .number(Rational(4))])
    case 9: return .comparison(.equal, field(0, 7), .literal(.boolean(true)))
    case 10: return .comparison(.less, field(0, 1), .literal(.date(Day(20_500))))
    case 11: return .comparison(.notEqual, field(0, 2), .function(.date, [field(0, 1)]))
    case 12:
      return .comparison(.equal, .function(.lower, [field(0, 3)]), .function(.lower, [segment]))
    case 13:
      return .comparison(
        .greater, .function(.hour, [field(0, 1)]),
        .arithmetic(.add, .function(.length, [field(0, 3)]), number(2)))
    case 14: return .function(.startsWith, [segment, text("s")])
    case 15:
      return .comparison(
        .greaterOrEqual, .arithmetic(.divide, field(0, 4), field(0, 5)), field(0, 8))
    case 16: return lookup(from: 0, &random)
    case 17: return .not(filter(&random, depth + 1))
    case 18: return .all([filter(&random, depth + 1), filter(&random, depth + 1)])
    default: return .any([filter(&random, depth + 1), filter(&random, depth + 1)])
    }
  }

  /// Whether rows of orders or visits follow or precede a row of one of them, which may depend on others again.
  static func lookup(
    from table: Int, _ random: inout Generator, _ depth: Int = 0
  ) -> TableExpression {
    func keys(_ table: Int, _ kind: Int) -> [ColumnPath] {
      let (customer, count, cents) = table == 0 ? (6, 5, 8) : (0, 3, 4)
      let segment = ColumnPath(TableID(table), [ColumnID(customer)], ColumnID(1))
      switch kind {
      case 0: return [path(table, column: customer), path(table, column: count)]
      case 1: return [segment]
      case 2: return [path(table, column: count), path(table, column: cents)]
      default: return [path(table, column: customer)]
      }
    }
    let kind = random.below(6)
    let steps = (0..<1 + random.below(3)).map { _ in
      let other = random.below(2) * 5
      var condition: TableExpression?
      switch random.below(4) {
      case 0: condition = .comparison(.less, field(other, other == 0 ? 5 : 3), number(3))
      case 1 where depth < 2: condition = lookup(from: other, &random, depth + 1)
      default: break
      }
      return EventSequence.Step(
        table: TableID(other), filter: condition, keys: keys(other, kind).map { .field($0) },
        axis: path(other, column: 1 + random.below(4) / 3))
    }
    let time = path(table, column: 1 + random.below(4) / 3)
    let comparesDays = time.column.index == 2 || steps.contains { $0.axis.column.index == 2 }
    let exact = TimeLength.exact(microseconds: (1 + random.below(100)) * 3_600_000_000)
    let within =
      random.below(3) == 0
      ? CalendarSpan(months: 1 + random.below(6)) : CalendarSpan(days: 1 + random.below(200))
    let sequence = EventSequence(
      direction: random.below(3) == 0 ? .preceding : .following, steps: steps,
      after: random.below(3) == 0 ? .calendar(CalendarSpan(days: 1 + random.below(20))) : nil,
      within: !comparesDays && random.below(4) == 0 ? exact : .calendar(within))
    let found = TableExpression.lookup(
      .sequence(sequence), keys(table, kind).map { .field($0) }, at: .field(time))
    guard random.below(6) == 0 else { return found }
    let label = TableExpression.choice([.init(condition: found, value: text("x"))], otherwise: nil)
    return .not(.isMissing(label))
  }

  /// An amount of an order in dollars, by the rate of the day it was ordered on or is due on.
  static func converted(_ random: inout Generator) -> TableExpression {
    let rates = RateTable(
      table: TableID(6), currency: ColumnID(0), rate: ColumnID(3), unit: "USD",
      dates: .from(ColumnID(1), to: ColumnID(2)))
    let amount: TableExpression =
      random.below(3) == 0 ? .arithmetic(.multiply, field(0, 8), field(0, 5)) : field(0, 4)
    return .lookup(
      .conversion(rates), [amount, field(0, 9)], at: field(0, 1 + random.below(2)))
  }

  static func argument(_ random: inout Generator) -> TableExpression {
    let product = TableExpression.arithmetic(.multiply, field(0, 5), field(0, 4))
    switch random.below(16) {
    case 0: return field(0, 5)
    case 15: return .arithmetic(.divide, field(0, 4), number([12, -7, 40][random.below(3)]))
    case 13, 14: return converted(&random)
    case 1: return field(0, 8)
    case 2: return product
    case 3: return .arithmetic(.add, product, field(0, 8))
    case 4:
      return .choice(
        [.init(condition: filter(&random, 2), value: field(0, 4))],
        otherwise: random.below(2) == 0 ? nil : field(0, 5))
    case 5: return .function(.coalesce, [field(0, 4), field(0, 8), number(0)])
    case 6: return .arithmetic(.multiply, .field(path(0, 6, column: 3)), field(0, 5))
    case 7: return .function(.floor, [field(0, 4)])
    case 8: return .function([.round, .ceiling, .abs][random.below(3)], [field(0, 4)])
    case 9: return .function(.max, [field(0, 4), field(0, 8)])
    case 10: return .function([.year, .hour][random.below(2)], [field(0, 1)])
    case 11:
      return .arithmetic(
        .subtract, field(0, 2), .function(.date, [field(0, 1)]))
    default: return field(0, 4)
    }
  }

  static func orderMeasure(_ random: inout Generator, _ grain: Grain?) -> RowMeasure {
    let axes = [path(0, column: 1), path(0, column: 2), path(0, 6, 2, column: 2)]
    var function: RowMeasure.Function = [
      .count, .sum, .countDistinct, .minimum, .maximum, .percentile(Rational(50)),
      .percentile(Rational(95)), .percentile(Rational(1, over: 3) ?? .zero),
    ][random.below(8)]
    var argument: TableExpression? = Self.argument(&random)
    switch random.below(8) {
    case 0: (function, argument) = (.count, nil)
    case 1: (function, argument) = (.countDistinct, field(0, [3, 6, 2, 7, 1][random.below(5)]))
    case 2: (function, argument) = (.count, field(0, random.below(9)))
    case 3:
      let label = TableExpression.function(
        .concat, [.function(.lower, [field(0, 3)]), .field(path(0, 6, column: 1))])
      (function, argument) = (.countDistinct, label)
    default: break
    }
    let axis = TimeAxis.events(axes[random.below(6) < 4 ? 0 : 1 + random.below(2)])
    let filter = random.below(2) == 0 ? filter(&random) : nil
    return RowMeasure(
      function: function, table: TableID(0), argument: argument, filter: filter,
      axis: random.below(12) == 0 ? .none : axis, window: window(&random, grain),
      maturity: random.below(2) == 0 ? filter?.maturity ?? [] : [])
  }

  static func orderPlan(_ random: inout Generator) -> Plan {
    let grains = Grain.allCases + [.month]
    let grain: Grain? = random.below(9) == 0 ? nil : grains[random.below(grains.count)]
    let choices = [
      path(0, column: 3), path(0, 6, column: 1), path(0, 6, 2, column: 1), path(0, column: 7),
      path(0, column: 5), path(0, column: 2), path(0, column: 4), path(0, column: 6),
    ]
    let keys = (0..<[0, 1, 1, 2, 3][random.below(5)]).map { _ in choices[random.below(8)] }
    var distinct: [ColumnPath] = []
    for key in keys where !distinct.contains(key) { distinct.append(key) }
    let range: Range<Day>? =
      random.below(2) == 0 || grain == nil && random.below(2) == 0
      ? randomRange(&random, grain) : nil
    var measures: [RowMeasure] = []
    for _ in 0..<1 + random.below(6) {
      var measure = orderMeasure(&random, grain)
      if grain == nil, range == nil { measure.window = .period }
      measures.append(measure)
    }
    let full = random.below(measures.count)
    let ignores = random.below(3) == 0
    let masks = measures.indices.map { index in
      distinct.indices.map { _ in index == full || !ignores || random.below(2) == 0 }
    }
    return plan(
      measures, by: grain, keys: distinct,
      keysOf: { index in zip(distinct, masks[index]).map { $1 ? $0 : nil } },
      range: range, asOf: Day(20_270 + random.below(600)).text, calendar: calendar(&random))
  }

  /// A plan of one or two measures over entities, some of them nested or made of days.
  static func entityPlan(_ random: inout Generator) -> Plan {
    let grain: Grain? = [nil, .week, .month, .month, .quarter, .year][random.below(6)]
    let range: Range<Day>? =
      random.below(2) == 0 || grain == nil && random.below(2) == 0
      ? randomRange(&random, grain) : nil
    let choices = [3, 7, 5, 6].map { TableExpression.field(path(0, column: $0)) }
    let outer = random.below(2) == 0 ? [] : [choices[random.below(3)]]
    let hasWindows = grain != nil || range != nil
    let measures = (0..<1 + random.below(2)).map { _ in
      PlannedMeasure.entities(
        entities(&random, keys: outer.map { $0 }, choices, grain, hasWindows, depth: 0))
    }
    let question = Question(
      outputs: [], grain: grain, breakdowns: outer.map { _ in .field(.path(path(0, column: 3))) },
      range: range, asOf: Day(20_290 + random.below(90)))
    return Plan(
      question: question, calendar: calendar(&random), measures: measures,
      formulas: measures.indices.map { .leaf(MeasureID($0)) })
  }

  private static func entities(
    _ random: inout Generator, keys: [TableExpression], _ choices: [TableExpression],
    _ grain: Grain?, _ hasWindows: Bool, depth: Int
  ) -> PlannedEntities {
    let periods: Grain? = depth == 0 && random.below(3) == 0 ? .day : nil
    let entityKeys = (0..<(periods == nil ? 1 : 0) + random.below(2)).map { _ in
      choices[random.below(4)]
    }
    let all = keys + entityKeys
    let inner = periods ?? grain
    var measures: [PlannedMeasure] = []
    for _ in 0..<1 + random.below(2) {
      if depth == 0, random.below(4) == 0 {
        measures.append(
          .entities(
            entities(&random, keys: all, choices, inner, hasWindows || periods != nil, depth: 1)))
        continue
      }
      var measure = orderMeasure(&random, inner)
      if !hasWindows, periods == nil { measure.window = .period }
      let ignores = random.below(6) == 0
      measures.append(
        .rows(
          measure,
          keys: all.enumerated().map { ignores && measures.count > 0 && $0 == 0 ? nil : $1 }))
    }
    let first = Formula<MeasureID>.leaf(MeasureID(0))
    let second = Formula<MeasureID>.leaf(MeasureID(measures.count - 1))
    let value = [
      first, .quotient(first, second), .sum([first, .product([.constant(Number(3)), second])]),
      .comparison(.greater, first, .constant(Number(1))),
    ][random.below(4)]
    let functions: [EntityFunction] = [
      .count, .countSatisfying, .countValues, .sum, .minimum, .maximum, .product,
      .percentile(Rational(50)), .top(.entities(2)),
      .top(.part(Rational(1, over: 3) ?? .one)), .standardDeviation,
    ]
    let function = functions[random.below(functions.count)]
    var window = Window.period
    if periods != nil, hasWindows, random.below(3) == 0 { window = Self.window(&random, grain) }
    return PlannedEntities(
      function: function, outerKeys: keys.count, entityKeys: entityKeys.count, grain: periods,
      window: window, measures: measures, value: value,
      summed: random.below(3) == 0 ? second : nil)
  }

  static func calendar(_ random: inout Generator) -> Calendar {
    let month = 1 + random.below(12)
    let pattern = FiscalYear.Weeks.Pattern.allCases[random.below(3)]
    let weeks = FiscalYear.Weeks(
      pattern, lastWeekday: random.below(7), end: random.below(2) == 0 ? .nearest : .last)
    return Calendar(
      firstWeekday: random.below(7),
      fiscal: random.below(2) == 0
        ? FiscalYear(startMonth: month) : FiscalYear(weeks, endMonth: month))
  }

  static func randomRange(_ random: inout Generator, _ grain: Grain?) -> Range<Day> {
    let start = Day(20_250 + random.below(400))
    let end = start.adding(days: random.below(300))
    guard let grain else { return start..<end.adding(days: 1) }
    let calendar = Calendar.standard
    return calendar.period(grain, containing: start)
      .start..<calendar.period(grain, containing: end).end
  }

  static func stockPlan(_ random: inout Generator) -> Plan {
    let grain: Grain? = [nil, .day, .week, .month, .quarter, .year][random.below(6)]
    let range: Range<Day>? = random.below(2) == 0 ? randomRange(&random, grain) : nil
    let isSpans = random.below(2) == 0
    var measures: [RowMeasure] = []
    for _ in 0..<1 + random.below(5) {
      let boundary: TimeAxis.Boundary = random.below(2) == 0 ? .opening : .closing
      let function: RowMeasure.Function = [
        .count, .sum, .countDistinct, .minimum, .maximum, .percentile(Rational(50)),
      ][random.below(6)]
      let isBoth = random.below(6) == 0 ? !isSpans : isSpans
      let window = grain == nil && range == nil ? Window.period : Self.window(&random, grain)
      if isBoth {
        measures.append(
          RowMeasure(
            function: function, table: TableID(4),
            argument: function == .count ? nil : field(4, 4),
            filter: random.below(3) == 0 ? .comparison(.notEqual, field(4, 3), text("b")) : nil,
            axis: .spans(from: ColumnID(1), to: ColumnID(2), boundary), window: window))
      } else {
        measures.append(
          RowMeasure(
            function: function, table: TableID(3),
            argument: function == .count ? nil : field(3, 2),
            filter: random.below(3) == 0 ? .comparison(.equal, field(3, 1), text("x")) : nil,
            axis: .snapshots(moment: path(3, column: 0), boundary), window: window))
      }
    }
    let hasKeys = random.below(2) == 0
    return plan(
      measures, by: grain, keys: hasKeys ? [path(4, column: 3)] : [],
      keysOf: { index in
        hasKeys ? [measures[index].table.index == 4 ? path(4, column: 3) : path(3, column: 1)] : []
      },
      range: range, asOf: Day(20_270 + random.below(600)).text)
  }

  // MARK: Tests

  private func check(_ seed: UInt64, orders: Int = 150, _ make: (inout Generator) -> Plan) {
    var random = Generator(seed)
    var rows = Self.data(&random)
    rows[0] = Array(rows[0].prefix(orders))
    let plans = (0..<3).map { _ in make(&random) }
    let reference = Reference(tables: Self.tables, rows: rows)
    let expected = plans.map { reference.answer($0).lines($0.calendar) }
    for attempt in 0..<3 {
      var shuffled = rows
      if attempt > 0 { for index in shuffled.indices { random.shuffle(&shuffled[index]) } }
      let data = zip(Self.tables, shuffled).map { Self.csv($0, $1, crlf: attempt == 2) }
      let outcome = run(
        plans, Self.tables, data, threads: 1 + random.below(4),
        chunkSize: [1 << 18, 17, 1 + random.below(900)][attempt])
      #expect(outcome.diagnostics.map(\.message) == [], "seed \(seed)")
      for (index, answer) in outcome.answers.enumerated() {
        let lines = answer.lines(plans[index].calendar)
        #expect(lines == expected[index], "seed \(seed), plan \(index), attempt \(attempt)")
      }
    }
  }

  @Test(arguments: 1...25)
  func events(_ seed: Int) { check(UInt64(seed)) { Self.orderPlan(&$0) } }

  @Test(arguments: 1...60)
  func entities(_ seed: Int) { check(UInt64(2000 + seed), orders: 40) { Self.entityPlan(&$0) } }

  @Test(arguments: 1...15)
  func lookups(_ seed: Int) {
    check(UInt64(3000 + seed)) { random in
      let measures = (0..<3).map { _ in
        let condition = Self.lookup(from: 0, &random)
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
        axis: .events(path(0, column: 1)), window: Self.window(&random, .month))
    } isExact: {
      $0.argument == small
    }
  }

  /// The same answers whatever the order of rows, and those of the reference: exactly, or to 12 digits.
  private func checkQuotients(
    _ seed: UInt64, _ make: (inout Generator) -> RowMeasure, isExact: (RowMeasure) -> Bool
  ) {
    var random = Generator(seed)
    let rows = Self.data(&random)
    let measures = (0..<5).map { _ in make(&random) }
    let asked = plan(measures, by: .month, keys: [path(0, column: 3)], asOf: "2027-12-31")
    let expected = Reference(tables: Self.tables, rows: rows).answer(asked)
    var first: Answer?
    for attempt in 0..<3 {
      var shuffled = rows
      if attempt > 0 { for index in shuffled.indices { random.shuffle(&shuffled[index]) } }
      let data = zip(Self.tables, shuffled).map { Self.csv($0, $1, crlf: false) }
      let outcome = run(
        [asked], Self.tables, data, threads: 1 + random.below(4),
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
  func stocks(_ seed: Int) { check(UInt64(1000 + seed)) { Self.stockPlan(&$0) } }
}

/// Numbers that look random and are the same on every run.
struct Generator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }

  mutating func shuffle<Element>(_ array: inout [Element]) {
    for index in array.indices.dropFirst() { array.swapAt(index, below(index + 1)) }
  }
}
