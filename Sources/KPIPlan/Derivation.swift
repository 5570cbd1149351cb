package import KPIModel

/// How the value of a formula comes about in one period: the arithmetic, down to the measures and the rows behind them.
package struct Derivation: Sendable {
  package let formula: Formula<Measure>
  package let value: Cell
  /// The metric that the formula is, where it is one.
  package let name: MetricInWindow?
  package let parts: [Part]
  /// What a measure is made from.
  package let source: MeasureSource?

  /// An operand of the formula; a part of a sum may be taken from the others.
  package struct Part: Sendable {
    package let derivation: Derivation
    package let isSubtracted: Bool
  }
}

/// A metric as it is seen through a window: `revenue`, or `previous(revenue, 1 year)`.
package struct MetricInWindow: Hashable, Sendable {
  package let metric: MetricID
  package let window: Window
}

/// What the value of a measure is made from.
package indirect enum MeasureSource: Sendable {
  case rows(RowSource)
  case entities(EntitySource)
  /// The days of a window.
  case days(Range<Day>?)
}

/// The rows of one table, from those that are read to those that take part.
package struct RowSource: Sendable {
  package let measure: RowMeasure
  /// The rows of the table.
  package let read: Cell
  /// What rows are left out for, one reason after the other.
  package let steps: [Step]
  /// The rows that take part.
  package let taken: Cell

  package struct Step: Sendable {
    package let reason: Reason
    /// The rows that are left out here.
    package let rows: Cell
  }

  package enum Reason: Sendable {
    /// They have another date, or none.
    case outside(Range<Day>?)
    /// They were taken at another moment than the last or first one in the window.
    case otherMoment(TimeAxis.Boundary)
    /// They are not alive when the window ends or starts.
    case notAlive(TimeAxis.Boundary, Range<Day>?)
    /// The condition does not hold for them.
    case condition(TableExpression)
    /// They have nothing to aggregate.
    case withoutValue(TableExpression)
    /// They belong to no entity.
    case withoutKey(TableExpression)
  }
}

/// The entities of a measure, and the rows that make them.
package struct EntitySource: Sendable {
  package let measure: EntityMeasure
  /// The entities that take part.
  package let taken: Cell
  /// Those for which the condition holds, or that have a value.
  package let counted: Cell
  package let rows: [RowSource]
}

/// Looks up the values of measures. What it is asked before there are any is noted, and is missing.
package struct MeasureValues {
  package private(set) var asked: [Measure] = []
  private var places: [Measure: Int] = [:]
  private var cells: [Cell] = []

  package init() {}

  package mutating func cell(of measure: Measure) -> Cell {
    if let place = places[measure] {
      return cells.indices.contains(place) ? cells[place] : .missing(.noRows)
    }
    places[measure] = asked.count
    asked.append(measure)
    return .missing(.noRows)
  }

  /// Takes the values of all that was asked, in that order.
  package mutating func take(_ cells: [Cell]) { self.cells = cells }
}

