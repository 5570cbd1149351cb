import KPIDiagnostics
import KPIInference
import KPITable
import KPIWorkspace

/// A data file before anything is declared about it.
struct DataFileLook {
  /// As they are in the file.
  let bytes: [UInt8]
  let inference: TableInference

  /// Why nothing can be said about a file.
  struct Problem: Error {
    let diagnostic: Diagnostic
  }
}

extension Environment {
  /// Reads a file of delimited text or of JSON Lines, compressed or not, and looks at its rows; `path` is how the table will
  /// name it.
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
    let text: [UInt8]
    do throws(FileSystem.Failure) {
      text = try FileSystem.unpacked(bytes, of: path)
    } catch {
      return problem(.unreadableFile(path, reason: error.reason))
    }
    if let format = DataFileLook.otherFormat(text) {
      return problem(.dataNotText(table: table, at: place, what: format))
    }
    let inference: TableInference?
    if ObjectRecords.areIn(fileNamed: path) {
      do throws(ObjectRecords.Damage) {
        let objects = ObjectRecordSource(try ObjectRecords(text))
        inference = TableInference(objects, path: declared ?? path)
      } catch {
        return problem(
          .unreadableFile(path, reason: "line \(error.line) of it is no object of JSON"))
      }
    } else if text.first(where: { $0 > 32 }) == UInt8(ascii: "{") {
      return problem(
        .unreadableFile(
          path, reason: "it holds JSON; with an object a line, its name has to end in `.jsonl`"))
    } else {
      inference = TableInference(DelimitedRecords(text), path: declared ?? path)
    }
    guard let inference else { return problem(.emptyDataFile(table: table, at: place)) }
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
