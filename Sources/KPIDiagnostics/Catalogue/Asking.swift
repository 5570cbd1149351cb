import KPIText

/// Findings about the command line's questions and paths.
extension Rule {
  package static let asking: [Rule] = [
    .unreadableFile, .noSpecification, .badQuestion, .noSuchMetric,
  ]

  private static let files: [Example.File] = [
    Example.File(
      "main.kpi",
      """
      table orders from "orders.csv" {
        ordered_on: date time
        amount:     USD
      }

      metric revenue = sum(orders.amount)
      """),
    Example.File("orders.csv", "ordered_on,amount\n2026-01-05,100\n2026-02-05,120\n"),
  ]

  package static let unreadableFile = Rule(
    code: "KPI9101", name: "unreadable-file", severity: .error, title: "A file cannot be read",
    explanation: """
      The file or folder does not exist, or the system does not let it be read. A specification that \
      is only half read could mean something else, so nothing is computed from it.
      """,
    example: .project(files: files, command: "check missing.kpi"),
    mended: .project(files: files, command: "check main.kpi"))

  package static let noSpecification = Rule(
    code: "KPI9102", name: "no-specification", severity: .error,
    title: "There is no .kpi file here",
    explanation: """
      A project is a folder with `.kpi` files in it or below it. `kpi new` writes one to start from; \
      `--project DIR` names one elsewhere.
      """,
    example: .project(files: [Example.File("notes.txt", "nothing yet\n")], command: "check"),
    mended: .project(files: files, command: "check"))

  package static let badQuestion = Rule(
    code: "KPI9103", name: "bad-question", severity: .error,
    title: "The question cannot be understood",
    explanation: """
      A question names metrics, and says by which grain and breakdowns (`--by month,region`), for which \
      rows (`--where 'region = "north"'`) and for which time (`--from 2026-01 --to 2026-06`).
      """,
    example: .project(files: files, command: "eval revenue --from soon --as-of 2026-02-28"),
    mended: .project(files: files, command: "eval revenue --from 2026-01 --as-of 2026-02-28"))

  package static let noSuchMetric = Rule(
    code: "KPI9104", name: "no-such-metric", severity: .error, title: "No metric has this name",
    explanation: "Questions name metrics and KPIs as the specification declares them.",
    example: .project(files: files, command: "eval revenu --as-of 2026-02-28"),
    mended: .project(files: files, command: "eval revenue --as-of 2026-02-28"))
}

extension Diagnostic {
  package static func unreadableFile(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .unreadableFile, "`\(path)` cannot be read: \(reason)", at: .none,
      help: "Check the name, and the folder that the program is started in.")
  }

  package static func noSpecification(_ places: [String]) -> Diagnostic {
    let place =
      places.allSatisfy { $0 == "." }
      ? "here" : "in " + places.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .noSpecification, "there is no `.kpi` file \(place)", at: .none,
      help:
        "Go to the folder of your specification, or name it with `--project DIR`. `kpi new DIR` writes one to start "
        + "from.")
  }

  package static func secondGrain(_ word: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`--by` names a second period, `\(word)`", at: .none,
      help: "Ask by one of them at a time.")
  }

  package static func periodNotBegun(_ period: String, asOf: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`\(period)` begins after \(asOf), the day on which it is asked about",
      at: .none,
      help: "Name a period that has begun, or a later day with `--as-of`.")
  }

  package static func optionNeedsPeriod(_ option: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`\(option)` says nothing without a period", at: .none,
      help: "Name the period whose value is to be explained: `--at 2026-10`.")
  }

  package static func ruleAtPeriod(_ rule: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`\(rule)` is a rule, and has no value to derive", at: .none,
      help: "Leave out `--at`, or name a metric or a KPI.")
  }

  package static func pageFormat(_ format: String, of page: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "\(page) is not written as `\(format)`", at: .none,
      help: "`markdown` is for rules, and `json` for values, which are asked for with `--at`.")
  }

  package static func notABreakdown(_ text: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`\(text)` after `--by` is neither a period nor a column", at: .none,
      help: "Name a period such as `month`, a column or a dimension.")
  }

  package static func notAPeriodOption(_ text: String, option: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`\(option)` takes a date or a period, and `\(text)` is neither", at: .none,
      help: "Write it like `2026-01-31`, `2026-01`, `2026-Q1`, `2026-W05`, `2026` or `FY2026-Q1`.")
  }

  package static func emptyRange(from: String, to: String) -> Diagnostic {
    Diagnostic(
      .badQuestion, "no day lies between \(from) and \(to)", at: .none,
      help: "`--from` comes before `--to`, and neither lies after `--as-of`.")
  }

  package static func unknownSection(_ word: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .badQuestion, "`\(word)` after `--show` is no part of a status report", at: .none,
      help: Wording.suggestion(for: word, among: known, what: "part"))
  }

  package static func severalTables(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .badQuestion,
      "a file of comma-separated values holds one table, and this is about "
        + TextFlow.list(names, "and"), at: .none,
      help: "Choose one with `--show \(names.first ?? "")`, or write `--format json`.")
  }

  package static func noSuchMetric(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .noSuchMetric, "no metric is called `\(name)`", at: .none,
      help: Wording.suggestion(for: name, among: known, what: "metric"))
  }

  package static func notAKPI(_ name: String) -> Diagnostic {
    Diagnostic(
      .noSuchMetric, "`\(name)` is a metric, and only KPIs have a status", at: .none,
      help: "Declare it with `kpi` and a target, or compute it with `kpi eval`.")
  }

  package static func unknownOrder(_ column: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .badQuestion, "the result cannot be ordered by `\(column)`, which it does not have",
      at: .none,
      help: Wording.suggestion(for: column, among: known, what: "column"))
  }
}
