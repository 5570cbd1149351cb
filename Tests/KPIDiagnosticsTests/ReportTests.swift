import KPIDiagnostics
import KPISource
import KPIText
import Testing

@Suite struct ReportTests {
  private func text(_ format: Report.Format, _ report: Report = Samples.report) -> String {
    report.text(as: format, toolVersion: "1.2.3")
  }

  @Test func textShowsThePlaces() {
    #expect(
      text(.text) == """
        error[KPI2003 unit-mismatch]: USD and hours cannot be added
          --> sales.kpi:2:35
           |
         2 |     metric `売上` = sum(orders.amount) + sum(orders.waited)
           |                     ------------------ ^ ------------------ this is in hours
           |                     |
           |                     this is in USD
          ::: data.kpi:3:3
           |
         3 |   waited: duration hours
           |   ---------------------- declared here
           |
           = help: Divide one by the other.
           = fix: divide

        warning[KPI4001 missing-owner]: `x` has no owner
          --> sales.kpi:3:1
           |
         3 | kpi "x" =
           | ^^^^^^^^^
         4 |   1 +
         5 |   2
           |   ^

        error[KPI3004 bad-number]: `12,5` is not a number
          --> data/a.csv:17:4
           |
        17 | 12,5
           | ^^^^
           |
           = help: Write `12.5`, or say `numbers "1.234,5"` in the table.

        error[KPI9001 unknown-command]: there is no command `chek`
          = help: Did you mean `check`?

        3 errors, 1 warning in 2 files

        """)
  }

  @Test func longLinesAreCutAroundTheMark() {
    let source = SourceText(
      path: "a.kpi",
      text: String(repeating: "a + ", count: 60) + "boom" + String(repeating: " + a", count: 60))
    let diagnostic = Diagnostic(
      Samples.mismatch, "no", at: SourceRange(file: FileID(0), 240..<244))
    let lines = text(.text, Report([diagnostic], sources: SourceMap([source]), fileCount: nil))
      .split(separator: "\n")
    #expect(lines.count == 5)
    let caret = lines[4].firstIndex(of: "^").map {
      lines[4].distance(from: lines[4].startIndex, to: $0)
    }
    let word = lines[3].firstRange(of: "boom").map {
      lines[3].distance(from: lines[3].startIndex, to: $0.lowerBound)
    }
    #expect(caret == word)
    #expect(DisplayWidth.of(lines[3]) <= 130)
  }

  @Test func farLinesAreJoinedByDots() {
    let source = SourceText(path: "a.kpi", text: "one\ntwo\nthree\nfour\nfive\n")
    let diagnostic = Diagnostic(
      Samples.mismatch, "no", at: SourceRange(file: FileID(0), 19..<23),
      labels: [.init(SourceRange(file: FileID(0), 0..<3), "here")])
    #expect(
      text(.text, Report([diagnostic], sources: SourceMap([source]), fileCount: nil)) == """
        error[KPI2003 unit-mismatch]: no
          --> a.kpi:5:1
           |
         1 | one
           | --- here
        ...
         5 | five
           | ^^^^

        """)
  }

  @Test func hiddenCharactersAreShown() {
    let source = SourceText(path: "a.kpi", text: "a\u{1B}[31m\u{202E}b\n")
    let diagnostic = Diagnostic(
      Samples.mismatch, "x\u{7}", at: SourceRange(file: FileID(0), 9..<10))
    let shown = text(.text, Report([diagnostic], sources: SourceMap([source]), fileCount: nil))
    #expect(shown.contains("a␛[31m\u{FFFD}b"))
    #expect(shown.contains("x␇"))
    #expect(!shown.unicodeScalars.contains("\u{1B}"))
  }

  @Test func invalidUTF8IsShownAndCounted() {
    let source = SourceText(path: "a.kpi", bytes: [0x61, 0xFF, 0x62])
    let diagnostic = Diagnostic(Samples.mismatch, "no", at: SourceRange(file: FileID(0), 2..<3))
    let shown = text(.text, Report([diagnostic], sources: SourceMap([source]), fileCount: nil))
    #expect(shown.contains("a.kpi:1:3"))
    #expect(shown.contains(" 1 | a\u{FFFD}b\n   |   ^"))
  }

  @Test func colourIsOptional() {
    let coloured = Samples.report.text(as: .text, painter: .coloured, toolVersion: "1.2.3")
    #expect(coloured.contains("\u{1B}[1;31merror[KPI2003 unit-mismatch]\u{1B}[0m"))
    #expect(!text(.text).unicodeScalars.contains("\u{1B}"))
  }

  /// Findings are written in pieces, and pieces in rounds; nothing is lost or doubled where one ends.
  @Test(arguments: [1, 256, 257, 2048, 2049, 5000])
  func aLongReportIsWhole(_ count: Int) {
    let diagnostics = (0..<count).map { index in
      Diagnostic(Samples.number, "finding \(index)", at: .none)
    }
    let backwards = Workers(count: 4) { parts, part in
      for index in (0..<parts).reversed() { part(index) }
    }
    let expected =
      diagnostics.map(\.message).sorted().map { "error[KPI3004 bad-number]: \($0)\n" }
      .joined(separator: "\n")
      + "\n\(count) error\(count == 1 ? "" : "s") in 2 files\n"
    for workers in [Workers.one, backwards] {
      let report = Report(diagnostics, fileCount: 2)
      #expect(report.text(as: .text, toolVersion: "0", workers: workers) == expected)
    }
  }

  @Test func aFindingSortedTwiceStaysInOrder() {
    let sorted = Samples.diagnostics.inOrder()
    #expect(sorted.reversed().inOrder().map(\.message) == sorted.map(\.message))
    #expect(sorted.inOrder().map(\.message) == sorted.map(\.message))
  }

  @Test func aCopyThatIsSaidOtherwiseLeavesTheFindingAlone() throws {
    let original = try #require(Samples.diagnostics.first { $0.rule == Samples.mismatch })
    var copy = original
    copy.subject = "kpi x"
    copy.help = "Another way."
    copy.labels.append(.init(SourceRange(file: FileID(0), 0..<1), "here"))
    #expect(copy.help == "Another way." && original.help == "Divide one by the other.")
    #expect(copy.labels.count == original.labels.count + 1)
    #expect(copy.message == original.message && copy.rule == original.rule)
    #expect(copy.subject == "kpi x" && original.subject == nil)
  }

  @Test func conciseIsALineEach() {
    #expect(
      text(.concise) == """
        sales.kpi:2:35: error[KPI2003 unit-mismatch]: USD and hours cannot be added
        sales.kpi:3:1: warning[KPI4001 missing-owner]: `x` has no owner
        data/a.csv:17:4: error[KPI3004 bad-number]: `12,5` is not a number
        error[KPI9001 unknown-command]: there is no command `chek`
        3 errors, 1 warning in 2 files

        """)
  }

  @Test func jsonCountsBytes() {
    let json = text(.json)
    #expect(json.hasPrefix("{\n  \"format_version\": \"1.0\",\n  \"diagnostics\": [\n"))
    #expect(json.contains(#""start": {"line": 2, "column": 39}"#))
    #expect(json.contains(#""summary": {"errors": 3, "warnings": 1, "notes": 0, "files": 2}"#))
  }

  @Test func emptyReportsAreWholeDocuments() {
    let empty = Report([], fileCount: 14)
    #expect(text(.text, empty) == "checked 14 files: no findings\n")
    #expect(text(.github, empty) == "checked 14 files: no findings\n")
    #expect(text(.json, empty).contains("\"diagnostics\": []"))
    #expect(text(.sarif, empty).contains("\"results\": []"))
    #expect(text(.junit, empty).contains("<testcase name=\"checked 14 files: no findings\""))
  }

  @Test func gitHubGetsErrorsFirstAndEscapedText() {
    let lines = text(.github).split(separator: "\n")
    #expect(
      lines[0] == """
        ::error file=sales.kpi,line=2,col=35,endLine=2,endColumn=36,title=KPI2003 unit-mismatch::\
        USD and hours cannot be added%0ADivide one by the other.
        """)
    #expect(lines[3].hasPrefix("::warning "))
    let odd = Diagnostic(
      Samples.number, "100%\r\nsure", at: .data(path: "a:b,c%.csv", line: 0, column: 0, value: nil))
    #expect(
      text(.github, Report([odd], fileCount: nil))
        == "::error file=a%3Ab%2Cc%25.csv,title=KPI3004 bad-number::100%25%0D%0Asure\n")
  }

  @Test func gitHubSaysWhatItHides() {
    let many = (1...13).map { line in
      Diagnostic(Samples.number, "no", at: .data(path: "a.csv", line: line, column: 1, value: "x"))
    }
    let last = text(.github, Report(many, fileCount: 1)).split(separator: "\n").last
    #expect(
      last
        == "13 errors in 1 file; GitHub shows 10 of a kind for one step, so 3 of them stand only here"
    )
  }

  @Test func sarifFingerprintsStayWhenLinesMove() {
    func fingerprints(_ prefix: String) -> [Substring] {
      let source = SourceText(path: "a.kpi", text: prefix + "kpi a\nkpi a\n")
      let start = prefix.utf8.count
      let diagnostics = [start, start + 6].map {
        Diagnostic(Samples.owner, "no", at: SourceRange(file: FileID(0), $0..<($0 + 3)))
      }
      return text(.sarif, Report(diagnostics, sources: SourceMap([source]), fileCount: 1))
        .split(separator: "\n").filter { $0.contains("kpiFinding/v1") }
    }
    #expect(fingerprints("") == fingerprints("// one\n\n"))
    #expect(Set(fingerprints("")).count == 2)
  }

  @Test func sarifKeepsFindingsWithoutAPlace() {
    let sarif = text(.sarif)
    #expect(sarif.contains("\"executionSuccessful\": false"))
    #expect(sarif.contains("\"startColumn\": 35"))
    #expect(sarif.contains("\"name\": \"UnitMismatch\""))
  }

  @Test func junitGroupsByFile() {
    let junit = text(.junit)
    #expect(
      junit.contains("<testsuite name=\"sales.kpi\" tests=\"2\" failures=\"2\" errors=\"0\">"))
    #expect(junit.contains("numbers &quot;1.234,5&quot;"))
    #expect(junit.contains("<testsuite name=\"kpi\" tests=\"1\""))
  }

  @Test func rulePages() {
    let page = RulePage(Samples.mismatch)
    #expect(
      page.text(width: 60, painter: .plain) == """
        error[KPI2003 unit-mismatch]: Amounts in different units

        Money and time cannot be added.

        Divide them instead.

        This raises it:

            metric a = x + y

        This does not:

            metric a = x / y

        """)
    #expect(page.markdown.contains("## Example\n\n```kpi\nmetric a = x + y\n```\n\n## Mended\n"))
    #expect(
      RulePage(Samples.number).markdown.contains(
        "`data/a.csv`\n\n```csv\nx\n1\n```\n\n```console\n"))
    #expect(
      RulePage.index(of: [Samples.owner]).hasSuffix(
        "| `KPI4001` | [missing-owner](missing-owner.md) | warning | A KPI without an owner |\n"))
  }

  @Test func suggestionsReadLikeAQuestion() {
    #expect(
      Diagnostic.suggestion(for: "revenu", among: ["revenue", "orders"])
        == "Did you mean `revenue`?")
    #expect(Diagnostic.suggestion(for: "zzz", among: ["revenue"]) == nil)
  }
}
