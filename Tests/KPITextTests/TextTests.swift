import KPIText
import Testing

@Suite struct JSONTests {
  @Test func membersKeepTheirOrderAndNumeralsTheirDigits() {
    let document: JSON = ["b": .numeral("0.10"), "a": [1, true, .null, "x"]]
    #expect(document.compactText == #"{"b": 0.10, "a": [1, true, null, "x"]}"#)
  }

  @Test func stringsAreEscaped() {
    let text: JSON = .string("\"\\\n\r\t\u{1}\u{7F}\u{2028}\u{2029}\u{2027}ố😀")
    #expect(text.compactText == #""\"\\\n\r\t\u0001\u007f\u2028\u2029‧ố😀""#)
    // Bytes from elsewhere need not be text.
    var bytes: [UInt8] = []
    [0xFF, 0xE2, 0x80, 0x22].withUnsafeBufferPointer { JSON.append(quoting: $0, to: &bytes) }
    #expect(bytes == [0x22, 0xFF, 0xE2, 0x80, 0x5C, 0x22, 0x22])
  }

  @Test func whatFitsOnALineStaysOnOne() {
    let row: JSON = ["month": "2026-01", "revenue": .numeral("1234.5")]
    let document: JSON = ["rows": .array(Array(repeating: row, count: 3)), "empty": []]
    #expect(
      document.text == """
        {
          "rows": [
            {"month": "2026-01", "revenue": 1234.5},
            {"month": "2026-01", "revenue": 1234.5},
            {"month": "2026-01", "revenue": 1234.5}
          ],
          "empty": []
        }

        """)
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("Bán hàng", 8), ("Ba\u{301}n", 3), ("売上", 4), ("한국", 4), ("👩‍👩‍👧", 2), ("🇻🇳", 2),
    ("❤️", 2),
    ("★●▲", 3), ("\u{200B}", 0), ("\t", 0),
  ])
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  /// A text is as wide as its characters, however it is measured.
  @Test func everyScalarBesideOthers() {
    for value in (0x20 as UInt32)..<0x3200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [
        "a\(scalar)b", "\(scalar)", "ấ\(scalar)", "\(scalar)\u{FE0F}", "\(scalar)\u{301}ệ",
      ] {
        let characters = text.reduce(0) { $0 + DisplayWidth.of($1) }
        #expect(DisplayWidth.of(text) == characters, "\(value)")
      }
    }
  }

  @Test func clippingKeepsTheWidth() {
    #expect("売上高合計".clipped(toWidth: 6) == "売上…")
    #expect("short".clipped(toWidth: 6) == "short")
    #expect("売上".padded(toWidth: 6, alignedRight: true) == "  売上")
  }
}

@Suite struct TextFlowTests {
  @Test func paragraphsAreFilledAndListsKept() {
    let text = "One two\nthree four five.\n\n- item one goes on\n- two\n\n    code  stays"
    #expect(
      TextFlow.wrapped(text, width: 12) == [
        "One two", "three four", "five.", "", "- item one", "  goes on", "- two", "",
        "    code  stays",
      ])
  }

  @Test func listsReadLikeSentences() {
    #expect(TextFlow.list([]) == "")
    #expect(TextFlow.list(["a"]) == "a")
    #expect(TextFlow.list(["a", "b", "c"], "or") == "a, b or c")
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a\n\tb", "a b"),
    ("one two three", "one two three"), ("đơn\u{A0}hàng", "đơn hàng"), ("đơn hàng", "đơn hàng"),
  ])
  func unbroken(text: String, line: String) {
    #expect(TextFlow.unbroken(text) == line)
  }
}
