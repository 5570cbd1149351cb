package import KPISource

/// What is wrong with the shape of formulas.
extension Rule {
  package static let syntaxOfFormulas: [Rule] = [
    .expectedValue, .unclosedParenthesis, .chainedComparison, .nestedTooDeeply, .chainTooLong,
  ]

  package static let expectedValue = Rule(
    code: "KPI1040", name: "expected-value", severity: .error,
    title: "A value is missing",
    explanation: """
      An operator, a comma or an attribute waits for something to work on: a number, a text, a \
      date, a column, a metric, a function or a formula in parentheses. The words `where`, `on`, \
      `and`, `or`, `not`, `in`, `between`, `is`, `per`, `case`, `when`, `then` and `else` have a \
      meaning in formulas; something of such a name stands in backticks.
      """,
    example: .specification(SyntaxSample.orders + "metric revenue = sum(orders.amount) +\n"),
    mended: .specification(SyntaxSample.revenue))

  package static let unclosedParenthesis = Rule(
    code: "KPI1041", name: "unclosed-parenthesis", severity: .error,
    title: "A parenthesis that is not closed",
    explanation: """
      What `(` opens, `)` closes. Inside parentheses a formula may go on over many lines, so the \
      place where the closing one belongs can be far from where the trouble shows.
      """,
    example: .specification(SyntaxSample.orders + "metric revenue = sum(orders.amount\n"),
    mended: .specification(SyntaxSample.revenue))

  package static let chainedComparison = Rule(
    code: "KPI1042", name: "chained-comparison", severity: .error,
    title: "Two comparisons in a row",
    explanation: """
      A comparison gives true or false, which cannot again be compared with a number. To say that \
      a value lies between two others, write `between … and …`, or join two comparisons by `and`.
      """,
    example: .specification(
      SyntaxSample.orders + "metric small = count(orders where 0 < amount < 10)\n"),
    mended: .specification(
      SyntaxSample.orders + "metric small = count(orders where amount > 0 and amount < 10)\n"))

  package static let nestedTooDeeply = Rule(
    code: "KPI1043", name: "nested-too-deeply", severity: .error,
    title: "A formula nested too deeply to read",
    explanation: """
      Parentheses, blocks and operators may stand inside each other up to 256 levels deep, far more \
      than anyone can follow. Give the inner parts names of their own as metrics.
      """,
    example: .specification(
      SyntaxSample.orders + "metric deep = \(String(repeating: "(", count: 300))sum(orders.amount)"
        + "\(String(repeating: ")", count: 300))\n"),
    mended: .specification(SyntaxSample.orders + "metric deep = (sum(orders.amount))\n"))

  package static let chainTooLong = Rule(
    code: "KPI1044", name: "chain-too-long", severity: .error,
    title: "Too many operands in one chain",
    explanation: """
      Up to 1000 operands may be joined in one chain of `and`, `or`, `+` and `-`, or `*` and `/`. \
      A list of values belongs in `in (…)`, and long sums in metrics of their own.
      """,
    example: .specification(
      SyntaxSample.orders
        + "metric long = sum(orders.amount)\(String(repeating: " + 1", count: 1000))\n"),
    mended: .specification(SyntaxSample.orders + "metric long = sum(orders.amount) + 1000\n"))
}

extension Diagnostic {
  package static func expectedOperand(
    found: SyntaxFound, isReserved: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .expectedValue, found.sentence(lacking: "a value"), at: range,
      help: isReserved
        ? "Write a value before it; a column or a metric of this name stands in backticks."
        : "Write a number, a column, a metric or a function such as `sum(orders.amount)`.")
  }

  /// Only a value written out can stand here, as in the rows of a test.
  package static func expectedPlainValue(found: SyntaxFound, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedValue, found.sentence(lacking: "a value"), at: range,
      help: "Write a number, a date, `true`, `false`, `missing`, or a text in quotation marks.")
  }

  package static func unclosedParenthesis(
    opening: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unclosedParenthesis, "the `(` that opens here has no closing `)`", at: opening,
      labels: [Label(range, "it has to be closed by here")],
      help: "Write `)` where what belongs inside ends.",
      fixes: [Fix("Write `)` there", [TextEdit(range: range, replacement: ")")])])
  }

  package static func chainedComparison(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .chainedComparison, "two comparisons stand in a row", at: range,
      help:
        "Join them with `and`, as in `amount > 0 and amount < 10`, or write `amount between 0 and 10`."
    )
  }

  package static func nestedTooDeeply(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .nestedTooDeeply, "more than 256 brackets stand inside each other here", at: range,
      help:
        "Give inner parts names of their own: `metric part = …`, and write `part` in their place.")
  }

  package static func chainTooLong(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .chainTooLong, "more than 1000 parts are joined in this formula", at: range,
      help:
        "Write a list of values as `status in (\"paid\", \"sent\")`, and give parts of a long sum names of their own."
    )
  }
}
