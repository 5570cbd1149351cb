import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// The values of a KPI over time as a drawing, with the target and the band in which a value is at risk.
struct HistoryChart {
  let record: KPIRecord
  let name: String
  let voice: Voice

  private var quantity: Quantity { record.standing.quantity }

  private var unit: DisplayUnit {
    let numbers = record.history.flatMap { point in
      [point.value.number].compactMap { $0 } + (point.judgement.goal?.bounds.values ?? [])
    }
    return DisplayUnit(
      for: quantity, magnitude: numbers.map { $0.magnitude.doubleValue }.max() ?? 0)
  }

  /// The drawing for wide and for narrow screens; only one of them is there for a reader.
  var markup: Markup? {
    let unit = unit
    guard let wide = layout(unit, ChartFrame.wide), let narrow = layout(unit, ChartFrame.narrow)
    else { return nil }
    return .joined([
      draw(wide, unit, id: "history", look: "chart wide"),
      draw(narrow, unit, id: "history-narrow", look: "chart narrow"),
    ])
  }

  /// The marks of the axis decide how much room they take.
  private func layout(_ unit: DisplayUnit, _ frame: (Int) -> ChartFrame) -> HistoryLayout? {
    guard let first = HistoryLayout(record.history, unit, in: frame(4)) else { return nil }
    let longest = first.scale.ticks.map { mark($0, unit).count }.max() ?? 0
    return HistoryLayout(record.history, unit, in: frame(longest))
  }

  private func mark(_ tick: Double, _ unit: DisplayUnit) -> String {
    guard let number = Number(tick) else { return "" }
    return ReadableNumber(shown: number, in: unit, isTrimmed: true).bareText(in: voice.language)
  }

  // MARK: Drawing

  private func draw(
    _ layout: HistoryLayout, _ unit: DisplayUnit, id: String, look: String
  ) -> Markup {
    let frame = layout.frame
    return tag(
      .svg, .class(look), .init(.viewBox, "0 0 \(Int(frame.width)) \(Int(frame.height))"),
      .init(.role, "img"), .init(.ariaLabelledBy, "\(id)-title \(id)-desc")
    ) {
      tag(.title, .init(.id, "\(id)-title")) { title }
      tag(.desc, .init(.id, "\(id)-desc")) { summary }
      zones(layout)
      grid(layout, unit)
      targets(layout)
      line(layout)
      points(layout)
      periods(layout)
    }
  }

  private var title: String {
    guard let first = record.history.first, let last = record.history.last else { return name }
    return "\(name), \(voice.periods.text(first.period)) – \(voice.periods.text(last.period))"
  }

  /// What the drawing shows, for those who do not see it.
  private var summary: String {
    let standing = record.standing
    var parts = ["\(voice.periods.text(record.period)): \(voice.value(standing.value, quantity))"]
    if let goal = standing.judgement.goal {
      parts.append("\(voice(Words.target)): \(goal.text(quantity, in: voice.language))")
    }
    parts.append(voice(standing.judgement.status.wording))
    let missing = record.history.count { $0.value.number == nil }
    if missing > 0 { parts.append("\(voice(Words.missing)): \(missing)") }
    return parts.joined(separator: "; ")
  }

  /// What lies behind the line: where a value is at risk, and the period that is still running.
  private func zones(_ layout: HistoryLayout) -> Markup {
    let frame = layout.frame
    var parts: [Markup] = []
    func rectangle(_ look: String, _ left: Double, _ right: Double, _ span: ClosedRange<Double>) {
      parts.append(
        tag(
          .rect, .class(look), .init(.x, left), .init(.y, span.lowerBound),
          .init(.width, right - left), .init(.height, span.upperBound - span.lowerBound)))
    }
    // Neighbours with the same band are one rectangle: no seams.
    for end in 0..<2 {
      var open: (left: Double, right: Double, span: ClosedRange<Double>)?
      for slot in layout.slots {
        let span = end < slot.atRisk.count ? slot.atRisk[end] : nil
        if let known = open, known.span == span {
          open?.right = slot.right
          continue
        }
        if let known = open { rectangle("band", known.left, known.right, known.span) }
        open = span.map { (slot.left, slot.right, $0) }
      }
      if let known = open { rectangle("band", known.left, known.right, known.span) }
    }
    for slot in layout.slots where slot.isRunning {
      rectangle("running", slot.left, slot.right, frame.top...frame.bottom)
    }
    return .joined(parts)
  }

