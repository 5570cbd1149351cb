/// The word that a misspelt one most likely was.
enum Suggestion {
  /// The candidate nearest to the text, if it is near: a third of its letters may differ.
  static func nearest(to text: String, among candidates: [Word]) -> Word? {
    var best: (word: Word, distance: Int)?
    for candidate in candidates {
      let spelling = candidate.spelling
      let limit = max(1, spelling.utf8.count / 3)
      guard abs(spelling.utf8.count - text.utf8.count) <= limit else { continue }
      let distance = distance(Array(text.utf8), Array(spelling.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The insertions, deletions, replacements and swaps of neighbours between two texts.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(previous[column + 1] + 1, current[column] + 1)
        cost = min(cost, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      (older, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
