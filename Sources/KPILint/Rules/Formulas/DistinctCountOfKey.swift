import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let distinctCountOfKey = LintRule(
    Rule(
      "KPI4113", "distinct-count-of-key", .note, from: .standard,
      title: "The key of a table is counted as if it could repeat",
      explanation: """
        No two rows of a table have the same key, so its different values are the rows. `count(orders)` is the same \
        number, reads more easily and adds up: over months and over groups, so that a yearly target can be \
        phased and a running month paced. The number of different values does none of that.
        """,
      example: Samples.orders + "metric taken = count_distinct(orders.order_id)\n",
      mended: Samples.orders + "metric taken = count(orders)\n")
  ) { context, findings in
    for formula in context.formulas {
      let keys = formula.aggregates.filter { aggregate in
        guard case .countDistinct = aggregate.function, case .field(let path)? = aggregate.argument
        else { return false }
        return path.steps.isEmpty && context.specification[aggregate.table].key == [path.column]
      }
      let names = Set(keys.map { context.specification[$0.table].name })
      guard !names.isEmpty else { continue }
      for call in formula.calls({ $0 == "count_distinct" }) {
        guard let name = call.name, case .path(let path)? = call.arguments.first?.value.core,
          path.parts.count == 2, let table = path.parts.first, names.contains(table.text)
        else { continue }
        findings.report(
          "`\(path.syntax.text)` never repeats: its different values are the rows of `\(table.text)`",
          at: call.range, about: path.syntax.text, help: "Write `count(\(table.syntax.text))`.",
          fixes: [
            Diagnostic.Fix(
              "Count the rows",
              [
                TextEdit(range: name.range, replacement: "count"),
                TextEdit(range: path.range, replacement: table.syntax.text),
              ])
          ])
      }
    }
  }
}
