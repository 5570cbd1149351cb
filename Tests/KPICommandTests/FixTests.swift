import Testing

/// What `kpi check --fix` makes of lines as people write them: what was meant, or nothing.
@Suite struct FixTests {
  private static let head = """
    company "Shop" {
      currency USD
      timezone "UTC"
    }

    owner sales_team "Sales team"

    table orders from "orders.csv" {
      order_id:   text key
      ordered_on: date time
      status:     text in ("paid", "refunded")
      channel:    text in ("web", "shop", "mail")
      quantity:   integer
      minutes:    duration minutes
      amount:     USD
    }

    metric revenue = sum(orders.amount)


    """

  /// The text as it is after mending, and whether no error is left.
  private func mended(_ text: String, unsafeToo: Bool = false) throws -> (String, isClean: Bool) {
    let session = try Session([("main.kpi", Self.head + text)])
    let status = session.run(
      "check --fix --profile none --format concise" + (unsafeToo ? " --unsafe-fixes" : ""))
    let after = try session.read("main.kpi")
    #expect(after.hasPrefix(Self.head))
    return (String(after.dropFirst(Self.head.count)), status == 0)
  }

  private static func kpi(_ line: String) -> String {
    """
    kpi order_value "Order value" = sum(orders.amount) / count(orders) {
      owner sales_team
      every month
      \(line)
    }

    """
  }

  // MARK: Targets

  @Test(arguments: [
    ("target no less than 14 USD", "target at least 14 USD"),
    ("target not less than 14 USD", "target at least 14 USD"),
    ("target never below 14 USD", "target at least 14 USD"),
    ("target no more than 14 USD", "target at most 14 USD"),
    ("target should not exceed 14 USD", "target at most 14 USD"),
    ("target must be more than 14 USD", "target at least 14 USD"),
    ("target At least 14 USD", "target at least 14 USD"),
    ("target greater than or equal to 14 USD", "target at least 14 USD"),
    ("target equal or less than 14 USD", "target at most 14 USD"),
    ("target at-least 14 USD", "target at least 14 USD"),
    ("target should stay below 14 USD", "target at most 14 USD"),
    ("target 14 USD or more", "target at least 14 USD"),
    ("target 14 USD or less", "target at most 14 USD"),
    ("target 14 USD minimum", "target at least 14 USD"),
    ("target AT MOST 14 USD", "target at most 14 USD"),
    ("target at a minimum 14 USD", "target at least 14 USD"),
    ("target Between 14 USD and 20 USD", "target between 14 USD and 20 USD"),
    ("target up to 14 USD", "target at most 14 USD"),
    ("target ít nhất 14 USD", "target at least 14 USD"),
    ("target tối đa 14 USD", "target at most 14 USD"),
    ("target is at least 14 USD", "target at least 14 USD"),
    ("target of at least 14 USD", "target at least 14 USD"),
    ("target should be at least 14 USD", "target at least 14 USD"),
    ("target must be between 14 USD and 20 USD", "target between 14 USD and 20 USD"),
    ("target = at least 14 USD", "target at least 14 USD"),
    ("target budget no less than 14 USD", "target budget at least 14 USD"),
    ("target { from 2026-01 no less than 14 USD }", "target { from 2026-01 at least 14 USD }"),
    ("target from 2026-01 at least 14 USD", "target { from 2026-01 at least 14 USD }"),
    ("target from 2026-q1 at least 14 USD", "target { from 2026-Q1 at least 14 USD }"),
    (
      "target from 2026-01 until 2026-06 at least 14 USD",
      "target { from 2026-01 to 2026-06 at least 14 USD }"
    ),
    ("target at least 14 USD from 2026-01", "target { from 2026-01 at least 14 USD }"),
    ("target at least 14 USD", "target at least 14 USD"),
    ("target `no` at least 14 USD", "target `no` at least 14 USD"),
    ("target budget at least 14 USD", "target budget at least 14 USD"),
  ])
  func targets(line: String, meant: String) throws {
    let (text, isClean) = try mended(Self.kpi(line))
    #expect(text == Self.kpi(meant))
    #expect(isClean)
  }

