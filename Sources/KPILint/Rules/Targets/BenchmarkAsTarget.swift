import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let benchmarkAsTarget = LintRule(
    Rule(
      "KPI4212", "benchmark-as-target", .warning, from: .standard,
      title: "Somebody else's figure is the target",
      explanation: """
        A benchmark tells how others stand: other markets, other sizes, other ways to count. As a target it is \
        either out of reach or no effort, and nobody in the company has decided on it. Keep the benchmark beside the KPI to \
        compare with, and set a target from your own past and your own plans.
        """,
      example: Samples.orders + Samples.owner + """
        kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
          owner     sales_team
          every     month
          target    at most 2.3%
          benchmark 2.3% from "a study of web shops"
        }
        """,
      mended: Samples.orders + Samples.owner + """
        kpi refund_rate "Refund rate" = share(orders where status = "refunded") {
          owner     sales_team
          every     month
          target    at most 3%
          benchmark 2.3% from "a study of web shops"
        }
        """)
  ) { context, findings in
    for kpi in context.kpisInUse {
      for benchmark in kpi.duties.benchmarks {
        let goals = (kpi.targets?.judging.series ?? []).flatMap(\.goals)
        let equal = goals.first { goal in
          goal.end.map { $0 > context.today } ?? true
            && goal.value.bounds.values.contains {
              $0.constant == benchmark.value && $0.phasing == nil
            }
        }
        guard let equal else { continue }
        findings.report(
          "the target of `\(kpi.name)` is the figure of others", at: equal.value.origin,
          about: benchmark.source,
          help: "Set it from your own past and plans, and keep the benchmark to compare with.",
          labels: kpi.benchmarkRanges.map { .init($0, "the benchmark") })
      }
    }
  }
}

extension LintedKPI {
  fileprivate var benchmarkRanges: [SourceRange] {
    syntax.attributes.compactMap { attribute in
      if case .benchmark(let benchmark) = attribute { benchmark.range } else { nil }
    }
  }
}
