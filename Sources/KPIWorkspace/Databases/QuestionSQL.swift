import KPIDiagnostics
import KPIEngine
import KPIModel
package import KPIPlan
package import KPISQL

/// The queries that a question is answered by, table by table.
package struct QuestionSQL: Sendable {
  package let parts: [Part]

  /// What is asked of one table.
  package struct Part: Sendable {
    package let table: String
    /// The queries, or why the rows are read instead.
    package let queries: Result<[String], SQLRefusal>
  }
}

extension Project {
  /// The queries for a question in a dialect, or why it cannot be answered.
  package func sql(
    for question: Question, in dialect: Dialect
  ) -> Result<QuestionSQL, PlanFailure> {
    Planner.plan(question, over: specification).map { plan in
      let (specification, root) = (specification, root)
      let (workload, measures) = Engine.workload(of: [plan], over: specification)
      let text = FormulaText(specification)
      var compiler = CellCompiler(
        specification, dialect, zone: specification.company.timeZone,
        relation: { table, alias in
          guard case .source(_, let relation) = specification[table].location else {
            return .table([specification[table].name], as: alias)
          }
          return .named(relation, as: alias, in: dialect, root: root)
        })
      compiler.comment = { place in
        measures[place].map { measure in
          var measure = measure
          measure.window = .period
          measure.maturity = []
          return text.text(of: .leaf(.rows(measure)))
        }
      }
      let writer = SQLWriter(dialect)
      let readings = workload.rounds.joined().sorted { $0.table < $1.table }
      return QuestionSQL(
        parts: readings.map { reading in
          let queries = Result { () throws(SQLRefusal) in
            try compiler.queries(for: reading, of: workload).cells.map {
              writer.text(of: $0.select)
            }
          }
          return QuestionSQL.Part(table: specification[reading.table].name, queries: queries)
        })
    }
  }
}
