import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads the breakdowns that tables share.
struct DimensionReader {
  let scope: Scope

  func read(
    _ syntaxes: [DimensionSyntax], _ specification: Specification,
    into diagnostics: inout [Diagnostic]
  ) -> [Dimension] {
    syntaxes.map { syntax in
      var paths: [ColumnPath] = []
      for attribute in syntax.attributes {
        switch attribute {
        case .member(let path):
          if let path = member(path, specification, into: &diagnostics) { paths.append(path) }
        case .label, .allow, .unknown: break
        }
      }
      check(paths, of: syntax, specification, into: &diagnostics)
      return Dimension(
        name: syntax.name?.text ?? "", label: syntax.label?.value, paths: paths)
    }
  }

  private func member(
    _ path: PathSyntax, _ specification: Specification, into diagnostics: inout [Diagnostic]
  ) -> ColumnPath? {
    guard let first = path.parts.first else { return nil }
    guard let table = scope.tables[first.text], path.parts.count > 1 else {
      diagnostics.append(.unknownTable(first.text, known: scope.tables.keys, at: first.range))
      return nil
    }
    return TableFields(table: table, specification: specification, scope: scope)
      .path(path, into: &diagnostics)
  }

  /// Values of different types could never meet in one group.
  private func check(
    _ paths: [ColumnPath], of syntax: DimensionSyntax, _ specification: Specification,
    into diagnostics: inout [Diagnostic]
  ) {
    let hasMembers = syntax.attributes.contains { if case .member = $0 { true } else { false } }
    if !hasMembers, let name = syntax.name {
      diagnostics.append(.emptyDimension(name.text, at: name.range))
    }
    let types = paths.map { specification.column($0).type.scalar }
    guard let first = types.first, let other = types.first(where: { $0 != first }) else { return }
    diagnostics.append(
      .typeMismatch(expected: first.name, found: other.name, at: syntax.name?.range ?? syntax.range)
    )
  }
}
