package import KPIDiagnostics
import KPIEngine
package import KPIModel
import KPIPlan
import KPIScorecard
import KPISource
import KPITable

/// What came of one test.
package struct TestOutcome: Sendable {
  package let test: Test
  /// Why it failed, if it did, and what else was noticed; in the order of the test.
  package let findings: [Diagnostic]

  package var hasPassed: Bool { findings.allSatisfy { $0.severity != .error } }
}

extension Project {
  /// Runs tests of the specification in memory.
  package func run(_ tests: [Test]) -> [TestOutcome] {
    let readable = GivenRows.readable(specification)
    return Workers.all.map(tests) { test in
      var run = TestRun(test, of: self, readable, isGuarded: true)
      let outcome = run.outcome()
      guard run.lacksRows, run.hasGuards else { return outcome }
      // A test need not give what only the ranges and invariants of its metrics look at.
      run = TestRun(test, of: self, readable, isGuarded: false)
      return run.outcome()
    }
  }
}

/// One run of one test: its questions are planned, answered together, and the answers compared.
private struct TestRun {
  private let test: Test
  private let project: Project
  private let specification: Specification
  private let rows: GivenRows
  private let asOf: Day
  private let zone: TimeZoneTable?
  /// Whether values are held to what their metrics say of them.
  private let isGuarded: Bool
  private var plans: [Plan] = []
  /// The questions among the plans, by the place of their plan.
  private var questions: [(place: Int, question: GuardedQuestion)] = []
  /// What the rows and questions break.
  private var raised: [Diagnostic] = []

  init(_ test: Test, of project: Project, _ specification: Specification, isGuarded: Bool) {
    self.test = test
    self.isGuarded = isGuarded
    self.project = project
    self.specification = specification
    rows = GivenRows(test.given, in: specification)
    zone = test.hasInstants ? ZoneData.table(for: specification.company.timeZone) : nil
    asOf = test.day(zone, specification.company.calendar)
  }

  mutating func outcome() -> TestOutcome {
    let asked = test.expectations.map { ask($0) }
    plans.append(inspection)
    let name = specification.company.timeZone
    let source = DataSource(
      specification, chunkSize: TestRun.chunkSize,
      timeZone: { [zone] in zone ?? ZoneData.table(for: name) },
      location: { [rows] in rows.location(of: $0) })
    let outcome = Engine.answer(plans, from: source)
    raised += distinct(outcome.diagnostics.map(located))
    raised += brokenGuards(in: outcome.answers)
    let expected = Set(
      test.expectations.compactMap { expectation in
        if case .error(let error) = expectation { error.rule } else { nil }
      })
    var findings = raised.filter { !expected.contains($0.rule.name) }
    let isExplained = findings.contains { $0.severity == .error }
    for asked in asked {
      switch asked {
      case .nothing: break
      case .error(let error): findings += check(error)
      case .answer(let answer, let place):
        if let values = outcome.answers.element(place) {
          findings += AnswerComparison(answer, values, project).findings
        } else if !isExplained {
          findings.append(.expectationNotChecked(at: answer.subject.origin))
        }
      case .status(let comparison, var values, let places):
        let answers = places.compactMap { outcome.answers.element($0) }
        if answers.count == places.count {
          values.take(answers)
          findings += comparison.findings(&values)
        } else if !isExplained {
          findings.append(.expectationNotChecked(at: comparison.origin))
        }
      }
    }
    return TestOutcome(test: test, findings: findings.inOrder())
  }

  /// The rows are few, and so need be the bytes that are read at a time.
  private static let chunkSize = 1 << 12

  /// Whether something that is needed is not given.
  var lacksRows: Bool {
    raised.contains { $0.rule == .columnNotGiven || $0.rule == .tableNotGiven }
  }

  var hasGuards: Bool { questions.contains { !$0.question.plan.question.hidden.isEmpty } }

  // MARK: Asking

  /// An expectation with the plans that answer it, by their places.
  private enum Asked {
    /// A question that cannot be answered; why was raised.
    case nothing
    case error(ExpectedError)
    case answer(ExpectedAnswer, Int)
    case status(StatusComparison, BoardValues, [Int])
  }

  private mutating func ask(_ expectation: Expectation) -> Asked {
    switch expectation {
    case .error(let error): return .error(error)
    case .answer(let answer):
      return plan(question(answer), at: answer.subject.origin).map { .answer(answer, $0) }
        ?? .nothing
    case .status(let status):
      var values = BoardValues(asOf: asOf)
      let comparison = StatusComparison(status, asOf: asOf, project)
      _ = comparison.lines(&values)
      let questions = values.questions
      let places = questions.compactMap { plan($0, at: status.origin) }
      return places.count == questions.count ? .status(comparison, values, places) : .nothing
    }
  }

  private func question(_ answer: ExpectedAnswer) -> Question {
    let subject = answer.subject
    var outputs = [
      Question.Output(
        name: project.text(of: subject.origin), expression: subject.expression,
        quantity: subject.quantity)
    ]
    for group in answer.groups {
      guard case .formula(let formula) = group.value, answer.dimensions.isEmpty else { continue }
      outputs.append(
        Question.Output(
          name: project.text(of: group.origin), expression: formula, quantity: subject.quantity))
    }
    return Question(
      outputs: outputs, grain: answer.grain, breakdowns: answer.breakdowns,
      range: answer.period?.days, asOf: asOf)
  }

