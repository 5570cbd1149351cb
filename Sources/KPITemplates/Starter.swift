/// What `kpi new` writes: a small complete specification that somebody changes into their own.
package struct Starter: Sendable {
  /// By path, in the order of the paths; the same bytes every time.
  package let files: [(path: String, bytes: [UInt8])]
  /// Commands to try first in the new folder; they name the day on which the sample data ends.
  package let firstCommands: [String]

  /// Lines for the tables of pages that are there already, by the page.
  package let linesOfPages: [(page: String, lines: [String])]

  /// The files that join a company which is there already: without its own declaration, its pages and its workflow.
  package var filesThatJoin: [(path: String, bytes: [UInt8])] {
    files.filter { file in
      file.path != "company.kpi" && !file.path.hasPrefix(".")
        && !linesOfPages.contains { $0.page == file.path }
    }
  }

  /// Takes the specification in both languages, as `Edition` reads them, and the other files as they are written.
  init(
    _ edition: Edition, specification: [(path: String, text: String)],
    others: [(path: String, text: String)], firstCommands: [String],
    linesOfPages: [(page: String, lines: [String])] = []
  ) {
    let specification = specification.map { path, text in
      (path: path, text: formatted(edition.written(text), path: path))
    }
    files = (specification + others).sorted { $0.path < $1.path }
      .map { ($0.path, Array($0.text.utf8)) }
    self.linesOfPages = linesOfPages
    self.firstCommands = firstCommands.map {
      $0.replacing("AS_OF", with: "--as-of \(SampleDay.last.text)")
    }
  }
}
