import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

extension LintRule {
  static let holidaysRunOut = LintRule(
    Rule(
      "KPI4410", "holidays-run-out", .warning, from: .standard,
      title: "The list of holidays has come to its end",
      explanation: """
        The company lists its holidays, and none of this year; in December, none of the next. From then on all of them count as \
        working days: times in working days become longer than they were, and a KPI of a running month seems to lag \
        behind. Add the holidays of the year when they are published.
        """,
      example: Samples.holidays(2025), mended: Samples.holidays(2025, 2026))
  ) { context, findings in
    // A month ahead, so that the new year begins with its holidays.
    let year = context.today.adding(months: 1).date.year
    let holidays = (context.declarations.company?.holidays ?? [])
    let ends = holidays.compactMap { holiday in
      (holiday.last ?? holiday.first)?.date.map { (year: $0.year, range: holiday.range) }
    }
    guard let last = ends.max(by: { $0.year < $1.year }), last.year < year else { return }
    findings.report(
      "no holiday of \(year) is listed, so all of them count as working days", at: last.range,
      help: "Add the holidays of \(year).")
  }
}

extension CompanySyntax {
  fileprivate var holidays: [HolidaySyntax] {
    attributes.flatMap { attribute in
      if case .holidays(let list) = attribute { list.holidays } else { [HolidaySyntax]() }
    }
  }
}

extension Samples {
  fileprivate static func holidays(_ years: Int...) -> String {
    let lines = years.map { "    \($0)-01-01 \"New Year\"\n    \($0)-09-02 \"National Day\"\n" }
    return "company \"Shop\" {\n  holidays {\n\(lines.joined())  }\n}\n"
  }
}
