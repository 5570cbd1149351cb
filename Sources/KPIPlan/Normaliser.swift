package import KPIModel

/// Turns metric formulas into their normal form, arithmetic over measures.
///
/// It walks a formula from the outside in and carries along what the formula says about the measures
/// inside: filters, time axes, windows, stocks and ignored breakdowns. Each aggregate that it meets
/// becomes one measure (or two) with all of that in it.
package struct Normaliser {
  private let text: FormulaText
  private let canonical: CanonicalArithmetic
  private var known: [Key: Formula<Measure>] = [:]

  package init(_ specification: Specification) {
    text = FormulaText(specification)
    canonical = CanonicalArithmetic(text)
  }

  var specification: Specification { text.specification }

  private struct Key: Hashable {
    let metric: MetricID
    let context: Context
  }

  /// What the surroundings of an expression say about the measures in it.
  struct Context: Hashable {
    var filters: [AttributeExpression] = []
    var axes: [TableID: ColumnPath] = [:]
    var window = Window.period
    var stock: TimeAxis.Boundary?
    var ignored = IgnoredBreakdowns<Attribute>.none
    var maturity: Set<CalendarSpan> = []
  }

  /// The normal form of a declared metric.
  package mutating func normalForm(of metric: MetricID) throws(PlanProblem) -> Formula<Measure> {
    try normalise(.metric(metric), in: Context())
  }

  /// The normal form of any formula, with a filter that applies to all of it.
  package mutating func normalForm(
    of expression: MetricExpression, where filter: AttributeExpression? = nil
  ) throws(PlanProblem) -> Formula<Measure> {
    try normalise(expression, in: Context(filters: filter.map { [$0] } ?? []))
  }

  private mutating func normalise(
    _ expression: MetricExpression, in context: Context
  ) throws(PlanProblem) -> Formula<Measure> {
    switch expression {
    case .constant(let number):
      return .constant(number)
    case .metric(let metric):
      let key = Key(metric: metric, context: context)
      if let formula = known[key] { return formula }
      let formula = try normalise(specification[metric].formula, in: context)
      known[key] = formula
      return formula
    case .arithmetic(.add, _, _), .arithmetic(.subtract, _, _):
      return canonical.sum(try terms(of: expression, in: context))
    case .aggregate, .entities, .days:
      return try measures(of: expression, in: context)
    case .negated, .arithmetic, .comparison, .all, .any, .not, .isMissing, .choice, .function:
      return try combine(expression, in: context)
    case .filtered, .dated, .previous, .trailing, .toDate, .before, .cumulative, .total, .change,
      .growth, .stock, .mature:
      return try descend(expression, in: context)
    }
  }

  // MARK: Arithmetic

  private mutating func combine(
    _ expression: MetricExpression, in context: Context
  ) throws(PlanProblem) -> Formula<Measure> {
    switch expression {
    case .negated(let value):
      return canonical.negative(try normalise(value, in: context))
    case .arithmetic(.multiply, let left, let right):
      return canonical.product([
        try normalise(left, in: context), try normalise(right, in: context),
      ])
    case .arithmetic(.divide, let left, let right):
      return canonical.quotient(
        try normalise(left, in: context), try normalise(right, in: context))
    case .comparison(let operation, let left, let right):
      return canonical.comparison(
        operation, try normalise(left, in: context), try normalise(right, in: context))
    case .all(let parts): return canonical.all(try normalise(parts, in: context))
    case .any(let parts): return canonical.any(try normalise(parts, in: context))
    case .not(let value): return .not(try normalise(value, in: context))
    case .isMissing(let value): return .isMissing(try normalise(value, in: context))
    case .function(let function, let arguments):
      return .function(function, try normalise(arguments, in: context))
    case .choice(let branches, let otherwise):
      var normalised: [Formula<Measure>.Branch] = []
      for branch in branches {
        normalised.append(
          Formula.Branch(
            condition: try normalise(branch.condition, in: context),
            value: try normalise(branch.value, in: context)))
      }
      guard let otherwise else { return .choice(normalised, otherwise: nil) }
      return .choice(normalised, otherwise: try normalise(otherwise, in: context))
    default:
      return try normalise(expression, in: context)
    }
  }

  /// The terms of `a + b - c`, taken off from the right, so that a long chain is put in order once.
  private mutating func terms(
    of chain: MetricExpression, in context: Context
  ) throws(PlanProblem) -> [Formula<Measure>] {
    var result: [Formula<Measure>] = []
    var rest = chain
    while case .arithmetic(let operation, let left, let right) = rest,
      operation == .add || operation == .subtract
    {
      let term = try normalise(right, in: context)
      result.append(operation == .add ? term : canonical.negative(term))
      rest = left
    }
    result.append(try normalise(rest, in: context))
    return result.reversed()
  }

  private mutating func normalise(
    _ expressions: [MetricExpression], in context: Context
  ) throws(PlanProblem) -> [Formula<Measure>] {
    var result: [Formula<Measure>] = []
    for expression in expressions { result.append(try normalise(expression, in: context)) }
    return result
  }

  // MARK: Context

  private mutating func descend(
    _ expression: MetricExpression, in context: Context
  ) throws(PlanProblem) -> Formula<Measure> {
    var inner = context
    switch expression {
    case .filtered(let value, let filter):
      inner.filters.append(filter)
      return try normalise(value, in: inner)
    case .dated(let value, let path):
      // What is written further out was said later, about this use of the metric.
      if inner.axes[path.table] == nil { inner.axes[path.table] = path }
      return try normalise(value, in: inner)
    case .previous(let value, let span):
      inner.window = context.window.shifted(by: span)
      return try normalise(value, in: inner)
    case .trailing(let value, let span):
      inner.window = Window(shift: context.window.shift, extent: .trailing(span))
      return try normalise(value, in: inner)
    case .toDate(let value, let grain):
      inner.window = Window(shift: context.window.shift, extent: .toDate(grain))
      return try normalise(value, in: inner)
    case .before(let value):
      inner.window = Window(shift: context.window.shift, extent: .before)
      return try normalise(value, in: inner)
    case .cumulative(let value):
      inner.window = Window(shift: context.window.shift, extent: .cumulative)
      return try normalise(value, in: inner)
    case .total(let value, let over):
      inner.ignored = context.ignored.union(over.isEmpty ? .all : .some(Set(over)))
      return try normalise(value, in: inner)
    case .change(let value, let span):
      let now = try normalise(value, in: context)
      let before = try normalise(.previous(value, span), in: context)
      return canonical.sum([now, canonical.negative(before)])
    case .growth(let value, let span):
      let now = try normalise(value, in: context)
      let before = try normalise(.previous(value, span), in: context)
      return canonical.sum([canonical.quotient(now, before), .constant(Number(-1))])
    case .stock(.standing, let value):
      let opening = try normalise(.stock(.opening, value), in: context)
      let closing = try normalise(.stock(.closing, value), in: context)
      return canonical.quotient(canonical.sum([opening, closing]), .constant(Number(2)))
    case .stock(let moment, let value):
      inner.stock = moment == .opening ? .opening : .closing
      return try normalise(value, in: inner)
    case .mature(let value, let span):
      inner.maturity.insert(span)
      return try normalise(value, in: inner)
    default:
      return try combine(expression, in: context)
    }
  }

  // MARK: Measures

  private mutating func measures(
    of expression: MetricExpression, in context: Context
  ) throws(PlanProblem) -> Formula<Measure> {
    switch expression {
    case .aggregate(let aggregate): return try measures(of: aggregate, in: context)
    case .entities(let aggregate): return try measures(of: aggregate, in: context)
    case .days(let kind): return .leaf(.days(DayMeasure(kind, window: context.window)))
    default: return try normalise(expression, in: context)
    }
  }

  private func measures(
    of aggregate: Aggregate, in context: Context
  ) throws(PlanProblem) -> Formula<Measure> {
    let axis = axis(of: aggregate, in: context)
    var filters = aggregate.filter.map { [$0] } ?? []
    for filter in context.filters {
      filters.append(
        try specification.bind(filter, from: aggregate.table, datedBy: axis.column))
    }
    let time = axis.time(of: aggregate.table)
    let form = FilterForm(text, datedBy: time)
    let product = aggregate.argument.map { RowProduct(dated($0, by: axis), form).unscaled }
    // A constant factor of what is aggregated is one of the aggregate.
    let factor = product?.constant ?? .one
    let argument = product?.rest.expression
    let signed = factor < .zero ? product?.rest.negated.expression : argument
    let ignored = try bind(context.ignored, from: aggregate.table, datedBy: axis.column)
    func measure(
      _ function: RowMeasure.Function, of argument: TableExpression?,
      where extra: TableExpression? = nil
    ) -> Formula<Measure> {
      let filter = form.conjunction(
        (filters + (extra.map { [$0] } ?? [])).map { dated($0, by: axis) })
      let maturity = [argument, filter].compactMap { $0?.maturity }
      return .leaf(
        .rows(
          RowMeasure(
            function: function, table: aggregate.table, argument: argument, filter: filter,
            axis: axis, window: context.window, ignored: ignored,
            maturity: maturity.reduce(context.maturity) { $0.union($1) })))
    }
    func scaled(_ factor: Rational, _ value: Formula<Measure>) -> Formula<Measure> {
      canonical.product([.constant(.exact(factor)), value])
    }
    var expressions = filters + (argument.map { [$0] } ?? [])
    if case .share(let condition) = aggregate.function { expressions.append(condition) }
    for expression in expressions {
      try specification.checkLookups(in: expression, of: aggregate.table, datedBy: time)
    }
    let isPresent = argument.flatMap(presence)
    switch aggregate.function {
    case .sum: return scaled(factor, measure(.sum, of: argument))
    case .count: return measure(.count, of: nil, where: isPresent)
    case .countDistinct: return measure(.countDistinct, of: argument)
    case .minimum: return scaled(factor.magnitude, measure(.minimum, of: signed))
    case .maximum: return scaled(factor.magnitude, measure(.maximum, of: signed))
    case .standardDeviation:
      return scaled(factor.magnitude, measure(.standardDeviation, of: argument))
    case .percentile(let rank):
      return scaled(factor.magnitude, measure(.percentile(rank), of: signed))
    case .average:
      return scaled(
        factor,
        canonical.quotient(
          measure(.sum, of: argument), measure(.count, of: nil, where: isPresent)))
    case .share(let condition):
      let function: RowMeasure.Function = argument == nil ? .count : .sum
      return canonical.quotient(
        measure(function, of: argument, where: condition), measure(function, of: argument))
    }
  }

  private mutating func measures(
    of aggregate: EntityAggregate, in context: Context
  ) throws(PlanProblem) -> Formula<Measure> {
    var inner = context
    // Where periods are the entities, the formula is seen from each of them.
    let hasPeriods = aggregate.entity.grain != nil
    if hasPeriods { inner.window = .period }
    let value = try normalise(aggregate.value, in: inner)
    func measure(
      _ function: EntityFunction, summed: Formula<Measure>? = nil
    ) -> Formula<Measure> {
      .leaf(
        .entities(
          EntityMeasure(
            function, of: value, summed: summed, per: aggregate.entity,
            window: hasPeriods ? context.window : .period)))
    }
    switch aggregate.function {
    case .countSatisfying: return measure(.countSatisfying)
    case .countValues: return measure(.countValues)
    case .share: return canonical.quotient(measure(.countSatisfying), measure(.count))
    case .sum: return measure(.sum)
    case .average: return canonical.quotient(measure(.sum), measure(.countValues))
    case .minimum: return measure(.minimum)
    case .maximum: return measure(.maximum)
    case .standardDeviation: return measure(.standardDeviation)
    case .product: return measure(.product)
    case .percentile(let rank): return measure(.percentile(rank))
    case .top(let count, let other):
      guard let other else { return measure(.top(count)) }
      return measure(.top(count), summed: try normalise(other, in: inner))
    }
  }

  /// The ignored breakdowns by what holds them, so that one column is known by one name.
  private func bind(
    _ ignored: IgnoredBreakdowns<Attribute>, from table: TableID, datedBy axis: ColumnPath?
  ) throws(PlanProblem) -> IgnoredBreakdowns<TableExpression> {
    switch ignored {
    case .none: return .none
    case .all: return .all
    case .some(let attributes):
      var bound: Set<TableExpression> = []
      for attribute in attributes {
        bound.insert(try specification.bound(attribute, from: table, datedBy: axis))
      }
      return .some(bound)
    }
  }

  /// The condition that a value is there; `nil` where it always is.
  private func presence(of argument: TableExpression) -> TableExpression? {
    if case .literal = argument { return nil }
    if case .function(.age, let dates) = argument, let date = dates.first {
      return presence(of: date)
    }
    // What an amount is worth is known wherever it is, and its day: without a rate there is no answer at all.
    if case .lookup(.conversion, let asked, let day) = argument, let amount = asked.first {
      let parts = [amount, day].compactMap(\.self).compactMap(presence)
      return parts.count > 1 ? .all(parts) : parts.first
    }
    if case .field(let path) = argument, path.steps.isEmpty,
      !specification.column(path).isOptional
    {
      return nil
    }
    return .not(.isMissing(argument))
  }

  /// A snapshot is looked at when it is taken, so the ages of its rows are differences of their own columns.
  private func dated(_ expression: TableExpression, by axis: TimeAxis) -> TableExpression {
    guard case .snapshots(let moment, _) = axis, expression.mentionsAge else { return expression }
    return expression.replacingAges { .arithmetic(.subtract, .field(moment), $0) }
  }

  private func axis(of aggregate: Aggregate, in context: Context) -> TimeAxis {
    if let path = context.axes[aggregate.table] ?? aggregate.axis { return .events(path) }
    switch (specification[aggregate.table].nature, context.stock) {
    case (.events(let time), _): return .events(time)
    case (.snapshots(let moment), .some(let boundary)):
      return .snapshots(moment: moment, boundary)
    case (.snapshots(let moment), nil): return .events(moment)
    case (.spans(let from, let to), .some(let boundary)):
      return .spans(from: from, to: to, boundary)
    case (.spans(let from, _), nil): return .events(ColumnPath(aggregate.table, [], from))
    case (.plain, _): return .none
    }
  }
}

