package import KPIDiagnostics

extension Catalogue {
  /// Every rule of the program, opinions included, in the order of the codes.
  package static let complete: [Rule] =
    (all + LintRule.all.map(\.rule) + Rule.silencing).sorted { $0.code < $1.code }

  /// The rule with this code or name, opinions included.
  package static func anyRule(named text: String) -> Rule? {
    byName[text] ?? byName[text.uppercased()]
  }

  private static let byName = Dictionary(
    complete.flatMap { [($0.name, $0), ($0.code, $0)] }, uniquingKeysWith: { first, _ in first })
}
