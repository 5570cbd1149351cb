import KPIModel

/// The groups that an answer shows, in order, and where each measure keeps them.
struct ShownGroups {
  private(set) var keys: [[Scalar?]] = [[]]
  /// For each measure the group of each shown one, where not all measures share one grouping.
  private var places: [[Int?]] = []
  /// The groups themselves, where they do.
  private var direct: [Int] = []

  /// A group is shown when some measure with all breakdowns has rows of it in a window of a period shown.
  init(_ views: [MeasureView], _ observers: [MeasureView], _ breakdowns: Int) {
    let full = (views + observers).filter { $0.breakdowns.count == breakdowns }
    guard breakdowns > 0 else {
      places = views.map { [$0.grouping.keys.isEmpty ? nil : 0] }
      return
    }
    let observed = ShownGroups.observed(full)
    if let only = observed.first, observed.count == 1,
      views.allSatisfy({ $0.grouping === only.grouping && $0.breakdowns.count == breakdowns })
    {
      let all = only.grouping.keys
      direct = only.groups.sorted { ShownGroups.precedes(all[$0], all[$1]) }
      keys = direct.map { all[$0] }
      return
    }
    var union: Set<[Scalar?]> = []
    for (grouping, groups) in observed {
      for group in groups { union.insert(grouping.keys[group]) }
    }
    keys = union.sorted(by: ShownGroups.precedes)
    places = views.map { view in
      keys.map { values in view.grouping.groupOfKeys[view.breakdowns.map { values[$0] }] }
    }
  }

  /// The group of a measure that stands for a shown group; `nil` where the measure has no such rows.
  func group(_ shown: Int, of view: Int) -> Int? {
    direct.isEmpty ? places[view][shown] : direct[shown]
  }

  private static func observed(
    _ views: [MeasureView]
  ) -> [(grouping: JoinedGrouping, groups: [Int])] {
    var result: [(grouping: JoinedGrouping, isObserved: [Bool])] = []
    for view in views {
      let place = result.firstIndex { $0.grouping === view.presence } ?? result.count
      if place == result.count {
        result.append(
          (view.presence, [Bool](repeating: false, count: view.presence.keys.count)))
      }
      for group in result[place].isObserved.indices where !result[place].isObserved[group] {
        result[place].isObserved[group] = view.isObserved(group)
      }
    }
    return result.map { grouping, isObserved in
      (grouping, isObserved.indices.filter { isObserved[$0] })
    }
  }

  /// Ascending, a missing value last.
  private static func precedes(_ left: [Scalar?], _ right: [Scalar?]) -> Bool {
    for (left, right) in zip(left, right) where left != right {
      guard let left else { return false }
      guard let right else { return true }
      return left < right
    }
    return false
  }
}
