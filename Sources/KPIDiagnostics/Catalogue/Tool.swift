import KPIText

/// Findings about the command line itself.
extension Rule {
  package static let tool: [Rule] = [
    .unknownCommand, .unknownOption, .missingOptionValue, .invalidOptionValue, .repeatedOption,
    .unexpectedArgument, .missingArgument, .unknownTopic,
    .brokenBaseline, .historyLeftOut,
  ]

  package static let unknownCommand = Rule(
    code: "KPI9001", name: "unknown-command", severity: .error,
    title: "There is no such command",
    explanation: """
      The first word after `kpi` says what to do, and this word is none of the commands. Often a letter \
      is wrong or missing. `kpi --help` lists all commands.
      """,
    example: .project(files: [], command: "lst rules"),
    mended: .project(files: [], command: "list rules"))

  package static let unknownOption = Rule(
    code: "KPI9002", name: "unknown-option", severity: .error,
    title: "The command has no such option",
    explanation: """
      Each command has options of its own, and this one does not know the option that was given. \
      `kpi COMMAND --help` lists them. An argument that begins with `-` and is not meant as an option goes \
      after a lone `--`.
      """,
    example: .project(files: [], command: "list rules --fromat csv"),
    mended: .project(files: [], command: "list rules --format csv"))

  package static let missingOptionValue = Rule(
    code: "KPI9003", name: "missing-option-value", severity: .error,
    title: "An option lacks its value",
    explanation: """
      The option needs a value, as in `--format csv` or `--format=csv`, and none was given. A value that \
      begins with `--` must be written with the equals sign.
      """,
    example: .project(files: [], command: "list rules --format"),
    mended: .project(files: [], command: "list rules --format csv"))

  package static let invalidOptionValue = Rule(
    code: "KPI9004", name: "invalid-option-value", severity: .error,
    title: "An option was given a value that it does not take",
    explanation: """
      The option takes only certain values: one of a few words, a date such as `2026-11-23`, or a period \
      such as `2026-Q4`. Nothing was done, since a guess could answer another question than the one asked.
      """,
    example: .project(files: [], command: "list rules --format xml"),
    mended: .project(files: [], command: "list rules --format json"))

  package static let repeatedOption = Rule(
    code: "KPI9005", name: "repeated-option", severity: .error,
    title: "An option is given twice",
    explanation: """
      The option takes one value and was given several times, so it is not clear which one is meant. \
      Leave one of them out.
      """,
    example: .project(files: [], command: "list rules --format csv --format json"),
    mended: .project(files: [], command: "list rules --format json"))

  package static let unexpectedArgument = Rule(
    code: "KPI9006", name: "unexpected-argument", severity: .error,
    title: "The command takes no such argument",
    explanation: """
      More words were given than the command takes. A value with spaces in it needs quotation marks \
      around it, or the shell takes it for several words.
      """,
    example: .project(files: [], command: "explain unknown-command unknown-option"),
    mended: .project(files: [], command: "explain unknown-command"))

  package static let missingArgument = Rule(
    code: "KPI9007", name: "missing-argument", severity: .error,
    title: "The command lacks an argument",
    explanation: """
      The command needs to be told what to work on. `kpi COMMAND --help` shows what goes where, with an \
      example.
      """,
    example: .project(files: [], command: "explain"),
    mended: .project(files: [], command: "explain unknown-command"))

  package static let unknownTopic = Rule(
    code: "KPI9008", name: "unknown-topic", severity: .error,
    title: "There is nothing of this name to explain",
    explanation: """
      `kpi explain` was asked about a name that is neither declared in the specification nor the code or \
      the name of a rule. `kpi list rules` lists the rules.
      """,
    example: .project(files: [], command: "explain unknown-comand"),
    mended: .project(files: [], command: "explain unknown-command"))

  package static let brokenBaseline = Rule(
    code: "KPI9009", name: "broken-baseline", severity: .error,
    title: "A line of the baseline cannot be read",
    explanation: """
      A baseline is written by `kpi check --write-baseline` and holds one finding a line: rule, declaration and \
      detail, with tabs between. A line that is none of that may stand for a finding that would then be reported \
      as new, so nothing was checked.
      """,
    example: .project(
      files: [
        Example.File("main.kpi", "owner sales \"Sales\"\n"),
        Example.File("known.txt", "missing-owner in kpi revenue\n"),
      ], command: "check --baseline known.txt --profile none"),
    mended: .project(
      files: [
        Example.File("main.kpi", "owner sales \"Sales\"\n"),
        Example.File("known.txt", "KPI4001 missing-owner\tkpi revenue\t\n"),
      ], command: "check --baseline known.txt --profile none"))

  package static let historyLeftOut = Rule(
    code: "KPI9015", name: "history-left-out", severity: .note,
    title: "When the lines were changed is not known",
    explanation: """
      `kpi check --history` asks git when each line was last changed, for the opinions about KPIs and targets that \
      nobody has touched for long. Here git cannot tell: the folder is in no repository, git is not installed, or only \
      the latest part of the history was fetched, as build servers do, and every line looks young. These opinions were \
      left out, all others given. Fetch all of the history: `fetch-depth: 0` below `with:` of the step \
      `actions/checkout` on GitHub, the variable `GIT_DEPTH: 0` on GitLab, `git fetch --unshallow` elsewhere.
      """,
    example: .project(
      files: [Example.File("main.kpi", "owner sales \"Sales\"\n")],
      command: "check --history --profile none"),
    mended: .project(
      files: [Example.File("main.kpi", "owner sales \"Sales\"\n")],
      command: "check --profile none"))
}

