/// What kind of change a change is, the worst first.
package enum Category: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Something that others may use is gone, has another name or another unit.
  case breaking
  /// A number is computed otherwise.
  case valueChanging = "value-changing"
  /// The number stays, and what is expected of it moves.
  case goalpost
  /// Something is there that was not.
  case additive
  /// Words, people and plans around the number.
  case metadata

  private var rank: Int { Category.allCases.firstIndex(of: self) ?? 0 }

  /// The worse one is the smaller one.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// Whether a change must be acknowledged where it is made.
  package var needsAcknowledgement: Bool { self <= .valueChanging }
}
