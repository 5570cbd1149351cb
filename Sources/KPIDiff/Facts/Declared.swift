import KPISource

/// A declaration as far as it is compared: what it says, in the order in which people look for it.
struct Declared {
  let subject: Subject
  var label: String?
  var isKPI = false
  var place: SourceRange?
  var facts: [Fact]
  var revision: Change.Revision?
  /// What kind of change it is that it is new, or gone.
  var whenAdded = Category.additive
  var whenRemoved = Category.breaking

  init(_ subject: Subject, label: String? = nil, place: SourceRange? = nil, _ facts: [Fact]) {
    self.subject = subject
    self.label = label
    self.place = place
    self.facts = facts + Fact.optional(.label, label)
  }

  /// The table that it is, or is a column of.
  var table: String? {
    switch subject.kind {
    case .table: subject.name
    case .column: subject.name.split(separator: ".").first.map(String.init)
    default: nil
    }
  }
}
