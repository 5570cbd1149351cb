package import KPIText

/// The help texts, made from the descriptions of the commands.
package struct Help {
  private let painter: Painter
  private let width: Int

  package init(painter: Painter = .plain, width: Int = 100) {
    self.painter = painter
    self.width = width
  }

  /// What `kpi --help` prints.
  package func overview(of commands: [Command]) -> String {
    var lines = [
      "kpi: key performance indicators as text that people can read and a compiler can check", "",
      title("Usage:") + " kpi COMMAND [ARGUMENTS] [OPTIONS]", "", title("Commands:"),
    ]
    lines += columns(commands.map { ($0.name, $0.summary) })
    lines += ["", title("Options:")]
    lines += columns([
      ("--help", "explain the program or a command"), ("--version", "print the version"),
    ])
    lines += ["", "`kpi COMMAND --help` explains a command, with an example."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What `kpi COMMAND --help` prints.
  package func page(of command: Command) -> String {
    var lines = ["kpi \(command.name): \(command.summary)", ""]
    lines.append(title("Usage:") + " " + usage(of: command))
    if !command.discussion.isEmpty {
      lines += [""] + TextFlow.wrapped(command.discussion, width: width)
    }
    if !command.parameters.isEmpty {
      lines += ["", title("Arguments:")]
      lines += columns(command.parameters.map { ($0.spelling, $0.help) })
    }
    lines += ["", title("Options:")]
    lines += columns(
      (command.options + [.help]).map { option in
        (option.spelling + (option.placeholder.map { " " + $0 } ?? ""), option.fullHelp)
      })
    lines += ["", title(command.examples.count == 1 ? "Example:" : "Examples:")]
    for (index, example) in command.examples.enumerated() {
      if index > 0 { lines.append("") }
      lines += ["  \(painter.paint("kpi " + example.line, .strong))", "      \(example.purpose)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func usage(of command: Command) -> String {
    let parameters = command.parameters.map { parameter in
      parameter.arity == .one ? parameter.spelling : "[\(parameter.spelling)]"
    }
    let options = command.options.isEmpty ? [] : ["[OPTIONS]"]
    return (["kpi", command.name] + parameters + options).joined(separator: " ")
  }

  /// Two columns; an entry that is too long for the first has its help on the next line.
  private func columns(_ entries: [(name: String, help: String)]) -> [String] {
    let limit = 30
    let widths = entries.map { DisplayWidth.of($0.name) }.filter { $0 <= limit }
    let indentation = (widths.max() ?? 0) + 4
    return entries.flatMap { entry in
      let name = "  " + painter.paint(entry.name, .strong)
      let help = TextFlow.wrapped(entry.help, width: max(30, width - indentation))
      let margin = String(repeating: " ", count: indentation)
      guard DisplayWidth.of(entry.name) <= limit, let first = help.first else {
        return [name] + help.map { margin + $0 }
      }
      let filler = String(repeating: " ", count: indentation - 2 - DisplayWidth.of(entry.name))
      return [name + filler + first] + help.dropFirst().map { margin + $0 }
    }
  }

  private func title(_ text: String) -> String { painter.paint(text, .strong) }
}

extension Command.Parameter {
  fileprivate var spelling: String { arity == .many ? placeholder + "…" : placeholder }
}

extension Option {
  /// The help, with the words to choose from.
  fileprivate var fullHelp: String {
    guard case .choice(let words) = form else { return help }
    let list = words.enumerated().map { $0 == 0 ? $1 + " (default)" : $1 }
    return help + ": " + TextFlow.list(list, "or")
  }
}

extension Help {
  /// The page `Docs/CommandLine.md`.
  package static func document(of commands: [Command]) -> String {
    let help = Help()
    var parts = [
      "# The command line",
      """
      Results go to standard output; findings about a question, progress and notes go to standard error.
      Colour is used on terminals only, and never where `NO_COLOR` is set.

      | exit status | means |
      | --- | --- |
      | 0 | nothing to report |
      | 1 | findings: errors, warnings where asked for, a KPI off track where asked for, a value that its metric rules out |
      | 2 | wrong usage, input that cannot be read, a database that cannot be asked, or an internal error |

      With `--format json` (and the other formats for programs) whatever the command prints is valid in that
      format, a message about wrong usage included.
      """,
      "```text\n" + help.overview(of: commands) + "```",
    ]
    for command in commands {
      parts.append("## kpi \(command.name)")
      parts.append("```text\n" + help.page(of: command) + "```")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}
