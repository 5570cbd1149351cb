package import KPISource

/// A formula that stands somewhere else than in a metric of its own: what a test expects a value of, a side of an
/// invariant.
package struct WrittenFormula: Sendable {
  package let expression: MetricExpression
  package let quantity: Quantity
  package let origin: SourceRange

  package init(expression: MetricExpression, quantity: Quantity, origin: SourceRange) {
    self.expression = expression
    self.quantity = quantity
    self.origin = origin
  }
}
