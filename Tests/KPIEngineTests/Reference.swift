import KPIModel
import KPIPlan

/// A slow evaluator that says directly what a plan means: for every cell it looks at every row.
struct Reference {
  let tables: [Table]
  /// The rows of each table, each with its values by column.
  let rows: [[[Scalar?]]]
  private let memory = Memory()

  init(tables: [Table], rows: [[[Scalar?]]]) {
    self.tables = tables
    self.rows = rows
  }

  var specification: Specification { Specification(tables: tables) }

  // MARK: Rows

  func value(_ path: ColumnPath, _ row: [Scalar?]) -> Scalar? {
    var table = path.table
    var row = row
    for step in path.steps {
      guard let key = row[step.index], let target = tables[table.index][step].reference?.table,
        let keyColumn = tables[target.index].key.first,
        let found = rows[target.index].first(where: { $0[keyColumn.index] == key })
      else { return nil }
      (table, row) = (target, found)
    }
    return row[path.column.index]
  }

  func evaluate(_ expression: TableExpression, _ row: [Scalar?]) -> Scalar? {
    switch expression {
    case .literal(let scalar): return scalar
    case .field(let path): return value(path, row)
    case .negated(let inner):
      guard case .number(let number) = evaluate(inner, row) else { return nil }
      return .number(number.negated)
    case .arithmetic(let operation, let left, let right):
      guard let left = evaluate(left, row), let right = evaluate(right, row) else { return nil }
      if case .date(let later) = left, case .date(let earlier) = right {
        return .number(Rational((later.number - earlier.number) * 86_400))
      }
      if case .number(let left) = left, case .number(let right) = right {
        if operation == .divide, right.isZero { return nil }
        let result: Rational?
        switch operation {
        case .add: result = left.adding(right)
        case .subtract: result = left.subtracting(right)
        case .multiply: result = left.multiplied(by: right)
        case .divide: result = left.divided(by: right)
        }
        return result.map { .number($0) }
      }
      return nil
    case .choice(let branches, let otherwise):
      for branch in branches where truth(branch.condition, row) == true {
        return evaluate(branch.value, row)
      }
      return otherwise.flatMap { evaluate($0, row) }
    case .function(let function, let arguments):
      let values = arguments.map { evaluate($0, row) }
      if function == .coalesce { return values.first { $0 != nil } ?? nil }
      guard let scalar = values[0] else { return nil }
      switch (function, scalar) {
      case (.abs, .number(let number)): return .number(number.magnitude)
      case (.floor, .number(let number)):
        return Rational(number.floor, over: 1).map { .number($0) }
      case (.lower, .text(let text)): return .text(text.lowercased())
      case (.length, .text(let text)):
        return .number(Rational(text.unicodeScalars.count))
      case (.month, .date(let day)): return .number(Rational(day.date.month))
      case (.weekday, .date(let day)): return .number(Rational(day.weekday + 1))
      case (.year, .timestamp(let time)):
        return .number(Rational(Day(dayNumber(time)).date.year))
      case (.hour, .timestamp(let time)):
        return .number(Rational(floorModulo(time, 86_400_000_000) / 3_600_000_000))
      case (.date, .timestamp(let time)): return .date(Day(dayNumber(time)))
      case (.round, .number(let number)):
        return number.roundedMantissa(digits: 0).flatMap { Rational($0, over: 1) }
          .map { .number($0) }
      case (.ceiling, .number(let number)):
        return Rational(number.negated.floor, over: 1).map { .number($0.negated) }
      case (.max, .number(let number)):
        guard case .number(let other) = values[1] else { return nil }
        return .number(max(number, other))
      case (.startsWith, .text(let text)):
        guard case .text(let start) = values[1] else { return nil }
        return .boolean(text.hasPrefix(start))
      case (.concat, .text(let text)):
        guard case .text(let end) = values[1] else { return nil }
        return .text(text + end)
      default: return nil
      }
    case .lookup(.sequence(let sequence), let keys, .some(.field(let path))):
      guard let time = value(path, row) else { return .boolean(false) }
      let values = keys.map { evaluate($0, row) }
      return .boolean(holds(sequence, values, at: time, reached: time, path.table))
    case .lookup(.conversion(let table), let arguments, .some(.field(let path))):
      guard case .number(let amount) = evaluate(arguments[0], row),
        let currency = evaluate(arguments[1], row), let instant = instant(value(path, row)),
        let rate = rate(table, of: currency, on: dayNumber(instant))
      else { return nil }
      return amount.multiplied(by: rate).map { .number($0) }
    default:
      return truth(expression, row).map { .boolean($0) }
    }
  }

