import KPIDiagnostics
import KPISyntax
import Testing

@Suite struct SampleTests {
  @Test func theWholeSpecificationParsesClean() { parsesClean(SampleText.whole) }

  @Test func everyFormParsesClean() { parsesClean(SampleText.everything) }

  private func parsesClean(_ text: String) {
    let parsed = Parsed(text)
    #expect(parsed.findings == [], "\(parsed.report)")
    #expect(parsed.tree.text == text)
  }

  @Test func byteOrderMarkAndCarriageReturnsChangeNothing() {
    let text =
      "\u{FEFF}"
      + SampleText.whole.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let parsed = Parsed(text)
    #expect(parsed.findings == [], "\(parsed.report)")
    #expect(parsed.tree.bytes == Array(text.utf8))
    #expect(parsed.tree.declarations.count == Parsed(SampleText.whole).tree.declarations.count)
  }
}
