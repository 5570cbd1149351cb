package import KPISource

/// Sentences about values of kinds or units that do not go together.
extension Diagnostic {
  /// `subject` is the text that gives a value of another kind than is needed.
  package static func typeMismatch(
    expected: String, found: String, subject: String? = nil, at range: SourceRange,
    help: String? = nil
  ) -> Diagnostic {
    let name = shown(subject) ?? "this"
    return Diagnostic(
      .typeMismatch, "\(kind(expected)) is needed here, and \(name) is \(kind(found))", at: range,
      help: help ?? mend(expected: expected, found: found, subject: subject))
  }

  /// Two sides of a comparison of different kinds.
  package static func differentKinds(
    _ left: (text: String, kind: String), _ right: (text: String, kind: String, range: SourceRange),
    at range: SourceRange
  ) -> Diagnostic {
    let first = shown(left.text) ?? "the left side"
    let second = shown(right.text) ?? "the right side"
    let message =
      "\(first) is \(kind(left.kind)) and \(second) is \(kind(right.kind)), so they cannot be compared"
    let inner = right.text.hasPrefix("\"") ? String(right.text.dropFirst().dropLast()) : nil
    let isUnquoted =
      inner.map { text in
        left.kind == "a number" && !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." }
          || (left.kind == "a date" || left.kind == "a timestamp") && isDate(text)
      } ?? false
    if let inner, isUnquoted {
      return Diagnostic(
        .typeMismatch, message, at: range,
        help:
          "\(left.kind == "a number" ? "Numbers" : "Dates") stand without quotation marks: `\(inner)`.",
        fixes: [Fix("Write `\(inner)`", [TextEdit(range: right.range, replacement: inner)])])
    }
    if left.kind == "text", right.kind == "a number", right.text.allSatisfy({ $0.isNumber }) {
      let quoted = "\"\(right.text)\""
      return Diagnostic(
        .typeMismatch, message, at: range, help: "Texts stand in quotation marks: `\(quoted)`.",
        fixes: [Fix("Write `\(quoted)`", [TextEdit(range: right.range, replacement: quoted)])])
    }
    return Diagnostic(
      .typeMismatch, message, at: range, help: "Compare it with \(example(of: left.kind)).")
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// A calculation with dates that does not exist.
  package static func dateArithmetic(
    _ left: (text: String, kind: String), _ sign: String, _ right: (text: String, kind: String),
    at range: SourceRange
  ) -> Diagnostic {
    let isMixed =
      sign == "-" && Set([left.kind, right.kind]) == ["a date", "a timestamp"]
    guard isMixed else {
      return Diagnostic(
        .typeMismatch, "dates are only taken from each other, and here stands `\(sign)`", at: range,
        help:
          "Compare the length between two dates instead, such as `paid_on - ordered_on <= 7 days`.")
    }
    let days =
      left.kind == "a timestamp"
      ? "date(\(left.text)) - \(right.text)" : "\(left.text) - date(\(right.text))"
    return Diagnostic(
      .typeMismatch, "one of these dates has a time of day and the other has none", at: range,
      help: "Take both as days: `\(days)`.")
  }

  // MARK: Units

  package static func unitMismatch(
    _ left: String, _ right: String, operation: String, at range: SourceRange
  ) -> Diagnostic {
    let (first, second) = (unit(left), unit(right))
    let message =
      switch operation {
      case "+": "\(first) and \(second) cannot be added"
      case "-": "\(second) cannot be taken from \(first)"
      case "or", ",": "one of these values is \(first) and another \(second)"
      default: "\(first) and \(second) cannot be compared"
      }
    return Diagnostic(.unitMismatch, message, at: range, help: mend(left, right, operation))
  }

  private static func mend(_ left: String, _ right: String, _ operation: String) -> String {
    if operation == "or" || operation == "," { return "All of them need one unit." }
    if isCurrency(left), isCurrency(right) {
      return "Convert one of them first: `convert(amount, to: \(left), using: rates)`."
    }
    if left == plain || right == plain {
      let other = left == plain ? right : left
      return
        "A count has no unit: divide by it for an average, or give the number its unit, such as "
        + "`100 \(example(ofUnit: other))`."
    }
    return "Both need one unit. Divide one by the other where a rate is meant."
  }

  /// What a test expects is in another unit than what it is compared with.
  package static func expectedUnitMismatch(
    formula: String, found: String, text: String, at range: SourceRange
  ) -> Diagnostic {
    let help: String
    if found == "1 / \(formula)" {
      help =
        "A unit belongs to the number right before it. Write it after the first one: "
        + "`\(withUnitMoved(text) ?? "65 \(example(ofUnit: formula)) / 4")`."
    } else if formula.hasPrefix("\(found) / ") {
      let each = example(ofUnit: String(formula.dropFirst(found.count + 3)))
      let one = each.hasSuffix("s") && each.count > 3 ? String(each.dropLast()) : each
      help = "Say for how much: `\(text) / 1 \(one)`."
    } else {
      help =
        formula == plain
        ? "Write the number alone."
        : "Write it in that unit, or the number alone: it is in the formula's unit."
    }
    return Diagnostic(
      .unitMismatch, "the formula gives \(unit(formula)), and this is \(unit(found))", at: range,
      help: help)
  }

  /// `65 minutes / 4` for `65 / 4 minutes`.
  private static func withUnitMoved(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 4, words[1] == "/", words[3].allSatisfy(\.isLetter) else { return nil }
    return "\(words[0]) \(words[3]) / \(words[2])"
  }

  package static func targetUnitMismatch(
    found: String, formula: String, number: String? = nil, unit name: String? = nil,
    at range: SourceRange
  ) -> Diagnostic {
    let number = number ?? "100"
    return Diagnostic(
      .unitMismatch, "the KPI's formula gives \(unit(formula)), and this is \(unit(found))",
      at: range,
      help: formula == plain
        ? "Write the number alone, or as a percentage such as `15%`."
        : "Write `\(number) \(name ?? example(ofUnit: formula))`, or the number alone: it is in the KPI's unit."
    )
  }

  package static func unitAttributeMismatch(
    declared: String, formula: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unitMismatch, "the formula gives \(unit(formula)), and `unit` says \(unit(declared))",
      at: range,
      help:
        "`unit` only chooses how a value is shown. Change the formula, or write a unit that fits it"
        + (formula == "time" ? ", such as `hours` or `days`." : "."))
  }

