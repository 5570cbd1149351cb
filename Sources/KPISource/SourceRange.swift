/// Names one file of a specification: its place in the list of files, which is ordered by path.
package struct FileID: Hashable, Sendable, Comparable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(clamping: index) }

  package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// A stretch of bytes of one file, from `start` up to but not including `end`.
package struct SourceRange: Hashable, Sendable, Comparable {
  package let file: FileID
  package let start: Int32
  package let end: Int32

  package init(file: FileID, _ bytes: Range<Int>) {
    self.file = file
    self.start = Int32(clamping: bytes.lowerBound)
    self.end = Int32(clamping: bytes.upperBound)
  }

  package var bytes: Range<Int> { Int(start)..<Int(end) }

  /// The shortest range that covers both; both must be of one file.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(
      file: file,
      min(bytes.lowerBound, other.bytes.lowerBound)..<max(bytes.upperBound, other.bytes.upperBound))
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}

/// The files of a specification, addressed by `FileID`.
package struct SourceMap: Sendable {
  package let files: [SourceText]

  package init(_ files: [SourceText]) { self.files = files }

  package subscript(file: FileID) -> SourceText { files[Int(file.index)] }

  package func text(of range: SourceRange) -> String { self[range.file][range.bytes] }
}
