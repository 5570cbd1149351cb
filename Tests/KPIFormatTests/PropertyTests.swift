import Foundation
import KPIDiagnostics
import KPIFormat
import KPISource
import KPISyntax
import Testing

/// The promises of the layout: it is its own fixed point, keeps tokens, comments, tree and findings,
/// and leaves alone what could not be read.
@Suite struct PropertyTests {
  @Test func holdsForAllTexts() {
    for text in Corpus.all {
      let flaw = Sample(text).flaw
      #expect(flaw == nil, "\(text)")
    }
  }

  @Test func holdsForChangedTexts() {
    let corpus = Corpus.all.map { Array($0.utf8) }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<1_500 {
      guard var bytes = corpus.randomElement(using: &generator) else { return }
      Mutation.change(&bytes, &generator)
      let flaw = Sample(bytes).flaw
      #expect(flaw == nil, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test func holdsForAnyBytes() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let count = Int.random(in: 0..<120, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let flaw = Sample(bytes).flaw
      #expect(flaw == nil, "\(bytes)")
    }
  }

  /// The findings are not needed to keep the promises, only to leave more alone.
  @Test func holdsWithoutFindings() {
    for text in Corpus.all {
      let once = format(parse(SourceText(path: "", text: text), file: FileID(0)).tree).bytes
      let twice = format(parse(SourceText(path: "", bytes: once), file: FileID(0)).tree).bytes
      #expect(once == twice, "\(text)")
    }
  }

  @Test func examplesAreCanonical() {
    #expect(!Corpus.examples.isEmpty)
    for text in Corpus.examples { #expect(Sample(text).formatted.text == text) }
  }

  /// Ten times the text takes about ten times the time.
  @Test func takesLinearTime() {
    let text =
      "table t {\n  a: text // one\n  long: text in (\"x\", \"y\")\n}\n\n"
      + "metric x = = sum(a where\n\n" + DeclarationTests.blocks[0].before + "\n"
    let lines = text.utf8.filter { $0 == UInt8(ascii: "\n") }.count
    let small = time(String(repeating: text, count: 10_000 / lines))
    let large = time(String(repeating: text, count: 100_000 / lines))
    #expect(large < max(small, .milliseconds(5)) * 40)
  }

  private func time(_ text: String) -> Duration {
    let tree = parse(SourceText(path: "", text: text), file: FileID(0)).tree
    return ContinuousClock().measure { _ = format(tree) }
  }
}

/// What could not be read.
@Suite struct BrokenTextTests {
  @Test func isLeftAsItIs() {
    let sample = Sample(
      """
      metric  a=b

      kpi  x "X"  =  sum( {
         owner   lan
      }
      metric   c=d
      """)
    #expect(
      sample.formatted.text == """
        metric a = b

        kpi  x "X"  =  sum( {
           owner   lan
        }
        metric c = d

        """)
    #expect(sample.formatted.unformatted.count == 1)
    let text = sample.formatted.unformatted.first.map { sample.tree.source[$0.bytes] }
    #expect(text == "kpi  x \"X\"  =  sum( {\n   owner   lan\n}\n")
  }

  /// Moved to the margin, it would end what is open before it, and the finding would be another one.
  @Test(arguments: [
    "metric n = sum(a between b\n  unit  kg\n", "metric n = a is // x\n  owner lan\n",
    "  metric  n = a is\n  kpi k \"K\" = a // y\n  { // z\n  }\n",
  ])
  func keepsWhatFollowsAwayFromTheMargin(_ text: String) {
    #expect(Sample(text).formatted.text == text)
    #expect(Sample(text).flaw == nil)
  }

  @Test func keepsItsLineEndsAndItsLine() {
    let text = "unit  kg\r\n  oops §  // remark \r\nunit  m\r\n"
    #expect(Sample(text).formatted.text == "unit kg\n  oops §  // remark \r\nunit m\n")
    #expect(Sample("metric x = \"").formatted.text == "metric x = \"")
    #expect(Sample("unit kg owner  a").formatted.text == "unit kg owner  a")
  }

  @Test func keepsASecondByteOrderMark() {
    let text = "\u{FEFF}\u{FEFF}unit  kg\n"
    #expect(Sample(text).formatted.bytes == Array(text.utf8))
  }
}

/// The texts that the promises are tried on.
enum Corpus {
  static let all = examples + golden + catalogue + cases

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let examples = texts("Examples", ending: ".kpi")

  /// The sources of the golden cases.
  static let golden = texts("Tests/KPITests/Cases", ending: ".md").flatMap { sources(in: $0) }

  static let catalogue = Catalogue.all.flatMap { rule in
    [rule.example, rule.mended].flatMap { example in
      switch example {
      case .specification(let text): [text]
      case .project(let files, _, _): files.filter { $0.path.hasSuffix(".kpi") }.map(\.text)
      case .repository(let commits, _):
        commits.flatMap(\.files).filter { $0.path.hasSuffix(".kpi") }.map(\.text)
      }
    }
  }

  static let cases =
    (DeclarationTests.declarations + DeclarationTests.blocks + DeclarationTests.tables
    + FormulaTests.formulas + FormulaTests.longFormulas + FormulaTests.comments).map(\.before)

  private static func texts(_ folder: String, ending: String) -> [String] {
    let folder = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.hasSuffix(ending) }.sorted().compactMap {
      FileManager.default.contents(atPath: folder.appendingPathComponent($0).path)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static func sources(in markdown: String) -> [String] {
    var result: [String] = []
    var isSource = false
    var open: String?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let text = open, isSource { result.append(text) }
        open = open == nil ? "" : nil
      } else if open != nil {
        open? += line + "\n"
      } else if line.hasPrefix("## ") {
        isSource = line.hasPrefix("## SOURCE")
      }
    }
    return result
  }
}
