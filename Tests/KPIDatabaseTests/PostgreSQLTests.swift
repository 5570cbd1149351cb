import Foundation
import Testing

@testable import KPIDatabase

/// The driver for PostgreSQL, with a server of the tests' own.
@Suite(
  .enabled(if: PostgreSQLServer.shared != nil, "\(Engines.lacksPostgreSQL)"), .serialized)
struct PostgreSQLTests {
  private func connection(isReadOnly: Bool = true) throws -> Connection {
    let server = try #require(PostgreSQLServer.shared)
    return try Engines.open(
      Engines.postgresql, [DatabaseOption("uri", secret: server.address())],
      isReadOnly: isReadOnly)
  }

  /// Why a database cannot be opened, or asked anything.
  private func openError(_ address: String, limit: Double = 20) -> DatabaseError? {
    databaseError { () throws(DatabaseError) in
      guard let driver = Engines.postgresql else { return }
      let settings = DatabaseSettings(
        options: [DatabaseOption("uri", secret: address)], connectLimit: limit, grace: 1)
      try Database(driver, settings).connect().execute("select 1")
    }
  }

  @Test func types() throws {
    let connection = try connection()
    let sql = """
      select 1::int2, 2::int4, 3::int8, 12.50::numeric, sum(1::bigint), avg(x), 1.5::float4, 0.1::float8, true,
        'héllo'::text, 'a'::char(2), '\\x01'::bytea, date '2026-01-31', timestamp '1969-12-31 23:59:59.5',
        timestamptz '2026-01-31 00:00:00+00', time '01:00:00', null::text
      from (values (1), (2)) t(x)
      """
    let columns = try connection.query(sql).columns
    #expect(columns[3].type == .numeral)
    #expect(columns[13].type == .timestamp(.microsecond, zone: nil))
    #expect(columns[14].type == .timestamp(.microsecond, zone: "UTC"))
    let row = try #require(try connection.rows(sql).first)
    let average = try #require(row[5])
    let midnight = 20484 * 86_400_000_000
    let expected: [ResultValue?] = [
      .whole(1), .whole(2), .whole(3), .decimal(125, 1), .whole(2), average, .real(1.5),
      .real(0.1), .boolean(true), .text("héllo"), .text("a "), .bytes([1]), .day(20484),
      .instant(-500_000), .instant(midnight), .timeOfDay(3_600_000_000), nil,
    ]
    #expect(row == expected)
    guard case .number(let exact) = average else {
      Issue.record("an average is exact")
      return
    }
    #expect(exact.real == 1.5)
  }

  @Test func valuesThatAreNone() throws {
    let result = try connection().query("select 'NaN'::numeric a, 'infinity'::date b")
    let batch = try #require(try result.next())
    #expect(throws: ValueFault.notANumber) { try batch.columns[0].number(0) }
    #expect(throws: ValueFault.outOfRange) { try batch.columns[1].day(0) }
  }

  @Test func ingest() throws {
    let writer = try connection(isReadOnly: false)
    try writer.execute("drop table if exists orders")
    try writer.ingest(
      RowsToIngest([
        ("n", .integers([1, nil])), ("t", .texts([nil, "é"])), ("on", .days([20484, nil])),
        ("at", .instants([nil, -1])), ("r", .reals([0.5, nil])), ("b", .booleans([nil, false])),
      ]), into: "orders")
    let reader = try connection()
    let expected: [[ResultValue?]] = [
      [.whole(1), nil, .day(20484), nil, .real(0.5), nil],
      [nil, .text("é"), nil, .instant(-1), nil, .boolean(false)],
    ]
    #expect(try reader.rows("select * from orders order by n nulls last") == expected)
    #expect(reader.error("delete from orders")?.report?.sqlState == "25006")
    #expect(reader.fault("create table t (x int)") == .queryFailed)
    #expect(try reader.rows("select count(*) from orders") == [[.whole(2)]])
  }

