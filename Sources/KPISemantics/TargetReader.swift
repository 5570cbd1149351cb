import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads targets, thresholds and stretches, and checks their units and their order.
struct TargetReader {
  let expressions: MetricExpressions
  let calendar: Calendar
  /// The unit of the KPI's formula, in which bare numbers are meant.
  let quantity: Quantity
  let fields: AttributeFields

  private var goals: [Effective<Goal>] = []
  private var places: [SourceRange] = []
  private var segments: [Target.Segments] = []
  private var threshold: [Effective<Bounds>] = []
  private var stretch: [Effective<Bounds>] = []
  private var thresholdRange: SourceRange?
  private var stretchRange: SourceRange?
  /// What was written that this version does not judge by.
  private(set) var unsupported: String?

  init(
    expressions: MetricExpressions, calendar: Calendar, quantity: Quantity,
    fields: AttributeFields
  ) {
    self.expressions = expressions
    self.calendar = calendar
    self.quantity = quantity
    self.fields = fields
  }

  /// The days on which a part of a target is in force.
  private struct Time {
    var from: Day?
    var end: Day?
  }

  // MARK: Reading

  mutating func readTarget(_ syntax: TargetAttributeSyntax, into diagnostics: inout [Diagnostic]) {
    if syntax.name != nil { unsupported = "named targets" }
    read(syntax.body, Time(), syntax.range, into: &diagnostics)
  }

  mutating func readThreshold(
    _ syntax: TargetAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) {
    thresholdRange = syntax.range
    threshold += bounds(syntax.body, Time(), into: &diagnostics)
  }

  mutating func readStretch(_ syntax: TargetAttributeSyntax, into diagnostics: inout [Diagnostic]) {
    stretchRange = syntax.range
    stretch += bounds(syntax.body, Time(), into: &diagnostics)
  }

  private mutating func read(
    _ body: TargetBodySyntax, _ time: Time, _ range: SourceRange,
    into diagnostics: inout [Diagnostic]
  ) {
    switch body {
    case .goal(let syntax):
      if let goal = goal(syntax, into: &diagnostics) {
        goals.append(Effective(from: time.from, end: time.end, value: goal))
        places.append(syntax.range)
      }
    case .periods(let periods):
      checkRepeats(periods.map { ($0.from?.syntax.text, $0.range) }, into: &diagnostics)
      for period in periods {
        if let time = self.time(period, within: time, into: &diagnostics) {
          read(period.body, time, period.range, into: &diagnostics)
        }
      }
    case .groups(let path, let groups):
      readGroups(path, groups, time, into: &diagnostics)
    case .missing: break
    }
  }

  private mutating func readGroups(
    _ path: PathSyntax?, _ groups: [GroupTargetSyntax], _ time: Time,
    into diagnostics: inout [Diagnostic]
  ) {
    guard let path, let field = fields.resolve(path, into: &diagnostics) else { return }
    var result: [(group: Scalar, goals: [Effective<Goal>])] = []
    checkRepeats(groups.map { ($0.value.syntax.text, $0.value.range) }, into: &diagnostics)
    for group in groups {
      guard case .literal(let literal) = group.value,
        let value = LiteralReader(units: expressions.scope.units)
          .scalar(literal, into: &diagnostics)
      else { continue }
      guard value.type.scalar == field.type else {
        diagnostics.append(
          .typeMismatch(
            expected: field.type.name, found: value.type.scalar.name, at: group.value.range))
        continue
      }
      if let allowed = field.allowed, !allowed.contains(value.expression) {
        diagnostics.append(
          .unknownValue(
            value.expression.text, column: path.syntax.text, allowed: allowed.map(\.text),
            at: group.value.range))
      }
      result.append((value.expression, groupGoals(group.body, time, into: &diagnostics)))
    }
    segments.append(
      Target.Segments(attribute: field.field, name: path.syntax.text, goals: result))
  }

