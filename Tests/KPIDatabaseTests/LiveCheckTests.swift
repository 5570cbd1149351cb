import Foundation
import Testing

@testable import KPIDatabase

/// `kpi check --live`: tables of databases that are not as they are declared.
@Suite(.serialized) struct LiveCheckTests {
  enum Engine: String, CaseIterable, Sendable {
    case sqlite, duckdb, postgresql

    var isThere: Bool {
      switch self {
      case .sqlite: Engines.sqlite != nil
      case .duckdb: Engines.duckdb != nil
      case .postgresql: PostgreSQLServer.shared != nil
      }
    }

    static let installed = allCases.filter(\.isThere)
  }

  private static let declaration = """
    table customers from shop "customers" {
      id:     text key
      region: text
    }

    table orders from shop "orders" {
      order_id:   text key
      line:       integer key
      customer:   text -> customers
      ordered_on: date time
      status:     text in ("paid", "open")
      amount:     USD
      note:       text optional
    }

    """

  /// A project over a new database that some statements have made.
  private func project(
    _ engine: Engine, _ statements: [String], declaring declaration: String = declaration
  ) throws -> CommandRun {
    let run = try CommandRun([:])
    try FileManager.default.createDirectory(
      atPath: run.folder, withIntermediateDirectories: true)
    let source: String
    switch engine {
    case .sqlite, .duckdb:
      let file = run.folder + "/shop.db"
      let driver = engine == .sqlite ? Engines.sqlite : Engines.duckdb
      let option = DatabaseOption(engine == .sqlite ? "uri" : "path", file)
      let connection = try Engines.open(driver, [option], isReadOnly: false)
      for statement in statements { try connection.execute(statement) }
      source = "source shop { driver \(engine.rawValue)  uri \"shop.db\" }"
    case .postgresql:
      let server = try #require(PostgreSQLServer.shared)
      let name = "live_\(UInt32.random(in: 0..<1_000_000_000))"
      let options = [DatabaseOption("uri", secret: server.address())]
      try Engines.open(Engines.postgresql, options, isReadOnly: false)
        .execute(
          "create database \(name)", options: [DatabaseOption("adbc.postgresql.use_copy", "false")])
      run.variables["SHOP"] = server.address(database: name)
      let own = [DatabaseOption("uri", secret: server.address(database: name))]
      let connection = try Engines.open(Engines.postgresql, own, isReadOnly: false)
      for statement in statements { try connection.execute(statement) }
      source = "source shop { driver postgresql  uri env SHOP }"
    }
    try Data((source + "\n" + declaration).utf8)
      .write(to: URL(fileURLWithPath: run.folder + "/main.kpi"))
    return run
  }

  /// The findings as lines without the path.
  private func findings(_ run: CommandRun) -> [String] {
    run.output.split(separator: "\n").map { line in
      String(line.replacingOccurrences(of: run.folder + "/main.kpi:", with: ""))
    }
  }

  private static let customers = "create table customers (id text, region text)"
  private static let orders = """
    create table orders (order_id text, line integer, customer text, ordered_on date, status text, amount integer,
      note text)
    """

  @Test(arguments: Engine.installed) func nothingIsWrong(engine: Engine) throws {
    let run = try project(
      engine,
      [
        LiveCheckTests.customers, LiveCheckTests.orders,
        "insert into customers values ('c1', 'north'), ('c2', 'south')",
        "insert into orders values ('1', 1, 'c1', '2026-01-05', 'paid', 5, null)",
        "insert into orders values ('1', 2, 'c2', '2026-01-06', 'open', 5, 'x')",
      ])
    #expect(run.run("check --live --profile none --format concise") == 0, "\(run.output)")
  }

