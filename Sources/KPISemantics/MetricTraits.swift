import KPIModel

/// What the checker needs to know about a metric expression as a whole.
struct MetricTraits {
  /// The tables whose rows it aggregates.
  private(set) var tables: Set<TableID> = []
  /// The tables of measures that have a time axis.
  private(set) var timedTables: Set<TableID> = []
  /// Whether a trailing or to-date window is in it.
  private(set) var hasExtent = false
  private(set) var hasStock = false
  /// The tables whose rows are read at a moment.
  private(set) var stockTables: Set<TableID> = []
  /// The nodes, with the metrics written out.
  private(set) var size = 0
  /// The depth, with the metrics written out.
  private(set) var depth = 0
  /// A construct that this version does not evaluate.
  private(set) var unsupported: String?

  init(
    _ expression: MetricExpression, of metrics: [ResolvedMetric?], in specification: Specification
  ) {
    add(expression, metrics, specification)
  }

  private mutating func add(
    _ expression: MetricExpression, _ metrics: [ResolvedMetric?], _ specification: Specification
  ) {
    switch expression {
    case .constant: break
    case .metric(let metric):
      if let resolved = metrics[metric.index] { merge(resolved.traits) }
    case .aggregate(let aggregate):
      tables.insert(aggregate.table)
      if aggregate.axis != nil || specification[aggregate.table].nature != .plain {
        timedTables.insert(aggregate.table)
      }
    case .dated(let inner, let path):
      merge(MetricTraits(inner, of: metrics, in: specification))
      if tables.contains(path.table) { timedTables.insert(path.table) }
    case .trailing(let inner, _), .toDate(let inner, _):
      merge(MetricTraits(inner, of: metrics, in: specification))
      hasExtent = true
    case .stock(_, let inner):
      merge(MetricTraits(inner, of: metrics, in: specification))
      hasStock = true
      stockTables.formUnion(timedTables)
    case .unsupported(let feature, let tables):
      self.tables.formUnion(tables)
      timedTables.formUnion(tables)
      unsupported = unsupported ?? feature
    default:
      for child in expression.children {
        merge(MetricTraits(child, of: metrics, in: specification))
      }
    }
    size = min(size * MetricTraits.copies(of: expression), MetricTraits.largestSize) + 1
    depth += 1
  }

  /// How often what is inside stands in the arithmetic that the expression stands for.
  private static func copies(of expression: MetricExpression) -> Int {
    switch expression {
    case .change, .growth, .stock(.standing, _): 2
    default: 1
    }
  }

  private static let largestSize = 1_000_000

  private mutating func merge(_ other: MetricTraits) {
    tables.formUnion(other.tables)
    timedTables.formUnion(other.timedTables)
    hasExtent = hasExtent || other.hasExtent
    hasStock = hasStock || other.hasStock
    stockTables.formUnion(other.stockTables)
    size = min(size + other.size, MetricTraits.largestSize)
    depth = max(depth, other.depth)
    unsupported = unsupported ?? other.unsupported
  }
}
