/// An option of a command: what it is called, what it takes, and what it does in one line.
package struct Option: Sendable {
  /// Without the two dashes.
  package let name: String
  package let form: Form
  package let help: String

  package enum Form: Sendable {
    /// Present or not.
    case flag
    /// One of a few words; the first is taken where none is given.
    case choice([String])
    /// Any text; the word stands for it in help.
    case text(String)
    /// Texts between commas; may be given several times.
    case list(String)
    /// Everything up to the next option, such as the files that a shell made of `data/*.csv`.
    case rest(String)
    /// A date such as `2026-11-23`.
    case day
    /// A whole number from 0.
    case count
  }

  package init(_ name: String, _ form: Form, help: String) {
    self.name = name
    self.form = form
    self.help = help
  }

  package var spelling: String { "--" + name }

  /// What stands for the value in help; `nil` for a flag.
  package var placeholder: String? {
    switch form {
    case .flag: nil
    case .choice: name.split(separator: "-").last.map { $0.uppercased() } ?? "WORD"
    case .text(let word): word
    case .list(let word): word + ",…"
    case .rest(let word): word + "…"
    case .day: "DATE"
    case .count: "N"
    }
  }
}

/// Options that several commands share.
extension Option {
  package static let help = Option("help", .flag, help: "explain the command")

  package static let project = Option(
    "project", .text("DIR"),
    help: "the project's folder (default: the one around the working folder)")

  package static let asOf = Option(
    "as-of", .day,
    help: "the day the question is asked on; later rows are not known (default: today)")

  package static let by = Option(
    "by", .list("NAME"), help: "a grain and breakdowns: month,region")

  package static let `where` = Option(
    "where", .text("CONDITION"), help: "only the rows for which it is true: 'region = \"north\"'")

  package static let from = Option(
    "from", .text("PERIOD"), help: "the first day, or a period such as 2026-Q1")

  package static let to = Option(
    "to", .text("PERIOD"), help: "the last day, or a period such as 2026-Q4")

  /// How results are written.
  package static let tableFormat = Option(
    "format", .choice(TableFormat.allCases.map(\.rawValue)),
    help: "how the result is written")
}
