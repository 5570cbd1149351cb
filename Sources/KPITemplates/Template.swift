/// A starter: a small complete specification that somebody changes into their own.
package struct Template: Sendable {
  /// The name on the command line.
  package let name: String
  package let title: String
  /// One sentence that says for whom it is.
  package let description: String
  /// Commands to try first in the new folder; they name the day on which the sample data ends.
  package let firstCommands: [String]
  private let write: @Sendable () -> [(path: String, text: String)]

  init(
    name: String, title: String, description: String, firstCommands: [String],
    write: @escaping @Sendable () -> [(path: String, text: String)]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.firstCommands = firstCommands
    self.write = write
  }

  /// The files by path, in the order of the paths; the same bytes every time.
  package func files() -> [(path: String, bytes: [UInt8])] {
    write().sorted { $0.path < $1.path }.map { ($0.path, Array($0.text.utf8)) }
  }
}

/// The starters there are.
package enum Templates {
  package static let all: [Template] = [.shop]

  /// The starter of this name.
  package static func named(_ name: String) -> Template? {
    all.first { $0.name == name }
  }
}
