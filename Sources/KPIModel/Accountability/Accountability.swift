/// Who answers for a KPI, how often it is judged, and against what.
package struct Accountability: Sendable {
  package let owner: OwnerID?
  package let department: DepartmentID?
  /// The period the KPI is judged by.
  package let cadence: Grain?
  package let targets: Targets?
  package let review: Review?
  package let question: String?
  package let duties: Duties

  /// How often the KPI itself is looked over, and when that last happened.
  package struct Review: Hashable, Sendable {
    package let every: Grain
    package let last: Day?

    package init(every: Grain, last: Day?) {
      self.every = every
      self.last = last
    }
  }

  package init(
    owner: OwnerID?, department: DepartmentID?, cadence: Grain?, targets: Targets?, review: Review?,
    question: String?, duties: Duties = Duties()
  ) {
    self.owner = owner
    self.department = department
    self.cadence = cadence
    self.targets = targets
    self.review = review
    self.question = question
    self.duties = duties
  }
}

/// A person or team who answers for KPIs.
package struct Owner: Sendable {
  package let name: String
  package let label: String?
  /// The label in other languages, by the language.
  package let translations: [String: String]
  package let email: String?
  /// What the owner is called where changes are reviewed: `@lan`, `@sunrise/growth`.
  package let handle: String?

  package init(
    name: String, label: String?, translations: [String: String] = [:], email: String?,
    handle: String? = nil
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.email = email
    self.handle = handle
  }
}

/// A group of KPIs with a lead.
package struct Department: Sendable {
  package let name: String
  package let label: String?
  package let translations: [String: String]
  package let lead: OwnerID?
  package let parent: DepartmentID?

  package init(
    name: String, label: String?, translations: [String: String], lead: OwnerID?,
    parent: DepartmentID?
  ) {
    self.name = name
    self.label = label
    self.translations = translations
    self.lead = lead
    self.parent = parent
  }
}
