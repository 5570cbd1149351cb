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

  @Test(arguments: [0, 1, 5, 1000])
  func whatIsCarriedStandsInTheOrderOfTheElements(_ count: Int) {
    for workers in [Workers.one, Self.backwards] {
      let (results, states) = workers.map(Array(0..<count), carrying: { [Int]() }) {
        $1.append($0)
        return $0 * 2
      }
      #expect(results == (0..<count).map { $0 * 2 })
      #expect(states.flatMap(\.self) == Array(0..<count))
      #expect(workers.mapMany(Array(0..<count)) { $0 + 1 } == Array(1..<count + 1))
    }
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

  /// A metric is resolved after those that it mentions, wherever they stand.
  @Test func metricsThatMentionOneAnotherAreTheSame() {
    let text =
      Samples.orders
      + (0..<60).reversed().map { number in
        number % 20 == 0
          ? "metric step_\(number) = sum(orders.amount\(number == 40 ? " + hours" : ""))\n"
          : "metric step_\(number) = step_\(number - 1) + step_\(number / 20 * 20)\n"
      }.joined()
      + "metric one = two + step_1\nmetric two = one\nmetric three = two + step_59\n"
      + "table visits from \"v.csv\" { order: integer -> nowhere  at: datum time }\n"
    let expected = report(on: text, by: .one)
    #expect(expected.contains("`one`") && expected.contains("nowhere"))
    #expect(report(on: text, by: Self.backwards) == expected)
    let sound = String(text.split(separator: "metric one")[0]).replacing(" + hours", with: "")
    #expect(!report(on: sound, by: Self.backwards).contains("error["))
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
