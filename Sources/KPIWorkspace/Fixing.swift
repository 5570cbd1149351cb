package import KPIDiagnostics
package import KPISource

/// Applying the edits that findings come with.
package enum Fixing {
  /// The files that change, with their new bytes, and the number of findings mended.
  ///
  /// A finding is mended when there is only one way to mend it. Of two fixes that touch the same bytes the first
  /// in the order of the files is made; the other one is found again on the next run.
  package static func apply(
    _ diagnostics: [Diagnostic], to sources: SourceMap, unsafeToo: Bool = false
  ) -> (files: [SourceText], count: Int) {
    var edits: [FileID: [TextEdit]] = [:]
    var count = 0
    for diagnostic in diagnostics.inOrder() {
      guard diagnostic.fixes.count == 1, let fix = diagnostic.fixes.first, !fix.edits.isEmpty,
        fix.applicability == .safe || unsafeToo,
        fix.edits.allSatisfy({ isFree($0, among: edits[$0.range.file] ?? []) })
      else { continue }
      for edit in fix.edits { edits[edit.range.file, default: []].append(edit) }
      count += 1
    }
    let files = edits.sorted { $0.key < $1.key }.map { file, edits in
      let source = sources[file]
      var bytes = source.bytes
      for edit in edits.sorted(by: { $0.range > $1.range }) {
        bytes.replaceSubrange(
          edit.range.bytes.clamped(to: 0..<bytes.count), with: edit.replacement.utf8)
      }
      return SourceText(path: source.path, bytes: bytes)
    }
    return (files, count)
  }

  private static func isFree(_ edit: TextEdit, among others: [TextEdit]) -> Bool {
    others.allSatisfy { other in
      edit.range.end <= other.range.start && edit.range != other.range
        || other.range.end <= edit.range.start && edit.range != other.range
    }
  }
}
