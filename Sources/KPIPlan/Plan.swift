package import KPIModel

/// What is asked of a specification.
package struct Question: Sendable {
  package var outputs: [Output]
  /// What is computed beside the outputs and is not shown: it decides neither the periods nor the groups of the answer.
  package var hidden: [Output] = []
  package var grain: Grain?
  package var breakdowns: [AttributeExpression]
  /// The groups that the answer has even where they have no rows.
  package var groups: Set<[Scalar?]>
  package var filter: AttributeExpression?
  /// The days asked, whole periods of the grain; `nil` for all that the data holds. A side at the end of
  /// the calendar (`Day.first`, `Day.end`) is open: it reaches as far as the data.
  package var range: Range<Day>?
  /// The day on which the question is asked: later rows are not known yet.
  package var asOf: Day
  /// The first days of the periods whose values are held to what their metrics ensure; `nil` for all periods. Others
  /// are only looked at to get there.
  package var guardedPeriods: Set<Day>?

  /// A named formula to compute.
  package struct Output: Sendable {
    package let name: String
    package let expression: MetricExpression
    package let quantity: Quantity
    package let aspect: Aspect

    /// What of the formula is asked for.
    package enum Aspect: Hashable, Sendable {
      case value
      /// How many rows it is computed from.
      case rowCount
    }

    package init(
      name: String, expression: MetricExpression, quantity: Quantity, aspect: Aspect = .value
    ) {
      self.name = name
      self.expression = expression
      self.quantity = quantity
      self.aspect = aspect
    }
  }

  package init(
    outputs: [Output], grain: Grain?, breakdowns: [AttributeExpression] = [],
    groups: Set<[Scalar?]> = [], filter: AttributeExpression? = nil, range: Range<Day>? = nil,
    asOf: Day
  ) {
    self.outputs = outputs
    self.grain = grain
    self.breakdowns = breakdowns
    self.groups = groups
    self.filter = filter
    self.range = range
    self.asOf = asOf
  }
}

/// A measure by its place in a plan.
package struct MeasureID: Hashable, Sendable, Comparable {
  package let index: Int
  package init(_ index: Int) { self.index = index }
  package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A question worked out to measures and arithmetic, ready for any engine.
package struct Plan: Sendable {
  package let question: Question
  package let calendar: Calendar
  /// The distinct measures, each with the columns its rows are grouped by.
  package let measures: [PlannedMeasure]
  /// How many of the measures, from the first on, belong to outputs that are shown.
  package let shownMeasures: Int
  /// One formula for each output of the question, in its order.
  package let formulas: [Formula<MeasureID>]
  /// One formula for each hidden output.
  package let hidden: [Formula<MeasureID>]

  package init(
    question: Question, calendar: Calendar, measures: [PlannedMeasure],
    formulas: [Formula<MeasureID>], hidden: [Formula<MeasureID>] = [], shownMeasures: Int? = nil
  ) {
    self.hidden = hidden
    self.shownMeasures = shownMeasures ?? measures.count
    self.question = question
    self.calendar = calendar
    self.measures = measures
    self.formulas = formulas
  }
}

/// A measure with the columns that its rows are grouped by.
package indirect enum PlannedMeasure: Hashable, Sendable {
  /// For each key of the question what holds it, or `nil` where the measure takes no notice of it.
  case rows(RowMeasure, keys: [TableExpression?])
  case entities(PlannedEntities)
  case days(DayMeasure)

  /// The places of the keys that it is grouped by, among the first `count` of the question.
  package func keys(among count: Int) -> [Int] {
    switch self {
    case .rows(_, let keys): return keys.indices.filter { $0 < count && keys[$0] != nil }
    case .entities(let entities):
      let places = Set(entities.measures.flatMap { $0.keys(among: count) })
      return places.sorted()
    case .days: return []
    }
  }
}

/// An entity measure worked out: its own measures have the keys of the question and then those of the entity.
package struct PlannedEntities: Hashable, Sendable {
  package let function: EntityFunction
  /// How many keys the question has, and with them each measure in front of those of the entity.
  package let outerKeys: Int
  package let entityKeys: Int
  package let grain: Grain?
  package let window: Window
  package let measures: [PlannedMeasure]
  package let value: Formula<MeasureID>
  package let summed: Formula<MeasureID>?

  package init(
    function: EntityFunction, outerKeys: Int, entityKeys: Int, grain: Grain?, window: Window,
    measures: [PlannedMeasure], value: Formula<MeasureID>, summed: Formula<MeasureID>?
  ) {
    self.function = function
    self.outerKeys = outerKeys
    self.entityKeys = entityKeys
    self.grain = grain
    self.window = window
    self.measures = measures
    self.value = value
    self.summed = summed
  }
}
