package import KPISource

/// Findings about tests: what their declarations say, and what running them has shown.
extension Rule {
  package static let tests: [Rule] = [
    .unexpectedValue, .missingGroup, .unexpectedGroup, .errorNotRaised, .unexpectedStatus,
    .tableNotGiven, .columnNotGiven, .expectationNotChecked, .givenTwice, .keysDoNotFit,
    .resultsDoNotFit, .testWithoutExpectation, .inexactGivenValue, .noSuchTest,
  ]

  // MARK: Running tests

  package static let unexpectedValue = Rule(
    code: "KPI1200", name: "unexpected-value", severity: .error,
    title: "A formula has another value than the test expects",
    explanation: """
      The rows that the test gives lead to another value than it expects. Either the formula does not mean what was \
      meant, or the expectation was worked out wrongly. Values are compared exactly: `1 / 3` is not `33.33%`; write the \
      fraction, or round the formula. Values that went through a root or a standard deviation are compared to 12 \
      significant digits.
      """,
    example: TestExamples.project("  expect revenue = 140 USD"),
    mended: TestExamples.project("  expect revenue = 100 USD"))

  package static let missingGroup = Rule(
    code: "KPI1201", name: "missing-group", severity: .error,
    title: "An expected group is not in the answer",
    explanation: """
      The test lists a group that the answer does not show. An answer shows the groups that have rows, in every period \
      from the first to the last one.
      """,
    example: TestExamples.project(
      "  expect revenue by region = { \"north\": 100 USD, \"south\": 0 USD }"),
    mended: TestExamples.project("  expect revenue by region = { \"north\": 100 USD }"))

  package static let unexpectedGroup = Rule(
    code: "KPI1202", name: "unexpected-group", severity: .error,
    title: "The answer has a group that the test does not list",
    explanation: """
      A test lists every group that the answer shows, so that a group nobody thought of is noticed. Periods without \
      rows between the first and the last are shown too.
      """,
    example: TestExamples.project("  expect orders_made by status = { \"paid\": 1 }"),
    mended: TestExamples.project(
      "  expect orders_made by status = { \"paid\": 1, \"refunded\": 1 }"))

  package static let errorNotRaised = Rule(
    code: "KPI1203", name: "error-not-raised", severity: .error,
    title: "An expected error did not come",
    explanation: """
      The test expects that its rows or its questions break a rule, and they do not. The rows given are checked like \
      the rows of a file: keys, references between the tables given, required and allowed values.
      """,
    example: TestExamples.project("  expect error value-not-allowed"),
    mended: TestExamples.project("  expect error value-not-allowed", status: "paied"))

  package static let unexpectedStatus = Rule(
    code: "KPI1204", name: "unexpected-status", severity: .error,
    title: "A KPI stands otherwise than the test expects",
    explanation: """
      The status is the one that `kpi status` shows: for the period named, or for the latest that is complete on the \
      test's day.
      """,
    example: TestExamples.project("  expect status sales for 2026-01 = on track"),
    mended: TestExamples.project("  expect status sales for 2026-01 = off track"))

  package static let tableNotGiven = Rule(
    code: "KPI1205", name: "table-not-given", severity: .error,
    title: "A formula needs the rows of a table that the test does not give",
    explanation: """
      A table that a test does not give is empty, so a reference to it leads to no row. Give the rows that are referred \
      to, with the columns that the formula reads.
      """,
    example: TestExamples.project("  expect revenue by customers.segment = { \"smb\": 100 USD }"),
    mended: TestExamples.project(
      """
        given customers {
          customer_id | segment
          "c1"        | "smb"
        }
        expect revenue by customers.segment = { "smb": 100 USD }
      """))

  package static let columnNotGiven = Rule(
    code: "KPI1206", name: "column-not-given", severity: .error,
    title: "A formula needs a column that the test does not give",
    explanation: """
      A test gives the columns that matter for it. Those that may be missing are missing where they are not given, and a \
      key is numbered; any other column that a formula reads has to be given.
      """,
    example: TestExamples.project("  expect average(orders.quantity) = 2"),
    mended: TestExamples.project("  expect average(orders.amount) = 70 USD"))

  package static let expectationNotChecked = Rule(
    code: "KPI1207", name: "expectation-not-checked", severity: .error,
    title: "An expectation could not be looked at",
    explanation: """
      The rows given break a rule, as the test expects, and no value is computed from rows that break a rule. What \
      is expected of bad rows and of good ones belongs in two tests.
      """,
    example: TestExamples.project(
      "  expect error value-not-allowed\n  expect orders_made = 2", status: "paied"),
    mended: TestExamples.project("  expect error value-not-allowed", status: "paied"))

