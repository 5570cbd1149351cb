import KPIDiagnostics
import KPIModel
import KPISource
import KPITemplates
import KPIWorkspace
import Testing

@Suite struct TemplateTests {
  private static let days = ["2026-11-23", "2024-02-29", "2027-01-01"].compactMap { text in
    if case .day(let day) = PeriodName(text) { day } else { nil }
  }

  @Test(arguments: Template.all.map(\.name), days)
  func everyTemplateChecksWithoutFindings(name: String, lastDay: Day) throws {
    let template = try #require(Template.all.first { $0.name == name })
    let sources = template.files(lastDay).filter { $0.path.hasSuffix(".kpi") }
      .map { SourceText(path: $0.path, text: $0.text) }
    let project = Project(sources)
    let report = Report(project.diagnostics, sources: project.sources, fileCount: sources.count)
    #expect(project.diagnostics.isEmpty, "\(report.text(as: .text, toolVersion: ""))")
    #expect(project.specification.metrics.count { $0.isKPI } >= 5)
  }

  @Test(arguments: days)
  func theSampleEndsOnTheDay(lastDay: Day) throws {
    let files = Template.shop.files(lastDay)
    let orders = try #require(files.first { $0.path == "data/orders.csv" })
    let days = orders.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[2] }
    #expect(days.sorted() == days)
    let last = try #require(days.last)
    #expect(last <= lastDay.text)
    #expect(days.count > 800)
    #expect(Set(days.map { $0.prefix(7) }).count >= 18)
  }

  @Test func theSampleIsTheSameEveryTime() throws {
    let day = try #require(TemplateTests.days.first)
    #expect(Template.shop.files(day).map(\.text) == Template.shop.files(day).map(\.text))
  }
}
