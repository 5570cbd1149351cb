/// One aggregate over the values that a formula has for each entity, as written:
/// `average(count(orders) per customer_id)`.
package struct EntityAggregate: Hashable, Sendable {
  package let function: Function
  package let entity: Entity
  /// The value of one entity, or a condition on it.
  package let value: MetricExpression

  package enum Function: Hashable, Sendable {
    /// The entities for which the condition holds.
    case countSatisfying
    /// The entities that have a value.
    case countValues
    /// The part of the entities for which the condition holds.
    case share
    case sum, average, minimum, maximum, standardDeviation, product
    /// Between 0 and 100, by linear interpolation between the closest ranks.
    case percentile(Rational)
    /// The sum over the entities with the largest values: of these values, or of another formula.
    case top(TopCount, of: MetricExpression?)
  }

  package init(function: Function, entity: Entity, value: MetricExpression) {
    self.function = function
    self.entity = entity
    self.value = value
  }

  /// The formulas that are computed for each entity.
  package var formulas: [MetricExpression] {
    if case .top(_, .some(let other)) = function { [value, other] } else { [value] }
  }
}

/// What `per` names: the rows that share these values are one entity.
package struct Entity: Hashable, Sendable {
  package let attributes: [Attribute]
  /// The periods that are entities, or parts of what makes them.
  package let grain: Grain?

  package init(attributes: [Attribute], grain: Grain?) {
    self.attributes = attributes
    self.grain = grain
  }
}

/// How many entities are at the top.
package enum TopCount: Hashable, Sendable {
  case entities(Int)
  /// This part of the entities, rounded up to whole ones.
  case part(Rational)

  /// How many of a number of entities are meant.
  package func count(of entities: Int) -> Int {
    switch self {
    case .entities(let count): return min(count, entities)
    case .part(let part):
      guard let product = part.multiplied(by: Rational(entities)) else { return entities }
      return min(Int(-product.negated.floor), entities)
    }
  }
}

/// Which days a length counts.
package enum DayKind: String, Hashable, Sendable, CaseIterable {
  case days
  case workingDays = "working_days"
}
