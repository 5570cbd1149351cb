import KPIDiagnostics

extension Command {
  static let explain = Command(
    name: "explain",
    summary: "explain a diagnostic",
    discussion: """
      Prints the page of a rule: what it means, why it matters, an input that raises it, and the same \
      input mended. The rule is named by its code or its name, whichever the message shows.
      """,
    parameters: [Parameter("RULE", .one, help: "a code or a name of a rule")],
    options: [.pageFormat],
    examples: [
      Example("explain unit-mismatch", "why amounts in two units cannot be added"),
      Example("explain KPI2003 --format markdown", "the same page for a wiki"),
    ],
    run: explain)

  private static func explain(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let name = invocation.arguments[0]
    guard let rule = Catalogue.rule(named: name) else {
      return environment.fail([.unknownTopic(name, known: Catalogue.all.map(\.name))])
    }
    let page = RulePage(rule)
    environment.output.write(
      invocation.text(.pageFormat) == "markdown"
        ? page.markdown
        : page.text(width: environment.proseWidth, painter: environment.outputPainter))
    return .success
  }
}

extension Option {
  static let pageFormat = Option(
    "format", .choice(["text", "markdown"]), help: "how the page is written")
}
