import KPIDiagnostics
import KPIFormat
import KPISource
import KPISyntax
import KPIWorkspace

extension Command {
  static let format = Command(
    name: "fmt",
    summary: "lay out the specification in the canonical way",
    discussion: """
      Rewrites every `.kpi` file of the project whose layout is not canonical, and prints its path. Only white \
      space changes: names, values, comments and their order stay. There is one layout and no options for it. \
      A single `-` reads standard input and writes the result to standard output.

      With `--check` or `--diff` no file is written; with `--check` the exit status is 1 when a layout is not \
      canonical. What cannot be read is left as it is, and named on standard error.
      """,
    parameters: [
      Parameter(
        "PATH", .many,
        help: "files and folders, or `-` for standard input (default: the whole project)")
    ],
    options: [.project, .layoutCheck, .layoutDiff],
    examples: [
      Example("fmt", "lay out the project around the working folder"),
      Example("fmt --check", "in a pull request: is everything laid out?"),
      Example("fmt --diff sales.kpi", "see what would change"),
    ],
    run: format)

  private static func format(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let run = FormatRun(
      isCheck: invocation.has(.layoutCheck), isDiff: invocation.has(.layoutDiff),
      environment: environment)
    if invocation.arguments.contains("-") {
      if let other = invocation.arguments.first(where: { $0 != "-" }) {
        return environment.fail([.unexpectedArgument(other, of: "fmt")])
      }
      return run.standardInput()
    }
    return run.files(invocation.projectPaths(invocation.arguments))
  }
}

extension Option {
  static let layoutCheck = Option(
    "check", .flag, help: "write nothing; print the paths of files that would change")

  static let layoutDiff = Option("diff", .flag, help: "write nothing; print what would change")
}

/// One run of `kpi fmt`.
private struct FormatRun {
  let isCheck: Bool
  let isDiff: Bool
  let environment: Environment

  func files(_ paths: [String]) -> ExitStatus {
    let found = Discovery.find(paths, from: environment.currentFolder)
    guard found.diagnostics.isEmpty else { return environment.fail(found.diagnostics) }
    let results = Workers.all.map(found.files) { FormatRun.format($0) }
    var hasChanges = false
    for (file, formatted) in zip(found.files, results) {
      note(formatted, in: file)
      guard formatted.bytes != file.bytes else { continue }
      hasChanges = true
      if isDiff {
        writeDiff(file, formatted)
      } else {
        if !isCheck, let problem = replace(file, formatted) { return environment.fail([problem]) }
        environment.output.write(file.path + "\n")
      }
    }
    return isCheck && hasChanges ? .findings : .success
  }

  func standardInput() -> ExitStatus {
    let name = "standard input"
    let bytes: [UInt8]
    do throws(FileSystem.Failure) {
      bytes = try environment.readInput()
    } catch {
      return environment.fail([.unreadableFile(name, reason: error.reason)])
    }
    // Written out as text, other bytes would come back changed.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return environment.fail([.unreadableFile(name, reason: "it is not UTF-8 text")])
    }
    let file = SourceText(path: name, bytes: bytes)
    let formatted = FormatRun.format(file)
    note(formatted, in: file)
    if isDiff {
      writeDiff(file, formatted)
    } else if !isCheck {
      environment.output.write(formatted.text)
    }
    return isCheck && formatted.bytes != bytes ? .findings : .success
  }

  private static func format(_ file: SourceText) -> Formatted {
    let (tree, diagnostics) = parse(file, file: FileID(0))
    let problems = diagnostics.compactMap { diagnostic in
      if case .source(let range) = diagnostic.location { range } else { nil }
    }
    return KPIFormat.format(tree, problems: problems)
  }

  private func replace(_ file: SourceText, _ formatted: Formatted) -> Diagnostic? {
    let path = FileSystem.join(environment.currentFolder, file.path)
    do throws(FileSystem.Failure) {
      try FileSystem.replace(path, formatted.bytes)
      return nil
    } catch {
      return .unwritableFile(file.path, error.reason)
    }
  }

  private func writeDiff(_ file: SourceText, _ formatted: Formatted) {
    let diff = UnifiedDiff(from: file.bytes, to: formatted.bytes)
    environment.output.write(diff.text(path: file.path))
  }

  /// Says which lines were left alone, by the numbers that they have when the run is over.
  private func note(_ formatted: Formatted, in file: SourceText) {
    for (range, lines) in zip(formatted.unformatted, formatted.unformattedLines) {
      let first =
        isCheck || isDiff
        ? file.position(of: range.bytes.lowerBound).line : lines.lowerBound
      let last = first + lines.count - 1
      let place = first == last ? "line \(first) is" : "lines \(first) to \(last) are"
      environment.errors.write(
        "\(file.path): \(place) left as written, since `kpi check` finds mistakes there\n")
    }
  }
}
