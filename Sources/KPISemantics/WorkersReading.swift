import KPIDiagnostics
import KPISource

extension Workers {
  /// What is read of all elements, in their order; what is wrong with them follows in the same.
  func read<Element: Sendable, Result: Sendable>(
    _ elements: [Element], into diagnostics: inout [Diagnostic],
    _ read: @Sendable (Element, inout [Diagnostic]) -> Result
  ) -> [Result] {
    let (results, found) = map(elements, carrying: { [Diagnostic]() }, read)
    for found in found { diagnostics += found }
    return results
  }
}
