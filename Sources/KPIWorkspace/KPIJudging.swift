import KPIModel
import KPIPlan
import KPIScorecard
import KPISemantics

/// Judges one KPI in one period: draws its lines on a status board, or gives what it is judged by.
struct KPIJudging {
  private let analysis: Analysis
  private let kpi: MetricID
  private let grain: Grain
  private let period: Period
  /// How far the period is, where it is still running.
  private let running: Evidence.RunningPeriod?
  private let historyLength: Int

  init(_ kpi: MetricID, on board: StatusBoard, _ analysis: Analysis) {
    let grain = analysis.specification[kpi].accountability?.cadence ?? .month
    self.init(
      kpi, in: board.judged(grain, analysis.specification.company.calendar), grain,
      asOf: board.asOf, analysis, historyLength: board.historyLength)
  }

  init(
    _ kpi: MetricID, in period: Period, _ grain: Grain, asOf: Day, _ analysis: Analysis,
    historyLength: Int = 0
  ) {
    self.kpi = kpi
    self.historyLength = historyLength
    self.analysis = analysis
    self.grain = grain
    self.period = period
    running =
      period.lastDay > asOf
      ? Evidence.RunningPeriod(
        elapsed: analysis.specification.addsUpOverTime(kpi)
          ? analysis.specification.company.calendar.elapsed(of: period, asOf: asOf) : nil)
      : nil
  }

  private var specification: Specification { analysis.specification }
  private var declared: Metric { specification[kpi] }
  private var calendar: Calendar { specification.company.calendar }
  private var targets: Targets? { declared.accountability?.targets }

  /// The line of the whole and of each group by the target that gives the status, then what other targets in force
  /// ask for.
  func lines(_ values: inout BoardValues) -> [StatusLine] {
    guard let targets else { return [line(&values)] }
    var lines: [StatusLine] = []
    for target in targets.all {
      if target == targets.judging || target.goals.inForce(on: period.start) != nil {
        lines.append(line(&values, against: target, of: nil))
      }
      for segments in target.segments {
        for group in segments.groups {
          guard target == targets.judging || group.goals.inForce(on: period.start) != nil else {
            continue
          }
          let group = BoardValues.Group(
            attribute: segments.attribute, value: group.value, name: segments.name)
          lines.append(line(&values, against: target, of: group))
        }
      }
    }
    return lines
  }

  /// What the whole and each group are judged by, with the name of the group; `others` are groups without a target.
  func evidence(
    _ values: inout BoardValues, and others: [BoardValues.Group] = []
  ) -> [(group: String?, evidence: Evidence)] {
    ([nil] + specification.judgedGroups(of: kpi) + others).map { group in
      let value = values.cell(.metric(kpi), of: declared, in: period, group)
      return (
        name(of: group), evidence(for: value, &values, against: targets?.judging, of: group)
      )
    }
  }

  /// What the whole is judged by.
  func wholeEvidence(_ values: inout BoardValues) -> Evidence {
    let value = values.cell(.metric(kpi), of: declared, in: period, nil)
    return evidence(for: value, &values, against: targets?.judging, of: nil)
  }

  /// How many rows the value of the whole is computed from.
  func rowCount(_ values: inout BoardValues) -> Cell {
    values.cell(.metric(kpi), of: declared, in: period, nil, .rowCount)
  }

  private func name(of group: BoardValues.Group?) -> String? {
    group.map(\.text)
  }

  /// The line of the whole, by the target that gives the status.
  func line(_ values: inout BoardValues) -> StatusLine {
    line(&values, against: targets?.judging, of: nil)
  }

  /// The line of each group that the target which gives the status makes by an attribute.
  func lines(
    _ values: inout BoardValues, byGroupsOf attribute: Attribute
  ) -> [(group: Scalar?, line: StatusLine)] {
    let segments = targets?.judging.segments.filter { $0.attribute == attribute } ?? []
    var lines: [(group: Scalar?, line: StatusLine)] = []
    for part in segments {
      for group in part.groups {
        let name = BoardValues.Group(attribute: attribute, value: group.value, name: part.name)
        lines.append((group.value, line(&values, against: targets?.judging, of: name)))
      }
    }
    return lines
  }