extension Diagnostic {
  package static func unknownCommand(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownCommand, "there is no command `\(name)`", at: .none,
      help: suggestion(for: name, among: known) ?? "`kpi --help` lists the commands.")
  }

  package static func unknownOption(
    _ option: String, of command: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownOption, "`kpi \(command)` has no option `\(option)`", at: .none,
      help: suggestion(for: option, among: known) ?? "`kpi \(command) --help` lists the options.")
  }

  package static func missingOptionValue(_ option: String, placeholder: String) -> Diagnostic {
    Diagnostic(
      .missingOptionValue, "the option `\(option)` has no value", at: .none,
      help: "Write it after a space: `\(option) \(placeholder)`.")
  }

  /// A flag that was given a value.
  package static func valueForFlag(_ option: String, _ value: String) -> Diagnostic {
    Diagnostic(
      .invalidOptionValue, "the option `\(option)` takes no value, and was given `\(value)`",
      at: .none, help: "Write `\(option)` alone.")
  }

  package static func invalidOptionValue(
    _ option: String, _ value: String, choices: [String]
  ) -> Diagnostic {
    let list = TextFlow.list(choices.map { "`\($0)`" }, "or")
    return Diagnostic(
      .invalidOptionValue, "the option `\(option)` does not take `\(value)`", at: .none,
      help: (suggestion(for: value, among: choices).map { $0 + " " } ?? "") + "It takes \(list).")
  }

  /// `expected` completes the sentence `It takes …`.
  package static func invalidOptionValue(
    _ option: String, _ value: String, expected: String
  ) -> Diagnostic {
    Diagnostic(
      .invalidOptionValue, "the option `\(option)` does not take `\(value)`", at: .none,
      help: "It takes \(expected).")
  }

  package static func repeatedOption(_ option: String) -> Diagnostic {
    Diagnostic(
      .repeatedOption, "the option `\(option)` is given twice", at: .none,
      help: "Leave out one of them: it is not clear which is meant.")
  }

  package static func unexpectedArgument(_ argument: String, of command: String) -> Diagnostic {
    Diagnostic(
      .unexpectedArgument, "`kpi \(command)` has no use for `\(argument)`", at: .none,
      help:
        "Leave it out; words that belong together need quotation marks around them. `kpi \(command) --help` shows "
        + "what it takes.")
  }

  /// A word in a place where only a few are possible.
  package static func unexpectedArgument(
    _ argument: String, of command: String, choices: [String]
  ) -> Diagnostic {
    let list = TextFlow.list(choices.map { "`\($0)`" }, "or")
    return Diagnostic(
      .unexpectedArgument, "`kpi \(command)` does not take `\(argument)`", at: .none,
      help: (suggestion(for: argument, among: choices).map { $0 + " " } ?? "")
        + "It takes \(list).")
  }

  package static func missingArgument(_ placeholder: String, of command: String) -> Diagnostic {
    Diagnostic(
      .missingArgument, "`kpi \(command)` needs a \(placeholder)", at: .none,
      help: "`kpi \(command) --help` shows an example.")
  }

  package static var missingOutputFolder: Diagnostic {
    Diagnostic(
      .missingArgument, "`kpi report` writes a folder of pages and needs its name", at: .none,
      help: """
        Write `kpi report --output scorecard`; `--format markdown` and `--format text` need no folder.
        """)
  }

  package static func noSuchRule(
    _ name: String, option: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .invalidOptionValue, "the option `\(option)` does not take `\(name)`: there is no such rule",
      at: .none, help: suggestion(for: name, among: known) ?? "`kpi list rules` lists the rules.")
  }

  package static func brokenBaseline(_ path: String, line: Int) -> Diagnostic {
    Diagnostic(
      .brokenBaseline, "line \(line) of the baseline is no finding",
      at: .data(path: path, line: line, column: 0, value: nil),
      help: "Take the line out, or write the file anew with `--write-baseline`.")
  }

  package static func historyLeftOut(because reason: String) -> Diagnostic {
    Diagnostic(
      .historyLeftOut, "the opinions about the history were left out: \(reason)", at: .none)
  }

  /// The beginning of the history is not there.
  package static func partOfHistory() -> Diagnostic {
    var diagnostic = historyLeftOut(because: "only the latest part of it was fetched")
    diagnostic.help = """
      Fetch all of it: `fetch-depth: 0` for `actions/checkout` on GitHub, `GIT_DEPTH: 0` on GitLab, \
      `git fetch --unshallow` elsewhere.
      """
    return diagnostic
  }

  package static func unknownTopic(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownTopic, "there is nothing called `\(name)` to explain", at: .none,
      help: suggestion(for: name, among: known) ?? "`kpi list rules` lists the rules.")
  }
}
