import KPIDiagnostics
import KPIModel
import KPIWorkspace

extension Command {
  static let explain = Command(
    name: "explain",
    summary: "explain a metric or a finding",
    discussion: """
      For a metric or a KPI: its formula in plain words, the measures it is computed from with their filters and \
      dates, what uses it, and who answers for it. For a rule: what it means, why it matters, an input that \
      raises it, and the same input mended.
      """,
    parameters: [Parameter("NAME", .one, help: "a metric, a KPI, or a rule by its code or name")],
    options: [.pageFormat, .project],
    examples: [
      Example("explain revenue", "where the number comes from"),
      Example("explain KPI2003", "why amounts in two units cannot be added"),
    ],
    run: explain)

  private static func explain(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let name = invocation.arguments[0]
    if let rule = Catalogue.rule(named: name) {
      let page = RulePage(rule)
      environment.output.write(
        invocation.text(.pageFormat) == "markdown"
          ? page.markdown
          : page.text(width: environment.proseWidth, painter: environment.outputPainter))
      return .success
    }
    let found = Discovery.find(invocation.projectPaths(), from: environment.currentFolder)
    let project = Project(found.files, root: found.root)
    guard let metric = project.specification.metric(named: name) else {
      let known = project.specification.metrics.map(\.name) + Catalogue.all.map(\.name)
      return environment.fail([.unknownTopic(name, known: known)])
    }
    environment.output.write(MetricPage(metric, of: project).text)
    return .success
  }
}

extension Option {
  static let pageFormat = Option(
    "format", .choice(["text", "markdown"]), help: "how the page of a rule is written")
}
