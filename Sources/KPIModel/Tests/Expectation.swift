package import KPISource

/// What a test demands of the rows it gives.
package enum Expectation: Sendable {
  case answer(ExpectedAnswer)
  case error(ExpectedError)
  case status(ExpectedStatus)

  package var origin: SourceRange {
    switch self {
    case .answer(let answer): answer.origin
    case .error(let error): error.origin
    case .status(let status): status.origin
    }
  }
}

/// The values of a formula: one, or one for each group that the answer shows.
package struct ExpectedAnswer: Sendable {
  package let origin: SourceRange
  package let subject: WrittenFormula
  /// What the values are broken down by, in the order written.
  package let dimensions: [Dimension]
  /// The only period asked about.
  package let period: Period?
  /// One value without keys, or one for each group.
  package let groups: [Group]

  package enum Dimension: Hashable, Sendable {
    case grain(Grain)
    case breakdown(AttributeExpression)
  }

  package struct Group: Sendable {
    /// One for each dimension.
    package let keys: [Key]
    package let value: Value
    /// The place of the value.
    package let origin: SourceRange

    package init(keys: [Key], value: Value, origin: SourceRange) {
      self.keys = keys
      self.value = value
      self.origin = origin
    }
  }

  package enum Key: Hashable, Sendable {
    case period(Period)
    /// `nil` for the rows that lack the value.
    case value(Scalar?)
  }

  package enum Value: Sendable {
    case formula(MetricExpression)
    /// No value, for this reason where one is named.
    case missing(MissingReason?)
  }

  package init(
    origin: SourceRange, subject: WrittenFormula, dimensions: [Dimension], period: Period?,
    groups: [Group]
  ) {
    self.origin = origin
    self.subject = subject
    self.dimensions = dimensions
    self.period = period
    self.groups = groups
  }

  /// The grain asked: the one named, or that of the only period.
  package var grain: Grain? {
    for case .grain(let grain) in dimensions { return grain }
    return period?.grain
  }

  package var breakdowns: [AttributeExpression] {
    dimensions.compactMap { if case .breakdown(let formula) = $0 { formula } else { nil } }
  }
}

/// The rule that the rows or the questions must break.
package struct ExpectedError: Sendable {
  package let origin: SourceRange
  /// The rule's name.
  package let rule: String

  package init(origin: SourceRange, rule: String) {
    self.origin = origin
    self.rule = rule
  }
}

/// How a KPI must stand: as a whole, or each group of its target.
package struct ExpectedStatus: Sendable {
  package let origin: SourceRange
  package let kpi: MetricID
  /// What the target's groups are made by; `nil` for the whole.
  package let attribute: Attribute?
  /// The period judged; `nil` for the latest that is complete.
  package let period: PeriodName?
  /// One status for the whole, or one for each group.
  package let statuses: [Group]

  package struct Group: Sendable {
    /// `nil` for the whole.
    package let key: Scalar?
    package let status: Status
    package let origin: SourceRange

    package init(key: Scalar?, status: Status, origin: SourceRange) {
      self.key = key
      self.status = status
      self.origin = origin
    }
  }

  package init(
    origin: SourceRange, kpi: MetricID, attribute: Attribute?, period: PeriodName?,
    statuses: [Group]
  ) {
    self.origin = origin
    self.kpi = kpi
    self.attribute = attribute
    self.period = period
    self.statuses = statuses
  }
}
