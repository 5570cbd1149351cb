import KPIModel

/// The objectives in the bands of their perspectives, ordered so that few arrows cross.
struct StrategyGraph {
  /// The bands from the top, the result, down to its roots.
  let bands: [Band]
  /// The links of cause and effect between objectives that are drawn.
  let links: [Link]

  struct Band {
    /// `nil` for objectives without a perspective.
    let perspective: PerspectiveID?
    /// The rows of the band from the top; causes stand below what they drive, also inside a band.
    var rows: [[ObjectiveID]]
  }

  struct Link: Hashable {
    let cause: ObjectiveID
    let effect: ObjectiveID
  }

  /// Of some objectives, with so many boxes in a row at most.
  init(_ specification: Specification, of drawn: [ObjectiveID], widestRow: Int = 5) {
    let objectives = specification.objectives
    let inside = Set(drawn)
    let links = StrategyGraph.links(of: specification).filter {
      inside.contains($0.cause) && inside.contains($0.effect)
    }
    let places = specification.perspectives.indices.map { Optional(PerspectiveID($0)) } + [nil]
    var bands: [Band] = []
    for place in places {
      let members = drawn.filter { objectives[$0.index].perspective == place }
      guard !members.isEmpty else { continue }
      bands.append(Band(perspective: place, rows: StrategyGraph.rows(members, links, widestRow)))
    }
    self.links = links
    self.bands = StrategyGraph.untangled(bands, links)
  }

  /// The objectives that belong on a map. Key results of a quarter do not, unless they are tied into it.
  static func drawn(of specification: Specification) -> [ObjectiveID] {
    let linked = Set(links(of: specification).flatMap { [$0.cause, $0.effect] })
    return specification.objectives.indices.map(ObjectiveID.init).filter { id in
      specification.objectives[id.index].perspective != nil || linked.contains(id)
    }
  }

  private static func links(of specification: Specification) -> [Link] {
    var links: [Link] = []
    for (index, objective) in specification.objectives.enumerated() {
      for drive in objective.drives where drive.objective.index != index {
        let link = Link(cause: ObjectiveID(index), effect: drive.objective)
        if !links.contains(link) { links.append(link) }
      }
    }
    return links
  }

  // MARK: Layers

  /// The members of one band in rows: those that drive nothing inside of it stand on top.
  private static func rows(
    _ members: [ObjectiveID], _ links: [Link], _ widestRow: Int
  ) -> [[ObjectiveID]] {
    let inside = Set(members)
    let own = links.filter { inside.contains($0.cause) && inside.contains($0.effect) }
    var depth: [ObjectiveID: Int] = [:]
    // The longest way up; a circle of causes, which is an error of its own, ends the climb.
    for _ in members.indices {
      var hasChanged = false
      for link in own {
        let wanted = (depth[link.effect] ?? 0) + 1
        if wanted > depth[link.cause] ?? 0, wanted < members.count {
          depth[link.cause] = wanted
          hasChanged = true
        }
      }
      if !hasChanged { break }
    }
    let deepest = depth.values.max() ?? 0
    var rows = (0...deepest).map { level in members.filter { depth[$0] ?? 0 == level } }
    rows.removeAll(where: \.isEmpty)
    // A row that is too long for a page goes on below.
    return rows.flatMap { row in
      stride(from: 0, to: row.count, by: widestRow).map {
        Array(row[$0..<min($0 + widestRow, row.count)])
      }
    }
  }

  // MARK: Crossings

  /// Orders each row by where its neighbours stand, down and up again, and keeps the best order found.
  private static func untangled(_ bands: [Band], _ links: [Link]) -> [Band] {
    var rows = bands.flatMap(\.rows)
    var best = rows
    var fewest = crossings(rows, links)
    for pass in 0..<12 where fewest > 0 {
      let isDown = pass.isMultiple(of: 2)
      let order = isDown ? Array(rows.indices) : rows.indices.reversed()
      for row in order {
        let places = places(of: rows)
        let weights = rows[row].map { objective in
          weight(of: objective, row: row, above: isDown, places, links)
        }
        rows[row] = rows[row].enumerated().sorted { left, right in
          let (first, second) = (weights[left.offset], weights[right.offset])
          return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
      }
      let found = crossings(rows, links)
      if found < fewest { (best, fewest) = (rows, found) }
    }
    var rest = best[...]
    return bands.map { band in
      let own = Array(rest.prefix(band.rows.count))
      rest = rest.dropFirst(band.rows.count)
      return Band(perspective: band.perspective, rows: own)
    }
  }

  /// A place in the drawing: its row, and how far along the row it stands.
  private typealias Place = (row: Int, part: Double)

  private static func places(of rows: [[ObjectiveID]]) -> [ObjectiveID: Place] {
    var places: [ObjectiveID: Place] = [:]
    for (row, members) in rows.enumerated() {
      for (index, member) in members.enumerated() {
        places[member] = (row, (Double(index) + 0.5) / Double(members.count))
      }
    }
    return places
  }

  /// The mean place of the neighbours in rows above, or below; its own where there are none.
  private static func weight(
    of objective: ObjectiveID, row: Int, above: Bool, _ places: [ObjectiveID: Place],
    _ links: [Link]
  ) -> Double {
    var found: [Double] = []
    for link in links {
      let other =
        link.cause == objective ? link.effect : link.effect == objective ? link.cause : nil
      guard let other, let place = places[other], above ? place.row < row : place.row > row else {
        continue
      }
      found.append(place.part)
    }
    guard !found.isEmpty else { return places[objective]?.part ?? 0 }
    return found.reduce(0, +) / Double(found.count)
  }

  /// How many pairs of links cross, each taken as a straight line between its ends.
  static func crossings(_ rows: [[ObjectiveID]], _ links: [Link]) -> Int {
    let places = places(of: rows)
    let lines = links.compactMap { link -> (top: Place, bottom: Place)? in
      guard let one = places[link.effect], let other = places[link.cause], one.row != other.row
      else { return nil }
      return one.row < other.row ? (one, other) : (other, one)
    }
    var count = 0
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] {
        // Where both lines run, which of them is further left?
        let top = max(line.top.row, other.top.row)
        let bottom = min(line.bottom.row, other.bottom.row)
        guard top < bottom else { continue }
        let above = part(line, top) - part(other, top)
        let below = part(line, bottom) - part(other, bottom)
        if above * below < 0 { count += 1 }
      }
    }
    return count
  }

  private static func part(_ line: (top: Place, bottom: Place), _ row: Int) -> Double {
    let way = Double(row - line.top.row) / Double(line.bottom.row - line.top.row)
    return line.top.part + (line.bottom.part - line.top.part) * way
  }
}
