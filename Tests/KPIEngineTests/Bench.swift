import KPIEngine
import KPIModel
import KPIPlan
import KPISource
import KPITable

/// Tables, questions and plans put together by hand, as short as tests need them.
let nowhere = SourceRange(file: FileID(0), 0..<0)

func column(
  _ name: String, _ type: ColumnType, key: Bool = false, optional: Bool = false,
  allowed: [Scalar]? = nil, to table: Int? = nil, header: String? = nil
) -> Column {
  Column(
    name: name, header: header, type: type, isKey: key, isOptional: optional, allowed: allowed,
    reference: table.map { Column.Reference(table: TableID($0), role: nil) }, documentation: nil,
    origin: nowhere)
}

extension ColumnType {
  static let number = ColumnType.number(.plain, factor: .one)
}

func table(
  _ name: String, _ columns: [Column], _ nature: RowNature = .plain,
  format: TextFormat = .standard, badRows: Table.BadRowPolicy = .fail
) -> Table {
  Table(
    name: name, label: nil, documentation: nil, location: .nowhere, columns: columns,
    nature: nature, format: format, badRows: badRows, origin: nowhere)
}

/// A column path by places: the table, the references to follow, the column.
func path(_ table: Int, _ steps: Int..., column: Int) -> ColumnPath {
  ColumnPath(TableID(table), steps.map { ColumnID($0) }, ColumnID(column))
}

func field(_ table: Int, _ column: Int) -> TableExpression { .field(path(table, column: column)) }

func text(_ value: String) -> TableExpression { .literal(.text(value)) }
func number(_ value: Int) -> TableExpression { .literal(.number(Rational(value))) }

func day(_ text: String) -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return Day(year: parts[0], month: parts[1], day: parts[2]) ?? .first
}

func days(_ from: String, _ to: String) -> Range<Day> { day(from)..<day(to).adding(days: 1) }

/// A question whose outputs are the measures themselves, one after the other.
func plan(
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

func run(
  _ plans: [Plan], _ tables: [Table], _ data: [String], threads: Int = 1, chunkSize: Int = 1 << 18,
  zone: TimeZoneTable? = .utc, names: [String] = []
) -> Outcome {
  run(
    plans, tables, bytes: data.map { Array($0.utf8) }, threads: threads, chunkSize: chunkSize,
    zone: zone, names: names)
}

func run(
  _ plans: [Plan], _ tables: [Table], bytes: [[UInt8]], threads: Int = 1, chunkSize: Int = 1 << 18,
  zone: TimeZoneTable? = .utc, names: [String] = []
) -> Outcome {
  let source = DataSource(
    Specification(tables: tables), threads: threads, chunkSize: chunkSize, timeZone: { zone }
  ) { table in
    .rows(
      bytes[table.index],
      display: names.isEmpty ? "\(tables[table.index].name).csv" : names[table.index])
  }
  return Engine.answer(plans, from: source)
}

extension Answer {
  /// Rows as machine formats would print them.
  func lines(_ calendar: Calendar = .standard) -> [String] {
    rows.map { row in
      let period = row.period.map { [calendar.text(of: $0)] } ?? []
      let keys = row.keys.map { $0?.text ?? "" }
      return (period + keys + row.cells.map { $0.number?.text ?? "" }).joined(separator: ",")
    }
  }
}
