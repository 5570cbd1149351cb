import KPIModel

/// Writes queries in a dialect, one clause a line.
package struct SQLWriter {
  private let dialect: Dialect

  package init(_ dialect: Dialect) { self.dialect = dialect }

  package func text(of select: Select) -> String { lines(select).joined(separator: "\n") }

  // MARK: Queries

  private func lines(_ select: Select) -> [String] {
    var lines = [select.columns.isEmpty ? "SELECT *" : "SELECT"]
    for (index, column) in select.columns.enumerated() {
      let comma = index == select.columns.count - 1 ? "" : ","
      let comment = column.comment.map { " -- " + SQLWriter.oneLine($0) } ?? ""
      lines.append(
        "  \(write(column.expression)) AS \(name(column.name))\(comma)\(comment)")
    }
    lines += relation(select.from, after: "FROM ")
    for join in select.joins {
      let keyword = join.condition == nil ? "CROSS JOIN " : "LEFT JOIN "
      var joined = relation(join.relation, after: keyword)
      if let condition = join.condition, let last = joined.popLast() {
        joined.append(last + " ON " + write(condition))
      }
      lines += joined
    }
    if let filter = select.filter {
      let conditions = if case .all(let parts) = filter { parts } else { [filter] }
      for (index, condition) in conditions.enumerated() {
        lines.append((index == 0 ? "WHERE " : "  AND ") + write(condition, inside: .all))
      }
    }
    switch select.groups {
    case .none: break
    case .by(let keys):
      if !keys.isEmpty {
        lines.append("GROUP BY " + keys.map { write($0) }.joined(separator: ", "))
      }
    case .sets(let sets):
      lines.append("GROUP BY GROUPING SETS (")
      for (index, set) in sets.enumerated() {
        let comma = index == sets.count - 1 ? "" : ","
        lines.append("  (" + set.map { write($0) }.joined(separator: ", ") + ")" + comma)
      }
      lines.append(")")
    }
    if let limit = select.limit { lines.append("LIMIT \(limit)") }
    return lines
  }

  private func relation(_ relation: Select.Relation, after keyword: String) -> [String] {
    switch relation {
    case .table(let parts, let alias):
      return [keyword + parts.map(name).joined(separator: ".") + " AS " + name(alias)]
    case .file(let path, let alias):
      return [keyword + (dialect.files?.relation(path) ?? name(path)) + " AS " + name(alias)]
    case .numbers(let numbers, let column, let alias):
      return [keyword + dialect.numbers(numbers, name(column)) + " AS " + name(alias)]
    case .derived(let select, let alias):
      return [keyword + "("] + lines(select).map { "  " + $0 } + [") AS " + name(alias)]
    }
  }

  /// A comment ends with its line, so nothing in it can become part of the query.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control
            || $0.properties.generalCategory == .lineSeparator
            || $0.properties.generalCategory == .paragraphSeparator ? " " : $0
        }))
  }

  // MARK: Names and values

  func name(_ name: String) -> String {
    Dialect.quoted(name, dialect.quote, escaping: dialect.escapesNames)
  }

  func text(_ value: String) -> String {
    Dialect.quoted(value, "'", escaping: !dialect.isBackslashPlain)
  }

  // MARK: Expressions

  /// How tightly the outermost operator of a text binds.
  private enum Binding: Int, Comparable {
    case any, all, not, comparison, sum, product, atom
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private func write(_ expression: SQLExpression, inside binding: Binding = .any) -> String {
    let written = written(expression)
    return written.binding < binding ? "(" + written.text + ")" : written.text
  }

  private func written(_ expression: SQLExpression) -> (text: String, binding: Binding) {
    switch expression {
    case .column(let relation, let column): return (name(relation) + "." + name(column), .atom)
    case .name(let name): return (self.name(name), .atom)
    case .text(let value): return (text(value), .atom)
    case .integer(let number): return ("\(number)", number < 0 ? .sum : .atom)
    case .decimal(let mantissa, let scale):
      return (DecimalText.plain(mantissa, scale: scale), mantissa < 0 ? .sum : .atom)
    case .boolean(let value): return (dialect.booleanLiteral(value), .atom)
    case .date(let day): return (dialect.dateLiteral(day.text), .atom)
    case .timestamp(let microseconds):
      let text = Scalar.timestamp(microseconds).text.map { $0 == "T" ? " " : $0 }
      return (dialect.timestampLiteral(String(text)), .atom)
    case .null: return ("NULL", .atom)
    case .negated(let value): return ("-" + write(value, inside: .atom), .sum)
    case .arithmetic(let operation, let left, let right):
      let isSum = operation == .add || operation == .subtract
      let own: Binding = isSum ? .sum : .product
      let next: Binding = isSum ? .product : .atom
      return (
        write(left, inside: own) + " \(operation.rawValue) " + write(right, inside: next), own
      )
    case .remainder(let number, let divisor):
      guard dialect.hasRemainderSign else { return ("MOD(\(write(number)), \(divisor))", .atom) }
      return (write(number, inside: .product) + " % \(divisor)", .product)
    case .comparison(let operation, let left, let right):
      let sign = operation == .notEqual ? "<>" : operation.rawValue
      return (write(left, inside: .sum) + " \(sign) " + write(right, inside: .sum), .comparison)
    case .all(let parts):
      return (parts.map { write($0, inside: .not) }.joined(separator: " AND "), .all)
    case .any(let parts):
      return (parts.map { write($0, inside: .all) }.joined(separator: " OR "), .any)
    case .not(.isNull(let part)): return (write(part, inside: .sum) + " IS NOT NULL", .comparison)
    case .not(let part): return ("NOT " + write(part, inside: .comparison), .not)
    case .isNull(let part): return (write(part, inside: .sum) + " IS NULL", .comparison)
    case .isIn(let part, let values):
      let list = values.map { write($0) }.joined(separator: ", ")
      return (write(part, inside: .sum) + " IN (" + list + ")", .comparison)
    case .choice(let branches, let otherwise):
      let whens = branches.map { " WHEN \(write($0.condition)) THEN \(write($0.value))" }.joined()
      let last = otherwise.map { " ELSE " + write($0) } ?? ""
      return ("CASE" + whens + last + " END", .atom)
    case .call(let function, let arguments):
      return (function + "(" + arguments.map { write($0) }.joined(separator: ", ") + ")", .atom)
    case .isOf(let kind, let operand):
      return (dialect.isOfKind?(kind, write(operand, inside: .atom)) ?? "TRUE", .all)
    case .special(let special, let operand):
      return (dialect.special(written(special), write(operand, inside: .atom)), .atom)
    case .aggregate(let function, let argument, let filter):
      return (aggregate(function, argument, filter), .atom)
    case .grouping(let keys): return (grouping(keys.map { write($0) }), .sum)
    }
  }

  private func written(_ special: SQLExpression.Special) -> Dialect.Special {
    switch special {
    case .day: .day
    case .month: .month
    case .length: .length
    case .binary: .binary
    case .wide: .wide
    case .adding(let days): .adding(days: days)
    case .days(let earlier): .days(since: write(earlier, inside: .atom))
    case .part(let part): .part(part)
    case .local(let zone): .local(zone: text(zone))
    case .contains(let part): .contains(write(part))
    case .concatenated(let other): .concatenated(write(other, inside: .atom))
    }
  }

  private func grouping(_ keys: [String]) -> String {
    if dialect.hasGroupingOfSeveral { return "GROUPING(" + keys.joined(separator: ", ") + ")" }
    return keys.enumerated().map { place, key in
      "GROUPING(\(key)) * \(1 << (keys.count - 1 - place))"
    }.joined(separator: " + ")
  }

  private func aggregate(
    _ function: SQLExpression.Aggregate, _ argument: SQLExpression?, _ filter: SQLExpression?
  ) -> String {
    let name = function == .countDistinct ? "COUNT" : function.rawValue.uppercased()
    let distinct = function == .countDistinct ? "DISTINCT " : ""
    guard let filter else {
      return name + "(" + distinct + (argument.map { write($0) } ?? "*") + ")"
    }
    if dialect.hasFilterClause {
      return name + "(" + distinct + (argument.map { write($0) } ?? "*") + ") FILTER (WHERE "
        + write(filter) + ")"
    }
    let chosen = SQLExpression.choice(
      [.init(filter, argument ?? .integer(1))], otherwise: nil)
    return name + "(" + distinct + write(chosen) + ")"
  }
}
