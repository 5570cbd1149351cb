import KPIDiagnostics
import Testing

@testable import KPILint

/// Opinions about objectives: what they say, and what they keep silent about.
@Suite struct StrategyOpinionTests {
  private static let kpi = """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
    }

    kpi revenue "Revenue" = sum(orders.amount) {
      every  month
      target at least 100 USD
    }

    metric half = revenue / 2


    """

  private func findings(_ declarations: String, _ rule: LintRule) -> [String] {
    OpinionTests.findings(in: Self.kpi + declarations, only: rule.rule)
  }

  @Test(arguments: [
    ("Increase revenue by 20%", true),
    ("Reach 5M USD", true),
    ("Win $200k of new business", true),
    ("Nobody waits for more than 10 minutes", true),
    ("Tăng doanh thu 20 phần trăm", true),
    ("Đạt 5 tỷ doanh thu", true),
    ("Giảm chi phí xuống 30%", true),
    ("Be the first address in town by 2030", false),
    ("Live up to ISO 9001", false),
    ("Help is there 24/7", false),
    ("Win B2B customers with Web3 and CO2 savings", false),
    ("Khách hàng quay lại", false),
    ("Q4 is our best quarter", false),
  ])
  func numbersOfObjectives(label: String, isFound: Bool) {
    let found = findings(
      "objective aim \"\(label)\" {\n  measured by revenue\n}", .numberInObjective)
    #expect(found.isEmpty == !isFound, "\(found)")
  }

  @Test(arguments: [
    ("Launch the web shop", true),
    ("Roll out the new till", true),
    ("Complete the move to the new warehouse", true),
    ("Triển khai phần mềm bán hàng", true),
    ("HOÀN THÀNH kho mới", true),
    ("Deliver what was promised", false),
    ("Complete transparency for customers", false),
    ("Build a culture of trust", false),
    ("Nhân viên hoàn thành công việc đúng hạn", false),
  ])
  func tasksAsObjectives(label: String, isFound: Bool) {
    let found = findings(
      "objective aim \"\(label)\" {\n  measured by revenue\n}", .taskAsObjective)
    #expect(found.isEmpty == !isFound, "\(found)")
  }

  @Test func circlesNameTheirWay() {
    func objective(_ name: String, _ drives: String) -> String {
      "objective \(name) \"\(name)\" {\n  measured by revenue\n  drives      \(drives)\n}\n"
    }
    let three =
      objective("a", "b") + objective("b", "c, d") + objective("c", "a")
      + "objective d \"d\" {\n  measured by revenue\n}\n"
    #expect(
      findings(three, .causalCycle) == [
        "KPI4306 causal-cycle: `a` drives `b` drives `c`, which drives `a` again"
      ])
    #expect(
      findings(objective("a", "a"), .causalCycle) == [
        "KPI4306 causal-cycle: `a` drives itself"
      ])
    // Two ways to the same goal are no circle.
    let diamond =
      objective("a", "b, c") + objective("b", "d") + objective("c", "d")
      + "objective d \"d\" {\n  measured by revenue\n}\n"
    #expect(findings(diamond, .causalCycle) == [])
  }

  /// A company with perspectives of its own decides which is the uppermost by declaring it first.
  @Test(arguments: [true, false])
  func ownPerspectivesStandInTheirOrder(missionFirst: Bool) {
    let perspectives = ["sứ_mệnh", "financial"].map { "perspective \($0) \"\($0)\"\n" }
    let text =
      (missionFirst ? perspectives : perspectives.reversed()).joined() + """
        objective funds "Money for the work" {
          perspective financial
          measured by revenue
          drives      help
        }

        objective help "Everybody is helped" {
          perspective sứ_mệnh
          measured by revenue
        }
        """
    #expect(findings(text, .againstCausalOrder).isEmpty == missionFirst)
    #expect(findings(text, .drivesNothing).isEmpty == missionFirst)
  }

  /// Without an order there is no top, and nothing is said about it.
  @Test func perspectivesWithoutAnOrderAreLeftAlone() {
    let text = """
      perspective sứ_mệnh "Sứ mệnh"

      objective funds "Money for the work" {
        perspective financial
        measured by revenue
        drives      help
      }

      objective help "Everybody is helped" {
        perspective sứ_mệnh
        measured by revenue
      }
      """
    #expect(findings(text, .againstCausalOrder) == [])
    #expect(findings(text, .drivesNothing) == [])
    #expect(findings(text, .offTheMap) == [])
  }

  @Test func whatServesAnObjectiveThroughOthersServesIt() {
    let text = """
      kpi margin "Margin" = half / count(orders) {
        every month
        balanced by orders_taken
      }

      kpi orders_taken "Orders" = count(orders) {
        every month
      }

      objective grow "We grow" {
        measured by margin
      }
      """
    #expect(findings(text, .kpiWithoutObjective) == [])
    let without = text.replacing("balanced by orders_taken", with: "leading")
    #expect(
      findings(without, .kpiWithoutObjective) == [
        "KPI4301 kpi-without-objective: no objective is measured by `orders_taken`"
      ])
  }

  @Test(arguments: [
    ("at least 100 USD", "from 50 to 40", true), ("at least 100 USD", "from 50 to 60", false),
    ("at most 100 USD", "from 50 to 60", true), ("at most 100 USD", "from 50 to 40", false),
    ("between 90 USD and 100 USD", "from 120 to 95", false),
  ])
  func keyResultsGoTheWayOfTheTarget(target: String, way: String, isFound: Bool) {
    let text =
      Self.kpi.replacing("at least 100 USD", with: target)
      + "objective grow \"We grow\" {\n  key result revenue \(way)\n}\n"
    let found = OpinionTests.findings(in: text, only: LintRule.backwardKeyResult.rule)
    #expect(found.isEmpty == !isFound, "\(found)")
  }
}
