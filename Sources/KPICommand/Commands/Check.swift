import KPIDiagnostics
import KPILint
import KPIModel
import KPISource
import KPIText
import KPIWorkspace

extension Command {
  static let check = Command(
    name: "check",
    summary: "parse, resolve and type-check the specification, and give opinions about it",
    discussion: """
      Reads every `.kpi` file of the project and reports all that is wrong with it: names, types, units, \
      references, targets. Where there is no error, opinions follow: KPIs without an owner, overdue reviews, targets \
      that have ended. How many of them are given is the profile's affair, and single ones are weighed in \
      `company { lint { … } }` and silenced with `allow … because` where they stand.

      With `--live` every table is compared with its rows as well. A database is asked by few queries that change nothing: \
      whether each declared column is there and of a type that fits, how many rows lack a required value or have one that \
      is not declared, how many keys stand in several rows, and how many references lead nowhere; the findings stand at \
      the declaration. A file is read from its first row to its last.

      Otherwise data is looked at, and KPIs evaluated, with `--data` only; the history that git keeps is read with \
      `--history` only, for the opinions about KPIs and targets that nobody has touched for long. It must have been \
      fetched from its beginning.

      With `--fix` the findings that can be mended in one way only are mended in the files first; the report is about \
      what is left. Fixes that may change a value are made with `--unsafe-fixes` too.

      A file that is named is checked together with the project around it; only what stands in it is reported.

      A baseline lists findings that are left for later, by rule and declaration, so that only new ones are reported. What \
      is not looked for (with errors, `--only`, a file, another profile, or without `--data`) stays listed.

      The exit status is 1 when there are findings as bad as `--fail-on` says, and 2 when a file cannot be read \
      or a database cannot be asked.
      """,
    parameters: [
      Parameter(
        "PATH", .many, help: "folders, or files of one project (default: the whole project)")
    ],
    options: [
      .profile, .only, .live, .data, .history, .fix, .unsafeFixes, .baseline, .writeBaseline,
      .pruneBaseline,
      .checkedOn, .reportFormat, .failOn, .project,
    ],
    examples: [
      Example("check", "check the project around the working folder"),
      Example("check --format github --fail-on warning", "in a pull request"),
      Example("check --history --data", "with the opinions that take longer"),
      Example("check --live", "after the tables of the warehouse have changed"),
      Example("check --fix", "correct misspelled names"),
      Example("check --profile strict --only stale-review", "one opinion alone"),
    ],
    run: { invocation, environment in CheckRun(invocation, environment).run() })
}

/// One run of `kpi check`.
private struct CheckRun {
  let invocation: Invocation
  let environment: Environment
  private let chosen: ChosenFiles
  private let format: Report.Format

  init(_ invocation: Invocation, _ environment: Environment) {
    self.invocation = invocation
    self.environment = environment
    chosen = ChosenFiles(invocation, in: environment.currentFolder)
    format = invocation.choice(.reportFormat, Report.Format.self) ?? .text
  }

  func run() -> ExitStatus {
    do throws(Stop) {
      let baseline = try invocation.text(.baseline).map { (path) throws(Stop) in
        try read(path)
      }
      let only = try onlyRules()
      var project = try open(chosen.projectPaths)
      var verdict = verdict(of: project, only: only)
      if invocation.has(.fix) {
        var mended = 0
        // What one fix uncovers, the next round mends.
        for _ in 0..<Self.mostRounds {
          let count = try fix(verdict.diagnostics, in: project)
          if count == 0 { break }
          mended += count
          project = try open(chosen.projectPaths)
          verdict = self.verdict(of: project, only: only)
        }
        if mended > 0 {
          environment.errors.write("mended \(TextFlow.count(mended, "finding"))\n")
        }
      }
      if let path = invocation.text(.writeBaseline) {
        try write(verdict, to: path)
      }
      if let baseline {
        try sift(&verdict, by: baseline)
      }
      return report(verdict, of: project)
    } catch {
      return error.status
    }
  }

  /// What ended the run was reported.
  private struct Stop: Error {
    var status = ExitStatus.failure
  }

  private func fail(_ diagnostic: Diagnostic) -> Stop {
    Stop(status: environment.fail([diagnostic], as: format))
  }

  private func open(_ paths: [String]) throws(Stop) -> Project {
    guard let project = environment.open(paths, reportingAs: format) else { throw Stop() }
    return project
  }

