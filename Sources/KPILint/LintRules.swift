/// The opinions in the order of their codes: the one list that a new one is added to.
extension LintRule {
  package static let all: [LintRule] = [
    .missingOwner
  ]
}
