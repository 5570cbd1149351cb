package import KPIModel

/// The stretches of time that another engine puts rows into: the periods of a grain.
package struct CellUnit: Hashable, Sendable {
  package let grain: Grain
  package let calendar: Calendar

  package init(_ grain: Grain, _ calendar: Calendar) {
    self.grain = grain
    self.calendar = calendar
  }

  /// The first day of the stretch that a day is in.
  package func start(of day: Day) -> Day { calendar.period(grain, containing: day).start }

  package func isStart(_ day: Day) -> Bool { start(of: day) == day }

  /// The units longer than a month, and the week, which no month is made of; the longest first. Months of a retail calendar
  /// are no matter of other engines.
  package static func others(than month: CellUnit) -> [CellUnit] {
    let grains: [Grain] = [.year, .fiscalYear, .half, .fiscalHalf, .quarter, .fiscalQuarter, .week]
    return grains.filter { !$0.isFiscal || !month.calendar.fiscal.isRetail }
      .map { CellUnit($0, month.calendar) }
  }
}
