import KPIModel

/// Aggregates over the rows of a table, computed in two steps.
///
/// An engine works out the month of every row, and tries the filter of every aggregate on it. So rows are first put
/// together that are of one day and pass the same filters, told apart by a number with a bit for each; what this leaves are
/// few rows, of which the month is taken and which are filtered. The table is read once, and the result is the same.
extension Select {
  /// As many bits as a whole number of 64 bits has for sure.
  private static let mostFilters = 60

  /// The same query in two steps; `nil` where that saves nothing, or an aggregate cannot be put together. `bad` is the
  /// column of a filter that hardly any row passes, which gets no bit.
  func inTwoSteps(bad: Int?) -> Select? {
    guard case .by(let keys) = groups else { return nil }
    var filters: [SQLExpression] = []
    for (place, column) in columns.enumerated() {
      guard case .aggregate(let function, _, let filter) = column.expression else {
        guard keys.contains(column.expression) else { return nil }
        continue
      }
      guard function != .countDistinct else { return nil }
      if let filter, place != bad, !filters.contains(filter) { filters.append(filter) }
    }
    let keysOfParts = keys.map(\.dayOfMonth)
    guard !filters.isEmpty || keysOfParts != keys, filters.count <= Select.mostFilters else {
      return nil
    }

    var inner = self
    inner.columns = keysOfParts.enumerated().map { Column($1, as: "key_\($0 + 1)") }
    if !filters.isEmpty { inner.columns.append(Column(Select.bits(of: filters), as: "passed")) }
    inner.groups = .by(inner.columns.map(\.expression))
    let first = inner.columns.count
    let outerKeys = keys.enumerated().map { place, key -> SQLExpression in
      let name = SQLExpression.name("key_\(place + 1)")
      return key == keysOfParts[place] ? name : .special(.month, name)
    }
    /// The name of a part, which is computed once however many filters it is put together for.
    func part(_ expression: SQLExpression) -> SQLExpression {
      if let known = inner.columns.first(where: { $0.expression == expression }) {
        return .name(known.name)
      }
      let name = "part_\(inner.columns.count - first + 1)"
      inner.columns.append(Column(expression, as: name))
      return .name(name)
    }
    var outerColumns: [Column] = []
    for (place, column) in columns.enumerated() {
      let expression: SQLExpression
      switch column.expression {
      case .aggregate(let function, _, _) where place == bad:
        expression = .aggregate(function.ofParts, part(column.expression), filter: nil)
      case .aggregate(let function, let argument, let filter):
        expression = .aggregate(
          function.ofParts, part(.aggregate(function, argument, filter: nil)),
          filter: filter.flatMap(filters.firstIndex).map { Select.bit($0, of: .name("passed")) })
      case let key:
        expression = outerKeys[keys.firstIndex(of: key) ?? 0]
      }
      outerColumns.append(Column(expression, as: column.name, comment: column.comment))
    }
    var outer = Select(from: .derived(inner, as: "rows_alike"))
    outer.columns = outerColumns
    outer.groups = .by(outerKeys)
    return outer
  }

  /// A number with a bit for each filter that a row passes.
  private static func bits(of filters: [SQLExpression]) -> SQLExpression {
    let bits = filters.enumerated().map { place, filter in
      SQLExpression.choice(
        [.init(filter, .integer(Int128(1) << Int128(place)))], otherwise: .integer(0))
    }
    return bits.dropFirst().reduce(bits[0]) { .arithmetic(.add, $0, $1) }
  }

  private static func bit(_ place: Int, of bits: SQLExpression) -> SQLExpression {
    let weight = Int128(1) << Int128(place)
    return .comparison(.greaterOrEqual, .remainder(bits, weight * 2), .integer(weight))
  }
}

extension SQLExpression {
  /// The day whose month this is; the expression itself where it is none.
  fileprivate var dayOfMonth: SQLExpression {
    if case .special(.month, let day) = self { day } else { self }
  }
}

extension SQLExpression.Aggregate {
  /// How the results of parts are put together.
  fileprivate var ofParts: Self {
    switch self {
    case .count, .sum, .countDistinct: .sum
    case .min: .min
    case .max: .max
    }
  }
}
