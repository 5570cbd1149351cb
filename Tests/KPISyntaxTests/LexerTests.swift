import KPISource
import KPISyntax
import Testing

/// Bytes are cut into the right tokens.
@Suite struct LexerTests {
  private func kinds(_ text: String) -> [TokenKind] {
    Parsed(text).tree.allTokens.map(\.kind).filter { !$0.isTrivia && $0 != .endOfFile }
  }

  private func texts(_ text: String) -> [String] {
    Parsed(text).tree.allTokens.filter { !$0.kind.isTrivia && $0.kind != .endOfFile }.map(\.text)
  }

  @Test(arguments: [
    ("a", TokenKind.name), ("doanh_thu", .name), ("doanh_số", .name), ("_", .name),
    ("売上", .name), ("`Order Date`", .quotedName), ("\"text\"", .string), ("\"\"", .string),
    ("\"a \\\" b\"", .string), ("1", .number), ("1_200_000", .number), ("3.5", .number),
    ("1.2M", .number), ("15%", .number), ("50k", .number), ("2026", .number),
    ("2026-11-23", .date), ("2026-11", .period), ("2026-Q4", .period), ("2026-H1", .period),
    ("2026-W47", .period), ("FY2026", .name), ("FY2026-Q4", .period), ("FY2026-M11", .period),
    ("FY2026-H1", .period), ("FY2026-W47", .period), ("FY2026-11", .period), ("FY20261", .name),
    ("2026-11-23T10:00:00", .timestamp),
    ("2026-11-23T10:00:00.5+07:00", .timestamp), ("2026-11-23T10:00:00Z", .timestamp),
    ("->", .arrow), ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual),
    ("==", .foreign), ("&&", .foreign), ("<>", .foreign), ("|", .bar),
  ])
  func oneToken(_ text: String, _ kind: TokenKind) {
    #expect(kinds(text) == [kind])
    #expect(texts(text) == [text])
  }

  @Test func signsSeparateNumbers() {
    #expect(texts("10-5") == ["10", "-", "5"])
    #expect(texts("FY2026-quota") == ["FY2026", "-", "quota"])
    #expect(texts("FY2026 - Q4") == ["FY2026", "-", "Q4"])
    #expect(texts("2026-M11") == ["2026", "-", "M11"])
    #expect(texts("FY26-Q4") == ["FY26", "-", "Q4"])
    #expect(texts("xFY2026-Q4") == ["xFY2026", "-", "Q4"])
    #expect(texts("2026 - 11") == ["2026", "-", "11"])
    #expect(texts("{ 2026-01:5 }") == ["{", "2026-01", ":", "5", "}"])
    #expect(texts("1.a") == ["1", ".", "a"])
    #expect(texts("a->b") == ["a", "->", "b"])
    #expect(texts("1||2") == ["1", "|", "|", "2"])
  }

  @Test func triviaIsKept() {
    let text = "\u{FEFF}// one\r\n/// two\n\t a /* b\n"
    let tree = Parsed(text).tree
    #expect(
      tree.allTokens.map(\.kind) == [
        .byteOrderMark, .comment, .newline, .documentation, .newline, .whitespace, .name,
        .whitespace, .slash, .star, .whitespace, .name, .newline, .endOfFile,
      ])
    #expect(tree.bytes == Array(text.utf8))
  }

  @Test func fourSlashesAreARemark() {
    #expect(Parsed("//// a\n").tree.allTokens.first?.kind == .comment)
  }

  @Test func aTextEndsWithItsLine() {
    #expect(texts("\"a\r\nb") == ["\"a", "b"])
    #expect(texts("\"a\\\nb") == ["\"a\\", "b"])
    #expect(texts("`a\nb") == ["`a", "b"])
  }

  @Test func canonicallyEqualNamesAreEqual() throws {
    let tree = Parsed("owner e\u{301}\nowner \u{E9}\n").tree
    let names = tree.declarations.compactMap { $0.name?.text }
    #expect(names.count == 2 && names[0] == names[1])
  }

  @Test func bytesThatAreNotUTF8AreReportedOnce() {
    let parsed = Parsed([0xFF, 0x20, 0xFE, 0x0A, 0xC3])
    #expect(parsed.findings == ["1:1 unexpected-character"])
    let inText = Parsed(Array("owner a \"".utf8) + [0xFF] + Array("\"\n".utf8))
    #expect(inText.findings == ["1:10 unexpected-character"])
  }

  @Test func invisibleCharactersAreNamed() {
    #expect(Parsed("owner\u{A0}a\n").report.contains("U+00A0"))
  }
}
