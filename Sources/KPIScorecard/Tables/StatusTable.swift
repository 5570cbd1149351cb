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
  package let value: Cell
  package let judgement: Judgement
  package let trend: Trend?

  package init(
    name: String, label: String?, department: String?, owner: (name: String, label: String)?,
    quantity: Quantity, period: (text: String, isPartial: Bool), group: String?, value: Cell,
    judgement: Judgement, trend: Trend?
  ) {
    self.name = name
    self.label = label
    self.department = department
    self.owner = owner
    self.quantity = quantity
    self.period = period
    self.group = group
    self.value = value
    self.judgement = judgement
    self.trend = trend
  }
}

extension StatusLine {
  /// A group stands under the KPI that it is a part of.
  fileprivate var heading: String { group.map { "└ " + $0 } ?? label ?? name }
}

extension ResultTable {
  /// The table of a status report, by department where there are any.
  package init(status lines: [StatusLine]) {
    self.init(
      columns: [
        Column("kpi", title: "KPI"),
        Column("period", title: "Period"),
        Column("group", for: .machines),
        Column("value", title: "Value", .readings),
        Column("target", title: "Target", for: .everybodyIfFilled),
        Column("status", title: "Status"),
        Column("attainment", title: "Attained", .readings, for: .everybodyIfFilled),
        Column("trend", title: "Trend", for: .everybodyIfFilled),
        Column("owner", title: "Owner", for: .everybodyIfFilled),
      ],
      rows: lines.map { line in
        let goal = line.judgement.goal
        let isGood = goal.flatMap { goal in line.trend.flatMap { $0.isGood(for: goal) } }
        return Row(
          [
            .label(line.heading, name: line.name),
            .period(line.period.text, isPartial: line.period.isPartial),
            line.group.map(Value.text) ?? .empty,
            .reading(line.value, line.quantity, goal),
            Self.target(line),
            .status(line.judgement.status),
            line.judgement.attainment.map(Value.ratio) ?? .empty,
            line.trend.map { .trend($0, isGood: isGood) } ?? .empty,
            line.owner.map { .label($0.label, name: $0.name) } ?? .empty,
          ], section: line.department)
      })
  }

  private static func target(_ line: StatusLine) -> Value {
    if let goal = line.judgement.goal { return .goal(goal, line.quantity) }
    return line.judgement.missingGoal.map { .reading(.missing($0), line.quantity, nil) } ?? .empty
  }
}
