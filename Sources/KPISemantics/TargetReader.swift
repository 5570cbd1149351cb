import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads targets, thresholds and stretches: what holds when, and for which group.
struct TargetReader {
  let values: TargetValueReader
  let calendar: Calendar
  let fields: AttributeFields

  private var drafts: [Draft] = []
  private var judging: NameSyntax?
  private var threshold: [Effective<Bounds<TargetValue>>] = []
  private var stretch: [Effective<Bounds<TargetValue>>] = []
  private var thresholdRange: SourceRange?
  private var stretchRange: SourceRange?

  init(values: TargetValueReader, calendar: Calendar, fields: AttributeFields) {
    self.values = values
    self.calendar = calendar
    self.fields = fields
  }

  /// A target as far as it has been read.
  private struct Draft {
    let name: String?
    var goals: [Effective<Goal<TargetValue>>] = []
    var segments = SegmentList()
  }

  // MARK: Reading

  mutating func readTarget(_ syntax: TargetAttributeSyntax, into diagnostics: inout [Diagnostic]) {
    let name = syntax.name?.text
    let place = drafts.firstIndex { $0.name == name } ?? drafts.count
    if place == drafts.count { drafts.append(Draft(name: name)) }
    var segments = drafts[place].segments
    drafts[place].goals += parts(
      of: syntax.body, TargetTime(), read: goal,
      groups: { path, groups, time, diagnostics in
        readGroups(path, groups, time, to: &segments, into: &diagnostics)
      }, into: &diagnostics)
    drafts[place].segments = segments
  }

  /// `judged by budget`: the target that gives the status.
  mutating func readJudging(_ syntax: ReferenceAttributeSyntax) { judging = syntax.name }

  mutating func readThreshold(
    _ syntax: TargetAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) {
    thresholdRange = syntax.range
    threshold += parts(
      of: syntax.body, TargetTime(), read: values.bounds, groups: refuse, into: &diagnostics)
  }

  mutating func readStretch(_ syntax: TargetAttributeSyntax, into diagnostics: inout [Diagnostic]) {
    stretchRange = syntax.range
    stretch += parts(
      of: syntax.body, TargetTime(), read: values.bounds, groups: refuse, into: &diagnostics)
  }

  /// What a body says for one group or the whole, each part with the days on which it is in force.
  private func parts<Value>(
    of body: TargetBodySyntax, _ time: TargetTime,
    read: (GoalSyntax, TargetTime, inout [Diagnostic]) -> Value?,
    groups handle: (PathSyntax?, [GroupTargetSyntax], TargetTime, inout [Diagnostic]) -> Void,
    into diagnostics: inout [Diagnostic]
  ) -> [Effective<Value>] {
    switch body {
    case .goal(let syntax):
      return read(syntax, time, &diagnostics).map {
        [Effective(from: time.from?.start, end: time.end, value: $0)]
      } ?? []
    case .periods(let periods):
      checkRepeats(periods.map { ($0.from?.syntax.text, $0.range) }, into: &diagnostics)
      var result: [Effective<Value>] = []
      for period in periods {
        guard let time = self.time(period, within: time, into: &diagnostics) else { continue }
        result += parts(of: period.body, time, read: read, groups: handle, into: &diagnostics)
      }
      return result
    case .groups(let path, let groups):
      handle(path, groups, time, &diagnostics)
      return []
    case .missing: return []
    }
  }

  private func goal(
    _ syntax: GoalSyntax, _ time: TargetTime, into diagnostics: inout [Diagnostic]
  ) -> Goal<TargetValue>? {
    guard let bounds = values.bounds(of: syntax, time, into: &diagnostics) else { return nil }
    return switch (syntax.direction, bounds) {
    case (.atLeast, .value(let value)): .atLeast(value)
    case (.atMost, .value(let value)): .atMost(value)
    case (.between, .band(let low, let high)): .between(low, high)
    // A target without a direction or without an end was reported by the parser.
    default: nil
    }
  }

  // MARK: Groups

  private func readGroups(
    _ path: PathSyntax?, _ groups: [GroupTargetSyntax], _ time: TargetTime,
    to segments: inout SegmentList, into diagnostics: inout [Diagnostic]
  ) {
    guard let path, let field = fields.breakdown(path, into: &diagnostics) else { return }
    for group in groups {
      guard let value = self.group(group.value, of: field, path, into: &diagnostics) else {
        continue
      }
      let goals = parts(of: group.body, time, read: goal, groups: refuse, into: &diagnostics)
      if let repeated = segments.repetition(of: goals, for: value, of: field.attribute) {
        diagnostics.append(
          .duplicateAttribute(
            group.value.syntax.text, at: group.value.range, first: repeated.origin))
      }
      segments.add(goals, for: value, of: field.attribute, name: path.syntax.text)
    }
  }

