import KPIDiagnostics
import KPIDiff
import KPIModel
import KPIText
import KPIWorkspace

extension Command {
  static let diff = Command(
    name: "diff",
    summary: "show what a change means, and what it does to the numbers",
    discussion: """
      Compares the specification with an earlier one by meaning: what breaks, which values change, which targets move, \
      what is new, what changes in words only. A formula that is written otherwise and means the same is no change. \
      What changes only because something that it uses does is shown with the way to it.

      A branch that went on meanwhile is compared with at the commit where this one left it, as a pull request shows it. \
      The id of a commit is taken as it is: `--against "$(git rev-parse main)"`.

      Where the data can be read, both specifications are computed from it, and the last periods stand side by side with \
      the statuses that flip. A period that is over and turned from red to green only because its target moved is shown \
      first, always.

      A change that breaks something or changes values is acknowledged by `revision N because "…"` where it is made. The \
      exit status is 1 when one is not, or when a finding is as bad as `--fail-on` says, and 2 when there is nothing to \
      compare with, or a database that the values are in cannot be asked: `--no-values` does without.
      """,
    parameters: [Parameter("PATH", .many, help: "files and folders (default: the whole project)")],
    options: [
      .against, .reviewFormat, .noValues, .periods, .asOf, .failOnFindings, .threads, .project,
    ],
    examples: [
      Example("diff", "what the working branch changes"),
      Example("diff --against main --format markdown", "a comment for a pull request"),
      Example("diff --against ../before --no-values", "compare with a folder, without data"),
    ],
    run: diff)

  private static func diff(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.choice(.reviewFormat, ReviewFormat.self) ?? .text
    let paths = invocation.projectPaths(invocation.arguments)
    // A folder of the project that it is compared with is no part of it.
    let other = invocation.text(.against).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    switch environment.openWithoutErrors(
      paths, without: other, reportingAs: format.reportFormat,
      telling: { environment.tell($0, as: format) })
    {
    case .stopped(let status): return status
    case .ready(let project):
      let found = Base.find(
        invocation.text(.against), for: project.root, paths: paths,
        from: environment.currentFolder, searchPath: environment.variable("PATH"))
      switch found {
      case .failure(let failure):
        return environment.fail(failure.diagnostics, as: format)
      case .success(let base):
        return environment.review(project, against: base, invocation, format)
      }
    }
  }
}

extension Environment {
  fileprivate func review(
    _ project: Project, against base: Base.Found, _ invocation: Invocation, _ format: ReviewFormat
  ) -> ExitStatus {
    let before = self.project(base.files, root: project.root)
    let problems = before.diagnostics.filter { $0.severity == .error }
    if let first = problems.first {
      return fail(
        [.baseWithErrors(base.title, first.message, count: problems.count)], as: format)
    }
    let day = invocation.day(.asOf) ?? today
    let periods = max(1, invocation.count(.periods) ?? 6)
    let comparison = project.comparison(with: before, titled: base.title, asOf: day)
    let valuation =
      invocation.has(.noValues)
      ? nil
      : project.valuation(
        of: comparison, from: before, periods: periods, asOf: day,
        threads: invocation.count(.threads) ?? Threads.available)
    let review = Review(comparison, valuation, sources: project.sources)
    write(review, as: format, periods: periods)
    if format == .text, !review.findings.isEmpty {
      errors.write("\n")
      note(review.findings, of: project)
    }
    if let faults = valuation?.faults, !faults.isEmpty {
      note(faults, of: project)
      return .failure
    }
    return invocation.failOn.map { ExitStatus(review.findings, failOn: $0) } ?? .success
  }

  /// Reports why nothing was compared.
  fileprivate func fail(_ diagnostics: [Diagnostic], as format: ReviewFormat) -> ExitStatus {
    tell(Report(diagnostics, fileCount: nil), as: format)
    return fail(diagnostics, as: format.reportFormat)
  }

  /// Says it where the review would have stood, too, for readers who see nothing else.
  fileprivate func tell(_ fault: Report, as format: ReviewFormat) {
    if format == .markdown { output.write(MarkdownFault(fault).text) }
  }

  private func write(_ review: Review, as format: ReviewFormat, periods: Int) {
    switch format {
    case .text:
      output.write(TextReview(review, painter: outputPainter, periods: periods).text)
    case .markdown: output.write(MarkdownReview(review, periods: periods).text)
    case .json: output.write(JSONReview(review, periods: periods).json.text)
    }
  }
}

/// The forms that a review is written in.
private enum ReviewFormat: String, CaseIterable {
  case text, markdown, json

  /// The form for findings that keeps the output of one run in one format.
  var reportFormat: Report.Format { self == .json ? .json : .text }
}

extension Invocation {
  /// The least severity that makes the exit status 1; `nil` for none.
  fileprivate var failOn: Severity? {
    guard let text = text(.failOnFindings) else { return .error }
    return Severity(rawValue: text)
  }
}

extension Option {
  static let against = Option(
    "against", .text("BASE"),
    help: "what to compare with: a git revision, a folder, a .kpi file or a git bundle")

  static let reviewFormat = Option(
    "format", .choice(ReviewFormat.allCases.map(\.rawValue)), help: "how the review is written")

  static let noValues = Option("no-values", .flag, help: "compare without reading any data")

  static let periods = Option(
    "periods", .count, help: "how many of the last periods are shown of each metric (default: 6)")

  static let failOnFindings = Option(
    "fail-on", .choice(["error", "warning", "note", "never"]),
    help: "the least severity that makes the exit status 1")
}
