import KPIDiagnostics
import KPIFormat
import Testing

/// The layout of every declaration, before and after.
@Suite struct DeclarationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: String
    let after: String

    init(_ name: String, _ before: String, _ after: String) {
      testDescription = name
      self.before = before
      self.after = after
    }
  }

  @Test(arguments: declarations + blocks + tables)
  func layout(_ example: Case) {
    let sample = Sample(example.before)
    #expect(sample.diagnostics.map(\.message) == [])
    #expect(sample.formatted.text == example.after)
    #expect(sample.flaw == nil)
  }

  static let declarations = [
    Case("nothing", " \n\n", ""),
    Case("spaces and line ends", "\u{FEFF}\r\n\r\nunit   kg  \r\n", "unit kg\n"),
    Case("no line break at the end", "unit kg", "unit kg\n"),
    Case(
      "the company",
      """
      company  "C"
      { mission "m"
      currency USD
      week starts monday
      lint { deny stale-review,missing-owner
      warn  unused-table }
      }
      """,
      """
      company "C" {
        mission  "m"
        currency USD
        week     starts monday
        lint {
          deny stale-review, missing-owner
          warn unused-table
        }
      }

      """),
    Case(
      "the company's calendar",
      """
      company "C" {
      workdays monday to thursday,saturday
      fiscal weeks "4-5-4"  ends saturday nearest january named  by start
      holidays { 2026-01-01  "New Year"
      2026-02-16  to 2026-02-20 "Tết"
      2026-04-30 }
      }
      company "D" { holidays {2026-01-01 "New Year" 2026-02-16 to 2026-02-20} }
      """,
      """
      company "C" {
        workdays monday to thursday, saturday
        fiscal   weeks "4-5-4" ends saturday nearest january named by start
        holidays {
          2026-01-01               "New Year"
          2026-02-16 to 2026-02-20 "Tết"
          2026-04-30
        }
      }
      company "D" { holidays { 2026-01-01 "New Year"  2026-02-16 to 2026-02-20 } }

      """),
    Case(
      "neighbours of one line",
      """
      owner lan "Nguyễn Lan" {email "lan@sunrise.example"}
      owner growth   "Growth team" { email "growth@sunrise.example" }
      owner nobody
      unit kg
      unit tonne=1000 kg
      """,
      """
      owner lan    "Nguyễn Lan"  { email "lan@sunrise.example" }
      owner growth "Growth team" { email "growth@sunrise.example" }
      owner nobody
      unit kg
      unit tonne = 1000 kg

      """),
    Case(
      "wide letters and combining marks",
      "owner a \"日本\" { email \"a\" }\nowner b \"e\u{301}\" { email \"b\" }\n",
      "owner a \"日本\" { email \"a\" }\nowner b \"e\u{301}\"    { email \"b\" }\n"),
    Case(
      "a block on one line stays, one over several lines too",
      """
      department sales "Sales"{lead lan   label vi "Bán hàng"}
      department shops "Shops" in sales{
      lead lan}
      perspective customer "Customer" { }
      """,
      """
      department sales "Sales" { lead lan  label vi "Bán hàng" }
      department shops "Shops" in sales {
        lead lan
      }
      perspective customer "Customer" {}

      """),
    Case(
      "a block too long for one line",
      """
      perspective customer "Customer" { asks "How should we appear to our customers to reach our vision?" }
      """,
      """
      perspective customer "Customer" {
        asks "How should we appear to our customers to reach our vision?"
      }

      """),
    Case(
      "a source",
      "source warehouse \"W\" {\n driver postgresql\nuri env DB_URI\noption \"a\" \"1\"\noption \"long\" env X }",
      """
      source warehouse "W" {
        driver postgresql
        uri    env DB_URI
        option "a"    "1"
        option "long" env X
      }

      """),
  ]

  static let blocks = [
    Case(
      "a KPI",
      """
      kpi churn "Churn"=1-retention( orders.customer_id ) {
        department sales
        owner growth
        target { from 2026-01 at most 5%
          from 2026-07 to 2026-12 at most 3% }
        target by segment
        {
          "enterprise" at most 1%

          "smb" at most 4%
          "others" at most 5% below previous year
        }
        threshold 6%
        balanced by conversion,revenue
        when off track "call"
        leading
        review every quarter , last 2026-10-01

        label vi "Rời bỏ"
        label pt-BR "Perda"
        allow stale-review because "moved" until 2027-01-31
      }
      """,
      """
      kpi churn "Churn" = 1 - retention(orders.customer_id) {
        department  sales
        owner       growth
        target {
          from 2026-01            at most 5%
          from 2026-07 to 2026-12 at most 3%
        }
        target by segment {
          "enterprise" at most 1%

          "smb"    at most 4%
          "others" at most 5% below previous year
        }
        threshold   6%
        balanced by conversion, revenue
        when        off track "call"
        leading
        review      every quarter, last 2026-10-01

        label vi    "Rời bỏ"
        label pt-BR "Perda"
        allow stale-review because "moved" until 2027-01-31
      }

      """),
    Case(
      "an objective",
      "objective keep \"Keep\" {\nmeasured by churn\ndrives grow lag 2 because \"they buy\"\n"
        + "key result revenue from 1M USD to 2M USD committed\nkey result churn from 5% to 3%\n}",
      """
      objective keep "Keep" {
        measured by churn
        drives      grow lag 2 because "they buy"
        key result  revenue from 1M USD to 2M USD committed
        key result  churn   from 5% to 3%
      }

      """),
    Case(
      "an initiative",
      "initiative card \"Card\" { improves churn\n due 2026-12-15\n state in progress }",
      """
      initiative card "Card" {
        improves churn
        due      2026-12-15
        state    in progress
      }

      """),
    Case(
      "a scorecard",
      """
      scorecard board "Board" {
      reader "the board"
      score bands { exceeding 1.2 on track 1 at risk 0.5
      off track 0 }
      roll up weighted mean
      missing left out
      includes revenue weight 3
      includes churn_rate weight 20 baseline 5% }
      """,
      """
      scorecard board "Board" {
        reader   "the board"
        score bands {
          exceeding 1.2
          on track  1
          at risk   0.5
          off track 0
        }
        roll up  weighted mean
        missing  left out
        includes revenue    weight 3
        includes churn_rate weight 20 baseline 5%
      }

      """),
    Case(
      "a metric with a block",
      "metric m \"M\"=a.b{ unit USD\n deprecated since 2026-09 use n\n revision 3 because \"x\" }",
      """
      metric m "M" = a.b {
        unit       USD
        deprecated since 2026-09 use n
        revision   3 because "x"
      }

      """),
    Case(
      "phasing",
      "kpi k \"K\" = a {\n target at least 12 USD phased by weights(1,2,3)\n stretch 10% above previous fiscal year\n}",
      """
      kpi k "K" = a {
        target  at least 12 USD phased by weights (1, 2, 3)
        stretch 10% above previous fiscal year
      }

      """),
  ]

  static let tables = [
    Case(
      "a table",
      """
      table orders "Orders" from warehouse "public.orders" {
      order_id:text key
      customer_id : text->customers as buyer
      status: text in("paid",
        "refunded")
      `Order Date`: date time from "Order Date"
      span from a to b
      numbers "1.234,5"

      on bad rows skip
      dates "31/12/2026"
      }
      """,
      """
      table orders "Orders" from warehouse "public.orders" {
        order_id:     text key
        customer_id:  text -> customers as buyer
        status:       text in ("paid", "refunded")
        `Order Date`: date time from "Order Date"
        span    from a to b
        numbers "1.234,5"

        on bad rows skip
        dates       "31/12/2026"
      }

      """),
    Case(
      "many allowed values",
      """
      table t {
        city: text in ("Amsterdam", "Athens", "Barcelona", "Berlin", "Brussels", "Budapest", "Copenhagen", "Dublin", "Hanoi") optional
      }
      """,
      """
      table t {
        city: text in (
          "Amsterdam", "Athens", "Barcelona", "Berlin", "Brussels", "Budapest", "Copenhagen", "Dublin",
          "Hanoi"
        ) optional
      }

      """),
    Case(
      "a dimension",
      "dimension a { orders.channel visits.source }\ndimension b {\n orders.channel visits.source }",
      """
      dimension a { orders.channel  visits.source }
      dimension b {
        orders.channel
        visits.source
      }

      """),
    Case(
      "the rows of a test",
      """
      test "t" {
      as of 2026-11-23
      given orders { order_id|amount|share|note
      "1"|100 USD|-1|
      // remark
      "10"|  5 USD||"日本"

      |7 USD|15%|"x"
      }
      expect a+b by month,region={(2026-01,"x"):1 USD,(2026-02,"y"):2 USD}
      expect c={2026-01:1
      2026-Q1:2}
      expect error unit-mismatch
      expect status churn for 2026-01=on track
      }
      """,
      """
      test "t" {
        as of 2026-11-23
        given orders {
          order_id | amount  | share | note
          "1"      | 100 USD |    -1 |
          // remark
          "10"     |   5 USD |       | "日本"

                   |   7 USD |   15% | "x"
        }
        expect a + b by month, region = { (2026-01, "x"): 1 USD, (2026-02, "y"): 2 USD }
        expect c = {
          2026-01: 1
          2026-Q1: 2
        }
        expect error unit-mismatch
        expect status churn for 2026-01 = on track
      }

      """),
  ]
}
