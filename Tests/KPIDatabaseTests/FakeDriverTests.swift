import Foundation
import Testing

@testable import KPIDatabase

/// Whatever a driver does, there is an answer or an error, and what it gave out goes back to it.
@Suite(.enabled(if: FakeDriver.isAvailable, "\(Engines.lacksCompiler)"), .serialized)
struct FakeDriverTests {
  private let finder = DriverFinder(environment: [:], folder: nil, systemFolders: [])

  private func connect(
    _ options: [DatabaseOption] = [], grace: Double = 5, limit: Double = 60
  ) throws -> Connection {
    let driver = try finder.load(try #require(FakeDriver.path))
    return try Database(
      driver, DatabaseSettings(options: options, connectLimit: limit, grace: grace)
    ).connect()
  }

  @Test func rows() throws {
    let connection = try connect()
    let three: [[ResultValue?]] = [
      [.whole(1), .text("a")], [nil, nil], [.whole(3), .text("ccc")],
    ]
    #expect(try connection.rows("fine") == three + three)
    let result = try connection.query("fine")
    #expect(
      result.columns == [
        ResultColumn(name: "number", type: .integer(bits: 64, isSigned: true)),
        ResultColumn(name: "text", type: .text),
      ])
    // A batch outlives its result and its connection.
    let batch = try #require(try result.next())
    #expect(try batch.columns[1].text(2) == "ccc")
  }

  @Test func everyType() throws {
    let result = try connect().query("types")
    let batch = try #require(try result.next())
    func value(_ name: String, _ row: Int) throws -> ResultValue? {
      try #require(batch.columns.first { $0.name == name }).value(row)
    }
    func fault(_ name: String, _ row: Int) throws -> ValueFault? {
      let column = try #require(batch.columns.first { $0.name == name })
      do throws(ValueFault) {
        _ = try column.value(row)
        return nil
      } catch {
        return error
      }
    }
    #expect(try value("null", 0) == nil)
    #expect(try value("boolean", 0) == .boolean(false))
    #expect(try value("boolean", 1) == .boolean(true))
    let extremes: [(String, Int, Int)] = [
      ("int8", -128, 127), ("uint8", 0, 255), ("int16", -32768, 32767), ("uint16", 0, 65535),
      ("int32", Int(Int32.min), Int(Int32.max)), ("uint32", 0, Int(UInt32.max)),
      ("int64", .min, .max),
    ]
    for (name, low, high) in extremes {
      #expect(try value(name, 0) == .whole(low), "\(name)")
      #expect(try value(name, 1) == .whole(high), "\(name)")
    }
    #expect(try value("uint64", 1) == .number(ExactDecimal(Int128(UInt64.max))))
    #expect(try value("half", 0) == .real(1.5))
    #expect(try value("half", 1) == .real(-0x1p-24))
    #expect(try value("float", 1) == .real(-2.25))
    #expect(try value("double", 0) == .real(0.1))
    for name in ["decimal32", "decimal64", "decimal128"] {
      #expect(try value(name, 0) == .decimal(1250, 2), "\(name)")
      #expect(try value(name, 1) == .decimal(-1, 2), "\(name)")
    }
    #expect(try value("decimal256", 0) == .decimal(-1250, 2))
    #expect(try fault("decimal256", 1) == .outOfRange)
    #expect(try value("hundreds", 0) == .whole(700))
    #expect(try value("hundreds", 1) == .whole(-700))
    #expect(try value("large", 0) == .text("large"))
    #expect(try value("large", 1) == .text(""))
    #expect(try value("view", 0) == .text("short"))
    #expect(try value("view", 1) == .text("abcdefghijklmnopqrstuvwxyz"))
    #expect(try value("binary", 0) == .bytes([0, 1]))
    #expect(try value("binary", 1) == .bytes([2]))
    #expect(try value("fixed", 1) == .bytes(Array("cd".utf8)))
    // 2026-01-31 is 56 years of 365 days, 14 leap days and 30 days after 1970-01-01.
    #expect(try value("date32", 0) == .day(56 * 365 + 14 + 30))
    #expect(try fault("date32", 1) == .outOfRange)
    #expect(try value("date64", 0) == .day(-1))
    #expect(try value("time", 0) == .timeOfDay(3_600_000_000))
    #expect(try value("second", 0) == .instant(-1_000_000))
    #expect(try fault("second", 1) == .outOfRange)
    #expect(try value("nanosecond", 0) == .instant(-1))
    #expect(try value("nanosecond", 1) == .instant(1))
    #expect(try value("duration", 0) == .duration(1_500_000))
    #expect(try fault("list", 0) == .wrongType)
    #expect(try value("coded", 0) == .text("tan"))
    #expect(try fault("coded", 1) == .broken)
    let zone = batch.columns.first { $0.name == "nanosecond" }?.type
    #expect(zone == .timestamp(.nanosecond, zone: "UTC"))
  }

