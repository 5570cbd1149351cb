import KPIModel
import PlanSamples

/// The sample tables with random rows, kept by one database in one of the ways that databases keep such rows.
struct Dataset {
  /// The tables as files have them.
  let files = SampleTables.all
  /// The same tables as relations of a database.
  let relations: [Table]
  let rows: [[[Scalar?]]]
  /// How each column of each table is kept.
  let storage: [[Storage]]
  let zone: Zone
  /// The company's; for every other data set one of its own.
  let calendar: Calendar

  /// What a column is in a database.
  enum Storage {
    case integer, decimal, numeric, real, text, boolean, date, timestamp, zonedTimestamp
  }

  /// The company's zone; one that has no daylight saving, so that each time on the wall is one moment.
  enum Zone: String, CaseIterable {
    case utc = "UTC"
    case vietnam = "Asia/Ho_Chi_Minh"

    var offset: String { self == .utc ? "+00" : "+07" }
  }

  static let source = "warehouse"

  /// `schema` is where the database keeps what every connection sees; `nil` where that is everything.
  init(_ random: inout Generator, schema: String? = nil) {
    // Every other data set has whole numbers, which are exact in every engine.
    let isWhole = random.below(2) == 0
    var rows = SampleTables.data(&random)
    if isWhole { rows = Dataset.whole(rows) }
    self.rows = rows
    zone = Zone.allCases[random.below(2)]
    calendar = random.below(2) == 0 ? .standard : RandomPlans.calendar(&random)
    var relations: [Table] = []
    var storage: [[Storage]] = []
    for (table, rows) in zip(SampleTables.all, rows) {
      let columns = table.columns.map { Dataset.renamed($0, &random) }
      storage.append(
        columns.enumerated().map { place, column in
          Dataset.storage(
            column, areWhole: rows.allSatisfy { Dataset.isWhole($0[place], column) }, &random)
        })
      relations.append(
        Dataset.table(
          table, columns,
          .source(
            name: Dataset.source,
            relation: (schema.map { $0 + "." } ?? "") + "\(table.name) of the kpi")))
    }
    self.relations = relations
    self.storage = storage
  }

  private static func table(
    _ table: Table, _ columns: [Column], _ location: Table.Location
  ) -> Table {
    Table(
      name: table.name, label: nil, documentation: nil, location: location, columns: columns,
      nature: table.nature, format: table.format, badRows: table.badRows, origin: nowhere)
  }

  /// Headers as people write them, some of which no query may hold as they are.
  private static func renamed(_ column: Column, _ random: inout Generator) -> Column {
    let suffixes = ["", "", " (new)", "'s \"x\"", " – Số tiền", "`; DROP", "\\"]
    return Column(
      name: column.name, header: column.name + suffixes[random.below(suffixes.count)],
      type: column.type, isKey: column.isKey, isOptional: column.isOptional,
      allowed: column.allowed, reference: column.reference, documentation: nil, origin: nowhere)
  }

  private static func storage(
    _ column: Column, areWhole: Bool, _ random: inout Generator
  ) -> Storage {
    switch column.type {
    case .text: .text
    case .boolean: .boolean
    case .date: .date
    case .timestamp: random.below(3) == 0 ? .zonedTimestamp : .timestamp
    case .integer: [.integer, .integer, .decimal][random.below(3)]
    case .number where areWhole: [.integer, .integer, .decimal, .numeric][random.below(4)]
    case .number: [.decimal, .decimal, .numeric, .real][random.below(4)]
    }
  }

  /// The number as it is kept, without the factor of its unit.
  static func stored(_ number: Rational, _ column: Column) -> Rational {
    guard case .number(_, let factor) = column.type else { return number }
    return number.divided(by: factor) ?? number
  }

  private static func isWhole(_ value: Scalar?, _ column: Column) -> Bool {
    guard case .number(let number)? = value else { return true }
    return stored(number, column).isInteger
  }

  private static func whole(_ rows: [[[Scalar?]]]) -> [[[Scalar?]]] {
    rows.map { table in
      table.map { row in
        row.map { value in
          guard case .number(let number)? = value else { return value }
          return .number(Rational(number.floor, over: 1) ?? .zero)
        }
      }
    }
  }
}
