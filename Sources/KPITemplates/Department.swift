/// The starter of one department: a folder of a project, which fits beside the folders of the others.
///
/// No name in it is the name of anything in another starter, so that a company may have several of them.
package struct Department: Sendable {
  /// Its name on the command line and in the specification, and that of its folder.
  package let name: String
  let label: Bilingual
  /// One sentence that says what its KPIs are about.
  let summary: Bilingual
  /// The `.kpi` files by their names without the ending, in the two languages as `Edition` reads them.
  let files: [(name: String, text: String)]
  let guide: Guide
  /// Its rows, made anew each time.
  let data: @Sendable () -> [SampleTable]

  /// What the head of the department reads first.
  struct Guide: Sendable {
    /// What the department asks itself, and how these KPIs answer.
    let opening: Bilingual
    /// Which decision each KPI serves, by the KPI's name, in the order of the page.
    let decisions: [(kpi: String, decision: Bilingual)]
    /// What to change first.
    let firstChanges: [Bilingual]
    /// What the sample rows tell.
    let story: Bilingual
    /// What to ask next, after `kpi eval`.
    let question: String
  }

  /// The label of a KPI as its declaration says it.
  func label(of kpi: String) -> Bilingual? {
    for file in files {
      for line in file.text.split(separator: "\n") where line.hasPrefix("kpi \(kpi) ") {
        return Bilingual.first(in: String(line))?.text
      }
    }
    return nil
  }
}

/// The departments there are a starter for: the one list that a new one is added to.
package enum Departments {
  /// Those that a company has beside each other.
  package static let ofACompany: [Department] = [
    .marketing, .care, .people, .sales, .ecommerce, .finance, .operations, .product, .logistics,
    .startup,
  ]

  /// In the order in which `kpi new --list` shows them. The last ones show a strategy on numbers of its own; a company with
  /// every department has its strategy over the departments' numbers instead.
  package static let all: [Department] = ofACompany + [.balancedScorecard, .keyResults]
}

extension Department {
  /// What the list of starters says of it.
  package func summary(in language: Edition.Language) -> String { summary.text(in: language) }
}
