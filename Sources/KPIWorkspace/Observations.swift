package import KPIDiagnostics
package import KPILint
package import KPIModel
import KPIPlan
import KPIScorecard

extension Project {
  /// How each KPI stood in its latest complete periods, the oldest first, or why that is not known.
  ///
  /// What tables without a place would be needed for is left out. The periods are judged as a status board judges them, all boards by one set of questions.
  package func observations(
    on day: Day, periods count: Int = 6, threads: Int
  ) -> (observations: [MetricID: [LintEvidence.Observation]]?, diagnostics: [Diagnostic]) {
    let names = kpisWithData.map { specification[$0].name }
    guard !names.isEmpty else { return ([:], []) }
    let boards = (0..<count).reversed().map {
      StatusBoard(names: names, period: nil, asOf: day, stepsBack: $0)
    }
    let (lines, diagnostics) = lines(of: boards, threads: threads)
    guard let lines else { return (nil, diagnostics) }
    let ids = Dictionary(
      specification.metricIDs.map { (specification[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    var result: [MetricID: [LintEvidence.Observation]] = [:]
    for (board, lines) in zip(boards, lines) {
      for line in lines {
        // The line of the whole gives the status; groups and other targets have lines of their own.
        guard line.group == nil, line.givesStatus, let status = line.status,
          let id = ids[line.name]
        else { continue }
        let grain = specification[id].accountability?.cadence ?? .month
        result[id, default: []].append(
          LintEvidence.Observation(
            period: board.judged(grain, specification.company.calendar), value: line.value.number,
            status: status))
      }
    }
    return (result, diagnostics)
  }

  /// The KPIs but those over tables that name no place.
  private var kpisWithData: [MetricID] { metricsWithData.filter { specification[$0].isKPI } }

  /// The metrics but those over tables that name no place, which only tests can give rows.
  var metricsWithData: [MetricID] {
    var normaliser = Normaliser(specification)
    return specification.metricIDs.filter { id in
      specification[id].formulas.allSatisfy { formula in
        let form = try? normaliser.normalForm(of: formula)
        return form?.tables(in: specification).allSatisfy {
          specification[$0].location != .nowhere
        } ?? true
      }
    }
  }
}
