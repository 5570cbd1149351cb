/// The languages that a starter is written in, the main one first.
package struct Edition: Hashable, Sendable {
  package let main: Language
  /// The language of the translations; `nil` for none.
  package let second: Language?
  /// What amounts are in.
  let currency: SampleCurrency

  package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case vietnamese = "vi"
  }

  /// Amounts are in the currency with the ISO 4217 code, and otherwise in the one that suits the languages.
  package init(_ main: Language, second: Language? = nil, currency code: String? = nil) {
    self.main = main
    self.second = second == main ? nil : second
    let usual: SampleCurrency =
      main == .vietnamese || second == .vietnamese ? .dong : .dollar
    currency = code.map(SampleCurrency.init) ?? usual
  }

  /// The same languages, with amounts in what a company counts in.
  package func countingIn(_ code: String?) -> Edition {
    code == nil ? self : Edition(main, second: second, currency: code)
  }

  package static let all: [Edition] = Language.allCases.flatMap { main in
    [Edition(main)] + Language.allCases.filter { $0 != main }.map { Edition(main, second: $0) }
  }

  package var languages: [Language] { [main] + (second.map { [$0] } ?? []) }

  /// Fills a text in two languages in:
  ///
  /// - `«New leads|Khách mới»` stands for the one in the main language;
  /// - a line that begins with `en:` or `vi:` is there in that language only;
  /// - a line `label` alone is the last such pair in the second language, and left out where there is none;
  /// - `30 ¤` is an amount of money.
  func written(_ text: String) -> String {
    var lines: [String] = []
    var last: Bilingual?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = String(line)
      if let language = Language.allCases.first(where: { line.hasPrefix($0.rawValue + ":") }) {
        guard language == main else { continue }
        line = String(line.dropFirst(3))
        if line.first == " " { line.removeFirst() }
      }
      if line.drop(while: { $0 == " " }) == "label" {
        guard let second, let last else { continue }
        line += " \(second.rawValue) \"\(last.text(in: second))\""
      }
      while let pair = Bilingual.first(in: line) {
        last = pair.text
        line.replaceSubrange(pair.range, with: pair.text.text(in: main))
      }
      lines.append(line)
    }
    return currency.written(in: lines.joined(separator: "\n"))
  }

  /// A whole text in the main language.
  func written(_ text: Bilingual) -> String { written(text.text(in: main)) }
}

/// One text in both languages, side by side, so that neither is forgotten.
struct Bilingual: Sendable {
  let english: String
  let vietnamese: String

  init(en english: String, vi vietnamese: String) {
    self.english = english
    self.vietnamese = vietnamese
  }

  func text(in language: Edition.Language) -> String {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    }
  }

  /// The first `«English|Tiếng Việt»` of a text.
  static func first(in text: String) -> (text: Bilingual, range: Range<String.Index>)? {
    guard let open = text.firstIndex(of: "«"), let close = text[open...].firstIndex(of: "»"),
      let bar = text[open..<close].firstIndex(of: "|")
    else { return nil }
    let pair = Bilingual(
      en: String(text[text.index(after: open)..<bar]),
      vi: String(text[text.index(after: bar)..<close]))
    return (pair, open..<text.index(after: close))
  }
}
