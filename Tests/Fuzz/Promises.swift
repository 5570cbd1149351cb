import KPIDiagnostics
import KPIFormat
import KPISemantics
import KPISource
import KPISyntax

/// What holds for any bytes whatever.
enum Promises {
  /// The promise that the bytes break, in words; `nil` when all hold.
  static func broken(by bytes: [UInt8]) -> String? {
    let before = Reading(bytes)
    if before.tree.bytes != bytes { return "the tree does not print back what was read" }
    if let flaw = before.flawOfPlaces { return flaw }
    if isSampled(bytes), let flaw = before.flawOfReports { return flaw }

    let after = Reading(before.formatted)
    if after.formatted != before.formatted { return "formatting a second time changes it again" }
    if after.tokens != before.tokens { return "formatting changed a token or a comment" }
    if after.syntaxFindings.map(\.message) != before.syntaxFindings.map(\.message) {
      return "formatting changed what the parser finds"
    }
    if after.meaningFindings.map(\.rule) != before.meaningFindings.map(\.rule) {
      return "formatting changed what the checker finds"
    }
    return nil
  }

  /// Reports take longer than all the rest, so they are made for a part of the inputs: always the same ones.
  private static func isSampled(_ bytes: [UInt8]) -> Bool {
    bytes.reduce(0) { $0 &+ Int($1) }.isMultiple(of: 64)
  }
}

/// One text, parsed, formatted and checked.
private struct Reading {
  let tree: SyntaxTree
  let syntaxFindings: [Diagnostic]
  let meaningFindings: [Diagnostic]
  let formatted: [UInt8]

  init(_ bytes: [UInt8]) {
    let source = SourceText(path: "input.kpi", bytes: bytes)
    (tree, syntaxFindings) = parse(source, file: FileID(0))
    meaningFindings = Analysis.of([tree]).diagnostics
    let places = syntaxFindings.compactMap { finding in
      if case .source(let range) = finding.location { range } else { nil }
    }
    formatted = format(tree, problems: places).bytes
  }

  private var findings: [Diagnostic] { syntaxFindings + meaningFindings }

  /// All that the text says, without its blanks; comments may lose those at their end.
  var tokens: [ArraySlice<UInt8>] {
    tree.allTokens.compactMap { token in
      let bytes = tree.source.bytes[token.range.bytes]
      switch token.kind {
      case .whitespace, .newline, .byteOrderMark: return nil
      case .comment, .documentation:
        return bytes.prefix(through: bytes.lastIndex { $0 > UInt8(ascii: " ") } ?? bytes.startIndex)
      default: return bytes
      }
    }
  }

  /// Every place that a finding speaks of or wants to change lies within the text.
  var flawOfPlaces: String? {
    let length = tree.source.bytes.count
    for finding in findings {
      var ranges = finding.labels.map(\.range) + finding.fixes.flatMap { $0.edits.map(\.range) }
      if case .source(let range) = finding.location { ranges.append(range) }
      if ranges.contains(where: { $0.start > $0.end || Int($0.end) > length }) {
        return "\(finding.rule.name) points outside of the text"
      }
      if finding.message.isEmpty { return "\(finding.rule.name) says nothing" }
    }
    return nil
  }

  var flawOfReports: String? {
    let report = Report(findings, sources: SourceMap([tree.source]), fileCount: 1)
    for format in Report.Format.allCases where report.text(as: format, toolVersion: "0").isEmpty {
      return "the \(format.rawValue) report is empty"
    }
    return nil
  }
}
