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
    var alphabet = Letters()
    let letters = alphabet.folded(name)
    let sortedWords = words(of: name)
    var bag = LetterBag(letters)
    var found: [(distance: Int, name: String)] = []
    /// Only the closest and those one letter further are shown, so no one looks further than that.
    var furthest = Int.max
    for candidate in candidates where candidate != name && !candidate.isEmpty {
      let other = alphabet.folded(candidate)
      let tolerance = max(1, max(letters.count, other.count) / 3)
      if sortedWords.count > 1, other.count == letters.count, words(of: candidate) == sortedWords {
        found.append((1, candidate))
        furthest = min(furthest, 2)
      } else if bag.difference(from: other) <= min(tolerance, furthest),
        let distance = distance(letters, other, atMost: min(tolerance, furthest)),
        distance < other.count
      {
        found.append((distance, candidate))
        furthest = min(furthest, distance + 1)
      } else if letters.count >= 3, other.starts(with: letters) {
        found.append((letters.count + 1, candidate))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = found.first?.distance else { return [] }
    var result: [String] = []
    for (distance, name) in found where distance <= best + 1 && name != result.last {
      result.append(name)
      if result.count == limit { break }
    }
    return result
  }

  /// Writes names as numbers, equal for letters that count as the same.
  private struct Letters {
    /// Letters beyond ASCII in the order they are met; Swift knows their two Unicode spellings as one.
    private var others: [Character: Int] = [:]

    mutating func folded(_ name: String) -> [Int] {
      var result: [Int] = []
      result.reserveCapacity(name.utf8.count)
      for byte in name.utf8.prefix(longestName) {
        switch byte {
        case UInt8(ascii: "-"): result.append(Int(UInt8(ascii: "_")))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(Int(byte | 0x20))
        case 0..<128: result.append(Int(byte))
        default: return foldedByCharacter(name)
        }
      }
      return result
    }

    private mutating func foldedByCharacter(_ name: String) -> [Int] {
      var result: [Int] = []
      for character in name.prefix(longestName).lowercased() {
        if let ascii = character.asciiValue {
          result.append(Int(ascii == UInt8(ascii: "-") ? UInt8(ascii: "_") : ascii))
        } else {
          let number = others[character] ?? 128 + others.count
          others[character] = number
          result.append(number)
        }
      }
      return result
    }
  }

  private static func words(of name: String) -> [Substring] {
    name.split { "_- .".contains($0) }.sorted()
  }

  /// How often each letter occurs, to see at once that two names are far apart.
  private struct LetterBag {
    private var counts = [Int](repeating: 0, count: 128)
    private let size: Int

    init(_ letters: [Int]) {
      size = letters.count
      for letter in letters { counts[letter & 127] += 1 }
    }

    /// Letters that only one of the names has; the distance is never less.
    mutating func difference(from other: [Int]) -> Int {
      var extra = 0
      for letter in other {
        let place = letter & 127
        counts[place] -= 1
        if counts[place] < 0 { extra += 1 }
      }
      for letter in other { counts[letter & 127] += 1 }
      return max(extra, size - (other.count - extra))
    }
  }

  /// The number of letters inserted, deleted, replaced or swapped with their neighbour (the restricted
  /// Damerau–Levenshtein distance), or `nil` when it is above the limit.
  package static func distance<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    // Cells further than the limit from the diagonal are on no way that is short enough. Three rows
    // stand in one array: the one before the last, the last, and the one being filled.
    let far = limit + 1
    let width = right.count + 1
    var cells = [Int](repeating: far, count: 3 * width)
    var (beforeLast, last, current) = (0, width, 2 * width)
    for column in 0...min(limit, right.count) { cells[last + column] = column }
    for (row, letter) in left.enumerated() {
      let columns = max(0, row - limit)..<min(right.count, row + far)
      var least = columns.lowerBound == 0 ? row + 1 : far
      cells[current + columns.lowerBound] = least
      for column in columns {
        let other = right[column]
        var cost = min(
          cells[last + column + 1] + 1, cells[current + column] + 1,
          cells[last + column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, cells[beforeLast + column - 1] + 1)
        }
        cells[current + column + 1] = cost
        least = min(least, cost)
      }
      if columns.upperBound < right.count { cells[current + columns.upperBound + 1] = far }
      guard least <= limit else { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    let distance = cells[last + right.count]
    return distance <= limit ? distance : nil
  }
}
