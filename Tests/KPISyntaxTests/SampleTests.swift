import KPISyntax
import Testing

@Suite struct SampleTests {
  @Test(arguments: [SampleText.whole, SampleText.everything])
  func parsesClean(_ text: String) {
    let parsed = Parsed(text)
    #expect(parsed.diagnostics.isEmpty, "\(parsed.report)")
    #expect(parsed.tree.text == text)
  }
}
