import KPIModel
import KPIPlan
import KPIScorecard

/// Where everything of a chart of values over time stands; drawing it adds nothing but looks.
struct HistoryLayout {
  let frame: ChartFrame
  let scale: AxisScale
  let slots: [Slot]
  /// The runs of neighbouring periods that have values, as places in `slots`. Nothing is drawn across a gap, and nothing
  /// to a value that still grows: the line would fall where nothing does.
  let runs: [Range<Int>]

  /// The room of one period.
  struct Slot {
    let left: Double
    let right: Double
    /// The height of its value; `nil` where there is none.
    let value: Double?
    /// The heights of its target: one, or the two ends of a band.
    let target: [Double]
    /// The heights between which a value is at risk.
    let atRisk: [ClosedRange<Double>]
    let stretch: [Double]
    /// The height of what is due by now in a running period.
    let due: [Double]
    let isRunning: Bool
    let status: Status

    var center: Double { (left + right) / 2 }
  }

  /// `nil` where there is no value to draw.
  init?(_ history: [HistoryPoint], _ unit: DisplayUnit, in frame: ChartFrame) {
    func shown(_ number: Number) -> Double { unit.shown(number).doubleValue }
    guard history.contains(where: { $0.value.number != nil }) else { return nil }
    let numbers = history.flatMap(\.numbers)
    let scale = AxisScale(fitting: numbers.map(shown), steps: frame.steps)
    func height(_ number: Number) -> Double {
      frame.bottom - scale.part(of: shown(number)) * (frame.bottom - frame.top)
    }
    func span(_ one: Double, _ other: Double) -> ClosedRange<Double> {
      min(one, other)...max(one, other)
    }
    func atRisk(_ point: HistoryPoint) -> [ClosedRange<Double>] {
      switch (point.judgement.goal?.bounds, point.threshold) {
      case (.value(let target)?, .value(let threshold)?):
        return [span(height(target), height(threshold))]
      case (.band(let low, let high)?, .band(let lowest, let highest)?):
        return [span(height(low), height(lowest)), span(height(high), height(highest))]
      default: return []
      }
    }
    let width = (frame.right - frame.left) / Double(history.count)
    self.frame = frame
    self.scale = scale
    slots = history.enumerated().map { index, point in
      let left = frame.left + Double(index) * width
      return Slot(
        left: left, right: left + width, value: point.value.number.map(height),
        target: (point.judgement.goal?.bounds.values ?? []).map(height), atRisk: atRisk(point),
        stretch: (point.stretch?.values ?? []).map(height),
        due: (point.judgement.goalToDate?.bounds.values ?? []).map(height),
        isRunning: point.isRunning, status: point.judgement.status)
    }
    runs = HistoryLayout.runs(history.map { $0.value.number != nil && !$0.isGrowing })
  }

  /// The ranges of neighbours that are there.
  static func runs(_ present: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, isPresent) in present.enumerated() {
      if isPresent {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let start { runs.append(start..<present.count) }
    return runs
  }
}

extension HistoryPoint {
  /// Everything that the chart has a height for.
  fileprivate var numbers: [Number] {
    var numbers = judgement.goal?.bounds.values ?? []
    if let number = value.number { numbers.append(number) }
    numbers += threshold?.values ?? []
    numbers += stretch?.values ?? []
    return numbers
  }
}

/// The room of a chart: the whole drawing, and the part of it between the axes.
struct ChartFrame {
  let width: Double
  let height: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// About how many steps the vertical axis has.
  let steps: Int

  /// For a screen with room, and for paper.
  static func wide(labels: Int) -> ChartFrame {
    ChartFrame(
      width: 960, height: 330, left: 16 + 7.2 * Double(labels), right: 956, top: 26, bottom: 284,
      steps: 5)
  }

  /// For a telephone.
  static func narrow(labels: Int) -> ChartFrame {
    ChartFrame(
      width: 360, height: 240, left: 12 + 7.2 * Double(labels), right: 356, top: 24, bottom: 196,
      steps: 4)
  }
}
