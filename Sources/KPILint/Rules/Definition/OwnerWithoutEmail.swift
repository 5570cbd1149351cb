import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let ownerWithoutEmail = LintRule(
    Rule(
      "KPI4018", "owner-without-email", .note, from: .standard,
      title: "The owner cannot be reached",
      explanation: """
        A KPI that is off track is of use to the company when the one who answers for it hears of it. The address also \
        decides who is asked when somebody proposes to change the definition or its target. A team has an address \
        as well: its mailing list.
        """,
      example: Samples.kpi(""),
      mended: Samples.orders + """
        owner sales_team "Sales team" {
          email "sales@sunrise.example"
        }

        kpi revenue "Revenue" = sum(orders.amount) {
          owner sales_team
          every month
        }
        """)
  ) { context, findings in
    for owner in context.specification.owners where owner.email == nil {
      guard let name = context.declarations[.owner, owner.name]?.name else { continue }
      findings.report(
        "\(owner.label.map { "\"\($0)\"" } ?? "`\(owner.name)`") has no e-mail address",
        at: name.range, help: "Add a line `email \"…\"` with the address of the person or the team."
      )
    }
  }
}
