import KPIModel
import KPIPlan

/// Sorting and cutting a result.
extension ResultTable {
  /// A column was named that the result does not have.
  package struct UnknownColumn: Error, Hashable, Sendable {
    package let column: String
  }

  /// The rows sorted by columns, the first named weighing most; a name after `-` sorts from the largest. Rows without
  /// a value come last either way, and equal rows keep their order.
  package func ordered(by names: [String], limit: Int?) -> Result<ResultTable, UnknownColumn> {
    var keys: [(column: Int, isDescending: Bool)] = []
    for name in names {
      let isDescending = name.hasPrefix("-")
      let plain = isDescending ? String(name.dropFirst()) : name
      guard let column = columns.firstIndex(where: { $0.name == plain }) else {
        return .failure(UnknownColumn(column: plain))
      }
      keys.append((column, isDescending))
    }
    var sorted = Array(rows.enumerated())
    if !keys.isEmpty {
      sorted.sort { left, right in
        for key in keys {
          let (first, second) = (left.element.cells[key.column], right.element.cells[key.column])
          if let isBefore = first.isBefore(second, descending: key.isDescending) {
            return isBefore
          }
        }
        return left.offset < right.offset
      }
    }
    let kept = sorted.prefix(limit ?? sorted.count).map(\.element)
    return .success(ResultTable(columns: columns, rows: kept))
  }
}

extension ResultTable.Value {
  /// Whether this value sorts before another; `nil` when they sort alike.
  fileprivate func isBefore(_ other: Self, descending: Bool) -> Bool? {
    func order<Key: Comparable>(_ left: Key?, _ right: Key?) -> Bool? {
      guard let left, let right else {
        return left == nil && right == nil ? nil : left != nil
      }
      if left == right { return nil }
      return descending ? right < left : left < right
    }
    switch (self, other) {
    case (.number(let left, _), .number(let right, _)): return order(left.number, right.number)
    case (.group(let left), .group(let right)): return order(left, right)
    case (.period(let left, _), .period(let right, _)): return order(left, right)
    case (.text(let left), .text(let right)): return order(left, right)
    default: return nil
    }
  }
}
