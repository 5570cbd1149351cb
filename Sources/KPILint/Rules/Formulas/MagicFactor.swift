import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let magicFactor = LintRule(
    Rule(
      "KPI4103", "magic-factor", .warning, from: .standard,
      title: "A unit is converted by a bare factor",
      explanation: """
        `* 100`, `/ 60` or `/ 1024` turns a number into another unit without anybody knowing which: targets, charts \
        and other formulas take the result for what it was before. Give the unit instead. `unit percent` shows a \
        ratio as a percentage, `duration minutes` and `unit hours` convert times, `unit cent = 0.01 USD` and \
        `unit tonne = 1000 kg` say what a column is measured in. A factor that the label or the `///` above \
        names, as in "tickets for every 100 customers", is no riddle and is not reported, nor is a rate per thousand.
        """,
      example: Samples.orders + """
        metric refund_rate = count(orders where status = "refunded") / count(orders) * 100
        """,
      mended: Samples.orders + """
        metric refund_rate = count(orders where status = "refunded") / count(orders) {
          unit percent
        }
        """)
  ) { context, findings in
    for formula in context.formulas {
      let factors = Factors(formula).found
      guard !factors.isEmpty else { continue }
      let said = Wording(
        [formula.metric.label, formula.metric.documentation].compactMap(\.self)
          .joined(separator: " "))
      for factor in factors where !said.words.contains(factor.number) {
        findings.report(
          "`\(formula.name)` is converted by a bare \(factor.text)", at: factor.range,
          about: factor.text, help: factor.help)
      }
    }
  }
}

/// The bare factors of a formula that stand for a unit.
private struct Factors {
  struct Factor {
    let text: String
    let number: String
    let range: SourceRange
    let help: String
  }

  private(set) var found: [Factor] = []
  /// Whether the formula gives a plain number.
  private let isPlain: Bool

  init(_ formula: LintedFormula) {
    isPlain = formula.metric.quantity.unit.isPlain
    collect(formula.syntax, ofRows: false)
    for call in formula.calls({ Factors.aggregates.contains($0) }) {
      if let argument = call.arguments.first?.value { collect(argument, ofRows: true) }
    }
  }

  private static let aggregates: Set = [
    "sum", "average", "min", "max", "median", "percentile", "stddev",
  ]

  /// Looks at the outermost product; within rows, at every one.
  private mutating func collect(_ expression: ExpressionSyntax, ofRows isOfRows: Bool) {
    switch expression.core {
    case .call(let call) where call.name?.text == "round":
      if let value = call.arguments.first?.value { collect(value, ofRows: isOfRows) }
    case .binary(let chain):
      let operands = [chain.first] + chain.steps.map(\.operand)
      let operators = [BinaryOperator.multiply] + chain.steps.map(\.operator)
      for (sign, operand) in zip(operators, operands) {
        guard sign == .multiply || sign == .divide, chain.isProduct else { continue }
        if let factor = factor(sign, operand, ofRows: isOfRows) { found.append(factor) }
      }
      if isOfRows { for operand in operands { collect(operand, ofRows: true) } }
    default: break
    }
  }

  private func factor(
    _ sign: BinaryOperator, _ operand: ExpressionSyntax, ofRows isOfRows: Bool
  ) -> Factor? {
    guard case .literal(let literal) = operand, literal.unit == nil,
      case .number(let number) = literal.value, !number.isPercent, number.scale == 0,
      let help = help(Int(clamping: number.mantissa), sign, ofRows: isOfRows)
    else { return nil }
    let text = (sign == .divide ? "/ " : "* ") + literal.syntax.text
    return Factor(
      text: text, number: "\(number.mantissa)", range: literal.range, help: help)
  }

  private func help(_ factor: Int, _ sign: BinaryOperator, ofRows isOfRows: Bool) -> String? {
    switch factor {
    case 100 where sign == .multiply && isPlain && !isOfRows:
      return
        "Leave the factor out and add a line `unit percent`; targets become percentages as well."
    case 100 where sign == .divide && (isOfRows || !isPlain):
      return "Give the column its unit: `percent`, or `unit cent = 0.01 USD` for money."
    case 60, 1440, 3600, 86_400:
      return
        "Give the column its unit, `duration minutes`, and choose with `unit hours` how it is shown."
    case 1024, 1_048_576, 1_073_741_824:
      return "Declare the unit: `unit kilobyte = 1024 byte`."
    case 1000, 1_000_000, 1_000_000_000:
      return sign == .divide && (isOfRows || !isPlain)
        ? "Declare the unit, such as `unit tonne = 1000 kg`, and choose it with `unit`." : nil
    default: return nil
    }
  }
}

extension BinarySyntax {
  /// Whether it multiplies and divides.
  fileprivate var isProduct: Bool {
    steps.first.map { $0.operator == .multiply || $0.operator == .divide } ?? false
  }
}
