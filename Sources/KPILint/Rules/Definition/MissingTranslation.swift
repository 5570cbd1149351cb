import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let missingTranslation = LintRule(
    Rule(
      "KPI4015", "missing-translation", .warning, from: .standard,
      title: "A label is missing in a language that most others have",
      explanation: """
        A report in a second language shows the main label where a translation is missing, so that its readers find \
        one KPI among the others that they cannot read. A language counts as the company's own once most of the \
        labelled KPIs, metrics and departments have it.
        """,
      example: Samples.orders + """
        metric taken  "Orders"    = count(orders) { label vi "Đơn hàng" }
        metric sales  "Sales"     = sum(orders.amount) { label vi "Doanh thu" }
        metric pieces "Pieces"    = sum(orders.quantity) { label vi "Số lượng" }
        metric mean   "Mean sale" = average(orders.amount)
        """,
      mended: Samples.orders + """
        metric taken  "Orders"    = count(orders) { label vi "Đơn hàng" }
        metric sales  "Sales"     = sum(orders.amount) { label vi "Doanh thu" }
        metric pieces "Pieces"    = sum(orders.quantity) { label vi "Số lượng" }
        metric mean   "Mean sale" = average(orders.amount) { label vi "Giá trị trung bình" }
        """)
  ) { context, findings in
    let labelled = context.labelled
    var counts: [String: Int] = [:]
    for one in labelled { for language in one.languages { counts[language, default: 0] += 1 } }
    let usual = counts.filter { $0.value >= 3 && $0.value * 2 > labelled.count }.keys.sorted()
    for one in labelled {
      for language in usual where !one.languages.contains(language) {
        findings.report(
          "\"\(one.label)\" has no label in the language `\(language)`, which most others have",
          at: one.range, about: language, help: "Add a line `label \(language) \"…\"`.")
      }
    }
  }
}

/// Something with a label, and the languages that it has others in.
private struct Labelled {
  let label: String
  let languages: Set<String>
  let range: SourceRange
}

extension LintContext {
  /// The KPIs, metrics and departments that have a label.
  fileprivate var labelled: [Labelled] {
    let metrics = specification.metricIDs.compactMap { id -> Labelled? in
      let metric = specification[id]
      guard let label = metric.label, !metric.isDeprecated(on: today) else { return nil }
      return Labelled(
        label: label, languages: Set(metric.translations.keys), range: nameRange(of: id))
    }
    let departments = specification.departments.compactMap { department -> Labelled? in
      guard let label = department.label,
        let range = declarations[.department, department.name]?.name?.range
      else { return nil }
      return Labelled(
        label: label, languages: Set(department.translations.keys), range: range)
    }
    return metrics + departments
  }
}
