package import KPISource
package import KPISyntax

/// A file in the canonical layout.
package struct Formatted: Sendable {
  package let bytes: [UInt8]
  /// The lines that were left as they are because they could not be read, in the order of the file.
  package let unformatted: [SourceRange]
  /// The same lines by their numbers in the new text.
  package let unformattedLines: [ClosedRange<Int>]

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Lays a file out in the one canonical way.
///
/// Only white space changes: the tokens, the comments and their order stay. Declarations that the
/// parser could not read in full are left as they are, byte for byte, since how a line means to go on
/// is not known there; `problems` are the places of the parser's findings.
package func format(_ tree: SyntaxTree, problems: [SourceRange] = []) -> Formatted {
  let outline = Outline(tree, problems: problems)
  var layout = Layout(outline)
  layout.file()
  return Formatted(
    bytes: layout.writer.finish(),
    unformatted: outline.items.filter(\.isBroken).map { SourceRange(file: tree.file, $0.bytes) },
    unformattedLines: layout.writer.copiedLines)
}
