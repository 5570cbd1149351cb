import KPIDiagnostics
import KPIInference
import KPIWorkspace

/// A data file before anything is declared about it.
struct DataFileLook {
  let bytes: [UInt8]
  let inference: TableInference

  /// Why nothing can be said about a file.
  struct Problem: Error {
    let diagnostic: Diagnostic
  }
}

extension Environment {
  /// Reads a file of delimited text and looks at its rows; `path` is how the table will name it.
  func lookAtFile(
    _ path: String, table: String, namedAs declared: String? = nil
  ) -> Result<DataFileLook, DataFileLook.Problem> {
    let place = Location.data(path: path, line: 0, column: 0, value: nil)
    func problem(_ diagnostic: Diagnostic) -> Result<DataFileLook, DataFileLook.Problem> {
      .failure(.init(diagnostic: diagnostic))
    }
    let bytes: [UInt8]
    do throws(FileSystem.Failure) {
      bytes = try FileSystem.read(FileSystem.join(currentFolder, path))
    } catch {
      return problem(.unreadableFile(path, reason: error.reason))
    }
    guard bytes.first(where: { $0 > 32 }) != UInt8(ascii: "{") else {
      return problem(
        .unreadableFile(path, reason: "only delimited text is looked at so far, and this is JSON"))
    }
    if let format = DataFileLook.otherFormat(bytes) {
      return problem(.dataNotText(table: table, at: place, what: format))
    }
    guard let inference = TableInference(DelimitedRecords(bytes), path: declared ?? path) else {
      return problem(.emptyDataFile(table: table, at: place))
    }
    return .success(DataFileLook(bytes: bytes, inference: inference))
  }
}

extension DataFileLook {
  /// What the bytes are, where they are no text in UTF-8.
  fileprivate static func otherFormat(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
      return "it is a spreadsheet or another packed file"
    }
    if bytes.starts(with: [0x1F, 0x8B]) { return "it is compressed" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "it is written in UTF-16"
    }
    if bytes.prefix(4096).contains(0) { return "it holds binary data" }
    return String(validating: bytes, as: UTF8.self) == nil
      ? "it is written in an older encoding" : nil
  }
}
