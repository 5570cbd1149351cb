package import KPISource

/// All that changes about one thing.
package struct Change: Sendable {
  package let subject: Subject
  /// What people know it by.
  package let label: String?
  package let isKPI: Bool
  package let kind: Kind
  /// The worst first.
  package var parts: [Part]
  /// Where it stands: in the head, or in the base where it is gone.
  package let place: SourceRange?
  package var acknowledgement: Acknowledgement?
  /// The number that its `revision` was raised to, and why.
  package var revision: Revision?
  /// The number that it would be raised to.
  package var nextRevision = 1

  package enum Kind: Hashable, Sendable {
    case added, removed, changed
    /// It had another name; whether it says so by `replaces`.
    case renamed(from: String, isDeclared: Bool)
  }

  package struct Revision: Hashable, Sendable {
    package let number: Int
    package let reason: String
  }

  /// Why a change may be made.
  package enum Acknowledgement: Hashable, Sendable {
    case revision(Revision, of: Subject)
    /// What is gone was deprecated before.
    case deprecated
    /// Something else takes its place.
    case replaced(by: String)
  }

  /// The worst of its parts.
  package var category: Category { parts.map(\.category).min() ?? .metadata }

  /// Whether anything of it is its own doing, rather than that of what it rests on.
  package var isDirect: Bool { parts.contains { $0.path.isEmpty } }

  /// Its own changes that must be acknowledged.
  package var grave: [Part] { parts.filter { $0.path.isEmpty && $0.category.needsAcknowledgement } }

  package func has(_ category: Category) -> Bool { parts.contains { $0.category == category } }
}

/// One thing that is said otherwise.
package struct Part: Sendable {
  package let aspect: Aspect
  /// Which of several it is: a target's name, a group, a member.
  package let detail: String?
  package var category: Category
  /// As people read it; `nil` where nothing was said.
  package let before: String?
  package let after: String?
  /// What made it change, the nearest first, where it says the same as before; empty for its own change.
  package let path: [Subject]
  /// Of a formula the measures that only one side has, where it has other ones too.
  package var measures: (before: [String], after: [String])?

  package var isDirect: Bool { path.isEmpty }
}
