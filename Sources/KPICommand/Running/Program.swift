import KPIDiagnostics

extension Command {
  /// The whole program: finds the command, reads its arguments and runs it.
  package static func run(arguments: [String], in environment: Environment) -> Int32 {
    let status = dispatch(arguments[...], environment)
    // Output that did not arrive is worse than any finding.
    return environment.output.hasFailed ? ExitStatus.failure.rawValue : status.rawValue
  }

  private static func dispatch(
    _ arguments: ArraySlice<String>, _ environment: Environment
  ) -> ExitStatus {
    let help = Help(painter: environment.outputPainter, width: environment.proseWidth)
    switch arguments.first {
    case nil, "--help", "-h":
      environment.output.write(help.overview(of: all))
      return .success
    case "--version", "-V":
      environment.output.write("kpi \(Version.current)\n")
      return .success
    case "help":
      let name = arguments.dropFirst().first
      return dispatch(name.map { [$0, "--help"] } ?? ["--help"], environment)
    case .some(let name):
      let format = reportFormat(asked: arguments)
      guard let command = all.first(where: { $0.name == name }) else {
        return environment.fail(
          [.unknownCommand(name, known: all.map(\.name) + ["help"])], as: format)
      }
      let options = arguments.dropFirst().prefix { $0 != "--" }
      if options.contains("--help") || options.contains("-h") {
        environment.output.write(help.page(of: command))
        return .success
      }
      let reader = ArgumentReader(command, arguments.dropFirst())
      guard let invocation = reader.invocation else {
        return environment.fail(reader.diagnostics, as: format)
      }
      return command.run(invocation, environment)
    }
  }

  /// The form in which wrong usage is reported, found even where the arguments are wrong: a program that
  /// asked for JSON gets JSON.
  private static func reportFormat(asked arguments: ArraySlice<String>) -> Report.Format {
    for (index, argument) in zip(arguments.indices, arguments) {
      if argument.hasPrefix("--format=") {
        return Report.Format(rawValue: String(argument.dropFirst(9))) ?? .text
      }
      if argument == "--format", index + 1 < arguments.endIndex {
        return Report.Format(rawValue: arguments[index + 1]) ?? .text
      }
    }
    return .text
  }
}
