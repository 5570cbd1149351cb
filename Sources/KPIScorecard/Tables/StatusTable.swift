package import KPIModel
package import KPIPlan

/// One line of a status report: a KPI, or one group of it, in one period.
package struct StatusLine: Sendable {
  package let name: String
  package let label: String?
  package let department: String?
  /// The owner's name, and the label that people know them by.
  package let owner: (name: String, label: String)?
  package let quantity: Quantity
  package let period: (text: String, isPartial: Bool)
  /// `segment=enterprise` for a target by group.
  package let group: String?
  /// The name of the target that the line is about, where it has one.
  package let against: String?
  /// Whether the target gives the KPI its status, or is only shown beside the one that does.
  package let givesStatus: Bool
  package let value: Cell
  package let judgement: Judgement
  package let trend: Trend?
  /// The values of the periods up to the judged one, the oldest first, where they were asked for.
  package let history: [Number?]

  package init(
    name: String, label: String?, department: String?, owner: (name: String, label: String)?,
    quantity: Quantity, period: (text: String, isPartial: Bool), group: String?,
    against: String? = nil, givesStatus: Bool = true, value: Cell, judgement: Judgement,
    trend: Trend?, history: [Number?] = []
  ) {
    self.name = name
    self.label = label
    self.department = department
    self.owner = owner
    self.quantity = quantity
    self.period = period
    self.group = group
    self.against = against
    self.givesStatus = givesStatus
    self.value = value
    self.judgement = judgement
    self.trend = trend
    self.history = history
  }
}

extension StatusLine {
  /// The status, unless another target of the KPI gives it.
  package var status: Status? { givesStatus ? judgement.status : nil }

  /// A group or another target stands under the KPI that it belongs to.
  fileprivate var heading: String {
    let parts = [group, givesStatus ? nil : against].compactMap { $0 }
    return parts.isEmpty ? label ?? name : "└ " + parts.joined(separator: ", ")
  }
}

extension ResultTable {
  /// The table of a status report, by department where there are any.
  package init(status lines: [StatusLine]) {
    self.init(
      columns: [
        Column("kpi", title: "KPI"),
        Column("period", title: "Period"),
        Column("group", for: .machines),
        Column("against", for: .machines),
        Column("value", title: "Value", .readings),
        Column("target", title: "Target", for: .everybodyIfFilled),
        Column("target_to_date", title: "Due by now", for: .everybodyIfFilled),
        Column("status", title: "Status"),
        Column("attainment", title: "Attained", .readings, for: .everybodyIfFilled),
        Column("pace", title: "Pace", .readings, for: .everybodyIfFilled),
        Column("pace_status", title: "On pace to be", for: .everybodyIfFilled),
        Column("trend", title: "Trend", for: .everybodyIfFilled),
        Column("history", title: "History", for: .peopleIfFilled),
        Column("owner", title: "Owner", for: .everybodyIfFilled),
      ], rows: lines.map { Row($0.cells, section: $0.department) })
  }
}

extension StatusLine {
  fileprivate var cells: [ResultTable.Value] {
    let goal = judgement.goal
    let isGood = goal.flatMap { goal in trend.flatMap { $0.isGood(for: goal) } }
    return [
      .label(heading, name: name),
      .period(period.text, isPartial: period.isPartial),
      group.map(ResultTable.Value.text) ?? .empty,
      against.map(ResultTable.Value.text) ?? .empty,
      .reading(value, quantity, judgement.goalToDate ?? goal),
      target,
      judgement.goalToDate.map { .goal($0, quantity) } ?? .empty,
      status.map(ResultTable.Value.status) ?? .empty,
      judgement.attainment.map(ResultTable.Value.ratio) ?? .empty,
      judgement.pace.map { .reading(.value($0.value), quantity, goal) } ?? .empty,
      givesStatus ? judgement.pace.map { .status($0.status) } ?? .empty : .empty,
      trend.map { .trend($0, isGood: isGood) } ?? .empty,
      history.count > 1 ? .text(SparkText.text(history)) : .empty,
      owner.map { .label($0.label, name: $0.name) } ?? .empty,
    ]
  }

  private var target: ResultTable.Value {
    if let goal = judgement.goal { return .goal(goal, quantity) }
    return judgement.missingGoal.map { .reading(.missing($0), quantity, nil) } ?? .empty
  }
}
