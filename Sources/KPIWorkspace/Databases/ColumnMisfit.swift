import KPIDatabase
import KPIDiagnostics
import KPIModel

/// How a declared column and the database's differ.
enum ColumnMisfit: Hashable, Sendable {
  /// The database has no column of the name; it has these.
  case missing(ColumnID, found: [String])
  /// No value of the database's column can be one of the declared type.
  case type(ColumnID, found: ValueKind)

  /// The first of the columns that cannot be used.
  static func first(
    of columns: some Sequence<ColumnID>, _ table: Table, in found: [ResultColumn], _ typing: Typing
  ) -> ColumnMisfit? {
    columns.lazy.compactMap { ColumnMisfit($0, table, in: found, typing) }.first
  }

  /// `nil` where the column can be used.
  init?(_ column: ColumnID, _ table: Table, in found: [ResultColumn], _ typing: Typing) {
    let declared = table[column]
    guard let own = found.first(where: { $0.name == declared.sourceName }) else {
      self = .missing(column, found: found.map(\.name))
      return
    }
    guard typing == .byColumn, !ValueKind(own.type).fits(declared.type) else { return nil }
    self = .type(column, found: ValueKind(own.type))
  }

  func words(_ table: Table) -> (words: DatabaseWords, column: ColumnID) {
    switch self {
    case .missing(let column, let found):
      (.missingColumn(table[column].sourceName, found: found), column)
    case .type(let column, let found):
      (
        .otherType(
          table[column].sourceName, declared: ValueKind(table[column].type), found: found), column
      )
    }
  }

  /// How an engine types what it stores.
  enum Typing {
    /// Every value of a column has the type of the column.
    case byColumn
    /// Each value has a type of its own, so that a column's is not known before all are read.
    case byValue
  }
}

extension Column {
  /// What the column is called where its rows are.
  var sourceName: String { header ?? name }
}

extension ValueKind {
  init(_ type: ColumnType) {
    switch type {
    case .text: self = .text
    case .boolean: self = .boolean
    case .date: self = .date
    case .timestamp: self = .timestamp
    case .integer: self = .wholeNumber
    case .number: self = .number
    }
  }

  init(_ type: ResultType) {
    switch type {
    case .null: self = .nothing
    case .boolean: self = .boolean
    case .integer: self = .wholeNumber
    case .real: self = .binaryNumber
    case .decimal, .numeral: self = .number
    case .text: self = .text
    case .bytes: self = .bytes
    case .day: self = .date
    case .timeOfDay: self = .timeOfDay
    case .timestamp: self = .timestamp
    case .duration: self = .duration
    case .unsupported: self = .other
    }
  }

  /// Whether a database compares values of the two kinds as they are.
  func isComparable(to other: ValueKind) -> Bool {
    let numbers: Set<ValueKind> = [.wholeNumber, .number, .binaryNumber]
    return self == other || numbers.isSuperset(of: [self, other])
  }

  /// Whether values of the kind may be read as those of a declared type. Text is looked at value by value.
  fileprivate func fits(_ type: ColumnType) -> Bool {
    switch (self, type) {
    case (.nothing, _), (.text, _): true
    case (.bytes, _), (.other, _), (.duration, _): false
    case (_, .text): true
    case (.wholeNumber, .integer), (.number, .integer), (.binaryNumber, .integer): true
    case (.wholeNumber, .number), (.number, .number), (.binaryNumber, .number): true
    case (.boolean, .boolean), (.wholeNumber, .boolean), (.number, .boolean): true
    case (.date, .date), (.timestamp, .timestamp): true
    default: false
    }
  }
}