/// Derives values in one period.
package struct Deriving {
  private let specification: Specification
  private let period: Period
  private let asOf: Day
  private let names: [Formula<Measure>: MetricID]

  /// `filter` is a condition on everything, as a question has one.
  package init(
    _ metric: MetricID, where filter: AttributeExpression?, in period: Period, asOf: Day,
    _ specification: Specification
  ) throws(PlanProblem) {
    self.specification = specification
    self.period = period
    self.asOf = asOf
    var normaliser = Normaliser(specification)
    var names: [Formula<Measure>: MetricID] = [:]
    for known in specification.metrics(in: metric) {
      let form = try normaliser.normalForm(of: .metric(known), where: filter)
      // Of two names for one formula the one nearer to the metric explained is kept.
      if names[form] == nil { names[form] = known }
    }
    self.names = names
  }

  package func derivation(
    of formula: Formula<Measure>, _ values: inout MeasureValues
  ) -> Derivation {
    let name = name(of: formula)
    guard case .leaf(let measure) = formula else {
      let parts = operands(of: formula).map { operand in
        Derivation.Part(
          derivation: derivation(of: operand.formula, &values), isSubtracted: operand.isSubtracted)
      }
      return Derivation(
        formula: formula, value: formula.evaluate { values.cell(of: $0) }, name: name,
        parts: parts, source: nil)
    }
    return Derivation(
      formula: formula, value: values.cell(of: measure), name: name, parts: [],
      source: source(of: measure, &values))
  }

  private func operands(
    of formula: Formula<Measure>
  ) -> [(formula: Formula<Measure>, isSubtracted: Bool)] {
    switch formula {
    case .constant, .leaf: []
    case .sum(let parts): parts.map(\.unsigned)
    case .product(let parts), .all(let parts), .any(let parts), .function(_, let parts):
      parts.map { ($0, false) }
    case .quotient(let left, let right), .comparison(_, let left, let right):
      [(left, false), (right, false)]
    case .not(let part), .isMissing(let part): [(part, false)]
    case .choice(let branches, let otherwise):
      (branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? []))
        .map { ($0, false) }
    }
  }

  // MARK: Names

  private func name(of formula: Formula<Measure>) -> MetricInWindow? {
    if let metric = names[formula] { return MetricInWindow(metric: metric, window: .period) }
    let windows = Set(formula.leaves.flatMap(\.windows))
    let shifts = Set(windows.map(\.shift))
    if shifts.count == 1, let shift = shifts.first, shift != .none,
      let metric = names[formula.seen { Window(shift: .none, extent: $0.extent) }]
    {
      return MetricInWindow(metric: metric, window: Window(shift: shift, extent: .period))
    }
    guard windows.count == 1, let window = windows.first, window != .period,
      let metric = names[formula.seen { _ in .period }]
    else { return nil }
    return MetricInWindow(metric: metric, window: window)
  }

  // MARK: Measures

  private func source(of measure: Measure, _ values: inout MeasureValues) -> MeasureSource {
    switch measure {
    case .rows(let rows): return .rows(source(of: rows, &values))
    case .days(let days): return .days(self.days(of: days.window))
    case .entities(let entities):
      let counted: EntityFunction =
        entities.function == .countSatisfying ? .countSatisfying : .countValues
      func count(_ function: EntityFunction) -> Measure {
        .entities(
          EntityMeasure(
            function, of: entities.value, per: entities.entity, window: entities.window))
      }
      return .entities(
        EntitySource(
          measure: entities, taken: values.cell(of: count(.count)),
          counted: values.cell(of: count(counted)),
          rows: measure.rowMeasures.map { rows in
            source(of: rows, &values, keys: keys(of: entities.entity, in: rows))
          }))
    }
  }

  private func keys(of entity: Entity, in rows: RowMeasure) -> [TableExpression] {
    entity.attributes.compactMap {
      try? specification.bound($0, from: rows.table, datedBy: rows.axis.column)
    }
  }

  /// The days of a window whose rows are known: those up to the as-of day, and all of a table that is known ahead.
  private func days(of window: Window, in table: TableID? = nil) -> Range<Day>? {
    let lastDay = table.map { specification[$0].isKnownAhead } == true ? Day.end : asOf
    return specification.company.calendar.days(of: window, for: period, asOf: lastDay)?
      .clamped(to: Day.first..<lastDay.adding(days: 1))
  }

  /// The rows left out of a measure, found by counting with one condition after the other.
  private func source(
    of measure: RowMeasure, _ values: inout MeasureValues, keys: [TableExpression] = []
  ) -> RowSource {
    var counting = measure
    counting.function = .count
    counting.argument = nil
    counting.filter = nil
    // Rows are counted also where it is too early to judge them.
    counting.maturity = []
    counting.axis = .none
    counting.window = .period
    // Rows are there to be counted however young they are.
    counting.maturity = []
    let read = values.cell(of: .rows(counting))
    var left = read
    var steps: [RowSource.Step] = []
    func leaveOut(_ reason: RowSource.Reason, _ values: inout MeasureValues) {
      let rest = values.cell(of: .rows(counting))
      steps.append(RowSource.Step(reason: reason, rows: left.less(rest)))
      left = rest
    }
    let days = days(of: measure.window, in: measure.table)
    counting.window = measure.window
    switch measure.axis {
    case .none: break
    case .events:
      counting.axis = measure.axis
      leaveOut(.outside(days), &values)
    case .snapshots(let moment, let boundary):
      counting.axis = .events(moment)
      leaveOut(.outside(days), &values)
      counting.axis = measure.axis
      leaveOut(.otherMoment(boundary), &values)
    case .spans(_, _, let boundary):
      counting.axis = measure.axis
      leaveOut(.notAlive(boundary, days), &values)
    }
    var conditions: [TableExpression] = []
    for key in keys {
      conditions.append(.not(.isMissing(key)))
      counting.filter = .all(conditions)
      leaveOut(.withoutKey(key), &values)
    }
    for condition in measure.filter?.conjuncts ?? [] {
      conditions.append(condition)
      counting.filter = .all(conditions)
      leaveOut(.condition(condition), &values)
    }
    if let argument = measure.argument {
      counting.filter = .all(conditions + [.not(.isMissing(argument))])
      leaveOut(.withoutValue(argument), &values)
    }
    return RowSource(measure: measure, read: read, steps: steps, taken: left)
  }
}

