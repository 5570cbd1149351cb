/// A language that people are written to in.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case vietnamese = "vi"

  /// A wording in this language.
  package func callAsFunction(_ wording: Wording) -> String {
    switch self {
    case .english: wording.english
    case .vietnamese: wording.vietnamese
    }
  }
}

/// One text in every language, so that none is changed without the other in sight.
package struct Wording: Hashable, Sendable {
  package let english: String
  package let vietnamese: String

  package init(en english: String, vi vietnamese: String) {
    self.english = english
    self.vietnamese = vietnamese
  }
}
