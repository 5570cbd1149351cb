import KPIDiagnostics
import KPIModel
import KPIPlan

extension LintRule {
  static let shareWithoutRange = LintRule(
    Rule(
      "KPI4108", "share-without-range", .note, from: .strict,
      title: "Nothing notices when a percentage passes 100 %",
      explanation: """
        The KPI divides a number of things by a number of others, and is shown as a percentage. When rows are missing on \
        one side or doubled on the other it passes 100 %, and a chart shows that as a success. Where it is a \
        part of a whole, say so: `in 0%..100%` turns such a value into an error. A `share` is within these bounds \
        by itself.
        """,
      example: Samples.orders + Samples.owner + Samples.visits + """
        kpi conversion "Orders per visit" = count(orders) / count(visits) {
          owner sales_team
          every month
          unit  percent
        }
        """,
      mended: Samples.orders + Samples.owner + Samples.visits + """
        kpi conversion "Orders per visit" = count(orders) / count(visits) {
          owner sales_team
          every month
          unit  percent
          in    0%..100%
        }
        """)
  ) { context, findings in
    for kpi in context.kpis
    where kpi.metric.quantity == .percent && kpi.metric.guards.range == nil {
      guard case .quotient(.leaf(let part), .leaf(let whole))? = context.form(of: kpi.id),
        part.isCount, whole.isCount, !part.isPart(of: whole)
      else { continue }
      findings.report(
        "nothing notices when `\(kpi.name)` passes 100 %", at: kpi.nameRange,
        help: "Where it is a part of a whole, add a line `in 0%..100%`.")
    }
  }
}

extension Measure {
  /// Whether it is a number of things.
  fileprivate var isCount: Bool {
    switch self {
    case .rows(let rows): rows.function == .count || rows.function == .countDistinct
    case .entities(let entities):
      entities.function == .count || entities.function == .countSatisfying
        || entities.function == .countValues
    case .days: false
    }
  }

  /// Whether it counts only things that another one counts as well.
  fileprivate func isPart(of whole: Measure) -> Bool {
    switch (self, whole) {
    case (.rows(var part), .rows(let whole)):
      let conditions = part.conditions.withPresence
      part.filter = whole.filter
      part.maturity = whole.maturity
      return part == whole && conditions.isSuperset(of: whole.conditions)
    case (.entities(let part), .entities(let whole)):
      return part.function == .countSatisfying && part.entity == whole.entity
        && part.window == whole.window
    default: return false
    }
  }
}

extension RowMeasure {
  /// What all of its rows satisfy, as far as it is written.
  fileprivate var conditions: Set<TableExpression> {
    switch filter {
    case .all(let parts): Set(parts)
    case .some(let condition): [condition]
    case nil: []
    }
  }
}

extension Set<TableExpression> {
  /// The conditions, and that the values that they compare are there.
  fileprivate var withPresence: Set<TableExpression> {
    union(
      compactMap { condition in
        switch condition {
        case .comparison(_, .field(let path), .literal), .isIn(.field(let path), _):
          .not(.isMissing(.field(path)))
        default: nil
        }
      })
  }
}