  @Test func manyAtATime() throws {
    let result = try connect().query("types")
    let batch = try #require(try result.next())
    func column(_ name: String) throws -> ColumnBatch {
      try #require(batch.columns.first { $0.name == name })
    }
    var faults: [Int] = []
    func integers(_ name: String, _ read: (ColumnBatch, UnsafeMutablePointer<Int64>) -> Void) throws
      -> [Int64]
    {
      let target = UnsafeMutablePointer<Int64>.allocate(capacity: 2)
      defer { target.deallocate() }
      read(try column(name), target)
      return [target[0], target[1]]
    }
    let report: ColumnBatch.Report = { row, _ in faults.append(row) }
    for name in ["int32", "int64", "uint16"] {
      let found = try integers(name) {
        $0.readIntegers(0..<2, into: $1, missing: -7, report: report)
      }
      let expected = try (0..<2).map { Int64(try #require(try column(name).number($0)).unscaled) }
      #expect(found == expected)
    }
    #expect(faults == [])
    let unsigned = try integers("uint64") {
      $0.readIntegers(0..<2, into: $1, missing: -7, report: report)
    }
    #expect(unsigned == [0, -7])
    #expect(faults == [1])
    let decimals = try integers("decimal64") {
      $0.readUnscaled(0..<2, into: $1, missing: -7, report: report)
    }
    #expect(decimals == [1250, -1])
    #expect(try column("decimal64").fixedScale == 2)
    let days = try integers("date64") {
      $0.readDays(0..<1, into: $1, missing: -7, report: report)
    }
    #expect(days[0] == -1)
    let coded = try column("coded")
    #expect(try coded.distinctTexts?.text(try #require(try coded.distinctPlace(0))) == "tan")
    var texts: [String?] = []
    coded.readTexts(0..<2, report: report) { _, bytes in
      texts.append(bytes.map { String(decoding: $0, as: UTF8.self) })
    }
    #expect(texts == ["tan", nil])
    #expect(faults == [1, 1])
  }

  @Test(arguments: [
    ("no result", BrokenResult.noResult), ("no schema", .noSchema), ("not rows", .notRows),
    ("no format", .noFormat(column: "text")), ("null child", .noSchema),
    ("negative columns", .columnCount(-2)), ("no function", .noResult),
    ("negative rows", .rowCount), ("endless rows", .rowCount),
    ("short column", .shortColumn("text")), ("negative offset", .shortColumn("number")),
    ("huge offset", .shortColumn("number")), ("too few columns", .columnCount(1)),
    ("no buffers", .noBuffer(column: "number")), ("too few buffers", .noBuffer(column: "text")),
  ])
  func garbage(_ query: String, _ broken: BrokenResult) throws {
    #expect(try connect().fault(query) == .brokenResult(broken))
  }

  /// What concerns single values does no harm to the others.
  @Test func brokenValues() throws {
    let result = try connect().query("broken texts")
    let texts = try #require(try result.next()).columns[1]
    #expect(throws: ValueFault.broken) { try texts.text(0) }
    #expect(try texts.text(1) == nil)
    #expect(throws: ValueFault.broken) { try texts.text(2) }
    let unknown = try connect().query("unknown format")
    #expect(unknown.columns[1].type == .unsupported("?!\u{1}"))
    #expect(throws: ValueFault.wrongType) { try unknown.next()?.columns[1].value(0) }
    #expect(try connect().query("broken decimal").columns[0].type == .unsupported("d:999,x"))
    #expect(try connect().query("no name").columns[1].name == "")
    #expect(try connect().query("broken metadata").columns[1].type == .text)
  }

  @Test func errors() throws {
    let connection = try connect()
    let error = try #require(connection.error("error"))
    #expect(error.fault == .queryFailed)
    #expect(error.report?.sqlState == "42601")
    #expect(error.report?.message == "near \"x\": [31msyntax error [0m password=***")
    #expect(connection.error("silent error")?.report?.message == "")
    #expect(connection.fault("no table") == .tableNotFound)
    #expect(connection.fault("schema error") == .queryFailed)
    #expect(connection.fault("a\0b") == .zeroByte)
  }

  /// The rows that came before a cut are there, and the cut is an error.
  @Test func cutInTheMiddle() throws {
    let connection = try connect()
    let result = try connection.query("cut")
    #expect(try result.next()?.rowCount == 3)
    let error = try #require(databaseError { () throws(DatabaseError) in try result.next() })
    #expect(error.fault == .connectionLost(isInResult: true))
    #expect(
      error.report?.message == "Connection reset by peer: postgresql://me:***@example.com/shop")
    #expect(try result.next() == nil)
    #expect(connection.fault("silent cut") == .queryFailed)
  }

  @Test(arguments: ["hang", "hang in rows"])
  func timeLimit(_ query: String) throws {
    let connection = try connect()
    let start = ContinuousClock.now
    #expect(connection.fault(query, limit: 0.2) == .timeLimit(seconds: 0.2))
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(!connection.isStuck)
    #expect(try connection.rows("fine").count == 6)
  }

  @Test(arguments: ["hang", "hang in rows"])
  func cancelling(_ query: String) throws {
    let connection = try connect()
    let cancellation = Cancellation()
    Thread.detachNewThread {
      usleep(100_000)
      cancellation.cancel()
    }
    #expect(connection.fault(query, limit: nil, cancellation: cancellation) == .cancelled)
    #expect(connection.fault("fine", cancellation: cancellation) == .cancelled)
    #expect(connection.fault("fine") == nil)
  }

  /// A driver that does not stop is left alone, with all it works on.
  @Test func stuck() throws {
    let connection = try connect(grace: 0.2)
    let start = ContinuousClock.now
    #expect(connection.fault("stuck", limit: 0.1) == .timeLimit(seconds: 0.1))
    #expect(ContinuousClock.now - start < .seconds(1.2))
    #expect(connection.isStuck)
    #expect(connection.fault("fine") == .connectionStuck)
  }

  @Test func connecting() throws {
    let secret = "tcp://u:open-sesame@down.example.com"
    let down = try #require(databaseError { () throws(DatabaseError) in try opened(secret) })
    #expect(down.fault == .optionRefused(option: "uri"))
    let refused = try #require(
      databaseError { () throws(DatabaseError) in try opened("x", "unknown", "open-sesame") })
    #expect(refused.fault == .optionRefused(option: "unknown"))
    #expect(refused.report?.message == "no option 'unknown' = ***")
    let start = ContinuousClock.now
    let hanging = databaseError { () throws(DatabaseError) in try opened("hang") }
    #expect(hanging?.fault == .timeLimit(seconds: 0.2))
    #expect(ContinuousClock.now - start < .seconds(2.5))
  }

  private func opened(
    _ address: String, _ option: String? = nil, _ value: String = ""
  ) throws(DatabaseError) -> Database {
    let options =
      [DatabaseOption("uri", secret: address)]
      + (option.map { [DatabaseOption($0, secret: value)] } ?? [])
    return try Database(
      try finder.load(FakeDriver.path ?? ""),
      DatabaseSettings(options: options, connectLimit: 0.2, grace: 0.2))
  }

  /// Everything goes back to a driver that answers, after successes and after failures.
  @Test func nothingIsKept() throws {
    let before = FakeDriver.live
    for query in ["fine", "types", "error", "cut", "short column", "no format", "hang", "a\0b"] {
      let connection = try connect()
      _ = connection.error(query, limit: 0.1)
      _ = try connection.query("fine").next()
    }
    #expect(FakeDriver.live == before)
    #expect(before >= 0)
  }
}
