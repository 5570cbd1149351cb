import KPIModel

/// Which objectives are drawn where: all of them on the summary as long as one drawing can hold them; of more, those of the whole
/// company there, and those of each department on its own page.
struct StrategyScope {
  /// The objectives on the summary's map.
  let summary: [ObjectiveID]
  /// The objectives on the map of each department and of those in it, by its place; none where the summary has them.
  private let departments: [[ObjectiveID]]

  private static let mostOnOneMap = 15

  init(_ specification: Specification) {
    let drawn = StrategyGraph.drawn(of: specification)
    let ofTheWhole = drawn.filter { specification.objectives[$0.index].department == nil }
    guard drawn.count > StrategyScope.mostOnOneMap, !ofTheWhole.isEmpty else {
      summary = drawn
      departments = specification.departments.map { _ in [] }
      return
    }
    summary = ofTheWhole
    departments = specification.departments.indices.map { index in
      drawn.filter {
        let own = specification.objectives[$0.index].department
        return specification.departments(around: own).contains(DepartmentID(index))
      }
    }
  }

  func objectives(of department: DepartmentID) -> [ObjectiveID] { departments[department.index] }
}

extension Specification {
  /// A department and those that it is in, the innermost first.
  func departments(around department: DepartmentID?) -> [DepartmentID] {
    var found: [DepartmentID] = []
    var next = department
    while let id = next, !found.contains(id) {
      found.append(id)
      next = departments[id.index].parent
    }
    return found
  }
}
