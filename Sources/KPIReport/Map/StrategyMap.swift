import KPIModel
import KPIScorecard
import KPIText

/// The strategy as a drawing: perspectives as bands, objectives as boxes with the marks of their KPIs, causes pointing up.
struct StrategyMap {
  let report: CompanyReport
  let voice: Voice
  let site: SiteIndex
  let objectives: [ObjectiveID]

  private var specification: Specification { report.specification }

  /// The drawing for wide and for narrow screens, of which a reader has one; empty where there is no objective on the map.
  var markup: Markup {
    guard !objectives.isEmpty else { return .nothing }
    return tag(.div, .class("map")) {
      draw(.wide, id: "map", look: "wide")
      draw(.narrow, id: "map-narrow", look: "narrow")
    }
  }

  private func draw(_ size: StrategyMapLayout.Size, id: String, look: String) -> Markup {
    let layout = StrategyMapLayout(specification, of: objectives, size) { voice.name(of: $0) }
    return tag(
      .svg, .class(look),
      .init(.viewBox, "0 0 \(Int(size.width)) \(Int(layout.height.rounded(.up)))"),
      .init(.role, "group"), .init(.ariaLabelledBy, "\(id)-title \(id)-desc")
    ) {
      tag(.title, .init(.id, "\(id)-title")) { voice(Words.strategyMap) }
      tag(.desc, .init(.id, "\(id)-desc")) { voice(Words.mapHint) }
      for band in layout.bands { draw(band, layout) }
      for arrow in layout.arrows { draw(arrow) }
      for box in layout.boxes { draw(box) }
    }
  }

  private func draw(
    _ band: StrategyMapLayout.Band, _ layout: StrategyMapLayout
  ) -> Markup {
    let perspective = band.perspective.map { specification.perspectives[$0.index] }
    let name = perspective.map(voice.name) ?? voice(Words.offTheMap)
    let isAbove = layout.size.labelHeight > 0
    let lines = TextFlow.wrapped(name, width: isAbove ? 40 : 15).map { $0.clipped(toWidth: 42) }
    let middle = (band.top + band.bottom) / 2 - Double(lines.count - 1) * 9 + 4
    let (left, top) = isAbove ? (10.0, band.top + 20) : (16.0, middle)
    return .joined([
      tag(
        .rect, .class("band"), .init(.x, 0.0), .init(.y, band.top),
        .init(.width, layout.size.width),
        .init(.height, band.bottom - band.top), .init(.rx, 6.0)),
      tag(.text, .class("perspective"), .init(.x, left), .init(.y, top)) {
        for (index, line) in lines.enumerated() {
          tag(.tspan, .init(.x, left), .init(.dy, index == 0 ? 0.0 : 18.0)) { line }
        }
      },
    ])
  }

  /// Straight through the rows it passes, and a gentle bend from one to the next.
  private func draw(_ arrow: StrategyMapLayout.Arrow) -> Markup {
    guard let first = arrow.points.first else { return .nothing }
    var path = "M" + Coordinate.point(first.x, first.y)
    for (from, to) in zip(arrow.points, arrow.points.dropFirst()) {
      let middle = (from.y + to.y) / 2
      path +=
        from.x == to.x
        ? "L" + Coordinate.point(to.x, to.y)
        : "C" + Coordinate.point(from.x, middle) + " " + Coordinate.point(to.x, middle) + " "
          + Coordinate.point(to.x, to.y)
    }
    return tag(.path, .class("arrow"), .init(.d, path), .init(.markerEnd, "url(#arrow)"))
  }

  private func draw(_ box: StrategyMapLayout.Box) -> Markup {
    let measures = specification.objectives[box.objective.index].metrics
    let first = box.top + 22 + Double(box.lines.count) * StrategyMapLayout.lineHeight + 5
    func y(_ index: Int) -> Double { first + Double(index) * StrategyMapLayout.lineHeight }
    return tag(.g, .class("box")) {
      tag(
        .rect, .init(.x, box.left), .init(.y, box.top), .init(.width, box.width),
        .init(.height, box.height), .init(.rx, 5.0))
      status(of: box)
      tag(.a, .href(.place(site.anchor(of: box.objective)))) {
        tag(.text, .init(.x, box.left + 14), .init(.y, box.top + 22)) {
          for (index, line) in box.lines.enumerated() {
            tag(
              .tspan, .init(.x, box.left + 14),
              .init(.dy, index == 0 ? 0.0 : StrategyMapLayout.lineHeight)
            ) { line }
          }
        }
      }
      for (index, metric) in measures.prefix(box.namedKPIs).enumerated() {
        line(metric, x: box.left + 14, y: y(index), length: box.nameLength)
      }
      if measures.count > box.namedKPIs {
        tag(.text, .class("kpi"), .init(.x, box.left + 32), .init(.y, y(box.namedKPIs))) {
          "+ \(measures.count - box.namedKPIs)"
        }
      }
    }
  }

  /// The status of the objective in the corner of its box.
  private func status(of box: StrategyMapLayout.Box) -> Markup {
    guard let status = report.strategy.objectives[box.objective.index].status else {
      return .nothing
    }
    return tag(.g) {
      tag(.title) { voice(status.wording) }
      tag(
        .rect, .class("edge fill " + status.styleName), .init(.x, box.left), .init(.y, box.top),
        .init(.width, 5.0), .init(.height, box.height), .init(.rx, 2.5))
      Shapes.use(status, x: box.right - 22, y: box.top + 9, size: 14)
    }
  }

  /// A KPI in a box: its shape and as much of its name as fits.
  private func line(_ metric: MetricID, x: Double, y: Double, length: Int) -> Markup {
    let name = voice.name(of: metric)
    guard let record = site.record(of: metric) else {
      return tag(.text, .class("kpi"), .init(.x, x + 18), .init(.y, y)) {
        name.clipped(toWidth: length)
      }
    }
    let words = "\(name): \(voice(record.standing.judgement.status.wording))"
    return tag(.a, .href(.page(site.page(of: metric)))) {
      tag(.title) { words }
      Shapes.use(
        record.standing.judgement.status, x: x, y: y - 11, size: StrategyMapLayout.markSize)
      tag(.text, .class("kpi"), .init(.x, x + 18), .init(.y, y)) {
        name.clipped(toWidth: length)
      }
    }
  }
}
