import KPIDiagnostics
import KPISyntax
import Testing

/// No input makes the parser deep or slow.
@Suite struct LimitTests {
  @Test func nestedParentheses() {
    let count = 10_000
    let text =
      "metric a = \(String(repeating: "(", count: count))1"
      + "\(String(repeating: ")", count: count))\nmetric b = 2 +\n"
    let parsed = Parsed(text)
    #expect(parsed.findings == ["1:269 nested-too-deeply", "2:15 expected-value"])
    #expect(parsed.tree.text == text)
    parsed.tree.declarations.compactMap(\.formula).forEach(walk)
  }

  @Test(arguments: ["(", "f(", "-", "not ", "case { when ", "a in (", "x where (", "1 + ("])
  func nesting(_ piece: String) {
    let text = "metric a = \(String(repeating: piece, count: 20_000))"
    let parsed = Parsed(text)
    #expect(!parsed.diagnostics.isEmpty)
    #expect(parsed.diagnostics.count <= 2, "\(parsed.report)")
    #expect(parsed.tree.text == text)
    parsed.tree.declarations.compactMap(\.formula).forEach(walk)
  }

  @Test func nestedTargets() {
    let text =
      "kpi a = b {\n  target \(String(repeating: "{ from 2026 ", count: 5_000))\n}\n"
    let parsed = Parsed(text)
    #expect(parsed.tree.text == text)
    #expect(parsed.diagnostics.count <= 2, "\(parsed.report)")
  }

  @Test func deepMixturesStayWithinReachOfRecursion() {
    let open = String(repeating: "1 or 1 and not 1 = 1 + 1 * -(", count: 200)
    let text = "metric a = \(open)1\(String(repeating: ")", count: 200))\n"
    let parsed = Parsed(text)
    #expect(parsed.findings.count == 1, "\(parsed.report)")
    #expect(parsed.diagnostics.first?.rule == .nestedTooDeeply)
    parsed.tree.declarations.compactMap(\.formula).forEach(walk)
  }

  @Test(arguments: [" + a", " * a", " and a", " or a", " - a"])
  func chains(_ piece: String) {
    let short = Parsed("metric a = a\(String(repeating: piece, count: 999))\n")
    #expect(short.diagnostics.isEmpty, "\(short.report)")
    let long = Parsed("metric a = a\(String(repeating: piece, count: 100_000))\nmetric b = 1\n")
    #expect(long.findings == ["1:12 chain-too-long"])
    #expect(long.tree.declarations.count == 2)
  }

  @Test(arguments: [" = a", " where a", " on a", " per a", " is missing", ".a", " a", ", a", " {"])
  func otherChains(_ piece: String) {
    let parsed = Parsed("metric a = a\(String(repeating: piece, count: 100_000))\nmetric b = 1\n")
    #expect(parsed.diagnostics.count <= 2, "\(parsed.report)")
    parsed.tree.declarations.compactMap(\.formula).forEach(walk)
  }

  @Test(arguments: ["a", "(", "{", "\"", "`", "1", "@ ", "kpi a = (", "}", "é", "\u{301}", "a\n("])
  func megabytesOfOneThing(_ piece: String) {
    let text = String(repeating: piece, count: 250_000 / piece.utf8.count)
    let parsed = Parsed(text)
    #expect(parsed.tree.bytes.count == text.utf8.count)
    #expect(parsed.diagnostics.count <= SyntaxLimits.diagnostics * 2)
  }

  @Test func fiveMegabytesOnOneLine() {
    let text = "metric a = f(\(String(repeating: "amount, ", count: 625_000))1)\n"
    let parsed = Parsed(text)
    #expect(parsed.diagnostics.isEmpty, "\(parsed.report)")
    #expect(parsed.tree.text == text)
  }
}
