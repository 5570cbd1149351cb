import Foundation
import Testing

@testable import KPIDatabase

/// The driver for SQLite.
@Suite(.enabled(if: Engines.sqlite != nil, "\(Engines.lacksSQLite)"))
struct SQLiteTests {
  /// A database file with three orders.
  private func file() throws -> String {
    let path = TestFolder.shared.path + "/shop \(Int.random(in: 0..<Int.max)).sqlite"
    let connection = try Engines.open(
      Engines.sqlite, [DatabaseOption("uri", path)], isReadOnly: false)
    try connection.ingest(
      RowsToIngest([
        ("id", .integers([1, 2, 3])), ("amount", .reals([12.5, nil, 0.25])),
        ("channel", .texts(["web", "", nil])),
      ]), into: "orders")
    return path
  }

  @Test func rows() throws {
    let connection = try Engines.open(Engines.sqlite, [DatabaseOption("uri", try file())])
    let expected: [[ResultValue?]] = [
      [.whole(1), .real(12.5), .text("web")], [.whole(2), nil, .text("")],
      [.whole(3), .real(0.25), nil],
    ]
    #expect(
      try connection.rows("select id, amount, channel from orders order by id") == expected)
    let empty = try connection.query("select id from orders where id > 9")
    #expect(empty.columns.map(\.name) == ["id"])
    #expect(try empty.next()?.rowCount ?? 0 == 0)
  }

  /// The driver settles a column's type by its first rows, which is why it is asked to look at all of them.
  @Test func laterRowsHaveAnotherType() throws {
    let connection = try Engines.open(Engines.sqlite, [])
    let sql = """
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
      select case when i = 4999 then 0.5 when i > 10 then i end as x from n
      """
    let rows = try connection.rows(sql)
    #expect(rows.count == 5000)
    #expect(rows[0] == [nil])
    #expect(rows[4998] == [.real(0.5)])
  }

  @Test func changesNothing() throws {
    let path = try file()
    let connection = try Engines.open(Engines.sqlite, [DatabaseOption("uri", path)])
    #expect(connection.fault("delete from orders") == .queryFailed)
    #expect(connection.fault("create table t (x)") == .queryFailed)
    #expect(try connection.rows("select count(*) from orders") == [[.whole(3)]])
  }

  /// A path that is wrong does not make an empty database.
  @Test func noFile() throws {
    let path = TestFolder.shared.path + "/none.sqlite"
    let error = try #require(openError(path))
    #expect(error.fault == .databaseNotFound, "\(error)")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func noDatabase() throws {
    let path = try TestFolder.shared.write(
      String(repeating: "no database. ", count: 500), to: "x.sqlite")
    let error = try #require(openError(path))
    #expect(error.report?.message.contains("not a database") == true)
  }

  private func openError(_ path: String) -> DatabaseError? {
    databaseError { () throws(DatabaseError) in
      guard let driver = Engines.sqlite else { return }
      let database = try Database(
        driver, DatabaseSettings(options: [DatabaseOption("uri", path)]))
      let connection = try database.connect()
      try connection.execute("select * from sqlite_master")
    }
  }

  @Test func faults() throws {
    let connection = try Engines.open(Engines.sqlite, [DatabaseOption("uri", try file())])
    #expect(connection.fault("select * from gone") == .tableNotFound)
    #expect(connection.fault("select gone from orders") == .columnNotFound)
    #expect(connection.fault("selec") == .queryFailed)
    let refused = databaseError { () throws(DatabaseError) in
      guard let driver = Engines.sqlite else { return }
      _ = try Database(
        driver, DatabaseSettings(options: [DatabaseOption("no.such.option", "1")]))
    }
    #expect(refused?.fault == .optionRefused(option: "no.such.option"))
  }
}
