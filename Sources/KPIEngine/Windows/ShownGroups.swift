import KPIModel

/// The groups that an answer shows, in order, and where each measure keeps them.
struct ShownGroups {
  private(set) var keys: [[Scalar?]] = [[]]
  /// For each measure the group of each shown one, where not all measures share their groups.
  private var places: [[Int?]] = []
  /// The groups themselves, where they do.
  private var direct: [Int] = []

  /// A group is shown when some observing measure with all breakdowns has rows of it in a window of a period shown, and
  /// when it is wanted.
  init(
    _ views: [any View], observedBy observers: [any View], _ breakdowns: Int, wanted: Set<[Scalar?]>
  ) {
    let full = observers.filter { $0.breakdowns.count == breakdowns }
    guard breakdowns > 0 else {
      places = views.map { [$0.groups.count == 0 ? nil : 0] }
      return
    }
    let observed = ShownGroups.observed(full)
    if let only = observed.first, observed.count == 1, wanted.isEmpty,
      views.allSatisfy({ $0.groups === only.groups && $0.breakdowns.count == breakdowns })
    {
      let all = only.groups.values
      direct = only.observed.sorted { GroupKeys.precedes(all[$0][...], all[$1][...]) }
      keys = direct.map { all[$0] }
      return
    }
    var union = wanted
    for (groups, observed) in observed {
      for group in observed { union.insert(groups.values[group]) }
    }
    keys = union.sorted { GroupKeys.precedes($0[...], $1[...]) }
    places = views.map { view in
      keys.map { values in view.groups.numbers[view.breakdowns.map { values[$0] }] }
    }
  }

  /// The group of a measure that stands for a shown group; `nil` where the measure has no such rows.
  func group(_ shown: Int, of view: Int) -> Int? {
    direct.isEmpty ? places[view][shown] : direct[shown]
  }

  private static func observed(
    _ views: [any View]
  ) -> [(groups: GroupKeys, observed: [Int])] {
    var result: [(groups: GroupKeys, isObserved: [Bool])] = []
    for view in views {
      let place = result.firstIndex { $0.groups === view.groups } ?? result.count
      if place == result.count {
        result.append((view.groups, [Bool](repeating: false, count: view.groups.count)))
      }
      for group in result[place].isObserved.indices where !result[place].isObserved[group] {
        result[place].isObserved[group] = view.isObserved(group)
      }
    }
    return result.map { groups, isObserved in
      (groups, isObserved.indices.filter { isObserved[$0] })
    }
  }
}

extension GroupKeys {
  /// Ascending, a missing value last.
  static func precedes(_ left: ArraySlice<Scalar?>, _ right: ArraySlice<Scalar?>) -> Bool {
    for (left, right) in zip(left, right) where left != right {
      guard let left else { return false }
      guard let right else { return true }
      return left < right
    }
    return false
  }
}
