package import KPISource

/// What is wrong with numbers, dates and periods.
extension Rule {
  package static let syntaxOfValues: [Rule] = [
    .malformedNumber, .numberTooLarge, .malformedDate, .impossibleDate,
  ]

  package static let malformedNumber = Rule(
    code: "KPI1010", name: "malformed-number", severity: .error,
    title: "A number that cannot be read",
    explanation: """
      Numbers are written `1_200_000`, `3.5`, `1.2M`, `50k`, `2B` or `15%`: single underscores \
      between digits, a point before the fraction, and at most one of `k` (thousand), `M` \
      (million), `B` (billion) or `%` right after. A unit stands apart: `20 kg`, `1.2M USD`.
      """,
    example: .specification(SyntaxSample.orders + "metric scaled = sum(orders.amount) / 1__000\n"),
    mended: .specification(SyntaxSample.orders + "metric scaled = sum(orders.amount) / 1_000\n"))

  package static let numberTooLarge = Rule(
    code: "KPI1011", name: "number-too-large", severity: .error,
    title: "A number with more digits than can be kept exactly",
    explanation: """
      Amounts are exact: a number holds up to 38 digits and is never rounded in silence. Longer \
      ones are refused where they stand.
      """,
    example: .specification(
      SyntaxSample.orders
        + "metric scaled = sum(orders.amount) / \(String(repeating: "9", count: 40))\n"),
    mended: .specification(SyntaxSample.orders + "metric scaled = sum(orders.amount) / 1B\n"))

  package static let malformedDate = Rule(
    code: "KPI1012", name: "malformed-date", severity: .error,
    title: "A date, a time or a period that cannot be read",
    explanation: """
      A day is `2026-11-23`, a moment `2026-11-23T10:00:00` with an optional `Z` or `+07:00`. \
      Periods are `2026`, `2026-H1`, `2026-Q4`, `2026-11` and `2026-W47`, and of fiscal years \
      `FY2026`, `FY2026-H1`, `FY2026-Q4`, `FY2026-M11` and `FY2026-W47`. Months, days and weeks \
      have two digits. A subtraction needs spaces around its minus.
      """,
    example: .specification(
      "objective grow \"Grow\" {\n  for 2026-1\n}\n"),
    mended: .specification("objective grow \"Grow\" {\n  for 2026-01\n}\n"))

  package static let impossibleDate = Rule(
    code: "KPI1013", name: "impossible-date", severity: .error,
    title: "A date, a time or a period that the calendar does not have",
    explanation: """
      The shape is right, but there is no such day, hour, month, quarter or week: a year has 12 \
      months, 4 quarters, 2 halves and up to 53 weeks, and a month no more days than it has.
      """,
    example: .specification("objective grow \"Grow\" {\n  for 2026-13\n}\n"),
    mended: .specification("objective grow \"Grow\" {\n  for 2026-12\n}\n"))
}

