import KPIModel
import KPIPlan
import KPIReport

/// Asks the values of KPIs by group, in the judged period and the one before: many KPIs in one question.
struct BreakdownQuestions {
  let questions: [Question]
  /// The KPIs whose values a question asks for, in the order of its outputs.
  private let asked: [Asked]
  private let specification: Specification

  private struct Asked {
    let name: String
    let kpis: [ReportReading.KPI]
    /// The places of the breakdown among those of each KPI.
    let ranks: [Int]
    let before: Period
  }

  private struct Key: Hashable {
    let grain: Grain
    let attribute: Attribute
  }

  /// The most breakdowns that are looked at for one KPI, and that are shown of them.
  private static let mostAsked = 7
  private static let mostShown = 4
  /// A breakdown into more groups is a list of names.
  private static let mostGroups = 30

  init(_ reading: ReportReading) {
    specification = reading.project.specification
    var order: [Key] = []
    var groups: [Key: (name: String, members: [(kpi: ReportReading.KPI, rank: Int)])] = [:]
    for kpi in reading.kpis where kpi.hasData {
      let candidates = BreakdownQuestions.candidates(of: kpi, reading)
      for (rank, (name, attribute)) in candidates.enumerated() {
        let key = Key(grain: kpi.grain, attribute: attribute)
        if groups[key] == nil { order.append(key) }
        groups[key, default: (name, [])].members.append((kpi, rank))
      }
    }
    var questions: [Question] = []
    var asked: [Asked] = []
    let calendar = specification.company.calendar
    for key in order {
      guard let (name, members) = groups[key], let judged = members.first?.kpi.judged else {
        continue
      }
      let before = calendar.period(key.grain, containing: judged.start.adding(days: -1))
      questions.append(
        BreakdownQuestions.question(
          members.map(\.kpi.metric), by: key.attribute, key.grain, before.start..<judged.end,
          reading))
      asked.append(
        Asked(name: name, kpis: members.map(\.kpi), ranks: members.map(\.rank), before: before))
    }
    self.questions = questions
    self.asked = asked
  }

  // MARK: Asking

  private static func question(
    _ metrics: [MetricID], by attribute: Attribute, _ grain: Grain, _ range: Range<Day>,
    _ reading: ReportReading
  ) -> Question {
    let specification = reading.project.specification
    var question = Question(
      outputs: metrics.map {
        .init(
          name: specification[$0].name, expression: .metric($0),
          quantity: specification[$0].quantity)
      }, grain: grain, breakdowns: [.field(attribute)], range: range, asOf: reading.asOf)
    // What the values must satisfy is checked where the KPI is judged.
    question.guardedPeriods = []
    return question
  }

  /// What a KPI can be broken down by, the most telling first: what it has targets by, declared dimensions, columns
  /// with listed values, other columns. What its own conditions speak of would tell nothing.
  private static func candidates(
    of kpi: ReportReading.KPI, _ reading: ReportReading
  ) -> [(name: String, attribute: Attribute)] {
    let specification = reading.project.specification
    let tables = Set(kpi.measures.map(\.table)).sorted()
    let filtered = Set(
      kpi.measures.flatMap { $0.filter?.fields ?? [] }.map { specification.place(of: $0) })
    let segments =
      specification[kpi.metric].accountability?.targets?.judging.segments.map(\.attribute) ?? []
    let shared = specification.attributes(sharedBy: tables).filter { _, attribute in
      if case .path(let path) = attribute {
        !filtered.contains(specification.place(of: path))
      } else {
        true
      }
    }
    func rank(_ attribute: Attribute) -> Int {
      if segments.contains(attribute) { return 0 }
      guard case .path(let path) = attribute else { return 1 }
      return specification.column(path).allowed != nil ? 2 : 3
    }
    let sorted = shared.enumerated().sorted { left, right in
      (rank(left.element.attribute), left.offset) < (rank(right.element.attribute), right.offset)
    }.map(\.element)
    let range = kpi.judged.days
    return Array(
      sorted.lazy.filter { candidate in
        let question = question(
          [kpi.metric], by: candidate.attribute, kpi.grain, range, reading)
        if case .success = Planner.plan(question, over: specification) { return true }
        return false
      }.prefix(mostAsked))
  }

  // MARK: Reading

  /// The breakdowns worth showing of each KPI.
  func breakdowns(in answers: [Answer]) -> [MetricID: [Breakdown]] {
    var found: [MetricID: [(rank: Int, breakdown: Breakdown)]] = [:]
    for (asked, answer) in zip(asked, answers) {
      let groups = Dictionary(grouping: answer.rows) { $0.keys.first ?? nil }
      guard (2...BreakdownQuestions.mostGroups).contains(groups.count) else { continue }
      // The rows of an answer are in the order of periods and then of groups.
      var keys: [Scalar?] = []
      for row in answer.rows where !keys.contains(row.keys.first ?? nil) {
        keys.append(row.keys.first ?? nil)
      }
      keys.sort { left, right in
        switch (left, right) {
        case (let left?, let right?): left < right
        case (nil, _): false
        case (_, nil): true
        }
      }
      for (column, kpi) in asked.kpis.enumerated() {
        func cell(_ key: Scalar?, in period: Period) -> Cell {
          groups[key]?.first { $0.period?.start == period.start }?.cells[column]
            ?? .missing(.noRows)
        }
        let parts = keys.map {
          Breakdown.Group(
            name: $0?.text, value: cell($0, in: kpi.judged), before: cell($0, in: asked.before))
        }.filter { $0.name != nil || $0.hasNumbers }
        guard parts.count(where: { $0.value.number != nil }) > 1 else { continue }
        found[kpi.metric, default: []].append(
          (asked.ranks[column], Breakdown(name: asked.name, groups: parts)))
      }
    }
    return found.mapValues { breakdowns in
      breakdowns.sorted { $0.rank < $1.rank }.prefix(BreakdownQuestions.mostShown).map(\.breakdown)
    }
  }
}

extension Breakdown.Group {
  /// Whether there is more in it than zeros.
  fileprivate var hasNumbers: Bool {
    [value, before].contains { $0.number.map { !$0.isZero } ?? false }
  }
}

extension Specification {
  /// A column by the table that holds it, whatever way leads there.
  fileprivate func place(of path: ColumnPath) -> ColumnPath {
    ColumnPath(owner(of: path), [], path.column)
  }
}
