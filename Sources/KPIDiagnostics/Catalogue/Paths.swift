/// Findings about files that commands write.
extension Rule {
  package static let paths: [Rule] = [.unwritableFile, .existingFile]

  package static let unwritableFile = Rule(
    code: "KPI9012", name: "unwritable-file", severity: .error,
    title: "A file cannot be written",
    explanation: """
      The system does not let the file be written: the folder may be write-protected, the disk may be \
      full, or a part of the path may be a file.
      """,
    example: .project(files: [.init("notes.txt", "mine\n")], command: "new notes.txt/kpis"),
    mended: .project(files: [.init("notes.txt", "mine\n")], command: "new kpis"))

  package static let existingFile = Rule(
    code: "KPI9013", name: "existing-file", severity: .error,
    title: "A file is in the way",
    explanation: """
      The command writes new files and never replaces any. Nothing was written at all. Name another \
      folder, or move what is there.
      """,
    example: .project(
      files: [.init("kpis/README.md", "# Mine\n")], command: "new kpis"),
    mended: .project(files: [.init("kpis/README.md", "# Mine\n")], command: "new shop"))
}

extension Diagnostic {
  package static func unwritableFile(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .unwritableFile, "the file `\(path)` cannot be written: \(reason)", at: .none,
      help: "Choose another folder, or ask whoever manages this one for the right to write in it.")
  }

  package static func existingFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .existingFile, "`\(path)` exists already, so nothing was written", at: .none,
      help: "Name another folder, such as `kpi new kpis-2`, or move the file away first.")
  }

  /// A page that no report wrote stands where one is to be written.
  package static func foreignPage(_ path: String) -> Diagnostic {
    Diagnostic(
      .existingFile, "`\(path)` was not written by a report, so nothing was written", at: .none,
      help: "Name another folder, or move the file away first.")
  }
}
