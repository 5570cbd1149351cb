/// The difference of two texts by lines, in the form that `patch` and reviewers read.
package struct UnifiedDiff {
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let edits: [Edit]

  /// Lines of the old text that give way to lines of the new one.
  private struct Edit {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The lines around a change that are shown with it.
  private static let context = 3

  package init(from old: [UInt8], to new: [UInt8]) {
    self.old = UnifiedDiff.lines(old)
    self.new = UnifiedDiff.lines(new)
    edits = UnifiedDiff.edits(self.old, self.new)
  }

  /// The text of the difference; empty where there is none.
  package func text(path: String) -> String {
    guard !edits.isEmpty else { return "" }
    var result = "--- \(path)\n+++ \(path)\n"
    var start = 0
    while start < edits.count {
      var end = start + 1
      while end < edits.count,
        edits[end].old.lowerBound - edits[end - 1].old.upperBound <= 2 * UnifiedDiff.context
      {
        end += 1
      }
      write(edits[start..<end], to: &result)
      start = end
    }
    return result
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      result.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { result.append(bytes[start...]) }
    return result
  }
}

// MARK: Writing

extension UnifiedDiff {
  private func write(_ edits: ArraySlice<Edit>, to result: inout String) {
    guard let first = edits.first, let last = edits.last else { return }
    let before = min(UnifiedDiff.context, first.old.lowerBound)
    let after = min(UnifiedDiff.context, old.count - last.old.upperBound)
    let oldLines = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newLines = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    result += "@@ -\(UnifiedDiff.place(oldLines)) +\(UnifiedDiff.place(newLines)) @@\n"
    var line = oldLines.lowerBound
    for edit in edits {
      for index in line..<edit.old.lowerBound { write(" ", old[index], to: &result) }
      for index in edit.old { write("-", old[index], to: &result) }
      for index in edit.new { write("+", new[index], to: &result) }
      line = edit.old.upperBound
    }
    for index in line..<oldLines.upperBound { write(" ", old[index], to: &result) }
  }

  private func write(_ mark: String, _ line: ArraySlice<UInt8>, to result: inout String) {
    result += mark
    result += String(decoding: line, as: UTF8.self)
    if line.last != UInt8(ascii: "\n") { result += "\n\\ No newline at end of file\n" }
  }

  /// `12,3`: the first line and the count. No lines stand behind the line before them.
  private static func place(_ lines: Range<Int>) -> String {
    let first = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(first)" : "\(first),\(lines.count)"
  }
}

// MARK: Comparing

extension UnifiedDiff {
  /// Past this many insertions and deletions, what differs is shown as one change.
  private static let limit = 2_000

  private static func edits(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [Edit] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
    }
    guard start < oldEnd || start < newEnd else { return [] }
    let whole = Edit(old: start..<oldEnd, new: start..<newEnd)
    return shortestEdits(old, new, in: whole) ?? [whole]
  }

  /// The fewest edits, after Myers (1986), or `nil` where there are too many to look for.
  private static func shortestEdits(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], in whole: Edit
  ) -> [Edit]? {
    let (oldStart, newStart) = (whole.old.lowerBound, whole.new.lowerBound)
    let (oldCount, newCount) = (whole.old.count, whole.new.count)
    let reach = min(limit, oldCount + newCount)
    // For each diagonal, how far along the old lines the edits so far lead.
    var furthest = [Int](repeating: 0, count: 2 * reach + 3)
    let middle = reach + 1
    var history: [[Int]] = []
    for distance in 0...reach {
      history.append(Array(furthest[(middle - distance - 1)...(middle + distance + 1)]))
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let isInsertion = goesDown(furthest, middle, diagonal, distance)
        var x =
          isInsertion ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        if distance == 0 { x = 0 }
        var y = x - diagonal
        while x < oldCount, y < newCount, y >= 0, old[oldStart + x] == new[newStart + y] {
          x += 1
          y += 1
        }
        furthest[middle + diagonal] = x
        if x >= oldCount, y >= newCount {
          return walkBack(history, oldCount, newCount, oldStart, newStart)
        }
      }
    }
    return nil
  }

  private static func goesDown(
    _ furthest: [Int], _ middle: Int, _ diagonal: Int, _ distance: Int
  ) -> Bool {
    diagonal == -distance
      || diagonal != distance
        && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
  }

  private static func walkBack(
    _ history: [[Int]], _ oldCount: Int, _ newCount: Int, _ oldStart: Int, _ newStart: Int
  ) -> [Edit] {
    var edits: [Edit] = []
    var (x, y) = (oldCount, newCount)
    for distance in stride(from: history.count - 1, to: 0, by: -1) {
      let furthest = history[distance]
      let middle = distance + 1
      let diagonal = x - y
      let isInsertion = goesDown(furthest, middle, diagonal, distance)
      let previous = isInsertion ? diagonal + 1 : diagonal - 1
      let previousX = furthest[middle + previous]
      let previousY = previousX - previous
      let old = oldStart + previousX
      let new = newStart + previousY
      let edit = Edit(
        old: old..<(isInsertion ? old : old + 1), new: new..<(isInsertion ? new + 1 : new))
      if let next = edits.last, next.old.lowerBound == edit.old.upperBound,
        next.new.lowerBound == edit.new.upperBound
      {
        edits[edits.count - 1] = Edit(
          old: edit.old.lowerBound..<next.old.upperBound,
          new: edit.new.lowerBound..<next.new.upperBound)
      } else {
        edits.append(edit)
      }
      (x, y) = (previousX, previousY)
    }
    return edits.reversed()
  }
}
