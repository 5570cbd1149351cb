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

  init(
    _ expression: MetricExpression, of metrics: [ResolvedMetric?], in specification: Specification
  ) {
    (size, depth) = add(expression, metrics, specification)
  }

  /// Adds what an expression holds, and gives its size and depth.
  private mutating func add(
    _ expression: MetricExpression, _ metrics: [ResolvedMetric?], _ specification: Specification
  ) -> (size: Int, depth: Int) {
    var (size, depth) = (0, 0)
    switch expression {
    case .constant, .days: break
    case .metric(let metric):
      if let traits = metrics[metric.index]?.traits {
        merge(traits)
        (size, depth) = (traits.size, traits.depth)
      }
    case .aggregate(let aggregate):
      tables.insert(aggregate.table)
      if aggregate.axis != nil || specification[aggregate.table].nature != .plain {
        timedTables.insert(aggregate.table)
      }
    case .dated, .stock, .entities:
      (size, depth) = addApart(expression, metrics, specification)
    case .previous(let inner, let span) where span.periods != 0:
      // By so many of the question's periods: a longer window would overlap with itself.
      hasExtent = true
      (size, depth) = add(inner, metrics, specification)
    case .arithmetic(_, let left, let right):
      let first = add(left, metrics, specification)
      let second = add(right, metrics, specification)
      (size, depth) = (first.size + second.size, max(first.depth, second.depth))
    default:
      if case .trailing = expression { hasExtent = true }
      switch expression {
      case .toDate, .before, .cumulative: hasExtent = true
      default: break
      }
      for child in expression.children {
        let inner = add(child, metrics, specification)
        (size, depth) = (size + inner.size, max(depth, inner.depth))
      }
    }
    size = min(size, MetricTraits.largestSize) * MetricTraits.copies(of: expression) + 1
    return (size, depth + 1)
  }

  /// Adds an expression that says something about the traits of what is inside.
  private mutating func addApart(
    _ expression: MetricExpression, _ metrics: [ResolvedMetric?], _ specification: Specification
  ) -> (size: Int, depth: Int) {
    var inner = expression.children.map { MetricTraits($0, of: metrics, in: specification) }
    switch expression {
    case .dated(_, let path):
      if inner.contains(where: { $0.tables.contains(path.table) }) {
        timedTables.insert(path.table)
      }
    case .stock:
      hasStock = true
      stockTables.formUnion(inner.flatMap(\.timedTables))
    case .entities(let aggregate) where aggregate.entity.grain != nil:
      // Windows inside are seen from each period of the entity, and those outside choose these periods.
      for index in inner.indices { inner[index].hasExtent = false }
    default: break
    }
    for traits in inner { merge(traits) }
    return (inner.reduce(0) { $0 + $1.size }, inner.map(\.depth).max() ?? 0)
  }

  /// How often what is inside stands in the arithmetic that the expression stands for.
  private static func copies(of expression: MetricExpression) -> Int {
    switch expression {
    case .change, .growth, .stock(.standing, _), .entities: 2
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
  }
}
