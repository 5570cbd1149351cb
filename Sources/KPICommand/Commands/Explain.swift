import KPIDiagnostics
import KPILint
import KPIModel
import KPIText
import KPIWorkspace

extension Command {
  static let explain = Command(
    name: "explain",
    summary: "explain a metric, one of its values, an objective, or a finding",
    discussion: """
      For a metric or a KPI: its formula in plain words, the measures it is computed from with their filters and \
      dates, what uses it, and who answers for it. For an objective, a scorecard, an initiative or an assumption: what \
      it says, and what it has to do with the others. For a rule: what it means, why it matters, an input that \
      raises it, and the same input mended.

      With `--at` a metric's value in that period is derived: the arithmetic down to each measure, and for each \
      measure the rows that were read, those that were left out and why, and those that are in. Formulas that are \
      no metric are shown in the base of their unit, times in seconds.
      """,
    parameters: [
      Parameter(
        "NAME", .one,
        help: "a metric, a KPI, an objective, a scorecard, or a rule by its code or name")
    ],
    options: [.at, .where, .asOf, .pageFormat, .threads, .project],
    examples: [
      Example("explain revenue", "where the number comes from"),
      Example("explain revenue --at 2026-10", "why it is what it is in October"),
      Example("explain KPI2003", "why amounts in two units cannot be added"),
    ],
    run: explain)

  private static func explain(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let name = invocation.arguments[0]
    let format = invocation.choice(.pageFormat, PageFormat.self) ?? .text
    if let rule = Catalogue.anyRule(named: name) {
      return explain(rule, format, invocation, environment)
    }
    if invocation.has(.at) { return derive(name, format, invocation, environment) }
    for option in [Option.where, .asOf] where invocation.has(option) {
      return environment.fail([.optionNeedsPeriod(option.spelling)], as: format.reportFormat)
    }
    guard format == .text else {
      return environment.fail(
        [.pageFormat(format.rawValue, of: "the page of a metric")], as: format.reportFormat)
    }
    let found = Discovery.find(invocation.projectPaths(), from: environment.currentFolder)
    let project = environment.project(found.files, root: found.root)
    if let metric = project.specification.metric(named: name) {
      environment.output.write(MetricPage(metric, of: project).text)
    } else if let page = StrategyPage(name, of: project) {
      environment.output.write(page.text)
    } else {
      return environment.fail([.unknownTopic(name, known: topics(of: project))])
    }
    return .success
  }

  private static func explain(
    _ rule: Rule, _ format: PageFormat, _ invocation: Invocation, _ environment: Environment
  ) -> ExitStatus {
    guard !invocation.has(.at) else {
      return environment.fail([.ruleAtPeriod(rule.name)], as: format.reportFormat)
    }
    let page = RulePage(rule)
    switch format {
    case .text:
      environment.output.write(
        page.text(width: environment.proseWidth, painter: environment.outputPainter))
    case .markdown: environment.output.write(page.markdown)
    case .json:
      return environment.fail(
        [.pageFormat(format.rawValue, of: "the page of a rule")], as: format.reportFormat)
    }
    return .success
  }

  // MARK: A value

  private static func derive(
    _ name: String, _ format: PageFormat, _ invocation: Invocation, _ environment: Environment
  ) -> ExitStatus {
    guard format != .markdown else {
      return environment.fail([.pageFormat(format.rawValue, of: "the derivation of a value")])
    }
    switch environment.openWithoutErrors(
      invocation.projectPaths(), reportingAs: format.reportFormat)
    {
    case .stopped(let status): return status
    case .ready(var project):
      guard project.specification.metric(named: name) != nil else {
        return environment.fail(
          [.unknownTopic(name, known: topics(of: project))], as: format.reportFormat)
      }
      let filter = invocation.text(.where)
      let derived = project.derive(
        DerivationText(
          name: name, period: invocation.text(.at) ?? "", filter: filter,
          asOf: invocation.day(.asOf) ?? environment.today),
        threads: invocation.count(.threads) ?? Threads.available)
      environment.note(derived.diagnostics, of: project, as: format.reportFormat)
      guard let value = derived.value else {
        return derived.isQuestionWrong ? .failure : ExitStatus(derived.diagnostics)
      }
      environment.output.write(
        format == .json
          ? DerivationDocument(value, where: filter, of: project).json.text
          : DerivationPage(value, where: filter, of: project).text)
      return .success
    }
  }

  private static func topics(of project: Project) -> [String] {
    project.specification.metrics.map(\.name) + StrategyPage.names(in: project.specification)
      + Catalogue.complete.map(\.name)
  }
}

/// The forms that explanations are written in.
enum PageFormat: String, CaseIterable {
  case text, markdown, json

  var reportFormat: Report.Format { self == .json ? .json : .text }
}

extension Option {
  static let at = Option(
    "at", .text("PERIOD"), help: "derive the value in this period, such as 2026-10 or 2026-Q3")

  static let pageFormat = Option(
    "format", .choice(PageFormat.allCases.map(\.rawValue)),
    help: "how the explanation is written; `markdown` is for rules, `json` for values")
}