  @Test(arguments: Engine.installed) func rowsThatBreakTheDeclaration(engine: Engine) throws {
    let run = try project(
      engine,
      [
        LiveCheckTests.customers, LiveCheckTests.orders,
        "insert into customers values ('c1', 'north'), ('c1', 'south'), ('c2', null)",
        """
        insert into orders values ('1', 1, 'c1', '2026-01-05', 'paid', 5, null),
          ('1', 1, 'c9', '2026-01-05', 'payed', 5, null), ('1', 1, 'c8', null, 'open', null, null),
          ('2', 1, null, '2026-01-07', 'done', 7, 'it''s')
        """,
      ])
    #expect(run.run("check --live --profile none --format concise") == 1)
    let expected = [
      "3:3: error[KPI3019 duplicate-key]: 1 key of table `customers` (id) stands in several rows, such as `c1`",
      "4:3: error[KPI3013 missing-required-value]: 1 row lacks a value in `customers.region`",
      "8:3: error[KPI3019 duplicate-key]: 1 key of table `orders` (order_id, line) stands in several rows",
      "10:3: error[KPI3013 missing-required-value]: 1 row lacks a value in `orders.customer`",
      "10:3: error[KPI3020 dangling-reference]: 2 rows refer by `orders.customer` to a row of `customers` that is not "
        + "there, such as `c8`",
      "11:3: error[KPI3013 missing-required-value]: 1 row lacks a value in `orders.ordered_on`",
      "12:3: error[KPI3018 value-not-allowed]: 2 rows have a value in `orders.status` that is not declared, such as "
        + "`done`",
      "13:3: error[KPI3013 missing-required-value]: 1 row lacks a value in `orders.amount`",
    ]
    #expect(findings(run).prefix(expected.count) == expected[...], "\(run.output)")
    #expect(run.run("check --live --format json") == 1)
    _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  /// An empty text is missing, as an empty cell is, whoever adds up.
  @Test(arguments: Engine.installed) func emptyTexts(engine: Engine) throws {
    let run = try project(
      engine,
      [
        "create table notes (on_day date, paid \(engine == .sqlite ? "date" : "text"), code text, amount integer)",
        """
        insert into notes values ('2026-01-01', '2026-01-05', 'a', 10), ('2026-01-02', \(
          engine == .sqlite ? "''" : "null"), '', 20), ('2026-01-03', null, null, 40)
        """,
      ],
      declaring: """
        table notes from shop "notes" {
          on_day: date time
          paid:   \(engine == .sqlite ? "date" : "text") optional
          code:   text optional
          amount: integer
        }

        metric coded   = count(notes where code is not missing)
        metric empty   = count(notes where code = "")
        metric others  = sum(notes.amount where code != "a")
        metric codes   = count_distinct(notes.code)
        metric paid    = count(notes.paid)
        metric amounts = sum(notes.amount)

        """)
    #expect(run.run("check --live --profile none --format concise") == 0, "\(run.output)")
    for extra in ["", " --engine native"] {
      #expect(
        run.run("eval coded,empty,others,codes,paid --as-of 2026-12-31 --format csv" + extra) == 0)
      #expect(run.output == "coded,empty,others,codes,paid\n1,0,0,1,1\n", "\(run.errors)")
      #expect(run.run("eval amounts --by code --as-of 2026-12-31 --format csv" + extra) == 0)
      #expect(run.output == "code,amounts\na,10\n,60\n", "\(run.output)")
    }
  }

  /// A database that compares texts by other rules than files do.
  @Test(.enabled(if: Engines.sqlite != nil, "\(Engines.lacksSQLite)"))
  func capitalsOfSQLite() throws {
    let run = try project(
      .sqlite,
      [
        "create table names (on_day date, code text collate nocase)",
        "insert into names values ('2026-01-01', 'ab'), ('2026-01-02', 'AB')",
      ],
      declaring: """
        table names from shop "names" {
          on_day: date time
          code:   text
        }

        metric small = count(names where code = "ab")
        metric codes = count_distinct(names.code)
        metric some  = count(names where code in ("ab", "x"))

        """)
    for extra in ["", " --engine native"] {
      #expect(run.run("eval small,codes,some --as-of 2026-12-31 --format csv" + extra) == 0)
      #expect(run.output == "small,codes,some\n1,2,1\n")
    }
  }

  @Test(.enabled(if: PostgreSQLServer.shared != nil, "\(Engines.lacksPostgreSQL)"))
  func moneyOfPostgreSQL() throws {
    let run = try project(
      .postgresql,
      [
        "create table sales (on_day date, amount money, count bigint)",
        "insert into sales values ('2026-01-01', '1.50', 3), ('2026-01-02', '2.25', 4)",
      ],
      declaring: """
        table sales from shop "sales" {
          on_day: date time
          amount: USD
          count:  integer
        }

        metric revenue = sum(sales.amount)
        metric pieces  = sum(sales.count)

        """)
    #expect(run.run("check --live --profile none --format concise") == 1)
    #expect(run.output.contains("`amount` is declared to hold numbers"), "\(run.output)")
    for extra in ["", " --engine native"] {
      #expect(run.run("eval revenue --as-of 2026-12-31" + extra) == 2)
      #expect(run.errors.contains("Name a view that converts it"), "\(run.errors)")
      #expect(run.run("eval pieces --as-of 2026-12-31 --format csv" + extra) == 0)
      #expect(run.output == "pieces\n7\n")
    }
  }

  /// SQLite has no types of columns that hold, so these two alone.
  @Test(arguments: Engine.installed.filter { $0 != .sqlite })
  func columnsOfOtherTypes(engine: Engine) throws {
    let run = try project(
      engine,
      [
        "create table customers (\"ID\" integer, region text)",
        """
        create table orders (order_id text, line text, customer text, ordered_on timestamp, status text, amount date,
          note text)
        """,
      ])
    #expect(run.run("check --live --profile none --format concise") == 1)
    let expected = [
      "3:3: error[KPI3005 missing-data-column]: the database has no column `id` in table `customers`",
      "9:3: warning[KPI3014 invalid-number]: column `line` is declared to hold whole numbers, and the database has text",
      "10:3: note[KPI3020 dangling-reference]: it was not looked at whether the rows that `orders.customer` refers to "
        + "are there: `customers` has no such key there",
      "11:3: error[KPI3016 invalid-date]: column `ordered_on` is declared to hold dates, and the database has timestamps",
      "13:3: error[KPI3014 invalid-number]: column `amount` is declared to hold numbers, and the database has dates",
    ]
    #expect(findings(run).prefix(expected.count) == expected[...], "\(run.output)")
    #expect(run.run("check --live --profile none") == 1)
    #expect(run.output.contains("The database calls it `ID`: write `from \"ID\"`"), "\(run.output)")
    #expect(run.output.contains("Declare it as `timestamp` if that is meant"))
  }