  /// The value of a breakdown that a group is written as.
  private func group(
    _ syntax: ExpressionSyntax, of field: AttributeFields.Breakdown, _ path: PathSyntax,
    into diagnostics: inout [Diagnostic]
  ) -> Scalar? {
    guard case .literal(let literal) = syntax,
      let value = LiteralReader(units: fields.scope.units).scalar(literal, into: &diagnostics)
    else { return nil }
    guard value.type.scalar == field.type else {
      diagnostics.append(
        .typeMismatch(expected: field.type.name, found: value.type.scalar.name, at: syntax.range))
      return nil
    }
    if let allowed = field.allowed, !allowed.contains(value.expression) {
      diagnostics.append(
        .unknownValue(
          value.expression.text, column: path.syntax.text, allowed: allowed.map(\.text),
          at: syntax.range))
    }
    return value.expression
  }

  private func refuse(
    _ path: PathSyntax?, _ groups: [GroupTargetSyntax], _ time: TargetTime,
    into diagnostics: inout [Diagnostic]
  ) {
    if let path { diagnostics.append(.nestedGroups(at: path.range)) }
  }

  // MARK: Periods

  private func time(
    _ syntax: PeriodTargetSyntax, within outer: TargetTime, into diagnostics: inout [Diagnostic]
  ) -> TargetTime? {
    guard let literal = syntax.from, let from = period(literal, into: &diagnostics) else {
      return nil
    }
    guard let last = syntax.to else { return TargetTime(from: from, end: outer.end) }
    guard let end = period(last, into: &diagnostics)?.end else { return nil }
    guard from.start < end else {
      diagnostics.append(.periodsOutOfOrder(at: last.range))
      return nil
    }
    return TargetTime(from: from, end: end)
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

  // MARK: The whole

  /// The targets, once every part has been read; `nil` when there is none to judge by.
  func targets(into diagnostics: inout [Diagnostic]) -> Targets? {
    let targets = drafts.map { draft in
      Target(
        name: draft.name,
        goals: draft.goals.sorted { ($0.from ?? .first) < ($1.from ?? .first) },
        segments: draft.segments.all)
    }
    if let judging, !drafts.contains(where: { $0.name == judging.text }) {
      diagnostics.append(
        .unknownTarget(judging.text, known: drafts.compactMap(\.name), at: judging.range))
    }
    // A target that has a name is read beside the one that has none.
    let place = targets.firstIndex { $0.name == judging?.text } ?? targets.indices.first
    guard let place else {
      for range in [thresholdRange, stretchRange].compactMap({ $0 }) {
        diagnostics.append(.boundWithoutTarget(at: range))
      }
      return nil
    }
    let result = Targets(
      judging: targets[place],
      others: targets.indices.filter { $0 != place }.map { targets[$0] }, threshold: threshold,
      stretch: stretch)
    TargetOrder(targets: result, thresholdRange: thresholdRange, stretchRange: stretchRange)
      .check(into: &diagnostics)
    return result
  }
}

/// When a part of a target is in force.
struct TargetTime {
  /// The period written after `from`.
  var from: Period?
  /// The first day on which it is no longer in force.
  var end: Day?
}

/// The goals of groups that have been read so far; a target may come back to a group in several places.
private struct SegmentList {
  private(set) var all: [Target.Segments] = []

  mutating func add(
    _ goals: [Effective<Goal<TargetValue>>], for group: Scalar, of attribute: Attribute,
    name: String
  ) {
    let place = all.firstIndex { $0.attribute == attribute }
    var groups = place.map { all[$0].groups } ?? []
    let known = groups.firstIndex { $0.value == group }
    let result = Target.Segments.Group(
      value: group, goals: (known.map { groups[$0].goals } ?? []) + goals)
    if let known { groups[known] = result } else { groups.append(result) }
    let segments = Target.Segments(
      attribute: attribute, name: place.map { all[$0].name } ?? name, groups: groups)
    if let place { all[place] = segments } else { all.append(segments) }
  }

  /// A goal that the group has already from the same day on as one of these.
  func repetition(
    of goals: [Effective<Goal<TargetValue>>], for group: Scalar, of attribute: Attribute
  ) -> TargetValue? {
    let known =
      all.first { $0.attribute == attribute }?.groups.first { $0.value == group }?.goals ?? []
    return known.first { one in goals.contains { $0.from == one.from } }?.value.bounds.values.first
  }
}
