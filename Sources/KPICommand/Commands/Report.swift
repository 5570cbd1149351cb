import KPIDiagnostics
import KPIReport
import KPIText
import KPIWorkspace

extension Command {
  static let report = Command(
    name: "report",
    summary: "write the scorecard as pages that everybody can open",
    discussion: """
      Writes a folder of pages that need no server and no network: a summary with the mission, where every KPI \
      stands and the strategy map; a page for each department and each owner; a page for each KPI with its course \
      against the target, its breakdowns, its definition and what to do when it is missed. Open `index.html`.

      `--format markdown` and `--format text` give the same as one text; without `--output` it goes to standard \
      output. The same files and the same `--as-of` day give the same bytes.

      Pages that an earlier report wrote to the folder are replaced, and those that it no longer has are removed. \
      Other pages are never touched: if one is in the way, nothing is written. The texts are `report.md` and \
      `report.txt` in the folder.
      """,
    options: [.output, .scorecardFormat, .pageLanguage, .asOf, .threads, .project],
    examples: [
      Example("report --output scorecard", "the pages, in the folder `scorecard`"),
      Example("report --output bang-diem --language vi", "the same in Vietnamese"),
      Example("report --format markdown --as-of 2026-10-31", "one text, for a chat or a wiki"),
    ],
    run: report)

  private static func report(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.choice(.scorecardFormat, ReportFormat.self) ?? .html
    let language = invocation.choice(.pageLanguage, Language.self) ?? .english
    let output = invocation.text(.output)
    if format == .html, output == nil { return environment.fail([.missingOutputFolder]) }
    switch environment.openWithoutErrors(invocation.projectPaths(), reportingAs: .text) {
    case .stopped(let status): return status
    case .ready(let project):
      let result = project.report(
        on: invocation.day(.asOf) ?? environment.today,
        threads: invocation.count(.threads) ?? Threads.available)
      environment.note(result.diagnostics, of: project)
      let found = ExitStatus(result.diagnostics)
      guard let report = result.report else { return found }
      let pages: [ReportFolder.File]
      switch format {
      case .html:
        pages = Site(report, in: language).pages.map { ($0.file, $0.text) }
      case .markdown: pages = [("report.md", PlainReport(report, in: language).markdown)]
      case .text:
        let painter = output == nil ? environment.outputPainter : .plain
        let width = environment.outputTerminal?.width ?? 100
        let text = PlainReport(report, in: language).text(painter: painter, width: width)
        pages = [("report.txt", text)]
      }
      guard let output else {
        environment.output.write(pages.map(\.text).joined())
        return found
      }
      let status = ReportFolder(output, environment).write(pages)
      return status == .success ? found : status
    }
  }
}

/// The forms that the scorecard is written in.
enum ReportFormat: String, CaseIterable {
  case html, markdown, text
}

extension Option {
  static let output = Option("output", .text("DIR"), help: "the folder to write to")

  static let scorecardFormat = Option(
    "format", .choice(ReportFormat.allCases.map(\.rawValue)), help: "how the scorecard is written")

  static let pageLanguage = Option(
    "language", .choice(Language.allCases.map(\.rawValue)),
    help: "the language of the pages; labels come from the specification")
}

/// The folder that a report is written to.
private struct ReportFolder {
  typealias File = (name: String, text: String)

  private let shown: String
  private let folder: String
  private let environment: Environment

  init(_ shown: String, _ environment: Environment) {
    self.shown = shown
    self.environment = environment
    folder = FileSystem.join(environment.currentFolder, shown)
  }

  func write(_ files: [File]) -> ExitStatus {
    let names = Set(files.map(\.name))
    let inTheWay = names.sorted().filter { FileSystem.kind(of: path($0)) != nil && !isOwn($0) }
    guard inTheWay.isEmpty else {
      return environment.fail(inTheWay.map { .foreignPage(FileSystem.join(shown, $0)) })
    }
    do throws(FileSystem.Failure) {
      try FileSystem.createFolder(folder)
      for name in try FileSystem.names(in: folder)
      where name.hasSuffix(".html") && !names.contains(name) && isOwn(name) {
        try FileSystem.removeFile(path(name))
      }
      for file in files { try FileSystem.replace(path(file.name), Array(file.text.utf8)) }
    } catch {
      let path = FileSystem.join(shown, FileSystem.name(of: error.path))
      return environment.fail([.unwritableFile(path, error.reason)])
    }
    let first = FileSystem.join(shown, files.first?.name ?? "")
    environment.output.write(
      "Wrote \(TextFlow.count(files.count, "file")) to `\(shown)`: open `\(first)`.\n")
    return .success
  }

  private func path(_ name: String) -> String { FileSystem.join(folder, name) }

  /// Whether an earlier report wrote the file: its pages say so, and its texts have names that are only theirs.
  private func isOwn(_ name: String) -> Bool {
    guard name.hasSuffix(".html") else { return FileSystem.kind(of: path(name)) == .file }
    guard let bytes = try? FileSystem.read(path(name)) else { return false }
    return String(decoding: bytes.prefix(2048), as: UTF8.self)
      .contains("content=\"\(Site.generator)\"")
  }
}
