package import KPIModel

/// What belongs to the whole company is read before what belongs to a department.
extension Specification {
  /// The places of scorecards, those of the whole company first.
  package func inReadingOrder(scorecards places: [Int]) -> [Int] {
    places.filter { scorecards[$0].department == nil }
      + places.filter { scorecards[$0].department != nil }
  }

  /// Objectives from the uppermost perspective down, in each the company's own first; what belongs to none comes last.
  package func inReadingOrder(objectives wanted: [ObjectiveID]) -> [ObjectiveID] {
    func rank(_ id: ObjectiveID) -> (Int, Int, Int) {
      let objective = objectives[id.index]
      let perspective = objective.perspective?.index ?? perspectives.count
      return (perspective, objective.department == nil ? 0 : 1, id.index)
    }
    return wanted.sorted { rank($0) < rank($1) }
  }
}
