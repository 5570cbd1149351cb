/// Finds the names that a misspelled one was probably meant to be.
package enum NameSuggestion {
  /// At most `limit` of the names, the nearest first, that are near enough to be a slip of the hand.
  package static func nearest(
    to name: String, among names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = folded(name)
    let reach = max(1, min(3, wanted.count / 3))
    var found: [(distance: Int, name: String)] = []
    for candidate in names {
      let other = folded(candidate)
      guard abs(other.count - wanted.count) <= reach else { continue }
      let distance = distance(wanted, other)
      if distance <= reach { found.append((distance, candidate)) }
    }
    var seen: Set<String> = []
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .map(\.name).filter { seen.insert($0).inserted }.prefix(limit).map { $0 }
  }

  /// Case and the choice between `-` and `_` do not count as a difference.
  private static func folded(_ name: String) -> [Character] {
    name.prefix(100).lowercased().map { $0 == "-" ? "_" : $0 }
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other
  /// (Damerau–Levenshtein, optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (character == other ? 0 : 1))
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
