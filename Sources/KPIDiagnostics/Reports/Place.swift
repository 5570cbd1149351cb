package import KPISource
import KPIText

/// A location worked out to what a person or a program can go to: path, lines and columns.
package struct Place {
  let path: String
  /// `nil` when the whole file is meant.
  let start: Point?
  /// The point after the last character.
  let end: Point?
  /// What was found in a data file.
  let value: String?

  struct Point {
    let line: Int
    /// Counts UTF-8 bytes; 0 when the whole line is meant.
    let byteColumn: Int
    /// Counts characters, as editors show it; 0 when the whole line is meant.
    let column: Int
  }

  /// `nil` for a finding that stands in no file.
  package init?(_ location: Location, in sources: SourceMap) {
    switch location {
    case .source(let range):
      self.init(range, in: sources)
    case .data(let path, let line, let column, let value):
      let start = line > 0 ? Point(line: line, byteColumn: column, column: column) : nil
      self.init(path: path, start: start, end: nil, value: value)
    case .none: return nil
    }
  }

  init(_ range: SourceRange, in sources: SourceMap) {
    let source = sources[range.file]
    self.init(
      path: source.path, start: Place.point(at: range.bytes.lowerBound, in: source),
      end: Place.point(at: range.bytes.upperBound, in: source), value: nil)
  }

  private init(path: String, start: Point?, end: Point?, value: String?) {
    self.path = path
    self.start = start
    self.end = end
    self.value = value
  }

  private static func point(at offset: Int, in source: SourceText) -> Point {
    let position = source.position(of: offset)
    return Point(
      line: position.line, byteColumn: position.column,
      column: source.beginningOfLine(before: offset).characterCount + 1)
  }

  /// `sales.kpi:12:7`, `orders.csv:17`, `orders.csv`.
  package var text: String {
    guard let start else { return path }
    return start.column > 0 ? "\(path):\(start.line):\(start.column)" : "\(path):\(start.line)"
  }
}

extension SourceText {
  /// The text between the beginning of a line and an offset in it, without a byte order mark.
  func beginningOfLine(before offset: Int) -> String {
    let offset = min(max(offset, 0), bytes.count)
    var start = offset - position(of: offset).column + 1
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    return self[start..<offset]
  }
}
