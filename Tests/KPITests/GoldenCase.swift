import Foundation

/// One behaviour and what it pins: a Markdown file with prose and fenced sections.
///
/// The file is read and written as bytes, because some cases pin a byte order mark or carriage returns.
struct GoldenCase: Sendable {
  let path: String
  /// The parts in their order; text between sections stays as it is.
  var parts: [Part]

  enum Part: Sendable {
    case prose([UInt8])
    case section(Section)
  }

  /// `## DATA orders.csv` and the fenced block below it.
  struct Section: Sendable {
    let kind: Kind
    /// What follows the kind in the heading, such as a file's name.
    let argument: String
    /// Everything from the heading to the line that opens the block.
    let opening: [UInt8]
    /// The lines of the block, each with its end.
    var body: [UInt8]
    /// The line that closes the block.
    let closing: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  enum Kind: String, Sendable {
    case source = "SOURCE"
    case data = "DATA"
    case problems = "PROBLEMS"
    case ask = "ASK"
    case result = "RESULT"
    case plan = "PLAN"
    /// What `kpi diff` says of the sources against those in the folder `before`; options follow the word.
    case diff = "DIFF"
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(path: String, bytes: [UInt8]) throws {
    self.path = path
    parts = []
    var prose: [UInt8] = []
    var lines = GoldenCase.lines(bytes)[...]
    while let line = lines.popFirst() {
      guard let (kind, argument) = GoldenCase.heading(line) else {
        prose += line
        continue
      }
      var opening = line
      var fence = 3
      while let next = lines.popFirst() {
        opening += next
        if next.starts(with: "```".utf8) {
          fence = next.prefix { $0 == UInt8(ascii: "`") }.count
          break
        }
      }
      var body: [UInt8] = []
      var closing: [UInt8]?
      while let next = lines.popFirst() {
        if GoldenCase.isFence(next, ofLength: fence) {
          closing = next
          break
        }
        body += next
      }
      guard let closing else {
        throw Malformed(description: "\(path): the block of \(kind.rawValue) is not closed")
      }
      if !prose.isEmpty { parts.append(.prose(prose)) }
      prose = []
      parts.append(
        .section(
          Section(
            kind: kind, argument: argument, opening: opening, body: body, closing: closing)))
    }
    if !prose.isEmpty { parts.append(.prose(prose)) }
  }

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in bytes {
      line.append(byte)
      if byte == 10 {
        result.append(line)
        line = []
      }
    }
    return line.isEmpty ? result : result + [line]
  }

  private static func heading(_ line: [UInt8]) -> (Kind, String)? {
    guard line.starts(with: "## ".utf8) else { return nil }
    let words = String(decoding: line.dropFirst(3), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).map(String.init)
    guard let kind = words.first.flatMap(Kind.init) else { return nil }
    return (kind, words.dropFirst().joined(separator: " "))
  }

  /// Whether a line closes a block that was opened by so many backticks.
  private static func isFence(_ line: [UInt8], ofLength length: Int) -> Bool {
    let marks = line.prefix { $0 == UInt8(ascii: "`") }
    return marks.count == length && line.dropFirst(length).allSatisfy { $0 == 10 || $0 == 13 }
  }

  /// The file again, byte for byte unless a section was changed.
  var bytes: [UInt8] {
    parts.flatMap { part in
      switch part {
      case .prose(let bytes): bytes
      case .section(let section): section.opening + section.body + section.closing
      }
    }
  }

  var sections: [Section] {
    parts.compactMap { if case .section(let section) = $0 { section } else { nil } }
  }

  /// The first line of the file without its `#`.
  var title: String {
    String(decoding: bytes.prefix { $0 != 10 }.drop { $0 == 35 || $0 == 32 }, as: UTF8.self)
  }

  /// The files that the case consists of, by path.
  var files: [(path: String, bytes: [UInt8])] {
    sections.compactMap { section in
      switch section.kind {
      case .source: (section.argument.isEmpty ? "main.kpi" : section.argument, section.body)
      case .data: (section.argument, section.body)
      case .problems, .ask, .result, .plan, .diff: nil
      }
    }
  }

  // MARK: Finding cases

  /// The folder of this file.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  static let all: [GoldenCase] = {
    let root = folder + "/Cases"
    let paths = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: root + "/" + path) else { return nil }
      return try? GoldenCase(path: path, bytes: Array(data))
    }
  }()

  /// Splits a command line at spaces; single and double quotes hold words together.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isOpen = false
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        isOpen = true
      } else if character.isWhitespace {
        if isOpen || !word.isEmpty { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
      }
    }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }
}
