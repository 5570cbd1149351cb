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
      var members: [Dimension.Member] = []
      for attribute in syntax.attributes {
        switch attribute {
        case .member(let formula):
          if let member = member(formula, specification, into: &diagnostics) {
            members.append(member)
          }
        case .label, .revision, .allow, .unknown: break
        }
      }
      check(members, of: syntax, into: &diagnostics)
      return Dimension(
        name: syntax.name?.text ?? "", label: syntax.label?.value, members: members)
    }
  }

  /// A column, or a formula over the rows of the table that its first path names.
  private func member(
    _ formula: ExpressionSyntax, _ specification: Specification,
    into diagnostics: inout [Diagnostic]
  ) -> Dimension.Member? {
    let paths = formula.rowPaths
    let tables = paths.compactMap { path in
      path.parts.count > 1 ? scope.tables[path.parts[0].text] : nil
    }
    guard let table = tables.first else {
      let name = paths.first?.parts.first
      diagnostics.append(
        .unknownTable(
          name?.text ?? "", known: scope.tables.keys, at: name?.range ?? formula.range))
      return nil
    }
    let rows = RowExpressions(
      fields: TableFields(table: table, vocabulary: Vocabulary(specification, scope)),
      time: .unknown)
    guard let value = rows.resolve(formula, into: &diagnostics) else { return nil }
    var allowed: [Scalar]?
    if case .field(let path) = value.expression { allowed = specification.column(path).allowed }
    return Dimension.Member(
      table: table, expression: value.expression, type: value.type.scalar, allowed: allowed)
  }

  /// Values of different types could never meet in one group.
  private func check(
    _ members: [Dimension.Member], of syntax: DimensionSyntax,
    into diagnostics: inout [Diagnostic]
  ) {
    let hasMembers = syntax.attributes.contains { if case .member = $0 { true } else { false } }
    if !hasMembers, let name = syntax.name {
      diagnostics.append(.emptyDimension(name.text, at: name.range))
    }
    let types = members.map(\.type)
    guard let first = types.first, let other = types.first(where: { $0.name != first.name }) else {
      return
    }
    diagnostics.append(
      .typeMismatch(expected: first.name, found: other.name, at: syntax.name?.range ?? syntax.range)
    )
  }
}
