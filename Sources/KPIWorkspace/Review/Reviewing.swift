import KPIDiagnostics
package import KPIDiff
package import KPIModel
import KPISemantics

extension Project {
  /// What changes from another specification to this one, by meaning.
  package func comparison(with base: Project, titled title: String, asOf day: Day) -> Comparison {
    Comparison.of(
      Side(base.specification, base.sources), Side(specification, sources), titled: title,
      asOf: day)
  }

  /// The values of what changes, in both specifications, computed from the same data. Each side reads every table once.
  ///
  /// Of what is judged by another target, periods further back are looked at too: none of those that are over may turn
  /// green unseen.
  package func valuation(
    of comparison: Comparison, from base: Project, periods: Int, asOf: Day, threads: Int
  ) -> Valuation {
    let wanted = comparison.metricsInNumbers.compactMap { names in
      PairedMetric(
        before: names.before.flatMap(base.specification.metric),
        after: names.after.flatMap(specification.metric),
        periods: names.isGoalpost ? max(periods, Project.periodsOfGoalposts) : periods, asOf: asOf,
        base, self)
    }
    guard !wanted.isEmpty else { return Valuation(figures: [], problems: []) }
    let before = SideValues(
      base, wanted.flatMap(\.askedOfBase), asOf: asOf, threads: threads)
    let after = SideValues(
      self, wanted.flatMap(\.askedOfHead), asOf: asOf, threads: threads)
    let problems =
      before.problem == after.problem
      ? before.problem.map { ["no values: \($0)"] } ?? []
      : [("before", before.problem), ("after", after.problem)].compactMap { side, problem in
        problem.map { "no values \(side): \($0)" }
      }
    return Valuation(
      figures: wanted.map { $0.figures(before, after) }, problems: problems,
      faults: after.faults.isEmpty ? before.faults.map(\.withoutPlace) : after.faults)
  }

  /// How far back a moved target is followed.
  private static let periodsOfGoalposts = 24
}

extension Diagnostic {
  /// The same about files that are not at hand any more.
  fileprivate var withoutPlace: Diagnostic { Diagnostic(rule, message, at: .none, help: help) }
}
