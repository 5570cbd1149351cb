import KPIDiagnostics
import KPIFormat
import KPISource
import KPISyntax

/// A text, its tree, and its canonical layout.
struct Sample {
  let tree: SyntaxTree
  let diagnostics: [Diagnostic]
  let formatted: Formatted

  init(_ text: String) { self.init(Array(text.utf8)) }

  init(_ bytes: [UInt8]) {
    let source = SourceText(path: "sample.kpi", bytes: bytes)
    (tree, diagnostics) = parse(source, file: FileID(0))
    let problems = diagnostics.compactMap { diagnostic in
      if case .source(let range) = diagnostic.location { range } else { nil }
    }
    formatted = format(tree, problems: problems)
  }

  /// The tokens that mean something, in order.
  var tokens: [[UInt8]] { trivia(of: tree.root, isTrivia: false) }

  /// The comments, without blanks at their ends.
  var comments: [[UInt8]] {
    trivia(of: tree.root, isTrivia: true).map { comment in
      Array(comment.reversed().drop { $0 <= UInt8(ascii: " ") }.reversed())
    }
  }

  /// The kinds of the nodes in the order of the text, each with its depth: the shape of the tree.
  var shape: [String] {
    var result: [String] = []
    var open = [(tree.root, 0)]
    while let (node, depth) = open.popLast() {
      result.append("\(depth) \(node.kind)")
      open += node.children.reversed().map { ($0, depth + 1) }
    }
    return result
  }

  private func trivia(of node: SyntaxNode, isTrivia: Bool) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for element in node.elements {
      switch element {
      case .node(let child): result += trivia(of: child, isTrivia: isTrivia)
      case .token(let token):
        let isComment = token.kind == .comment || token.kind == .documentation
        if isTrivia ? isComment : !token.kind.isTrivia {
          result.append(Array(tree.source.bytes[token.range.bytes]))
        }
      }
    }
    return result
  }

  /// What the layout got wrong, in words; `nil` when it holds all its promises.
  var flaw: String? {
    let again = Sample(formatted.bytes)
    if again.formatted.bytes != formatted.bytes { return "a second time changes it again" }
    if again.tokens != tokens { return "the tokens changed" }
    if again.comments != comments { return "the comments changed" }
    if again.shape != shape { return "the tree changed" }
    if again.diagnostics.map(\.message) != diagnostics.map(\.message) {
      return "the findings changed"
    }
    for region in formatted.unformatted where !contains(tree.source.bytes[region.bytes]) {
      return "what could not be read is not there as it was"
    }
    return diagnostics.isEmpty ? flawOfLines : nil
  }

  private func contains(_ lines: ArraySlice<UInt8>) -> Bool {
    let text = formatted.bytes
    guard lines.count <= text.count else { return false }
    return (0...(text.count - lines.count)).contains { text[$0...].starts(with: lines) }
  }

  private var flawOfLines: String? {
    let lines = formatted.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines {
      if let last = line.last, last <= UInt8(ascii: " ") { return "a line ends in a blank" }
    }
    for (index, line) in lines.enumerated() where line.isEmpty && lines.count > 1 {
      if index == 0 { return "an empty line at the start" }
      if index < lines.count - 1, lines[index + 1].isEmpty { return "two empty lines" }
    }
    return lines.last?.isEmpty == true ? nil : "no line break at the end"
  }
}

/// A generator of numbers that gives the same ones for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts like one, each with a few small changes.
enum Mutation {
  static func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let isGentle = Bool.random(using: &generator)
    for _ in 0..<Int.random(in: 1...(isGentle ? 24 : 4), using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      if isGentle {
        changeLayout(&bytes, place, &generator)
      } else {
        changeText(&bytes, place, &generator)
      }
    }
  }

  /// Mostly, a text that was right stays so: blanks and breaks move, names grow, remarks appear.
  private static func changeLayout(
    _ bytes: inout [UInt8], _ place: Int, _ generator: inout SeededGenerator
  ) {
    let gap = bytes[place...].firstIndex { $0 == 0x20 || $0 == 0x0A }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      if let gap { bytes.replaceSubrange(gap...gap, with: "\n".utf8) }
    case 1:
      if let gap { bytes.replaceSubrange(gap...gap, with: "  ".utf8) }
    case 2:
      if let gap { bytes.replaceSubrange(gap...gap, with: " // remark\n".utf8) }
    case 3:
      if let line = bytes[place...].firstIndex(of: 0x0A) {
        bytes.replaceSubrange(line...line, with: "  ".utf8)
      }
    case 4:
      if let line = bytes[place...].firstIndex(of: 0x0A) {
        bytes.insert(contentsOf: "// remark  \n\n".utf8, at: line + 1)
      }
    default: lengthenName(&bytes, place, &generator)
    }
  }

  private static func lengthenName(
    _ bytes: inout [UInt8], _ place: Int, _ generator: inout SeededGenerator
  ) {
    let underscore = UInt8(ascii: "_")
    guard let end = bytes[place...].firstIndex(of: underscore) else { return }
    let length = Int.random(in: 1...40, using: &generator)
    bytes.insert(contentsOf: repeatElement(underscore, count: length), at: end)
  }

  /// Mostly, a text that was right is so no more.
  private static func changeText(
    _ bytes: inout [UInt8], _ place: Int, _ generator: inout SeededGenerator
  ) {
    guard let piece = pieces.randomElement(using: &generator) else { return }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0...1: bytes.insert(contentsOf: piece.utf8, at: place)
    case 2 where place < bytes.count: bytes.remove(at: place)
    case 3 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 4:
      if let gap = bytes[place...].firstIndex(of: 0x20) {
        bytes.insert(contentsOf: piece.utf8, at: gap)
      }
    default:
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &generator))
      bytes.removeSubrange(place..<end)
    }
  }

  private static let pieces = [
    "\n", "\n\n\n", "\r\n", "\r", " ", "\t", "  // remark\n", "\n// remark\n", "/// remark\n",
    "//\r\r\n", "(", ")", "{", "}", "\"", "`", "|", ",", ":", ".", "-", "->", "=", "==", "&&", ";",
    "%", "\u{FEFF}", "\0", "\u{1F600}", "\u{A0}", " where ", " and ", " not ", " in (1, 2) ",
    " case { when a then 1 } ", "\nmetric m = ", "\nkpi k \"K\" = ", "\nowner o {", " per ",
    " between 1 and 2 ", " 5 USD ", " fiscal year ", " a.b ", " f(x) ", " -1 ", "\\", "\"t\"",
    " 2026-01 ", "label vi \"x\" ", " é ", "e\u{301}", "日本",
  ]
}