  private func grid(_ layout: HistoryLayout, _ unit: DisplayUnit) -> Markup {
    let frame = layout.frame
    var parts: [Markup] = []
    for tick in layout.scale.ticks {
      let y = frame.bottom - layout.scale.part(of: tick) * (frame.bottom - frame.top)
      parts.append(
        tag(
          .line, .class(tick == 0 ? "zero" : "grid"), .init(.x1, frame.left), .init(.y1, y),
          .init(.x2, frame.right), .init(.y2, y)))
      parts.append(
        tag(.text, .class("axis end"), .init(.x, frame.left - 8), .init(.y, y + 4)) {
          mark(tick, unit)
        })
    }
    if let name = unit.headerName {
      parts.append(
        tag(.text, .class("axis"), .init(.x, 2), .init(.y, 12)) {
          UnitWords.text(name, in: voice.language)
        })
    }
    return .joined(parts)
  }

  /// Steps, since a target holds for a whole period; a step is joined to the next one where both are there.
  private func targets(_ layout: HistoryLayout) -> Markup {
    var parts: [Markup] = []
    func add(_ heights: (HistoryLayout.Slot) -> [Double], _ look: String) {
      for end in 0..<2 {
        var path = ""
        var isDrawing = false
        for slot in layout.slots {
          let found = heights(slot)
          guard end < found.count else {
            isDrawing = false
            continue
          }
          let y = found[end]
          path += (isDrawing ? "L" : "M") + Coordinate.point(slot.left, y)
          path += "L" + Coordinate.point(slot.right, y)
          isDrawing = true
        }
        if !path.isEmpty { parts.append(tag(.path, .class(look), .init(.d, path))) }
      }
    }
    add(\.stretch, "stretch")
    add(\.target, "target")
    add({ $0.isRunning ? $0.due : [] }, "due")
    return .joined(parts)
  }

  /// A line through the values of each run; the last step into a running period is only hinted at.
  private func line(_ layout: HistoryLayout) -> Markup {
    var parts: [Markup] = []
    for run in layout.runs where run.count > 1 {
      var solid = ""
      for index in run {
        let slot = layout.slots[index]
        guard let value = slot.value else { continue }
        let point = Coordinate.point(slot.center, value)
        if slot.isRunning, index > run.lowerBound, let before = layout.slots[index - 1].value {
          let start = Coordinate.point(layout.slots[index - 1].center, before)
          parts.append(tag(.path, .class("value hint"), .init(.d, "M\(start)L\(point)")))
        } else {
          solid += (solid.isEmpty ? "M" : "L") + point
        }
      }
      parts.append(tag(.path, .class("value"), .init(.d, solid)))
    }
    return .joined(parts)
  }

  /// Each value has the shape of its status. Where they stand close, only those that miss and the last ones are marked.
  private func points(_ layout: HistoryLayout) -> Markup {
    var parts: [Markup] = []
    let isCrowded = (layout.slots.first.map { $0.right - $0.left } ?? 0) < 13
    for (index, slot) in layout.slots.enumerated() {
      guard let value = slot.value else {
        parts.append(
          tag(
            .text, .class("gap"), .init(.x, slot.center), .init(.y, layout.frame.bottom - 5)
          ) { "–" })
        continue
      }
      let isLast = index >= layout.slots.count - 2
      guard !isCrowded || isLast || slot.status.missesTarget else { continue }
      let size = isCrowded ? 8.0 : 12.0
      parts.append(
        Shapes.use(
          slot.status, x: slot.center - size / 2, y: value - size / 2, size: size))
    }
    return .joined(parts)
  }

  /// As many names below the axis as fit, and the year where it begins.
  private func periods(_ layout: HistoryLayout) -> Markup {
    let marks = record.history.map { voice.periods.mark($0.period) }
    let width = layout.slots.first.map { $0.right - $0.left } ?? 1
    let longest = Double(marks.map(\.name.count).max() ?? 1) * 7 + 8
    let stride = max(1, Int((longest / width).rounded(.up)))
    var parts: [Markup] = []
    var year = ""
    // Counted from the end, so that the latest period has its name.
    for index in marks.indices where (marks.count - 1 - index) % stride == 0 {
      let mark = marks[index]
      let x = layout.slots[index].center
      parts.append(
        tag(.text, .class("axis middle"), .init(.x, x), .init(.y, layout.frame.bottom + 18)) {
          mark.name
        })
      if mark.year != year {
        year = mark.year
        parts.append(
          tag(
            .text, .class("axis middle year"), .init(.x, x), .init(.y, layout.frame.bottom + 34)
          ) { year })
      }
    }
    return .joined(parts)
  }
}
