import KPIDiagnostics
import KPISource
import KPISyntax
import Testing

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

/// Any bytes have a tree that prints back unchanged and whose nodes nest properly.
@Suite struct PropertyTests {
  @Test func randomBytes() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<200, using: &generator)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  @Test func randomTokens() {
    let pieces =
      SampleText.everything.split(separator: " ").map(String.init) + [
        "(", ")", "{", "}", "\n", "\r\n", "\"", "`", "|", "->", "-", "==", "&&", ";", "%", "kpi ",
        "\nkpi ", "\nmetric ", "1__0", "2026-13", "\u{A0}", "\u{1F600}", "/", "//", "///", "\\",
        ",", ":", ".", "case {", "when", "not", "where", "\0",
      ]
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      check(Array(text.utf8))
    }
  }

  @Test func truncations() {
    let bytes = Array(SampleText.everything.utf8)
    for end in stride(from: 0, to: bytes.count, by: 97) { check(Array(bytes[..<end])) }
  }

  @Test func mutations() {
    let original = Array(SampleText.everything.utf8)
    let signs = Array("(){}|,.:=-\"`\n %&".utf8)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
        default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      check(bytes)
    }
  }

  /// Deleting one line of a right text never gives a finding far from it.
  @Test func droppedLinesStayLocal() {
    let lines = SampleText.whole.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      let parsed = Parsed(rest.joined(separator: "\n"))
      #expect(parsed.diagnostics.count <= 4, "without \(lines[index]): \(parsed.report)")
    }
  }

  private func check(_ bytes: [UInt8]) {
    let parsed = Parsed(bytes)
    let isLossless = parsed.tree.bytes == bytes
    #expect(isLossless)
    let flaw = flaw(in: parsed.tree.root)
    #expect(flaw == nil)
    visit(parsed.tree)
    for finding in parsed.diagnostics {
      if case .source(let range) = finding.location {
        #expect(range.start <= range.end && Int(range.end) <= bytes.count)
      }
      #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
    }
  }

  /// Children lie within their parent, in order and apart, and know it. Gives the first node that
  /// breaks this.
  private func flaw(in root: SyntaxNode) -> String? {
    var open = [root]
    while let node = open.popLast() {
      var end = node.range.start
      for child in node.children {
        let isPlaced = child.range.start >= end || child.range.bytes.isEmpty
        guard child.parent == node, child.range.end <= node.range.end, isPlaced else {
          return "\(child.kind) in \(node.kind)"
        }
        end = max(end, child.range.end)
        open.append(child)
      }
      var length = 0
      for element in node.elements {
        switch element {
        case .node(let child): length += child.range.bytes.count
        case .token(let token): length += token.range.bytes.count
        }
      }
      if length != node.range.bytes.count { return "\(node.kind) has gaps" }
    }
    return nil
  }

  /// Reads every view of a tree, so that none of them can crash.
  private func visit(_ tree: SyntaxTree) {
    for declaration in tree.declarations {
      _ = (declaration.name?.text, declaration.label?.value, declaration.documentation)
      if let formula = declaration.formula { walk(formula) }
      switch declaration {
      case .kpi(let kpi):
        for case .target(let target) in kpi.attributes { visit(target.body) }
      case .table(let table):
        for case .column(let column) in table.attributes { _ = column.modifiers.count }
      case .test(let test):
        for case .expect(let expectation) in test.attributes {
          walk(expectation.subject)
          _ = (expectation.dimensions.count, expectation.expected)
        }
      default: break
      }
    }
  }

  private func visit(_ body: TargetBodySyntax) {
    switch body {
    case .goal(let goal):
      walk(goal.value)
      _ = (goal.direction, goal.upper, goal.relative?.grain?.text, goal.phasing?.rule)
    case .periods(let entries):
      for entry in entries {
        _ = (entry.from?.period, entry.to?.period)
        visit(entry.body)
      }
    case .groups(_, let entries):
      for entry in entries {
        walk(entry.value)
        visit(entry.body)
      }
    case .missing: break
    }
  }
}