  // MARK: Opinions

  private func onlyRules() throws(Stop) -> Set<Rule>? {
    if let profile = invocation.text(.profile) {
      if profile == "none" { return [] }
      guard Profile(rawValue: profile) != nil else {
        throw fail(
          .invalidOptionValue(
            "--profile", profile, choices: ["none"] + Profile.allCases.map(\.rawValue)))
      }
    }
    let names = invocation.list(.only)
    guard !names.isEmpty else { return nil }
    var rules: Set<Rule> = []
    for name in names {
      guard let rule = Catalogue.anyRule(named: name) else {
        throw fail(.noSuchRule(name, option: "--only", known: Catalogue.complete.map(\.name)))
      }
      rules.insert(rule)
    }
    return rules
  }

  private func verdict(of project: Project, only: Set<Rule>?) -> Lint.Verdict {
    let today = invocation.day(.checkedOn) ?? environment.today
    var lint = Lint(
      profile: invocation.text(.profile).flatMap(Profile.init), only: only, today: today)
    var found: [Diagnostic] = []
    if invocation.has(.data), !project.hasErrors {
      let (observations, diagnostics) = project.observations(on: today, threads: Threads.available)
      lint.evidence.observations = observations
      found = diagnostics
    }
    if invocation.has(.live), !project.hasErrors {
      found += project.liveFindings(asOf: today, threads: Threads.available)
    }
    if invocation.has(.history) {
      switch history(of: project, today) {
      case .success(let history): lint.evidence.history = history
      case .failure(let reason): found.append(reason.diagnostic)
      }
    }
    var verdict = project.verdict(of: lint, besides: found)
    if !chosen.areAll { limit(&verdict, of: project) }
    return verdict
  }

  /// Leaves what stands in the files that were named.
  private func limit(_ verdict: inout Lint.Verdict, of project: Project) {
    let isChosen = chosen.filter(of: project)
    func isWanted(_ finding: Diagnostic) -> Bool {
      if case .source(let range) = finding.location { isChosen(range.file) } else { true }
    }
    let others = verdict.diagnostics.filter { !isWanted($0) && $0.rule.severity == .error }
    if !others.isEmpty {
      environment.errors.write(
        "\(TextFlow.count(others.count, "error")) in other files of the project; opinions are given "
          + "when there is none\n")
    }
    verdict.diagnostics = verdict.diagnostics.filter(isWanted)
    verdict.suppressed = verdict.suppressed.filter { isWanted($0.diagnostic) }
    // Of the other files nothing is known.
    verdict.lookedFor = []
  }

  /// A remark on why the history is not known.
  private struct Unknown: Error {
    let diagnostic: Diagnostic
  }

  private func history(of project: Project, _ today: Day) -> Result<ChangeHistory, Unknown> {
    let answer = Blame.history(
      of: project.sources.files, from: environment.currentFolder, root: project.root, today: today,
      searchPath: environment.variable("PATH"))
    switch answer {
    case .success(let history):
      // The first changes that are there look younger than they are.
      return history.isComplete
        ? .success(history) : .failure(Unknown(diagnostic: .partOfHistory()))
    case .failure(let failure):
      let reason = failure.diagnostics.first?.message ?? "git gave no answer"
      return .failure(Unknown(diagnostic: .historyLeftOut(because: reason)))
    }
  }

  // MARK: Fixes

  /// How often the files are read and mended again.
  private static let mostRounds = 20

  /// The number of findings that were mended in the files.
  private func fix(_ diagnostics: [Diagnostic], in project: Project) throws(Stop) -> Int {
    let fixed = Fixing.apply(
      diagnostics, to: project.sources, unsafeToo: invocation.has(.unsafeFixes))
    for file in fixed.files { try write(file.bytes, to: file.path) }
    return fixed.count
  }

  // MARK: Baseline

