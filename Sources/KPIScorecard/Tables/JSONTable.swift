import KPIModel
import KPIPlan
package import KPIText

/// A table as a JSON document: rows are objects by name, numbers are exact numerals, and a missing number is
/// `null` with its reason under `states`.
package enum JSONTable {
  /// Raised in its second part when something is added, in its first when something is taken away.
  package static let formatVersion = "1.0"

  package static func json(of table: ResultTable) -> JSON {
    .object([JSON.Member("format_version", .string(formatVersion))] + members(of: table))
  }

  /// The table as part of a larger document.
  package static func members(of table: ResultTable) -> [JSON.Member] {
    let rows = table.rows.map { row in
      JSON.object(
        zip(table.columns, row.cells).filter { $0.0.isForMachines }.map { column, cell in
          JSON.Member(column.name, json(of: cell, in: column))
        })
    }
    return [
      JSON.Member("columns", .array(table.columns.filter(\.isForMachines).map(json))),
      JSON.Member("rows", .array(rows)),
      JSON.Member("states", .array(states(of: table))),
    ]
  }

  private static func json(of column: ResultTable.Column) -> JSON {
    var members = [JSON.Member("name", .string(column.name))]
    if case .numbers(let quantity) = column.content {
      members.append(.init("unit", .optional(quantity.writtenUnit)))
      members.append(.init("percent", .boolean(quantity.style == .percent)))
    }
    return .object(members)
  }

  private static func json(
    of value: ResultTable.Value, in column: ResultTable.Column
  ) -> JSON {
    switch value {
    case .empty: return .null
    case .number, .reading, .ratio, .grade:
      let text = value.machineText(in: column)
      return text.isEmpty ? .null : .numeral(text)
    case .group(let scalar): return json(of: scalar)
    case .goal(let goal, let quantity): return json(of: goal, quantity)
    case .text, .label, .period, .status, .trend:
      return .string(value.machineText(in: column))
    }
  }

  private static func json(of scalar: Scalar?) -> JSON {
    switch scalar {
    case nil: .null
    case .boolean(let value): .boolean(value)
    case .number(let number): .numeral(Number.exact(number).text)
    case .some(let other): .string(other.text)
    }
  }

  /// `{"at_least": 0.15}`, `{"between": [2, 3]}`.
  private static func json(of goal: Goal<Number>, _ quantity: Quantity) -> JSON {
    func numeral(_ number: Number) -> JSON { .numeral(ValueText.machine(number, quantity)) }
    switch goal {
    case .atLeast(let value): return ["at_least": numeral(value)]
    case .atMost(let value): return ["at_most": numeral(value)]
    case .between(let low, let high): return ["between": [numeral(low), numeral(high)]]
    }
  }

  /// What the values alone do not say: why one is missing or to be read with care, and which periods are still
  /// running.
  private static func states(of table: ResultTable) -> [JSON] {
    var states: [JSON] = []
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in zip(table.columns, row.cells) {
        var state = cell.missing?.rawValue ?? cell.caveat?.rawValue
        if case .period(_, isPartial: true) = cell { state = Status.partial.name }
        guard let state else { continue }
        states.append(
          ["row": .integer(index), "name": .string(column.name), "state": .string(state)])
      }
    }
    return states
  }
}
