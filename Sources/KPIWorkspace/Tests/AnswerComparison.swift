import KPIDiagnostics
import KPIModel
import KPIPlan
import KPIScorecard
import KPISource

/// Compares the answer to a question with what a test expects of it.
struct AnswerComparison {
  private let expected: ExpectedAnswer
  private let answer: Answer
  private let project: Project

  init(_ expected: ExpectedAnswer, _ answer: Answer, _ project: Project) {
    self.expected = expected
    self.answer = answer
    self.project = project
  }

  private var quantity: Quantity { expected.subject.quantity }

  var findings: [Diagnostic] {
    guard !expected.dimensions.isEmpty else {
      let row = answer.rows.first
      return expected.groups.compactMap { group in
        difference(
          row?.cells.first ?? .missing(.noRows),
          value(of: group, computed: row?.cells.last), group)
      }
    }
    let shown = answer.rows.map { (keys: keys(of: $0), cell: $0.cells.first ?? .missing(.noRows)) }
    let cells = Dictionary(shown.map { ($0.keys, $0.cell) }) { first, _ in first }
    var findings: [Diagnostic] = []
    for group in expected.groups {
      if let cell = cells[group.keys] {
        if let finding = difference(cell, value(of: group, computed: nil), group) {
          findings.append(finding)
        }
      } else {
        findings.append(
          .missingGroup(text(group.keys), shown: shown.map { text($0.keys) }, at: group.origin))
      }
    }
    let listed = Set(expected.groups.map(\.keys))
    let others = shown.filter { !listed.contains($0.keys) }
    if !others.isEmpty {
      findings.append(
        .unexpectedGroup(
          others.map { (text($0.keys), ValueText.exact($0.cell, quantity)) },
          at: expected.subject.origin))
    }
    return findings
  }

  // MARK: Keys

  private func keys(of row: Answer.Row) -> [ExpectedAnswer.Key] {
    var breakdowns = row.keys[...]
    return expected.dimensions.compactMap { dimension in
      switch dimension {
      case .grain: row.period.map(ExpectedAnswer.Key.period)
      case .breakdown: breakdowns.popFirst().map(ExpectedAnswer.Key.value)
      }
    }
  }

  /// A group as the language writes it.
  private func text(_ keys: [ExpectedAnswer.Key]) -> String {
    let texts = keys.map { key -> String in
      switch key {
      case .period(let period): project.specification.company.calendar.text(of: period)
      case .value(.text(let text)?): "\"\(text)\""
      case .value(let scalar?): scalar.text
      case .value(nil): "missing"
      }
    }
    return texts.count == 1 ? texts[0] : "(" + texts.joined(separator: ", ") + ")"
  }

  // MARK: Values

  /// A value that a test expects: a number, or none, for some reason or a certain one.
  private enum Wanted {
    case cell(Cell)
    case anyMissing
  }

  private func value(of group: ExpectedAnswer.Group, computed: Cell?) -> Wanted {
    switch group.value {
    case .formula(let formula):
      if let computed { return .cell(computed) }
      var normaliser = Normaliser(project.specification)
      let normal = try? normaliser.normalForm(of: formula)
      return .cell(normal?.evaluate { _ in .missing(.noValue) } ?? .missing(.noValue))
    case .missing(let reason?): return .cell(.missing(reason))
    case .missing(nil): return .anyMissing
    }
  }

  private func difference(
    _ found: Cell, _ wanted: Wanted, _ group: ExpectedAnswer.Group
  ) -> Diagnostic? {
    let expectedText: String
    var difference: String?
    switch wanted {
    case .anyMissing:
      if found.number == nil { return nil }
      expectedText = "a missing value"
    case .cell(let cell):
      if AnswerComparison.agree(found, cell) { return nil }
      expectedText = ValueText.exact(cell, quantity)
      if let left = found.number, let right = cell.number, let rest = left.subtracting(right) {
        difference = ValueText.exact(.value(rest), quantity)
      }
    }
    return .unexpectedValue(
      project.text(of: expected.subject.origin),
      place: group.keys.isEmpty ? nil : text(group.keys), found: ValueText.exact(found, quantity),
      expected: expectedText, difference: difference, at: group.origin)
  }

  private static func agree(_ left: Cell, _ right: Cell) -> Bool {
    guard let first = left.number, let second = right.number else { return left == right }
    return first.agrees(with: second)
  }
}
