import KPIDiagnostics
import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import Testing

@testable import KPILint

/// Every opinion carries an input that raises it and a mended one that does not.
@Suite struct OpinionTests {
  static let today = Day(year: 2026, month: 11, day: 23) ?? .first

  /// What is found in one file where no other opinion is asked for.
  static func findings(in text: String, only rule: Rule) -> [String] {
    let (tree, problems) = parse(SourceText(path: "main.kpi", text: text), file: FileID(0))
    let analysis = Analysis.of([tree])
    let isSilencing = Rule.silencing.contains(rule)
    var lint = Lint(only: isSilencing ? nil : [rule], today: today)
    if isSilencing { lint.profile = .starter }
    return lint.verdict(problems + analysis.diagnostics, of: analysis).diagnostics.map {
      "\($0.rule.code) \($0.rule.name): \($0.message)"
    }
  }

  private static let opinions = LintRule.all.map(\.rule) + Rule.silencing

  @Test(arguments: opinions)
  func exampleRaisesExactlyItsRule(rule: Rule) {
    guard case .specification(let text) = rule.example else { return }
    let found = Self.findings(in: text, only: rule)
    let others = found.filter { !$0.hasPrefix(rule.code) }
    // What an allowance silenced comes back when the allowance is over.
    let expected = rule == .allowanceOver ? ["KPI4001"] : []
    #expect(found.count > others.count, "\(rule.name) raises \(found)")
    #expect(others.map { String($0.prefix(7)) } == expected, "\(rule.name) raises \(found)")
  }

  @Test(arguments: opinions)
  func mendedExampleIsClean(rule: Rule) {
    guard case .specification(let text) = rule.mended else { return }
    #expect(Self.findings(in: text, only: rule) == [], "\(rule.name)")
  }

  @Test func opinionsBelongToAProfile() {
    for rule in Self.opinions where rule != .errorNotSilenced {
      #expect(rule.profile != nil && rule.severity != .error, "\(rule.name)")
      #expect(rule.code.hasPrefix("KPI4"), "\(rule.name)")
    }
  }
}

extension Rule: CustomTestStringConvertible {
  /// The name of the rule.
  public var testDescription: String { name }
}
