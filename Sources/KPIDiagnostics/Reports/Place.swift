import KPISource
import KPIText

/// A location worked out to what a person or a program can go to: path, lines and columns.
struct Place {
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
  init?(_ location: Location, in sources: SourceMap) {
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
      column: source.beginningOfLine(before: offset).count + 1)
  }

  /// `sales.kpi:12:7`, `orders.csv:17`, `orders.csv`.
  var text: String {
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

/// Makes text safe to show: control characters and those that turn the direction of writing become
/// visible, so that nothing in a file can forge what the terminal shows.
enum Printable {
  static func text(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isHidden(scalar) ? picture(of: scalar) : scalar)
    }
    return String(result)
  }

  /// The same with each tab as the spaces up to the next stop.
  static func line(_ text: some StringProtocol) -> String {
    var result = ""
    var width = 0
    for character in text {
      if character == "\t" {
        let spaces = tabWidth - width % tabWidth
        result += String(repeating: " ", count: spaces)
        width += spaces
      } else {
        let shown = Printable.text(String(character))
        result += shown
        width += DisplayWidth.of(shown)
      }
    }
    return result
  }

  private static let tabWidth = 4

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
