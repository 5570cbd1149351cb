package import KPIDiagnostics
package import KPIModel
import KPISource
package import KPIText
package import KPIWorkspace

/// Everything that a command learns from outside and all it gives back, so that a test can be the outside.
package struct Environment {
  /// An absolute path.
  package let currentFolder: String
  package let today: Day
  package let output: any TextSink
  package let errors: any TextSink
  package let outputTerminal: Terminal?
  package let errorTerminal: Terminal?
  private let variables: @Sendable (String) -> String?
  private let input: () throws(FileSystem.Failure) -> [UInt8]
  private let left = Left()

  /// The screen behind a stream.
  package struct Terminal: Sendable {
    package let width: Int?
    package init(width: Int?) { self.width = width }
  }

  package init(
    currentFolder: String, today: Day, output: any TextSink, errors: any TextSink,
    outputTerminal: Terminal? = nil, errorTerminal: Terminal? = nil,
    variables: @escaping @Sendable (String) -> String? = { _ in nil },
    input: @escaping () throws(FileSystem.Failure) -> [UInt8] = { [] }
  ) {
    self.currentFolder = currentFolder
    self.today = today
    self.output = output
    self.errors = errors
    self.outputTerminal = outputTerminal
    self.errorTerminal = errorTerminal
    self.variables = variables
    self.input = input
  }

  /// Keeps what a command has done with: it goes with the process at once, which is sooner than part by part.
  func leave(_ remains: Any) { left.values.append(remains) }

  private final class Left {
    var values: [Any] = []
  }

  package func variable(_ name: String) -> String? { variables(name) }

  /// A project that takes what its sources need from this environment.
  func project(_ files: [SourceText], root: String) -> Project {
    Project(files, root: root, variable: variables)
  }

  /// All of standard input.
  package func readInput() throws(FileSystem.Failure) -> [UInt8] { try input() }

  package var outputPainter: Painter { painter(for: outputTerminal) }
  package var errorPainter: Painter { painter(for: errorTerminal) }

  /// Colour is for terminals, unless somebody said that they do not want it.
  private func painter(for terminal: Terminal?) -> Painter {
    let isUnwanted = variable("NO_COLOR").map { !$0.isEmpty } ?? false
    return Painter(isColoured: terminal != nil && !isUnwanted && variable("TERM") != "dumb")
  }

  /// The width that prose is filled to.
  package var proseWidth: Int { min(100, max(40, outputTerminal?.width ?? 100)) }
}

/// Somewhere that text goes.
package protocol TextSink: AnyObject {
  func write(_ text: String)
  /// Whether some text could not be written.
  var hasFailed: Bool { get }
}

/// Keeps the text; tests look at it.
package final class TextBuffer: TextSink {
  package private(set) var text = ""
  package let hasFailed = false

  package init() {}

  package func write(_ text: String) { self.text += text }
}

// MARK: - Reporting

extension Environment {
  /// Prints findings.
  ///
  /// Forms for programs go to standard output, where the program reads. Text for people goes there too when
  /// it is the result that was asked for, and to standard error when it stands beside a result.
  package func write(_ report: Report, as format: Report.Format, isResult: Bool = false) {
    let isForPeople = format == .text || format == .concise
    let sink = isForPeople && !isResult ? errors : output
    let painter = isForPeople && !isResult ? errorPainter : outputPainter
    report.write(
      as: format, painter: painter, toolVersion: Version.current, workers: .all, to: sink.write)
  }

  /// Reports why nothing could be done.
  package func fail(_ diagnostics: [Diagnostic], as format: Report.Format = .text) -> ExitStatus {
    write(Report(diagnostics, fileCount: nil), as: format)
    return .failure
  }
}
