import KPIDiagnostics
import KPIModel
import KPISource
import KPIText
import KPIWorkspace

extension Command {
  static let test = Command(
    name: "test",
    summary: "run the tests of the specification",
    discussion: """
      Runs every `test` of the project: the rows that it gives are read in memory, its formulas are computed from \
      them, and the values are compared with what it expects. No data file is opened.

      Of the project around a file that is named, the tests in this file are run.

      The exit status is 1 when a test fails or the specification has errors.
      """,
    parameters: [Parameter("PATH", .many, help: "files and folders (default: the whole project)")],
    options: [.testFormat, .testFilter, .project],
    examples: [
      Example("test", "run every test of the project"),
      Example("test sales.kpi", "only the tests in a file"),
      Example("test --filter refund", "only the tests whose names hold a word"),
      Example("test --format junit", "for a CI server"),
    ],
    run: test)

  private static func test(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.choice(.testFormat, TestFormat.self) ?? .text
    let chosen = ChosenFiles(invocation, in: environment.currentFolder)
    switch environment.openWithoutErrors(chosen.projectPaths, reportingAs: format.reportFormat) {
    case .stopped(let status): return status
    case .ready(let project):
      let isChosen = chosen.filter(of: project)
      var tests = project.specification.tests.filter { isChosen($0.origin.file) }
      if let filter = invocation.text(.testFilter) {
        let known = tests.map(\.label)
        tests = tests.filter { $0.label.lowercased().contains(filter.lowercased()) }
        guard !tests.isEmpty else {
          return environment.fail([.noSuchTest(filter, known: known)], as: format.reportFormat)
        }
      }
      let outcomes = project.run(tests)
      let report = TestReport(outcomes, of: project.sources)
      environment.output.write(report.text(as: format, painter: environment.outputPainter))
      return outcomes.allSatisfy(\.hasPassed) ? .success : .findings
    }
  }
}

/// The forms that the outcome of tests is written in.
enum TestFormat: String, CaseIterable {
  case text, json, junit

  var reportFormat: Report.Format {
    switch self {
    case .text: .text
    case .json: .json
    case .junit: .junit
    }
  }
}

extension Option {
  static let testFormat = Option(
    "format", .choice(TestFormat.allCases.map(\.rawValue)), help: "how the outcome is written")

  static let testFilter = Option(
    "filter", .text("TEXT"), help: "run only the tests whose names hold this text")
}