  package static let noSuchTest = Rule(
    code: "KPI9014", name: "no-such-test", severity: .error, title: "No test has such a name",
    explanation: """
      `kpi test --filter TEXT` runs the tests whose names hold the text, in upper or lower case. A filter that no name \
      holds runs nothing, which must not look like success.
      """,
    example: TestExamples.project("  expect revenue = 100 USD", command: "test --filter refnd"),
    mended: TestExamples.project("  expect revenue = 100 USD", command: "test --filter refund"))

  // MARK: Declarations

  package static let givenTwice = Rule(
    "KPI1208", "given-twice", title: "A test says this twice",
    explanation: """
      The rows of a table stand in one block, each column has one place in it, and a result lists each group once.
      """,
    example: TestExamples.specification(
      "  expect revenue by month = { 2026-01: 100 USD, 2026-01: 90 USD }"),
    mended: TestExamples.specification("  expect revenue by month = { 2026-01: 100 USD }"))

  package static let keysDoNotFit = Rule(
    "KPI1209", "keys-do-not-fit", title: "A group is not written as the breakdown asks",
    explanation: """
      After `by month, region` every group is a month and a region, in that order and in parentheses: \
      `(2026-01, "north"): 100 USD`. A period is one of the grain asked, and a group without a value is `missing`.
      """,
    example: TestExamples.specification("  expect revenue by month = { 2026-Q1: 100 USD }"),
    mended: TestExamples.specification("  expect revenue by quarter = { 2026-Q1: 100 USD }"))

  package static let resultsDoNotFit = Rule(
    "KPI1210", "results-do-not-fit", title: "The result has not the shape of the question",
    explanation: """
      Without `by` a formula has one value. With `by` it has one for each group, and all of them are listed between \
      braces. A reason after `because` says why a value is `missing`.
      """,
    example: TestExamples.specification("  expect revenue by month = 100 USD"),
    mended: TestExamples.specification("  expect revenue by month = { 2026-01: 100 USD }"))

  package static let testWithoutExpectation = Rule(
    "KPI1211", "test-without-expectation", .warning, title: "A test expects nothing",
    explanation: "A test that expects nothing cannot fail, and so shows nothing.",
    example: TestExamples.specification("  as of 2026-01-31"),
    mended: TestExamples.specification("  expect revenue = 100 USD"))

  package static let inexactGivenValue = Rule(
    "KPI1212", "inexact-given-value", title: "A given value has no exact decimal",
    explanation: """
      Rows hold exact decimals of up to 18 digits after the point, in the base of the column's unit. Give a value \
      that has one.
      """,
    example: TestExamples.weights("1 third"), mended: TestExamples.weights("3 third"))
}

/// Two orders, one of them refunded, and a test about them.
private enum TestExamples {
  private static func source(_ lines: String, _ status: String) -> String {
    """
    table customers {
      customer_id: text key
      segment:     text
    }

    table orders {
      order_id:    text key
      customer_id: text -> customers
      ordered_on:  date time
      status:      text in ("paid", "refunded")
      region:      text
      quantity:    integer
      amount:      USD
    }

    owner sales_team "Sales team"

    metric revenue = sum(orders.amount where status = "paid")
    metric orders_made = count(orders)
    kpi sales "Sales" = revenue {
      owner sales_team
      every month
      target at least 120 USD
    }

    test "refunds are not revenue" {
      given orders {
        customer_id | ordered_on | status     | region  | amount
        "c1"        | 2026-01-05 | "\(status)" | "north" | 100 USD
        "c1"        | 2026-01-06 | "refunded" | "north" |  40 USD
      }
    \(lines)
    }
    """
  }

  static func project(
    _ lines: String, status: String = "paid", command: String = "test"
  ) -> Rule.Example {
    .project(files: [Rule.Example.File("main.kpi", source(lines, status))], command: command)
  }

  static func specification(_ lines: String) -> String { source(lines, "paid") }

  static func weights(_ value: String) -> String {
    """
    unit kg
    unit third = 1 kg / 3

    table parcels {
      sent_on: date time
      weight:  kg
    }

    metric weight = sum(parcels.weight)

    test "thirds add up" {
      given parcels {
        sent_on    | weight
        2026-01-05 | \(value)
      }
      expect weight = 1 kg
    }
    """
  }
}

// MARK: - Sentences

