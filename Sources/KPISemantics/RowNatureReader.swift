import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Finds out how the rows of each table meet time, and checks references, once all columns are known.
struct RowNatureReader {
  let scope: Scope

  func complete(
    _ tables: [Table], _ syntaxes: [TableSyntax], by workers: Workers,
    into diagnostics: inout [Diagnostic]
  ) -> [Table] {
    let specification = Specification(tables: tables)
    return workers.read(Array(tables.indices), into: &diagnostics) { index, diagnostics in
      let syntax = syntaxes[index]
      checkReferences(of: syntax, specification, into: &diagnostics)
      return tables[index].with(
        nature: nature(of: TableID(index), syntax, specification, into: &diagnostics))
    }
  }

  private func nature(
    of table: TableID, _ syntax: TableSyntax, _ specification: Specification,
    into diagnostics: inout [Diagnostic]
  ) -> RowNature {
    var found: [(nature: RowNature, range: SourceRange)] = []
    let fields = TableFields(table: table, vocabulary: Vocabulary(specification, scope))
    for attribute in syntax.attributes {
      switch attribute {
      case .column(let column):
        guard let name = column.name, let id = specification[table].column(named: name.text) else {
          continue
        }
        let path = ColumnPath(table, [], id)
        for modifier in column.modifiers {
          switch modifier {
          case .time(let node) where isTime(path, specification, name, &diagnostics):
            found.append((.events(time: path), node.range))
          case .snapshot(let node) where isTime(path, specification, name, &diagnostics):
            found.append((.snapshots(moment: path), node.range))
          default: break
          }
        }
      case .time(let time):
        if let path = time.path, let column = fields.timeColumn(path, into: &diagnostics) {
          found.append((.events(time: column), time.range))
        }
      case .span(let span):
        guard let start = span.start, let end = span.end,
          let from = fields.timeColumn(start, into: &diagnostics),
          let to = fields.timeColumn(end, into: &diagnostics)
        else { continue }
        guard from.steps.isEmpty, to.steps.isEmpty else {
          diagnostics.append(.spanThroughReference(at: span.range))
          continue
        }
        found.append((.spans(from: from.column, to: to.column), span.range))
      default: break
      }
    }
    if found.count > 1 {
      diagnostics.append(
        .twoTimeAxes(
          table: specification[table].name, at: found[1].range, first: found[0].range))
    }
    return found.first?.nature ?? .plain
  }

  private func isTime(
    _ path: ColumnPath, _ specification: Specification, _ name: NameSyntax,
    _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    let type = specification.column(path).type
    if type == .date || type == .timestamp { return true }
    diagnostics.append(.notATimeColumn(name.text, found: type.scalar.name, at: name.range))
    return false
  }

  /// A reference holds the key of the other table, so that table must have one, of the same type.
  private func checkReferences(
    of syntax: TableSyntax, _ specification: Specification, into diagnostics: inout [Diagnostic]
  ) {
    for column in syntax.columns {
      for case .reference(let link) in column.modifiers {
        guard let target = link.table, let table = scope.tables[target.text],
          let name = column.name, let owner = scope.tables[syntax.name?.text ?? ""],
          let id = specification[owner].column(named: name.text)
        else { continue }
        let key = specification[table].key
        guard key.count == 1 else {
          diagnostics.append(
            .referenceWithoutKey(
              target.text, keys: key.count, at: target.range, table: specification[table].origin))
          continue
        }
        let own = specification[owner][id].type.scalar
        let other = specification[table][key[0]].type.scalar
        if own != other {
          diagnostics.append(
            .typeMismatch(expected: other.name, found: own.name, at: name.range))
        }
      }
    }
  }
}

extension Table {
  fileprivate func with(nature: RowNature) -> Table {
    Table(
      name: name, label: label, documentation: documentation, location: location,
      columns: columns, nature: nature, format: format, badRows: badRows,
      isKnownAhead: isKnownAhead, origin: origin)
  }
}
