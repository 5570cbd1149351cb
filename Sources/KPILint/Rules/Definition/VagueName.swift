import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let vagueName = LintRule(
    Rule(
      "KPI4004", "vague-name", .warning, from: .standard,
      title: "The name of the KPI says nothing about what is measured",
      explanation: """
        "Efficiency", "quality" or "hiệu quả" is a wish, not a measure: every reader thinks of something else, and \
        two departments that report it do not report the same. Name what is counted, and of what: "Orders packed per \
        hour", "Returns within 30 days".
        """,
      example: Samples.orders + Samples.owner + """
        kpi quality "Overall quality" = share(orders where status = "paid") {
          owner sales_team
          every month
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi kept_orders "Orders that customers keep" = share(orders where status = "paid") {
          owner sales_team
          every month
        }
        """)
  ) { context, findings in
    for kpi in context.kpis {
      let title = kpi.metric.label ?? kpi.name
      guard let vague = VagueWords.only(in: title) else { continue }
      findings.report(
        "\"\(title)\" does not say what is measured: \"\(vague)\" can be anything",
        at: kpi.syntax.label?.range ?? kpi.nameRange,
        help: "Name what is counted, and of what, such as \"Orders packed per hour\".")
    }
  }
}

/// Words that name a wish rather than a measure.
private enum VagueWords {
  private static let vague = [
    "efficiency", "effectiveness", "quality", "performance", "productivity", "excellence",
    "success", "improvement", "hiệu quả", "chất lượng", "năng suất", "hiệu suất", "thành công",
  ].map { (text: $0, words: Wording($0).words) }

  /// Words that add nothing to one of these.
  private static let fillers = [
    "overall", "total", "general", "rate", "index", "score", "level", "ratio", "kpi", "the", "of",
    "our", "work", "chung", "tổng", "tổng thể", "tỷ lệ", "tỉ lệ", "chỉ số", "chỉ tiêu", "điểm",
    "mức", "mức độ", "công việc", "làm việc",
  ].map { Wording($0).words }.sorted { $0.count > $1.count }

  /// Most names have none of these and need not be looked through further.
  private static let beginnings = Set(vague.compactMap(\.words.first))

  /// The vague words of a name that has no others.
  static func only(in name: String) -> String? {
    var rest = Wording(name).words
    guard rest.contains(where: beginnings.contains) else { return nil }
    var found: String?
    for phrase in vague {
      let without = rest.without(phrase.words)
      if without.count < rest.count { found = found ?? phrase.text }
      rest = without
    }
    for filler in fillers { rest = rest.without(filler) }
    return rest.isEmpty ? found : nil
  }
}

extension [String] {
  /// The words without every occurrence of a phrase.
  fileprivate func without(_ phrase: [String]) -> [String] {
    var rest: [String] = []
    var place = 0
    while place < count {
      if self[place...].starts(with: phrase) {
        place += phrase.count
      } else {
        rest.append(self[place])
        place += 1
      }
    }
    return rest
  }
}
