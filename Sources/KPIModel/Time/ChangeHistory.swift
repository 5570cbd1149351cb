package import KPISource

/// When each line of a specification was last changed, and by which recorded change.
package struct ChangeHistory: Sendable {
  /// In the order of the specification's files.
  package let files: [File]
  /// Whether the past is known from its beginning. Where only the latest part is, what looks like the first change of
  /// a line may be much later than the real one, and nothing may be concluded from its age.
  package let isComplete: Bool

  package init(files: [File], isComplete: Bool) {
    self.files = files
    self.isComplete = isComplete
  }

  package struct File: Sendable {
    /// The last change of each line.
    package let lines: [Change]
    /// When the file was first recorded, under whatever name; `nil` when it never was.
    package let firstDay: Day?

    package init(lines: [Change], firstDay: Day?) {
      self.lines = lines
      self.firstDay = firstDay
    }
  }

  package struct Change: Hashable, Sendable {
    package let day: Day
    /// The short name by which the change can be looked up; `nil` while it is not recorded.
    package let name: String?

    package init(day: Day, name: String?) {
      self.day = day
      self.name = name
    }
  }

  /// The latest change of any line of a range, such as a declaration; `nil` when the file has no history.
  package func lastChange(of range: SourceRange, in sources: SourceMap) -> Change? {
    guard files.indices.contains(Int(range.file.index)) else { return nil }
    let text = sources[range.file]
    let first = text.position(of: range.bytes.lowerBound).line
    // The end is not part of the range, and may stand at the beginning of the next line.
    let last = text.position(of: max(range.bytes.lowerBound, range.bytes.upperBound - 1)).line
    return lastChange(ofLines: first...max(first, last), in: range.file)
  }

  /// The latest change of lines, counted from 1.
  package func lastChange(ofLines lines: ClosedRange<Int>, in file: FileID) -> Change? {
    guard files.indices.contains(Int(file.index)) else { return nil }
    let changes = files[Int(file.index)].lines
    let places = (lines.lowerBound - 1..<lines.upperBound).clamped(to: changes.indices)
    return changes[places].max { $0.day < $1.day }
  }
}