  func truth(_ expression: TableExpression, _ row: [Scalar?]) -> Bool? {
    switch expression {
    case .comparison(let operation, let left, let right):
      guard let left = evaluate(left, row), let right = evaluate(right, row) else { return nil }
      if let left = instant(left), let right = instant(right) {
        return operation.holds(left, right)
      }
      return operation.holds(left, right)
    case .all(let parts):
      let truths = parts.map { truth($0, row) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .any(let parts):
      let truths = parts.map { truth($0, row) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .not(let inner): return truth(inner, row).map { !$0 }
    case .isIn(let inner, let scalars):
      return evaluate(inner, row).map { scalars.contains($0) }
    case .isMissing(let inner): return evaluate(inner, row) == nil
    default:
      guard case .boolean(let value) = evaluate(expression, row) else { return nil }
      return value
    }
  }

  // MARK: Lookups

  /// Tries every row of every step, not just the nearest.
  func holds(
    _ sequence: EventSequence, _ keys: [Scalar?], at time: Scalar, _ step: Int = 0,
    reached: Scalar, _ table: TableID
  ) -> Bool {
    guard step < sequence.steps.count else { return true }
    let wanted = sequence.steps[step]
    return (candidates(wanted)[keys] ?? []).contains { found in
      isInside(sequence, found, around: time)
        && isNext(sequence.direction, reached, found, isSame: wanted.table == table)
        && holds(sequence, keys, at: time, step + 1, reached: found, wanted.table)
    }
  }

  /// What was found out before, as conditions with lookups take long to try.
  private final class Memory {
    var candidates: [EventSequence.Step: [[Scalar?]: [Scalar]]] = [:]
    var kept: [Kept: [[Scalar?]]] = [:]
  }

  private struct Kept: Hashable {
    let table: TableID
    let filter: TableExpression
  }

  /// The rows of a table that satisfy a filter.
  private func rows(of table: TableID, where filter: TableExpression?) -> [[Scalar?]] {
    guard let filter else { return rows[table.index] }
    let key = Kept(table: table, filter: filter)
    if let known = memory.kept[key] { return known }
    let kept = rows[table.index].filter { truth(filter, $0) == true }
    memory.kept[key] = kept
    return kept
  }

  /// The times of the rows that a step may be, by their keys.
  private func candidates(_ step: EventSequence.Step) -> [[Scalar?]: [Scalar]] {
    if let known = memory.candidates[step] { return known }
    var found: [[Scalar?]: [Scalar]] = [:]
    for row in rows(of: step.table, where: step.filter) {
      let keys = step.keys.map { evaluate($0, row) }
      guard !keys.contains(nil), let time = value(step.axis, row) else { continue }
      found[keys, default: []].append(time)
    }
    memory.candidates[step] = found
    return found
  }

  private func rate(_ table: RateTable, of currency: Scalar, on day: Int) -> Rational? {
    if case .text(table.unit) = currency { return .one }
    guard case .from(let from, let to) = table.dates else { return nil }
    let holding = rows[table.table.index].first { row in
      guard row[table.currency.index] == currency, case .date(let first) = row[from.index] else {
        return false
      }
      guard case .date(let end) = row[to.index] else { return first.number <= day }
      return first.number <= day && day < end.number
    }
    guard case .number(let rate) = holding?[table.rate.index] else { return nil }
    return rate
  }

  private func isInside(_ sequence: EventSequence, _ found: Scalar, around time: Scalar) -> Bool {
    let sign = sequence.direction == .following ? 1 : -1
    func bound(_ length: TimeLength?) -> Scalar {
      guard case .calendar(let span)? = length else {
        guard case .exact(let microseconds)? = length, case .timestamp(let value) = time else {
          return time
        }
        return .timestamp(value + sign * microseconds)
      }
      func moved(_ day: Day) -> Day {
        day.adding(months: sign * span.months).adding(days: sign * span.days)
      }
      switch time {
      case .date(let day): return .date(moved(day))
      case .timestamp(let value):
        let day = dayNumber(value)
        return .timestamp((moved(Day(day)).number - day) * 86_400_000_000 + value)
      default: return time
      }
    }
    let near = compare(found, bound(sequence.after)) * sign
    let far = compare(found, bound(sequence.within)) * sign
    return near >= 0 && far <= 0
  }

  private func isNext(
    _ direction: EventSequence.Direction, _ reached: Scalar, _ found: Scalar, isSame: Bool
  ) -> Bool {
    let order = compare(found, reached) * (direction == .following ? 1 : -1)
    return isSame ? order > 0 : order >= 0
  }

  /// Negative where the first is earlier; by days where one of them is a day.
  private func compare(_ left: Scalar, _ right: Scalar) -> Int {
    if case .timestamp(let left) = left, case .timestamp(let right) = right { return left - right }
    return dayNumber(instant(left) ?? 0) - dayNumber(instant(right) ?? 0)
  }

  func isMature(_ measure: RowMeasure, _ days: Range<Day>?, _ asOf: Day) -> Bool {
    guard let days, measure.axis != .none else { return true }
    return measure.maturity.allSatisfy { span in
      days.upperBound.adding(days: -1).adding(months: span.months).adding(days: span.days) <= asOf
    }
  }

  // MARK: Time

  func instant(_ scalar: Scalar?) -> Int? {
    switch scalar {
    case .date(let day): day.number * 86_400_000_000
    case .timestamp(let value): value
    default: nil
    }
  }

  func dayNumber(_ instant: Int) -> Int { floorDivide(instant, 86_400_000_000) }

  /// The rows that a measure takes in for a window, before groups.
  func rows(of measure: RowMeasure, in days: Range<Day>?, _ asOf: Day) -> [[Scalar?]]? {
    let all = rows[measure.table.index]
    let kept = rows(of: measure.table, where: measure.filter)
    switch measure.axis {
    case .none: return kept
    case .events(let path):
      guard let days else { return nil }
      return kept.filter { row in
        guard let instant = instant(value(path, row)) else { return false }
        let day = dayNumber(instant)
        return day >= days.lowerBound.number && day < days.upperBound.number && day <= asOf.number
      }
    case .snapshots(let path, let boundary):
      guard let days else { return nil }
      let moments = all.compactMap { instant(value(path, $0)) }.filter {
        let day = dayNumber($0)
        return day >= days.lowerBound.number && day < days.upperBound.number && day <= asOf.number
      }
      guard let moment = boundary == .closing ? moments.max() : moments.min() else { return nil }
      return kept.filter { instant(value(path, $0)) == moment }
    case .spans(let from, let to, let boundary):
      guard let days else { return nil }
      let end = min(days.upperBound, asOf.adding(days: 1))
      let day = boundary == .closing ? end : min(days.lowerBound, asOf.adding(days: 1))
      let moment = day.number * 86_400_000_000
      return kept.filter { row in
        guard let start = instant(row[from.index]), start < moment else { return false }
        return instant(row[to.index]).map { $0 >= moment } ?? true
      }
    }
  }

  // MARK: Aggregates

  func aggregate(_ measure: RowMeasure, _ rows: [[Scalar?]]) -> Cell {
    guard let argument = measure.argument else { return .value(Number(rows.count)) }
    let values = rows.compactMap { evaluate(argument, $0) }
    if measure.function == .count { return .value(Number(values.count)) }
    if measure.function == .countDistinct { return .value(Number(Set(values).count)) }
    let numbers = values.map { value -> Number in
      switch value {
      case .number(let number): .exact(number)
      default: .zero
      }
    }
    switch measure.function {
    case .sum: return .value(numbers.reduce(Number.zero) { $0.adding($1) ?? .zero })
    case .minimum: return numbers.min().map(Cell.value) ?? .missing(.noRows)
    case .maximum: return numbers.max().map(Cell.value) ?? .missing(.noRows)
    case .standardDeviation: return Reference.deviation(numbers)
    case .percentile(let percent): return Reference.percentile(numbers.sorted(), percent)
    case .count, .countDistinct: return .missing(.noRows)
    }
  }

  private static func deviation(_ numbers: [Number]) -> Cell {
    guard numbers.count > 1 else { return .missing(.noRows) }
    let doubles = numbers.map(\.doubleValue)
    let mean = doubles.reduce(0, +) / Double(doubles.count)
    let spread = doubles.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return .value(.real((spread / Double(doubles.count - 1)).squareRoot()))
  }

  private static func percentile(_ sorted: [Number], _ percent: Rational) -> Cell {
    guard !sorted.isEmpty else { return .missing(.noRows) }
    let place = Rational(sorted.count - 1).multiplied(by: percent)?.divided(by: Rational(100))
    guard let place else { return .missing(.outOfRange) }
    let rank = Int(place.floor)
    guard let rest = place.subtracting(Rational(rank)), !rest.isZero,
      let step = sorted[rank + 1].subtracting(sorted[rank])?.multiplied(by: .exact(rest)),
      let result = sorted[rank].adding(step)
    else { return .value(sorted[rank]) }
    return .value(result)
  }

  // MARK: Measures

  /// The rows of a measure in a period that have these values of its keys.
  private func rows(
    _ measure: RowMeasure, _ keys: [TableExpression?], _ plan: Plan, _ period: Period,
    _ group: [Scalar?]
  ) -> [[Scalar?]]? {
    let days = plan.calendar.days(of: measure.window, for: period, asOf: plan.question.asOf)
    return rows(of: measure, in: days, plan.question.asOf)?.filter { row in
      zip(keys, group).allSatisfy { key, wanted in key.map { evaluate($0, row) == wanted } ?? true }
    }
  }

  private func cell(
    _ planned: PlannedMeasure, _ plan: Plan, _ period: Period, _ group: [Scalar?]
  ) -> Cell {
    switch planned {
    case .rows(let measure, let keys):
      let days = plan.calendar.days(of: measure.window, for: period, asOf: plan.question.asOf)
      if days == nil, measure.axis != .none { return .missing(.noValue) }
      guard isMature(measure, days, plan.question.asOf) else { return .missing(.notMature) }
      return rows(measure, keys, plan, period, group).map { aggregate(measure, $0) }
        ?? .missing(.noRows)
    case .days(let measure):
      let now = plan.question.asOf.adding(days: 1)
      guard
        let days = plan.calendar.days(of: measure.window, for: period, asOf: plan.question.asOf)
      else { return .missing(.noValue) }
      let count = min(days.upperBound, now).number - min(days.lowerBound, now).number
      return .value(Number(count * 86_400))
    case .entities(let entities):
      // One period that has no value, whatever its rows are, is enough.
      let inner = periods(of: entities, plan, period).flatMap { period in
        entities.measures.map { cell($0, plan, period, group) }
      }
      let reasons: [Cell] = [.missing(.notMature), .missing(.noValue)]
      if let reason = inner.first(where: reasons.contains) { return reason }
      return aggregate(entities.function, values(entities, plan, period, group))
    }
  }

  private func isPresent(
    _ planned: PlannedMeasure, _ plan: Plan, _ period: Period, _ group: [Scalar?]
  ) -> Bool {
    switch planned {
    case .rows(let measure, let keys):
      !keys.prefix(group.count).contains(nil)
        && rows(measure, keys, plan, period, group)?.isEmpty == false
    case .days: false
    case .entities(let entities):
      values(entities, plan, period, group).contains(where: \.isPresent)
    }
  }

  // MARK: Entities

  private struct EntityValue {
    let keys: [Scalar?]
    let isPresent: Bool
    let cell: Cell
    let isSatisfying: Bool
    let summed: Cell
  }

  /// What the entities of a group come to that take part in a period.
  private func values(
    _ entities: PlannedEntities, _ plan: Plan, _ period: Period, _ group: [Scalar?]
  ) -> [EntityValue] {
    let group = Array(group.prefix(entities.outerKeys))
    return periods(of: entities, plan, period).flatMap { period in
      candidates(entities).compactMap { keys -> EntityValue? in
        let all = group + keys
        let hasRows = entities.measures.contains { isPresent($0, plan, period, all) }
        guard hasRows || entities.entityKeys == 0 && entities.grain != nil else { return nil }
        func cell(_ measure: MeasureID) -> Cell {
          self.cell(entities.measures[measure.index], plan, period, all)
        }
        return EntityValue(
          keys: keys, isPresent: hasRows, cell: entities.value.evaluate(cell),
          isSatisfying: entities.value.truth(cell) == true,
          summed: (entities.summed ?? entities.value).evaluate(cell))
      }
    }
  }

  private func periods(
    of entities: PlannedEntities, _ plan: Plan, _ period: Period
  ) -> [Period] {
    guard let grain = entities.grain else { return [period] }
    let (calendar, asOf) = (plan.calendar, plan.question.asOf)
    guard var days = calendar.days(of: entities.window, for: period, asOf: asOf) else { return [] }
    days = days.clamped(to: Day.first..<asOf.adding(days: 1))
    if days.lowerBound == .first {
      let observed = observed(entities.measures, plan.question)
      guard let first = observed.min() else { return [] }
      days = max(first, days.lowerBound)..<max(first, days.upperBound)
      days = calendar.period(grain, containing: days.lowerBound).start..<days.upperBound
    }
    var result: [Period] = []
    var next = calendar.period(grain, containing: days.lowerBound)
    while next.start < days.upperBound {
      if next.start >= days.lowerBound { result.append(next) }
      next = calendar.period(grain, containing: next.end)
    }
    return result
  }

  /// Every tuple of entity keys in any row.
  private func candidates(_ entities: PlannedEntities) -> [[Scalar?]] {
    guard entities.entityKeys > 0 else { return [[]] }
    var result: Set<[Scalar?]> = []
    func collect(_ planned: PlannedMeasure) {
      switch planned {
      case .rows(let measure, let keys):
        let own = keys.dropFirst(entities.outerKeys).prefix(entities.entityKeys)
        if own.contains(nil) { return }
        for row in rows[measure.table.index] {
          result.insert(own.map { key in key.flatMap { evaluate($0, row) } })
        }
      case .entities(let inner): inner.measures.forEach(collect)
      case .days: break
      }
    }
    entities.measures.forEach(collect)
    return result.filter { !$0.contains(nil) }
  }

  private func aggregate(_ function: EntityFunction, _ values: [EntityValue]) -> Cell {
    let numbers = values.compactMap(\.cell.number).sorted()
    switch function {
    case .count: return .value(Number(values.count))
    case .countSatisfying: return .value(Number(values.count { $0.isSatisfying }))
    case .countValues: return .value(Number(numbers.count))
    case .sum: return .value(numbers.reduce(.zero) { $0.adding($1) ?? .zero })
    case .minimum: return numbers.first.map(Cell.value) ?? .missing(.noRows)
    case .maximum: return numbers.last.map(Cell.value) ?? .missing(.noRows)
    case .product:
      guard let first = numbers.first else { return .missing(.noRows) }
      var product: Number? = first
      for number in numbers.dropFirst() { product = product?.multiplied(by: number) }
      return product.map(Cell.value) ?? .missing(.outOfRange)
    case .percentile(let rank): return Reference.percentile(numbers, rank)
    case .standardDeviation: return Reference.deviation(numbers)
    case .top(let count):
      let ordered = values.filter { $0.cell.number != nil }.sorted { left, right in
        guard let one = left.cell.number, let other = right.cell.number, one == other else {
          return left.cell.number ?? .zero > right.cell.number ?? .zero
        }
        return Reference.precedes(left.keys, right.keys)
      }
      let taken = ordered.prefix(count.count(of: ordered.count)).compactMap(\.summed.number)
      return .value(taken.reduce(.zero) { $0.adding($1) ?? .zero })
    }
  }

  private static func precedes(_ left: [Scalar?], _ right: [Scalar?]) -> Bool {
    for (left, right) in zip(left, right) where left != right {
      guard let left else { return false }
      guard let right else { return true }
      return left < right
    }
    return false
  }

  // MARK: Answers

  func answer(_ plan: Plan) -> Answer {
    let question = plan.question
    let periods = self.periods(plan)
    let count = question.breakdowns.count
    var groups: Set<[Scalar?]> = count == 0 ? [[]] : []
    for planned in plan.measures where planned.keys(among: count).count == count && count > 0 {
      for group in self.groups(planned, count) where !groups.contains(group) {
        if periods.contains(where: { isPresent(planned, plan, $0, group) }) { groups.insert(group) }
      }
    }
    var result: [Answer.Row] = []
    for period in periods {
      for group in groups.sorted(by: Reference.precedes) {
        let cells = plan.measures.map { cell($0, plan, period, group) }
        let isPartial =
          (question.grain != nil || question.range != nil)
          && period.days.contains(question.asOf) && period.lastDay != question.asOf
        result.append(
          Answer.Row(
            period: question.grain == nil ? nil : period, isPartial: isPartial, keys: group,
            cells: plan.formulas.map { $0.evaluate { cells[$0.index] } }))
      }
    }
    return Answer(rows: result)
  }

  /// Every tuple of breakdowns in any row of a measure.
  private func groups(_ planned: PlannedMeasure, _ count: Int) -> Set<[Scalar?]> {
    switch planned {
    case .rows(let measure, let keys):
      Set(
        rows[measure.table.index].map { row in
          keys.prefix(count).map { key in key.flatMap { evaluate($0, row) } }
        })
    case .entities(let entities):
      entities.measures.reduce(into: []) { $0.formUnion(groups($1, count)) }
    case .days: []
    }
  }

  private func periods(_ plan: Plan) -> [Period] {
    let question = plan.question
    guard let grain = question.grain else {
      let range = question.range ?? Day.first..<question.asOf.adding(days: 1)
      return [Period(grain: nil, start: range.lowerBound, end: range.upperBound)]
    }
    let observed =
      question.range.map { [$0.lowerBound, $0.upperBound.adding(days: -1)] }
      ?? observed(plan.measures, question)
    guard let first = observed.min(), let last = observed.max(), first <= question.asOf else {
      return []
    }
    var result: [Period] = []
    var period = plan.calendar.period(grain, containing: first)
    while period.start <= min(last, question.asOf) {
      result.append(period)
      period = plan.calendar.period(grain, containing: period.end)
    }
    return result
  }

  /// The days that decide which periods are shown.
  private func observed(_ measures: [PlannedMeasure], _ question: Question) -> [Day] {
    func rows(_ planned: PlannedMeasure) -> [RowMeasure] {
      switch planned {
      case .rows(let measure, _): [measure]
      case .entities(let entities): entities.measures.flatMap(rows)
      case .days: []
      }
    }
    for kind in 0..<3 {
      let days = measures.flatMap(rows).flatMap { observed($0, kind, question) }
      if !days.isEmpty { return days }
    }
    return []
  }

  private func observed(_ measure: RowMeasure, _ kind: Int, _ question: Question) -> [Day] {
    let kept = rows(of: measure.table, where: measure.filter)
    switch (kind, measure.axis) {
    case (0, .events(let path)), (1, .snapshots(let path, _)):
      return kept.compactMap { instant(value(path, $0)).map { Day(dayNumber($0)) } }
        .filter { $0 <= question.asOf }
    case (2, .spans(let from, let to, _)):
      return kept.flatMap { row -> [Day] in
        guard let start = instant(row[from.index]) else { return [] }
        let end = instant(row[to.index]).map(dayNumber) ?? question.asOf.number
        guard end > dayNumber(start) else { return [] }
        return [Day(dayNumber(start)), min(Day(end), question.asOf)]
      }
    default: return []
    }
  }
}
