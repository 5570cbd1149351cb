package import KPIDiagnostics
package import KPIModel

/// Works a question out to a plan: normal forms, shared measures, and the columns to group by.
package struct Planner {
  private let specification: Specification
  private var normaliser: Normaliser
  private var places: [PlannedMeasure: MeasureID] = [:]
  private var measures: [PlannedMeasure] = []
  private var diagnostics: [Diagnostic] = []

  /// The plan, or everything that keeps the question from being answered.
  package static func plan(
    _ question: Question, over specification: Specification
  ) -> Result<Plan, PlanFailure> {
    var planner = Planner(specification)
    var formulas: [Formula<MeasureID>] = []
    for output in question.outputs {
      if let formula = planner.formula(of: output, in: question) { formulas.append(formula) }
    }
    guard planner.diagnostics.isEmpty else {
      return .failure(PlanFailure(diagnostics: planner.diagnostics))
    }
    return .success(
      Plan(
        question: question, calendar: specification.company.calendar, measures: planner.measures,
        formulas: formulas))
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
      return try normal.map { (measure) throws(PlanProblem) in
        check(measure.window, of: output, in: question)
        return try intern(measure, for: question)
      }
    } catch {
      diagnostics.append(describe(error, of: output))
      return nil
    }
  }

  private mutating func intern(
    _ measure: Measure, for question: Question
  ) throws(PlanProblem) -> MeasureID {
    var keys: [ColumnPath?] = []
    for breakdown in question.breakdowns {
      if measure.ignored == .all {
        keys.append(nil)
        continue
      }
      let path = try specification.path(to: breakdown, from: measure.table)
      keys.append(measure.ignored.contains(.path(path)) ? nil : path)
    }
    // The keys say all; a total over what was not asked is the measure itself.
    var measure = measure
    measure.ignored = .none
    let planned = PlannedMeasure(measure: measure, keys: keys)
    if let place = places[planned] { return place }
    let place = MeasureID(measures.count)
    measures.append(planned)
    places[planned] = place
    return place
  }

  /// Windows move by whole periods, so they need some, and weeks have no counterpart a month before.
  private mutating func check(
    _ window: Window, of output: Question.Output, in question: Question
  ) {
    guard window != .period else { return }
    if question.grain == nil, question.range == nil {
      report(.windowWithoutPeriod(output.name))
    }
    if question.grain == .week, window.shift.months % 12 != 0 {
      report(.windowAgainstGrain(output.name, span: window.shift.text, grain: Grain.week.spoken))
    }
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(where: { $0.message == diagnostic.message }) {
      diagnostics.append(diagnostic)
    }
  }

  private func describe(_ problem: PlanProblem, of output: Question.Output) -> Diagnostic {
    switch problem {
    case .unsupported(let feature):
      .notEvaluatedYet(output.name, feature: feature)
    case .unreachable(let attribute, let table):
      .unreachableDimension(
        specification.text(of: attribute), metric: output.name, table: specification[table].name,
        reachable: specification.breakdowns(from: table), at: .none)
    case .ambiguous(let attribute, let table, let candidates):
      .ambiguousPath(
        specification.text(of: attribute), table: specification[table].name,
        candidates: candidates.map(specification.text), at: .none)
    }
  }
}

/// Why a question has no plan.
package struct PlanFailure: Error {
  package let diagnostics: [Diagnostic]
}
