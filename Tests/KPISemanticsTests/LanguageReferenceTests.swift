import Foundation
import KPIDiagnostics
import Testing

/// The examples of `Docs/Language.md` do what the page says.
@Suite struct LanguageReferenceTests {
  /// A fenced block: its text, and the words after `kpi` on its first line.
  struct Example: CustomTestStringConvertible {
    let line: Int
    let words: String
    let text: String

    var testDescription: String { "line \(line): \(words)" }
  }

  private static let examples: [Example] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let page = folder.appending(path: "../../Docs/Language.md")
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    var result: [Example] = []
    var open: (line: Int, words: String, text: String)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let block = open {
        if line == "```" {
          result.append(Example(line: block.line, words: block.words, text: block.text))
          open = nil
        } else {
          open?.text += line + "\n"
        }
      } else if line == "```kpi" || line.hasPrefix("```kpi ") {
        open = (index + 1, line.dropFirst(6).trimmingCharacters(in: .whitespaces), "")
      }
    }
    return result
  }()

  private static let shared = examples.filter { $0.words == "shared" }.map(\.text).joined()

  @Test func thePageHasExamples() {
    #expect(Self.examples.count > 20)
    #expect(!Self.shared.isEmpty)
  }

  @Test(arguments: examples)
  func example(example: Example) {
    let stands = example.words == "alone" || example.words == "shared"
    let checked = Checked(stands ? example.text : Self.shared + example.text)
    let expected =
      example.words.hasPrefix("error:") ? [String(example.words.dropFirst(6))] : []
    #expect(checked.diagnostics.map(\.rule.name) == expected, "\(checked.report)")
  }
}
