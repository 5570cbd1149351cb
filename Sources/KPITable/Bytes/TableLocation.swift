package import KPIModel

/// Where the rows of a table are read from.
package enum TableLocation: Sendable {
  /// A file, by its absolute path and by the path that messages show.
  case file(path: String, display: String)
  /// Rows that the caller holds as the bytes of a file with the name `display`.
  case rows([UInt8], display: String)
  /// Rows that come from elsewhere, each time from the start, as objects of JSON, one a line.
  case stream(RowStream, display: String)
  /// The table has no rows of its own.
  case nowhere

  /// The path that messages show.
  package var display: String {
    switch self {
    case .file(_, let display), .rows(_, let display), .stream(_, let display): display
    case .nowhere: ""
    }
  }

  var layout: Layout {
    if case .stream = self { .jsonLines } else { Layout(fileName: display) }
  }

  /// How the rows are laid out in the bytes, told by the file's name.
  enum Layout: Equatable {
    /// Fields between delimiters; `nil` means that the header line decides which.
    case delimited(UInt8?)
    /// One JSON object a line.
    case jsonLines

    init(fileName: String) {
      var name = fileName.lowercased()[...]
      if name.hasSuffix(".gz") { name = name.dropLast(3) }
      if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
        self = .jsonLines
      } else {
        self = .delimited(name.hasSuffix(".tsv") || name.hasSuffix(".tab") ? 9 : nil)
      }
    }
  }
}

/// Why a file cannot be read as a table at all.
package enum FileFailure: Error, Sendable, Hashable {
  case nowhere
  /// The database that the rows come from could not be asked.
  case database(problem: String, help: String)
  case missing
  case directory
  case unreadable(String)
  case noDecompressor
  case damagedCompression
  case empty
  case notText(NotText)
  /// A row that begins at this offset does not end: within the limit, or because of an open quote.
  case endlessRow(offset: Int, isQuoted: Bool)
  /// A quote stands where no quoted field begins or ends, so rows cannot be told apart.
  case misplacedQuote(offset: Int)
  case missingColumn(ColumnID, header: String, found: [String])
  case repeatedColumn(ColumnID, header: String)

  package enum NotText: Sendable, Hashable {
    case binary
    case utf16
  }
}

/// Opens rows that come from elsewhere.
package struct RowStream: Sendable {
  /// The rows from the start: each call hands out the next bytes, none at the end.
  package let open: @Sendable () throws(FileFailure) -> Next

  package typealias Next = () throws(FileFailure) -> [UInt8]?

  package init(_ open: @escaping @Sendable () throws(FileFailure) -> Next) { self.open = open }
}
