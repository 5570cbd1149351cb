package import KPISource

/// Sentences about the words of databases and spreadsheets, where they stand in or after a formula.
extension Diagnostic {
  /// A word that belongs to another language, with what is written here instead; `nil` for any other word.
  /// `rest` is the text that follows on the line.
  package static func foreignWord(
    _ text: String, rest: String, at range: SourceRange
  ) -> Diagnostic? {
    let word = text.lowercased()
    if reserved.contains(word), word != text {
      return Diagnostic(
        .unexpectedText, "`\(text)` is written `\(word)`", at: range,
        help: "The words of formulas are written in small letters.",
        fixes: [Fix("Write `\(word)`", [TextEdit(range: range, replacement: word)])])
    }
    guard let help = help(for: word, rest: rest) else { return nil }
    let fixes =
      word == "if" ? [Fix("Write `where`", [TextEdit(range: range, replacement: "where")])] : []
    return Diagnostic(
      .unexpectedText, "`\(text)` is not a word of formulas", at: range, help: help, fixes: fixes)
  }

  private static let reserved: Set<String> = [
    "where", "on", "and", "or", "not", "in", "between", "is", "per",
  ]

  private static func help(for word: String, rest: String) -> String? {
    switch word {
    case "group", "by", "partition":
      let column = rest.split(separator: " ").first { $0.lowercased() != "by" } ?? "month"
      return
        "Leave it out: a formula holds for every group. Ask for groups when you want to see them: "
        + "`kpi eval NAME --by \(column)`."
    case "order", "sort", "limit":
      return "Leave it out, and choose the order when you ask: "
        + "`kpi eval NAME --by month --order NAME`."
    case "having":
      return "Conditions on rows stand after `where`; those on groups need `per`, "
        + "as in `count(revenue per customer > 1000)`."
    case "from":
      return "The table stands inside of the function, before its column: `sum(orders.amount)`."
    case "if", "when", "filter":
      return
        "A condition on the rows stands after `where`: `sum(orders.amount where status = \"paid\")`."
    case "like", "ilike", "contains", "starts", "matches":
      return "Ask with a function: `starts_with(name, \"web\")`, `ends_with(name, \"web\")` or "
        + "`contains(name, \"web\")`."
    case "as":
      return "The name stands before the formula: `metric name = sum(orders.amount)`."
    case "mod", "div":
      return "There is no sign for a remainder; `floor(a / b)` gives the whole times that `b` fits."
    case "plus": return "Write `+`."
    case "minus": return "Write `-`."
    case "times", "x": return "Write `*`."
    case "over", "divided": return "Write `/` to divide."
    case "than": return "Write a sign: `>` for more than, `<` for less than."
    default: return nil
    }
  }

  /// A slip in a word: `tiem` for `time`.
  package static func misspeltWord(
    _ text: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "`\(text)` means nothing here", at: range, help: "Did you mean `\(meant)`?",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `2(a + b)`.
  package static func signMissing(between number: String, at range: SourceRange) -> Diagnostic {
    let start = SourceRange(file: range.file, range.bytes.lowerBound..<range.bytes.lowerBound)
    return Diagnostic(
      .unexpectedText, "a sign is missing between `\(number)` and `(`", at: range,
      help: "Write `\(number) * (…)` to multiply.",
      fixes: [Fix("Write `*`", [TextEdit(range: start, replacement: " * ")])])
  }

  /// `SELECT SUM(amount) FROM orders`.
  package static func databaseQuestion(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "`\(word)` is not a word of formulas", at: range,
      help: "Write the function alone, with its table and conditions inside: "
        + "`sum(orders.amount where status = \"paid\")`.")
  }

  package static func isPeriod(_ word: String) -> Bool {
    ["day", "week", "month", "quarter", "year"].contains(word.lowercased())
  }

  /// `ordered_on = last month`.
  package static func periodInWords(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "a formula does not say of which period it is, such as `\(text)`", at: range,
      help:
        "Leave it out: periods are chosen when you ask, as in `kpi eval NAME --by month`. What compares with an "
        + "earlier period is `previous(…, 1 month)` or `growth(…, 1 month)`.")
  }

  /// `count(distinct orders.customer_id)`; `range` is all that stands in the parentheses.
  package static func distinctValues(
    of column: String, _ function: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "different values are counted by a function of their own", at: range,
      help: "Write `count_distinct(\(column))`.")
  }

  /// `count(*)`.
  package static func countOfEverything(_ table: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedValue, "`*` does not say whose rows are counted", at: range,
      help: "Write the table: `count(\(table ?? "orders"))`.")
  }

  /// `=SUM(…)`, with a second `=` as in a spreadsheet's cell.
  package static func secondEqualSign(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedValue, "one `=` stands before a formula, and here are two", at: range,
      help: "Remove the second one.",
      fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
  }

  /// `case when … end` without braces.
  package static func caseWithoutBraces(
    at range: SourceRange, opening: SourceRange, ending: SourceRange?
  ) -> Diagnostic {
    var edits = [TextEdit(range: opening, replacement: " {")]
    if let ending { edits.append(TextEdit(range: ending, replacement: "}")) }
    return Diagnostic(
      .expectedWord, "the cases of `case` stand in braces", at: range,
      help: "Write `case { when status = \"paid\" then 1 else 0 }`, with `}` in place of `end`.",
      fixes: ending == nil ? [] : [Fix("Write the braces", edits)])
  }
}