  /// The place of the question's plan; `nil` where there is none.
  private mutating func plan(_ question: Question, at origin: SourceRange) -> Int? {
    let plan =
      isGuarded
      ? GuardedQuestion.of(question, project).map { guarded in
        questions.append((plans.count, guarded))
        return guarded.plan
      } : Planner.plan(question, over: specification)
    switch plan {
    case .success(let plan):
      plans.append(plan)
      return plans.count - 1
    case .failure(let failure):
      raised += failure.diagnostics.map { $0.standing(at: origin) }
      return nil
    }
  }

  /// Looks at every cell given and follows the references between the tables given.
  private var inspection: Plan {
    var measures: [PlannedMeasure] = []
    for given in test.given {
      for column in given.columns {
        var paths = [ColumnPath(given.table, [], column)]
        if let target = specification[given.table][column].reference?.table,
          test.given.contains(where: { $0.table == target })
        {
          paths += specification[target].key.map { ColumnPath(given.table, [column], $0) }
        }
        measures += paths.map { path in
          .rows(
            RowMeasure(
              function: .count, table: given.table, argument: .field(path), filter: nil,
              axis: .none), keys: [])
        }
      }
    }
    return Plan(
      question: Question(outputs: [], grain: nil, asOf: asOf),
      calendar: specification.company.calendar, measures: measures, formulas: [])
  }

  // MARK: Findings

  /// What metrics say of their values, and the rows given do not keep.
  private func brokenGuards(in answers: [Answer]) -> [Diagnostic] {
    let findings = questions.flatMap { place, question in
      answers.element(place).map { question.checked($0).findings } ?? []
    }
    return distinct(findings).map { finding in
      var finding = finding
      finding.labels.append(.init(test.origin, "with the rows of this test"))
      return finding
    }
  }

  /// Each finding once: many rows may lack one table.
  private func distinct(_ findings: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Finding> = []
    return findings.filter { seen.insert(Finding($0)).inserted }
  }

  private struct Finding: Hashable {
    let message: String
    let location: Location

    init(_ diagnostic: Diagnostic) {
      message = diagnostic.message
      location = diagnostic.location
    }
  }

  /// A finding about the rows given, at the cell that it speaks of.
  private func located(_ diagnostic: Diagnostic) -> Diagnostic {
    guard case .data(let path, let line, let column, _) = diagnostic.location else {
      return diagnostic
    }
    let found = rows.table(of: path)
    guard let given = test.given.first(where: { $0.table == found }) else {
      return diagnostic.standing(at: test.origin)
    }
    let table = specification[given.table]
    let place = rows.place(in: given.table, line: line, column: column)
    if diagnostic.rule == .missingDataColumn {
      let missing = table.columns.first { column in
        diagnostic.labels.contains { $0.range == column.origin }
      }
      return .columnNotGiven(missing?.name ?? "", table: table.name, at: given.origin)
    }
    if diagnostic.rule == .danglingReference, let column = place?.column,
      let target = table[column].reference?.table,
      !test.given.contains(where: { $0.table == target })
    {
      return .tableNotGiven(
        specification[target].name, reference: "\(table.name).\(table[column].name)",
        at: given.origin)
    }
    return diagnostic.standing(at: place?.origin ?? given.origin)
  }

  private func check(_ error: ExpectedError) -> [Diagnostic] {
    let rules = Set(raised.map(\.rule.name)).union(test.raised)
    return rules.contains(error.rule)
      ? [] : [.errorNotRaised(error.rule, others: rules.sorted(), at: error.origin)]
  }
}

extension Array {
  fileprivate func element(_ place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}

extension Project {
  /// The text of a place on one line.
  func text(of range: SourceRange) -> String {
    sources.text(of: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Diagnostic {
  /// The same finding at a place of the specification.
  fileprivate func standing(at range: SourceRange) -> Diagnostic {
    let help =
      rule == .windowWithoutPeriod
      ? "Say which period is meant, `for 2026-02`, or list the periods `by month`." : help
    return Diagnostic(
      rule, severity: severity, message, at: .source(range), labels: labels, help: help,
      fixes: fixes)
  }
}

extension Test {
  fileprivate var hasInstants: Bool {
    given.contains { table in
      table.rows.contains { row in
        row.cells.contains { if case .instant = $0.value { true } else { false } }
      }
    }
  }

  /// The day on which the questions are asked: the one named, or the last that the test speaks of, in its rows or in its
  /// periods.
  fileprivate func day(_ zone: TimeZoneTable?, _ calendar: Calendar) -> Day {
    if let asOf { return asOf }
    var days: [Day] = []
    for cell in given.flatMap(\.rows).flatMap(\.cells) {
      switch cell.value {
      case .scalar(.date(let day)): days.append(day)
      case .scalar(.timestamp(let local)): days.append(Day(ofLocal: local))
      case .instant(let instant):
        days.append(Day(ofLocal: zone?.local(fromUTC: instant) ?? instant))
      case .scalar, nil: break
      }
    }
    for expectation in expectations {
      switch expectation {
      case .error: break
      case .status(let status):
        if let period = status.period.flatMap(calendar.period(named:)) {
          days.append(period.lastDay)
        }
      case .answer(let answer):
        if let period = answer.period { days.append(period.lastDay) }
        for case .period(let period) in answer.groups.flatMap(\.keys) {
          days.append(period.lastDay)
        }
      }
    }
    return days.max() ?? Day(0)
  }
}

extension Day {
  fileprivate init(ofLocal microseconds: Int) {
    self.init(floorDivide(microseconds, 86_400_000_000))
  }
}
