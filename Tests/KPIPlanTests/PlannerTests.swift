import KPIDiagnostics
import KPIModel
import KPIPlan
import KPISemantics
import KPISource
import KPISyntax
import Testing

/// Questions worked out to plans: measures that are shared, the columns they are grouped by, and refusals.
@Suite struct PlannerTests {
  private let project = Project(
    Project.tables + """
      metric web = order_count where channel = "web"
      metric segment_share = order_count / total(order_count, over: segment)
      metric year_ago = previous(order_count, 1 year)
      metric month_ago = previous(order_count, 1 month)
      metric visit_count = count(visits)
      """)

  private func plan(
    _ names: [String], by breakdowns: [String] = [], grain: Grain? = .month,
    where filter: AttributeExpression? = nil, range: Range<Day>? = nil
  ) -> Result<Plan, PlanFailure> {
    let specification = project.specification
    let metrics = names.compactMap { specification.metric(named: $0) }
    let question = Question(
      outputs: metrics.map {
        Question.Output(
          name: specification[$0].name, expression: .metric($0),
          quantity: specification[$0].quantity)
      }, grain: grain, breakdowns: breakdowns.compactMap { attribute($0, for: metrics) },
      filter: filter, range: range, asOf: Day(20_000))
    return Planner.plan(question, over: specification)
  }

  private func attribute(_ text: String, for metrics: [MetricID]) -> AttributeExpression? {
    let source = SourceText(path: "question", text: "metric q = \(text)")
    let (tree, _) = parse(source, file: FileID(0))
    var findings: [Diagnostic] = []
    for case .metric(let metric) in tree.declarations {
      return project.analysis.breakdown(metric.formula, for: metrics, into: &findings)
    }
    return nil
  }

  /// Each measure with its keys: `count(orders) by orders.channel`; `-` for one that it ignores.
  private func measures(_ plan: Plan) -> [String] {
    let text = FormulaText(project.specification)
    return plan.measures.map { planned in
      guard case .rows(let measure, let bound) = planned else { return "\(planned)" }
      let keys = bound.map { $0.map(text.text) ?? "-" }
      return text.text(of: measure)
        + (keys.isEmpty ? "" : " by " + keys.joined(separator: ", "))
    }
  }

  @Test func outputsShareMeasures() throws {
    let plan = try plan(["order_value", "revenue", "order_count", "segment_share"]).get()
    #expect(
      measures(plan) == [
        "sum(orders.amount where orders.status = \"paid\")", "count(orders)",
      ])
    #expect(plan.formulas.count == 4)
    #expect(plan.formulas[1] == .leaf(MeasureID(0)))
    #expect(plan.formulas[3] == .quotient(.leaf(MeasureID(1)), .leaf(MeasureID(1))))
  }

  @Test(arguments: ["segment", "customers.segment", "orders.customer_id.segment"])
  func totalIgnoresItsBreakdownUnderEveryName(name: String) throws {
    let plan = try plan(["segment_share"], by: [name, "channel"]).get()
    #expect(
      measures(plan) == [
        "count(orders) by orders.customer_id.segment, orders.channel",
        "count(orders) by -, orders.channel",
      ])
  }

  @Test func dimensionsAreBoundInEachTable() throws {
    let plan = try plan(["order_count", "visit_count"], by: ["origin"]).get()
    #expect(
      measures(plan) == ["count(orders) by orders.channel", "count(visits) by visits.source"])
  }

  @Test func questionFilterJoinsTheFiltersOfMeasures() throws {
    let asked = project.specification.metricIDs.filter {
      project.specification[$0].name == "order_count"
    }
    let channel = try #require(attribute("channel", for: asked))
    let filter = AttributeExpression.comparison(.equal, channel, .literal(.text("web")))
    // The filtered metric and the filtered question ask for one and the same measure.
    let plan = try plan(["order_count", "web"], where: filter).get()
    #expect(measures(plan) == ["count(orders where orders.channel = \"web\")"])
  }

  @Test func refusals() {
    func rules(_ result: Result<Plan, PlanFailure>) -> [String] {
      guard case .failure(let failure) = result else { return [] }
      return failure.diagnostics.map { "\($0.rule.name): \($0.message)" }
    }
    let days = Day(0)..<Day(30)
    #expect(
      rules(plan(["year_ago"], grain: nil)) == [
        "window-without-period: `year_ago` compares periods, and the question names none"
      ])
    #expect(rules(plan(["year_ago"], grain: nil, range: days)) == [])
    #expect(rules(plan(["year_ago"], grain: .week)) == [])
    #expect(
      rules(plan(["month_ago"], grain: .week)) == [
        "window-against-grain: `month_ago` looks 1 month back, and there is no whole week exactly that long before"
      ])
    #expect(
      rules(plan(["order_count", "visit_count"], by: ["orders.channel"]))
        == rules(plan(["visit_count"], by: ["orders.channel"])))
  }
}
