import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads tables: first their columns, then what needs the columns of other tables.
struct TableReader {
  let scope: Scope

  /// The tables with their columns; the nature of a row that is dated through a reference is added by `complete`.
  func read(
    _ syntaxes: [TableSyntax], by workers: Workers, into diagnostics: inout [Diagnostic]
  ) -> [Table] {
    workers.read(syntaxes, into: &diagnostics) { table($0, into: &$1) }
  }

  private func table(_ syntax: TableSyntax, into diagnostics: inout [Diagnostic]) -> Table {
    var columns: [Column] = []
    var places: [String: SourceRange] = [:]
    var keys: Set<String> = []
    var format = TableFormat()
    var badRows = Table.BadRowPolicy.fail
    var isKnownAhead = false
    for attribute in syntax.attributes {
      if case .key(let reference) = attribute { keys.formUnion(reference.names.map(\.text)) }
    }
    for attribute in syntax.attributes {
      switch attribute {
      case .column(let column):
        guard let name = column.name else { continue }
        if let first = places[name.text] {
          diagnostics.append(.duplicateName(name.text, at: name.range, first: first))
          continue
        }
        places[name.text] = name.range
        checkRole(of: column, name, &places, into: &diagnostics)
        columns.append(
          self.column(column, name, isKey: keys.contains(name.text), into: &diagnostics))
      case .numbers(let text): format.readNumbers(text.text, into: &diagnostics)
      case .dates(let text): format.readDates(text.text, into: &diagnostics)
      case .badRows(let policy):
        guard let action = policy.action else { continue }
        if action.text == "skip" {
          badRows = .skip
        } else if action.text != "fail" {
          diagnostics.append(.unknownWord(action.text, known: ["skip", "fail"], at: action.range))
        }
      case .knownAhead: isKnownAhead = true
      case .key(let reference):
        for name in reference.names where !syntax.hasColumn(name.text) {
          diagnostics.append(
            .unknownColumn(
              name.text, table: syntax.name?.text ?? "", known: syntax.columnNames, at: name.range))
        }
      case .span, .time, .label, .revision, .allow, .unknown: break
      }
    }
    return Table(
      name: syntax.name?.text ?? "", label: syntax.label?.value,
      documentation: syntax.documentation, location: location(syntax, into: &diagnostics),
      columns: columns, nature: .plain, format: format.value, badRows: badRows,
      isKnownAhead: isKnownAhead,
      origin: syntax.name?.range ?? syntax.range)
  }

  private func location(
    _ syntax: TableSyntax, into diagnostics: inout [Diagnostic]
  ) -> Table.Location {
    guard let origin = syntax.origin, let text = origin.text else { return .nowhere }
    guard let source = origin.source else { return .file(text.value) }
    if !scope.sources.contains(source.text) {
      diagnostics.append(.unknownSource(source.text, known: scope.sources, at: source.range))
    }
    return .source(name: source.text, relation: text.value)
  }

  // MARK: Columns

  /// Roles and columns are mentioned alike, so their names must differ.
  private func checkRole(
    of column: ColumnSyntax, _ name: NameSyntax, _ places: inout [String: SourceRange],
    into diagnostics: inout [Diagnostic]
  ) {
    for case .reference(let link) in column.modifiers {
      guard let role = link.role, role.text != name.text else { continue }
      if let first = places[role.text] {
        diagnostics.append(.duplicateName(role.text, at: role.range, first: first))
      } else {
        places[role.text] = role.range
      }
    }
  }

