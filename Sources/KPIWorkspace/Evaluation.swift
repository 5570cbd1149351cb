package import KPIDiagnostics
import KPIEngine
import KPIModel
package import KPIPlan
package import KPIScorecard
import KPISemantics
import KPITable

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The answers to some questions, or why there are none.
package struct Evaluation: Sendable {
  /// One for each question, in their order; empty when anything stood in the way.
  package let answers: [Answer]
  package let diagnostics: [Diagnostic]
  /// Whether the questions themselves cannot be answered, rather than the data read.
  package let isQuestionWrong: Bool
}

/// The cores that work is divided over.
package enum Threads {
  package static var available: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

extension Project {
  /// Plans the questions and answers them together, so that each table is read once. Values that are not what their
  /// metrics say of them are reported beside the answers.
  package func answer(_ questions: [Question], threads: Int) -> Evaluation {
    answer(questions, besides: [], threads: threads).evaluation
  }

  /// The same, with plans that are answered in the same reading of the tables.
  func answer(
    _ questions: [Question], besides plans: [Plan], threads: Int
  ) -> (evaluation: Evaluation, others: [Answer]) {
    var guarded: [GuardedQuestion] = []
    var problems: [Diagnostic] = []
    for question in questions {
      switch GuardedQuestion.of(question, self) {
      case .success(let question): guarded.append(question)
      case .failure(let failure): problems += failure.diagnostics
      }
    }
    guard problems.isEmpty else {
      return (Evaluation(answers: [], diagnostics: problems, isQuestionWrong: true), [])
    }
    let found = answer(guarded.map(\.plan) + plans, threads: threads)
    let checked = zip(guarded, found.answers).map { $0.checked($1) }
    let evaluation = Evaluation(
      answers: checked.map(\.answer),
      diagnostics: found.diagnostics + guarded.flatMap(\.notes) + checked.flatMap(\.findings),
      isQuestionWrong: false)
    return (evaluation, Array(found.answers.dropFirst(guarded.count)))
  }

  /// Computes measures for a question; its answer has a column for each of them.
  func answer(_ measures: [Measure], to question: Question, threads: Int) -> Evaluation {
    switch Planner.plan(measures, for: question, over: specification) {
    case .success(let plan): answer([plan], threads: threads)
    case .failure(let failure):
      Evaluation(answers: [], diagnostics: failure.diagnostics, isQuestionWrong: true)
    }
  }

  private func answer(_ plans: [Plan], threads: Int) -> Evaluation {
    let databases = databases(isPushedDown: isPushedDown)
    let outcome = Engine.answer(plans, from: dataSource(databases, threads: threads))
    return Evaluation(
      answers: outcome.answers, diagnostics: databases.told(outcome.diagnostics),
      isQuestionWrong: false)
  }

  func databases(isPushedDown: Bool) -> DatabaseTables {
    DatabaseTables(specification, root: root, isPushedDown: isPushedDown, variable: variable)
  }

  private func dataSource(_ databases: DatabaseTables, threads: Int) -> DataSource {
    let (specification, root) = (specification, root)
    let zone = specification.company.timeZone
    var source = DataSource(
      specification, threads: threads, timeZone: { ZoneData.table(for: zone) },
      location: { table in
        switch specification[table].location {
        case .file(let path): .file(path: FileSystem.join(root, path), display: path)
        case .source(let name, let relation):
          databases.stream(table).map { .stream($0, display: "\(name): \(relation)") } ?? .nowhere
        case .nowhere: .nowhere
        }
      })
    source.supply = { databases.supply($0, $1) }
    return source
  }

  /// The status board, or why it cannot be drawn.
  package func status(
    _ board: StatusBoard, threads: Int
  ) -> (lines: [StatusLine]?, diagnostics: [Diagnostic]) {
    let (lines, diagnostics) = lines(of: [board], threads: threads)
    return (lines?.first, diagnostics)
  }

  /// The lines of several boards of one day, whose values are asked for together.
  func lines(
    of boards: [StatusBoard], threads: Int
  ) -> (lines: [[StatusLine]]?, diagnostics: [Diagnostic]) {
    guard let day = boards.first?.asOf else { return ([], []) }
    var values = BoardValues(asOf: day)
    for board in boards { _ = board.lines(analysis, &values) }
    let questions = values.questions
    let evaluation = answer(questions, threads: threads)
    guard evaluation.answers.count == questions.count else { return (nil, evaluation.diagnostics) }
    values.take(evaluation.answers)
    return (boards.map { $0.lines(analysis, &values) }, evaluation.diagnostics)
  }
}