extension Diagnostic {
  package static func misplacedSeparator(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedNumber, "an underscore in `\(text)` does not stand between two digits", at: range,
      help: "Write single underscores between digits, as in `1_200_000`.")
  }

  /// Letters right after a number that are none of `k`, `M` and `B`; a number `isMoney` where a currency follows.
  package static func unknownSuffix(
    _ text: String, isMoney: Bool, at range: SourceRange
  ) -> Diagnostic {
    let digits = String(text.prefix { !$0.isLetter })
    let letters = String(text.dropFirst(digits.count))
    let meant: String?
    switch letters.lowercased() {
    case "m" where !isMoney:
      return Diagnostic(
        .malformedNumber, "`\(text)` may be millions or minutes", at: range,
        help: "Write `\(digits)M` for millions, or `\(digits) minutes`.")
    case "mm", "mil": meant = isMoney ? digits + "M" : nil
    case "k", "th": meant = digits + "k"
    case "m", "mn", "mio", "tr": meant = digits + "M"
    case "b", "bn", "bil": meant = digits + "B"
    case "e6", "e9", "e3", "": meant = nil
    default:
      meant =
        letters.allSatisfy(\.isLetter) && !digits.contains("_") ? "\(digits) \(letters)" : nil
    }
    guard let meant else {
      return Diagnostic(
        .malformedNumber, "`\(text)` is not a number", at: range,
        help:
          "Write `k`, `M` or `B` for thousands, millions and billions, and a space before a unit: "
          + "`1.2M USD`, `20 kg`.")
    }
    let isUnit = meant.contains(" ")
    return Diagnostic(
      .malformedNumber,
      isUnit ? "a space is missing in `\(text)`" : "`\(text)` is written `\(meant)`", at: range,
      help: isUnit
        ? "Write the unit apart from the number: `\(meant)`."
        : "`k` stands for thousands, `M` for millions and `B` for billions.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `1,000,000`, `1 000 000`, `1,5`: groups of digits, or a comma before the fraction.
  package static func numberInParts(
    _ parts: [String], separator: String, at range: SourceRange
  ) -> Diagnostic {
    let text = parts.joined(separator: separator)
    let grouped = parts.joined(separator: "_")
    let isGrouped = parts.dropFirst().allSatisfy { $0.prefix(while: \.isNumber).count == 3 }
    if isGrouped, separator != "," || parts.count > 2 {
      return Diagnostic(
        .malformedNumber, "`\(text)` is written `\(grouped)`", at: range,
        help:
          "Underscores group digits, or `k`, `M` and `B` stand for thousands, millions and billions.",
        fixes: [Fix("Write `\(grouped)`", [TextEdit(range: range, replacement: grouped)])])
    }
    let decimal = parts.joined(separator: ".")
    if isGrouped {
      return Diagnostic(
        .malformedNumber, "`\(text)` may be a thousand or a fraction", at: range,
        help:
          "Write `\(grouped)` for the large number, or `\(decimal)` with a point for the small one."
      )
    }
    guard separator == ",", parts.count == 2 else {
      return Diagnostic(
        .malformedNumber, "`\(text)` is not one number", at: range,
        help: "Write it as `1_200_000.5`: underscores between digits, a point before the fraction.")
    }
    return Diagnostic(
      .malformedNumber, "`\(text)` is written `\(decimal)`", at: range,
      help: "A point stands before the fraction, not a comma.",
      fixes: [Fix("Write `\(decimal)`", [TextEdit(range: range, replacement: decimal)])])
  }

  /// `2 million`.
  package static func writtenMagnitude(
    _ text: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .malformedNumber, "`\(text)` is written `\(meant)`", at: range,
      help: "`k` stands for thousands, `M` for millions and `B` for billions.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  package static func severalPoints(_ text: String, at range: SourceRange) -> Diagnostic {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    let meant = parts.joined(separator: "_")
    guard isGrouped else {
      return Diagnostic(
        .malformedNumber, "`\(text)` has more than one decimal point", at: range,
        help: "Write digits with underscores between and one point: `1_200_000.5`. "
          + "A date is written `2026-12-31`.")
    }
    return Diagnostic(
      .malformedNumber, "`\(text)` is written `\(meant)`", at: range,
      help: "Points do not group digits: underscores do, and a point stands before a fraction.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  package static func numberTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .numberTooLarge, "this number has more digits than can be kept exactly", at: range,
      help:
        "Numbers have up to 38 digits, the fraction included; write fewer, or use a larger unit.")
  }

  package static func malformedDate(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedDate, "`\(text)` is neither a date nor a period", at: range,
      help: """
        Write a day as `2026-11-23`, a month as `2026-11` or `FY2026-M11`, a quarter as `2026-Q4`, a week \
        as `2026-W47`. A minus has spaces around it.
        """)
  }

  /// A date or a period as another country or program writes it, with those that it may mean.
  package static func foreignDate(
    _ text: String, meant: [String], at range: SourceRange
  ) -> Diagnostic {
    let list = meant.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      .malformedDate,
      meant.count == 1
        ? "`\(text)` is written \(list)" : "`\(text)` may be two different days", at: range,
      help: meant.count == 1
        ? "The year comes first, so that no date can be misread."
        : "Write year, month and day: \(list).",
      fixes: meant.count == 1
        ? [Fix("Write \(list)", [TextEdit(range: range, replacement: meant[0])])] : [])
  }

  package static func impossibleDay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .impossibleDate, "there is no day `\(text)` in the calendar", at: range,
      help:
        "Year, month and day stand in this order, as in `2026-02-28`; check the month and its last day."
    )
  }

  package static func impossibleTime(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .impossibleDate, "there is no such time as `\(text)`", at: range,
      help: "Hours go from 00 to 23, minutes and seconds from 00 to 59.")
  }

  package static func impossiblePeriod(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .impossibleDate, "there is no period `\(text)` in the calendar", at: range,
      help: "Months go from `01` to `12`, quarters from `Q1` to `Q4`, weeks from `W01` to `W53`; "
        + "the halves are `H1` and `H2`.")
  }
}
