import KPIModel
import KPIText

/// Where the boxes, bands and arrows of a strategy map stand.
struct StrategyMapLayout {
  let size: Size
  let height: Double
  let bands: [Band]
  let boxes: [Box]
  let arrows: [Arrow]

  /// The room there is, and where the names of the bands stand in it.
  struct Size {
    let width: Double
    /// To the left of the boxes.
    let labelWidth: Double
    /// Above them.
    let labelHeight: Double
    let widestRow: Int
    /// About how wide a character is.
    let characterWidth: Double

    static let wide = Size(
      width: 960, labelWidth: 132, labelHeight: 0, widestRow: 5, characterWidth: 8.8)
    static let narrow = Size(
      width: 340, labelWidth: 10, labelHeight: 18, widestRow: 2, characterWidth: 8.6)
  }

  struct Band {
    let perspective: PerspectiveID?
    let top: Double
    let bottom: Double
  }

  struct Box {
    let objective: ObjectiveID
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    /// The label, broken into lines.
    let lines: [String]
    /// How many of its KPIs are named in it.
    let namedKPIs: Int
    /// How many characters of a KPI's name fit beside its shape.
    let nameLength: Int

    var right: Double { left + width }
    var bottom: Double { top + height }
    var center: Double { left + width / 2 }
  }

  /// A way from a cause to its effect, in points between which it bends gently.
  struct Arrow {
    let link: StrategyGraph.Link
    let points: [(x: Double, y: Double)]
  }

  static let lineHeight = 17.0
  static let markSize = 12.0
  /// An objective with more KPIs says how many more it has.
  static let mostKPIs = 4
  private static let padding = 10.0
  private static let rowGap = 46.0
  private static let boxGap = 18.0
  private static let widestBox = 300.0

  init(
    _ specification: Specification, of objectives: [ObjectiveID], _ size: Size = .wide,
    label: (ObjectiveID) -> String
  ) {
    let graph = StrategyGraph(specification, of: objectives, widestRow: size.widestRow)
    self.size = size
    var bands: [Band] = []
    var rows: [[Box]] = []
    var y = 0.0
    for band in graph.bands {
      let top = y
      y += 16 + size.labelHeight
      for (index, row) in band.rows.enumerated() {
        if index > 0 { y += StrategyMapLayout.rowGap }
        let boxes = StrategyMapLayout.row(row, in: size, top: y, specification, label)
        rows.append(boxes)
        y += boxes.map(\.height).max() ?? 0
      }
      y += 16
      bands.append(Band(perspective: band.perspective, top: top, bottom: y))
      // Arrows need room between the bands.
      y += 26
    }
    height = max(0, y - 26)
    self.bands = bands
    boxes = rows.flatMap { $0 }
    arrows = StrategyMapLayout.arrows(graph.links, rows)
  }

  // MARK: Boxes

  private static func row(
    _ objectives: [ObjectiveID], in size: Size, top: Double, _ specification: Specification,
    _ label: (ObjectiveID) -> String
  ) -> [Box] {
    let count = Double(objectives.count)
    let room = size.width - size.labelWidth - 10
    let width = min(widestBox, (room - boxGap * (count - 1)) / count)
    // The first lines leave room for the shape of the status.
    let columns = Int((width - 2 * padding - 18) / size.characterWidth)
    let texts = objectives.map { lines(label($0), columns: columns) }
    let named = objectives.map { objective in
      let count = specification.objectives[objective.index].metrics.count
      return count > mostKPIs ? mostKPIs - 1 : count
    }
    let heights = zip(objectives, texts).map { objective, lines in
      let count = min(mostKPIs, specification.objectives[objective.index].metrics.count)
      return 2 * padding + Double(lines.count + count) * lineHeight + (count > 0 ? 5 : 0)
    }
    let height = heights.max() ?? 0
    let used = width * count + boxGap * (count - 1)
    // Centred, so that arrows go straight up where they can.
    let start = size.labelWidth + (room - used) / 2
    return objectives.enumerated().map { index, objective in
      Box(
        objective: objective, left: start + Double(index) * (width + boxGap), top: top,
        width: width, height: height, lines: texts[index], namedKPIs: named[index],
        nameLength: Int((width - 2 * padding - 20) / 6.4))
    }
  }

