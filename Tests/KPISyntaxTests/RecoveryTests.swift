import KPISyntax
import Testing

/// One mistake gives one message where it stands, and what comes after is still read.
@Suite struct RecoveryTests {
  @Test(arguments: RecoveryTests.table.indices)
  func oneMistakeOneMessage(_ row: Int) {
    let (text, findings) = Self.table[row]
    let parsed = Parsed(text)
    #expect(parsed.findings == findings, "\(text)\n\(parsed.report)")
    #expect(parsed.tree.text == text)
  }

  /// A mistake may be the last thing in a file, and a file may end anywhere.
  @Test(arguments: RecoveryTests.table.indices)
  func aFileMayEndAnywhere(_ row: Int) {
    let bytes = Array(Self.table[row].0.utf8)
    for end in bytes.indices {
      let beginning = Array(bytes[..<end])
      #expect(Parsed(beginning).tree.text == String(decoding: beginning, as: UTF8.self))
    }
  }

  /// A byte order mark is no part of the first line, whatever is wrong with that.
  @Test func aByteOrderMarkChangesNothing() {
    let text = "• Revenue: total of paid orders\n"
    #expect(Parsed(text).report.contains("the mark of a list"))
    #expect(Parsed("\u{FEFF}" + text).report.contains("the mark of a list"))
  }