  // MARK: Words

  private static let plain = "plain number"

  private static func isCurrency(_ unit: String) -> Bool {
    unit.count == 3 && unit.allSatisfy(\.isUppercase)
  }

  /// A unit as people say it.
  private static func unit(_ name: String) -> String {
    switch name {
    case plain: "a number without a unit"
    case "time": "a length of time"
    case "percent": "a percentage"
    case _ where isCurrency(name): "an amount in `\(name)`"
    case "1 / time": "a number for each length of time"
    case _ where name.hasPrefix("1 / "): "a number for each `\(name.dropFirst(4))`"
    default: "`\(name)`"
    }
  }

  /// A unit to write after a number.
  private static func example(ofUnit name: String) -> String {
    name == "time" ? "hours" : name == plain ? "" : name
  }

  /// A kind of value as people say it.
  private static func kind(_ name: String) -> String {
    switch name {
    case "yes or no": "a condition"
    case "text": "a text"
    case "a timestamp": "a date with a time of day"
    case "a plain number": "a number without a unit"
    default: name
    }
  }

  private static func example(of kind: String) -> String {
    switch kind {
    case "a number": "a number, such as `100`"
    case "text": "a text in quotation marks, such as `\"paid\"`"
    case "a date": "a date, such as `2026-01-31`"
    case "a timestamp": "a date, such as `2026-01-31` or `2026-01-31T10:00:00`"
    case "yes or no": "`true` or `false`"
    default: "a value of its own kind"
    }
  }

  /// The text that is meant, where it is short enough to read.
  private static func shown(_ text: String?) -> String? {
    guard let text, text.count <= 50, !text.contains("\n") else { return nil }
    return "`\(text)`"
  }

  private static func mend(expected: String, found: String, subject: String?) -> String {
    let name = subject.flatMap { $0.count <= 50 && !$0.contains("\n") ? $0 : nil } ?? "column"
    switch (expected, found) {
    case ("yes or no", "a number"): return "Compare it with a number: `\(name) > 0`."
    case ("yes or no", "text"): return "Compare it with a text: `\(name) = \"…\"`."
    case ("yes or no", _):
      return "Compare it, as in `\(name) >= 2026-01-31`, or ask `\(name) is not missing`."
    case ("a number", "text") where name.hasPrefix("\""):
      return "Write a number, without quotation marks."
    case ("a number", "text"):
      return
        "Texts are counted, not added: `count(…)` counts rows and `count_distinct(…)` different values."
    case ("a number", "yes or no"):
      return
        "Say what to compute where it is true: `case { when \(name) then 1 else 0 }`, or count the rows with "
        + "`count(orders where …)`."
    case ("a number", _): return "The length between two dates is a number: `paid_on - ordered_on`."
    case ("text", _): return "Write a text in quotation marks, or a column of texts."
    case ("a plain number", _): return "Divide by an amount in the same unit first."
    case ("a date", "text"), ("a timestamp", "text"):
      return
        "Declare the column as `date`, or write the date without quotation marks: `2026-01-31`."
    case ("an amount of money", _):
      return "Only columns in a currency, or of the type `money`, are converted."
    default: return "Write \(example(of: expected))."
    }
  }
}