  private mutating func groupGoals(
    _ body: TargetBodySyntax, _ time: Time, into diagnostics: inout [Diagnostic]
  ) -> [Effective<Goal>] {
    switch body {
    case .goal(let syntax):
      return goal(syntax, into: &diagnostics).map {
        [Effective(from: time.from, end: time.end, value: $0)]
      } ?? []
    case .periods(let periods):
      checkRepeats(periods.map { ($0.from?.syntax.text, $0.range) }, into: &diagnostics)
      var result: [Effective<Goal>] = []
      for period in periods {
        guard let time = self.time(period, within: time, into: &diagnostics) else { continue }
        result += groupGoals(period.body, time, into: &diagnostics)
      }
      return result
    case .groups(let path, _):
      if let path { diagnostics.append(.nestedGroups(at: path.range)) }
      return []
    case .missing: return []
    }
  }

  private mutating func bounds(
    _ body: TargetBodySyntax, _ time: Time, into diagnostics: inout [Diagnostic]
  ) -> [Effective<Bounds>] {
    switch body {
    case .goal(let syntax):
      guard let value = number(syntax.value, into: &diagnostics) else { return [] }
      guard let upper = syntax.upper else {
        return [Effective(from: time.from, end: time.end, value: .value(value))]
      }
      guard let high = number(upper, into: &diagnostics) else { return [] }
      return [Effective(from: time.from, end: time.end, value: .band(value, high))]
    case .periods(let periods):
      checkRepeats(periods.map { ($0.from?.syntax.text, $0.range) }, into: &diagnostics)
      var result: [Effective<Bounds>] = []
      for period in periods {
        guard let time = self.time(period, within: time, into: &diagnostics) else { continue }
        result += bounds(period.body, time, into: &diagnostics)
      }
      return result
    case .groups(let path, _):
      if let path { diagnostics.append(.nestedGroups(at: path.range)) }
      return []
    case .missing: return []
    }
  }

  private func time(
    _ syntax: PeriodTargetSyntax, within outer: Time, into diagnostics: inout [Diagnostic]
  ) -> Time? {
    guard let literal = syntax.from, let from = period(literal, into: &diagnostics) else {
      return nil
    }
    guard let last = syntax.to else { return Time(from: from.start, end: outer.end) }
    guard let end = period(last, into: &diagnostics)?.end else { return nil }
    guard from.start < end else {
      diagnostics.append(.periodsOutOfOrder(at: last.range))
      return nil
    }
    return Time(from: from.start, end: end)
  }

  private func period(
    _ literal: LiteralSyntax, into diagnostics: inout [Diagnostic]
  ) -> Period? {
    guard let name = literal.period?.name else {
      if literal.value != .malformed { diagnostics.append(.notAPeriod(at: literal.range)) }
      return nil
    }
    guard let period = calendar.period(named: name) else {
      diagnostics.append(.notAPeriod(at: literal.range))
      return nil
    }
    return period
  }

  /// Two goals for one group, or from one period on, contradict each other.
  private func checkRepeats(
    _ starts: [(text: String?, range: SourceRange)], into diagnostics: inout [Diagnostic]
  ) {
    var seen: [String: SourceRange] = [:]
    for case (let text?, let range) in starts {
      if let first = seen[text] {
        diagnostics.append(.duplicateAttribute(text, at: range, first: first))
      } else {
        seen[text] = range
      }
    }
  }

  // MARK: Goals

  private mutating func goal(
    _ syntax: GoalSyntax, into diagnostics: inout [Diagnostic]
  ) -> Goal? {
    if syntax.relative != nil {
      unsupported = "targets relative to a previous period"
      _ = expressions.resolve(syntax.value, into: &diagnostics)
      return nil
    }
    if syntax.phasing != nil { unsupported = "phased targets" }
    guard let value = number(syntax.value, into: &diagnostics), syntax.phasing == nil else {
      return nil
    }
    switch syntax.direction {
    case .atLeast: return .atLeast(value)
    case .atMost: return .atMost(value)
    case .between:
      guard let upper = syntax.upper, let high = number(upper, into: &diagnostics) else {
        return nil
      }
      guard value <= high else {
        diagnostics.append(.emptyBand(at: syntax.range))
        return nil
      }
      return .between(value, high)
    // A target without a direction was reported by the parser.
    case .value: return nil
    }
  }

