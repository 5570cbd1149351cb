package import KPIModel

/// One aggregate over the values that a formula has for each entity: the orders of each customer, averaged.
///
/// In every window and group the formula is computed for each entity apart, as if the entity had been one breakdown
/// more, and the aggregate is made of these values. An entity takes part where a measure of the formula has rows of it.
package struct EntityMeasure: Hashable, Sendable {
  package let function: EntityFunction
  package let entity: Entity
  /// The value of one entity, or a condition on it.
  package let value: Formula<Measure>
  /// What is added up over the entities at the top; `nil` for the values themselves.
  package let summed: Formula<Measure>?
  /// The window whose periods are the entities, where a grain is among what makes them; the windows of the measures
  /// inside are then seen from each of these periods. Without a grain they hold the windows themselves.
  package let window: Window

  package init(
    _ function: EntityFunction, of value: Formula<Measure>, summed: Formula<Measure>? = nil,
    per entity: Entity, window: Window = .period
  ) {
    self.function = function
    self.entity = entity
    self.value = value
    self.summed = summed
    self.window = window
  }

  /// The formulas that are computed for each entity.
  package var formulas: [Formula<Measure>] { [value] + (summed.map { [$0] } ?? []) }
}

/// What is done with the values of entities. An average is a sum over a count and a share a count over another.
package enum EntityFunction: Hashable, Sendable {
  /// The entities that take part.
  case count
  /// The entities for which the condition holds.
  case countSatisfying
  /// The entities that have a value.
  case countValues
  case sum, minimum, maximum, standardDeviation, product
  /// Between 0 and 100, by linear interpolation between the closest ranks.
  case percentile(Rational)
  /// The sum over the entities with the largest values.
  case top(TopCount)

  /// Whether the value over no entities is 0; all the others are missing there.
  package var isZeroOverNothing: Bool {
    switch self {
    case .count, .countSatisfying, .countValues, .sum, .top: true
    case .minimum, .maximum, .standardDeviation, .product, .percentile: false
    }
  }
}

/// The length of a window, in seconds: of its days, or of those on which work is done. Days after the as-of day have not
/// been yet and do not count.
package struct DayMeasure: Hashable, Sendable {
  package let kind: DayKind
  package let window: Window

  package init(_ kind: DayKind, window: Window) {
    self.kind = kind
    self.window = window
  }
}
