import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let taskAsKeyResult = LintRule(
    Rule(
      "KPI4324", "task-as-key-result", .warning, from: .standard,
      title: "A key result is a task in disguise",
      explanation: """
        A key result says what is different when the work is done. From 0 to 1 of something, or a metric that is called \
        after work, is done or not done, and can be done without anything getting better. Measure what the work is for, and \
        declare the work itself as an `initiative`.
        """,
      example: Samples.strategy(
        """
        metric shops_opened = count(orders where status = "paid")

        objective grow "Everybody in town knows us" {
          for        2026-Q4
          key result revenue from 100k USD to 120k USD
          key result shops_opened from 0 to 1
        }
        """),
      mended: Samples.strategy(
        """
        metric orders_paid = count(orders where status = "paid")

        objective grow "Everybody in town knows us" {
          for        2026-Q4
          key result revenue from 100k USD to 120k USD
          key result orders_paid from 800 to 1000
        }
        """))
  ) { context, findings in
    for objective in context.objectives {
      for (result, syntax) in objective.keyResults {
        let metric = context.specification[result.metric]
        let task = Wording.task(in: metric.label) ?? Wording.task(in: metric.name)
        let isDoneOrNot =
          result.baseline.isZero && result.goal == .one && metric.quantity.style != .percent
        guard task != nil || isDoneOrNot else { continue }
        findings.report(
          task.map { "the key result `\(metric.name)` begins with “\($0)”: that is work" }
            ?? "the key result `\(metric.name)` is done or not done, like a task",
          at: syntax.range, about: metric.name,
          help: "Measure what the work is for, and declare the work as an `initiative`.")
      }
    }
  }
}
