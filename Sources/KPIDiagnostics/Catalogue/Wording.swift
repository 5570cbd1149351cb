import KPIText

/// Words for messages.
enum Wording {
  /// `Did you mean `revenue` or `revenues`?`, or a list of what there is, or nothing.
  static func suggestion(
    for name: String, among known: some Sequence<String>, what: String
  ) -> String? {
    suggestion(of: NameSuggestion.nearest(to: name, among: known), among: known, what: what)
  }

  /// The same for names that have been found already. Words of the language are listed all, in their own order.
  static func suggestion(
    of nearest: [String], among known: some Sequence<String>, what: String,
    isLanguage: Bool = false
  ) -> String? {
    if !nearest.isEmpty {
      return "Did you mean " + nearest.map { "`\($0)`" }.joined(separator: " or ") + "?"
    }
    if isLanguage {
      return "Write " + TextFlow.list(known.map { "`\($0)`" }, "or") + "."
    }
    let all = known.sorted()
    guard !all.isEmpty else { return "No \(what) is declared yet." }
    let shown = all.prefix(8).map { "`\($0)`" }
    if all.count > 8 { return "There are, among others, \(TextFlow.list(shown))." }
    return all.count == 1
      ? "The only \(what) is \(shown[0])." : "There are \(TextFlow.list(shown))."
  }
}
