package import KPISource

/// What can be wrong with a data file as a whole.
extension Rule {
  package static let missingDataFile = Rule(
    code: "KPI3001", name: "missing-data-file", severity: .error,
    title: "A table's file does not exist",
    explanation: """
      The table says where its rows are, and there is no such file. The path is taken from the folder of \
      the specification. Check its spelling, or put the file there.
      """,
    example: .project(
      files: [
        Example.File(
          "main.kpi",
          """
          table orders from "orders.csv" {
            order_id:   text key
            ordered_on: date time
            amount:     number
          }

          metric total = sum(orders.amount)

          """)
      ], command: "eval total --as-of 2026-01-31"),
    mended: DataExamples.good)

  package static let unreadableDataFile = Rule(
    code: "KPI3002", name: "unreadable-data-file", severity: .error,
    title: "A table's file cannot be read",
    explanation: """
      The file is there, but it cannot be opened or unpacked: it may be a folder, you may lack the right \
      to read it, or a compressed file (`.gz`) is damaged or not compressed at all.
      """,
    example: DataExamples.orders("not compressed\n", file: "orders.csv.gz"),
    mended: DataExamples.good)

  package static let dataNotText = Rule(
    code: "KPI3003", name: "data-not-text", severity: .error,
    title: "A table's file is not UTF-8 text",
    explanation: """
      Tables are read from text files in UTF-8. Spreadsheet files (`.xlsx`), databases and files in UTF-16 \
      or an older encoding must be exported first: most programs call it "CSV UTF-8".
      """,
    example: DataExamples.orders("order_id,ordered_on,amount\n1,2026-01-05,\u{0}\n"),
    mended: DataExamples.good)

  package static let emptyDataFile = Rule(
    code: "KPI3004", name: "empty-data-file", severity: .error,
    title: "A table's file is empty",
    explanation: """
      The file has no content, not even the header line that names the columns. A table without rows still \
      has its header; an empty file is more likely an export that failed.
      """,
    example: DataExamples.orders(""),
    mended: DataExamples.orders("order_id,ordered_on,amount\n"))

  package static let missingDataColumn = Rule(
    code: "KPI3005", name: "missing-data-column", severity: .error,
    title: "A table's data lacks a declared column",
    explanation: """
      The first line of a file names its columns, and so does a database; none has the name that is declared. Names are \
      compared exactly. Where the data uses another one, say so: `amount: number from "Amount (USD)"`. Databases are looked \
      at with `kpi check --live`.
      """,
    example: DataExamples.orders("order_id,ordered_on,Amount\n1,2026-01-05,12.50\n"),
    mended: DataExamples.orders(
      "order_id,ordered_on,Amount\n1,2026-01-05,12.50\n",
      columns: [
        "order_id:   text key", "ordered_on: date time", "amount:     number from \"Amount\"",
      ]
    ))

  package static let repeatedDataColumn = Rule(
    code: "KPI3006", name: "repeated-data-column", severity: .error,
    title: "A table's file names a column twice",
    explanation: """
      Two columns of the file have the name of a declared column, so it is open which is meant. Rename one \
      of them in the file.
      """,
    example: DataExamples.orders(
      "order_id,ordered_on,amount,amount\n1,2026-01-05,12.50,13\n"),
    mended: DataExamples.good)

  package static let misplacedQuote = Rule(
    code: "KPI3007", name: "misplaced-quote", severity: .error,
    title: "A quotation mark stands inside a field",
    explanation: """
      A field may be put in quotation marks as a whole, and a quotation mark inside such a field is \
      doubled: `"5"" pipe"`. A single one in the middle of a field leaves it open where rows end, so \
      nothing in the file can be relied on.
      """,
    example: DataExamples.orders("order_id,ordered_on,amount\n5\" pipe,2026-01-05,12\n"),
    mended: DataExamples.orders("order_id,ordered_on,amount\n\"5\"\" pipe\",2026-01-05,12\n"))

  package static let endlessRow = Rule(
    code: "KPI3008", name: "endless-row", severity: .error,
    title: "A row of a table's file does not end",
    explanation: """
      A quotation mark is opened and never closed, or the file has no line ends. Rows of more than 16 MiB \
      are taken for a mistake.
      """,
    example: DataExamples.orders("order_id,ordered_on,amount\n\"1,2026-01-05,12\n"),
    mended: DataExamples.good)

