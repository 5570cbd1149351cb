/// The words of a label, a name or a phrase, to look for others among them: in lower case, without marks.
struct Wording {
  let words: [String]

  init(_ text: String) {
    words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether the words of a phrase stand side by side.
  func holds(_ phrase: String) -> Bool {
    let wanted = Wording(phrase).words
    guard !wanted.isEmpty, wanted.count <= words.count else { return false }
    return (0...words.count - wanted.count).contains { begins(with: wanted, at: $0) }
  }

  func holds(anyOf phrases: [String]) -> Bool { phrases.contains(where: holds) }

  /// Whether the text begins with the words of a phrase.
  func begins(with phrase: String) -> Bool {
    let wanted = Wording(phrase).words
    return wanted.count <= words.count && begins(with: wanted, at: 0)
  }

  private func begins(with wanted: [String], at place: Int) -> Bool {
    words[place..<place + wanted.count].elementsEqual(wanted)
  }
}