  @Test func faults() throws {
    let connection = try connection()
    #expect(connection.fault("select * from gone") == .tableNotFound)
    #expect(connection.fault("select * from gone.orders") == .tableNotFound)
    #expect(connection.fault("select gone from pg_class") == .columnNotFound)
    #expect(connection.fault("selec") == .queryFailed)
    #expect(connection.fault("select 1 / x from generate_series(0, 3) t(x)") == .queryFailed)
    #expect(try connection.rows("select 1") == [[.whole(1)]])
  }

  @Test func wrongPassword() throws {
    let server = try #require(PostgreSQLServer.shared)
    let error = try #require(openError(server.address(password: "guess-work")))
    #expect(error.fault == .notAuthenticated)
    #expect(error.report?.message.contains("guess-work") == false)
  }

  @Test func noDatabase() throws {
    let server = try #require(PostgreSQLServer.shared)
    #expect(openError(server.address(database: "gone"))?.fault == .databaseNotFound)
  }

  @Test func serverDown() throws {
    let port = try #require(TCPListener.freePort())
    let error = try #require(openError("postgresql://kpi:guess-work@127.0.0.1:\(port)/x"))
    #expect(error.fault == .serverUnreachable)
    #expect("\(error)".contains("guess-work") == false)
    let nowhere = openError("postgresql://kpi:guess-work@no-such-host.invalid/x")
    #expect(nowhere?.fault == .serverUnreachable)
    #expect("\(nowhere as Any)".contains("guess-work") == false)
  }

  @Test(arguments: [
    "postgresql://kpi:guess%zzwork@h/x", "guess-work", "postgresql://kpi:gu/ess@h/x",
  ])
  func addressesThatAreNone(_ address: String) throws {
    let error = try #require(openError(address))
    #expect(!"\(error)".contains("guess") && !"\(error)".contains("ess@"))
  }

  /// A server that is none, and one that never answers.
  @Test func garbage() throws {
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7919 &+ 13) }
    for bytes in [noise, Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), []] {
      let listener = try #require(TCPListener(answering: bytes))
      let error = openError("postgresql://kpi:guess-work@127.0.0.1:\(listener.port)/x")
      #expect(error != nil)
      #expect([.serverUnreachable, .connectionRefused].contains(error?.fault), "\(error as Any)")
    }
    let silent = try #require(TCPListener(answering: nil))
    let error = openError(
      "postgresql://kpi:guess-work@127.0.0.1:\(silent.port)/x", limit: 0.5)
    #expect(error?.fault == .timeLimit(seconds: 0.5))
  }

  @Test func timeLimit() throws {
    let connection = try connection()
    let start = ContinuousClock.now
    #expect(connection.fault("select pg_sleep(60)", limit: 0.5) == .timeLimit(seconds: 0.5))
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(try connection.rows("select 1") == [[.whole(1)]])
  }

  @Test func cancelling() throws {
    let connection = try connection()
    let cancellation = Cancellation()
    Thread.detachNewThread {
      usleep(300_000)
      cancellation.cancel()
    }
    #expect(
      connection.fault("select pg_sleep(60)", limit: 60, cancellation: cancellation) == .cancelled)
  }

  /// A server that goes away while its rows are read.
  @Test func cutInTheMiddle() throws {
    let reader = try connection()
    guard case .number(let process)? = try reader.rows("select pg_backend_pid()").first?.first
    else {
      Issue.record("a server's process has a number")
      return
    }
    let result = try reader.query("select g, repeat('x', 200) from generate_series(1, 5000000) g")
    #expect(try result.next()?.rowCount ?? 0 > 0)
    try connection().execute("select pg_terminate_backend(\(process.unscaled))")
    let error = try #require(
      databaseError { () throws(DatabaseError) in while try result.next() != nil {} })
    #expect(error.fault == .connectionLost(isInResult: true), "\(error)")
    #expect([.connectionLost(isInResult: false), .queryFailed].contains(reader.fault("select 1")))
  }
}
