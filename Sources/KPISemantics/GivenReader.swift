import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads the rows that a test gives to a table: each cell is a value of its column.
struct GivenReader {
  let units: UnitTable
  let specification: Specification

  func read(
    _ syntax: GivenAttributeSyntax, of table: TableID, into diagnostics: inout [Diagnostic]
  ) -> GivenTable {
    let declared = specification[table]
    /// The column of each place; `nil` where its name is wrong.
    var columns: [ColumnID?] = []
    var places: [String: SourceRange] = [:]
    for name in syntax.columns {
      if let first = places[name.text] {
        diagnostics.append(.givenTwice(name.text, at: name.range, first: first))
        columns.append(nil)
        continue
      }
      places[name.text] = name.range
      let column = declared.column(named: name.text)
      if column == nil {
        diagnostics.append(
          .unknownColumn(
            name.text, table: declared.name, known: declared.columns.map(\.name), at: name.range))
      }
      columns.append(column)
    }
    let rows = syntax.rows.map { row in
      var cells: [GivenTable.Cell] = []
      for (cell, column) in zip(row.cells, columns) {
        guard let column else { continue }
        cells.append(self.cell(cell, of: declared[column], into: &diagnostics))
      }
      // Cells that are not there were reported by the parser.
      let known = columns.count { $0 != nil }
      while cells.count < known { cells.append(GivenTable.Cell(value: nil, origin: row.range)) }
      return GivenTable.Row(cells: cells, origin: row.range)
    }
    return GivenTable(
      table: table, origin: syntax.table?.range ?? syntax.range,
      columns: columns.compactMap { $0 }, rows: rows)
  }

  private func cell(
    _ syntax: GivenCellSyntax, of column: Column, into diagnostics: inout [Diagnostic]
  ) -> GivenTable.Cell {
    let value = syntax.value.flatMap { self.value($0, of: column.type, into: &diagnostics) }
    return GivenTable.Cell(value: value, origin: syntax.value?.range ?? syntax.range)
  }

  private func value(
    _ syntax: ExpressionSyntax, of type: ColumnType, into diagnostics: inout [Diagnostic]
  ) -> GivenTable.Value? {
    if case .literal(let literal) = syntax {
      switch literal.value {
      case .missing, .malformed: return nil
      case .timestamp(let timestamp) where type == .timestamp && timestamp.offsetMinutes != nil:
        return timestamp.instant.map(GivenTable.Value.instant)
      default: break
      }
    }
    let value = PlainValues(units: units).scalar(syntax, of: type, into: &diagnostics)
    if case .number(let number)? = value,
      number.exactFractionDigits(limit: GivenReader.mostFractionDigits) == nil
    {
      diagnostics.append(.inexactGivenValue(at: syntax.range))
      return nil
    }
    return value.map(GivenTable.Value.scalar)
  }

  /// The digits after the point that the readers of tables take.
  private static let mostFractionDigits = 18
}

/// Reads values that are written out, for columns whose type is known.
struct PlainValues {
  let units: UnitTable

  /// The value as one of the column; `nil` when it was reported, here or by the parser.
  func scalar(
    _ syntax: ExpressionSyntax, of type: ColumnType, into diagnostics: inout [Diagnostic]
  ) -> Scalar? {
    switch syntax {
    case .literal(let literal):
      guard let read = LiteralReader(units: units).scalar(literal, into: &diagnostics) else {
        return nil
      }
      return adapted(read, to: type, at: syntax.range, into: &diagnostics)
    case .negation(let negation):
      guard case .literal(let literal) = negation.operand,
        let read = LiteralReader(units: units).scalar(literal, into: &diagnostics),
        case .number(let number) = read.expression
      else { return nil }
      return adapted(
        Typed(.number(number.negated), read.type), to: type, at: syntax.range, into: &diagnostics)
    default: return nil
    }
  }

  private func adapted(
    _ read: Typed<Scalar>, to type: ColumnType, at range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) -> Scalar? {
    if type == .timestamp, case .date(let day) = read.expression {
      return .timestamp(day.number * 86_400_000_000)
    }
    guard case .number(let number) = read.expression, let found = read.type.quantity,
      let wanted = ExpressionType(type.scalar).quantity
    else {
      if read.type.scalar == type.scalar { return read.expression }
      diagnostics.append(
        .typeMismatch(expected: type.scalar.name, found: read.type.scalar.name, at: range))
      return nil
    }
    if read.type.isBareNumber {
      guard case .number(_, let factor) = type else { return read.expression }
      return number.multiplied(by: factor).map(Scalar.number)
    }
    guard found.unit == wanted.unit else {
      diagnostics.append(
        .unitMismatch(
          wanted.unit.description, found.unit.description, operation: "=", at: range))
      return nil
    }
    return read.expression
  }
}

extension TimestampLiteral {
  /// Microseconds since 1970-01-01T00:00Z of a timestamp with an offset.
  fileprivate var instant: Int? {
    guard let offsetMinutes, let day = Day(date) else { return nil }
    let seconds = (hour * 60 + minute - offsetMinutes) * 60 + second
    return (day.number * 86_400 + seconds) * 1_000_000 + microsecond
  }
}
