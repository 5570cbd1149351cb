package import KPIDiagnostics
import KPIEngine
package import KPIModel
package import KPIPlan
import KPISemantics

/// The value of a metric in one period, and how it comes about.
package struct DerivedValue: Sendable {
  package let metric: MetricID
  package let period: Period
  package let asOf: Day
  package let derivation: Derivation

  package var isPartial: Bool { asOf < period.lastDay }
}

/// What is asked about a value.
package struct DerivationText: Sendable {
  /// A metric or a KPI.
  package let name: String
  /// A period, as it is written.
  package let period: String
  /// A condition that everything is filtered by.
  package let filter: String?
  package let asOf: Day

  package init(name: String, period: String, filter: String?, asOf: Day) {
    self.name = name
    self.period = period
    self.filter = filter
    self.asOf = asOf
  }
}

extension Project {
  /// Computes a value together with the rows behind it.
  package mutating func derive(
    _ text: DerivationText, threads: Int
  ) -> (value: DerivedValue?, diagnostics: [Diagnostic], isQuestionWrong: Bool) {
    let calendar = specification.company.calendar
    guard let period = PeriodName(text.period).flatMap(calendar.period(named:)) else {
      return (nil, [.notAPeriodOption(text.period, option: "--at")], true)
    }
    guard period.start <= text.asOf else {
      return (nil, [.periodNotBegun(text.period, asOf: text.asOf.text)], true)
    }
    let asked = resolve(
      QuestionText(names: [text.name], filter: text.filter, asOf: text.asOf))
    guard var question = asked.question?.question, let metric = asked.question?.metrics.first
    else { return (nil, asked.diagnostics, true) }
    question.grain = period.grain
    question.range = period.days
    if case .failure(let failure) = Planner.plan(question, over: specification) {
      return (nil, failure.diagnostics, true)
    }
    do throws(PlanProblem) {
      var normaliser = Normaliser(specification)
      let formula = try normaliser.normalForm(of: .metric(metric), where: question.filter)
      let deriving = try Deriving(
        metric, where: question.filter, in: period, asOf: text.asOf, specification)
      var values = MeasureValues()
      _ = deriving.derivation(of: formula, &values)
      let evaluation = answer(values.asked, to: question, threads: threads)
      guard let row = evaluation.answers.first?.rows.first else {
        return (nil, evaluation.diagnostics, evaluation.isQuestionWrong)
      }
      values.take(row.cells)
      let value = DerivedValue(
        metric: metric, period: period, asOf: text.asOf,
        derivation: deriving.derivation(of: formula, &values))
      return (value, asked.diagnostics + evaluation.diagnostics, false)
    } catch {
      // The question was planned, so its formula and the metrics in it have normal forms.
      return (nil, [], true)
    }
  }
}
