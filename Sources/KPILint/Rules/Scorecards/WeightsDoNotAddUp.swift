import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let weightsDoNotAddUp = LintRule(
    Rule(
      "KPI4701", "weights-do-not-add-up", .warning, from: .starter,
      title: "The weights of a scorecard are parts of a whole and do not make it up",
      explanation: """
        Weights written as parts of a hundred should come to a hundred; where they do not, one was forgotten or counted \
        twice. A member without a weight counts as 1, which is next to nothing beside 40. Weights that only say how much \
        more one counts than another (3, 2, 1) need not add up to anything.
        """,
      example: Samples.fiveKPIs(
        "",
        "scorecard board \"For the board\" {\n"
          + "  includes revenue weight 50%\n  includes order_value weight 30%\n"
          + "  includes refund_rate weight 30%\n}"),
      mended: Samples.fiveKPIs(
        "",
        "scorecard board \"For the board\" {\n"
          + "  includes revenue weight 50%\n  includes order_value weight 30%\n"
          + "  includes refund_rate weight 20%\n}"))
  ) { context, findings in
    for scorecard in context.scorecards where scorecard.scorecard.rollUp == .weightedMean {
      let weights = Weights(scorecard)
      for member in weights.forgotten {
        findings.report(
          "`\(member.name)` has no weight and counts as 1, beside others that count as "
            + (weights.arePercents ? "parts of 100 %" : "tens"),
          at: member.nameRange, about: member.name,
          help: "Write `includes \(member.name) weight …`.")
      }
      guard weights.forgotten.isEmpty, let sum = weights.wrongSum else { continue }
      findings.report(
        "the weights of `\(scorecard.name)` come to \(sum)", at: scorecard.nameRange,
        help: "Change them so that they come to \(weights.arePercents ? "100 %" : weights.whole).")
    }
  }

  /// The weights of a scorecard, and what whole they are parts of.
  private struct Weights {
    let arePercents: Bool
    /// `1` or `100`.
    let whole: String
    /// What they come to, where that is not the whole that they are parts of.
    let wrongSum: String?
    /// The members without a weight beside others that are parts of a hundred.
    let forgotten: [LintedScorecard.Member]

    init(_ scorecard: LintedScorecard) {
      let written = scorecard.members.filter { $0.syntax.weight != nil }
      let weights = written.map(\.member.weight)
      arePercents = written.contains { $0.syntax.weight?.isPercent ?? false }
      let sum = weights.reduce(Number.zero) { $0.adding($1) ?? $0 }
      let areFractions = arePercents || weights.allSatisfy { $0 < .one }
      whole = areFractions ? "1" : "100"
      let isHundred = !areFractions && weights.allSatisfy { $0 >= Number(5) }
      let looksWhole = isHundred && sum > Number(80) && sum < Number(120)
      let isWrong = sum != (areFractions ? .one : Number(100))
      wrongSum =
        weights.count > 1 && (areFractions || looksWhole) && isWrong
        ? arePercents ? (sum.multiplied(by: Number(100)) ?? sum).text + " %" : sum.text : nil
      let isPartOfHundred = arePercents || (isHundred && weights.contains { $0 >= Number(10) })
      forgotten =
        isPartOfHundred && !weights.isEmpty
        ? scorecard.members.filter { $0.syntax.weight == nil } : []
    }
  }
}

extension ExpressionSyntax {
  /// Whether it is a number written with a percent sign.
  fileprivate var isPercent: Bool {
    guard case .literal(let literal) = self, case .number(let number) = literal.value else {
      return false
    }
    return number.isPercent
  }
}
