import KPIEngine
import KPIModel
import KPISource
import KPITable

/// The rows of a test as an engine reads them, and the way back from a place in them to the cell.
///
/// They become the bytes of files, so that the reader of tables checks them like any other rows.
struct GivenRows {
  private let specification: Specification
  private let files: [TableID: File]

  private struct File {
    let location: TableLocation
    /// For each line, counted from 1, the cells that begin in it and the column where each begins.
    var cells: [[(column: Int, place: Place)]] = []
  }

  /// What stands at a place of the rows.
  struct Place {
    let origin: SourceRange
    /// `nil` where the table or the row as a whole is meant.
    let column: ColumnID?
  }

  /// `specification` is the one that `readable` makes.
  init(_ given: [GivenTable], in specification: Specification) {
    self.specification = specification
    files = Dictionary(
      given.map { rows in
        (rows.table, GivenRows.file(of: specification[rows.table], rows))
      }
    ) { first, _ in first }
  }

  private static func file(of table: Table, _ rows: GivenTable?) -> File {
    var writer = RowWriter(table, rows)
    writer.write()
    return File(
      location: .rows(writer.bytes, display: fileName(of: table)), cells: writer.cells)
  }

  /// A table that is not given has no rows.
  func location(of table: TableID) -> TableLocation {
    files[table]?.location ?? GivenRows.file(of: specification[table], nil).location
  }

  /// The place in the rows of a table by a line and a column, counted from 1.
  func place(in table: TableID, line: Int, column: Int) -> Place? {
    guard let file = files[table], file.cells.indices.contains(line - 1) else { return nil }
    return file.cells[line - 1].last { $0.column <= column }?.place
  }

  /// The table whose rows a file of this name holds.
  func table(of path: String) -> TableID? {
    files.first { $0.value.location.display == path }?.key
  }

  /// Fields are parted by tabs, whatever a header holds.
  private static func fileName(of table: Table) -> String { table.name + ".tsv" }

  /// The specification with tables that write values and headers in the plain way.
  static func readable(_ specification: Specification) -> Specification {
    var result = specification
    result.tables = specification.tables.map { table in
      Table(
        name: table.name, label: table.label, documentation: table.documentation,
        location: table.location,
        columns: table.columns.map { column in
          Column(
            name: column.name, header: nil, type: column.type.inBaseUnit, isKey: column.isKey,
            isOptional: column.isOptional, allowed: column.allowed, reference: column.reference,
            documentation: column.documentation, origin: column.origin)
        }, nature: table.nature, format: .standard, badRows: table.badRows,
        isKnownAhead: table.isKnownAhead, origin: table.origin)
    }
    return result
  }
}

/// Writes the rows of one table.
private struct RowWriter {
  private let table: Table
  private let given: GivenTable?
  private(set) var bytes: [UInt8] = []
  private(set) var cells: [[(column: Int, place: GivenRows.Place)]] = [[]]
  private var lineStart = 0

  init(_ table: Table, _ given: GivenTable?) {
    self.table = table
    self.given = given
  }

  /// The first field of a line, which keeps it from being empty; no column is named like it.
  private static let marker = "given row"

  mutating func write() {
    let columns = self.columns
    add(RowWriter.marker)
    for (column, _) in columns { add("\t" + quoted(table[column].name)) }
    endLine()
    for (number, row) in (given?.rows ?? []).enumerated() {
      mark(row.origin, nil)
      add(String(number + 1))
      for (column, place) in columns {
        add("\t")
        mark(place.map { row.cells[$0].origin } ?? row.origin, column)
        if let place {
          add(row.cells[place].value.map(text) ?? "")
        } else if table[column].isKey {
          add(String(number + 1))
        }
      }
      endLine()
    }
  }

  /// The columns of the file, each with its place among those given. A key that is not given is numbered, and what
  /// may be missing is; any other column is absent, so that a formula that needs it is told.
  private var columns: [(column: ColumnID, place: Int?)] {
    guard let given, !given.rows.isEmpty else { return table.columnIDs.map { ($0, nil) } }
    return table.columnIDs.compactMap { column in
      let place = given.columns.firstIndex(of: column)
      let declared = table[column]
      let isNumbered = declared.isKey && (declared.type == .text || declared.type == .integer)
      return place != nil || isNumbered || declared.isOptional ? (column, place) : nil
    }
  }

  private func text(_ value: GivenTable.Value) -> String {
    switch value {
    case .scalar(.text(let text)): quoted(text)
    case .scalar(let scalar): scalar.text
    case .instant(let microseconds): Scalar.timestamp(microseconds).text + "Z"
    }
  }

  private func quoted(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private mutating func mark(_ origin: SourceRange, _ column: ColumnID?) {
    cells[cells.count - 1].append(
      (bytes.count - lineStart + 1, GivenRows.Place(origin: origin, column: column)))
  }

  /// A line break inside a text begins a line of the file as well.
  private mutating func add(_ text: String) {
    for byte in text.utf8 {
      bytes.append(byte)
      guard byte == UInt8(ascii: "\n") else { continue }
      lineStart = bytes.count
      cells.append(cells[cells.count - 1].last.map { [(1, $0.place)] } ?? [])
    }
  }

  private mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    lineStart = bytes.count
    cells.append([])
  }
}

extension ColumnType {
  /// The same values, written in the base of their unit.
  fileprivate var inBaseUnit: ColumnType {
    guard case .number(let quantity, _) = self else { return self }
    return .number(quantity, factor: .one)
  }
}
