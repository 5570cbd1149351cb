/// The stretch of time that a measure takes in, seen from the period asked: `previous`, `trailing` and
/// `to_date` are windows, and a measure with no window takes in just the period.
package struct Window: Hashable, Sendable {
  /// How far the period is moved back first.
  package let shift: CalendarSpan
  package let extent: Extent

  package enum Extent: Hashable, Sendable {
    /// The period itself.
    case period
    /// The span that ends with the period.
    case trailing(CalendarSpan)
    /// From the start of the enclosing period of a grain to the end of the period.
    case toDate(Grain)
    /// Everything before the period.
    case before
    /// Everything up to the end of the period.
    case cumulative
  }

  package static let period = Window(shift: .none, extent: .period)

  package init(shift: CalendarSpan, extent: Extent) {
    self.shift = shift
    self.extent = extent
  }

  package func shifted(by span: CalendarSpan) -> Window {
    Window(shift: shift.adding(span), extent: extent)
  }
}
