import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let sameLabel = LintRule(
    Rule(
      "KPI4006", "same-label", .warning, from: .starter,
      title: "One label stands for two different numbers",
      explanation: """
        Readers know a KPI by its label. When marketing and sales both report a "Conversion rate" and compute it \
        differently, the meeting is about whose number is right. Say in the labels what tells them apart: \
        "Conversion of visits", "Conversion of offers".
        """,
      example: Samples.orders + """
        metric revenue "Sales" = sum(orders.amount)
        metric taken   "Sales" = count(orders)
        """,
      mended: Samples.orders + """
        metric revenue "Sales"        = sum(orders.amount)
        metric taken   "Orders taken" = count(orders)
        """)
  ) { context, findings in
    var first: [LabelKey: MetricID] = [:]
    for id in context.specification.metricIDs {
      let metric = context.specification[id]
      guard !metric.isDeprecated(on: context.today), let meaning = context.meaning(of: id) else {
        continue
      }
      for (language, label) in context.labels(of: id) {
        let key = LabelKey(language: language, words: Wording(label.value).words)
        guard let other = first[key] else {
          first[key] = id
          continue
        }
        guard context.meaning(of: other) != meaning else { continue }
        let name = context.specification[other].name
        findings.report(
          "`\(metric.name)` and `\(name)` are both called \"\(label.value)\", and are "
            + "different numbers",
          at: label.range, about: [language, name].joined(separator: " "),
          help: "Say in the label what tells it from the other one.",
          labels: [.init(context.nameRange(of: other), "the other one")])
      }
    }
  }
}

private struct LabelKey: Hashable {
  let language: String
  let words: [String]
}

extension LintContext {
  /// The labels of a metric with their languages; that of the main one is empty.
  fileprivate func labels(of metric: MetricID) -> [(language: String, label: StringSyntax)] {
    guard let declaration = declaration(of: metric) else { return [] }
    let main = declaration.label.map { [("", $0)] } ?? []
    if specification[metric].translations.isEmpty { return main }
    return main
      + declaration.labelAttributes.compactMap { label in
        guard let language = label.language, let text = label.text else { return nil }
        return (language.text, text)
      }
  }
}
