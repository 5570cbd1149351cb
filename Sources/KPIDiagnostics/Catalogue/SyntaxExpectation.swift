/// What the grammar waits for at some place, in the words of the person who writes the file.
package enum SyntaxExpectation: Sendable {
  /// The name of a declaration, or of something mentioned: `of` says what.
  case name(of: String)
  case text(of: String)
  case date, period, grain, number
  /// A word or a sign, and a line that shows where it belongs.
  case word(String, shape: String)

  var phrase: String {
    switch self {
    case .name(let of): "the name of \(of)"
    case .text(let of): "a text in quotation marks for \(of)"
    case .date: "a date"
    case .period: "a period"
    case .grain: "a period of time, such as month"
    case .number: "a number"
    case .word(let word, _): "`\(word)`"
    }
  }

  var help: String {
    switch self {
    case .name: "Write one word, or any name in backticks: `Order Date`."
    case .text: "Write it in straight quotation marks: \"like this\"."
    case .date: "Write year, month and day: 2026-11-23."
    case .period: "Write 2026, 2026-H1, 2026-Q4, 2026-11, 2026-W47, FY2026, FY2026-Q4 or a date."
    case .grain:
      "Write day, week, month, quarter, half or year, or fiscal before one of the last five."
    case .number: "Write digits: 3."
    case .word(_, let shape): "Write \(shape)."
    }
  }

  var rule: Rule {
    switch self {
    case .name: .expectedName
    case .text: .expectedText
    case .date, .period, .grain, .number: .expectedValue
    case .word: .expectedWord
    }
  }
}

/// What stands where something else was waited for.
package enum SyntaxFound: Sendable {
  case lineEnd, fileEnd
  case text(String)

  var phrase: String {
    switch self {
    case .lineEnd: "the line ends"
    case .fileEnd: "the file ends"
    case .text(let text): "there is `\(text)`"
    }
  }
}
