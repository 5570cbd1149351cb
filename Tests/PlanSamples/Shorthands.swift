package import KPIModel
package import KPIPlan
package import KPISource

/// Tables, questions and plans put together by hand, as short as tests need them.
package let nowhere = SourceRange(file: FileID(0), 0..<0)

package func column(
  _ name: String, _ type: ColumnType, key: Bool = false, optional: Bool = false,
  allowed: [Scalar]? = nil, to table: Int? = nil, header: String? = nil
) -> Column {
  Column(
    name: name, header: header, type: type, isKey: key, isOptional: optional, allowed: allowed,
    reference: table.map { Column.Reference(table: TableID($0), role: nil) }, documentation: nil,
    origin: nowhere)
}

extension ColumnType {
  package static let number = ColumnType.number(.plain, factor: .one)
}

package func table(
  _ name: String, _ columns: [Column], _ nature: RowNature = .plain,
  format: TextFormat = .standard, badRows: Table.BadRowPolicy = .fail
) -> Table {
  Table(
    name: name, label: nil, documentation: nil, location: .nowhere, columns: columns,
    nature: nature, format: format, badRows: badRows, origin: nowhere)
}

/// A column path by places: the table, the references to follow, the column.
package func path(_ table: Int, _ steps: Int..., column: Int) -> ColumnPath {
  ColumnPath(TableID(table), steps.map { ColumnID($0) }, ColumnID(column))
}

package func field(_ table: Int, _ column: Int) -> TableExpression {
  .field(path(table, column: column))
}

package func text(_ value: String) -> TableExpression { .literal(.text(value)) }
package func number(_ value: Int) -> TableExpression { .literal(.number(Rational(value))) }

package func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return Day(year: parts[0], month: parts[1], day: parts[2]) ?? .first
}

package func days(_ from: String, _ to: String) -> Range<Day> {
  day(from)..<day(to).adding(days: 1)
}

/// A question whose outputs are the measures themselves, one after the other.
package func plan(
  _ measures: [RowMeasure], by grain: Grain? = nil, keys: [ColumnPath] = [],
  keysOf: ((Int) -> [ColumnPath?])? = nil, range: Range<Day>? = nil, asOf: String = "2026-12-31",
  calendar: Calendar = .standard, formulas: [Formula<MeasureID>]? = nil
) -> Plan {
  let question = Question(
    outputs: [], grain: grain, breakdowns: keys.map { .field(.path($0)) }, range: range,
    asOf: day(asOf))
  let planned = measures.enumerated().map { index, measure in
    PlannedMeasure.rows(
      measure, keys: (keysOf?(index) ?? keys.map { $0 }).map { $0.map { .field($0) } })
  }
  return Plan(
    question: question, calendar: calendar, measures: planned,
    formulas: formulas ?? measures.indices.map { .leaf(MeasureID($0)) })
}
