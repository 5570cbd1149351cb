package import KPISource

/// Sentences about text where declarations and their lines belong, as people write it who come from other formats.
extension Diagnostic {
  /// Text at the start of a line that begins no declaration; `rest` is what follows on the line.
  package static func expectedDeclaration(
    _ text: String, rest: String, at range: SourceRange
  ) -> Diagnostic {
    if rest.hasPrefix("="), text.first?.isLetter ?? false {
      let start = SourceRange(file: range.file, range.bytes.lowerBound..<range.bytes.lowerBound)
      return Diagnostic(
        .expectedDeclaration, "a formula with a name begins with the word `metric` or `kpi`",
        at: range,
        help: "Write `metric \(text) = …`; a `kpi` also has an owner and a target.",
        fixes: [
          Fix("Write `metric \(text)`", [TextEdit(range: start, replacement: "metric ")])
        ])
    }
    return Diagnostic(
      .expectedDeclaration, "nothing is declared by a line that begins with `\(text)`", at: range,
      help: foreignDeclaration(text)
        ?? "Begin with what it is, such as `metric`, `kpi`, `table` or `owner`. Remarks begin with `//`."
    )
  }

  /// What is written here for a word that begins something elsewhere.
  static func foreignDeclaration(_ text: String) -> String? {
    switch text.lowercased() {
    case "select", "with", "from", "create":
      "What a database is asked is written another way here: "
        + "`metric name = sum(orders.amount where status = \"paid\")`."
    case "include", "import", "use", "using", "require":
      "Leave it out: all `.kpi` files in the folder are read together."
    case "measure", "measures", "metrics", "formula", "calculation", "indicator", "indicators":
      "Write `metric name = formula` for each, or `kpi` where somebody answers for it and it has a target."
    case "kpi", "kpis": "Write `kpi name \"Label\" = formula { … }` for each, in small letters."
    case "tables", "dataset", "data", "view", "sheet", "columns":
      "Write `table name from \"file.csv\" { … }` for each; `kpi table file.csv` writes it for you."
    case "owners", "team", "teams", "person", "people", "user", "users", "employee":
      "Write `owner name \"Label\"` for each."
    case "departments", "division": "Write `department name \"Label\"` for each."
    case "goal", "goals", "objectives", "okr", "okrs", "strategy":
      "Write `objective name \"Label\" { … }` for each, or a `target` inside of a `kpi`."
    case "assumptions", "hypothesis", "hypotheses", "belief", "premise":
      "Write `assumption name \"Label\" { … }` for each."
    case "project", "projects", "action", "initiatives":
      "Write `initiative name \"Label\" { … }` for each."
    case "every", "target", "threshold", "stretch", "label", "asks", "review", "lead", "email",
      "department", "owner":
      "Such a line stands in the braces of what it belongs to: `kpi name = formula { … }`. A brace is "
        + "missing before it, or one too many."
    case "{", "[":
      "A file is a list of lines such as `metric name = formula`; it needs no brackets around it."
    case "-", "--", "*", "\u{B7}", "\u{2013}", "\u{2014}":
      "Remarks begin with `//`, and declarations need no mark before them."
    case "=": "Write `metric` and a name before it: `metric name = formula`."
    case let word where word.first?.isNumber ?? false:
      "Declarations need no numbers before them. Remarks begin with `//`."
    default: nil
    }
  }

  /// What is written for the line of another format, in a declaration of one kind.
  static func foreignAttribute(
    _ text: String, of declaration: String, known: [String]
  ) -> String? {
    let instead: String
    switch text.lowercased() {
    case "frequency", "period", "cadence", "interval", "periodicity", "granularity", "grain":
      instead = "every"
    case "goal", "aim", "objective", "targets", "goals": instead = "target"
    case "responsible", "accountable", "person", "team", "manager", "contact", "owners":
      instead = "owner"
    case "dept", "division", "group": instead = "department"
    case "limit", "warning", "yellow", "amber", "red", "tolerance", "alert", "minimum", "maximum":
      instead = "threshold"
    case "question", "purpose", "why": instead = "asks"
    case "format", "units": instead = "unit"
    case "mail", "address": instead = "email"
    case "deadline", "finish": instead = "due"
    case "formula", "calculation", "expression", "value", "definition", "measure", "calc",
      "sql", "query":
      guard declaration == "kpi" || declaration == "metric" else { return nil }
      return "The formula stands right after the name: "
        + "`\(declaration) name \"Label\" = sum(orders.amount) { … }`."
    case "name", "title":
      return "What people read stands in quotation marks right after the name: "
        + "`\(declaration) name \"Label\"`."
    case "description", "note", "notes", "comment", "comments", "doc", "remark":
      return "Write it above the declaration, on a line that begins with `///`."
    default: return nil
    }
    return known.contains(instead) ? "Such a line begins with `\(instead)` here." : nil
  }

  /// `owner: sales_team` and `owner = sales_team`.
  package static func signAfterWord(
    _ sign: String, word: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "there is no `\(sign)` after `\(word)`", at: range,
      help: "Write a space, and what it says.",
      fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
  }

  /// `- owner sales_team`.
  package static func listMark(_ mark: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "`\(mark)` is the mark of a list, and lines have none here", at: range,
      help: "Begin the line with its first word.",
      fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
  }