extension Specification {
  /// A metric and those that its formula uses, directly or through others, the nearest first.
  fileprivate func metrics(in metric: MetricID) -> [MetricID] {
    var result = [metric]
    var seen = Set(result)
    var next = 0
    while next < result.count {
      result += self[result[next]].formula.metrics.filter { seen.insert($0).inserted }
      next += 1
    }
    return result
  }
}

extension Cell {
  fileprivate func less(_ other: Cell) -> Cell {
    guard let left = number, let right = other.number else { return number == nil ? self : other }
    return left.subtracting(right).map(Cell.value) ?? .missing(.outOfRange)
  }
}

extension RowExpression {
  /// The conditions that must all hold.
  fileprivate var conjuncts: [RowExpression] {
    if case .all(let parts) = self { parts } else { [self] }
  }
}

extension Measure {
  /// The windows that it is seen through.
  fileprivate var windows: [Window] {
    switch self {
    case .rows(let rows): [rows.window]
    case .days(let days): [days.window]
    case .entities(let entities):
      entities.entity.grain == nil
        ? entities.formulas.flatMap(\.leaves).flatMap(\.windows) : [entities.window]
    }
  }

  /// The measure seen through other windows.
  fileprivate func seen(_ window: (Window) -> Window) -> Measure {
    switch self {
    case .rows(var rows):
      rows.window = window(rows.window)
      return .rows(rows)
    case .days(let days): return .days(DayMeasure(days.kind, window: window(days.window)))
    case .entities(let entities):
      let isOuter = entities.entity.grain != nil
      func inner(_ formula: Formula<Measure>) -> Formula<Measure> {
        isOuter ? formula : formula.seen(window)
      }
      return .entities(
        EntityMeasure(
          entities.function, of: inner(entities.value), summed: entities.summed.map(inner),
          per: entities.entity, window: isOuter ? window(entities.window) : entities.window))
    }
  }
}

extension Formula where Leaf == Measure {
  fileprivate func seen(_ window: (Window) -> Window) -> Formula { map { $0.seen(window) } }

  /// A part of a sum without its minus.
  fileprivate var unsigned: (formula: Formula, isSubtracted: Bool) {
    switch self {
    case .constant(let number) where number.isNegative: return (.constant(number.negated), true)
    case .product(let factors):
      guard case .constant(let factor)? = factors.first, factor == Number(-1) else { break }
      let rest = Array(factors.dropFirst())
      return (rest.count == 1 ? rest[0] : .product(rest), true)
    case .quotient(let top, let bottom):
      let (inner, isSubtracted) = top.unsigned
      return (.quotient(inner, bottom), isSubtracted)
    default: break
    }
    return (self, false)
  }
}