  @Test(arguments: [
    "target not at least 14 USD", "target no at most 14 USD",
    "target not between 14 USD and 20 USD",
    "target = 14 USD", "target is 14 USD", "target at most 5m",
  ])
  func targetsThatMayMeanTwoThings(line: String) throws {
    let (text, isClean) = try mended(Self.kpi(line), unsafeToo: true)
    #expect(text == Self.kpi(line))
    #expect(!isClean)
  }

  // MARK: Signs

  @Test(arguments: [
    ("metric m = round(revenue / 1 USD; 2)", "metric m = round(revenue / 1 USD, 2)"),
    (
      "metric m = count(orders where status in (\"paid\"; \"refunded\"))",
      "metric m = count(orders where status in (\"paid\", \"refunded\"))"
    ),
    ("metric m = sum（orders.amount）", "metric m = sum(orders.amount)"),
    ("metric m ＝ count（orders where quantity ＞ 2）", "metric m = count(orders where quantity > 2)"),
    (
      "metric m = count(orders where !status = \"paid\")",
      "metric m = count(orders where not status = \"paid\")"
    ),
    (
      "metric m = count(orders where quantity>2&&minutes>2||quantity=1)",
      "metric m = count(orders where quantity>2 and minutes>2 or quantity=1)"
    ),
    (
      "metric m = count(orders where quantity / 2 in (1; 2,5; 3,5))",
      "metric m = count(orders where quantity / 2 in (1, 2.5, 3.5))"
    ),
    ("metric m = revenue ∗ 2", "metric m = revenue * 2"),
    ("metric m = revenue · 2", "metric m = revenue * 2"),
    ("metric m = count(orders where quantity ⩾ 2)", "metric m = count(orders where quantity >= 2)"),
    ("metric m = count(orders where quantity ⩽ 2)", "metric m = count(orders where quantity <= 2)"),
    ("metric\u{A0}m\u{A0}=\u{A0}revenue\u{A0}*\u{A0}2", "metric m = revenue * 2"),
    ("metric m = revenue / 100 dong", "metric m = revenue / 100 VND"),
    ("metric m = revenue / 100đ", "metric m = revenue / 100 VND"),
    ("metric m = revenue / 20kđ", "metric m = revenue / 20k VND"),
    ("metric m = revenue / 500.000đ", "metric m = revenue / 500_000 VND"),
    ("metric m = revenue / 1.500.000đ", "metric m = revenue / 1_500_000 VND"),
    ("metric m = revenue / 5m USD", "metric m = revenue / 5M USD"),
    ("metric m = revenue # doubled", "metric m = revenue // doubled"),
    (
      "table lines from \"lines.csv\" {\n  order_id: text → orders\n}",
      "table lines from \"lines.csv\" {\n  order_id: text -> orders\n}"
    ),
  ])
  func signs(line: String, meant: String) throws {
    #expect(try mended(line + "\n").0 == meant + "\n")
  }

  @Test(arguments: [
    "metric m = revenue²", "metric m = revenue ± 2", "metric m = revenue * ½",
    "metric m = revenue * 5‰", "metric m = SUM(orders!C:C)", "metric m = revenue #2",
    "metric m = revenue…",
    "metric m = revenue • 2", "metric m = round(1,500; 2)", "metric m = revenue → 2",
    "metric m = revenue; metric n = revenue",
    "metric m = count(orders where status = \"paid)",
    "metric m = count(orders where status = \"paid and quantity > 2",
  ])
  func signsThatNobodyKnows(line: String) throws {
    let (text, isClean) = try mended(line + "\n")
    #expect(text == line + "\n")
    #expect(!isClean)
  }

