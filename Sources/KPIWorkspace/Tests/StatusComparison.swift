import KPIDiagnostics
import KPIModel
import KPIScorecard
import KPISource

/// Compares how a KPI stands with how a test expects it to stand.
struct StatusComparison {
  private let expected: ExpectedStatus
  private let judging: KPIJudging

  init(_ expected: ExpectedStatus, asOf: Day, _ project: Project) {
    self.expected = expected
    let name = project.specification[expected.kpi].name
    judging = KPIJudging(
      expected.kpi, on: StatusBoard(names: [name], period: expected.period, asOf: asOf),
      project.analysis)
  }

  /// The place of the expectation.
  var origin: SourceRange { expected.origin }

  /// The lines of a status board that the expectation speaks of, each with its group.
  func lines(_ values: inout BoardValues) -> [(group: Scalar?, line: StatusLine)] {
    guard let attribute = expected.attribute else { return [(nil, judging.line(&values))] }
    return judging.lines(&values, byGroupsOf: attribute)
  }

  func findings(_ values: inout BoardValues) -> [Diagnostic] {
    let lines = lines(&values)
    var findings = expected.statuses.compactMap { status -> Diagnostic? in
      guard let line = lines.first(where: { $0.group == status.key })?.line else {
        return .missingGroup(
          text(status.key), shown: lines.map { text($0.group) }, at: status.origin)
      }
      return difference(line, status)
    }
    let listed = Set(expected.statuses.map(\.key))
    let others = lines.filter { !listed.contains($0.group) }
    if !others.isEmpty {
      findings.append(
        .unexpectedGroup(
          others.map { (text($0.group), $0.line.judgement.status.name) }, at: expected.origin))
    }
    return findings
  }

  private func difference(_ line: StatusLine, _ expected: ExpectedStatus.Group) -> Diagnostic? {
    guard line.judgement.status != expected.status else { return nil }
    return .unexpectedStatus(
      line.name, group: line.group, period: line.period.text, found: line.judgement.status.name,
      expected: expected.status.name, value: ValueText.exact(line.value, line.quantity),
      target: line.judgement.goal.map { $0.text(line.quantity) }, at: expected.origin)
  }

  private func text(_ group: Scalar?) -> String {
    switch group {
    case .text(let text)?: "\"\(text)\""
    case .some(let scalar): scalar.text
    case nil: "missing"
    }
  }
}
