import KPIModel
import KPIPlan
import KPIScorecard
import KPISemantics

/// Draws the lines of one KPI on a status board.
struct KPIJudging {
  private let board: StatusBoard
  private let analysis: Analysis
  private let kpi: MetricID
  private let grain: Grain
  private let period: Period

  init(_ kpi: MetricID, on board: StatusBoard, _ analysis: Analysis) {
    self.kpi = kpi
    self.board = board
    self.analysis = analysis
    grain = analysis.specification[kpi].accountability?.cadence ?? .month
    period = board.judged(grain, analysis.specification.company.calendar)
  }

  private var specification: Specification { analysis.specification }
  private var declared: Metric { specification[kpi] }
  private var calendar: Calendar { specification.company.calendar }
  private var isPartial: Bool { period.lastDay > board.asOf }

  var target: Target? { declared.accountability?.target }

  /// The line of the whole, or of one group.
  func line(_ values: inout BoardValues, of group: BoardValues.Group?) -> StatusLine {
    let before = calendar.period(grain, containing: period.start.adding(days: -1))
    let value = values.cell(.metric(kpi), of: declared, in: period, group)
    let previous = values.cell(.metric(kpi), of: declared, in: before, group)
    let accountability = declared.accountability
    let owner = accountability?.owner.map { specification.owners[$0.index] }
    let department = accountability?.department.map { specification.departments[$0.index] }
    return StatusLine(
      name: declared.name, label: declared.label,
      department: department.map { $0.label ?? $0.name },
      owner: owner.map { ($0.name, $0.label ?? $0.name) }, quantity: declared.quantity,
      period: (calendar.text(of: period), isPartial),
      group: group.map { "\($0.name)=\($0.value.text)" }, value: value,
      judgement: evidence(for: value, &values, of: group).judgement,
      trend: isPartial ? nil : Trend(from: previous, to: value))
  }

  /// What the value is judged by: the goal in force on the first day of the period, which is what was expected
  /// when it began, and the limits around it.
  private func evidence(
    for value: Cell, _ values: inout BoardValues, of group: BoardValues.Group?
  ) -> Evidence {
    let day = period.start
    let goal = goals(of: group).inForce(on: day)
    let threshold = target?.threshold.inForce(on: day)
    let stretch = target?.stretch.inForce(on: day)
    return Evidence(
      value, goal: goal?.map { amount($0, &values, of: group) },
      threshold: threshold?.map { amount($0, &values, of: group) },
      stretch: stretch?.map { amount($0, &values, of: group) }, isPartial: isPartial)
  }

  private func goals(of group: BoardValues.Group?) -> [Effective<Goal<TargetValue>>] {
    guard let group else { return target?.goals ?? [] }
    return target?.segments.first { $0.attribute == group.attribute }?
      .groups.first { $0.value == group.value }?.goals ?? []
  }

  private func amount(
    _ value: TargetValue, _ values: inout BoardValues, of group: BoardValues.Group?
  ) -> Cell {
    guard analysis.unsupported(in: value.formula) == nil else { return .missing(.noValue) }
    return TargetAmount(value, for: kpi, calendar).cell(in: period) { wanted in
      let cell = values.cell(wanted.expression, of: declared, in: wanted.period, group)
      guard wanted.needsRows else { return cell }
      let rows = values.cell(wanted.expression, of: declared, in: wanted.period, group, .rowCount)
      return cell == .value(.zero) && rows == .value(.zero) ? .missing(.noRows) : cell
    }
  }
}