extension Diagnostic {
  /// `place` names the group and the period, where there is more than one value.
  package static func unexpectedValue(
    _ subject: String, place: String?, found: String, expected: String, difference: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedValue,
      "`\(subject)`\(place.map { " for \($0)" } ?? "") is \(found), and the test expects \(expected)",
      at: range,
      help: (difference.map { "The difference is \($0). " } ?? "")
        + "Work the value out from the rows given: either the formula or the test is wrong.")
  }

  package static func missingGroup(
    _ group: String, shown: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .missingGroup, "the answer has no group \(group)", at: range,
      help: shown.isEmpty
        ? "It has no groups at all: none of the rows given counts."
        : "It has \(listed(shown)). A group shows only where rows given belong to it.")
  }

  package static func unexpectedGroup(
    _ groups: [(key: String, value: String)], at range: SourceRange
  ) -> Diagnostic {
    let keys = groups.map(\.key)
    return Diagnostic(
      .unexpectedGroup,
      "the answer also has \(listed(keys)), which the test does not list", at: range,
      help: "Add "
        + groups.prefix(8).map { "`\($0.key): \($0.value)`" }.joined(separator: ", ")
        + (groups.count > 8 ? " and the others" : "")
        + (groups.count == 1 ? " if that is right." : " if they are right."))
  }

  private static func listed(_ texts: [String]) -> String {
    let shown = texts.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return texts.count > 8 ? shown + " and \(texts.count - 8) more" : shown
  }

  package static func errorNotRaised(
    _ rule: String, others: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .errorNotRaised, "nothing in this test breaks the rule `\(rule)`", at: range,
      help: others.isEmpty
        ? "All rows and questions of this test are right; give it a row that is wrong, or leave the line out."
        : "It breaks \(others.map { "`\($0)`" }.joined(separator: ", ")) instead.")
  }

  package static func unexpectedStatus(
    _ kpi: String, group: String?, period: String, found: String, expected: String, value: String,
    target: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .unexpectedStatus,
      "`\(kpi)`\(group.map { " for \($0)" } ?? "") is \(found) in \(period), and the test expects \(expected)",
      at: range,
      help: "Its value is \(value)" + (target.map { "; the target is \($0)." } ?? "."))
  }

  package static func tableNotGiven(
    _ table: String, reference: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .tableNotGiven,
      "a formula looks up rows of `\(table)` by `\(reference)`, and the test gives none", at: range,
      help: "Add `given \(table) { … }` to the test, with the rows that are looked up.")
  }

  package static func columnNotGiven(
    _ column: String, table: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .columnNotGiven, "a formula reads `\(table).\(column)`, and the test gives no values for it",
      at: range, help: "Add `| \(column)` to the first line of these rows, and a value to each row."
    )
  }

  package static func expectationNotChecked(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .expectationNotChecked,
      "nothing is computed here, as the rows of this test are wrong on purpose", at: range,
      help: "Move this line to a test of its own, with rows that are right.")
  }

  package static func givenTwice(
    _ name: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .givenTwice, "`\(name)` stands here a second time", at: range,
      labels: [Label(first, "the first time")], help: "Remove one of the two.")
  }

  package static func keysDoNotFit(
    _ names: [String], count: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .keysDoNotFit,
      "a group is named by \(names.map { "`\($0)`" }.joined(separator: ", ")), and here "
        + (count == 1 ? "is one value" : "are \(count) values"), at: range,
      help: names.count == 1
        ? "Write one value before the colon, as in `\"north\": 100`."
        : "Write all of them in brackets, in that order, as in `(2026-01, \"north\"): 100`.")
  }

  package static func periodOfOtherGrain(
    _ text: String, grain: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .keysDoNotFit, "`\(text)` is not a \(grain), and the answer is by \(grain)", at: range,
      help: "Write a \(grain), or change what stands after `by`.")
  }

  package static func secondGrainExpected(_ grain: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .resultsDoNotFit, "`by` names a second period, `\(grain)`", at: range,
      help: "Keep one of them.")
  }

  package static func resultsDoNotFit(isListed: Bool, at range: SourceRange) -> Diagnostic {
    isListed
      ? Diagnostic(
        .resultsDoNotFit, "there is one value in all, and here several are listed",
        at: range,
        help: "Write one, as in `= 100 USD`, or say before `=` what they are for: `by month`.")
      : Diagnostic(
        .resultsDoNotFit, "`by` gives a value for each group, and here is only one",
        at: range, help: "List the groups: `{ 2026-01: 100 USD, 2026-02: 120 USD }`.")
  }

  package static func reasonOfValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .resultsDoNotFit, "a reason after `because` belongs to a value that is `missing`", at: range,
      help: "Leave the reason out, or write `missing because \"no rows\"`.")
  }

  package static func noSuchTest(_ text: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .noSuchTest, "no test has `\(text)` in its name", at: .none,
      help: known.isEmpty
        ? "There are no tests here."
        : known.count == 1 ? "The only test is \(listed(known))." : "There are \(listed(known)).")
  }

  package static func testWithoutExpectation(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .testWithoutExpectation, "this test expects nothing, so it cannot fail", at: range,
      help: "Add a line with what follows from its rows, such as `expect revenue = 100 USD`.")
  }

  package static func inexactGivenValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .inexactGivenValue, "this value has endless digits, like one third, and rows hold exact ones",
      at: range,
      help: "Write a value that ends after at most 18 digits, such as `0.33 kg`.")
  }
}
