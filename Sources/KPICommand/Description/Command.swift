import KPIDiagnostics
/// One command of the program: what it says about itself, and what it does.
package struct Command: Sendable {
  package let name: String
  /// One line for the list of commands, without a full stop.
  package let summary: String
  /// More about it, in paragraphs.
  package let discussion: String
  package let parameters: [Parameter]
  package let options: [Option]
  package let examples: [Example]
  package let run: @Sendable (Invocation, Environment) -> ExitStatus

  package init(
    name: String, summary: String, discussion: String = "", parameters: [Parameter] = [],
    options: [Option] = [], examples: [Example],
    run: @escaping @Sendable (Invocation, Environment) -> ExitStatus
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.parameters = parameters
    self.options = options
    self.examples = examples
    self.run = run
  }

  /// An argument by its place.
  package struct Parameter: Sendable {
    /// The word that stands for it in help, in capitals.
    package let placeholder: String
    package let help: String
    package let arity: Arity

    package enum Arity: Sendable {
      case one, optional, many
    }

    package init(_ placeholder: String, _ arity: Arity, help: String) {
      self.placeholder = placeholder
      self.help = help
      self.arity = arity
    }
  }

  /// A command line with what it is good for.
  package struct Example: Sendable {
    package let line: String
    package let purpose: String

    package init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }
}

/// What the caller learns from the end of the program.
package enum ExitStatus: Int32, Sendable {
  /// Nothing to report.
  case success = 0
  /// There are findings, or a result that was asked to count as a failure.
  case findings = 1
  /// Wrong usage, input that cannot be read, a database that cannot be asked, or an internal error.
  case failure = 2
}

extension ExitStatus {
  /// What findings amount to, when errors are what counts.
  init(_ diagnostics: [Diagnostic], failOn limit: Severity = .error) {
    if diagnostics.contains(where: \.isFault) {
      self = .failure
    } else {
      self = diagnostics.contains { $0.severity >= limit } ? .findings : .success
    }
  }
}
