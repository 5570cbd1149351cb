import KPIModel
import KPIPlan

/// The values that a status board looks up.
///
/// A board is drawn twice. The first time there are no answers, and what it looks up is noted; that makes the
/// questions, one for each grain and breakdown. Every value is 1 then, so that none keeps others from being looked up.
/// The second time the values are there.
struct BoardValues {
  private let asOf: Day
  private var asked: [Asked] = []
  private var places: [Breakdown: Int] = [:]
  private var answers: [Looked] = []

  init(asOf: Day) { self.asOf = asOf }

  /// A group of a breakdown.
  struct Group: Hashable {
    let attribute: Attribute
    let value: Scalar
    /// The breakdown as the target writes it.
    let name: String

    /// `segment=enterprise`.
    var text: String { "\(name)=\(value.text)" }
  }

  /// The value of a KPI in the period that is judged, which is held to what the KPI ensures.
  mutating func judged(
    _ metric: MetricID, of kpi: Metric, in period: Period, _ group: Group?
  ) -> Cell {
    let cell = cell(.metric(metric), of: kpi, in: period, group)
    if let grain = period.grain,
      let place = places[Breakdown(grain: grain, attribute: group?.attribute)]
    {
      asked[place].guarded.insert(period.start)
    }
    return cell
  }

  /// The value of a formula of a KPI in one period, of the whole or of one group.
  mutating func cell(
    _ expression: MetricExpression, of kpi: Metric, in period: Period, _ group: Group?,
    _ aspect: Question.Output.Aspect = .value
  ) -> Cell {
    guard let grain = period.grain else { return .missing(.noValue) }
    let breakdown = Breakdown(grain: grain, attribute: group?.attribute)
    let formula = Formula(expression: expression, aspect: aspect)
    if let place = places[breakdown], answers.indices.contains(place) {
      return answers[place].cell(asked[place].columns[formula], period, group?.value)
    }
    let place = places[breakdown] ?? asked.count
    if place == asked.count {
      places[breakdown] = place
      asked.append(Asked(breakdown: breakdown, range: period.days))
    }
    asked[place].add(formula, of: kpi, in: period, group?.value)
    return .value(.one)
  }

  /// The questions that all that was looked up so far comes to.
  var questions: [Question] {
    asked.map { asked in
      var question = Question(
        outputs: asked.outputs, grain: asked.breakdown.grain,
        breakdowns: asked.breakdown.attribute.map { [.field($0)] } ?? [], groups: asked.groups,
        range: asked.range, asOf: asOf)
      question.guardedPeriods = asked.guarded
      return question
    }
  }

  /// Takes the answers to the questions, in their order.
  mutating func take(_ answers: [Answer]) { self.answers = answers.map(Looked.init) }

  private struct Breakdown: Hashable {
    let grain: Grain
    let attribute: Attribute?
  }

  private struct Formula: Hashable {
    let expression: MetricExpression
    let aspect: Question.Output.Aspect
  }

  /// What is asked by one breakdown, from the first period looked up to the last.
  private struct Asked {
    let breakdown: Breakdown
    var range: Range<Day>
    var groups: Set<[Scalar?]> = []
    /// The first days of the periods that are judged.
    var guarded: Set<Day> = []
    var outputs: [Question.Output] = []
    var columns: [Formula: Int] = [:]

    init(breakdown: Breakdown, range: Range<Day>) {
      self.breakdown = breakdown
      self.range = range
    }

    mutating func add(
      _ formula: Formula, of kpi: Metric, in period: Period, _ group: Scalar?
    ) {
      if let group { groups.insert([group]) }
      range = min(range.lowerBound, period.start)..<max(range.upperBound, period.end)
      guard columns[formula] == nil else { return }
      columns[formula] = outputs.count
      outputs.append(
        Question.Output(
          name: kpi.name, expression: formula.expression, quantity: kpi.quantity,
          aspect: formula.aspect))
    }
  }

  /// An answer with its rows by period and group.
  private struct Looked {
    private let rows: [Answer.Row]
    private let places: [Key: Int]

    private struct Key: Hashable {
      let start: Day?
      let group: Scalar?
    }

    init(_ answer: Answer) {
      rows = answer.rows
      places = Dictionary(
        answer.rows.enumerated().map {
          (Key(start: $1.period?.start, group: $1.keys.first ?? nil), $0)
        },
        uniquingKeysWith: { first, _ in first })
    }

    func cell(_ column: Int?, _ period: Period, _ group: Scalar?) -> Cell {
      guard let column, let row = places[Key(start: period.start, group: group)] else {
        return .missing(.noRows)
      }
      return rows[row].cells[column]
    }
  }
}
