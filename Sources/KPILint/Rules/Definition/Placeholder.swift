import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let placeholder = LintRule(
    Rule(
      "KPI4014", "placeholder", .warning, from: .standard, title: "A text is still to be written",
      explanation: """
        "tbd", "…", "Your name" or an address at example.com stands where a specification was begun from a template. \
        Readers take it for an answer: the owner cannot be reached, and the action agreed for a bad month is \
        not one. Write what is meant, or take the line out.
        """,
      example: Samples.kpi("  asks \"tbd\""),
      mended: Samples.kpi("  asks \"Do we sell more than last year?\""))
  ) { context, findings in
    for declaration in context.declarations.all where declaration.speaksToPeople {
      for text in declaration.texts {
        guard let placeholder = Placeholders.first(in: text.value) else { continue }
        findings.report(
          "\"\(text.value)\" is a placeholder: \(placeholder)", at: text.range, about: text.value,
          help: "Write what is meant, or take the line out.")
      }
    }
  }
}

extension DeclarationSyntax {
  /// Whether its texts are for people; those of tables and tests are values of data.
  fileprivate var speaksToPeople: Bool {
    switch self {
    case .company, .owner, .department, .metric, .kpi, .perspective, .objective, .initiative,
      .assumption, .scorecard:
      true
    case .unit, .source, .table, .dimension, .test: false
    }
  }
}

/// Texts that stand in for another one.
private enum Placeholders {
  /// By their first words, so that a text is looked through once.
  private static let phrases = Dictionary(
    grouping: [
      "todo", "tbd", "tba", "fixme", "xxx", "to be done", "to be defined", "to be decided",
      "to be determined", "lorem ipsum", "your name", "your company", "your email", "your team",
      "fill in", "change me", "chưa xác định", "sẽ bổ sung", "cần bổ sung", "tên của bạn",
      "công ty của bạn",
      "điền vào đây",
    ].map { Wording($0).words }, by: \.first)

  private static let domains = [
    "@example.com", "@example.org", "@example.net", "@test.com", ".test",
  ]

  /// Why a text is one; `nil` where it is not.
  static func first(in text: String) -> String? {
    let words = Wording(text).words
    if words.isEmpty { return "it has no words" }
    for (place, word) in words.enumerated() {
      for phrase in phrases[word] ?? [] where words[place...].starts(with: phrase) {
        return "\"\(phrase.joined(separator: " "))\" is not an answer"
      }
    }
    guard text.utf8.contains(UInt8(ascii: "@")), !text.utf8.contains(UInt8(ascii: " ")) else {
      return nil
    }
    let address = text.lowercased()
    return domains.contains(where: address.hasSuffix)
      ? "nobody can be reached at this address" : nil
  }
}
