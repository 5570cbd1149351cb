package import KPISource

package struct AssumptionID: DeclarationID {
  package let index: Int
  package init(_ index: Int) { self.index = index }
}

/// Something that is believed of the market, competitors, customers or the company itself, on which targets rest.
package struct Assumption: Sendable {
  package let name: String
  package let label: String?
  /// The label in other languages, by the language.
  package let translations: [String: String]
  package let owner: OwnerID?
  package let department: DepartmentID?
  /// The last day on which it is believed without being looked at again.
  package let expires: Day?
  /// Why it is believed.
  package let reason: String?
  package let broken: Broken?
  package let origin: SourceRange

  /// The day from which it does not hold any more, and what happened.
  package struct Broken: Hashable, Sendable {
    package let since: Day
    package let reason: String?

    package init(since: Day, reason: String?) {
      self.since = since
      self.reason = reason
    }
  }

  package enum State: String, Hashable, Sendable, CaseIterable {
    case holds, expired, broken
  }

  package init(
    name: String, label: String?, translations: [String: String] = [:], owner: OwnerID?,
    department: DepartmentID?, expires: Day?, reason: String?, broken: Broken?,
    origin: SourceRange
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.owner = owner
    self.department = department
    self.expires = expires
    self.reason = reason
    self.broken = broken
    self.origin = origin
  }

  package func state(on day: Day) -> State {
    if let broken, broken.since <= day { return .broken }
    if let expires, expires < day { return .expired }
    return .holds
  }
}
