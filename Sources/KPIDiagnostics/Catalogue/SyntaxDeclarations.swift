package import KPISource

/// What is wrong with the shape of declarations and their attributes.
extension Rule {
  package static let syntaxOfDeclarations: [Rule] = [
    .expectedDeclaration, .unknownDeclaration, .expectedName, .expectedText, .expectedWord,
    .expectedFormula, .expectedGoal, .targetWithoutDirection, .unknownAttribute, .unexpectedText,
    .unclosedBlock, .unmatchedBracket, .rowLength,
  ]

  package static let expectedDeclaration = Rule(
    code: "KPI1020", name: "expected-declaration", severity: .error,
    title: "Text that is no declaration",
    explanation: """
      A file is a list of declarations. Each begins on a new line with one of the words company, \
      owner, department, unit, source, table, dimension, metric, kpi, perspective, objective, \
      initiative, assumption, scorecard and test. Remarks begin with `//`.
      """,
    example: .specification("= 1\n" + SyntaxSample.owner),
    mended: .specification(SyntaxSample.owner))

  package static let unknownDeclaration = Rule(
    code: "KPI1021", name: "unknown-declaration", severity: .error,
    title: "A declaration that does not exist",
    explanation: """
      The line has the shape of a declaration, but its first word is none that begins one. Where \
      the word is close to one that does, the declaration is read as that one, so that the rest of \
      the specification is still checked. The words are `company`, `owner`, `department`, `unit`, `source`, \
      `table`, `dimension`, `metric`, `kpi`, `perspective`, `objective`, `initiative`, `assumption`, \
      `scorecard` and `test`.
      """,
    example: .specification(SyntaxSample.orders + "metrik revenue = sum(orders.amount)\n"),
    mended: .specification(SyntaxSample.revenue))

  package static let expectedName = Rule(
    code: "KPI1022", name: "expected-name", severity: .error,
    title: "A name is missing",
    explanation: """
      Something has to be named here: what is declared, or what is referred to. A name is one word \
      of letters, digits and underscores in any script; any other name stands in backticks.
      """,
    example: .specification(SyntaxSample.orders + "metric = sum(orders.amount)\n"),
    mended: .specification(SyntaxSample.revenue))

  package static let expectedText = Rule(
    code: "KPI1023", name: "expected-text", severity: .error,
    title: "A text in quotation marks is missing",
    explanation: """
      What is meant for people to read, and the paths of files, stand in quotation marks: \
      `label vi "Bán hàng"`, `from "data/orders.csv"`.
      """,
    example: .specification("company Sunrise {\n}\n"),
    mended: .specification("company \"Sunrise\" {\n}\n"))

  package static let expectedWord = Rule(
    code: "KPI1024", name: "expected-word", severity: .error,
    title: "A word or a sign is missing",
    explanation: """
      Attributes read like sentences, and some of their words and signs carry the sense: the colon \
      between a column and its type, `because` before a reason, `from` and `to` around two values. \
      The help shows the whole shape.
      """,
    example: .specification(
      "table orders from \"data/orders.csv\" {\n  order_id text key\n}\n"),
    mended: .specification(
      "table orders from \"data/orders.csv\" {\n  order_id: text key\n}\n"))

  package static let expectedFormula = Rule(
    code: "KPI1025", name: "expected-formula", severity: .error,
    title: "A metric or a KPI without its formula",
    explanation: """
      A metric and a KPI are formulas with a name; without `=` and a formula there is nothing to \
      compute, and two readers would each compute their own.
      """,
    example: .specification("metric revenue\n"),
    mended: .specification(SyntaxSample.revenue))

  package static let expectedGoal = Rule(
    code: "KPI1026", name: "expected-goal", severity: .error,
    title: "A target that does not say what is expected",
    explanation: """
      A target says `at least`, `at most` or `between`, by period in a block of `from` lines, or by \
      group after `by`.
      """,
    example: .specification(
      SyntaxSample.owner + SyntaxSample.orders
        + "kpi sales = sum(orders.amount) {\n  owner  growth\n  every  month\n  target\n}\n"),
    mended: .specification(
      SyntaxSample.owner + SyntaxSample.orders
        + "kpi sales = sum(orders.amount) {\n  owner  growth\n  every  month\n"
        + "  target at least 10k\n}\n"))

