import KPIDiagnostics
import KPIModel

extension LintRule {
  static let numberInObjective = LintRule(
    Rule(
      "KPI4317", "number-in-objective", .warning, from: .standard,
      title: "An objective holds the number that belongs to its measure",
      explanation: """
        An objective says in words what is wanted; how much of it is wanted by when stands in the target of a KPI or in a \
        key result, where it is computed, judged and changed. A number in the label is neither, and is soon wrong.
        """,
      example: Samples.strategy(
        "objective grow \"Increase revenue by 20%\" {\n  measured by revenue\n}"),
      mended: Samples.strategy(
        "objective grow \"Sell more to everybody who knows us\" {\n  measured by revenue\n}"))
  ) { context, findings in
    for objective in context.objectives {
      guard let label = objective.objective.label, let number = StatedNumber.first(in: label) else {
        continue
      }
      findings.report(
        "`\(objective.name)` holds a number in its label: \(number)", at: objective.labelRange,
        help: objective.isOKR
          ? "Say in words what is wanted, and leave the number to a key result."
          : "Say in words what is wanted, and leave the number to the target of a KPI.")
    }
  }
}

/// A number in a sentence that says how much is wanted, rather than a year or a part of a name.
private enum StatedNumber {
  static func first(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).map { word in
      word.lowercased().trimmingMarks
    }
    for (index, word) in words.enumerated() where word.contains(where: \.isNumber) {
      let digits = word.trimmingCurrency
      guard digits.first?.isNumber == true else { continue }
      if word.last == "%" || digits.count < word.count { return word }
      guard isNumber(digits) else { continue }
      let next = index + 1 < words.count ? words[index + 1] : ""
      if amounts.contains(next) { return "\(word) \(next)" }
      if index > 0, leadIns.contains(words[index - 1]), !isYear(digits) { return word }
    }
    return nil
  }

  /// `20`, `1.5`, `200k`, `10x`.
  private static func isNumber(_ word: String) -> Bool {
    let rest = word.drop { $0.isNumber || $0 == "." || $0 == "," }
    return ["", "k", "m", "b", "x", "tr"].contains(String(rest))
  }

  private static func isYear(_ word: String) -> Bool {
    Int(word).map { (1900...2100).contains($0) } ?? false
  }

  /// What follows a number that is an amount.
  private static let amounts: Set = [
    "%", "percent", "points", "million", "billion", "thousand", "dollars", "euros", "usd", "eur",
    "vnd", "phần", "điểm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "lần", "times",
  ]

  /// What stands before a number that says how much.
  private static let leadIns: Set = [
    "by", "to", "than", "least", "most", "over", "above", "below", "under", "reach", "đạt", "lên",
    "xuống", "thêm", "hơn", "trên", "dưới",
  ]
}

extension String {
  /// Without the marks of the sentence around it.
  fileprivate var trimmingMarks: String {
    let marks: Set<Character> = [",", ".", ";", ":", "!", "?", "(", ")", "\"", "“", "”", "+", "~"]
    return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }

  /// Without the signs of currencies around it.
  fileprivate var trimmingCurrency: String {
    let signs: Set<Character> = ["$", "€", "£", "¥", "₫", "đ"]
    return String(drop { signs.contains($0) }.reversed().drop { signs.contains($0) }.reversed())
  }
}