  @Test func everyBrokenLineIsReported() {
    let text = """
      metric a = sum(
      metric b = 1 +
      owner lan {
        emial "x"
        email
        email "lan@sunrise.example"
      }
      kpi c = d {
        target 5
        owner
        every month
      }
      metric e = 1

      """
    let parsed = Parsed(text)
    #expect(
      parsed.findings == [
        "1:16 expected-value", "2:15 expected-value", "4:3 unknown-attribute", "5:8 expected-text",
        "9:10 target-without-direction", "10:8 expected-name",
      ])
    #expect(parsed.tree.declarations.compactMap { $0.name?.text } == ["a", "b", "lan", "c", "e"])
  }

  @Test func aMisspeltDeclarationStillDeclares() {
    let tree = Parsed("metrik revenue = sum(orders.amount)\n").tree
    guard case .metric(let metric)? = tree.declarations.first else {
      Issue.record("not read as a metric")
      return
    }
    #expect(metric.name?.text == "revenue")
  }

  @Test func anUnknownAttributeStaysInTheTree() {
    let tree = Parsed("kpi a = b {\n  ownr lan { x }\n  every month\n}\n").tree
    guard case .kpi(let kpi)? = tree.declarations.first, kpi.attributes.count == 2,
      case .unknown(let node) = kpi.attributes[0], case .every = kpi.attributes[1]
    else {
      Issue.record("not as expected")
      return
    }
    #expect(node.text == "ownr lan { x }")
  }

  static let table: [(text: String, findings: [String])] = [
    (
      """
      metric = sum(x)
      metric b = 1

      """,
      ["1:8 expected-name"]
    ),
    (
      """
      metric a sum(x)
      metric b = 1 +

      """,
      ["1:10 expected-formula", "2:15 expected-value"]
    ),
    (
      """
      metric a = sum(orders.amount
      metric b = 1

      """,
      ["1:15 unclosed-parenthesis"]
    ),
    (
      """
      metric a = sum(
        orders.amount
        status = "paid"
      )
      metric b = 1

      """,
      ["3:3 unexpected-text"]
    ),
    (
      """
      kpi x = growth(a, 1 year {
        owner lan
      }

      """,
      ["1:15 unclosed-parenthesis"]
    ),
    (
      """
      kpi x = y {
        owner
        every month
      }

      """,
      ["2:8 expected-name"]
    ),
    (
      """
      kpi x = y {
        target 15%
      }

      """,
      ["2:10 target-without-direction"]
    ),
    (
      """
      kpi x = y {
        threshold
        every month
      }

      """,
      ["2:12 expected-goal"]
    ),
    (
      """
      kpi x = y {
        review quarter
      }

      """,
      ["2:10 expected-word"]
    ),
    (
      """
      kpi x = y {
        allow stale-review
      }

      """,
      ["2:21 expected-word"]
    ),
    (
      """
      kpi x = y {
        ownr lan
        every month
      }

      """,
      ["2:3 unknown-attribute"]
    ),
    (
      """
      kpi x = y {
        owner lan

      metric b = 1

      """,
      ["1:11 unclosed-block"]
    ),
    (
      """
      kpi x = y {
      owner lan
      every month

      metric b = 1

      """,
      ["1:11 unclosed-block"]
    ),
    (
      """
      kpi x = y {
        target {
          from 2026-01 at most 5%
        owner lan
      }
      metric b = 1

      """,
      ["2:10 unclosed-block"]
    ),
    (
      """
      kpi x = y {
        target by segment {
          "a" at most 5%
        owner lan
      }

      """,
      ["2:21 unclosed-block"]
    ),
    (
      """
      kpi x = y {
        target { from 2026-01 5% }
      }

      """,
      ["2:25 target-without-direction"]
    ),
    (
      """
      kpi x = y {
        target { from at most 3% }
      }

      """,
      ["2:17 expected-value"]
    ),
    (
      """
      kpi x = y {
        target by region { north at least 3 }
      }

      """,
      ["2:22 expected-value"]
    ),
    (
      """
      kpi x = y {
        target at 5
      }

      """,
      ["2:13 expected-word"]
    ),
    (
      """
      kpi x = y {
        target between 1 or 2
      }

      """,
      ["2:20 expected-word"]
    ),
    ("kpi x = y { owner lan, every month }\n", ["1:22 unexpected-text"]),
    (
      """
      kpi x = y {
        when off course "steer"
      }

      """,
      ["2:12 expected-word"]
    ),
    (
      """
      kpi x = y {
        revision 3% because "x"
      }

      """,
      ["2:12 expected-value"]
    ),
    (
      """
      kpi x = y {
        deprecated since 1.2M
      }

      """,
      ["2:20 expected-value"]
    ),
    (
      """
      kpi x = y {
        expires tomorrow
      }

      """,
      ["2:11 expected-value"]
    ),
    (
      """
      metrik a = 1
      metric b = a

      """,
      ["1:1 unknown-declaration"]
    ),
    (
      """
      widget a = 1 {
        foo bar
      }
      metric b = 1

      """,
      ["1:1 unknown-declaration"]
    ),
    (
      """
      some words that
      are no declaration
      metric b = 1

      """,
      ["1:1 expected-declaration"]
    ),
    (
      """
        owner lan
        every month
        target at least 5
      }
      metric b = 1

      """,
      ["2:3 expected-declaration"]
    ),
    (
      """
      }
      owner lan

      """,
      ["1:1 unmatched-bracket"]
    ),
    ("owner a \"A\" owner b \"B\"\n", ["1:13 unexpected-text"]),
    ("owner c \"C\" }\n", ["1:13 unmatched-bracket"]),
    (
      """
      owner lan "Lan
      owner b

      """,
      ["1:11 unclosed-text"]
    ),
    ("owner b “Bee”\n", ["1:9 foreign-quotes"]),
    ("owner c 'Cee'\n", ["1:9 foreign-quotes"]),
    ("owner `a\n", ["1:7 malformed-name"]),
    ("owner ``\n", ["1:7 malformed-name"]),
    (
      """
      owner a # b # c
      owner d

      """,
      ["1:9 unexpected-character"]
    ),
    ("owner a \"\\q\"\n", ["1:10 unknown-escape"]),
    ("owner lan in sales\n", ["1:11 unexpected-text"]),
    ("company Sunrise\n", ["1:9 expected-text"]),
    ("company \"C\" {\n  week monday\n  currency USD\n}\n", ["2:8 expected-word"]),
    ("company \"C\" {\n  workdays\n  currency USD\n}\n", ["2:11 expected-name"]),
    ("company \"C\" {\n  workdays monday to\n  currency USD\n}\n", ["2:21 expected-name"]),
    ("company \"C\" {\n  holidays 2026-01-01\n  currency USD\n}\n", ["2:12 expected-word"]),
    ("company \"C\" {\n  holidays { \"Tết\" }\n  currency USD\n}\n", ["2:14 expected-value"]),
    (
      "company \"C\" {\n  holidays {\n    2026-01-01 to \"a\"\n    2026-13-01 \"b\"\n  }\n}\n",
      ["3:19 expected-value", "4:5 impossible-date"]
    ),
    ("company \"C\" {\n  holidays {\n    2026-01-01\n  currency USD\n}\n", ["2:12 unclosed-block"]),
    ("company \"C\" {\n  fiscal april\n  currency USD\n}\n", ["2:10 expected-word"]),
    (
      "company \"C\" {\n  fiscal weeks 4-4-5 ends last sunday of june\n}\n",
      ["2:16 expected-text"]
    ),
    (
      "company \"C\" {\n  fiscal weeks \"4-4-5\" ends sunday june\n}\n",
      ["2:36 expected-word"]
    ),
    (
      "company \"C\" {\n  fiscal starts april named start\n}\n",
      ["2:29 expected-word"]
    ),
    (
      """
      test "a" {
        expect revenue
      }

      """,
      ["2:17 expected-word"]
    ),
    (
      """
      test "a" {
        given orders {
          a | b
          1 | x
        }
      }

      """,
      ["4:9 expected-value"]
    ),
    (
      """
      test "a" {
        given orders {
          a | b
          1 | 2
        expect b = 1
      }

      """,
      ["2:16 unclosed-block"]
    ),
    (
      """
      test "a" {
        given orders {
          a | b
          1
        }
      }

      """,
      ["4:5 row-length"]
    ),
    (
      """
      test "a" {
        expect a = { 2026-01 5 }
      }

      """,
      ["2:24 expected-word"]
    ),
    (
      """
      test "a" {
        expect a by month = {
          paid: 3
        }
      }

      """,
      ["3:5 expected-value"]
    ),
    (
      """
      table t {
        a text
        b: integer
      }

      """,
      ["2:5 expected-word"]
    ),
    (
      """
      table t {
        a:
        b: integer
      }

      """,
      ["2:5 expected-name"]
    ),
    (
      """
      table t {
        a: integer kee
      }

      """,
      ["2:14 unexpected-text"]
    ),
    (
      """
      table t {
        a: text in "x"
      }

      """,
      ["2:14 expected-word"]
    ),
    (
      """
      table t {
        a: text ->
        b: text
      }

      """,
      ["2:13 expected-name"]
    ),
    (
      """
      table t {
        span from a until b
      }

      """,
      ["2:15 expected-word"]
    ),
    (
      """
      source s {
        uri DATABASE_URL
      }

      """,
      ["2:7 expected-text"]
    ),
    (
      """
      scorecard s {
        missing counts for 0
      }

      """,
      ["2:18 expected-word"]
    ),
    (
      """
      objective o {
        key result a from 1 till 2
      }

      """,
      ["2:28 expected-word"]
    ),
    ("metric a = sum(orders.amount where = \"paid\")\n", ["1:36 expected-value"]),
    ("metric a = b == c\n", ["1:14 foreign-sign"]),
    ("metric a = b && c\n", ["1:14 foreign-sign"]),
    ("metric a = b <> c\n", ["1:14 foreign-sign"]),
    ("metric a = !b\n", ["1:12 foreign-sign"]),
    ("metric a = b;\n", ["1:13 foreign-sign"]),
    ("metric a = b || c\n", ["1:14 foreign-sign"]),
    ("metric a = a < b < c\n", ["1:18 chained-comparison"]),
    ("metric a = case { when a then b else }\n", ["1:38 expected-value"]),
    (
      """
      metric a = case { a then b }
      metric b = 1

      """,
      ["1:19 expected-word"]
    ),
    ("metric a = case { when a }\n", ["1:26 expected-word"]),
    (
      """
      metric a = case { when a then b
      metric b = 1

      """,
      ["1:17 unclosed-block"]
    ),
    ("table a from orders.csv", ["1:14 expected-text"]),
    ("metric a = (a b c)\n", ["1:15 unexpected-text"]),
    ("metric a = f(a b, c)\n", ["1:16 unexpected-text"]),
    ("metric a = f(a,)\n", ["1:16 expected-value"]),
    ("metric a = 1 2\n", ["1:14 unexpected-text"]),
    ("metric a = a.\n", ["1:14 expected-name"]),
    ("metric a = .5\n", ["1:12 expected-value"]),
    ("metric a = b not c\n", ["1:14 unexpected-text"]),
    ("metric a = b is gone\n", ["1:17 expected-word"]),
    ("metric a = b in c\n", ["1:17 expected-word"]),
    ("metric a = where b\n", ["1:12 expected-value"]),
    ("metric a = (b))\n", ["1:15 unmatched-bracket"]),
    ("metric a = 2026-13\n", ["1:12 impossible-date"]),
    ("metric a = 2026-02-30\n", ["1:12 impossible-date"]),
    ("metric a = 2026-1-5\n", ["1:12 malformed-date"]),
    ("metric a = 2026-11-23T25:00:00\n", ["1:12 impossible-date"]),
    ("metric a = 2026-11-23T10:00\n", ["1:12 malformed-date"]),
    ("metric a = 1__0\n", ["1:12 malformed-number"]),
    ("metric a = 1_\n", ["1:12 malformed-number"]),
    ("metric a = 50kg\n", ["1:12 malformed-number"]),
    ("metric a = 1e6\n", ["1:12 malformed-number"]),
    ("metric a = 1.2.3\n", ["1:12 malformed-number"]),
    ("metric a = 2026-W60\n", ["1:12 impossible-date"]),
    ("metric a = FY0000\n", ["1:12 impossible-date"]),
  ]
}
