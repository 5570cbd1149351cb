package import KPIDiagnostics
package import KPIModel

/// Works a question out to a plan: normal forms, shared measures, and the columns to group by.
package struct Planner {
  private let specification: Specification
  private var normaliser: Normaliser
  private var measures = MeasureList()
  private var diagnostics: [Diagnostic] = []

  /// The plan, or everything that keeps the question from being answered.
  package static func plan(
    _ question: Question, over specification: Specification
  ) -> Result<Plan, PlanFailure> {
    var planner = Planner(specification)
    let formulas = question.outputs.compactMap { planner.formula(of: $0, in: question) }
    let shownMeasures = planner.measures.all.count
    let hidden = question.hidden.compactMap { planner.formula(of: $0, in: question) }
    guard planner.diagnostics.isEmpty else {
      return .failure(PlanFailure(diagnostics: planner.diagnostics))
    }
    return .success(
      Plan(
        question: question, calendar: specification.company.calendar,
        measures: planner.measures.all, formulas: formulas, hidden: hidden,
        shownMeasures: shownMeasures))
  }

  /// The plan of a question whose answer has a column for each of some measures, its outputs aside.
  package static func plan(
    _ measures: [Measure], for question: Question, over specification: Specification
  ) -> Result<Plan, PlanFailure> {
    var planner = Planner(specification)
    var question = question
    question.outputs = []
    var formulas: [Formula<MeasureID>] = []
    for measure in measures {
      do {
        formulas.append(
          .leaf(planner.measures.place(of: try planner.plan(measure, by: question.breakdowns))))
      } catch {
        return .failure(PlanFailure(diagnostics: [planner.describe(error, of: "")]))
      }
    }
    return .success(
      Plan(
        question: question, calendar: specification.company.calendar,
        measures: planner.measures.all, formulas: formulas))
  }

  private init(_ specification: Specification) {
    self.specification = specification
    normaliser = Normaliser(specification)
  }

  private mutating func formula(
    of output: Question.Output, in question: Question
  ) -> Formula<MeasureID>? {
    do {
      let normal = try normaliser.normalForm(of: output.expression, where: question.filter)
      let asked = output.aspect == .rowCount ? normal.rowCount : normal
      return try asked.map { (measure) throws(PlanProblem) in
        check(measure, of: output, in: question)
        return measures.place(of: try plan(measure, by: question.breakdowns))
      }
    } catch {
      diagnostics.append(describe(error, of: output.name))
      return nil
    }
  }

  // MARK: Measures

  private func plan(
    _ measure: Measure, by keys: [AttributeExpression]
  ) throws(PlanProblem) -> PlannedMeasure {
    switch measure {
    case .rows(let rows): return try plan(rows, by: keys)
    case .entities(let entities): return .entities(try plan(entities, by: keys))
    case .days(let days): return .days(days)
    }
  }

  private func plan(
    _ rows: RowMeasure, by keys: [AttributeExpression]
  ) throws(PlanProblem) -> PlannedMeasure {
    var rows = rows
    var bound: [TableExpression?] = []
    let time = rows.axis.time(of: rows.table)
    for key in keys {
      if rows.ignored == .all {
        bound.append(nil)
        continue
      }
      let held = FilterForm(FormulaText(specification), datedBy: time).value(
        try specification.bind(key, from: rows.table, datedBy: rows.axis.column))
      try specification.checkLookups(in: held, of: rows.table, datedBy: time)
      guard !rows.ignored.contains(held) else {
        bound.append(nil)
        continue
      }
      rows.maturity.formUnion(held.maturity)
      bound.append(held)
    }
    // The keys say all; a total over what was not asked is the measure itself.
    rows.ignored = .none
    return .rows(rows, keys: bound)
  }

  private func plan(
    _ entities: EntityMeasure, by keys: [AttributeExpression]
  ) throws(PlanProblem) -> PlannedEntities {
    var own = MeasureList()
    func place(_ measure: Measure) throws(PlanProblem) -> MeasureID {
      own.place(of: try plan(measure, by: keys + entities.entity.attributes.map { .field($0) }))
    }
    let value = try entities.value.map(place)
    let summed: Formula<MeasureID>? =
      if let summed = entities.summed { try summed.map(place) } else { nil }
    return PlannedEntities(
      function: entities.function, outerKeys: keys.count,
      entityKeys: entities.entity.attributes.count, grain: entities.entity.grain,
      window: entities.window, measures: own.all, value: value, summed: summed)
  }

  // MARK: Windows

  /// Windows move by whole periods, so they need some, weeks have no counterpart a month before, and the periods that
  /// are entities must make up those that are asked.
  private mutating func check(
    _ measure: Measure, of output: Question.Output, in question: Question
  ) {
    switch measure {
    case .rows(let rows): check(rows.window, of: output, in: question)
    case .days(let days):
      if question.grain == nil, question.range == nil {
        report(.windowWithoutPeriod(output.name))
      }
      check(days.window, of: output, in: question)
    case .entities(let entities):
      check(entities.window, of: output, in: question)
      var inner = question
      if let grain = entities.entity.grain {
        if !isMade(of: grain, entities.window, question) {
          report(
            .periodsDoNotNest(
              output.name, entity: grain.spoken, window: question.grain?.spoken ?? "range"))
        }
        inner.grain = grain
      }
      for measure in entities.formulas.flatMap(\.leaves) { check(measure, of: output, in: inner) }
    }
  }

  private mutating func check(
    _ window: Window, of output: Question.Output, in question: Question
  ) {
    switch window.extent {
    case .period, .before, .cumulative:
      if window.shift == .none, window.extent != .before { return }
    case .trailing, .toDate: break
    }
    if question.grain == nil, question.range == nil || window.shift.periods != 0 {
      report(.windowWithoutPeriod(output.name))
    }
    if let grain = question.grain, grain.isWeek, window.shift.months % 12 != 0 {
      report(.windowAgainstGrain(output.name, span: window.shift.text, grain: grain.spoken))
    }
  }

  /// Whether the windows of the question's periods are made of whole periods of a grain.
  private func isMade(of part: Grain, _ window: Window, _ question: Question) -> Bool {
    let calendar = specification.company.calendar
    let isWhole: Bool
    switch (question.grain, question.range) {
    case (let grain?, _): isWhole = calendar.nests(part, in: grain)
    case (nil, let range?):
      isWhole =
        calendar.period(part, containing: range.lowerBound).start == range.lowerBound
        && calendar.period(part, containing: range.upperBound).start == range.upperBound
    case (nil, nil): isWhole = true
    }
    func isMultiple(_ span: CalendarSpan) -> Bool {
      part.span.months == 0
        ? part == .day || span.months == 0 && span.days % part.span.days == 0
        : span.days == 0 && span.months % part.span.months == 0
    }
    let grain = question.grain ?? part
    switch window.extent {
    case .period, .before, .cumulative:
      return isWhole && isMultiple(window.shift.resolved(for: grain))
    case .trailing(let span):
      return isWhole && isMultiple(span) && isMultiple(window.shift.resolved(for: grain))
    case .toDate(let outer):
      return isWhole && calendar.nests(part, in: outer)
        && isMultiple(window.shift.resolved(for: grain))
    }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(where: { $0.message == diagnostic.message }) {
      diagnostics.append(diagnostic)
    }
  }

  private func describe(_ problem: PlanProblem, of output: String) -> Diagnostic {
    switch problem {
    case .unreachable(let attribute, let table):
      .unreachableDimension(
        specification.text(of: attribute), metric: output, table: specification[table].name,
        reachable: specification.breakdowns(from: [table]), at: .none)
    case .ambiguous(let attribute, let table, let candidates):
      .ambiguousPath(
        specification.text(of: attribute), table: specification[table].name,
        candidates: specification.ways(candidates), at: .none)
    case .lookup(.undated, let table): .undatedLookup(table: specification[table].name, at: .none)
    case .lookup(.exactBetweenDays, _): .hoursBetweenDates(output, at: .none)
    case .lookup(.emptyWindow, _): .emptyWindow(output, at: .none)
    }
  }
}

/// The distinct measures of a plan, each by its place.
private struct MeasureList {
  private(set) var all: [PlannedMeasure] = []
  private var places: [PlannedMeasure: MeasureID] = [:]

  mutating func place(of measure: PlannedMeasure) -> MeasureID {
    if let place = places[measure] { return place }
    let place = MeasureID(all.count)
    all.append(measure)
    places[measure] = place
    return place
  }
}

/// Why a question has no plan.
package struct PlanFailure: Error {
  package let diagnostics: [Diagnostic]
}