/// Why a formula has no normal form.
package enum PlanProblem: Error, Hashable, Sendable {
  case unreachable(Attribute, from: TableID)
  case ambiguous(Attribute, from: TableID, candidates: [TableExpression])
  /// Something is looked up for rows of a table that are dated in no way that fits.
  case lookup(LookupProblem, of: TableID)
}

extension Specification {
  /// A filter on a metric, or a breakdown, as an expression over the rows of one table.
  package func bind(
    _ expression: AttributeExpression, from table: TableID, datedBy axis: ColumnPath?
  ) throws(PlanProblem) -> TableExpression {
    try expression.substituting { (attribute) throws(PlanProblem) in
      try bound(attribute, from: table, datedBy: axis)
    }
  }

  /// What the one way to an attribute leads to.
  package func bound(
    _ attribute: Attribute, from table: TableID, datedBy axis: ColumnPath?
  ) throws(PlanProblem) -> TableExpression {
    switch bind(attribute, from: table, datedBy: axis) {
    case .bound(let expression): return expression
    case .unreachable: throw .unreachable(attribute, from: table)
    case .ambiguous(let paths): throw .ambiguous(attribute, from: table, candidates: paths)
    }
  }
}

extension Specification {
  /// Throws where a lookup has no answer: what dates the rows may have been said far from where it stands.
  func checkLookups(
    in expression: TableExpression, of table: TableID, datedBy time: ColumnPath?
  ) throws(PlanProblem) {
    var problem: LookupProblem?
    expression.forEachLookup { lookup, _ in
      problem = problem ?? self.problem(of: lookup, datedBy: time)
    }
    if let problem { throw .lookup(problem, of: table) }
  }
}

extension TimeAxis {
  /// The column that dates the rows; `nil` for rows without a time, and for spans that are looked at while they are
  /// alive.
  package var column: ColumnPath? {
    switch self {
    case .events(let path), .snapshots(let path, _): path
    case .none, .spans: nil
    }
  }
}
