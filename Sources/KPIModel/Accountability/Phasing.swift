/// How an amount for a year, a half or a quarter is spread over its months.
package struct Phasing: Hashable, Sendable {
  /// The periods that the amount is for.
  package let whole: Grain
  package let shape: Shape

  package enum Shape: Hashable, Sendable {
    /// The same in each month, however long it is.
    case even
    /// In proportion to a weight for each month.
    case weights([Number])
    /// In proportion to the KPI's own values so long before.
    case likePrevious(CalendarSpan)
  }

  package init(whole: Grain, shape: Shape) {
    self.whole = whole
    self.shape = shape
  }

  /// The months of a whole.
  package var monthCount: Int { whole.span.months }
}

extension Calendar {
  /// The months that share days with a period of a phased amount, each with the period of the whole that it is
  /// in, its place there, and the part of its days that lies in the period.
  package func months(of period: Period, phased phasing: Phasing) -> [PhasedMonth] {
    let grain: Grain = phasing.whole.isFiscal && fiscal.isRetail ? .fiscalMonth : .month
    var result: [PhasedMonth] = []
    var day = period.start
    while day < period.end {
      let month = self.period(grain, containing: day)
      let whole = self.period(phasing.whole, containing: day)
      let end = min(month.end, period.end)
      result.append(
        PhasedMonth(
          month: month, whole: whole,
          place: ordinal(of: day, grain) - ordinal(of: whole.start, grain),
          part: Number(end.number - day.number).divided(
            by: Number(month.end.number - month.start.number)) ?? .one))
      day = end
    }
    return result
  }
}

/// A month, or a part of one, that takes its share of a phased amount.
package struct PhasedMonth: Hashable, Sendable {
  package let month: Period
  package let whole: Period
  /// Counted from 0 at the start of the whole.
  package let place: Int
  /// The part of the month's days that is meant.
  package let part: Number
}