  @Test(.enabled(if: Engines.sqlite != nil, "\(Engines.lacksSQLite)"))
  func valuesOfOtherTypes() throws {
    let run = try project(
      .sqlite,
      [
        LiveCheckTests.customers, LiveCheckTests.orders, "insert into customers values ('c1', 'x')",
        """
        insert into orders values ('1', 1, 'c1', '2026-01-05', 'paid', '5.25', 12),
          ('1', 'two', 'c1', '31/12/2026', 'paid', 'free', null)
        """,
      ])
    #expect(run.run("check --live --profile none --format concise") == 1)
    let expected = [
      "9:3: error[KPI3014 invalid-number]: 1 row has a value in `orders.line`, which is declared to hold whole numbers, "
        + "that is none, such as `two`",
      "11:3: error[KPI3016 invalid-date]: 1 row has a value in `orders.ordered_on`, which is declared to hold dates, "
        + "that is none, such as `31/12/2026`",
      "13:3: error[KPI3014 invalid-number]: 1 row has a value in `orders.amount`, which is declared to hold numbers, "
        + "that is none, such as `free`",
    ]
    #expect(findings(run).prefix(expected.count) == expected[...], "\(run.output)")
  }

  /// Names and values are quoted, whatever is in them.
  @Test(arguments: Engine.installed) func unusualNames(engine: Engine) throws {
    let run = try project(
      engine,
      [
        "create table \"Odd \"\"table\"\"\" (\"the \"\"id\"\"; drop table x\" text, kind text)",
        "insert into \"Odd \"\"table\"\"\" values ('1', 'it''s'), ('2', 'a\\b'), ('3', '''; drop table x; --')",
      ],
      declaring: """
        table odd from shop "Odd \\"table\\"" {
          id:   text key from "the \\"id\\"; drop table x"
          kind: text in ("it's", "a\\\\b", "'; drop table x; --")
        }

        """)
    #expect(run.run("check --live --profile none --format concise") == 0, "\(run.output)")
  }

  @Test(arguments: Engine.installed) func tableGone(engine: Engine) throws {
    let run = try project(engine, [LiveCheckTests.customers])
    #expect(run.run("check --live --profile none --format json") == 2)
    _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect(run.output.contains("table `orders` cannot be asked"), "\(run.output)")
    #expect(!run.output.contains("table `customers` cannot be asked"), "\(run.output)")
  }

  @Test(.enabled(if: PostgreSQLServer.shared != nil, "\(Engines.lacksPostgreSQL)"))
  func serverDown() throws {
    let run = try project(.postgresql, [LiveCheckTests.customers])
    let port = try #require(TCPListener.freePort())
    run.variables["SHOP"] = "postgresql://kpi:open-sesame@127.0.0.1:\(port)/postgres"
    #expect(run.run("check --live --profile none --format concise") == 2)
    #expect(run.output.ranges(of: "source `shop` cannot be used").count == 1, "\(run.output)")
    #expect(!run.output.contains("sesame"))
  }

  /// DuckDB reads files too.
  @Test(.enabled(if: Engines.duckdb != nil, "\(Engines.lacksDuckDB)")) func fileThroughDuckDB()
    throws
  {
    let run = try CommandRun([
      "data/orders.csv": "order_id,amount\n1,2.5\n1,3\n",
      "main.kpi": """
      source lake { driver duckdb }
      table orders from lake "data/orders.csv" {
        order_id: integer key
        amount:   USD
      }

      """,
    ])
    #expect(run.run("check --live --profile none --format concise") == 1, "\(run.output)")
    #expect(
      run.output.contains("1 key of table `orders` (order_id) stands in several rows, such as `1`"))
  }

  /// Tables of files are read in full.
  @Test func files() throws {
    let run = try CommandRun([
      "orders.csv": "order_id,customer,amount\n1,c1,2.5\n2,c9,1\n3,c1,x\n1,c1,1\n",
      "customers.csv": "id\nc1\n",
      "main.kpi": """
      table orders from "orders.csv" {
        order_id: integer key
        customer: text -> customers
        amount:   USD
      }
      table customers from "customers.csv" { id: text key }
      table given { id: text key }

      """,
    ])
    #expect(run.run("check --live --profile none --format concise") == 1)
    for finding in [
      "orders.csv:3:3: error[KPI3020 dangling-reference]",
      "orders.csv:4:6: error[KPI3014 invalid-number]",
      "orders.csv:5:1: error[KPI3019 duplicate-key]",
    ] {
      #expect(run.output.contains(finding), "\(run.output)")
    }
    #expect(run.run("check --profile none") == 0, "\(run.output)")
  }
}
