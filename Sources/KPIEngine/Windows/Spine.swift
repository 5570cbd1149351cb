import KPIModel
import KPIPlan

/// The periods that an answer shows.
struct Spine {
  let periods: [Period]
  private let question: Question

  /// The periods of a question that names both ends of its range, or that asks for no grain.
  init?(known question: Question, _ calendar: Calendar) {
    self.question = question
    let now = question.asOf.adding(days: 1)
    guard let grain = question.grain else {
      let days = question.range ?? Day.first..<now
      periods = [Period(grain: nil, start: days.lowerBound, end: days.upperBound)]
      return
    }
    guard let range = question.range, range.lowerBound > .first, range.upperBound < .end else {
      return nil
    }
    periods = Spine.periods(grain, range, question.asOf, calendar)
  }

  /// The periods from the first to the last day observed, within the end of the range that was named.
  init(_ question: Question, observed: ClosedRange<Day>?, _ calendar: Calendar) {
    self.question = question
    guard let grain = question.grain, let observed else {
      periods = []
      return
    }
    let days = (observed.lowerBound..<observed.upperBound.adding(days: 1))
      .clamped(to: question.range ?? Day.first..<Day.end)
    periods = Spine.periods(grain, days, question.asOf, calendar)
  }

  private static func periods(
    _ grain: Grain, _ days: Range<Day>, _ asOf: Day, _ calendar: Calendar
  ) -> [Period] {
    guard !days.isEmpty, days.lowerBound <= asOf else { return [] }
    let last = min(days.upperBound.adding(days: -1), asOf)
    let first = calendar.ordinal(of: days.lowerBound, grain)
    return (first...max(first, calendar.ordinal(of: last, grain))).map {
      calendar.period(ordinal: $0, grain)
    }
  }

  /// Whether a period is still running on the as-of day.
  func isPartial(_ period: Period) -> Bool {
    guard question.grain != nil || question.range != nil else { return false }
    return period.days.contains(question.asOf) && period.lastDay != question.asOf
  }
}
