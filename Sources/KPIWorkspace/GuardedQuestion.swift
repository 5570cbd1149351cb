import KPIDiagnostics
import KPIModel
import KPIPlan
import KPIScorecard

/// A question together with what guards its values: the ranges and invariants of the metrics in it, and the samples
/// of the KPIs asked. All of it is computed beside the answer, and kept out of it.
struct GuardedQuestion {
  let plan: Plan
  /// What could not be checked, and why.
  let notes: [Diagnostic]
  private let checks: [ValueCheck]
  private let asked: Question
  private let project: Project
  /// The place of each value that is computed.
  private let columns: [MetricExpression: Int]

  /// The question with its guards, or why it cannot be answered.
  static func of(
    _ question: Question, _ project: Project
  ) -> Result<GuardedQuestion, PlanFailure> {
    let specification = project.specification
    func plan(_ checks: [ValueCheck]) -> Result<Plan, PlanFailure> {
      Planner.plan(question.computing(checks, specification), over: specification)
    }
    var checks = ValueCheck.all(of: question, specification)
    var notes: [Diagnostic] = []
    // A check may look at what the question itself could not ask.
    if case .failure = plan(checks), case .success = plan([]) {
      checks = checks.filter { check in
        guard case .failure(let failure) = plan([check]) else { return true }
        notes.append(
          .guardNotChecked(
            project.text(of: check.origin), of: specification[check.metric].name,
            because: failure.diagnostics.first?.message ?? "", at: check.origin))
        return false
      }
    }
    return plan(checks).map {
      GuardedQuestion(plan: $0, notes: notes, checks: checks, question, project)
    }
  }

  private init(
    plan: Plan, notes: [Diagnostic], checks: [ValueCheck], _ asked: Question, _ project: Project
  ) {
    self.plan = plan
    self.notes = notes
    self.checks = checks
    self.asked = asked
    self.project = project
    columns = Dictionary(
      (plan.question.outputs + plan.question.hidden).enumerated()
        .filter { $0.element.aspect == .value }
        .map { ($0.element.expression, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Checking

  /// The answer to what was asked, with what the checks say of its values.
  func checked(_ answer: Answer) -> (answer: Answer, findings: [Diagnostic]) {
    var failures = checks.map { _ in Failures() }
    let rows = answer.rows.map { row in
      var caveats: [Int: Caveat] = [:]
      for (place, check) in checks.enumerated() where isGuarded(row) {
        guard let caveat = check.caveat(value: { cell($0, row) }) else { continue }
        failures[place].add { words(for: check, row) }
        for (output, column) in asked.outputs.enumerated()
        where column.expression == .metric(check.metric) && column.aspect == .value {
          caveats[output] = min(caveats[output] ?? caveat, caveat)
        }
      }
      return Answer.Row(
        period: row.period, isPartial: row.isPartial, keys: row.keys, cells: row.cells,
        caveats: caveats)
    }
    let findings = zip(checks, failures).compactMap(finding)
    return (Answer(rows: rows), findings)
  }

  private func isGuarded(_ row: Answer.Row) -> Bool {
    guard let guarded = asked.guardedPeriods else { return true }
    return row.period.map { guarded.contains($0.start) } ?? false
  }

  /// Where a check fails: how often, and the first places in words.
  private struct Failures {
    private(set) var count = 0
    private(set) var places: [String] = []

    mutating func add(_ place: () -> String) {
      if count < 4 { places.append(place()) }
      count += 1
    }
  }

  private func cell(_ expression: MetricExpression, _ row: Answer.Row) -> Cell {
    guard let column = columns[expression] else { return .missing(.noValue) }
    return column < row.cells.count ? row.cells[column] : row.hidden[column - row.cells.count]
  }

  private func finding(_ check: ValueCheck, _ failures: Failures) -> Diagnostic? {
    guard failures.count > 0 else { return nil }
    let metric = project.specification[check.metric].name
    switch check.kind {
    case .sample: return nil
    case .range:
      return .valueOutsideRange(
        metric, places: failures.places, count: failures.count, at: check.origin)
    case .invariant:
      return .invariantBroken(
        project.text(of: check.origin), of: metric, places: failures.places,
        count: failures.count, at: check.origin)
    }
  }

  // MARK: Words

  /// One place where a check fails, with the values there.
  private func words(for check: ValueCheck, _ row: Answer.Row) -> String {
    switch check.kind {
    case .sample: return place(of: row)
    case .range(let range):
      guard let number = cell(.metric(check.metric), row).number else { return place(of: row) }
      let bound = range.lower.flatMap { number < $0 ? $0 : nil } ?? range.upper
      let quantity = project.specification[check.metric].quantity
      return ValueText.short(number, quantity, apartFrom: bound) + " " + place(of: row)
    case .invariant(let invariant):
      let cells = invariant.operands.map { cell($0.expression, row) }
      let values = zip(invariant.operands, cells).map { operand, cell in
        let other = cells.lazy.compactMap(\.number).first { $0 != cell.number }
        return project.text(of: operand.origin) + " is "
          + ValueText.short(cell, operand.quantity, apartFrom: other)
      }
      return values.isEmpty
        ? place(of: row) : place(of: row) + ": " + values.joined(separator: ", ")
    }
  }

  /// `in 2026-02 for region north`.
  private func place(of row: Answer.Row) -> String {
    let period = row.period.map { ["in " + plan.calendar.text(of: $0)] } ?? []
    let groups = zip(asked.breakdowns, row.keys).map { breakdown, key in
      let name = breakdown.fields.first.map(project.specification.name) ?? "group"
      return key.map { "for \(name) \($0.text)" } ?? "without a \(name)"
    }
    let parts = period + groups
    return parts.isEmpty ? "in all" : parts.joined(separator: " ")
  }
}

extension Question {
  /// The question with what some checks need after what is asked.
  fileprivate func computing(
    _ checks: [ValueCheck], _ specification: Specification
  ) -> Question {
    var result = self
    var known = Set(outputs.filter { $0.aspect == .value }.map(\.expression))
    for check in checks {
      for expression in check.expressions where known.insert(expression).inserted {
        result.hidden.append(
          Output(
            name: specification[check.metric].name, expression: expression, quantity: .plain))
      }
    }
    return result
  }
}

extension Specification {
  /// The last name of an attribute, as people speak of it.
  fileprivate func name(of attribute: Attribute) -> String {
    switch attribute {
    case .path(let path): column(path).name
    case .dimension(let dimension): self[dimension].name
    case .timePart(let function): function.rawValue
    }
  }
}
