/// Finds the names that somebody may have meant who wrote one that does not exist.
package enum NameSuggestion {
  /// Names longer than this are compared by their beginning, which bounds the work.
  private static let longestName = 64

  /// The candidates that are close to the name, the closest first, at most `limit` of them.
  ///
  /// Close means that few letters are missing, extra, wrong or swapped: one for short names, about a third
  /// of the longer ones. Upper and lower case are the same, `-` and `_` are, and so are the two Unicode
  /// spellings of `ố`. A candidate that begins with what was written, or has the same words in another
  /// order, is close too.
  package static func nearest(
    to name: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let letters = folded(name)
    let sortedWords = words(of: name)
    var found: [(distance: Int, name: String)] = []
    for candidate in Set(candidates) where candidate != name && !candidate.isEmpty {
      let other = folded(candidate)
      let tolerance = max(1, max(letters.count, other.count) / 3)
      if words(of: candidate) == sortedWords, sortedWords.count > 1 {
        found.append((1, candidate))
      } else if let distance = distance(letters, other, atMost: tolerance), distance < other.count {
        found.append((distance, candidate))
      } else if letters.count >= 3, other.starts(with: letters) {
        found.append((letters.count + 1, candidate))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = found.first?.distance else { return [] }
    return found.prefix { $0.distance <= best + 1 }.prefix(limit).map(\.name)
  }

  private static func folded(_ name: String) -> [Character] {
    name.prefix(longestName).lowercased().map { $0 == "-" ? "_" : $0 }
  }

  private static func words(of name: String) -> [Substring] {
    name.split { "_- .".contains($0) }.sorted()
  }

  /// The number of letters inserted, deleted, replaced or swapped with their neighbour (the restricted
  /// Damerau–Levenshtein distance), or `nil` when it is above the limit.
  package static func distance(
    _ left: [Character], _ right: [Character], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      guard current.contains(where: { $0 <= limit }) else { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
