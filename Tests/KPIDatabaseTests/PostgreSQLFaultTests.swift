import Foundation
import Testing

@testable import KPIDatabase

/// What commands say when a server of PostgreSQL refuses, has changed, or goes away.
@Suite(
  .enabled(if: PostgreSQLServer.shared != nil, "\(Engines.lacksPostgreSQL)"), .serialized)
struct PostgreSQLFaultTests {
  private let server: PostgreSQLServer

  init() throws { server = try #require(PostgreSQLServer.shared) }

  private func project(_ relation: String, timeout: String = "20 seconds") throws -> CommandRun {
    let run = try CommandRun([
      "main.kpi": """
      source shop {
        driver  postgresql
        uri     env SHOP
        timeout \(timeout)
      }

      table payments from shop "\(relation)" {
        paid_on: date time
        amount:  USD
      }

      metric revenue = sum(payments.amount)

      """
    ])
    run.variables["SHOP"] = server.address()
    return run
  }

  private func execute(_ statements: String...) throws {
    let connection = try Engines.open(
      Engines.postgresql, [DatabaseOption("uri", secret: server.address())], isReadOnly: false)
    for statement in statements { try connection.execute(statement) }
  }

  /// Both ways of answering fail in the same way.
  private func expectFault(
    _ run: CommandRun, _ says: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for engine in ["", " --engine native"] {
      #expect(
        run.run("eval revenue --by month --format json" + engine) == 2, "\(run.output)",
        sourceLocation: sourceLocation)
      #expect(run.output.contains(says), "\(run.output)", sourceLocation: sourceLocation)
      #expect(!run.output.contains("sesame"), sourceLocation: sourceLocation)
    }
  }

  @Test func answers() throws {
    try execute(
      "create table paid (paid_on date, amount numeric)",
      "insert into paid values ('2026-01-05', 12.5), ('2026-02-05', 7)")
    let run = try project("paid")
    #expect(run.run("eval revenue --by month --format csv") == 0, "\(run.errors)")
    #expect(run.output == "month,revenue\n2026-01,12.5\n2026-02,7\n")
  }

  @Test func wrongPassword() throws {
    let run = try project("paid")
    run.variables["SHOP"] = server.address(password: "open-sesame-wrong")
    expectFault(run, "does not accept the name and the password")
  }

  @Test func serverDown() throws {
    let run = try project("paid")
    let port = try #require(TCPListener.freePort())
    run.variables["SHOP"] = "postgresql://kpi:open-sesame@127.0.0.1:\(port)/postgres"
    expectFault(run, "no server answers the driver `postgresql`")
  }

  @Test func garbage() throws {
    let listener = try #require(TCPListener(answering: Array("HTTP/1.1 400 Bad Request\r\n".utf8)))
    let run = try project("paid")
    run.variables["SHOP"] = "postgresql://kpi:open-sesame@127.0.0.1:\(listener.port)/postgres"
    expectFault(run, "cannot be used")
  }

  @Test func tableGone() throws {
    expectFault(try project("no_such_table"), "has no such table")
  }

  @Test func columnGone() throws {
    try execute("create table renamed (paid_on date, total numeric)")
    expectFault(try project("renamed"), "it has no column `amount`")
  }

  @Test func columnOfAnotherType() throws {
    try execute("create table retyped (paid_on date, amount date)")
    expectFault(
      try project("retyped"), "is declared to hold numbers, and the database has dates")
  }

  /// Text is taken as long as each value is what is declared.
  @Test func columnOfText() throws {
    try execute(
      "create table worded (paid_on date, amount text)",
      "insert into worded values ('2026-01-05', '12.5')")
    let run = try project("worded")
    #expect(run.run("eval revenue --by month --format csv") == 0, "\(run.errors)")
    #expect(run.output == "month,revenue\n2026-01,12.5\n")
    try execute("insert into worded values ('2026-01-06', '12,5 EUR')")
    expectFault(run, "the database has text, such as `12,5 EUR`")
  }

  /// The function that makes the rows ends the session that it runs in.
  @Test func connectionCut() throws {
    try execute(
      """
      create function ending(i int) returns numeric language plpgsql as $$ begin
        if i = 60000 then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); end if;
        return i; end $$
      """,
      """
      create view cut as select date '2026-01-05' as paid_on, ending(i) as amount
      from generate_series(1, 100000) as t(i)
      """)
    expectFault(try project("cut"), "broke off")
  }

  @Test func tooSlow() throws {
    try execute(
      "create view slow as select date '2026-01-05' as paid_on, 1.5 as amount from pg_sleep(30)")
    expectFault(try project("slow", timeout: "1 second"), "did not answer within 1 s")
  }

  @Test func notPermitted() throws {
    try execute(
      "create role reader login password '\(PostgreSQLServer.password)'",
      "create table hidden (paid_on date, amount numeric)")
    let run = try project("hidden")
    run.variables["SHOP"] = server.address().replacingOccurrences(of: "//kpi:", with: "//reader:")
    expectFault(run, "does not permit it")
  }

  /// Some servers take one connection of a user; all tables are asked through it then.
  @Test func oneConnectionOnly() throws {
    try execute(
      "create table one (paid_on date, amount numeric)",
      "create table two (paid_on date, amount numeric)",
      "insert into one values ('2026-01-05', 1)", "insert into two values ('2026-01-05', 2)")
    let run = try CommandRun([
      "main.kpi": """
      source shop { driver postgresql  uri env SHOP }
      table one from shop "one" { paid_on: date time  amount: number }
      table two from shop "two" { paid_on: date time  amount: number }
      metric sums = sum(one.amount) + sum(two.amount)

      """
    ])
    // A server takes a while to let go of a connection, so each command has a user of its own.
    for (role, engine) in [("lonely", ""), ("hermit", " --engine native")] {
      try execute(
        "create role \(role) login password '\(PostgreSQLServer.password)' connection limit 1",
        "grant select on one, two to \(role)")
      run.variables["SHOP"] = server.address().replacingOccurrences(
        of: "//kpi:", with: "//\(role):")
      #expect(run.run("eval sums --by month --format csv" + engine) == 0, "\(run.errors)")
      #expect(run.output == "month,sums\n2026-01,3\n")
    }
  }
}
