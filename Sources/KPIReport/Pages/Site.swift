import KPIModel
package import KPIText

/// A company's scorecard as pages that need no server and no network.
package struct Site: Sendable {
  /// The pages, the summary first.
  package let pages: [Page]

  package struct Page: Sendable {
    /// The name of its file; all stand in one folder.
    package let file: String
    package let text: String
  }

  /// What every page says it was made by, which tells them from pages of others.
  package static let generator = "kpi report"

  package init(_ report: CompanyReport, in language: Language) {
    let voice = Voice(language: language, specification: report.specification)
    let frame = PageFrame(report: report, voice: voice, site: SiteIndex(report))
    var pages = [SummaryPage(frame: frame).page]
    pages += report.specification.departments.indices.map {
      GroupPage(frame: frame, group: .department(.init($0))).page
    }
    pages += report.specification.owners.indices.map {
      GroupPage(frame: frame, group: .owner(.init($0))).page
    }
    pages += report.kpis.map { KPIPage(frame: frame, record: $0).page }
    self.pages = pages
  }
}
