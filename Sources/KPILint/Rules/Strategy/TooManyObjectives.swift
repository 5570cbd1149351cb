import KPIDiagnostics
import KPIModel

extension LintRule {
  static let tooManyObjectives = LintRule(
    Rule(
      "KPI4310", "too-many-objectives", .warning, from: .standard,
      title: "The strategy has more objectives than anybody can keep in mind",
      explanation: """
        A strategy says what is done first. Past 25 objectives it is a list of everything, and nothing is first. \
        Keep those that decide whether the strategy works; the rest is daily business. Objectives of a period \
        (`for 2026-Q4`) are not counted, and those of each department are counted by themselves.
        """,
      example: Samples.strategy(objectives(26)), mended: Samples.strategy(objectives(5)))
  ) { context, findings in
    let lasting = context.specification.objectives.filter { $0.period == nil }
    let count = Dictionary(grouping: lasting, by: \.department).values.map(\.count).max() ?? 0
    guard count > 25 else { return }
    findings.report(
      "the strategy has \(count) objectives", aboutAllOf: context,
      help: "Keep those that decide whether the strategy works.")
  }

  private static func objectives(_ count: Int) -> String {
    (1...count).map { "objective aim_\($0) \"Aim \($0)\" { measured by revenue }" }
      .joined(separator: "\n")
  }
}