  @Test func aPathOfWindowsIsMendedWhole() throws {
    #expect(
      try mended("table t from \"C:\\data\\new\\t.csv\" {\n  a: text\n}\n").0
        == "table t from \"C:\\\\data\\\\new\\\\t.csv\" {\n  a: text\n}\n")
  }

  @Test func aTextInParenthesesIsClosedWhereTheyClose() throws {
    let (text, isClean) = try mended(
      "metric m = count(orders where status = \"paid)\n", unsafeToo: true)
    #expect(text == "metric m = count(orders where status = \"paid\")\n")
    #expect(isClean)
  }

  // MARK: Lines

  @Test(arguments: [
    (
      "metric order value \"Order value\" = revenue", "metric order_value \"Order value\" = revenue"
    ),
    ("metric order value = revenue", "metric order_value \"order value\" = revenue"),
    ("owner Bob Smith", "owner bob_smith \"Bob Smith\""),
    ("department field sales \"Field sales\"", "department field_sales \"Field sales\""),
    ("owner b \"B\" {\n  email b@x.com\n}", "owner b \"B\" {\n  email \"b@x.com\"\n}"),
    ("owner b \"B\" { email b@x.com }", "owner b \"B\" { email \"b@x.com\" }"),
    (
      "perspective p \"P\" {\n  asks Do they buy more? // Often.\n}",
      "perspective p \"P\" {\n  asks \"Do they buy more?\" // Often.\n}"
    ),
    (
      "table t from \"t.csv\" {\n  a: text nullable\n  b: decimal(10,2)\n  c: varchar(20) not null\n}",
      "table t from \"t.csv\" {\n  a: text optional\n  b: number\n  c: text \n}"
    ),
    (
      "metric m = count(orders where channel = \"web\" or \"shop\")",
      "metric m = count(orders where channel in (\"web\", \"shop\"))"
    ),
    (
      "metric m = count(orders where amount > USD 14)",
      "metric m = count(orders where amount > 14 USD)"
    ),
  ])
  func lines(line: String, meant: String) throws {
    let (text, isClean) = try mended(line + "\n")
    #expect(text == meant + "\n")
    #expect(isClean)
  }

  @Test func linesOfAKPI() throws {
    let (text, isClean) = try mended(
      Self.kpi("target at least USD 14\n  review every quarter last 2026-10-05"))
    #expect(
      text == Self.kpi("target at least 14 USD\n  review every quarter, last 2026-10-05"))
    #expect(isClean)
  }

  @Test func linesOfACompany() throws {
    let session = try Session([
      (
        "main.kpi",
        """
        company "Shop" {
          currency USD
          timezone Asia/Ho_Chi_Minh
          week starts on Monday
          workdays monday - friday
          holidays { 2026-02-16 - 2026-02-20 "New Year" }
        }

        """
      )
    ])
    #expect(session.run("check --fix --profile none") == 0)
    #expect(session.errors == "mended 5 findings\n")
    #expect(
      try session.read("main.kpi") == """
        company "Shop" {
          currency USD
          timezone "Asia/Ho_Chi_Minh"
          week starts monday
          workdays monday to friday
          holidays { 2026-02-16 to 2026-02-20 "New Year" }
        }

        """)
  }

  // MARK: Braces

  @Test func aBraceStandsBeforeTheRemarksOfWhatFollows() throws {
    let (text, isClean) = try mended(
      """
      owner lan "Lan" {
        email "lan@shop.example" // Her own.

      // Counted by hand.
      /// How many there are.
      metric zz = count(orders)

      """)
    #expect(
      text == """
        owner lan "Lan" {
          email "lan@shop.example" // Her own.
        }

        // Counted by hand.
        /// How many there are.
        metric zz = count(orders)

        """)
    #expect(isClean)
  }

  @Test func aBraceInsideADeclarationStandsAfterItsLines() throws {
    let (text, isClean) = try mended(
      Self.kpi(
        "target {\n    from 2026-01 at least 14 USD\n  review every quarter, last 2026-01-05"))
    #expect(
      text
        == Self.kpi(
          "target {\n    from 2026-01 at least 14 USD\n  }\n  review every quarter, last 2026-01-05"
        ))
    #expect(isClean)
  }
}
