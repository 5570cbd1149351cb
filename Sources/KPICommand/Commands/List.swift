import KPIDiagnostics
import KPILint
import KPIScorecard
import KPIWorkspace

extension Command {
  static let list = Command(
    name: "list",
    summary: "list what there is",
    discussion: """
      Lists the declarations of one kind, or the rules that findings come from; metrics and KPIs where no kind is \
      named.
      """,
    parameters: [
      Parameter(
        "KIND", .optional, help: Listing.allCases.map(\.rawValue).joined(separator: ", "))
    ],
    options: [.tableFormat, .project],
    examples: [
      Example("list kpis", "who answers for what"),
      Example("list rules --format csv", "all rules, for a spreadsheet"),
    ],
    run: list)

  private static func list(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    let format = invocation.tableFormat
    let word = invocation.arguments.first ?? Listing.metrics.rawValue
    guard let listing = Listing(rawValue: word) else {
      return environment.fail(
        [.unexpectedArgument(word, of: "list", choices: Listing.allCases.map(\.rawValue))],
        as: format.reportFormat)
    }
    if listing == .rules {
      environment.write(.rules(Catalogue.complete), as: format)
      return .success
    }
    guard
      let project = environment.open(invocation.projectPaths(), reportingAs: format.reportFormat)
    else { return .failure }
    environment.write(listing.table(of: project), as: format)
    return .success
  }
}
