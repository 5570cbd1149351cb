import KPIText

extension Diagnostic {
  /// `did you mean …?` for a name that does not exist, or `nil` when nothing is close to it.
  package static func suggestion(
    for name: String, among candidates: some Sequence<String>
  ) -> String? {
    let names = NameSuggestion.nearest(to: name, among: candidates).map { "`\($0)`" }
    return names.isEmpty ? nil : "Did you mean \(TextFlow.list(names, "or"))?"
  }
}
