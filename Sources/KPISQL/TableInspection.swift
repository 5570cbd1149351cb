package import KPIModel

/// Queries that compare the rows of one table with its declaration.
package struct TableInspection: Sendable {
  private let compiler: CellCompiler
  private let table: TableID
  private let columns: Set<ColumnID>

  /// What may be wrong with rows.
  package enum Aspect: Hashable, Sendable {
    case missing(ColumnID)
    /// Values that are none of the declared ones.
    case notAllowed(ColumnID)
    /// Values that are not of the declared type.
    case otherKind(ColumnID)
    case repeatedKeys
    /// Rows that refer to none.
    case orphans(ColumnID)
  }

  /// One query with one row.
  package struct Query: Sendable {
    package let select: Select
    package let parts: [Part]
  }

  /// Which columns of the row say how much is wrong, and give an example.
  package struct Part: Sendable {
    package let aspect: Aspect
    package let count: Int
    package let example: Int?
  }

  /// `columns` are those that the database has as they are declared.
  package init(_ compiler: CellCompiler, _ table: TableID, columns: Set<ColumnID>) {
    self.compiler = compiler
    self.table = table
    self.columns = columns
  }

  private var declared: Table { compiler.specification[table] }
  private var alias: String { declared.name }

  /// A column whose empty texts are missing.
  private func value(_ column: ColumnID) -> SQLExpression {
    let value = SQLExpression.column(of: alias, declared[column].header ?? declared[column].name)
    return declared[column].type == .text || compiler.dialect.isTypedByValue
      ? .call("nullif", [value, .text("")]) : value
  }

  private func relation(_ table: TableID, as alias: String) -> Select.Relation {
    compiler.relation(table, alias) ?? .table([alias], as: alias)
  }

  // MARK: Values

  /// What can be seen in each row alone, in one reading of the table; `nil` where nothing can be wrong.
  package func values() -> Query? {
    var select = Select(from: relation(table, as: alias))
    var parts: [Part] = []
    func add(_ aspect: Aspect, _ isWrong: SQLExpression, example: SQLExpression?) {
      let name = "wrong_\(parts.count + 1)"
      select.columns.append(
        Select.Column(.aggregate(.count, nil, filter: isWrong), as: name))
      if let example {
        select.columns.append(
          Select.Column(.aggregate(.min, example, filter: isWrong), as: name + "_example"))
      }
      let last = select.columns.count - 1
      parts.append(
        Part(
          aspect: aspect, count: example == nil ? last : last - 1,
          example: example == nil ? nil : last))
    }
    for column in columns.sorted() {
      let value = value(column)
      let isThere = SQLExpression.not(.isNull(value))
      if !declared[column].isOptional { add(.missing(column), .isNull(value), example: nil) }
      if let allowed = allowed(column) {
        // Not every engine has a least of true and false.
        let example = declared[column].type == .boolean ? nil : value
        add(.notAllowed(column), .all([isThere, .not(.isIn(value, allowed))]), example: example)
      }
      if let isRight = isOfKind(column) {
        add(.otherKind(column), .all([isThere, .not(isRight)]), example: value)
      }
    }
    return parts.isEmpty ? nil : Query(select: select, parts: parts)
  }

  /// The declared values as the column holds them.
  private func allowed(_ column: ColumnID) -> [SQLExpression]? {
    guard let allowed = declared[column].allowed else { return nil }
    var factor = Rational.one
    if case .number(_, let own) = declared[column].type { factor = own }
    let literals = allowed.compactMap { scalar -> SQLExpression? in
      switch scalar {
      case .text(let text): .text(text)
      case .boolean(let value): .boolean(value)
      case .date(let day): .date(day)
      case .number(let number): number.divided(by: factor).flatMap { SQLExpression($0) }
      case .timestamp: nil
      }
    }
    return literals.count == allowed.count ? literals : nil
  }

  /// Whether a value is of the declared type, where each has a type of its own.
  private func isOfKind(_ column: ColumnID) -> SQLExpression? {
    guard compiler.dialect.isTypedByValue else { return nil }
    let value = value(column)
    return switch declared[column].type {
    // Whatever is there can be read as text.
    case .text: nil
    case .boolean:
      .any([
        .isOf(.boolean, value),
        .isIn(.call("lower", [value]), TableInspection.truths.map { .text($0) }),
      ])
    case .date, .timestamp: .isOf(declared[column].type.valueKind, value)
    case .integer, .number: .isOf(.numeral, value)
    }
  }

  private static let truths = ["true", "false", "yes", "no", "t", "f", "y", "n", "1", "0"]

  // MARK: Keys

  /// How many keys stand in several rows; `nil` where none is declared.
  package func keys() -> Query? {
    let key = declared.key
    guard !key.isEmpty, columns.isSuperset(of: key) else { return nil }
    var rows = Select(from: relation(table, as: alias))
    rows.columns = key.enumerated().map { Select.Column(value($1), as: "key_\($0 + 1)") }
    rows.columns.append(Select.Column(.aggregate(.count, nil, filter: nil), as: "row_count"))
    rows.filter = SQLExpression.conjunction(key.map { .not(.isNull(value($0))) })
    rows.groups = .by(key.map(value))
    var select = Select(from: .derived(rows, as: "rows_of_key"))
    select.filter = .comparison(.greater, .name("row_count"), .integer(1))
    select.columns = [Select.Column(.aggregate(.count, nil, filter: nil), as: "repeated")]
    // The least value of each column together need not be one key.
    if key.count == 1 {
      select.columns.append(
        Select.Column(.aggregate(.min, .name("key_1"), filter: nil), as: "example"))
    }
    return Query(
      select: select,
      parts: [Part(aspect: .repeatedKeys, count: 0, example: key.count == 1 ? 1 : nil)])
  }

  // MARK: References

  /// How many rows refer to none of the table that a column leads to.
  package func orphans(_ column: ColumnID) -> Query? {
    guard columns.contains(column), let target = declared[column].reference?.table,
      let key = compiler.specification[target].key.first
    else { return nil }
    let owner = compiler.specification[target]
    let other =
      owner.name.lowercased() == alias.lowercased() ? owner.name + "_referred" : owner.name
    let found = SQLExpression.column(of: other, owner[key].header ?? owner[key].name)
    var select = Select(from: relation(table, as: alias))
    select.joins = [
      Select.Join(
        relation(target, as: other), on: .comparison(.equal, value(column), found))
    ]
    select.filter = .all([.not(.isNull(value(column))), .isNull(found)])
    select.columns = [
      Select.Column(.aggregate(.count, nil, filter: nil), as: "orphans"),
      Select.Column(.aggregate(.min, value(column), filter: nil), as: "example"),
    ]
    return Query(select: select, parts: [Part(aspect: .orphans(column), count: 0, example: 1)])
  }
}
