import KPIDiagnostics
import KPISource

/// A small specification with findings of every kind.
enum Samples {
  static let mismatch = Rule(
    code: "KPI2003", name: "unit-mismatch", severity: .error, title: "Amounts in different units",
    explanation: "Money and time cannot be added.\n\nDivide them instead.",
    example: .specification("metric a = x + y\n"), mended: .specification("metric a = x / y\n"))
  static let owner = Rule(
    code: "KPI4001", name: "missing-owner", severity: .warning, title: "A KPI without an owner",
    explanation: "Somebody must answer for it.", example: .specification("kpi a = b\n"),
    mended: .specification("kpi a = b { owner c }\n"))
  static let number = Rule(
    code: "KPI3004", name: "bad-number", severity: .error, title: "Not a number",
    explanation: "The text is not a number.",
    example: .project(files: [.init("data/a.csv", "x\n1\n")], command: "eval a"),
    mended: .project(files: [.init("data/a.csv", "x\n1\n")], command: "eval a"))
  static let usage = Rule(
    code: "KPI9001", name: "unknown-command", severity: .error, title: "No such command",
    explanation: "There is none.", example: .project(files: [], command: "chek"),
    mended: .project(files: [], command: "check"))

  static let sources = SourceMap([
    SourceText(
      path: "data.kpi", text: "table orders {\n  amount: USD\n  waited: duration hours\n}\n"),
    SourceText(
      path: "sales.kpi",
      text: "\u{FEFF}/// Doanh số: 売上\n\tmetric `売上` = sum(orders.amount) + sum(orders.waited)\n"
        + "kpi \"x\" =\n  1 +\n  2\n"),
  ])

  /// The range of the n-th occurrence of a text.
  static func range(_ file: Int, _ text: String) -> SourceRange {
    let bytes = sources.files[file].bytes
    let wanted = Array(text.utf8)
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return SourceRange(file: FileID(file), start..<(start + wanted.count))
    }
    return SourceRange(file: FileID(file), 0..<0)
  }

  static let diagnostics = [
    Diagnostic(
      usage, "there is no command `chek`", at: .none, help: "Did you mean `check`?"),
    Diagnostic(
      number, "`12,5` is not a number",
      at: .data(path: "data/a.csv", line: 17, column: 4, value: "12,5"),
      help: "Write `12.5`, or say `numbers \"1.234,5\"` in the table."),
    Diagnostic(
      mismatch, "USD and hours cannot be added", at: range(1, "+ sum(orders.waited)").starting(1),
      labels: [
        .init(range(1, "sum(orders.amount)"), "this is in USD"),
        .init(range(1, "sum(orders.waited)"), "this is in hours"),
        .init(range(0, "waited: duration hours"), "declared here"),
      ],
      help: "Divide one by the other.",
      fixes: [
        .init(
          "divide",
          [TextEdit(range: range(1, "+ sum(orders.waited)").starting(1), replacement: "/")])
      ]),
    Diagnostic(owner, "`x` has no owner", at: range(1, "kpi \"x\" =\n  1 +\n  2")),
  ]

  static let report = Report(diagnostics, sources: sources, fileCount: 2)
}

extension SourceRange {
  /// The first bytes of the range.
  func starting(_ length: Int) -> SourceRange {
    SourceRange(file: file, bytes.lowerBound..<(bytes.lowerBound + length))
  }
}
