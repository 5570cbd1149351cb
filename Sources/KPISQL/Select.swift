/// A query as a tree.
package struct Select: Hashable, Sendable {
  /// All columns of the relation where none are named.
  package var columns: [Column] = []
  package var from: Relation
  package var joins: [Join] = []
  package var filter: SQLExpression?
  package var groups: Groups = .none
  /// How many rows at most; `nil` for all.
  package var limit: Int?

  package struct Column: Hashable, Sendable {
    package let expression: SQLExpression
    package let name: String
    /// What it is, for readers.
    package var comment: String?

    package init(_ expression: SQLExpression, as name: String, comment: String? = nil) {
      self.expression = expression
      self.name = name
      self.comment = comment
    }
  }

  package indirect enum Relation: Hashable, Sendable {
    /// A table or a view, by its name in parts: `public.orders` has two.
    case table([String], as: String)
    /// A file that the engine reads as a table.
    case file(String, as: String)
    case derived(Select, as: String)
    /// One column with some whole numbers.
    case numbers([Int], column: String, as: String)
  }

  package struct Join: Hashable, Sendable {
    package let relation: Relation
    /// `nil` for every pair of rows.
    package let condition: SQLExpression?

    package init(_ relation: Relation, on condition: SQLExpression?) {
      self.relation = relation
      self.condition = condition
    }
  }

  package enum Groups: Hashable, Sendable {
    case none
    case by([SQLExpression])
    case sets([[SQLExpression]])
  }

  package init(from: Relation) { self.from = from }
}