  private func read(_ path: String) throws(Stop) -> Baseline {
    let bytes: [UInt8]
    do throws(FileSystem.Failure) {
      bytes = try FileSystem.read(FileSystem.join(environment.currentFolder, path))
    } catch {
      throw fail(.unreadableFile(path, reason: error.reason))
    }
    do throws(Baseline.BrokenLine) {
      return try Baseline(text: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw fail(.brokenBaseline(path, line: error.number))
    }
  }

  /// Of what was not looked for, what is listed already stays listed.
  private func write(_ verdict: Lint.Verdict, to path: String) throws(Stop) {
    var baseline = Baseline(of: verdict.diagnostics)
    // An opinion that the company denies is no error of the specification.
    if verdict.diagnostics.contains(where: { $0.rule.severity == .error }) {
      environment.errors.write(
        "\(path) is left as it is: opinions are given when there are no errors, so mend these first\n"
      )
      return
    }
    if FileSystem.kind(of: FileSystem.join(environment.currentFolder, path)) == .file {
      let known = try read(path)
      baseline = baseline.united(with: known.without(known.limited(to: verdict.lookedFor)))
    }
    try write(Array(baseline.text.utf8), to: path)
    environment.errors.write("wrote \(TextFlow.count(baseline.count, "finding")) to \(path)\n")
  }

  /// Leaves out what the baseline lists, and tells of what it lists in vain.
  private func sift(_ verdict: inout Lint.Verdict, by baseline: Baseline) throws(Stop) {
    let (reported, suppressed, over) = baseline.sift(verdict.diagnostics)
    let left = over.limited(to: verdict.lookedFor)
    verdict.diagnostics = reported
    verdict.suppressed += suppressed
    if invocation.has(.pruneBaseline), verdict.lookedFor.isEmpty,
      let path = invocation.text(.baseline)
    {
      environment.errors.write(
        "\(path) is left as it is: whether its findings occur is known of a whole project without errors only\n"
      )
    }
    guard left.count > 0, let path = invocation.text(.baseline) else { return }
    if invocation.has(.pruneBaseline) {
      try write(Array(baseline.without(left).text.utf8), to: path)
      environment.errors.write("took \(TextFlow.count(left.count, "finding")) out of \(path)\n")
    } else {
      environment.errors.write(
        "\(TextFlow.count(left.count, "finding")) of \(path) "
          + (left.count == 1 ? "does" : "do") + " not occur any more; --prune-baseline takes "
          + (left.count == 1 ? "it" : "them") + " out\n")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Stop) {
    do throws(FileSystem.Failure) {
      try FileSystem.replace(FileSystem.join(environment.currentFolder, path), bytes)
    } catch {
      throw fail(.unwritableFile(path, error.reason))
    }
  }

  // MARK: Report

  private func report(_ verdict: Lint.Verdict, of project: Project) -> ExitStatus {
    let isChosen = chosen.filter(of: project)
    let report = Report(
      verdict.diagnostics, suppressed: verdict.suppressed, sources: project.sources,
      fileCount: project.sources.files.indices.count(where: { isChosen(FileID($0)) }))
    environment.write(report, as: format, isResult: true)
    environment.leave((report, project))
    let limit = invocation.choice(.failOn, Severity.self) ?? .error
    return ExitStatus(verdict.diagnostics, failOn: limit)
  }
}

extension Option {
  static let profile = Option(
    "profile", .text("PROFILE"),
    help:
      "how many opinions are given: none, starter, standard or strict (default: as the company says, or standard)"
  )

  static let only = Option("only", .list("RULE"), help: "these opinions and no others")

  static let live = Option(
    "live", .flag,
    help: "compare the tables with their databases and files: columns, types, keys, references")

  static let data = Option(
    "data", .flag, help: "evaluate the KPIs too, for the opinions about how they stand")

  static let history = Option(
    "history", .flag,
    help: "read in git when each line was changed, for the opinions about what nobody touches")

  static let fix = Option(
    "fix", .flag, help: "mend in the files what can be mended in one way only")

  static let unsafeFixes = Option(
    "unsafe-fixes", .flag, help: "with --fix: also where a value may change")

  static let baseline = Option(
    "baseline", .text("FILE"), help: "leave out the findings that the file lists")

  static let writeBaseline = Option(
    "write-baseline", .text("FILE"), help: "write a file that lists all findings but errors")

  static let pruneBaseline = Option(
    "prune-baseline", .flag,
    help: "with --baseline: take out of the file what does not occur any more")

  static let checkedOn = Option(
    "as-of", .day, help: "the day on which the specification is looked at (default: today)")

  static let reportFormat = Option(
    "format", .choice(Report.Format.allCases.map(\.rawValue)), help: "how findings are written")

  static let failOn = Option(
    "fail-on", .choice(["error", "warning", "note"]),
    help: "the least severity that makes the exit status 1")
}
