import KPIDiagnostics
import KPIModel
import KPISource
import KPIWorkspace

/// The folder that a starter is written to, and the specification that is in it already, if there is one.
struct NewProjectPlace {
  /// As it was named.
  let shown: String
  /// Absolute.
  let folder: String
  private let files: [SourceText]
  private let host: Project?

  /// Refuses a folder whose specification cannot be read.
  init(_ shown: String, _ environment: Environment) throws(Refusal) {
    self.shown = shown
    folder = FileSystem.join(environment.currentFolder, shown)
    guard FileSystem.kind(of: folder) == .folder else {
      (files, host) = ([], nil)
      return
    }
    let found = Discovery.find([shown], from: environment.currentFolder)
    if !found.files.isEmpty, let problem = found.diagnostics.first {
      throw Refusal(diagnostic: problem)
    }
    files = found.files
    host = files.isEmpty ? nil : Project(files, root: found.root)
  }

  /// The company that departments join; `nil` where none is declared.
  var company: Company? {
    guard let host, host.specification.declarations.contains(where: { $0.keyword == "company" })
    else { return nil }
    return host.specification.company
  }

  func has(_ path: String) -> Bool {
    FileSystem.kind(of: FileSystem.join(folder, path)) != nil
  }

  /// The errors that the specification would have with more files and has not without them; `nil` where there are none.
  func clashes(of more: [(path: String, bytes: [UInt8])]) -> Report? {
    guard let host else { return nil }
    let added = more.filter { $0.path.hasSuffix(".kpi") }.map {
      SourceText(path: shown == "." ? $0.path : FileSystem.join(shown, $0.path), bytes: $0.bytes)
    }
    let both = Project(files + added, root: host.root)
    let before = Set(host.diagnostics.map(\.message))
    let clashes = both.diagnostics.filter { $0.severity == .error && !before.contains($0.message) }
    // What else is wrong follows from a name that stands for something else.
    let repeated = clashes.filter { $0.rule.code == Rule.duplicateName.code }
    guard !clashes.isEmpty else { return nil }
    return Report(
      repeated.isEmpty ? clashes : repeated, sources: both.sources, fileCount: nil)
  }

  /// What is left to do by hand where the folder lies in a repository: GitHub looks for workflows at its top only.
  func afterWriting(_ paths: [String]) -> String {
    guard let workflow = paths.first(where: { $0.hasPrefix(".github/") }),
      let place = FileSystem.placeInRepository(of: folder), !place.isEmpty
    else { return "" }
    return
      "\nGitHub reads workflows at the top of a repository only: move `\(place)/\(workflow)` to\n"
      + "`\(workflow)` there, and add `project: \(place)` to the `with:` of its last step.\n"
  }

  /// What is left to do by hand where departments joined a company.
  func afterJoining(
    _ company: Company, _ pages: [(page: String, lines: [String])]
  ) -> String {
    var lines: [String] = []
    if let currency = company.currency {
      lines += ["", "Amounts are in \(currency), like those of the company."]
    }
    for (page, rows) in pages where has(page) {
      lines += [
        "", "`\(page)` was there and stays as it is. To list what is new, add to its table:",
      ]
      lines += rows.map { "  " + $0 }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
