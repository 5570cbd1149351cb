import KPIModel
import KPISource
import Testing

@testable import KPITable

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files as they are met on disk: compressed, missing, damaged; and rows whose columns nobody declared.
struct FileTests {
  private static let table = Table(
    name: "t", label: nil, documentation: nil, location: .nowhere,
    columns: [
      Column(
        name: "a", header: nil, type: .integer, isKey: false, isOptional: false, allowed: nil,
        reference: nil, documentation: nil, origin: SourceRange(file: FileID(0), 0..<0))
    ], nature: .plain, format: .standard, badRows: .fail,
    origin: SourceRange(file: FileID(0), 0..<0))

  private final class Adder: BlockConsumer, @unchecked Sendable {
    var total = 0
    func consume(_ block: RowBlock) {
      for row in 0..<block.count { total += Int(block.columns[0].integers[row]) }
    }
  }

  private static func total(_ location: TableLocation) -> (Int, ScanOutcome) {
    let adder = Adder()
    let settings = TableScan.Settings(threads: 1, chunkSize: 64, zone: LazyZone { nil })
    let outcome = TableScan(
      table, columns: [ColumnID(0)], at: location, settings: settings
    ).run { _ in adder }
    return (adder.total, outcome)
  }

  /// A gzip member that stores its bytes as they are.
  private static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
    }
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    let length = UInt32(bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(length, 2)
      + little(length ^ 0xFFFF, 2) + bytes + little(checksum ^ 0xFFFF_FFFF, 4) + little(length, 4)
  }

  @Test func compressed() {
    let rows = (1...500).map { "\($0)\n" }.joined()
    let whole = Self.gzip("a\n" + rows)
    #expect(Self.total(.rows(whole, display: "t.csv.gz")).0 == 125_250)
    let parts = Self.gzip("a\n1\n2") + Self.gzip("3\n4\n")
    #expect(Self.total(.rows(parts, display: "t.csv.gz")).0 == 28)
    for damaged in [Array(whole.dropLast(20)), Array(whole[..<5]), Array("a\n1\n".utf8)] {
      let outcome = Self.total(.rows(damaged, display: "t.csv.gz")).1
      #expect(outcome.failure == .damagedCompression)
    }
  }

  @Test func placesWithoutAFile() {
    func failure(_ path: String) -> FileFailure? {
      Self.total(.file(path: path, display: "t.csv")).1.failure
    }
    #expect(failure("/nowhere/at/all.csv") == .missing)
    #expect(failure("/") == .directory)
    #expect(Self.total(.nowhere).1.failure == .nowhere)
    let broken = FileFailure.database(problem: "it is down", help: "Wait.")
    let stream = RowStream { () throws(FileFailure) in throw broken }
    #expect(Self.total(.stream(stream, display: "warehouse: orders")).1.failure == broken)
  }

  @Test func filesOnDisk() throws {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let path = folder + "/kpi-table-test-\(getpid()).csv"
    let text = "a,b\n" + (1...3000).map { "\($0),\"x\ny \($0)\"\n" }.joined()
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { unlink(path) }
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    let (total, outcome) = Self.total(.file(path: path, display: "t.csv"))
    #expect(total == 4_501_500)
    #expect(outcome.rowsRead == 3000)
  }

  @Test func rowsOfUnknownColumns() throws {
    func rows(_ text: String, _ name: String) throws -> (TextRows, [[String]]) {
      let rows = try TextRows(.rows(Array(text.utf8), display: name))
      var result: [[String]] = []
      try rows.forEachRow {
        result.append($0)
        return result.count < 3
      }
      return (rows, result)
    }
    let (csv, fields) = try rows(
      "id;\"first; name\"\r\n1;\"a\"\"b\"\r\n\r\n2\n3;\"x\ny\"\n4;z\n", "people.csv")
    #expect(csv.names == ["id", "first; name"])
    #expect(csv.delimiter == UInt8(ascii: ";"))
    #expect(fields == [["1", "a\"b"], ["2"], ["3", "x\ny"]])
    let (json, objects) = try rows("{\"a\":1,\"b\":null}\n{\"c\":[2],\"a\":true}\n", "x.jsonl")
    #expect(json.names == ["a", "b", "c"])
    #expect(objects == [["1", "", ""], ["true", "", ""]])
  }
}
