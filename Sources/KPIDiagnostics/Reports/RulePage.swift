package import KPIText

/// The page of a rule, for the terminal and for the documentation.
package struct RulePage {
  private let rule: Rule

  package init(_ rule: Rule) { self.rule = rule }

  /// The page as `kpi explain` prints it.
  package func text(width: Int, painter: Painter) -> String {
    let heading = "\(rule.severity.rawValue)[\(rule.code) \(rule.name)]"
    var lines = [
      painter.paint(heading, rule.severity.style) + painter.paint(": " + rule.title, .strong), "",
    ]
    lines += TextFlow.wrapped(rule.explanation, width: width)
    lines += ["", painter.paint("This raises it:", .strong), ""]
    lines += indented(rule.example)
    lines += ["", painter.paint("This does not:", .strong), ""]
    lines += indented(rule.mended)
    return lines.joined(separator: "\n") + "\n"
  }

  private func indented(_ example: Rule.Example) -> [String] {
    var lines: [String] = []
    func add(_ files: [Rule.Example.File]) {
      for file in files where !file.path.hasSuffix("/") {
        lines += ["── \(file.path)"] + RulePage.lines(of: file.text) + [""]
      }
    }
    switch example {
    case .specification(let text): lines = RulePage.lines(of: text)
    case .project(let files, let command, let around):
      add(files)
      lines += RulePage.remark(around)
      lines.append("$ kpi \(command)")
    case .repository(let commits, let command):
      for commit in commits {
        lines += ["committed on \(commit.date):", ""]
        add(commit.files)
      }
      lines.append("$ kpi \(command)")
    }
    return lines.map { $0.isEmpty ? "" : "    " + $0 }
  }

  private static func lines(of text: String) -> [String] {
    // Some examples hold characters that cannot be seen, and a page with them would be no text.
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Printable.text)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

// MARK: - Markdown

extension RulePage {
  /// The page in `Docs/Diagnostics`.
  package var markdown: String {
    let profile = rule.profile.map { " · from profile `\($0.rawValue)`" } ?? ""
    var parts = [
      "# \(rule.name)", "`\(rule.code)` · \(rule.severity.rawValue)\(profile) · \(rule.title)",
    ]
    parts.append(rule.explanation)
    parts.append("## Example")
    parts += RulePage.blocks(rule.example)
    parts.append("## Mended")
    parts += RulePage.blocks(rule.mended)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func blocks(_ example: Rule.Example) -> [String] {
    switch example {
    case .specification(let text): return [fenced(text, "kpi")]
    case .project(let files, let command, let around):
      let lines = remark(around) + ["kpi \(command)"]
      return blocks(files) + [fenced(lines.joined(separator: "\n"), "console")]
    case .repository(let commits, let command):
      return commits.flatMap { ["Committed on \($0.date):"] + blocks($0.files) }
        + [fenced("kpi \(command)", "console")]
    }
  }

  private static func blocks(_ files: [Rule.Example.File]) -> [String] {
    files.filter { !$0.path.hasSuffix("/") }.map { file in
      let language = file.path.split(separator: ".").last.map(String.init) ?? ""
      return "`\(file.path)`\n\n" + fenced(file.text, language)
    }
  }

  private static func remark(_ around: Rule.Example.Surroundings) -> [String] {
    around == .plain ? [] : ["# \(around.rawValue)"]
  }

  private static func fenced(_ text: String, _ language: String) -> String {
    (["```\(language)"] + lines(of: text) + ["```"]).joined(separator: "\n")
  }

  /// The page that lists all the others.
  package static func index(of rules: [Rule]) -> String {
    var lines = [
      "# Diagnostics", "",
      "Every finding has a permanent code and a name; either is accepted wherever one is asked for.",
      "`kpi explain NAME` prints the page.", "",
      "| code | name | severity | |", "| --- | --- | --- | --- |",
    ]
    for rule in rules {
      let title = rule.title.split(separator: "|").joined(separator: "\\|")
      lines.append(
        "| `\(rule.code)` | [\(rule.name)](\(rule.name).md) | \(rule.severity.rawValue) | \(title) |"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
