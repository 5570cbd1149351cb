import KPIDiagnostics
import KPISemantics
import KPISource
import KPISyntax
import Testing

/// No input, however broken, stops the program.
@Suite struct HostileInputTests {
  private static let table = "table t from \"t.csv\" { d: date time  a: number }\n"

  @Test(arguments: [
    "metric x = " + String(repeating: "1 + ", count: 50_000) + "1",
    "metric x = count(t where " + String(repeating: "a * ", count: 50_000) + "1 > 0)",
    "metric x = sum(t.a where " + String(repeating: "a > 1 and ", count: 50_000) + "a > 1)",
    "metric x = " + String(repeating: "-", count: 50_000) + "1",
    "metric x = " + String(repeating: "abs(", count: 5_000),
    "unit u = " + String(repeating: "2 * ", count: 50_000) + "1 kg\nunit kg",
    (1...3000).reduce("metric m0 = count(t)\n") { $0 + "metric m\($1) = m\($1 - 1) + 1\n" },
  ])
  func isReportedAndNotAnEnd(text: String) {
    let source = SourceText(path: "main.kpi", text: HostileInputTests.table + text)
    let (tree, problems) = parse(source, file: FileID(0))
    let analysis = Analysis.of([tree])
    #expect(!(problems + analysis.diagnostics).isEmpty)
  }
}
