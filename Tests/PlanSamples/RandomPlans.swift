package import KPIModel
package import KPIPlan

/// Random plans over the sample tables: of events, of entities and of stocks.
package enum RandomPlans {
  /// A plan of some measures over the orders, by time and by what orders have.
  package static func orderPlan(
    _ random: inout Generator, most: Int = 6, of company: Calendar? = nil
  ) -> Plan {
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
    for _ in 0..<1 + random.below(most) {
      var measure = RandomMeasures.orderMeasure(&random, grain)
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
      range: range, asOf: Day(20_270 + random.below(600)).text,
      calendar: company ?? calendar(&random))
  }

  /// A plan of one or two measures over entities, some of them nested or made of days.
  package static func entityPlan(
    _ random: inout Generator, of company: Calendar? = nil
  ) -> Plan {
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
      question: question, calendar: company ?? calendar(&random), measures: measures,
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
      var measure = RandomMeasures.orderMeasure(&random, inner)
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
    if periods != nil, hasWindows, random.below(3) == 0 {
      window = RandomMeasures.window(&random, grain)
    }
    return PlannedEntities(
      function: function, outerKeys: keys.count, entityKeys: entityKeys.count, grain: periods,
      window: window, measures: measures, value: value,
      summed: random.below(3) == 0 ? second : nil)
  }

  package static func calendar(_ random: inout Generator) -> Calendar {
    let month = 1 + random.below(12)
    let pattern = FiscalYear.Weeks.Pattern.allCases[random.below(3)]
    let weeks = FiscalYear.Weeks(
      pattern, lastWeekday: random.below(7), end: random.below(2) == 0 ? .nearest : .last)
    return Calendar(
      firstWeekday: random.below(7),
      fiscal: random.below(2) == 0
        ? FiscalYear(startMonth: month) : FiscalYear(weeks, endMonth: month))
  }

  package static func randomRange(_ random: inout Generator, _ grain: Grain?) -> Range<Day> {
    let start = Day(20_250 + random.below(400))
    let end = start.adding(days: random.below(300))
    guard let grain else { return start..<end.adding(days: 1) }
    let calendar = Calendar.standard
    return calendar.period(grain, containing: start)
      .start..<calendar.period(grain, containing: end).end
  }

  package static func stockPlan(
    _ random: inout Generator, most: Int = 5, of company: Calendar? = nil
  ) -> Plan {
    let grain: Grain? = [nil, .day, .week, .month, .quarter, .year][random.below(6)]
    let range: Range<Day>? = random.below(2) == 0 ? randomRange(&random, grain) : nil
    let isSpans = random.below(2) == 0
    var measures: [RowMeasure] = []
    for _ in 0..<1 + random.below(most) {
      let boundary: TimeAxis.Boundary = random.below(2) == 0 ? .opening : .closing
      let function: RowMeasure.Function = [
        .count, .sum, .countDistinct, .minimum, .maximum, .percentile(Rational(50)),
      ][random.below(6)]
      let isBoth = random.below(6) == 0 ? !isSpans : isSpans
      let window =
        grain == nil && range == nil ? Window.period : RandomMeasures.window(&random, grain)
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
      range: range, asOf: Day(20_270 + random.below(600)).text, calendar: company ?? .standard)
  }
}