  package static let targetWithoutDirection = Rule(
    code: "KPI1027", name: "target-without-direction", severity: .error,
    title: "A target that does not say which side is good",
    explanation: """
      Whether more is better or less is better is the first thing to know about a target, and it \
      cannot be guessed from the number. A threshold and a stretch take the direction of the target.
      """,
    example: .specification(
      SyntaxSample.owner + SyntaxSample.orders
        + "kpi sales = sum(orders.amount) {\n  owner  growth\n  every  month\n  target 10k\n}\n"),
    mended: .specification(
      SyntaxSample.owner + SyntaxSample.orders
        + "kpi sales = sum(orders.amount) {\n  owner  growth\n  every  month\n"
        + "  target at least 10k\n}\n"))

  package static let unknownAttribute = Rule(
    code: "KPI1028", name: "unknown-attribute", severity: .error,
    title: "An attribute that the declaration does not have",
    explanation: """
      Each kind of declaration has its own attributes. An unknown one would be silently without \
      effect, so it is refused; most are misspelt, or belong to another declaration.
      """,
    example: .specification("owner lan \"Lan\" {\n  emial \"lan@sunrise.example\"\n}\n"),
    mended: .specification("owner lan \"Lan\" {\n  email \"lan@sunrise.example\"\n}\n"))

  package static let unexpectedText = Rule(
    code: "KPI1029", name: "unexpected-text", severity: .error,
    title: "Text after something that is complete",
    explanation: """
      What stands before is complete, and what follows does not belong to it. One attribute stands \
      on one line; a line goes on inside parentheses, after an operator, or before one.
      """,
    example: .specification(SyntaxSample.orders + "metric revenue = sum(orders.amount) (net)\n"),
    mended: .specification(SyntaxSample.revenue))

  package static let unclosedBlock = Rule(
    code: "KPI1030", name: "unclosed-block", severity: .error,
    title: "A block without its closing brace",
    explanation: """
      What `{` opens, `}` closes. Where the closing brace is missing, the block is taken to end \
      before the next declaration that begins a line.
      """,
    example: .specification("owner lan \"Lan\" {\n  email \"lan@sunrise.example\"\n"),
    mended: .specification("owner lan \"Lan\" {\n  email \"lan@sunrise.example\"\n}\n"))

  package static let unmatchedBracket = Rule(
    code: "KPI1031", name: "unmatched-bracket", severity: .error,
    title: "A closing brace or parenthesis that closes nothing",
    explanation: """
      There is no `{` or `(` before it that is still open: either this one is too many, or an \
      earlier one closed too soon.
      """,
    example: .specification(SyntaxSample.owner + "}\n"),
    mended: .specification(SyntaxSample.owner))

  package static let rowLength = Rule(
    code: "KPI1032", name: "row-length", severity: .error,
    title: "A row with more or fewer values than there are columns",
    explanation: """
      The first line after `given` names the columns, and each row has a value for every one of \
      them, separated by `|`. A value that is missing is an empty place between two bars.
      """,
    example: .specification(
      SyntaxSample.revenue
        + """
        test "revenue is the sum of the amounts" {
          given orders {
            order_id | ordered_at | status | amount
            "1"      | 2026-01-05 | "paid"
          }
          expect revenue = 100
        }

        """),
    mended: .specification(
      SyntaxSample.revenue
        + """
        test "revenue is the sum of the amounts" {
          given orders {
            order_id | ordered_at | status | amount
            "1"      | 2026-01-05 | "paid" | 100
          }
          expect revenue = 100
        }

        """))
}

