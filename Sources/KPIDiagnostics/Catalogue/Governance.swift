package import KPISource

/// Opinions about how KPIs are governed.
extension Rule {
  package static let governance: [Rule] = [.missingOwner]

  package static let missingOwner = Rule(
    "KPI4001", "missing-owner", .warning, title: "Nobody answers for the KPI",
    explanation: """
      A KPI without an owner is a number on a page: nobody explains it, nobody acts on it, and nobody notices \
      when it stops being computed. Name the person or team who answers for it.
      """,
    example: Samples.orders + """
      kpi revenue "Revenue" = sum(orders.amount) {
        every month
      }
      """,
    mended: Samples.kpi(""))
}

extension Diagnostic {
  package static func missingOwner(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .missingOwner, "nobody answers for `\(name)`", at: range,
      help: "Add a line `owner …` with a declared owner.")
  }
}
