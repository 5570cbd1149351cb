import KPIDiagnostics
import Testing

@testable import KPILint

/// Opinions about scorecards, initiatives and what invites gaming: what they keep silent about, too.
@Suite struct ScorecardOpinionTests {
  private static func kpi(_ name: String, _ formula: String, _ target: String) -> String {
    "kpi \(name) \"\(name)\" = \(formula) {\n  every month\n  \(target)\n}\n\n"
  }

  private static let kpis =
    """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
    }

    owner shop "Shop"


    """ + kpi("revenue", "sum(orders.amount)", "target at least 100 USD")
    + kpi("taken", "count(orders)", "target at least 10")
    + kpi("value", "average(orders.amount)", "target at least 10 USD")

  private func findings(_ declarations: String, _ rule: LintRule) -> [String] {
    OpinionTests.findings(in: Self.kpis + declarations, only: rule.rule)
      .map { String($0.drop { $0 != ":" }.dropFirst(2)) }
  }

  @Test(arguments: [
    ("revenue weight 3", "taken weight 2", "value weight 1", [String]()),
    ("revenue", "taken", "value", []),
    ("revenue weight 2", "taken", "value", []),
    ("revenue weight 50%", "taken weight 30%", "value weight 20%", []),
    ("revenue weight 0.3", "taken weight 0.3", "value weight 0.4", []),
    ("revenue weight 40", "taken weight 30", "value weight 30", []),
    ("revenue weight 200", "taken weight 300", "value weight 100", []),
    (
      "revenue weight 50%", "taken weight 30%", "value weight 30%",
      ["the weights of `board` come to 110 %"]
    ),
    (
      "revenue weight 0.3", "taken weight 0.3", "value weight 0.3",
      ["the weights of `board` come to 0.9"]
    ),
    (
      "revenue weight 40", "taken weight 30", "value weight 35",
      ["the weights of `board` come to 105"]
    ),
    (
      "revenue weight 40", "taken weight 60", "value",
      ["`value` has no weight and counts as 1, beside others that count as tens"]
    ),
    (
      "revenue weight 40%", "taken weight 60%", "value",
      ["`value` has no weight and counts as 1, beside others that count as parts of 100 %"]
    ),
  ])
  func weights(first: String, second: String, third: String, expected: [String]) {
    let members = [first, second, third].map { "  includes \($0)\n" }.joined()
    #expect(findings("scorecard board {\n\(members)}\n", .weightsDoNotAddUp) == expected)
    // The worst member decides, whatever the weights.
    let worst = "scorecard board {\n  roll up worst\n\(members)}\n"
    #expect(findings(worst, .weightsDoNotAddUp) == [])
  }

  @Test(arguments: [
    (nil, true), ("active", true), ("on hold", true), ("done", false), ("cancelled", false),
    ("planned", true),
  ])
  func overdueInitiatives(state: String?, isFound: Bool) {
    let text = """
      initiative till "A second till" {
        improves revenue
        owner    shop
        due      2026-11-22\(state.map { "\n  state    " + $0 } ?? "")
      }
      """
    #expect(
      findings(text, .overdueInitiative)
        == (isFound ? ["`till` was to be done by 2026-11-22"] : []))
    // The day itself is still in time.
    let today = text.replacing("2026-11-22", with: "2026-11-23")
    #expect(findings(today, .overdueInitiative) == [])
  }

  @Test func theLeadOfADepartmentAnswersForItsInitiatives() {
    let text = """
      department shops "Shops" { lead shop }

      initiative till "A second till" {
        improves   revenue
        department shops
      }
      """
    #expect(findings(text, .initiativeWithoutOwner) == [])
    let without = text.replacing("lead shop", with: "label vi \"Cửa hàng\"")
    #expect(findings(without, .initiativeWithoutOwner) == ["nobody answers for `till`"])
  }

  @Test(arguments: [
    ("sales_calls", "Sales calls", "at least 5", true),
    ("posts", "Bài đăng", "at least 5", true),
    ("bai_viet", "Số bài viết", "at least 5", true),
    ("complaints", "Complaint calls", "at most 5", false),
    ("orders_taken", "Orders", "at least 5", false),
    ("postal_orders", "Postal orders", "at least 5", false),
  ])
  func activities(name: String, label: String, target: String, isFound: Bool) {
    let text = "kpi \(name) \"\(label)\" = count(orders) {\n  every month\n  target \(target)\n}\n"
    #expect(findings(text, .activityAsOutcome).isEmpty == !isFound)
  }

  @Test(arguments: [
    ("cumulative(count(orders))", "at least 5", true),
    ("before(sum(orders.amount))", "at least 5", true),
    ("cumulative(sum(orders.amount)) / cumulative(count(orders))", "at least 5", false),
    ("to_date(count(orders), year)", "at least 5", false),
    ("cumulative(sum(orders.amount))", "at most 5", false),
  ])
  func whatOnlyRises(formula: String, target: String, isFound: Bool) {
    let text = Self.kpi("total", formula, "target \(target)")
    #expect(findings(text, .cumulativeKPI).isEmpty == !isFound)
  }

  @Test func aCounterMetricOfAnotherNameIsTheSame() {
    let text =
      Self.kpi("sales", "sum(orders.amount)", "balanced by turnover")
      + "metric turnover = sum(orders.amount)\n"
    #expect(
      findings(text, .balancedByItself) == [
        "`sales` is balanced by `turnover`, which means the same"
      ])
    #expect(findings(text, .dependentCounterMetric) == [])
  }

  @Test func tablesOfLookupsAndReferencesNeedDataToo() {
    let text = """
      table shops {
        shop_id: text key
        area:    text
      }

      table visits from "visits.csv" {
        visited_on: date time
        shop_id:    text -> shops
      }

      """ + Self.kpi("city_visits", "count(visits where shop_id.area = \"city\")", "leading")
    #expect(
      findings(text, .tableWithoutData) == [
        "`shops` names no file, so `city_visits` can never be computed"
      ])
  }
}
