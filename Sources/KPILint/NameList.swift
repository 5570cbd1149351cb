import KPIText

/// Names as a message lists them: `` `a`, `b` and 3 more ``.
func nameList(_ names: [String]) -> String {
  let shown = names.count <= 4 ? names.count : 3
  let rest = names.count - shown
  return TextFlow.list(
    names.prefix(shown).map { "`\($0)`" } + (rest > 0 ? ["\(rest) more"] : []))
}
