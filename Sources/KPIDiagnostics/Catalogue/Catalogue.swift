/// Every rule, in the order of the codes: the one list a new rule is added to, through the list of its own file.
package enum Catalogue {
  package static let all: [Rule] =
    (Rule.syntax + Rule.names + Rule.tests + Rule.types + Rule.lookups + Rule.time + Rule.calendars
    + Rule.tables + Rule.dataSources + Rule.targets + Rule.targetsOverTime + Rule.scorecards
    + Rule.questions
    + Rule.entities
    + Rule.dataFiles + Rule.dataValues + Rule.guards + Rule.asking + Rule.tool
    + Rule.paths + Rule.revisions + Rule.review)
    .sorted { $0.code < $1.code }

  /// The rule with this code or name.
  package static func rule(named text: String) -> Rule? {
    all.first { $0.name == text || $0.code == text.uppercased() }
  }
}
