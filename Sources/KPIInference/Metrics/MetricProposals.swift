import KPIModel

/// A first set of metrics for a table: what its columns allow, and little that would have to be thrown away.
struct MetricProposals {
  let table: ProposedTable
  let naming: MetricNaming
  private var names: UniqueNames
  private(set) var metrics: [ProposedMetric] = []

  init(_ table: ProposedTable, names: UniqueNames) {
    self.table = table
    naming = MetricNaming(table)
    self.names = names
  }

  /// The metrics, and the names that are taken then.
  static func of(_ table: ProposedTable, _ names: inout UniqueNames) -> [ProposedMetric] {
    var proposals = MetricProposals(table, names: names)
    switch table.rows {
    case .events, .dated, .plain: proposals.proposeForEvents()
    case .snapshots: proposals.proposeForSnapshots()
    case .spans(let start, let end): proposals.proposeForSpans(from: start, to: end)
    }
    names = proposals.names
    return proposals.metrics
  }

  // MARK: What a table offers

  var quotedTable: String { Specification.quoted(table.name) }

  func path(_ column: ProposedColumn) -> String {
    quotedTable + "." + Specification.quoted(column.name)
  }

  func columns(_ kinds: NumberKind...) -> [ProposedColumn] {
    table.columns.filter { column in column.numberKind.map(kinds.contains) ?? false }
  }

  mutating func add(
    _ meaning: ProposedMetric.Meaning, _ names: [String], _ formula: String, unit: String? = nil,
    about column: String = "", called subject: String? = nil
  ) {
    let own = names.first ?? table.name
    let name = self.names.take(own, "\(own)_of_\(table.name)")
    metrics.append(
      ProposedMetric(
        name: name, meaning: meaning, formula: formula, unit: unit, table: table.name,
        column: column, subject: subject ?? column))
  }

  func name(of meaning: ProposedMetric.Meaning) -> String? {
    metrics.first { $0.meaning == meaning }.map { Specification.quoted($0.name) }
  }
}

/// How the values of a column of numbers may be put together.
enum NumberKind {
  /// They add up.
  case money, quantity
  /// Of one piece, so only worth something times a quantity.
  case unitPrice
  /// They have a mean and no sum.
  case measurement
  /// Lengths of time, of which the usual one is told.
  case duration
}

extension ProposedColumn {
  /// `nil` for what is no number, or a number in name only.
  var numberKind: NumberKind? {
    let words = words
    switch type {
    case .duration: return .duration
    case .money: return words.mention(.unitPrice) ? .unitPrice : .money
    case .integer, .number:
      if reference != nil || isKey || words.mention(.label) { return nil }
      if words.mention(.measurement) { return .measurement }
      if words.mention(.unitPrice) { return .unitPrice }
      return words.mention(.money) ? .money : .quantity
    default: return nil
    }
  }
}
