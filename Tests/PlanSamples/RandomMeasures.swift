package import KPIModel
package import KPIPlan

/// Random windows, conditions and measures over the sample tables.
package enum RandomMeasures {
  package static func window(_ random: inout Generator, _ grain: Grain?) -> Window {
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

  package static func filter(_ random: inout Generator, _ depth: Int = 0) -> TableExpression {
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
  package static func lookup(
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
  package static func converted(_ random: inout Generator) -> TableExpression {
    let rates = RateTable(
      table: TableID(6), currency: ColumnID(0), rate: ColumnID(3), unit: "USD",
      dates: .from(ColumnID(1), to: ColumnID(2)))
    let amount: TableExpression =
      random.below(3) == 0 ? .arithmetic(.multiply, field(0, 8), field(0, 5)) : field(0, 4)
    return .lookup(
      .conversion(rates), [amount, field(0, 9)], at: field(0, 1 + random.below(2)))
  }

  package static func argument(_ random: inout Generator) -> TableExpression {
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

  package static func orderMeasure(_ random: inout Generator, _ grain: Grain?) -> RowMeasure {
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
}
