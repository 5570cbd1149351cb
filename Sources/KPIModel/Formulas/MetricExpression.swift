/// A resolved and checked metric formula, shaped as it was written.
package indirect enum MetricExpression: Hashable, Sendable {
  case constant(Number)
  case metric(MetricID)
  case aggregate(Aggregate)
  /// One aggregate over the values that a formula has for each entity.
  case entities(EntityAggregate)
  /// The length of the period.
  case days(DayKind)
  case negated(MetricExpression)
  case arithmetic(ArithmeticOperator, MetricExpression, MetricExpression)
  case comparison(ComparisonOperator, MetricExpression, MetricExpression)
  case all([MetricExpression])
  case any([MetricExpression])
  case not(MetricExpression)
  case isMissing(MetricExpression)
  case choice([Branch], otherwise: MetricExpression?)
  case function(MetricFunction, [MetricExpression])
  /// `m where …`: each measure inside takes only the rows that satisfy the filter.
  case filtered(MetricExpression, AttributeExpression)
  /// `m on …`: the measures of the path's table are dated by that column.
  case dated(MetricExpression, on: ColumnPath)
  case previous(MetricExpression, CalendarSpan)
  case change(MetricExpression, CalendarSpan)
  case growth(MetricExpression, CalendarSpan)
  case trailing(MetricExpression, CalendarSpan)
  case toDate(MetricExpression, Grain)
  /// `before(m)`: over all that lies before the period.
  case before(MetricExpression)
  /// `cumulative(m)`: over all up to the end of the period.
  case cumulative(MetricExpression)
  /// `total(m, over: …)`: the value as if those breakdowns had not been asked; all of them when none is named.
  case total(MetricExpression, over: [Attribute])
  case stock(StockMoment, MetricExpression)
  /// `mature(m, …)`: missing for periods that ended less than the span before the as-of day.
  case mature(MetricExpression, CalendarSpan)

  package struct Branch: Hashable, Sendable {
    package let condition: MetricExpression
    package let value: MetricExpression

    package init(condition: MetricExpression, value: MetricExpression) {
      self.condition = condition
      self.value = value
    }
  }
}

extension MetricExpression {
  /// The expressions directly inside, in the order of the formula.
  package var children: [MetricExpression] {
    var children: [MetricExpression] = []
    forEachChild { children.append($0) }
    return children
  }

  /// Calls `visit` for each of the parts directly inside, in the order written.
  package func forEachChild(_ visit: (MetricExpression) -> Void) {
    switch self {
    case .constant, .metric, .aggregate, .days: break
    case .entities(let aggregate): aggregate.formulas.forEach(visit)
    case .negated(let value), .not(let value), .isMissing(let value), .filtered(let value, _),
      .dated(let value, _), .previous(let value, _), .change(let value, _), .growth(let value, _),
      .trailing(let value, _), .toDate(let value, _), .before(let value), .cumulative(let value),
      .total(let value, _), .stock(_, let value), .mature(let value, _):
      visit(value)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right):
      visit(left)
      visit(right)
    case .all(let parts), .any(let parts), .function(_, let parts): parts.forEach(visit)
    case .choice(let branches, let otherwise):
      for branch in branches {
        visit(branch.condition)
        visit(branch.value)
      }
      otherwise.map(visit)
    }
  }
}

extension MetricExpression {
  /// The metrics that the formula mentions, in the order written.
  package var metrics: [MetricID] {
    var found: [MetricID] = []
    collectMetrics(into: &found)
    guard found.count > 1 else { return found }
    var seen: Set<MetricID> = []
    return found.filter { seen.insert($0).inserted }
  }

  private func collectMetrics(into metrics: inout [MetricID]) {
    if case .metric(let metric) = self { return metrics.append(metric) }
    forEachChild { $0.collectMetrics(into: &metrics) }
  }
}

/// When a stock is read: at the start or the end of the period, or the mean of both.
package enum StockMoment: String, Hashable, Sendable, CaseIterable {
  case opening, closing, standing
}

/// One aggregate as written: `sum(orders.amount where status = "paid" on paid_at)`.
package struct Aggregate: Hashable, Sendable {
  package let function: Function
  package let table: TableID
  /// What is aggregated; `nil` where rows are counted.
  package let argument: TableExpression?
  package let filter: TableExpression?
  /// The column that dates the rows, where it is not the table's own time axis.
  package let axis: ColumnPath?

  package enum Function: Hashable, Sendable {
    case sum, count, countDistinct, average, minimum, maximum, standardDeviation
    /// Between 0 and 100, by linear interpolation between the closest ranks.
    case percentile(Rational)
    /// The part of the rows, or of the argument's sum, that satisfies the condition.
    case share(TableExpression)
  }

  package init(
    function: Function, table: TableID, argument: TableExpression?, filter: TableExpression?,
    axis: ColumnPath?
  ) {
    self.function = function
    self.table = table
    self.argument = argument
    self.filter = filter
    self.axis = axis
  }
}