  /// A number in the KPI's unit; an expression that is not a constant is left for later.
  private mutating func number(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Number? {
    guard let value = expressions.number(syntax, in: .init(), into: &diagnostics),
      let found = value.type.quantity
    else { return nil }
    guard value.type.isBareNumber || found.unit == quantity.unit else {
      diagnostics.append(
        .targetUnitMismatch(
          found: found.unit.description, formula: quantity.unit.description, at: syntax.range))
      return nil
    }
    guard let number = expressions.adapted(value, to: quantity).constantValue else {
      unsupported = "targets that are formulas"
      return nil
    }
    if value.type.isBareNumber, quantity.style == .percent, number.magnitude > .one,
      let shown = number.multiplied(by: Number(100))
    {
      diagnostics.append(.barePercent(number.text, percent: shown.text + "%", at: syntax.range))
    }
    return number
  }

  // MARK: The whole

  /// The target, once every part has been read; `nil` when none was.
  mutating func target(into diagnostics: inout [Diagnostic]) -> Target? {
    if goals.isEmpty, segments.isEmpty {
      for range in [thresholdRange, stretchRange].compactMap({ $0 }) where unsupported == nil {
        diagnostics.append(.boundWithoutTarget(at: range))
      }
      return nil
    }
    for (index, goal) in goals.enumerated() {
      checkOrder(of: goal, at: places[index], into: &diagnostics)
    }
    return Target(
      goals: goals.sorted { ($0.from ?? .first) < ($1.from ?? .first) }, segments: segments,
      threshold: threshold, stretch: stretch)
  }

  /// A threshold is worse than the target and a stretch is better, in the direction of the target.
  private func checkOrder(
    of goal: Effective<Goal>, at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) {
    let days = [goal.from ?? .first] + (threshold + stretch).compactMap(\.from)
    for day in days where [goal].inForce(on: day) != nil && goals.inForce(on: day) == goal.value {
      let worst = threshold.inForce(on: day)
      let best = stretch.inForce(on: day)
      if let problem = TargetReader.disorder(goal.value, worst: worst, best: best) {
        let place = problem == .threshold ? thresholdRange : stretchRange
        diagnostics.append(
          .targetOrder(
            problem.rawValue, direction: goal.value.words, at: place ?? range, target: range))
        return
      }
    }
  }

  private enum Disorder: String { case threshold, stretch }

  private static func disorder(_ goal: Goal, worst: Bounds?, best: Bounds?) -> Disorder? {
    switch goal {
    case .atLeast(let target):
      if case .value(let value)? = worst, value > target { return .threshold }
      if case .band? = worst { return .threshold }
      if case .value(let value)? = best, value < target { return .stretch }
      if case .band? = best { return .stretch }
    case .atMost(let target):
      if case .value(let value)? = worst, value < target { return .threshold }
      if case .band? = worst { return .threshold }
      if case .value(let value)? = best, value > target { return .stretch }
      if case .band? = best { return .stretch }
    case .between(let low, let high):
      if case .band(let below, let above)? = worst, below > low || above < high {
        return .threshold
      }
      if case .value? = worst { return .threshold }
      if case .band(let above, let below)? = best, above < low || below > high { return .stretch }
      if case .value? = best { return .stretch }
    }
    return nil
  }
}

extension Goal {
  /// The direction in the language's words.
  fileprivate var words: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .between: "between"
    }
  }
}

extension MetricExpression {
  /// The value of an expression that mentions no metric; `nil` for any other.
  var constantValue: Number? {
    switch self {
    case .constant(let number): return number
    case .negated(let value): return value.constantValue?.negated
    case .arithmetic(let operation, let left, let right):
      guard let left = left.constantValue, let right = right.constantValue else { return nil }
      switch operation {
      case .add: return left.adding(right)
      case .subtract: return left.subtracting(right)
      case .multiply: return left.multiplied(by: right)
      case .divide: return left.divided(by: right)
      }
    default: return nil
    }
  }
}
