import KPIDiagnostics
import KPISource

extension Workers {
  /// What is read of all elements, in their order, and what is wrong with them, in the same.
  func read<Element: Sendable, Result: Sendable>(
    _ elements: [Element], into diagnostics: inout [Diagnostic],
    _ read: @Sendable (Element, inout [Diagnostic]) -> Result
  ) -> [Result] {
    let parts = map(stretches(of: elements.count)) { stretch in
      var found: [Diagnostic] = []
      return (elements[stretch].map { read($0, &found) }, found)
    }
    for (_, found) in parts { diagnostics += found }
    return parts.flatMap(\.0)
  }
}
