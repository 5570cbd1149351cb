import KPIModel
import KPISource

/// Which objectives drive which, and how the perspectives lie above each other.
struct StrategyMap {
  private let objectives: [Objective]
  /// The places of the perspectives from the top down, as far as they are known.
  private let ranks: [PerspectiveID: Int]
  /// The place of the uppermost perspective that has an objective.
  let top: Int?
  /// For each objective whether it leads to one of the uppermost perspective.
  let leadsToTop: [Bool]

  init(_ specification: Specification) {
    objectives = specification.objectives
    ranks = StrategyMap.ranks(of: specification)
    let placed = objectives.map { [ranks] objective in objective.perspective.flatMap { ranks[$0] } }
    top = placed.compactMap { $0 }.min()
    let isTop = placed.map { [top] in $0 != nil && $0 == top }
    leadsToTop = StrategyMap.leading(to: isTop, objectives)
  }

  /// The place of its perspective, counted from the top; `nil` where it has none or the order is not known.
  func rank(of objective: Objective) -> Int? { objective.perspective.flatMap { ranks[$0] } }

  /// Whether it lies below the uppermost perspective.
  func isBelowTop(_ objective: Objective) -> Bool {
    guard let rank = rank(of: objective), let top else { return false }
    return rank > top
  }

  /// The four usual perspectives have an order. Others stand where they are declared, which says something about all
  /// that are used only where these are declared one after the other.
  private static func ranks(of specification: Specification) -> [PerspectiveID: Int] {
    let used = Set(specification.objectives.compactMap(\.perspective))
    let usual = Perspective.usual.count
    if used.allSatisfy({ $0.index < usual }) {
      return Dictionary(uniqueKeysWithValues: used.map { ($0, $0.index) })
    }
    let origins = used.compactMap { id in
      specification.perspectives[id.index].origin.map { (id, $0) }
    }
    guard origins.count == used.count, Set(origins.map(\.1.file)).count == 1 else { return [:] }
    let ordered = origins.sorted { $0.1 < $1.1 }.enumerated()
    return Dictionary(uniqueKeysWithValues: ordered.map { ($1.0, $0) })
  }

  private static func leading(to goals: [Bool], _ objectives: [Objective]) -> [Bool] {
    var drivers = objectives.map { _ in [Int]() }
    for (index, objective) in objectives.enumerated() {
      for drive in objective.drives { drivers[drive.objective.index].append(index) }
    }
    var result = goals
    var waiting = goals.indices.filter { goals[$0] }
    while let place = waiting.popLast() {
      for driver in drivers[place] where !result[driver] {
        result[driver] = true
        waiting.append(driver)
      }
    }
    return result
  }
}

// MARK: - Cycles

extension StrategyMap {
  /// Objectives that drive each other in a circle.
  struct Cycle {
    /// Each drives the next one, and the last one the first.
    let path: [ObjectiveID]
    /// Which of the drives of the last one closes the circle.
    let closing: Int
  }

  /// A circle for each drive that closes one when the objectives are followed in the order of their declarations.
  var cycles: [Cycle] {
    var found: [Cycle] = []
    // The place on the path that is followed now; `nil` for objectives that were not reached yet, -1 for those done.
    var places: [Int?] = objectives.map { _ in nil }
    for start in objectives.indices where places[start] == nil {
      var path = [(objective: start, next: 0)]
      places[start] = 0
      while let (objective, next) = path.last {
        let drives = objectives[objective].drives
        guard next < drives.count else {
          places[objective] = -1
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let driven = drives[next].objective.index
        switch places[driven] {
        case nil:
          places[driven] = path.count
          path.append((driven, 0))
        case .some(let place) where place >= 0:
          found.append(
            Cycle(path: path[place...].map { ObjectiveID($0.objective) }, closing: next))
        default: break
        }
      }
    }
    return found
  }
}
