package import KPISource

/// Sentences about targets that are written as people say them.
extension Diagnostic {
  package static func targetWithoutDirection(_ text: String, at range: SourceRange) -> Diagnostic {
    let start = SourceRange(file: range.file, range.bytes.lowerBound..<range.bytes.lowerBound)
    return Diagnostic(
      .targetWithoutDirection, "this target does not say whether more or less is better", at: range,
      help:
        "Write `at least \(text)` where more is better, or `at most \(text)` where less is better.",
      fixes: [
        Fix(
          "Write `at least`, as more is better", [TextEdit(range: start, replacement: "at least ")]),
        Fix(
          "Write `at most`, as less is better", [TextEdit(range: start, replacement: "at most ")]),
      ])
  }

  /// A target in other words or signs: `>= 10k`, `minimum 10k`; `meant` is `at least` or `at most`, or `nil` where
  /// the words leave that open.
  package static func foreignDirection(
    _ words: String, meant: String?, at range: SourceRange
  ) -> Diagnostic {
    guard let meant else {
      return Diagnostic(
        .targetWithoutDirection, "`\(words)` does not say whether more or less is better",
        at: range,
        help:
          "Write `at least` in its place where more is better, or `at most` where less is better.",
        fixes: [
          Fix(
            "Write `at least`, as more is better", [TextEdit(range: range, replacement: "at least")]
          ),
          Fix(
            "Write `at most`, as less is better", [TextEdit(range: range, replacement: "at most")]),
        ])
    }
    return Diagnostic(
      .targetWithoutDirection, "`\(words)` is written `\(meant)` in a target", at: range,
      help: "A target says `at least`, `at most` or `between … and …`.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `target increase 10%`: measured from the past, without saying from when.
  package static func changeWithoutBase(
    _ text: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .targetWithoutDirection, "`\(text)` does not say what the change is measured from", at: range,
      help: "Name the period to compare with: `\(meant)`.")
  }

  /// `target 10k - 20k USD`.
  package static func bandWithMinus(
    _ lower: String, _ upper: String, at range: SourceRange
  ) -> Diagnostic {
    let meant = "between \(lower) and \(upper)"
    return Diagnostic(
      .targetWithoutDirection, "a target of two values says `between … and …`", at: range,
      help: "Write `\(meant)`.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `target is at least 10k`, `target = at least 10k`; `removing` is what to take out, `nil` where the rest would not say
  /// what was meant.
  package static func needlessWords(
    _ words: String, before direction: String, removing: SourceRange?, at range: SourceRange
  ) -> Diagnostic {
    let message = "`\(words)` does not stand before `\(direction)`"
    guard let removing else {
      return Diagnostic(
        .unexpectedText, message, at: range,
        help:
          "A target is the band to stay in: `between 2 and 4`, or one side: `at most 2`, `at least 4`."
      )
    }
    return Diagnostic(
      .unexpectedText, message, at: range,
      help: words.contains("=")
        ? "Remove it." : "Remove it. Where it is the name of a target, it stands in backticks.",
      fixes: [Fix("Remove it", [TextEdit(range: removing, replacement: "")])])
  }

  /// `target 14 USD or more`.
  package static func directionAfterValue(
    _ text: String, meant: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .targetWithoutDirection, "`\(text)` is written `\(meant)` in a target", at: range,
      help: "The direction comes first: `at least`, `at most` or `between … and …`.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  // MARK: Periods

  /// `target from 2026-01 at least 14 USD`; it is `isAlone` where no second line with a period follows.
  package static func periodWithoutBraces(
    _ text: String, of subject: String, isAlone: Bool, line: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    let start = line.bytes.lowerBound..<line.bytes.lowerBound
    let end = line.bytes.upperBound..<line.bytes.upperBound
    let meant = "\(subject) { \(text) }"
    return Diagnostic(
      .expectedWord, "a \(subject) with a period stands in braces", at: range,
      help: isAlone
        ? "Write `\(meant)`."
        : "Write `{` after `\(subject)`, each period on a line of its own, and `}` after the last one.",
      fixes: isAlone
        ? [
          Fix(
            "Write `\(meant)`",
            [
              TextEdit(range: SourceRange(file: line.file, start), replacement: "{ "),
              TextEdit(range: SourceRange(file: line.file, end), replacement: " }"),
            ])
        ] : [])
  }

  /// `target at least 14 USD from 2026-01`.
  package static func periodAfterGoal(
    goal: String, period: String, all: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    let meant = "{ \(period) \(goal) }"
    return Diagnostic(
      .unexpectedText, "the period stands before what is expected, in braces", at: range,
      help: "Write `\(meant)`.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: all, replacement: meant)])])
  }

  /// `2026-01 until 2026-06`, `monday - friday`.
  package static func wordForTo(
    _ text: String, between ends: (String, String), at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .expectedWord, "`\(text)` is written `to` here", at: range,
      help: "Both ends belong to it: `\(ends.0) to \(ends.1)`.",
      fixes: [Fix("Write `to`", [TextEdit(range: range, replacement: "to")])])
  }
}