  /// `ordered_on: date,`.
  package static func commaAtLineEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .foreignSign, "a line has no `,` at its end", at: range, help: "Remove it.",
      fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
  }

  /// `metric Total revenue = …` and `metric total-revenue = …`; the label keeps what was written.
  package static func nameOfSeveralWords(
    _ text: String, of declaration: String, hasLabel: Bool, at range: SourceRange
  ) -> Diagnostic {
    let name = Naming.name(of: text)
    let meant = text.contains(" ") && !hasLabel ? "\(name) \"\(text)\"" : name
    let hasFormula = declaration == "metric" || declaration == "kpi" || declaration == "unit"
    let line = "\(declaration) \(meant)" + (hasFormula && !hasLabel ? " = …" : "")
    let help: String
    if !text.contains(" ") {
      help = "Write `\(line)`: a `-` in a name would be a minus."
    } else if hasFormula {
      help = "Write `\(line)`: formulas use the name, and people read the label."
    } else {
      help = "Write `\(line)`: other lines use the name, and people read the label."
    }
    return Diagnostic(
      hasFormula ? .expectedFormula : .expectedName,
      "a name is one word, and `\(text)` is several", at: range, help: help,
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)])])
  }

  /// `metric 2nd_orders = …`.
  package static func nameWithDigitFirst(_ text: String, at range: SourceRange) -> Diagnostic {
    let digits = text.prefix { $0.isNumber }
    let first = text.prefix { $0 != "_" }
    let rest = text.dropFirst(first.count).drop { $0 == "_" }
    let words = rest.isEmpty ? [text.dropFirst(digits.count), digits] : [rest, first]
    let name = words.filter { !$0.isEmpty }.joined(separator: "_")
    let meant = name.first?.isLetter ?? false ? name : "_" + name
    return Diagnostic(
      .expectedName, "a name cannot begin with a digit, as in `\(text)`", at: range,
      help: "Write `\(meant)`, here and wherever it is used.",
      fixes: [Fix("Write `\(meant)`", [TextEdit(range: range, replacement: meant)], .unsafe)])
  }

  /// `owner Sales Team`.
  package static func severalWordsForOne(
    _ text: String, of what: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "the name of \(what) is one word, and `\(text)` is several", at: range,
      help: what == "a currency"
        ? "Write its code of three letters, such as `USD`."
        : "Write the name as it is declared, such as `\(Naming.name(of: text))`.")
  }

  /// `metric "Total revenue" = …`: a label without a name.
  /// `key result "Launch the app"`: a task where a metric belongs.
  package static func keyResultInWords(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedName, "a key result is a metric on its way, and \(text) is a text", at: range,
      help:
        "Name the metric that shows it: `key result churn_rate from 5% to 3%`. Work to be done is an "
        + "`initiative`, with a due date and the KPIs that it improves.")
  }

  package static func labelWithoutName(
    _ label: String, of declaration: String, at range: SourceRange
  ) -> Diagnostic {
    let name = Naming.name(of: label)
    let start = SourceRange(file: range.file, range.bytes.lowerBound..<range.bytes.lowerBound)
    return Diagnostic(
      .expectedName, "this \(declaration) has a label and no name", at: range,
      help: "Write a name of one word before the label, for formulas to use: "
        + "`\(declaration) \(name) \(label)`.",
      fixes: [Fix("Write `\(name) \(label)`", [TextEdit(range: start, replacement: name + " ")])])
  }

  /// `metric total: sum(orders.amount)`.
  package static func signBeforeFormula(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedFormula, "`=` stands before a formula, not `\(sign)`", at: range,
      help: "Write `=`.",
      fixes: [Fix("Write `=`", [TextEdit(range: range, replacement: " =")])])
  }

  /// Lines of a block that nobody opened; `range` is where the brace belongs.
  package static func unopenedBlock(
    _ declaration: String, at range: SourceRange, lines: SourceRange
  ) -> Diagnostic {
    let name = declaration == "kpi" ? "KPI" : declaration
    return Diagnostic(
      .unclosedBlock, "a `{` is missing at the end of this line", at: range,
      labels: [Label(lines, "a line of the \(name)")],
      help: "Write `{` here, and `}` on a line of its own after the last line of the \(name).")
  }

  /// `kpi sales { … } = formula`.
  package static func formulaAfterBlock(
    _ declaration: String, _ name: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedText, "the formula stands after the braces", at: range,
      help: "Write it before them: `\(declaration) \(name ?? "name") = formula { … }`.")
  }

  /// `table orders from orders.csv`.
  package static func pathWithoutQuotes(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectedText, "the name of a file stands in quotation marks", at: range,
      help: "Write `\"\(path)\"`.",
      fixes: [Fix("Write `\"\(path)\"`", [TextEdit(range: range, replacement: "\"\(path)\"")])])
  }

  /// `Order Date: date time`, or the same in quotation marks; `end` is the end of its line.
  package static func columnOfSeveralWords(
    _ text: String, at range: SourceRange, end: SourceRange
  ) -> Diagnostic {
    let name = Naming.name(of: text)
    return Diagnostic(
      .expectedName, "the name of a column is one word, without quotation marks", at: range,
      help: "Give it one, and say how the file calls it: `\(name): … from \"\(text)\"`.",
      fixes: [
        Fix(
          "Write `\(name)` and `from \"\(text)\"`",
          [
            TextEdit(range: range, replacement: name),
            TextEdit(range: end, replacement: " from \"\(text)\""),
          ])
      ])
  }

  /// Cells of a test's row with commas between.
  package static func commasBetweenCells(_ commas: [SourceRange], at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      .expectedWord, "the values of a row are divided by `|`, not by `,`", at: range,
      help: "Write `2026-01-05 | \"paid\" | 100`.",
      fixes: [Fix("Write `|`", commas.map { TextEdit(range: $0, replacement: " |") })])
  }
}
