import KPIModel

/// What the company says: the conventions that numbers follow, and words.
enum CompanyFacts {
  static func declared(_ side: Side) -> Declared {
    let company = side.specification.company
    let calendar = company.calendar
    var facts = [
      Fact(.timeZone, company.timeZone),
      Fact(.week, "starts \(Calendar.weekdayNames[calendar.firstWeekday])"),
      Fact(.fiscalYear, text(of: calendar.fiscal)),
      Fact(.workdays, weekdays(calendar.work.weekdays)),
      Fact(.holidays, holidays(calendar.work.holidays)),
    ]
    facts += Fact.optional(.currency, company.currency)
    facts += Fact.optional(.mission, company.mission)
    if let profile = company.lint.profile { facts.append(Fact(.lint, "profile", profile)) }
    facts += company.lint.levels.map { Fact(.lint, $0.rule, $0.level.rawValue) }
    return Declared(.company, label: company.label, facts)
  }

  /// The setting that an aspect of the company is.
  static func setting(_ aspect: Aspect) -> Subject.Setting? {
    Subject.Setting(rawValue: aspect.rawValue)
  }

  private static func text(of fiscal: FiscalYear) -> String {
    var text: String
    if let weeks = fiscal.weeks {
      let day = Calendar.weekdayNames[weeks.lastWeekday]
      let month = Calendar.monthNames[(fiscal.startMonth + 10) % 12]
      let end = weeks.end == .last ? "last \(day) of \(month)" : "\(day) nearest \(month)"
      text = "weeks \"\(weeks.pattern.rawValue)\" ends \(end)"
    } else {
      text = "starts \(Calendar.monthNames[fiscal.startMonth - 1])"
    }
    return fiscal.naming == .start ? text + " named by start" : text
  }

  private static func weekdays(_ days: [Int]) -> String {
    days.map { Calendar.weekdayNames[$0] }.joined(separator: ", ")
  }

  private static func holidays(_ holidays: [Range<Day>]) -> String {
    guard !holidays.isEmpty else { return "none" }
    return holidays.map { days in
      let last = days.upperBound.adding(days: -1)
      return last == days.lowerBound ? last.text : "\(days.lowerBound.text) to \(last.text)"
    }.joined(separator: ", ")
  }
}
