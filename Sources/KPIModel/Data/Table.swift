package import KPISource

/// A table of the specification: its columns, what a row is, and where the rows come from.
///
/// Immutable and shared, so that handing it on costs nothing however much is declared.
package final class Table: Sendable {
  package let name: String
  package let label: String?
  package let documentation: String?
  package let location: Location
  package let columns: [Column]
  package let nature: RowNature
  package let format: TextFormat
  package let badRows: BadRowPolicy
  /// Whether the rows are known before their time, as those of plans, quotas and budgets are: they count whatever
  /// the as-of day is.
  package let isKnownAhead: Bool
  package let origin: SourceRange
  /// The columns that together identify a row; empty when no key is declared.
  package let key: [ColumnID]
  /// The columns that lead to rows of other tables.
  package let references: [ColumnID]
  private let places: [String: ColumnID]
  private let roles: [String: ColumnID]

  /// Where the rows come from.
  package enum Location: Hashable, Sendable {
    /// A file, by its path relative to the specification's folder.
    case file(String)
    /// A relation of a database connection.
    case source(name: String, relation: String)
    /// The declaration names no place; only tests can give it rows.
    case nowhere
  }

  /// What happens when a row breaks the declaration.
  package enum BadRowPolicy: Hashable, Sendable {
    case fail, skip
  }

  package init(
    name: String, label: String?, documentation: String?, location: Location, columns: [Column],
    nature: RowNature, format: TextFormat, badRows: BadRowPolicy,
    isKnownAhead: Bool = false, origin: SourceRange
  ) {
    self.name = name
    self.label = label
    self.documentation = documentation
    self.location = location
    self.columns = columns
    self.nature = nature
    self.format = format
    self.badRows = badRows
    self.isKnownAhead = isKnownAhead
    self.origin = origin
    let ids = columns.indices.map(ColumnID.init)
    key = ids.filter { columns[$0.index].isKey }
    references = ids.filter { columns[$0.index].reference != nil }
    places = Dictionary(zip(columns.map(\.name), ids)) { first, _ in first }
    roles = Dictionary(
      references.map { (columns[$0.index].reference?.role ?? columns[$0.index].name, $0) }
    ) { first, _ in first }
  }

  package subscript(column: ColumnID) -> Column { columns[column.index] }

  package var columnIDs: [ColumnID] { columns.indices.map(ColumnID.init) }

  package func column(named name: String) -> ColumnID? { places[name] }

  /// The reference column with this role or this name.
  package func reference(named name: String) -> ColumnID? {
    roles[name] ?? places[name].flatMap { self[$0].reference == nil ? nil : $0 }
  }
}

/// How the rows of a table meet time.
package enum RowNature: Hashable, Sendable {
  /// Each row happened at a time; the path may follow references to it.
  case events(time: ColumnPath)
  /// Each row repeats a stock at a moment.
  case snapshots(moment: ColumnPath)
  /// Each row is alive from a date up to another; a missing end means still running.
  case spans(from: ColumnID, to: ColumnID)
  /// Reference data without a time axis.
  case plain
}

extension Specification {
  /// The column that dates the rows of a table where nothing else is said; a span is dated by its start.
  package func time(of table: TableID) -> ColumnPath? {
    switch self[table].nature {
    case .events(let time): time
    case .snapshots(let moment): moment
    case .spans(let from, _): ColumnPath(table, [], from)
    case .plain: nil
    }
  }
}

/// How numbers and dates are written in a table's text.
package struct TextFormat: Hashable, Sendable {
  package let decimalMark: UInt8
  /// The mark between groups of digits, if the file writes one.
  package let groupMark: UInt8?
  package let dateOrder: DateOrder
  package let dateSeparator: UInt8

  package enum DateOrder: Hashable, Sendable {
    case yearMonthDay, dayMonthYear, monthDayYear
  }

  /// `1234567.89` and `2026-12-31`.
  package static let standard = TextFormat(
    decimalMark: UInt8(ascii: "."), groupMark: nil, dateOrder: .yearMonthDay,
    dateSeparator: UInt8(ascii: "-"))

  package init(
    decimalMark: UInt8, groupMark: UInt8?, dateOrder: DateOrder, dateSeparator: UInt8
  ) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.dateOrder = dateOrder
    self.dateSeparator = dateSeparator
  }
}
