import Testing

@testable import KPISQL

/// Whatever a name or a text holds, it is read back as that, and nothing of it is read as SQL.
@Suite struct QuotingTests {
  /// What an engine reads from a quoted word, by the rules of its manual, and what is left behind the word.
  private func read(
    _ text: String, _ mark: Unicode.Scalar, hasEscapes: Bool
  ) -> (value: String, rest: String)? {
    var rest = Array(text.unicodeScalars)[...]
    guard rest.popFirst() == mark else { return nil }
    var value = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if hasEscapes, scalar == "\\" {
        guard let next = rest.popFirst() else { return nil }
        value.append(next == "n" ? "\n" : next == "r" ? "\r" : next)
      } else if scalar == mark {
        guard !hasEscapes || rest.first != mark else { return nil }
        guard rest.first == mark else {
          return (String(value), String(String.UnicodeScalarView(rest)))
        }
        value.append(rest.removeFirst())
      } else if hasEscapes, scalar.properties.generalCategory == .control {
        // Some engines end a text with its line.
        return nil
      } else {
        value.append(scalar)
      }
    }
    return nil
  }

  /// The engines in whose texts a backslash is a sign of its own, by their manuals.
  private static let escaping = ["spark", "snowflake", "bigquery"]
  private static let marks: [String: Unicode.Scalar] = [
    "duckdb": "\"", "postgresql": "\"", "sqlite": "\"", "spark": "`", "snowflake": "\"",
    "bigquery": "`", "trino": "\"",
  ]

  private static let parts = [
    "'", "\"", "`", "\\", ";", "--", "/*", "\n", "\r", "a", " ", "é", "';", "\\'", "''", "\\\\",
    " OR 1=1", "\u{301}",
  ]

  @Test(arguments: Dialect.all.map(\.name)) func texts(name: String) throws {
    let dialect = try #require(Dialect.named(name))
    let hasEscapes = QuotingTests.escaping.contains(name)
    for text in QuotingTests.samples(1) {
      let written = SQLWriter(dialect).text(text) + " AND x"
      let found = try #require(read(written, "'", hasEscapes: hasEscapes), "\(written)")
      #expect(Array(found.value.unicodeScalars) == Array(text.unicodeScalars))
      #expect(found.rest == " AND x")
    }
  }

  @Test(arguments: Dialect.all.map(\.name)) func names(name: String) throws {
    let dialect = try #require(Dialect.named(name))
    let mark = try #require(QuotingTests.marks[name])
    for text in QuotingTests.samples(2) {
      let written = SQLWriter(dialect).name(text) + ".x"
      // Of the engines only BigQuery has escapes in names.
      let found = try #require(read(written, mark, hasEscapes: name == "bigquery"), "\(written)")
      #expect(Array(found.value.unicodeScalars) == Array(text.unicodeScalars))
      #expect(found.rest == ".x")
    }
  }

  /// A comment for readers ends with its line.
  @Test(arguments: Dialect.all.map(\.name)) func comments(name: String) throws {
    let dialect = try #require(Dialect.named(name))
    for text in QuotingTests.samples(3) + ["a\u{2028}b", "a\u{85}b", "a\u{B}b"] {
      var select = Select(from: .table(["t"], as: "t"))
      select.columns = [.init(.integer(1), as: "one", comment: text)]
      let lines = SQLWriter(dialect).text(of: select).unicodeScalars.split {
        $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
      }
      #expect(lines.count == 3, "\(text)")
    }
  }

  @Test func filesAreQuoted() {
    func text(_ path: String, _ dialect: Dialect) -> String {
      SQLWriter(dialect).text(of: Select(from: .file(path, as: "t")))
    }
    #expect(text("/a'b.csv", .duckdb) == "SELECT *\nFROM read_csv('/a''b.csv') AS \"t\"")
    #expect(text("/a/*.parquet", .duckdb) == "SELECT *\nFROM read_parquet('/a/*.parquet') AS \"t\"")
    #expect(text("/a`b'.parquet", .spark) == "SELECT *\nFROM parquet.`/a``b'.parquet` AS `t`")
  }

  private static func samples(_ seed: UInt64) -> [String] {
    var state = seed
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    return [""] + parts
      + (0..<300).map { _ in (0..<1 + next() % 8).map { _ in parts[next() % parts.count] }.joined()
      }
  }
}
