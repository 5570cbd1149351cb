import Foundation
import Testing

/// The examples and the starter are whole projects with numbers from another engine; they are held to them here.
@Suite struct ExampleTests {
  private static let root = URL(fileURLWithPath: GoldenCase.folder + "/../../Examples")
    .standardizedFileURL.path

  /// A line `ARGUMENTS > FILE` of an example's `expected/commands.txt`.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let example: String
    let arguments: [String]
    let file: String

    var testDescription: String { "\(example)/\(file)" }
    var folder: String { ExampleTests.root + "/" + example }

    static let all: [Expectation] = {
      let examples = try? FileManager.default.contentsOfDirectory(atPath: ExampleTests.root)
      return (examples ?? []).sorted().flatMap(of(example:))
    }()

    private static func of(example: String) -> [Expectation] {
      let path = "\(ExampleTests.root)/\(example)/expected/commands.txt"
      guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
        guard let arrow = line.range(of: " > ", options: .backwards) else { return nil }
        return Expectation(
          example: example, arguments: GoldenCase.words(String(line[..<arrow.lowerBound])),
          file: String(line[arrow.upperBound...]))
      }
    }
  }

  @Test(arguments: Expectation.all)
  func printsWhatIsExpected(expectation: Expectation) throws {
    let expected = try #require(
      FileManager.default.contents(atPath: "\(expectation.folder)/expected/\(expectation.file)"))
    let found = CaseFolder(existing: expectation.folder).ask(expectation.arguments)
    #expect(String(decoding: expected, as: UTF8.self) == found)
  }

  @Test func thereAreExamples() {
    #expect(Set(Expectation.all.map(\.example)) == ["coffee", "cua-hang"])
    #expect(Expectation.all.count >= 15)
  }

  @Test(arguments: Set(Expectation.all.map(\.example)).sorted())
  func checksWithoutFindings(example: String) {
    let check = CaseFolder(existing: Self.root + "/" + example).run(["check"])
    #expect(check.status == 0 && check.output.hasSuffix("no findings\n"), "\(check)")
    let tests = CaseFolder(existing: Self.root + "/" + example).run(["test"])
    #expect(tests.status == 0 && tests.output.hasSuffix(" passed\n"), "\(tests)")
    let layout = CaseFolder(existing: Self.root + "/" + example).run(["fmt", "--check"])
    #expect(layout.status == 0, "\(layout)")
  }
}

/// What a newcomer does first, with the numbers that DuckDB gives for the same rows.
@Suite struct StarterNumberTests {
  @Test func shop() throws {
    let path = CaseFolder.newPath()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let folder = CaseFolder(existing: path)
    defer { folder.remove() }
    let new = folder.run(["new"])
    #expect(new.status == 0, "\(new)")
    let check = folder.run(["check"])
    #expect(check.status == 0 && check.output.hasSuffix("no findings\n"), "\(check)")
    let tests = folder.run(["test"])
    #expect(tests.status == 0 && tests.output == "3 passed\n", "\(tests)")
    let layout = folder.run(["fmt", "--check"])
    #expect(layout.status == 0, "\(layout)")
    #expect(folder.run(["new"]).status != 0, "what is there is not written over")

    // Paid orders of October 2026 sum to 3346.25 USD, those of October 2025 to 2764.75 USD: 581.5/2764.75.
    // 8 of 119 orders of October 2026 were refunded; 127 different customers paid from August to October.
    let months = folder.ask(
      [
        "eval", "revenue,paid_orders,revenue_growth,refund_rate,active_customers", "--by", "month",
        "--from", "2026-10", "--to", "2026-10", "--as-of", "2026-10-31",
      ])
    #expect(
      months == """
        month,revenue,paid_orders,revenue_growth,refund_rate,active_customers
        2026-10,3346.25,111,0.21032643096120807,0.06722689075630252,127

        """)
    // The median wait at the counter from July to September 2026 is 202 seconds: 202/60 minutes.
    let quarter = folder.ask(
      ["eval", "counter_wait", "--by", "quarter", "--from", "2026-Q3", "--to", "2026-Q3"])
    #expect(quarter == "quarter,counter_wait\n2026-Q3,3.3666666666666667\n")
  }
}

extension CaseFolder {
  /// A folder that is there already.
  init(existing path: String) { self.path = path }
}
