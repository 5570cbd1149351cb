import KPIModel
import KPIPlan

/// What a formula means on one side.
struct Meaning {
  /// Equal where the same is computed from tables and columns of the same names.
  let exact: String
  /// `nil` where the formula has no normal form.
  let formula: Formula<Measure>?
  /// What it rests on, down to the data.
  let grounds: Set<Subject>
  /// What it rests on at first hand: the metrics that it names, and what they do not rest on themselves.
  let edges: Set<Subject>
}

/// The meanings of all formulas of one side, each metric worked out once.
struct Meanings {
  let side: Side
  let exactText: FormulaText
  let shownText: FormulaText
  private(set) var metrics: [Meaning] = []
  private var normaliser: Normaliser
  /// What each metric rests on.
  private var grounds: [Set<Subject>] = []

  init(_ side: Side) {
    self.side = side
    exactText = FormulaText(side.specification, isExact: true)
    shownText = FormulaText(side.specification)
    normaliser = Normaliser(side.specification)
    for id in side.specification.metricIDs { grounds.append(grounds(of: .metric(id))) }
    for id in side.specification.metricIDs {
      let form = try? normaliser.normalForm(of: id)
      metrics.append(
        meaning(of: side.specification[id].formula, grounds[id.index], form: form))
    }
  }

  private mutating func grounds(of expression: MetricExpression) -> Set<Subject> {
    var grounds = Grounds(side.specification)
    if let form = try? normaliser.normalForm(of: expression) { grounds.add(form) }
    if case .metric(let id) = expression {
      grounds.addDimensions(of: side.specification[id].formula)
    } else {
      grounds.addDimensions(of: expression)
    }
    return grounds.subjects
  }

  private func meaning(
    of expression: MetricExpression, _ grounds: Set<Subject>, form: Formula<Measure>?
  ) -> Meaning {
    var own = grounds
    let named = expression.metrics
    for metric in named { own.subtract(self.grounds[metric.index]) }
    return Meaning(
      exact: form.map(exactText.text) ?? "?", formula: form, grounds: grounds,
      edges: own.union(named.map { side.subject(of: $0) }))
  }

  /// The meaning of a formula that is not a metric's own, such as a target's.
  mutating func meaning(of expression: MetricExpression) -> Meaning {
    let grounds = grounds(of: expression)
    let form = try? normaliser.normalForm(of: expression)
    return meaning(of: expression, grounds, form: form)
  }
}
