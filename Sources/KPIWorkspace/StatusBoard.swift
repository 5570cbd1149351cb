import KPIDiagnostics
package import KPIModel
import KPIPlan
import KPIScorecard
import KPISemantics

/// Every KPI with the value of its period, judged against its target.
package struct StatusBoard: Sendable {
  /// The KPIs by name; all of them when none is named.
  package var names: [String]
  /// The period to judge; `nil` for the latest complete one.
  package var period: PeriodName?
  package var asOf: Day

  package init(names: [String], period: PeriodName?, asOf: Day) {
    self.names = names
    self.period = period
    self.asOf = asOf
  }
}

/// One question of a status board: some KPIs by one grain, in all or by the groups of one breakdown.
struct BoardQuestion {
  let metrics: [MetricID]
  let segments: Attribute?
  /// The period judged; the one before it is asked too, for the trend.
  let period: Period
  let question: Question
}

extension StatusBoard {
  /// The questions that the board needs, as few as grains and breakdowns allow.
  func questions(over analysis: Analysis) -> [BoardQuestion] {
    let specification = analysis.specification
    var order: [Key] = []
    var metrics: [Key: [MetricID]] = [:]
    func ask(_ metric: MetricID, _ grain: Grain, _ segments: Attribute?) {
      let key = Key(grain: grain, segments: segments)
      if metrics[key] == nil { order.append(key) }
      metrics[key, default: []].append(metric)
    }
    for metric in kpis(of: specification) where analysis.traits(of: metric)?.unsupported == nil {
      guard let accountability = specification[metric].accountability else { continue }
      let grain = accountability.cadence ?? .month
      ask(metric, grain, nil)
      for segments in accountability.target?.segments ?? [] {
        ask(metric, grain, segments.attribute)
      }
    }
    return order.map { key in
      question(key, metrics[key] ?? [], specification)
    }
  }

  private struct Key: Hashable {
    let grain: Grain
    let segments: Attribute?
  }

  private func question(
    _ key: Key, _ metrics: [MetricID], _ specification: Specification
  ) -> BoardQuestion {
    let calendar = specification.company.calendar
    let period = judged(key.grain, calendar)
    let before = calendar.period(key.grain, containing: period.start.adding(days: -1))
    let question = Question(
      outputs: metrics.map {
        Question.Output(
          name: specification[$0].name, expression: .metric($0),
          quantity: specification[$0].quantity)
      },
      grain: key.grain, breakdowns: key.segments.map { [$0] } ?? [],
      range: before.start..<period.end, asOf: asOf)
    return BoardQuestion(
      metrics: metrics, segments: key.segments, period: period, question: question)
  }

  /// The KPIs asked, in the order of their declarations.
  func kpis(of specification: Specification) -> [MetricID] {
    specification.metricIDs.filter {
      specification[$0].isKPI && (names.isEmpty || names.contains(specification[$0].name))
    }
  }

  /// The period of a grain that ends with the asked one, or the latest that is over on the as-of day.
  func judged(_ grain: Grain, _ calendar: Calendar) -> Period {
    if let asked = period.flatMap(calendar.period(named:)) {
      return calendar.period(grain, containing: asked.lastDay)
    }
    let running = calendar.period(grain, containing: asOf)
    return running.lastDay == asOf
      ? running : calendar.period(grain, containing: running.start.adding(days: -1))
  }
}

extension StatusBoard {
  /// What the board leaves out, and why.
  func notes(on analysis: Analysis) -> [Diagnostic] {
    let specification = analysis.specification
    return kpis(of: specification).compactMap { metric in
      let declared = specification[metric]
      if let feature = analysis.traits(of: metric)?.unsupported {
        return .leftOut(declared.name, feature: feature)
      }
      return declared.accountability?.unjudged.map { .unjudged(declared.name, target: $0) }
    }
  }
}

extension StatusBoard {
  /// The lines of the board, from the answers to its questions.
  func lines(
    _ asked: [BoardQuestion], _ answers: [Answer], _ analysis: Analysis
  ) -> [StatusLine] {
    let specification = analysis.specification
    return kpis(of: specification).flatMap { metric -> [StatusLine] in
      zip(asked, answers).flatMap { question, answer -> [StatusLine] in
        guard let column = question.metrics.firstIndex(of: metric) else { return [] }
        let reading = Reading(question: question, answer: answer, column: column)
        guard let attribute = question.segments else {
          return [line(metric, reading, group: nil, specification)]
        }
        let target = specification[metric].accountability?.target
        guard let segments = target?.segments.first(where: { $0.attribute == attribute })
        else { return [] }
        return segments.goals.map { goal in
          let group = Target.Segments.Group(attribute, goal.group)
          return line(metric, reading, group: (group, segments.name), specification)
        }
      }
    }
  }

  private func line(
    _ metric: MetricID, _ reading: Reading, group: (Target.Segments.Group, name: String)?,
    _ specification: Specification
  ) -> StatusLine {
    let declared = specification[metric]
    let accountability = declared.accountability
    let period = reading.question.period
    let isPartial = period.lastDay > asOf
    let value = reading.value(in: period, of: group?.0.value)
    let previous = reading.valueBefore(period, of: group?.0.value)
    let judgement =
      accountability?.target?.judge(value, in: period, group: group?.0, isPartial: isPartial)
      ?? .withoutTarget(value, isPartial: isPartial)
    let owner = accountability?.owner.map { specification.owners[$0.index] }
    let department = accountability?.department.map { specification.departments[$0.index] }
    return StatusLine(
      name: declared.name, label: declared.label,
      department: department.map { $0.label ?? $0.name },
      owner: owner.map { ($0.name, $0.label ?? $0.name) }, quantity: declared.quantity,
      period: (specification.company.calendar.text(of: period), isPartial),
      group: group.map { "\($0.name)=\($0.0.value.text)" }, value: value, judgement: judgement,
      trend: isPartial ? nil : Trend(from: previous, to: value))
  }

  /// One column of an answer.
  private struct Reading {
    let question: BoardQuestion
    let answer: Answer
    let column: Int

    func value(in period: Period, of group: Scalar?) -> Cell {
      let row = answer.rows.first { row in
        row.period?.start == period.start && (group == nil || row.keys == [group])
      }
      return row?.cells[column] ?? .missing(.noRows)
    }

    func valueBefore(_ period: Period, of group: Scalar?) -> Cell {
      let row = answer.rows.first { row in
        row.period.map { $0.start < period.start } ?? false && (group == nil || row.keys == [group])
      }
      return row?.cells[column] ?? .missing(.noRows)
    }
  }
}
