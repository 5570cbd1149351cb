package import KPISource

/// A named formula, immutable and shared; with accountability it is a KPI.
package final class Metric: Sendable {
  package let name: String
  package let label: String?
  /// Labels by language code, such as `vi`.
  package let translations: [String: String]
  package let documentation: String?
  package let formula: MetricExpression
  package let quantity: Quantity
  package let origin: SourceRange
  package let formulaRange: SourceRange
  /// What its values must satisfy.
  package let guards: Guards
  /// `nil` for a plain metric.
  package let accountability: Accountability?
  package let history: History

  package init(
    name: String, label: String?, translations: [String: String], documentation: String?,
    formula: MetricExpression, quantity: Quantity, origin: SourceRange, formulaRange: SourceRange,
    guards: Guards = Guards(), accountability: Accountability?, history: History = History()
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.documentation = documentation
    self.formula = formula
    self.quantity = quantity
    self.origin = origin
    self.formulaRange = formulaRange
    self.guards = guards
    self.accountability = accountability
    self.history = history
  }

  package var isKPI: Bool { accountability != nil }

  /// Every formula that its declaration is written with: its own, and those of its guards, targets and sample.
  package var formulas: [MetricExpression] {
    var formulas = [formula] + guards.invariants.map(\.condition)
    formulas += accountability?.targets?.values.map(\.formula) ?? []
    formulas += accountability?.duties.sample.map { [$0.size] } ?? []
    return formulas
  }
}
