import KPISyntax

extension LintFindings {
  /// Something about the specification as a whole: it stands at the name of the company where one is declared.
  mutating func report(
    _ message: String, aboutAllOf context: LintContext, about: String = "", help: String? = nil
  ) {
    if let company = context.declarations.company {
      report(message, at: company.label?.range ?? company.range, about: about, help: help)
    } else {
      reportMissing(message, about: about, help: help)
    }
  }
}

extension LintContext {
  /// What the company says about itself.
  var companyAttributes: [CompanyAttributeSyntax] { declarations.company?.attributes ?? [] }
}
