/// The words of a label, a name or a phrase, to look for others among them: in lower case, without marks.
struct Wording: Hashable, Sendable {
  let text: String
  let words: [String]

  init(_ text: String) {
    self.text = text
    words =
      Wording.plainWords(of: text)
      ?? text.lowercased().unicodeScalars.split { !Wording.isPartOfWord($0) }.map { String($0) }
  }

  /// The words of a text of ASCII, which is looked through once; `nil` for another text.
  private static func plainWords(of text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      if isPartOfWord(Unicode.Scalar(byte)) {
        word.append((65...90).contains(byte) ? byte | 0x20 : byte)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Whether a character is a letter, a figure, or a mark on one.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
        || (65...90).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Whether the words of a phrase stand side by side.
  func holds(_ phrase: Wording) -> Bool {
    guard !phrase.words.isEmpty, phrase.words.count <= words.count else { return false }
    return (0...words.count - phrase.words.count).contains { stands(phrase, at: $0) }
  }

  func holds(anyOf phrases: [Wording]) -> Bool { phrases.contains(where: holds) }

  /// Whether the text begins with the words of a phrase.
  func begins(with phrase: Wording) -> Bool {
    phrase.words.count <= words.count && stands(phrase, at: 0)
  }

  private func stands(_ phrase: Wording, at place: Int) -> Bool {
    words[place..<place + phrase.words.count].elementsEqual(phrase.words)
  }
}

extension Wording: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(text) }
}
