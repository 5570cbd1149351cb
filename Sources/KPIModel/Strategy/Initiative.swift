package import KPISource

/// Work under way that improves KPIs.
package struct Initiative: Sendable {
  package let name: String
  package let label: String?
  /// The label in other languages, by the language.
  package let translations: [String: String]
  package let improves: [MetricID]
  package let owner: OwnerID?
  package let department: DepartmentID?
  package let due: Day?
  package let state: State?
  package let origin: SourceRange

  /// How far the work is.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case planned, active
    case onHold = "on hold"
    case done, cancelled

    /// Whether nobody works on it any more.
    package var isOver: Bool { self == .done || self == .cancelled }
  }

  package init(
    name: String, label: String?, translations: [String: String] = [:], improves: [MetricID],
    owner: OwnerID?, department: DepartmentID?, due: Day?, state: State?, origin: SourceRange
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.improves = improves
    self.owner = owner
    self.department = department
    self.due = due
    self.state = state
    self.origin = origin
  }

  package var isOver: Bool { state?.isOver ?? false }

  /// Whether it should have been done before a day.
  package func isOverdue(on day: Day) -> Bool {
    guard !isOver, let due else { return false }
    return due < day
  }
}