  private func column(
    _ syntax: ColumnSyntax, _ name: NameSyntax, isKey: Bool, into diagnostics: inout [Diagnostic]
  ) -> Column {
    let type = type(syntax.type, into: &diagnostics)
    var isKey = isKey
    var isOptional = false
    var header: String?
    var allowed: [Scalar]?
    var reference: Column.Reference?
    for modifier in syntax.modifiers {
      switch modifier {
      case .key: isKey = true
      case .optional: isOptional = true
      case .header(let text): header = text.text?.value
      case .values(let values): allowed = self.values(values, of: type, into: &diagnostics)
      case .reference(let link):
        guard let target = link.table else { continue }
        if let table = scope.tables[target.text] {
          reference = Column.Reference(table: table, role: link.role?.text)
        } else {
          diagnostics.append(
            .unknownTable(target.text, known: scope.tables.keys, at: target.range))
        }
      case .time, .snapshot: break
      }
    }
    return Column(
      name: name.text, header: header, type: type, isKey: isKey, isOptional: isOptional,
      allowed: allowed, reference: reference, documentation: syntax.documentation,
      origin: name.range)
  }

  private func type(
    _ syntax: ColumnTypeSyntax?, into diagnostics: inout [Diagnostic]
  ) -> ColumnType {
    guard let syntax, let name = syntax.name else { return .text }
    return type(name.text, name, syntax, into: &diagnostics)
  }

  private func type(
    _ word: String, _ name: NameSyntax, _ syntax: ColumnTypeSyntax,
    into diagnostics: inout [Diagnostic]
  ) -> ColumnType {
    switch word {
    case "text": return .text
    case "boolean": return .boolean
    case "date": return .date
    case "timestamp": return .timestamp
    case "integer": return .integer
    case "number": return .number(.plain, factor: .one)
    // `12.5%` in the data is 0.125, and so is 0.125.
    case "percent": return .number(.percent, factor: .one)
    case "money": return .number(Quantity(Unit(.anyCurrency)), factor: .one)
    case "duration":
      let unit = syntax.unit.flatMap { scope.units.resolve($0.text) }
      guard let unit, unit.unit == .time else {
        diagnostics.append(.durationWithoutUnit(at: syntax.range))
        return .number(Quantity(.time), factor: .one)
      }
      return .number(unit.quantity, factor: unit.factor)
    default:
      guard let unit = scope.units.resolve(word) else {
        let known = TableReader.typeNames + scope.units.suggestions
        diagnostics.append(.unknownType(name.text, known: known, at: name.range))
        // What was most likely meant is taken, so that nothing is reported that only follows from it.
        let meant =
          Diagnostic.typeElsewhere(name.text)
          ?? NameSuggestion.nearest(to: name.text, among: TableReader.typeNames).first
        guard let meant, meant != "duration" else { return .text }
        return type(meant, name, syntax, into: &diagnostics)
      }
      return .number(unit.quantity, factor: unit.factor)
    }
  }

  private static let typeNames = [
    "text", "integer", "number", "boolean", "date", "timestamp", "duration", "percent", "money",
  ]

  private func values(
    _ syntax: ValuesModifierSyntax, of type: ColumnType, into diagnostics: inout [Diagnostic]
  ) -> [Scalar] {
    var scalars: [Scalar] = []
    for value in syntax.values {
      guard case .literal(let literal) = value else {
        if case .missing = value { continue }
        diagnostics.append(.notALiteral(at: value.range))
        continue
      }
      guard
        let read = LiteralReader(units: scope.units).scalar(literal, into: &diagnostics)
      else { continue }
      let isNumber = read.type.quantity != nil && ExpressionType(type.scalar).quantity != nil
      guard isNumber || read.type.scalar == type.scalar else {
        diagnostics.append(
          .typeMismatch(
            expected: type.scalar.name, found: read.type.scalar.name, at: value.range))
        continue
      }
      if read.type.isBareNumber, case .number(_, let factor) = type,
        case .number(let number) = read.expression, let scaled = number.multiplied(by: factor)
      {
        scalars.append(.number(scaled))
      } else {
        scalars.append(read.expression)
      }
    }
    return scalars
  }
}

extension TableSyntax {
  var columns: [ColumnSyntax] {
    attributes.compactMap { if case .column(let column) = $0 { column } else { nil } }
  }

  var columnNames: [String] { columns.compactMap { $0.name?.text } }

  func hasColumn(_ name: String) -> Bool { columnNames.contains(name) }
}
