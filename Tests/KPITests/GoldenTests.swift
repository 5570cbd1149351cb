import Foundation
import KPICommand
import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax
import KPIWorkspace
import Testing

/// Runs every case and compares what it pins; `UPDATE_GOLDEN=1` writes what came out instead.
@Suite struct GoldenTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil

  @Test(arguments: GoldenCase.all)
  func caseHolds(golden: GoldenCase) throws {
    let folder = try CaseFolder(golden)
    defer { folder.remove() }
    var updated = golden
    var question: [String] = []
    var pinsProblems = false
    for (index, part) in golden.parts.enumerated() {
      guard case .section(var section) = part else { continue }
      let printed: String?
      switch section.kind {
      case .source, .data: printed = nil
      case .ask:
        question = GoldenCase.words(section.text)
        printed = nil
      case .problems:
        pinsProblems = true
        // Cases are about one thing; opinions are given where the case asks for a profile.
        let profile = section.argument.isEmpty ? "none" : section.argument
        printed = folder.run(["check", "--profile", profile]).output
      case .result: printed = folder.ask(question)
      case .plan:
        printed = folder.run(["explain", section.argument]).output
      case .diff:
        // Both sides are checked on the way.
        pinsProblems = true
        let run = folder.run(
          ["diff", "--against", "before"] + GoldenCase.words(section.argument))
        printed = run.output + run.errors + "exit \(run.status)\n"
      }
      guard let printed else { continue }
      if Self.isUpdating {
        section.body = Array(printed.utf8)
        updated.parts[index] = .section(section)
      } else {
        #expect(section.text == printed, "\(golden.path): \(golden.title)")
      }
    }
    if !pinsProblems {
      let check = folder.run(["check", "--profile", "none"])
      #expect(check.status == 0, "\(golden.path) does not check:\n\(check.output)")
    }
    if Self.isUpdating, updated.bytes != golden.bytes {
      try Data(updated.bytes).write(
        to: URL(fileURLWithPath: GoldenCase.folder + "/Cases/" + golden.path))
    }
  }

  @Test(arguments: GoldenCase.all)
  func sourcesPrintBackUnchanged(golden: GoldenCase) {
    for file in golden.files where file.path.hasSuffix(".kpi") {
      let tree = parse(SourceText(path: file.path, bytes: file.bytes), file: FileID(0)).tree
      #expect(tree.bytes == file.bytes)
    }
  }

  /// A comment `// ^^^ rule-name` pins the place of a finding on the line above.
  @Test(arguments: GoldenCase.all)
  func pinnedSpansAreFound(golden: GoldenCase) {
    let files = golden.files.filter { $0.path.hasSuffix(".kpi") }
      .map { SourceText(path: $0.path, bytes: $0.bytes) }
    let project = Project(files)
    let found = Set(
      project.diagnostics.compactMap { diagnostic -> Pin? in
        guard case .source(let range) = diagnostic.location else { return nil }
        let file = project.sources[range.file]
        let start = file.position(of: range.bytes.lowerBound)
        return Pin(
          path: file.path, line: start.line, column: start.column, length: range.bytes.count,
          rule: diagnostic.rule.name)
      })
    for pin in files.flatMap(Pin.all) { #expect(found.contains(pin), "\(pin) in \(golden.path)") }
  }

  @Test func thereAreEnoughCases() {
    #expect(GoldenCase.all.count >= 120)
  }
}

extension GoldenCase: CustomTestStringConvertible {
  var testDescription: String { path }
}

/// A place that a comment in a source points at.
struct Pin: Hashable, CustomStringConvertible {
  let path: String
  let line: Int
  let column: Int
  let length: Int
  let rule: String

  var description: String { "\(rule) at \(path):\(line):\(column)+\(length)" }

  static func all(in file: SourceText) -> [Pin] {
    (1...file.lineCount).compactMap { number in
      let line = file.line(number)
      guard line.drop(while: { $0 == " " }).hasPrefix("//"), let first = line.firstIndex(of: "^")
      else { return nil }
      let carets = line[first...].prefix { $0 == "^" }
      let rule = line[carets.endIndex...].drop { $0 == " " }
      return Pin(
        path: file.path, line: number - 1, column: line[..<first].utf8.count + 1,
        length: carets.count, rule: String(rule))
    }
  }
}

/// A case written out to a folder of its own, where commands run on it.
struct CaseFolder {
  let path: String

  init(_ golden: GoldenCase) throws {
    path = Self.newPath()
    for file in golden.files {
      let url = URL(fileURLWithPath: path + "/" + file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }

  /// A new folder within a new folder: a project reaches up to a parent that has `.kpi` files too, and
  /// the folder for temporary files may have some of somebody else's.
  static func newPath() -> String {
    FileManager.default.temporaryDirectory.path + "/kpi-case-" + UUID().uuidString + "/project"
  }

  func remove() {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.removeItem(atPath: parent)
  }

  func run(_ arguments: [String]) -> (output: String, errors: String, status: Int32) {
    let (output, errors) = (TextBuffer(), TextBuffer())
    let environment = Environment(
      currentFolder: path, today: Day(year: 2026, month: 11, day: 23) ?? .first, output: output,
      errors: errors)
    let status = Command.run(arguments: arguments, in: environment)
    return (output.text, errors.text, status)
  }

  /// The result of a question in CSV; where it fails, the findings and the exit status.
  func ask(_ question: [String]) -> String {
    let hasFormat = question.contains { $0.hasPrefix("--format") }
    let run = run(question + (hasFormat ? [] : ["--format", "csv"]))
    return run.status == 0 ? run.output : run.output + run.errors + "exit \(run.status)\n"
  }
}
