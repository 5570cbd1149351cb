import KPIDiagnostics
import KPISource
import KPIText
import KPIWorkspace

extension Command {
  static let check = Command(
    name: "check",
    summary: "parse, resolve and type-check the specification",
    discussion: """
      Reads every `.kpi` file of the project and reports all that is wrong with it: names, types, units, \
      references, targets, ownership. Data files are not opened.

      With `--fix` the findings that can be mended in one way only are mended in the files first; the report is about \
      what is left.

      The exit status is 1 when there are findings as bad as `--fail-on` says, and 2 when a file cannot be read.
      """,
    parameters: [Parameter("PATH", .many, help: "files and folders (default: the whole project)")],
    options: [.fix, .reportFormat, .failOn, .project],
    examples: [
      Example("check", "check the project around the working folder"),
      Example("check --format github --fail-on warning", "in a pull request"),
      Example("check --fix", "correct misspelled names"),
    ],
    run: check)

  private static func check(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.choice(.reportFormat, Report.Format.self) ?? .text
    let paths = invocation.projectPaths(invocation.arguments)
    guard var project = environment.open(paths, reportingAs: format) else { return .failure }
    if invocation.has(.fix) {
      let fixed = Fixing.apply(project.diagnostics, to: project.sources)
      for file in fixed.files {
        do throws(FileSystem.Failure) {
          try FileSystem.replace(
            FileSystem.join(environment.currentFolder, file.path), file.bytes)
        } catch {
          return environment.fail([.unwritableFile(file.path, error.reason)], as: format)
        }
      }
      if fixed.count > 0 {
        environment.errors.write("mended \(TextFlow.count(fixed.count, "finding"))\n")
        guard let again = environment.open(paths, reportingAs: format) else { return .failure }
        project = again
      }
    }
    let report = Report(
      project.diagnostics, sources: project.sources, fileCount: project.sources.files.count)
    environment.write(report, as: format, isResult: true)
    let limit = invocation.choice(.failOn, Severity.self) ?? .error
    return project.diagnostics.contains { $0.severity >= limit } ? .findings : .success
  }
}

extension Option {
  static let fix = Option(
    "fix", .flag, help: "mend in the files what can be mended in one way only")

  static let reportFormat = Option(
    "format", .choice(Report.Format.allCases.map(\.rawValue)), help: "how findings are written")

  static let failOn = Option(
    "fail-on", .choice(["error", "warning", "note"]),
    help: "the least severity that makes the exit status 1")
}
