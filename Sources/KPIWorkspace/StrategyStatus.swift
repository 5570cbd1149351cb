package import KPIDiagnostics
import KPIModel
package import KPIScorecard

/// The lines of a status board, and how the strategy stands beside them.
package struct StrategyStatus: Sendable {
  package let lines: [StatusLine]
  package let strategy: StrategyBoard
}

extension Project {
  /// The status board with objectives, scorecards and what belongs to them, or why it cannot be drawn. All of it is
  /// asked for together, so that each table is read once.
  package func strategy(
    _ board: StatusBoard, threads: Int
  ) -> (status: StrategyStatus?, diagnostics: [Diagnostic]) {
    let day = StrategyReading.day(of: board, analysis)
    var values = BoardValues(asOf: board.asOf)
    var graded = BoardValues(asOf: day)
    _ = draw(board, day, &values, &graded)
    let questions = values.questions
    let all = questions + graded.questions
    let evaluation = answer(all, threads: threads)
    guard evaluation.answers.count == all.count else { return (nil, evaluation.diagnostics) }
    values.take(Array(evaluation.answers.prefix(questions.count)))
    graded.take(Array(evaluation.answers.dropFirst(questions.count)))
    return (draw(board, day, &values, &graded), evaluation.diagnostics)
  }

  private func draw(
    _ board: StatusBoard, _ day: Day, _ values: inout BoardValues, _ graded: inout BoardValues
  ) -> StrategyStatus {
    let reading = StrategyReading(board, analysis)
    let lines = board.lines(analysis, &values)
    let judging = StrategyJudging(
      specification, asOf: day, metrics: reading.metrics(&values),
      readings: reading.keyResults(&graded))
    return StrategyStatus(lines: lines, strategy: judging.board)
  }
}