  private static func lines(_ label: String, columns: Int) -> [String] {
    let lines = TextFlow.wrapped(TextFlow.unbroken(label), width: columns)
    guard lines.count > 4 else { return lines.map { $0.clipped(toWidth: columns + 2) } }
    return lines.prefix(3).map { $0.clipped(toWidth: columns + 2) }
      + [lines.dropFirst(3).joined(separator: " ").clipped(toWidth: columns)]
  }

  // MARK: Arrows

  private struct Port: Hashable {
    let objective: ObjectiveID
    let isTop: Bool
  }

  private static func arrows(_ links: [StrategyGraph.Link], _ rows: [[Box]]) -> [Arrow] {
    var boxes: [ObjectiveID: (row: Int, box: Box)] = [:]
    for (index, row) in rows.enumerated() {
      for box in row { boxes[box.objective] = (index, box) }
    }
    let drawn = links.filter { boxes[$0.cause] != nil && boxes[$0.effect] != nil }
    // Where an arrow leaves and where it arrives: the side that faces the other box.
    func isUp(_ link: StrategyGraph.Link) -> Bool {
      (boxes[link.cause]?.row ?? 0) >= (boxes[link.effect]?.row ?? 0)
    }
    var users: [Port: [StrategyGraph.Link]] = [:]
    for link in drawn {
      users[Port(objective: link.cause, isTop: isUp(link)), default: []].append(link)
      let isArrivingOnTop = !isUp(link) || boxes[link.cause]?.row == boxes[link.effect]?.row
      users[Port(objective: link.effect, isTop: isArrivingOnTop), default: []].append(link)
    }
    func center(_ objective: ObjectiveID) -> Double { boxes[objective]?.box.center ?? 0 }
    func x(_ link: StrategyGraph.Link, at port: Port) -> Double {
      let sorted = (users[port] ?? []).sorted { left, right in
        let first = center(left.cause == port.objective ? left.effect : left.cause)
        let second = center(right.cause == port.objective ? right.effect : right.cause)
        return (first, left.cause, left.effect) < (second, right.cause, right.effect)
      }
      let place = Double(sorted.firstIndex(of: link) ?? 0) - Double(sorted.count - 1) / 2
      let room = (boxes[port.objective]?.box.width ?? 0) - 24
      return center(port.objective) + place * min(22, room / Double(max(1, sorted.count)))
    }
    return drawn.compactMap { link in
      guard let cause = boxes[link.cause], let effect = boxes[link.effect] else { return nil }
      if cause.row == effect.row {
        let top = min(cause.box.top, effect.box.top)
        let start = x(link, at: Port(objective: link.cause, isTop: true))
        let end = x(link, at: Port(objective: link.effect, isTop: true))
        return Arrow(
          link: link,
          points: [(start, top), ((start + end) / 2, top - 24), (end, top - 3)])
      }
      let isUp = cause.row > effect.row
      let start = (
        x: x(link, at: Port(objective: link.cause, isTop: isUp)),
        y: isUp ? cause.box.top : cause.box.bottom
      )
      let end = (
        x: x(link, at: Port(objective: link.effect, isTop: !isUp)),
        y: isUp ? effect.box.bottom + 3 : effect.box.top - 3
      )
      let between =
        isUp ? Array((effect.row + 1)..<cause.row).reversed() : Array((cause.row + 1)..<effect.row)
      var points = [start]
      for (index, row) in between.enumerated() {
        let part = Double(index + 1) / Double(between.count + 1)
        let wanted = start.x + (end.x - start.x) * part
        let free = gap(in: rows[row], nearest: wanted)
        let (top, bottom) = (rows[row].first?.top ?? 0, rows[row].first?.bottom ?? 0)
        points +=
          isUp ? [(free, bottom + 4), (free, top - 4)] : [(free, top - 4), (free, bottom + 4)]
      }
      return Arrow(link: link, points: points + [end])
    }
  }

  /// The place between the boxes of a row that is nearest to where an arrow would pass.
  private static func gap(in row: [Box], nearest wanted: Double) -> Double {
    guard let first = row.first, let last = row.last else { return wanted }
    var free = [first.left - boxGap / 2, last.right + boxGap / 2]
    for (left, right) in zip(row, row.dropFirst()) { free.append((left.right + right.left) / 2) }
    if wanted < first.left - boxGap / 2 || wanted > last.right + boxGap / 2 { return wanted }
    return free.min { ($0 - wanted).magnitude < ($1 - wanted).magnitude } ?? wanted
  }
}
