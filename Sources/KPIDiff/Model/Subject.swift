/// What changes, and what values rest on: a declaration, a column or a setting of the company.
package struct Subject: Hashable, Sendable, Comparable {
  package let kind: Kind
  /// `revenue`, `orders.amount`, `fiscal year`; empty for the company.
  package let name: String

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case metric, company
    /// One of the company's conventions that values rest on.
    case setting
    case unit, source, table, column, dimension
    case scorecard, objective, initiative, assumption, perspective, department, owner, test
  }

  package init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  package static let company = Subject(.company, "")

  package static func setting(_ setting: Setting) -> Subject { Subject(.setting, setting.rawValue) }

  /// The conventions of the company that values rest on.
  package enum Setting: String, Hashable, Sendable, CaseIterable {
    case timeZone = "time zone"
    case week
    case fiscalYear = "fiscal year"
    case workdays
    case holidays
  }

  package static func < (left: Self, right: Self) -> Bool {
    let ranks = (left.rank, right.rank)
    return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.name < right.name
  }

  private var rank: Int { Kind.allCases.firstIndex(of: kind) ?? 0 }

  /// As it is called in a path: `revenue`, `column orders.amount`, `company fiscal year`.
  package var text: String {
    switch kind {
    case .metric: name
    case .company: "company"
    case .setting: "company \(name)"
    default: "\(kind.rawValue) \(name)"
    }
  }
}
