import KPIModel

/// All that a formula may speak of: the tables and dimensions, and every declared name.
///
/// Shared, because each formula and each aggregate inside one is read with it at hand.
final class Vocabulary: Sendable {
  let specification: Specification
  let scope: Scope

  init(_ specification: Specification, _ scope: Scope) {
    self.specification = specification
    self.scope = scope
  }
}

/// Something that reads formulas with a vocabulary.
protocol Reading {
  var vocabulary: Vocabulary { get }
}

extension Reading {
  var specification: Specification { vocabulary.specification }
  var scope: Scope { vocabulary.scope }
}
