import KPIModel
import KPIPlan

/// The days whose rows a question knows: those up to its as-of day, and all of them where a table is known ahead of
/// time.
struct Horizon {
  /// The last day whose rows count.
  let lastDay: Day
  private let calendar: Calendar
  /// Whether a question that names no period takes in every row of the measure.
  private let isWholeOpen: Bool

  init(_ measure: RowMeasure, _ plan: Plan, _ specification: Specification) {
    let isKnownAhead = specification[measure.table].isKnownAhead
    lastDay = isKnownAhead ? .end : plan.question.asOf
    calendar = plan.calendar
    // A stock is read as it stands on the as-of day where no other is named.
    let isEvents = if case .events = measure.axis { true } else { false }
    isWholeOpen = isKnownAhead && isEvents && plan.question.range == nil
  }

  /// The days whose rows a window takes in for a period; one is cut to the part that is over only where the rows of
  /// the rest are not known.
  func days(of window: Window, for period: Period) -> Range<Day>? {
    if isWholeOpen, window == .period, period.grain == nil { return period.start..<Day.end }
    return calendar.days(of: window, for: period, asOf: lastDay)
  }
}
