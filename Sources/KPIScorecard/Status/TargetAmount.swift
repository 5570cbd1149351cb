package import KPIModel
package import KPIPlan

/// What a target asks for in one period: its formula worked out there or, for a phased amount, the shares of the
/// months that the period takes in.
package struct TargetAmount {
  private let value: TargetValue
  private let kpi: MetricID
  private let calendar: Calendar

  package init(_ value: TargetValue, for kpi: MetricID, _ calendar: Calendar) {
    self.value = value
    self.kpi = kpi
    self.calendar = calendar
  }

  /// A value that is needed of the data, for the same group as the KPI's.
  package struct Wanted {
    package let expression: MetricExpression
    package let period: Period
    /// Whether a 0 without any rows behind it is missing: no plan is no plan of 0.
    package let needsRows: Bool
  }

  /// The amount for a period; `lookUp` gives the values of formulas.
  package func cell(in period: Period, _ lookUp: (Wanted) -> Cell) -> Cell {
    guard let phasing = value.phasing else { return amount(in: period, lookUp) }
    do throws(MissingReason) {
      var total = Number.zero
      for month in calendar.months(of: period, phased: phasing) {
        let amount = try amount(in: month.whole, lookUp).get()
        let share = try share(of: month, phasing, lookUp)
        guard let part = amount.multiplied(by: share)?.multiplied(by: month.part),
          let sum = total.adding(part)
        else { throw .outOfRange }
        total = sum
      }
      return .value(total)
    } catch {
      return .missing(error)
    }
  }

  private func amount(in period: Period, _ lookUp: (Wanted) -> Cell) -> Cell {
    value.constant.map(Cell.value)
      ?? lookUp(Wanted(expression: value.formula, period: period, needsRows: true))
  }

  /// The part of the amount that a whole month takes.
  private func share(
    of month: PhasedMonth, _ phasing: Phasing, _ lookUp: (Wanted) -> Cell
  ) throws(MissingReason) -> Number {
    switch phasing.shape {
    case .even: return try quotient(.one, Number(phasing.monthCount))
    case .weights(let weights):
      var total = Number.zero
      for weight in weights {
        guard let sum = total.adding(weight) else { throw .outOfRange }
        total = sum
      }
      guard weights.indices.contains(month.place) else { throw .noValue }
      return try quotient(weights[month.place], total)
    case .likePrevious(let span):
      guard let before = calendar.moved(month.month, back: span),
        let wholeBefore = calendar.moved(month.whole, back: span)
      else { throw .noValue }
      let own = MetricExpression.metric(kpi)
      let total = lookUp(Wanted(expression: own, period: wholeBefore, needsRows: true))
      let part = lookUp(Wanted(expression: own, period: before, needsRows: false))
      return try quotient(try part.get(), try total.get())
    }
  }

  private func quotient(_ part: Number, _ whole: Number) throws(MissingReason) -> Number {
    guard !whole.isZero else { throw .divisionByZero }
    guard let quotient = part.divided(by: whole) else { throw .outOfRange }
    return quotient
  }
}