  package static let noRowsToRead = Rule(
    code: "KPI3009", name: "no-rows-to-read", severity: .error,
    title: "A table has no rows that can be read here",
    explanation: """
      The table names no file, so only a `test` can give it rows. Say where the rows are: \
      `table orders from "orders.csv"`.
      """,
    example: .project(
      files: [
        Example.File(
          "main.kpi",
          """
          table orders {
            order_id:   text key
            ordered_on: date time
            amount:     number
          }

          metric total = sum(orders.amount)

          """)
      ], command: "eval total --as-of 2026-01-31"),
    mended: DataExamples.good)

  package static let dataFiles: [Rule] = [
    missingDataFile, unreadableDataFile, dataNotText, emptyDataFile, missingDataColumn,
    repeatedDataColumn, misplacedQuote, endlessRow, noRowsToRead,
  ]
}

extension Diagnostic {
  package static func missingDataFile(table: String, path: String, declared: SourceRange) -> Self {
    Diagnostic(
      .missingDataFile, "the file `\(path)` of table `\(table)` is not there", at: declared,
      help: "Check the name and the folder: the path starts from the folder of the specification.")
  }

  package static func unreadableDataFile(
    table: String, at location: Location, path: String, reason: String
  ) -> Self {
    Diagnostic(
      .unreadableDataFile, "the file `\(path)` of table `\(table)` cannot be read: \(reason)",
      at: location,
      help: "Check that the file opens in another program, and save or export it again.")
  }

  package static func dataNotText(table: String, at location: Location, what: String) -> Self {
    Diagnostic(
      .dataNotText, "the rows of table `\(table)` are not plain text in UTF-8: \(what)",
      at: location,
      help: "Save or export it as \"CSV UTF-8\"; spreadsheets offer that under Save as.")
  }

  package static func emptyDataFile(table: String, at location: Location) -> Self {
    Diagnostic(
      .emptyDataFile,
      "the file of table `\(table)` is empty: not even the names of the columns are in it",
      at: location,
      help: "Export it again; its first line names the columns, even when there are no rows.")
  }

  package static func missingDataColumn(
    table: String, header: String, found: [String], at location: Location, declared: SourceRange
  ) -> Self {
    Diagnostic(
      .missingDataColumn, "the file of table `\(table)` has no column `\(header)`", at: location,
      labels: [Label(declared, "declared here")],
      help: otherColumns(than: header, found, whose: "the file"))
  }

  /// What a file or a database has instead of a column.
  static func otherColumns(than header: String, _ found: [String], whose place: String) -> String {
    let sentence = place.prefix(1).uppercased() + place.dropFirst()
    if let similar = found.first(where: { $0.lowercased() == header.lowercased() }) {
      return "\(sentence) calls it `\(similar)`: write `from \"\(similar)\"` after the type of the "
        + "column."
    }
    let names = found.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
    let more = found.count > 20 ? " and \(found.count - 20) more" : ""
    return "\(sentence) has \(names)\(more). If one of them is meant, write `from \"…\"` and its "
      + "name after the type."
  }

  package static func repeatedDataColumn(table: String, header: String, at location: Location)
    -> Self
  {
    Diagnostic(
      .repeatedDataColumn, "the file of table `\(table)` has two columns called `\(header)`",
      at: location, help: "Rename one of the two in the first line of the file.")
  }

  package static func misplacedQuote(table: String, at location: Location) -> Self {
    Diagnostic(
      .misplacedQuote, "a quotation mark stands in the middle of a value of table `\(table)`",
      at: location,
      help:
        "Put the whole value in quotation marks and write the one inside twice: `\"5\"\" pipe\"`.")
  }

  package static func endlessRow(table: String, isQuoted: Bool, at location: Location) -> Self {
    let reason =
      isQuoted ? "a quotation mark is opened and never closed" : "it is longer than 16 MiB"
    return Diagnostic(
      .endlessRow, "a row of table `\(table)` does not end: \(reason)", at: location,
      help: isQuoted
        ? "Write the second quotation mark in this row."
        : "Export the file again, with one row on each line.")
  }

  package static func noRowsToRead(table: String, declared: SourceRange) -> Self {
    Diagnostic(
      .noRowsToRead, "table `\(table)` does not say where its rows are", at: declared,
      help: "Name the file: `table \(table) from \"\(table).csv\" { … }`.")
  }
}
