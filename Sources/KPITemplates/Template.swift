package import KPIModel

/// A specification to start from, with sample data.
package struct Template: Sendable {
  package let name: String
  package let summary: String
  /// The files, as they are when the sample data ends on a day.
  package let files: @Sendable (Day) -> [File]

  package struct File: Sendable {
    /// Relative to the new folder.
    package let path: String
    /// What the file is, in a few words.
    package let purpose: String
    package let text: String

    init(_ path: String, _ purpose: String, _ text: String) {
      self.path = path
      self.purpose = purpose
      self.text = text
    }
  }

  /// Every template; the first is the one taken where none is named.
  package static let all: [Template] = [.shop]
}
