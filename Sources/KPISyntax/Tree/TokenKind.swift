/// What a token is, as far as its bytes say; whether a name is a keyword, only its place says.
package enum TokenKind: UInt8, Hashable, Sendable {
  // Trivia: kept, but invisible to the grammar.
  case byteOrderMark, whitespace, newline, comment, documentation
  /// Bytes that begin no token; they were reported and the parser passes over them.
  case unknown

  case name
  /// A name in backticks.
  case quotedName
  case string
  /// `1_200`, `3.5`, `1.2M`, `15%`.
  case number
  /// `2026-11-23`.
  case date
  /// `2026-11-23T10:00:00`, with or without an offset.
  case timestamp
  /// `2026-Q4`, `2026-H1`, `2026-11`, `2026-W47`; `2026` is a number and `FY2026` a name.
  case period

  case leftParenthesis, rightParenthesis, leftBrace, rightBrace
  case comma, colon, dot, bar, arrow
  /// `..` between the ends of a range.
  case range
  case plus, minus, star, slash
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  /// A sign of another language (`==`, `&&`, `;`…).
  case foreign

  case endOfFile

  package var isTrivia: Bool { rawValue <= TokenKind.unknown.rawValue }
}

/// One token: where it starts and what it is; it ends where the next one starts.
struct Token: Sendable {
  let start: UInt32
  let kind: TokenKind
  /// Which word of the language the name spells, if it does.
  let word: Word
  /// A line break stands between this token and the one before it that is not trivia.
  let followsLineBreak: Bool
  /// This token follows the one before it with nothing between.
  let isAdjacent: Bool
}
