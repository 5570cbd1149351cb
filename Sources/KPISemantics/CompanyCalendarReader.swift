import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads how the company divides time: its weeks, its working days and its fiscal years.
enum CompanyCalendarReader {
  static func read(
    _ attributes: [CompanyAttributeSyntax], into diagnostics: inout [Diagnostic]
  ) -> Calendar {
    var week: (name: NameSyntax, start: Int)?
    var fiscal = FiscalYear.calendar
    var workdays: Set<Int> = [0, 1, 2, 3, 4]
    var holidays: [Range<Day>] = []
    for attribute in attributes {
      switch attribute {
      case .week(let view):
        guard let name = view.start, let start = weekday(name, into: &diagnostics) else { continue }
        week = (name, start)
      case .workdays(let view): workdays = self.workdays(view, into: &diagnostics)
      case .holidays(let view): holidays = self.holidays(view, into: &diagnostics)
      case .fiscal(let view): fiscal = self.fiscal(view, into: &diagnostics) ?? fiscal
      default: break
      }
    }
    let calendar = Calendar(
      firstWeekday: week?.start ?? 0, fiscal: fiscal,
      work: WorkingDays(weekdays: workdays, holidays: holidays))
    if let week, week.start != calendar.firstWeekday {
      diagnostics.append(
        .contradictingWeek(Calendar.weekdayNames[calendar.firstWeekday], at: week.name.range))
    }
    return calendar
  }

  // MARK: Working days

  private static func workdays(
    _ syntax: WorkdaysAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> Set<Int> {
    var places: [Int: SourceRange] = [:]
    for weekdays in syntax.weekdays {
      guard let first = weekday(weekdays.first, into: &diagnostics) else { continue }
      let last = weekday(weekdays.last, into: &diagnostics) ?? first
      // `saturday to wednesday` goes on over the end of the week.
      for day in (first...(last < first ? last + 7 : last)).map({ $0 % 7 }) {
        if let place = places[day] {
          diagnostics.append(
            .repeatedDay(Calendar.weekdayNames[day], "workday", at: weekdays.range, first: place))
        } else {
          places[day] = weekdays.range
        }
      }
    }
    return Set(places.keys)
  }

  private static func holidays(
    _ syntax: HolidaysAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> [Range<Day>] {
    var holidays: [(days: Range<Day>, place: SourceRange)] = []
    for holiday in syntax.holidays {
      guard let first = holiday.first?.date.flatMap({ Day($0) }) else { continue }
      let last = holiday.last?.date.flatMap { Day($0) } ?? first
      if last < first, let literal = holiday.last {
        diagnostics.append(.periodsOutOfOrder(at: literal.range))
      } else {
        holidays.append((first..<last.adding(days: 1), holiday.range))
      }
    }
    checkOverlaps(holidays, into: &diagnostics)
    return holidays.map(\.days)
  }

  /// Reports each holiday that begins while another lasts, where it stands later in the text.
  private static func checkOverlaps(
    _ holidays: [(days: Range<Day>, place: SourceRange)], into diagnostics: inout [Diagnostic]
  ) {
    let inOrder = holidays.sorted { $0.days.lowerBound < $1.days.lowerBound }
    guard var longest = inOrder.first else { return }
    for holiday in inOrder.dropFirst() {
      if holiday.days.lowerBound < longest.days.upperBound {
        let (earlier, later) =
          holiday.place.start < longest.place.start
          ? (holiday.place, longest.place) : (longest.place, holiday.place)
        diagnostics.append(
          .repeatedDay(holiday.days.lowerBound.text, "holiday", at: later, first: earlier))
      }
      if holiday.days.upperBound > longest.days.upperBound { longest = holiday }
    }
  }

  // MARK: Fiscal years

  private static func fiscal(
    _ syntax: FiscalAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> FiscalYear? {
    let naming = naming(syntax.naming, into: &diagnostics)
    guard let weeks = syntax.weeks else {
      return month(syntax.start, into: &diagnostics).map {
        FiscalYear(startMonth: $0, naming: naming)
      }
    }
    let pattern = pattern(weeks.pattern, into: &diagnostics)
    let lastWeekday = weekday(weeks.weekday, into: &diagnostics)
    guard let month = month(weeks.month, into: &diagnostics), let pattern, let lastWeekday else {
      return nil
    }
    let rule = FiscalYear.Weeks(
      pattern, lastWeekday: lastWeekday, end: weeks.isLastOfMonth ? .last : .nearest)
    return FiscalYear(rule, endMonth: month, naming: naming)
  }

  private static func naming(
    _ name: NameSyntax?, into diagnostics: inout [Diagnostic]
  ) -> FiscalYear.Naming {
    let words = FiscalYear.Naming.allCases.map(\.rawValue)
    guard let place = place(of: name, in: words, into: &diagnostics) else { return .end }
    return FiscalYear.Naming.allCases[place]
  }

  private static func pattern(
    _ text: StringSyntax?, into diagnostics: inout [Diagnostic]
  ) -> FiscalYear.Weeks.Pattern? {
    guard let text else { return nil }
    if let pattern = FiscalYear.Weeks.Pattern(rawValue: text.value) { return pattern }
    diagnostics.append(
      .unknownWeekPattern(
        text.value, known: FiscalYear.Weeks.Pattern.allCases.map(\.rawValue), at: text.range))
    return nil
  }

  // MARK: Words

  private static func weekday(
    _ name: NameSyntax?, into diagnostics: inout [Diagnostic]
  ) -> Int? {
    place(of: name, in: Calendar.weekdayNames, into: &diagnostics)
  }

  private static func month(_ name: NameSyntax?, into diagnostics: inout [Diagnostic]) -> Int? {
    place(of: name, in: Calendar.monthNames, into: &diagnostics).map { $0 + 1 }
  }

  private static func place(
    of name: NameSyntax?, in words: [String], into diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let name else { return nil }
    if let place = words.firstIndex(of: name.text) { return place }
    diagnostics.append(.unknownWord(name.text, known: words, at: name.range))
    return nil
  }
}
