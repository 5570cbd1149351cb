import KPIDiagnostics
import KPIModel

extension LintRule {
  static let balancedByItself = LintRule(
    Rule(
      "KPI4604", "balanced-by-itself", .warning, from: .starter,
      title: "A KPI is balanced by itself",
      explanation: """
        `balanced by` names the KPI that gets worse when this one is overdone. The KPI itself, or one with the same \
        meaning under another name, gets better along with it.
        """,
      example: Samples.kpi("  target at least 100k USD\n  balanced by revenue"),
      mended: Samples.kpi("  target at least 100k USD\n  balanced by refund_rate") + "\n\n"
        + "metric refund_rate = share(orders where status = \"refunded\")")
  ) { context, findings in
    for (kpi, counter, range) in context.counterMetrics {
      let meaning = context.meaning(of: kpi.id)
      let isSame = meaning != nil && meaning == context.meaning(of: counter)
      guard kpi.id == counter || isSame else { continue }
      let name = context.specification[counter].name
      findings.report(
        kpi.id == counter
          ? "`\(kpi.name)` is balanced by itself"
          : "`\(kpi.name)` is balanced by `\(name)`, which means the same",
        at: range, about: name,
        help: "Name the KPI that gets worse when `\(kpi.name)` is overdone.")
    }
  }
}
