package import KPIModel
package import KPIPlan
package import KPIScorecard

/// One KPI: what it means, how it stands, how it came there, and what it is made up of.
package struct KPIRecord: Sendable {
  package let metric: MetricID
  package let definition: Definition
  /// The latest complete period.
  package let period: Period
  /// How it stands there, against the target that gives the status.
  package let standing: StatusLine
  /// The groups that have targets of their own, and the other targets.
  package let others: [StatusLine]
  /// Period by period, the oldest first; the last one may still be running.
  package let history: [HistoryPoint]
  package let breakdowns: [Breakdown]

  package init(
    metric: MetricID, definition: Definition, period: Period, standing: StatusLine,
    others: [StatusLine] = [],
    history: [HistoryPoint] = [], breakdowns: [Breakdown] = []
  ) {
    self.metric = metric
    self.definition = definition
    self.period = period
    self.standing = standing
    self.others = others
    self.history = history
    self.breakdowns = breakdowns
  }

  /// The formula of a KPI, as it is written and as it is computed.
  package struct Definition: Sendable {
    package let formula: String
    /// `nil` where the formula has no normal form.
    package let normalForm: Formula<Measure>?
    /// The tables whose rows it is computed from.
    package let tables: [TableID]
    /// Where it is declared: `sales.kpi:12`.
    package let place: String

    package init(
      formula: String, normalForm: Formula<Measure>?, tables: [TableID], place: String
    ) {
      self.formula = formula
      self.normalForm = normalForm
      self.tables = tables
      self.place = place
    }
  }
}

/// A KPI in one period, with what it is held against there.
package struct HistoryPoint: Sendable {
  package let period: Period
  /// Whether the period is not over on the day of the report.
  package let isRunning: Bool
  /// Whether the value of a running period still grows, so that it cannot be compared with those before.
  package let isGrowing: Bool
  package let value: Cell
  package let judgement: Judgement
  package let threshold: Bounds<Number>?
  package let stretch: Bounds<Number>?

  package init(
    period: Period, isRunning: Bool, isGrowing: Bool = false, value: Cell, judgement: Judgement,
    threshold: Bounds<Number>? = nil, stretch: Bounds<Number>? = nil
  ) {
    self.period = period
    self.isRunning = isRunning
    self.isGrowing = isGrowing
    self.value = value
    self.judgement = judgement
    self.threshold = threshold
    self.stretch = stretch
  }
}

/// A KPI's value for each group of a dimension or a column, in the period that is judged and in the one before.
package struct Breakdown: Sendable {
  package let name: String
  /// In the order of their names; rows without a group come last.
  package let groups: [Group]

  package struct Group: Sendable {
    /// `nil` where the rows lack it.
    package let name: String?
    package let value: Cell
    package let before: Cell

    package init(name: String?, value: Cell, before: Cell) {
      self.name = name
      self.value = value
      self.before = before
    }
  }

  package init(name: String, groups: [Group]) {
    self.name = name
    self.groups = groups
  }
}
