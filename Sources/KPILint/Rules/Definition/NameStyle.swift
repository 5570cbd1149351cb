import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let nameStyle = LintRule(
    Rule(
      "KPI4024", "name-style", .note, from: .strict,
      title: "A name is written in a style of its own",
      explanation: """
        Names of declarations are small letters with `_` between the words: `order_value`, `doanh_thu`. With one style \
        nobody has to look up how a name is written, and capitals, which count, make no two names of one. Units keep \
        the form that the field gives them, such as `kWh`.
        """,
      example: Samples.orders + "metric OrderValue = average(orders.amount)\n",
      mended: Samples.orders + "metric order_value = average(orders.amount)\n")
  ) { context, findings in
    for declaration in context.declarations.all {
      guard let name = declaration.name, !declaration.isUnit, let better = restyled(name.text)
      else { continue }
      findings.report(
        "`\(name.text)` is not written in small letters with `_` between the words", at: name.range,
        help: "Call it `\(better)`.")
    }
  }
}

/// The name in the usual style; `nil` where it is.
private func restyled(_ name: String) -> String? {
  if isUsual(name.utf8) { return nil }
  var words: [String] = [""]
  var isAfterSmall = false
  for character in name {
    let isWord = character.isLetter || character.isNumber
    if !isWord || character.isUppercase && isAfterSmall { words.append("") }
    if isWord { words[words.count - 1] += character.lowercased() }
    isAfterSmall = isWord && !character.isUppercase
  }
  let better = words.filter { !$0.isEmpty }.joined(separator: "_")
  return better == name || better.isEmpty ? nil : better
}

/// Whether a name is plainly in the usual style; others are looked at closely.
private func isUsual(_ name: String.UTF8View) -> Bool {
  var isAfterBreak = true
  for byte in name {
    let isBreak = byte == UInt8(ascii: "_")
    let isWord = (97...122).contains(byte) || (48...57).contains(byte)
    guard isWord || isBreak && !isAfterBreak else { return false }
    isAfterBreak = isBreak
  }
  return !isAfterBreak
}

extension DeclarationSyntax {
  fileprivate var isUnit: Bool {
    if case .unit = self { true } else { false }
  }
}
