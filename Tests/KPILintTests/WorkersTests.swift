import KPIDiagnostics
import KPIModel
import KPISemantics
import KPISource
import KPISyntax
import Testing

@testable import KPILint

/// Whoever does the work, and in whatever order its parts are done, the outcome is the same.
@Suite struct WorkersTests {
  /// Four, and the last part is done first.
  private static let backwards = Workers(count: 4) { parts, part in
    for index in (0..<parts).reversed() { part(index) }
  }

  @Test func resultsStandInTheOrderOfTheElements() {
    #expect(Self.backwards.map(Array(0..<100)) { $0 * 2 } == (0..<100).map { $0 * 2 })
    #expect(Self.backwards.map([Int]()) { $0 }.isEmpty)
  }

  @Test(arguments: [0, 1, 2, 7, 31, 32, 33, 1000])
  func stretchesHoldEveryPlaceOnce(_ places: Int) {
    for workers in [Workers.one, Self.backwards] {
      let stretches = workers.stretches(of: places)
      #expect(stretches.flatMap(Array.init) == Array(0..<places))
      #expect(stretches.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func errorsAreTheSame() {
    let text =
      Samples.orders
      + (0..<50).map { number in
        """
        kpi sales_\(number) "Sales" = sum(orders.amount) { target at least \(number) hours }

        test "sales \(number)" {
          given orders {
            ordered_on | wrong_\(number)
            2026-01-05 | 2
          }
        }


        """
      }.joined()
    let expected = report(on: text, by: .one)
    #expect(expected.contains("wrong_49"))
    #expect(report(on: text, by: Self.backwards) == expected)
  }

  @Test func opinionsAreTheSame() {
    let text =
      Samples.orders
      + (0..<50).map { number in
        "kpi sales_\(number) \"Sales\" = sum(orders.amount where quantity = \(number % 7)) {}\n"
      }.joined()
    let expected = report(on: text, by: .one)
    #expect(expected.contains("nobody answers for `sales_49`"))
    #expect(expected.contains("`sales_49` means the same as `sales_0`"))
    #expect(report(on: text, by: Self.backwards) == expected)
  }

  private func report(on text: String, by workers: Workers) -> String {
    let source = SourceText(path: "main.kpi", text: text)
    let (tree, problems) = parse(source, file: FileID(0))
    let analysis = Analysis.of([tree], by: workers)
    let lint = Lint(profile: .strict, today: OpinionTests.today, workers: workers)
    let verdict = lint.verdict(problems + analysis.diagnostics, of: analysis)
    return Report(verdict.diagnostics, sources: SourceMap([source]), fileCount: 1)
      .text(as: .text, toolVersion: "0", workers: workers)
  }
}
