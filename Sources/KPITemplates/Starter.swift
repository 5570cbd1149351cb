/// What `kpi new` writes: a small complete specification that somebody changes into their own.
package struct Starter: Sendable {
  /// By path, in the order of the paths; the same bytes every time.
  package let files: [(path: String, bytes: [UInt8])]
  /// Commands to try first in the new folder; they name the day on which the sample data ends.
  package let firstCommands: [String]

  /// The files of departments alone, for a company that is there already.
  package var filesOfDepartments: [(path: String, bytes: [UInt8])] {
    files.filter { $0.path.contains("/") && !$0.path.hasPrefix(".") }
  }

  /// Takes the specification in both languages, as `Edition` reads them, and the other files as they are written.
  init(
    _ edition: Edition, specification: [(path: String, text: String)],
    others: [(path: String, text: String)], firstCommands: [String]
  ) {
    let specification = specification.map { path, text in
      (path: path, text: formatted(edition.written(text), path: path))
    }
    files = (specification + others).sorted { $0.path < $1.path }
      .map { ($0.path, Array($0.text.utf8)) }
    self.firstCommands = firstCommands.map {
      $0.replacing("AS_OF", with: "--as-of \(SampleDay.last.text)")
    }
  }
}
