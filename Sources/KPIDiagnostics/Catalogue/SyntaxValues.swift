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
      .malformedNumber, "an underscore in \(text) stands between no two digits", at: range,
      help: "Write single underscores between digits: 1_200_000.")
  }

  package static func unknownSuffix(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedNumber, "\(text) is not a number", at: range,
      help: "Write k, M or B for thousands, millions and billions, and a unit apart: 20 kg.")
  }

  package static func severalPoints(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedNumber, "\(text) has more than one decimal point", at: range,
      help: "Group digits with underscores: 1_200_000.5.")
  }

  package static func numberTooLarge(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .numberTooLarge, "this number has more digits than can be kept exactly", at: range,
      help: "Use up to 38 digits, the fraction included.")
  }

  package static func malformedDate(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .malformedDate, "\(text) is not a date or a period", at: range,
      help: """
        Write a day as 2026-11-23, a month as 2026-11 or FY2026-M11, a quarter as 2026-Q4, a week \
        as 2026-W47; put spaces around a minus.
        """)
  }

  package static func impossibleDay(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .impossibleDate, "the calendar has no day \(text)", at: range,
      help: "Write the year, the month and the day, as in 2026-02-28.")
  }

  package static func impossibleTime(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .impossibleDate, "there is no such time as \(text)", at: range,
      help: "Hours go from 00 to 23, minutes and seconds from 00 to 59.")
  }

  package static func impossiblePeriod(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .impossibleDate, "the calendar has no period \(text)", at: range,
      help: "Months go from 01 to 12, quarters from Q1 to Q4, halves H1 and H2, weeks W01 to W53.")
  }
}
