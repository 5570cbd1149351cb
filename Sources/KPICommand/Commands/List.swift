import KPIDiagnostics
import KPIScorecard

extension Command {
  static let list = Command(
    name: "list",
    summary: "list what there is",
    discussion: "Lists the declarations of one kind, or the rules that findings come from.",
    parameters: [
      Parameter("KIND", .one, help: Listing.allCases.map(\.rawValue).joined(separator: ", "))
    ],
    options: [.tableFormat],
    examples: [Example("list rules --format csv", "all rules, for a spreadsheet")],
    run: list)

  private static func list(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    guard let listing = Listing(rawValue: invocation.arguments[0]) else {
      return environment.fail(
        [
          .unexpectedArgument(
            invocation.arguments[0], of: "list", choices: Listing.allCases.map(\.rawValue))
        ], as: invocation.tableFormat.reportFormat)
    }
    switch listing {
    case .rules: environment.write(.rules(Catalogue.all), as: invocation.tableFormat)
    }
    return .success
  }
}

/// What can be listed.
enum Listing: String, CaseIterable {
  case rules
}

extension ResultTable {
  /// The table of the rules.
  static func rules(_ rules: [Rule]) -> ResultTable {
    ResultTable(
      columns: [Column("code"), Column("name"), Column("severity"), Column("title")],
      rows: rules.map { rule in
        Row([.text(rule.code), .text(rule.name), .text(rule.severity.rawValue), .text(rule.title)])
      })
  }
}