extension Diagnostic {
  /// Something that the grammar waits for is not there.
  package static func expected(
    _ what: SyntaxExpectation, found: SyntaxFound, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      what.rule, found.sentence(lacking: what.phrase), at: range, help: what.help(found: found))
  }

  package static func unknownDeclaration(
    _ text: String, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    let message = "nothing is declared with the word `\(text)`"
    guard let nearest else {
      return Diagnostic(
        .unknownDeclaration, message, at: range,
        help: foreignDeclaration(text)
          ?? "Begin with what it is: `metric`, `kpi`, `table`, `owner`, `department`, `objective`, `test` "
          + "or another word that `kpi explain unknown-declaration` lists.")
    }
    return Diagnostic(
      .unknownDeclaration, message, at: range, help: "Did you mean `\(nearest)`?",
      fixes: [Fix("Write `\(nearest)`", [TextEdit(range: range, replacement: nearest)])])
  }

  package static func expectedFormula(
    of declaration: String, name: String?, found: SyntaxFound, at range: SourceRange
  ) -> Diagnostic {
    let kind = declaration == "kpi" ? "KPI" : declaration
    let subject = name.map { "the \(kind) `\($0)`" } ?? "this \(kind)"
    return Diagnostic(
      .expectedFormula, "\(subject) does not say how it is computed", at: range,
      help: "Write `=` and a formula after the name: "
        + "`\(declaration) \(name ?? "revenue") = sum(orders.amount)`.")
  }

  package static func expectedGoal(
    after word: String, found: SyntaxFound, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .expectedGoal, found.sentence(lacking: "the value of the \(word)"), at: range,
      help:
        "Write `\(word) at least 15%`, `\(word) at most 5%` or `\(word) between 2 and 4`. While it is not "
        + "decided, leave the line out.")
  }

  package static func unknownAttribute(
    _ text: String, of declaration: String, nearest: String?, known: [String],
    at range: SourceRange
  ) -> Diagnostic {
    let kind = declaration == "kpi" ? "KPI" : declaration
    let article = "aeiou".contains(declaration.first ?? " ") ? "an" : "a"
    let message = "\(article) \(kind) has no line that begins with `\(text)`"
    if let help = foreignAttribute(text, of: declaration, known: known) {
      return Diagnostic(.unknownAttribute, message, at: range, help: help)
    }
    guard let nearest else {
      return Diagnostic(
        .unknownAttribute, message, at: range,
        help: "Its lines begin with " + known.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
    return Diagnostic(
      .unknownAttribute, message, at: range, help: "Did you mean `\(nearest)`?",
      fixes: [Fix("Write `\(nearest)`", [TextEdit(range: range, replacement: nearest)])])
  }

  package static func unexpectedText(
    _ text: String, after what: String, at range: SourceRange
  ) -> Diagnostic {
    let before: String
    switch what {
    case "attribute", "line": before = "line"
    case "metric", "kpi": before = "formula"
    default: before = what
    }
    return Diagnostic(
      .unexpectedText, "`\(text)` does not belong to the \(before) before it", at: range,
      help: before == "formula"
        ? "Remove it, or write what joins it to the formula: a sign such as `+`, or a word such as `where`."
        : "Remove it, or begin a new line with it.")
  }

  /// A block that ends before a place without its brace; `closing` writes it.
  package static func unclosedBlock(
    opening: SourceRange, at range: SourceRange, closing: TextEdit
  ) -> Diagnostic {
    Diagnostic(
      .unclosedBlock, "the `{` that opens here has no closing `}`", at: opening,
      labels: [Label(range, "it has to be closed before this")],
      help: "Write `}` on a line of its own after the last line that belongs to it.",
      fixes: [Fix("Write `}` there", [closing])])
  }

  package static func unmatchedBracket(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unmatchedBracket, "this `\(text)` closes nothing that was opened", at: range,
      help: "Remove it, or write `\(text == ")" ? "(" : "{")` where it should begin.",
      fixes: [Fix("Remove it", [TextEdit(range: range, replacement: "")])])
  }

  package static func rowLength(
    values: Int, columns: Int, at range: SourceRange, header: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .rowLength, "this row has \(count(values, "value")) for \(count(columns, "column"))",
      at: range, labels: [Label(header, "the columns")],
      help:
        "Write a value for each column, with `|` between. A missing value is an empty place: `1 | | 3`."
    )
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