  private func line(
    _ values: inout BoardValues, against target: Target?, of group: BoardValues.Group?
  ) -> StatusLine {
    let before = calendar.period(grain, containing: period.start.adding(days: -1))
    let value = values.judged(kpi, of: declared, in: period, group)
    let previous = values.cell(.metric(kpi), of: declared, in: before, group)
    let accountability = declared.accountability
    let owner = accountability?.owner.map { specification.owners[$0.index] }
    let department = accountability?.department.map { specification.departments[$0.index] }
    return StatusLine(
      name: declared.name, label: declared.label,
      department: department.map { $0.label ?? $0.name },
      owner: owner.map { ($0.name, $0.label ?? $0.name) }, quantity: declared.quantity,
      period: (calendar.text(of: period), running != nil),
      group: name(of: group), against: target?.name,
      givesStatus: target == targets?.judging, value: value,
      judgement: evidence(for: value, &values, against: target, of: group).judgement,
      trend: running == nil ? Trend(from: previous, to: value) : nil,
      history: target == targets?.judging ? history(&values, of: group) : [])
  }

  /// The values up to the judged period; what has not begun yet, or is still running, is no part of it.
  private func history(
    _ values: inout BoardValues, of group: BoardValues.Group?
  ) -> [Number?] {
    let last = calendar.ordinal(of: period.start, grain) - (running == nil ? 0 : 1)
    let numbers = (0..<historyLength).reversed().map { step in
      let period = calendar.period(ordinal: last - step, grain)
      return values.cell(.metric(kpi), of: declared, in: period, group).number
    }
    // Before the first row a count is 0, which says nothing.
    return Array(numbers.drop { $0?.isZero ?? true })
  }

  // MARK: Evidence

  /// What the value is judged by: the goal in force on the first day of the period, which is what was expected
  /// when it began, and the limits around it.
  private func evidence(
    for value: Cell, _ values: inout BoardValues, against target: Target?,
    of group: BoardValues.Group?
  ) -> Evidence {
    let day = period.start
    var evidence = Evidence(value)
    evidence.goal = goals(target, of: group).inForce(on: day)?
      .map { amount($0, &values, of: group) }
    evidence.threshold = targets?.threshold.inForce(on: day)?
      .map { amount($0, &values, of: group) }
    evidence.stretch = targets?.stretch.inForce(on: day)?.map { amount($0, &values, of: group) }
    evidence.isSampleSmall = isSampleSmall(&values, of: group)
    evidence.running = running
    return evidence
  }

  private func goals(
    _ target: Target?, of group: BoardValues.Group?
  ) -> [Effective<Goal<TargetValue>>] {
    guard let group else { return target?.goals ?? [] }
    return target?.segments.first { $0.attribute == group.attribute }?
      .groups.first { $0.value == group.value }?.goals ?? []
  }

  private func amount(
    _ value: TargetValue, _ values: inout BoardValues, of group: BoardValues.Group?
  ) -> Cell {
    TargetAmount(value, for: kpi, calendar).cell(in: period) { wanted in
      let cell = values.cell(wanted.expression, of: declared, in: wanted.period, group)
      guard wanted.needsRows else { return cell }
      let rows = values.cell(wanted.expression, of: declared, in: wanted.period, group, .rowCount)
      return cell == .value(.zero) && rows == .value(.zero) ? .missing(.noRows) : cell
    }
  }

  private func isSampleSmall(
    _ values: inout BoardValues, of group: BoardValues.Group?
  ) -> Bool {
    guard let sample = declared.accountability?.duties.sample else { return false }
    return !sample.isEnough(values.cell(sample.size, of: declared, in: period, group).number)
  }
}

extension Specification {
  /// The groups that the target which gives the status asks something of.
  func judgedGroups(of metric: MetricID) -> [BoardValues.Group] {
    (self[metric].accountability?.targets?.judging.segments ?? []).flatMap { segments in
      segments.groups.map {
        BoardValues.Group(attribute: segments.attribute, value: $0.value, name: segments.name)
      }
    }
  }

  /// Whether the values of a metric grow with the period that they are of.
  func addsUpOverTime(_ metric: MetricID) -> Bool {
    var normaliser = Normaliser(self)
    return (try? normaliser.normalForm(of: metric))?.isAdditive ?? false
  }
}
