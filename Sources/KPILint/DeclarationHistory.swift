import KPIModel
import KPISource

extension LintContext {
  /// The last change of each of the lines that a stretch of text stands on; none where nothing is known of them.
  func changes(of range: SourceRange) -> ArraySlice<ChangeHistory.Change> {
    let place = Int(range.file.index)
    guard let files = evidence.history?.files, files.indices.contains(place) else { return [] }
    let changes = files[place].lines
    let lines = lines.numbers(of: range)
    return changes[(lines.lowerBound - 1..<lines.upperBound).clamped(to: changes.indices)]
  }

  /// The last change of any of the lines.
  func lastChange(of range: SourceRange) -> ChangeHistory.Change? {
    changes(of: range).max { $0.day < $1.day }
  }

  /// The change of the line that has stood unchanged for the longest time.
  func oldestChange(of range: SourceRange) -> ChangeHistory.Change? {
    changes(of: range).min { $0.day < $1.day }
  }
}
