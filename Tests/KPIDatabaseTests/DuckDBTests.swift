import Foundation
import Testing

@testable import KPIDatabase

/// DuckDB, which is a driver itself.
@Suite(.enabled(if: Engines.duckdb != nil, "\(Engines.lacksDuckDB)"))
struct DuckDBTests {
  private func connection() throws -> Connection { try Engines.open(Engines.duckdb, []) }

  @Test func types() throws {
    let rows = try connection().rows(
      """
      select 1::tinyint, 2::ubigint, 170141183460469231731687303715884105727::hugeint, 12.50::decimal(18,2),
        -0.0001::decimal(38,4), 1.5::float, 0.1::double, true, 'héllo', 'a'::varchar || repeat('b', 40), '\\x01a'::blob,
        date '2026-01-31', timestamp '1969-12-31 23:59:59.5', timestamptz '2026-01-31 00:00:00+00',
        time '01:00:00', null, 'web'::enum('shop', 'web')
      """)
    let long = "a" + String(repeating: "b", count: 40)
    let midnight = 20484 * 86_400_000_000
    let expected: [ResultValue?] = [
      .whole(1), .whole(2), .number(ExactDecimal(Int128.max)), .decimal(1250, 2), .decimal(-1, 4),
      .real(1.5), .real(0.1), .boolean(true), .text("héllo"), .text(long), .bytes([1, 97]),
      .day(20484), .instant(-500_000), .instant(midnight), .timeOfDay(3_600_000_000), nil,
      .text("web"),
    ]
    #expect(rows == [expected])
  }

  @Test func zones() throws {
    let connection = try connection()
    let columns = try connection.query(
      "select timestamp '2026-01-01' a, timestamptz '2026-01-01 00:00:00+00' b limit 0"
    ).columns
    #expect(columns[0].type == .timestamp(.microsecond, zone: nil))
    guard case .timestamp(.microsecond, .some) = columns[1].type else {
      Issue.record("a timestamp with a zone is \(columns[1].type)")
      return
    }
  }

  /// Sums of whole numbers are wider than 64 bits there.
  @Test func manyRows() throws {
    let connection = try connection()
    let result = try connection.query(
      """
      select i, case when i % 3 = 0 then null else 'text number ' || i end as t, sum(i) over () as s
      from range(100000) r(i) order by i
      """)
    var count = 0
    var length = 0
    while let batch = try result.next() {
      batch.columns[1].readTexts(0..<batch.rowCount, report: { _, _ in }) { row, bytes in
        length += bytes?.count ?? 0
        #expect((bytes == nil) == ((count + row) % 3 == 0))
      }
      #expect(try batch.columns[2].number(0) == ExactDecimal(4_999_950_000))
      count += batch.rowCount
    }
    #expect(count == 100_000)
    // Of the numbers that 3 does not divide, those with 1, 2, 3, 4 and 5 digits: 6, 60, 600, 6000 and 60,000.
    #expect(length == 66666 * 12 + 6 + 120 + 1800 + 24000 + 300_000)
  }

  @Test func ingest() throws {
    let connection = try Engines.open(Engines.duckdb, [], isReadOnly: false)
    try connection.ingest(
      RowsToIngest([
        ("n", .integers([1, nil])), ("d", .decimals([1250, nil], precision: 18, scale: 2)),
        ("t", .texts([nil, "é"])), ("b", .booleans([true, nil])), ("on", .days([20484, nil])),
        ("at", .instants([nil, -1])), ("r", .reals([0.5])),
      ]), into: "t")
    let expected: [[ResultValue?]] = [
      [.whole(1), .decimal(1250, 2), nil, .boolean(true), .day(20484), nil, .real(0.5)],
      [nil, nil, .text("é"), nil, nil, .instant(-1), nil],
    ]
    #expect(try connection.rows("select * from t order by n nulls last") == expected)
  }

  @Test func changesNothing() throws {
    let path = TestFolder.shared.path + "/shop.duckdb"
    do {
      let writer = try Engines.open(
        Engines.duckdb, [DatabaseOption("path", path)], isReadOnly: false)
      try writer.execute("create table orders as select 7 as x")
    }
    let reader = try Engines.open(Engines.duckdb, [DatabaseOption("path", path)])
    #expect(try reader.rows("select x from orders") == [[.whole(7)]])
    #expect(reader.fault("drop table orders") == .queryFailed)
    let missing = databaseError { () throws(DatabaseError) in
      guard let driver = Engines.duckdb else { return }
      let path = TestFolder.shared.path + "/none.duckdb"
      _ = try Database(driver, DatabaseSettings(options: [DatabaseOption("path", path)]))
    }
    #expect(missing?.fault == .databaseNotFound)
    #expect(!FileManager.default.fileExists(atPath: TestFolder.shared.path + "/none.duckdb"))
  }

  @Test func faults() throws {
    let connection = try connection()
    #expect(connection.fault("select * from gone") == .tableNotFound)
    #expect(connection.fault("select gone from range(3)") == .columnNotFound)
    #expect(connection.fault("select * from 'gone.parquet'") == .tableNotFound)
    #expect(connection.fault("selec") == .queryFailed)
    #expect(connection.fault("select error('x')") == .queryFailed)
  }

  private let endless =
    "select count(*) from range(100000000) a, range(100000000) b where a.range + b.range = 7"

  @Test func timeLimit() throws {
    let connection = try connection()
    let start = ContinuousClock.now
    #expect(connection.fault(endless, limit: 0.5) == .timeLimit(seconds: 0.5))
    #expect(ContinuousClock.now - start < .seconds(8))
    #expect(try connection.rows("select 1") == [[.whole(1)]])
  }

  @Test func cancelling() throws {
    let connection = try connection()
    let cancellation = Cancellation()
    Thread.detachNewThread {
      usleep(300_000)
      cancellation.cancel()
    }
    #expect(connection.fault(endless, limit: 60, cancellation: cancellation) == .cancelled)
  }

  /// Connections of one database see the same tables, each from its own thread.
  @Test func severalThreads() async throws {
    let driver = try #require(Engines.duckdb)
    let database = try Database(driver, DatabaseSettings())
    try database.connect().execute("create table t as select range as x from range(1000)")
    let sums = try await withThrowingTaskGroup(of: ResultValue?.self) { group in
      for remainder in 0..<4 {
        group.addTask {
          try database.connect().rows("select sum(x)::bigint from t where x % 4 = \(remainder)")[0][
            0]
        }
      }
      return try await group.reduce(into: Set<ResultValue?>()) { $0.insert($1) }
    }
    #expect(sums == [.whole(124_500), .whole(124_750), .whole(125_000), .whole(125_250)])
  }
}

/// What is said to those who have DuckDB for Python and nothing else.
@Suite(.enabled(if: !Engines.modules.isEmpty, "DuckDB's package for Python is not installed"))
struct DuckDBModuleTests {
  /// In a program of its own, in which no Python has been loaded.
  @Test func needsPython() async {
    await #expect(processExitsWith: .success) {
      let error = databaseError { () throws(DatabaseError) in
        try DriverFinder(environment: Engines.environment, folder: nil).load("duckdb")
      }
      if case .pythonModule = error?.fault { exit(0) }
      exit(1)
    }
  }
}
