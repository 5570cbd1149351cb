import KPIModel

/// An axis with round numbers on it, wide enough for all values.
struct AxisScale: Equatable {
  /// The value at the bottom and at the top.
  let range: ClosedRange<Double>
  /// The values that lines are drawn at, the smallest first.
  let ticks: [Double]

  /// A scale with about so many steps of 1, 2, 2.5 or 5 times a power of ten.
  ///
  /// It starts at zero where that leaves the values readable: a line that hugs the top of its chart says less than
  /// one that fills it, and small changes are to be seen.
  init(fitting values: [Double], steps: Int) {
    // Beyond that a step would be infinite.
    let finite = values.filter { $0.magnitude < 1e200 }
    var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    if low >= 0, low <= high * 0.6 { low = 0 }
    if high <= 0, high >= low * 0.6 { high = 0 }
    if low == high {
      let room = low == 0 ? 1 : low.magnitude * 0.1
      (low, high) = (low - (low == 0 ? 0 : room), high + room)
    }
    let step = AxisScale.step(atLeast: (high - low) / Double(max(1, steps)))
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    // Sums of tenths drift; products of whole numbers do not.
    ticks = stride(from: first, through: last, by: 1).map { AxisScale.product($0, step) }
    range = AxisScale.product(first, step)...AxisScale.product(last, step)
  }

  /// Where a value lies between the bottom, 0, and the top, 1.
  func part(of value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  private static func step(atLeast size: Double) -> Double {
    var power = 1.0
    while power * 10 <= size { power *= 10 }
    while power > size { power /= 10 }
    for factor in [1, 2, 2.5, 5] where power * factor >= size { return power * factor }
    return power * 10
  }

  private static func product(_ count: Double, _ step: Double) -> Double {
    let scale = step < 1 ? (1 / step * 4).rounded() / 4 : 0
    return scale == 0 ? count * step : count / scale
  }
}
