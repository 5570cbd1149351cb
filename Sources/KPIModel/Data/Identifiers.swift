/// Names one declaration by its place in the specification's list of its kind.
///
/// The kinds have their own types, so that the place of a table is never taken for that of a metric.
package protocol DeclarationID: Hashable, Sendable, Comparable {
  var index: Int { get }
  init(_ index: Int)
}

extension DeclarationID {
  package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

package struct TableID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

/// A column by its place in its own table.
package struct ColumnID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct DimensionID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct MetricID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct OwnerID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

package struct DepartmentID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}
