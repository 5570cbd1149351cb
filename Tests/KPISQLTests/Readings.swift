import KPIDiagnostics
import KPIEngine
import KPIModel
import KPIPlan
import KPISource
import KPIWorkspace
import Testing

@testable import KPISQL

/// What a question over a specification makes of a dialect, without any database.
struct Readings {
  let specification: Specification
  private let workload: Workload

  /// `by` and `names` are written as on the command line; the as-of day is the end of 2026.
  init(
    _ text: String, _ names: String = "m", by: String = "", where filter: String? = nil,
    from: String? = nil
  ) throws {
    var project = Project([SourceText(path: "main.kpi", text: text)])
    try #require(!project.hasErrors, "\(project.diagnostics.map(\.message))")
    let asked = project.resolve(
      QuestionText(
        names: names.split(separator: ",").map(String.init),
        by: by.split(separator: ",").map(String.init), filter: filter, from: from,
        asOf: try #require(Day(year: 2026, month: 12, day: 31))))
    let question = try #require(asked.question, "\(asked.diagnostics.map(\.message))").question
    let plan = try Planner.plan(question, over: project.specification).get()
    specification = project.specification
    workload = Engine.workload(of: [plan], over: specification).0
  }

  /// The queries of every table, in the order of the tables.
  func queries(
    _ dialect: Dialect, columns: [String: PhysicalType]? = nil, without absent: String? = nil
  ) throws(SQLRefusal) -> (cells: [CellQuery], keys: [KeyQuery]) {
    let specification = specification
    var physical: (@Sendable (TableID, ColumnID) -> PhysicalType?)?
    if let columns {
      physical = { table, column in columns[specification[table][column].name] }
    }
    let compiler = CellCompiler(
      specification, dialect, zone: "Asia/Ho_Chi_Minh", physical: physical,
      relation: { table, alias in
        let name = specification[table].name
        return name == absent ? nil : .table([name], as: alias)
      })
    var result: (cells: [CellQuery], keys: [KeyQuery]) = ([], [])
    for reading in workload.rounds.joined().sorted(by: { $0.table < $1.table }) {
      let queries = try compiler.queries(for: reading, of: workload)
      result.cells += queries.cells
      result.keys += queries.keys
    }
    return result
  }

  /// All of the SQL as one text.
  func text(_ dialect: Dialect, columns: [String: PhysicalType]? = nil) throws -> String {
    let queries = try queries(dialect, columns: columns)
    let writer = SQLWriter(dialect)
    return (queries.keys.map(\.select) + queries.cells.map(\.select))
      .map { writer.text(of: $0) + ";\n" }.joined()
  }

  /// Why a dialect is not asked.
  func refusal(
    _ dialect: Dialect = .duckdb, columns: [String: PhysicalType]? = nil,
    without absent: String? = nil
  ) -> SQLRefusal? {
    do throws(SQLRefusal) {
      _ = try queries(dialect, columns: columns, without: absent)
      return nil
    } catch {
      return error
    }
  }
}

/// A small shop.
enum Shop {
  static let tables = """
    company "Shop" { timezone "Asia/Ho_Chi_Minh" }

    table customers {
      customer_id: text key
      segment:     text in ("retail", "trade")
    }

    table orders {
      order_id:   text key
      customer:   text -> customers
      ordered_at: timestamp time
      paid_on:    date optional
      status:     text in ("paid", "open")
      amount:     USD
      fee:        USD
      quantity:   integer
    }

    table staff {
      span from hired_on to left_on
      hired_on: date
      left_on:  date optional
      team:     text
      hours:    integer
    }

    table payments {
      paid_at:  timestamp time
      kind:     text in ("sale", "refund")
      currency: text
      amount:   money optional
    }

    table rates {
      day:   date time
      code:  text
      worth: EUR
    }

    """

  /// A payment in euros of its own day.
  static let converted = "convert(payments.amount, payments.currency, to: EUR, using: rates)"
}
