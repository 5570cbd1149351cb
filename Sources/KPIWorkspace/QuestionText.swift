package import KPIDiagnostics
package import KPIModel
package import KPIPlan
import KPISemantics
import KPISource
import KPISyntax

/// A question as it is written on the command line.
package struct QuestionText: Sendable {
  /// Metrics and KPIs; all of them when none is named.
  package var names: [String]
  /// A grain and breakdowns, in the order asked.
  package var by: [String]
  /// A condition that every metric is filtered by.
  package var filter: String?
  /// A date or a period, whose first day begins the range.
  package var from: String?
  /// A date or a period, whose last day ends the range.
  package var to: String?
  package var asOf: Day

  package init(
    names: [String] = [], by: [String] = [], filter: String? = nil, from: String? = nil,
    to: String? = nil, asOf: Day
  ) {
    self.names = names
    self.by = by
    self.filter = filter
    self.from = from
    self.to = to
    self.asOf = asOf
  }
}

/// A question that was understood, with the names of its columns.
package struct ResolvedQuestion: Sendable {
  package let question: Question
  package let metrics: [MetricID]
  /// The breakdowns as they were written.
  package let breakdownNames: [String]
}

extension Project {
  /// Resolves a question with the names of the specification.
  ///
  /// The findings about its parts stand in files of their own, which `sources` gains: `--where` and `--by`.
  package mutating func resolve(
    _ text: QuestionText
  ) -> (question: ResolvedQuestion?, diagnostics: [Diagnostic]) {
    var reader = QuestionReader(project: self)
    let question = reader.read(text)
    sources = reader.sources
    return (
      reader.diagnostics.contains { $0.severity == .error } ? nil : question, reader.diagnostics
    )
  }
}

/// Reads the parts of a question one after the other.
private struct QuestionReader {
  let analysis: Analysis
  var sources: SourceMap
  var diagnostics: [Diagnostic] = []

  init(project: Project) {
    analysis = project.analysis
    sources = project.sources
  }

  private var specification: Specification { analysis.specification }
  private var calendar: Calendar { specification.company.calendar }

  mutating func read(_ text: QuestionText) -> ResolvedQuestion? {
    let metrics = self.metrics(text.names)
    var grain: Grain?
    var breakdowns: [AttributeExpression] = []
    var names: [String] = []
    for part in text.by {
      if let asked = Grain(rawValue: part) {
        if grain != nil { diagnostics.append(.secondGrain(part)) }
        grain = asked
      } else if let breakdown = breakdown(part, for: metrics) {
        breakdowns.append(breakdown)
        names.append(part)
      }
    }
    let filter = text.filter.flatMap { self.filter($0, for: metrics) }
    let range = self.range(from: text.from, to: text.to, grain: grain)
    let outputs = metrics.map { metric in
      Question.Output(
        name: specification[metric].name, expression: .metric(metric),
        quantity: specification[metric].quantity)
    }
    return ResolvedQuestion(
      question: Question(
        outputs: outputs, grain: grain, breakdowns: breakdowns, filter: filter, range: range,
        asOf: text.asOf),
      metrics: metrics, breakdownNames: names)
  }

  /// The metrics asked; without names all.
  private mutating func metrics(_ names: [String]) -> [MetricID] {
    guard !names.isEmpty else { return Array(specification.metricIDs) }
    var result: [MetricID] = []
    for name in names {
      if let metric = specification.metric(named: name) {
        result.append(metric)
      } else {
        diagnostics.append(.noSuchMetric(name, known: specification.metrics.map(\.name)))
      }
    }
    return result
  }

  // MARK: Formulas

  /// Gives a text of the command line a file of its own, so that findings can point into it.
  private mutating func file(_ name: String, _ text: String) -> (SourceText, FileID) {
    let source = SourceText(path: name, text: text)
    sources = SourceMap(sources.files + [source])
    return (source, FileID(sources.files.count - 1))
  }

  private mutating func breakdown(
    _ text: String, for metrics: [MetricID]
  ) -> AttributeExpression? {
    let (source, file) = file("--by", text)
    let (formula, problems) = parseFormula(source, file: file)
    diagnostics += problems
    guard problems.isEmpty else { return nil }
    guard !formula.rowPaths.isEmpty else {
      diagnostics.append(.notABreakdown(text))
      return nil
    }
    return analysis.breakdown(formula, for: metrics, into: &diagnostics)
  }

  private mutating func filter(_ text: String, for metrics: [MetricID]) -> AttributeExpression? {
    let (source, file) = file("--where", text)
    let (formula, problems) = parseFormula(source, file: file)
    diagnostics += problems
    guard problems.isEmpty else { return nil }
    return analysis.filter(formula, for: metrics, into: &diagnostics)
  }

  // MARK: The range

  /// The days asked, widened to whole periods of the grain; an open side reaches as far as the data.
  private mutating func range(
    from: String?, to: String?, grain: Grain?
  ) -> Range<Day>? {
    guard from != nil || to != nil else { return nil }
    let first = from.map { period($0, option: "--from") }
    let last = to.map { period($0, option: "--to") }
    if case .some(.none) = first { return nil }
    if case .some(.none) = last { return nil }
    var start = first.flatMap { $0 }?.start ?? .first
    var end = last.flatMap { $0 }?.end ?? .end
    if let grain {
      if from != nil { start = calendar.period(grain, containing: start).start }
      if to != nil { end = calendar.period(grain, containing: end.adding(days: -1)).end }
    }
    guard start < end else {
      diagnostics.append(.emptyRange(from: start.text, to: end.adding(days: -1).text))
      return nil
    }
    return start..<end
  }

  private mutating func period(_ text: String, option: String) -> Period? {
    if let period = PeriodName(text).flatMap(calendar.period(named:)) { return period }
    diagnostics.append(.notAPeriodOption(text, option: option))
    return nil
  }
}
