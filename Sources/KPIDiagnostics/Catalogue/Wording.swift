/// Words for messages.
enum Wording {
  /// `Did you mean `revenue` or `revenues`?`, or a list of what there is, or nothing.
  static func suggestion(
    for name: String, among known: some Sequence<String>, what: String
  ) -> String? {
    suggestion(of: NameSuggestion.nearest(to: name, among: known), among: known, what: what)
  }

  /// The same for names that have been found already.
  static func suggestion(
    of nearest: [String], among known: some Sequence<String>, what: String
  ) -> String? {
    if !nearest.isEmpty {
      return "Did you mean " + nearest.map { "`\($0)`" }.joined(separator: " or ") + "?"
    }
    let all = known.sorted()
    guard !all.isEmpty else { return "No \(what) is declared yet." }
    let shown = all.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return all.count <= 8 ? "There is: \(shown)." : "There are, among others: \(shown)."
  }
}
