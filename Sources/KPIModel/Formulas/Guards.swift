package import KPISource

/// What a metric's values must satisfy in every period and group that is asked.
package struct Guards: Sendable {
  package var range: ValueRange?
  package var invariants: [Invariant] = []

  package init() {}

  package var isEmpty: Bool { range == nil && invariants.isEmpty }
}

/// The values that a metric can have; either end may be open.
package struct ValueRange: Sendable {
  package let lower: Number?
  package let upper: Number?
  /// Where it is written.
  package let origin: SourceRange

  package init(lower: Number?, upper: Number?, origin: SourceRange) {
    self.lower = lower
    self.upper = upper
    self.origin = origin
  }

  /// Whether a value lies in it; the ends belong to it.
  package func contains(_ value: Number) -> Bool {
    lower.map(value.isAtLeast) ?? true && upper.map(value.isAtMost) ?? true
  }
}

/// A condition that always holds.
package struct Invariant: Sendable {
  package let condition: MetricExpression
  /// What it compares, so that a message can say by how much it fails.
  package let operands: [WrittenFormula]
  /// Where the condition is written.
  package let origin: SourceRange

  package init(condition: MetricExpression, operands: [WrittenFormula], origin: SourceRange) {
    self.condition = condition
    self.operands = operands
    self.origin = origin
  }
}
