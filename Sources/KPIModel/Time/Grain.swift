/// The length of the periods that a question is answered by.
package enum Grain: String, Hashable, Sendable, CaseIterable {
  case day, week, month, quarter, half, year
  case fiscalWeek = "fiscal_week"
  case fiscalMonth = "fiscal_month"
  case fiscalQuarter = "fiscal_quarter"
  case fiscalHalf = "fiscal_half"
  case fiscalYear = "fiscal_year"

  /// The word in a specification and on the command line.
  package var name: String { rawValue }

  /// The words read aloud: `fiscal year`.
  package var spoken: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }

  /// The grain with these words: `month`, `fiscal year`.
  package init?(spoken: String) {
    guard let known = Grain.allCases.first(where: { $0.spoken == spoken }) else { return nil }
    self = known
  }

  /// Whether its periods are those of fiscal years.
  package var isFiscal: Bool {
    switch self {
    case .fiscalWeek, .fiscalMonth, .fiscalQuarter, .fiscalHalf, .fiscalYear: true
    case .day, .week, .month, .quarter, .half, .year: false
    }
  }

  package var isWeek: Bool { self == .week || self == .fiscalWeek }

  /// The years that its periods are named by.
  var year: Grain { isFiscal ? .fiscalYear : .year }

  /// The length as a span of the calendar.
  package var span: CalendarSpan {
    switch self {
    case .day: CalendarSpan(days: 1)
    case .week, .fiscalWeek: CalendarSpan(days: 7)
    case .month, .fiscalMonth: CalendarSpan(months: 1)
    case .quarter, .fiscalQuarter: CalendarSpan(months: 3)
    case .half, .fiscalHalf: CalendarSpan(months: 6)
    case .year, .fiscalYear: CalendarSpan(months: 12)
    }
  }

  /// The grain with this name, singular or plural (`month`, `months`).
  package init?(word: String) {
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    let known: Grain? = singular == "halve" ? .half : Grain(rawValue: singular)
    guard let known else { return nil }
    self = known
  }
}

/// A length in calendar time: months (quarters and years are months) or days (weeks are days).
package struct CalendarSpan: Hashable, Sendable {
  package let months: Int
  package let days: Int
  /// Periods of whatever grain is asked by.
  package let periods: Int

  package init(months: Int = 0, days: Int = 0, periods: Int = 0) {
    self.months = months
    self.days = days
    self.periods = periods
  }

  /// `3 quarters` is nine months; `nil` when the count is out of all proportion.
  package init?(_ count: Int, _ grain: Grain) {
    guard (1...100_000).contains(count) else { return nil }
    self.init(months: count * grain.span.months, days: count * grain.span.days)
  }

  package static let none = CalendarSpan()

  package func adding(_ other: CalendarSpan) -> CalendarSpan {
    CalendarSpan(
      months: months + other.months, days: days + other.days, periods: periods + other.periods)
  }

  /// The length with its periods written out as periods of a grain.
  package func resolved(for grain: Grain) -> CalendarSpan {
    CalendarSpan(
      months: months + periods * grain.span.months, days: days + periods * grain.span.days)
  }

  /// `1 year`, `3 months`, `2 weeks`, `10 days`, `1 period`.
  package var text: String {
    var parts: [String] = []
    if months != 0 {
      parts.append(months % 12 == 0 ? count(months / 12, "year") : count(months, "month"))
    }
    if days != 0 {
      parts.append(days % 7 == 0 ? count(days / 7, "week") : count(days, "day"))
    }
    if periods != 0 { parts.append(count(periods, "period")) }
    return parts.isEmpty ? "0 days" : parts.joined(separator: " and ")
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
