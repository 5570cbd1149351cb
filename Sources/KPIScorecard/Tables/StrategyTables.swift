package import KPIModel

/// The tables of a strategy report.
package struct StrategyTables {
  let board: StrategyBoard
  let specification: Specification

  package init(_ board: StrategyBoard, of specification: Specification) {
    self.board = board
    self.specification = specification
  }

  func period(_ period: Period?) -> ResultTable.Value {
    guard let period else { return .empty }
    return .period(
      specification.company.calendar.text(of: period), isPartial: period.lastDay > board.asOf)
  }

  func owner(_ id: OwnerID?) -> ResultTable.Value {
    guard let owner = id.map({ specification.owners[$0.index] }) else { return .empty }
    return .label(owner.label ?? owner.name, name: owner.name)
  }

  /// Names one after the other: labels for people, declared names for machines.
  func names(_ names: [(label: String?, name: String)]) -> ResultTable.Value {
    guard !names.isEmpty else { return .empty }
    return .label(
      names.map { $0.label ?? $0.name }.joined(separator: ", "),
      name: names.map(\.name).joined(separator: " "))
  }

  func metricNames(_ metrics: [MetricID]) -> [(label: String?, name: String)] {
    metrics.map { (specification[$0].label, specification[$0].name) }
  }
}

extension ResultTable.Value {
  static func text(orEmpty text: String?) -> Self { text.map(Self.text) ?? .empty }
  static func ratio(orEmpty number: Number?) -> Self { number.map(Self.ratio) ?? .empty }
  static func grade(orEmpty number: Number?) -> Self { number.map(Self.grade) ?? .empty }
  static func status(orEmpty status: Status?) -> Self { status.map(Self.status) ?? .empty }
}
