package import KPISource
import KPIText

/// Sentences about names and words that stand for nothing, with what was most likely meant.
extension Diagnostic {
  /// A name that stands for nothing, with the one that may have been meant.
  static func unknown(
    _ rule: Rule, _ name: String, _ sentence: String, among known: some Sequence<String>,
    what: String, isLanguage: Bool = false, at range: SourceRange, otherwise: String? = nil,
    replacesList: Bool = false
  ) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: name, among: known)
    let fixes =
      nearest.count == 1
      ? [Fix("Write `\(nearest[0])`", [TextEdit(range: range, replacement: nearest[0])])] : []
    return Diagnostic(
      rule, sentence, at: range,
      help: [
        nearest.isEmpty && replacesList
          ? nil : Wording.suggestion(of: nearest, among: known, what: what, isLanguage: isLanguage),
        nearest.isEmpty ? otherwise : nil,
      ].compactMap { $0 }.joined(separator: " "), fixes: fixes)
  }

  package static func unknownName(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownName, name, "no column or dimension is called `\(name)`", among: known,
      what: "column",
      at: range)
  }

  /// Where very many names are unknown a file is missing, and no suggestion would help: `known` is `nil`.
  package static func unknownMetric(
    _ name: String, known: (some Sequence<String>)?, at range: SourceRange
  ) -> Diagnostic {
    guard let known else {
      return Diagnostic(.unknownMetric, "no metric is called `\(name)`", at: range)
    }
    return unknown(
      .unknownMetric, name, "no metric is called `\(name)`", among: known, what: "metric",
      at: range)
  }

  package static func tableAsMetric(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownMetric, "`\(name)` is a table, and a table is not a number", at: range,
      help: "Say what to compute from its rows, such as `count(\(name))`.")
  }

  package static func unitAsMetric(_ name: String, at range: SourceRange) -> Diagnostic {
    let one =
      ["seconds", "minutes", "hours", "days", "weeks"].contains(name)
      ? String(name.dropLast()) : name
    return Diagnostic(
      .unknownMetric, "`\(name)` is a unit, and a unit stands after a number", at: range,
      help: "Write `1 \(one)`.")
  }

  package static func unknownTable(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownTable, name, "no table is called `\(name)`", among: known, what: "table", at: range,
      otherwise:
        "Declare it, as `kpi table FILE.csv` writes it: `table \(name) from \"\(name).csv\" { … }`."
    )
  }

  /// `elsewhere` are the tables that have such a column.
  package static func unknownColumn(
    _ name: String, table: String, known: some Sequence<String>, elsewhere: [String] = [],
    at range: SourceRange
  ) -> Diagnostic {
    let message = "table `\(table)` has no column `\(name)`"
    guard let other = elsewhere.first else {
      return unknown(
        .unknownColumn, name, message, among: known, what: "column", at: range)
    }
    return Diagnostic(
      .unknownColumn, message, at: range,
      help:
        "There is `\(other).\(name)`. The rows of `\(table)` reach it only through a column that leads "
        + "there, declared with `-> \(other)`.")
  }

  package static func unknownOwner(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownOwner, name, "no owner is called `\(name)`", among: known, what: "owner", at: range,
      otherwise: "Declare who that is, on a line of its own: `owner \(name) \"Name or team\"`.")
  }

  package static func unknownDepartment(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownDepartment, name, "no department is called `\(name)`", among: known,
      what: "department", at: range,
      otherwise: "Declare it on a line of its own: `department \(name) \"Its name\"`.")
  }

  package static func unknownUnit(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownUnit, name, "no unit is called `\(name)`", among: known, what: "unit", at: range,
      otherwise:
        "Units are currencies such as `USD`, lengths of time such as `hours`, `percent`, and those that are "
        + "declared on a line of their own: `unit \(name)`.", replacesList: true)
  }

  /// `100 đ`, `2 million`, `3 hrs`: a unit as people write it elsewhere, with the number before it; `text` is both.
  package static func foreignUnit(
    _ name: String, after number: String, in text: String, at range: SourceRange
  ) -> Diagnostic? {
    let meant: String
    switch name.lowercased() {
    case "\u{111}", "dong", "\u{111}\u{1ED3}ng", "vn\u{111}": meant = "\(grouped(number)) VND"
    case "dollar", "dollars", "us": meant = "\(number) USD"
    case "euro", "euros": meant = "\(number) EUR"
    case "pound", "pounds": meant = "\(number) GBP"
    case "yen": meant = "\(number) JPY"
    case "h", "hr", "hrs", "gi\u{1EDD}": meant = "\(number) hours"
    case "min", "mins", "ph\u{FA}t": meant = "\(number) minutes"
    case "s", "sec", "secs", "gi\u{E2}y": meant = "\(number) seconds"
    case "d", "ng\u{E0}y": meant = "\(number) days"
    case "pct", "percentage", "percents": meant = "\(number)%"
    case "thousand", "thousands", "ngh\u{EC}n", "ng\u{E0}n": meant = "\(number)k"
    case "million", "millions", "tri\u{1EC7}u", "mio": meant = "\(number)M"
    case "billion", "billions", "t\u{1EF7}", "t\u{1EC9}": meant = "\(number)B"
    default: return nil
    }
    return Diagnostic(
      .unknownUnit, "`\(text)` is written `\(meant)`", at: range,
      help:
        "Currencies are written by their codes of three letters, lengths of time in full, and large numbers with "
        + "`k`, `M` or `B`.",
      fixes: [
        Fix(
          "Write `\(meant)`", [TextEdit(range: range, replacement: meant)],
          severalCountries.contains(name.lowercased()) ? .unsafe : .safe)
      ])
  }

  /// Currencies that several countries call so.
  private static let severalCountries: Set<String> = ["dollar", "dollars", "pound", "pounds"]

  /// A number of a currency without a small coin, where points group digits: `500.000` is `500_000`.
  private static func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 3 && parts[1].allSatisfy(\.isNumber)
      ? parts.joined(separator: "_") : number
  }

  /// `2 revenue`: a metric where only a unit can stand.
  package static func signBeforeMetric(
    _ number: String, _ name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownUnit, "`\(name)` is a metric, and only a unit stands right after a number", at: range,
      help: "Write the sign that joins them: `\(number) * \(name)`.",
      fixes: [
        Fix(
          "Write `\(number) * \(name)`",
          [TextEdit(range: range, replacement: "\(number) * \(name)")])
      ])
  }

  package static func conversionOutsideAggregate(
    _ text: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownFunction, "`convert` takes the rate of a row's day, and a metric has no single day",
      at: range, help: "Convert each row first, and sum then: `sum(\(text))`.")
  }

  package static func rowFunctionOutsideAggregate(
    _ name: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownFunction, "`\(name)` is a function of the values of one row, and here are none",
      at: range,
      help: "Write it inside a function such as `count(orders where \(name)(…))`, or after `where`."
    )
  }

  package static func unknownSource(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownSource, name, "no source is called `\(name)`", among: known, what: "source",
      at: range)
  }

  package static func unknownStrategyName(
    _ name: String, kind: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownStrategyName, name, "no \(kind) is called `\(name)`", among: known, what: kind,
      at: range)
  }

  package static func unknownRule(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    unknown(
      .unknownRule, name, "there is no rule `\(name)`", among: known, what: "rule", at: range)
  }

  package static func unknownWord(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    if let meant = wordElsewhere(name), known.contains(meant) {
      return Diagnostic(
        .unknownWord, "`\(name)` is written `\(meant)` here", at: range, help: "Write `\(meant)`.",
        fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
    }
    return unknown(
      .unknownWord, name, "`\(name)` is none of the words that fit here", among: known,
      what: "word",
      isLanguage: true, at: range)
  }

  /// Words for periods and for the state of work as people say them.
  private static func wordElsewhere(_ name: String) -> String? {
    switch name.lowercased() {
    case "daily", "days", "ng\u{E0}y": "day"
    case "weekly", "weeks", "tu\u{1EA7}n": "week"
    case "monthly", "months", "mo", "th\u{E1}ng": "month"
    case "quarterly", "quarters", "qu\u{FD}": "quarter"
    case "yearly", "annually", "annual", "years", "n\u{103}m": "year"
    case "semiannually", "halfyear", "half_year", "semester": "half"
    case "not started", "todo", "open", "new": "planned"
    case "in progress", "running", "started", "ongoing", "doing": "active"
    case "paused", "blocked", "waiting": "on hold"
    case "finished", "completed", "complete", "closed", "xong", "ho\u{E0}n_th\u{E0}nh",
      "ho\u{E0}n th\u{E0}nh":
      "done"
    case "canceled", "dropped", "stopped", "abandoned", "rejected", "h\u{1EE7}y", "hu\u{1EF7}":
      "cancelled"
    default: nil
    }
  }

  package static func unknownValue(
    _ value: String, column: String, allowed: [String], at range: SourceRange
  ) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: value, among: allowed)
    return Diagnostic(
      .unknownValue, "`\(column)` never has the value \"\(value)\"", at: range,
      help: nearest.isEmpty
        ? "The table says that it has " + TextFlow.list(allowed.prefix(8).map { "\"\($0)\"" }, "or")
          + "."
        : "Did you mean " + nearest.map { "\"\($0)\"" }.joined(separator: " or ") + "?",
      fixes: nearest.count == 1
        ? [
          Fix("Write \"\(nearest[0])\"", [TextEdit(range: range, replacement: "\"\(nearest[0])\"")])
        ]
        : [])
  }

  /// `status = paid`: neither a column nor a text.
  package static func textWithoutQuotes(
    _ word: String, column: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unknownColumn, "`\(word)` is not a column that `\(column)` could be compared with",
      at: range,
      help: "A text stands in quotation marks: `\(column) = \"\(word)\"`.",
      fixes: [Fix("Write \"\(word)\"", [TextEdit(range: range, replacement: "\"\(word)\"")])])
  }

  package static func unknownTimeZone(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownTimeZone, "no time zone is called \"\(name)\"", at: range,
      help: "Time zones are named after a continent and a large city: `\"Asia/Ho_Chi_Minh\"`, "
        + "`\"Europe/Berlin\"`, or `\"UTC\"`.")
  }

  package static func unknownType(
    _ name: String, known: some Sequence<String>, at range: SourceRange
  ) -> Diagnostic {
    let message = "no column can be of the type `\(name)`"
    if let meant = typeElsewhere(name) {
      return Diagnostic(
        .unknownType, message, at: range, help: "Write `\(meant)`.",
        fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
    }
    return unknown(
      .unknownType, name, message, among: known, what: "type", at: range,
      otherwise:
        "Write `text`, `number`, `integer`, `date`, `timestamp`, `boolean`, `percent`, `duration hours`, "
        + "a currency such as `USD`, or a unit that is declared.", replacesList: true)
  }

  /// The type that databases and programs call otherwise.
  package static func typeElsewhere(_ name: String) -> String? {
    switch name.lowercased() {
    case "int", "bigint", "smallint", "int64", "int32", "long", "whole", "counter": "integer"
    case "float", "double", "decimal", "numeric", "real", "num", "float64", "numbers": "number"
    case "string", "str", "varchar", "nvarchar", "char", "uuid", "enum", "category", "id": "text"
    case "bool", "bit", "flag", "yesno", "logical": "boolean"
    case "datetime", "timestamptz", "datetime64", "datetime2", "moment": "timestamp"
    case "percentage", "pct", "ratio": "percent"
    case "dollar", "dollars": "USD"
    case "euro", "euros": "EUR"
    default: nil
    }
  }
}
