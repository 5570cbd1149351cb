import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// The course of a KPI in the space of a word.
struct Sparkline {
  let history: [HistoryPoint]

  private static let width = 96.0
  private static let height = 24.0
  private static let longest = 18

  /// Empty where fewer than two periods have a value. The numbers stand beside it, so that readers who do not see it
  /// miss nothing.
  var markup: Markup {
    // A running period would bend the line for no reason.
    let points = history.filter { !$0.isRunning }.suffix(Sparkline.longest)
    let values = points.map { $0.value.number?.doubleValue }
    let known = values.compactMap { $0 }.filter { $0.magnitude < 1e200 }
    guard known.count > 1, let low = known.min(), let high = known.max() else { return .nothing }
    let step = (Sparkline.width - 10) / Double(max(1, points.count - 1))
    func height(_ value: Double) -> Double {
      guard high > low else { return Sparkline.height / 2 }
      return Sparkline.height - 4 - (value - low) / (high - low) * (Sparkline.height - 8)
    }
    let places = values.enumerated().map { index, value in
      value.map { (x: 4 + Double(index) * step, y: height($0)) }
    }
    var path = ""
    var isDrawing = false
    for place in places {
      if let place {
        // Whole pixels are fine enough here, and there are many of these.
        path += (isDrawing ? "L" : "M") + Coordinate.point(place.x.rounded(), place.y.rounded())
      }
      isDrawing = place != nil
    }
    let last = zip(points, places).reversed().first { $0.1 != nil }
    return tag(
      .svg, .class("spark"), .init(.viewBox, "0 0 96 24"), .init(.ariaHidden, "true")
    ) {
      tag(.path, .class("value"), .init(.d, path))
      if let (point, place) = last, let place {
        Shapes.use(point.judgement.status, x: place.x - 4, y: place.y - 4, size: 8)
      }
    }
  }
}

/// How many KPIs stand how, as one bar with its words below.
struct StatusCounts {
  let counts: [(status: Status, count: Int)]
  private let total: Int

  init(_ records: [KPIRecord]) {
    let found = Dictionary(grouping: records) { $0.standing.judgement.status }
    counts = Status.byUrgency.compactMap { status in found[status].map { (status, $0.count) } }
    total = records.count
  }

  func markup(_ voice: Voice) -> Markup {
    var x = 0.0
    var parts: [Markup] = []
    for (status, count) in counts {
      let width = Double(count) / Double(max(1, total)) * 600
      parts.append(
        tag(
          .rect, .class("fill " + status.styleName), .init(.x, x), .init(.y, 0.0),
          .init(.width, max(2, width - 3)), .init(.height, 10.0), .init(.rx, 2.0)))
      x += width
    }
    return tag(.div, .class("counts")) {
      tag(
        .svg, .init(.viewBox, "0 0 600 10"), .init(.preserveAspectRatio, "none"),
        .init(.ariaHidden, "true")
      ) { parts }
      tag(.ul) {
        for (status, count) in counts {
          tag(.li, .class("tone " + status.styleName)) {
            Shapes.icon(status)
            tag(.strong) { "\(count)" }
            " " + voice(status.wording)
          }
        }
      }
    }
  }
}

/// A bar in a table: how large a value is beside the others of its column.
struct ColumnBar {
  let value: Double
  let range: ClosedRange<Double>

  /// `nil` where there are no numbers.
  static func range(of values: [Double]) -> ClosedRange<Double>? {
    guard let low = values.min(), let high = values.max(), high.magnitude < 1e200,
      low.magnitude < 1e200
    else { return nil }
    return min(0, low)...max(0, high)
  }

  var markup: Markup {
    let width = range.upperBound - range.lowerBound
    guard width > 0 else { return .nothing }
    let zero = -range.lowerBound / width * 120
    let end = (value - range.lowerBound) / width * 120
    return tag(
      .svg, .class("bar"), .init(.viewBox, "0 0 120 12"), .init(.preserveAspectRatio, "none"),
      .init(.ariaHidden, "true")
    ) {
      tag(
        .rect, .init(.x, min(zero, end)), .init(.y, 2.0),
        .init(.width, max(1, (end - zero).magnitude)),
        .init(.height, 8.0), .init(.rx, 1.0))
    }
  }
}
