import KPIDiagnostics
import KPISource

/// What is said twice contradicts itself; parts without a text may be repeated.
func checkRepeats(
  _ parts: [(text: String?, range: SourceRange)], into diagnostics: inout [Diagnostic]
) {
  var seen: [String: SourceRange] = [:]
  for case (let text?, let range) in parts {
    if let first = seen[text] {
      diagnostics.append(.duplicateAttribute(text, at: range, first: first))
    } else {
      seen[text] = range
    }
  }
}
