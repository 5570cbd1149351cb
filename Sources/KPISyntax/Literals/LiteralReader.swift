import KPISource

/// Why a literal cannot be read.
enum LiteralProblem: Error, Equatable {
  /// `1__0`, `1_`: a separator that stands between no digits.
  case separator
  /// `50x`, `1e6`: letters after the digits that are none of `k`, `M` and `B`.
  case suffix
  /// `1.2.3`.
  case points
  /// More digits than a number holds.
  case tooLarge
  /// `2026-1-5`: not the shape of a date, a time or a period.
  case shape
  case noSuchDay
  case noSuchTime
  case noSuchPeriod
}

/// Reads the bytes of one token as the value it says.
enum LiteralReader {
  typealias Bytes = ArraySlice<UInt8>

  static func read(
    _ kind: TokenKind, _ word: Word, _ bytes: Bytes
  ) -> Result<LiteralValue, LiteralProblem> {
    switch kind {
    case .number: DecimalReader.read(bytes).map(LiteralValue.number)
    case .date: CalendarReader.date(bytes).map(LiteralValue.date)
    case .timestamp: CalendarReader.timestamp(bytes).map(LiteralValue.timestamp)
    case .period: CalendarReader.period(bytes).map(LiteralValue.period)
    case .string: .success(.text(TextLiteral.value(of: bytes)))
    case .name: name(word, bytes)
    default: .failure(.shape)
    }
  }

  private static func name(_ word: Word, _ bytes: Bytes) -> Result<LiteralValue, LiteralProblem> {
    switch word {
    case .true: .success(.boolean(true))
    case .false: .success(.boolean(false))
    case .missing: .success(.missing)
    default: CalendarReader.fiscalYear(bytes).map(LiteralValue.period)
    }
  }
}

extension LiteralValue {
  /// The value of a token; one that cannot be read was reported when the file was parsed.
  static func decode(token index: Int, in tree: SyntaxTree) -> LiteralValue {
    let token = tree.tokens[index]
    let bytes = tree.source.bytes[tree.byteRange(ofToken: index)]
    switch LiteralReader.read(token.kind, token.word, bytes) {
    case .success(let value): return value
    case .failure: return .malformed
    }
  }
}
