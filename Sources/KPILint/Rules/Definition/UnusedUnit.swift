import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let unusedUnit = LintRule(
    Rule(
      "KPI4013", "unused-unit", .note, from: .strict, title: "Nothing is measured in the unit",
      explanation: """
        The unit is declared, and no column, formula, target or other unit is written in it. Often a column that should \
        have the unit is still a plain `number`, and its amounts are added to others unchecked. Use the unit there, or \
        take it out.
        """,
      example: "unit kg\n\n" + Samples.kpi(""),
      mended: """
        unit kg

        table deliveries from "deliveries.csv" {
          delivered_on: date time
          weight:       kg
        }

        metric delivered = sum(deliveries.weight)
        """)
  ) { context, findings in
    let units = context.declarations.all.compactMap { declaration in
      if case .unit = declaration { declaration.name } else { nil }
    }
    guard !units.isEmpty else { return }
    let wanted = Set(units.map(\.text))
    // Most names are told apart by their lengths alone; those in backticks are longer than what they say.
    var isLength = [Bool](repeating: false, count: 3 + (wanted.map(\.utf8.count).max() ?? 0))
    for unit in wanted {
      isLength[unit.utf8.count] = true
      isLength[unit.utf8.count + 2] = true
    }
    var mentioned: Set<String> = []
    for declaration in context.declarations.all {
      let own = declaration.name?.syntax
      for node in declaration.syntax.descendants(.name) where node != own {
        let length = node.range.bytes.count
        guard isLength.indices.contains(length), isLength[length], let name = NameSyntax(node)
        else { continue }
        let text = name.text
        if wanted.contains(text) { mentioned.insert(text) }
      }
    }
    for unit in units where !mentioned.contains(unit.text) {
      findings.report(
        "nothing is measured in `\(unit.text)`", at: unit.range,
        help: "Give it to the columns that are measured in it, or take it out.")
    }
  }
}
