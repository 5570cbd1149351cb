import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

/// How a report speaks: its language, and the names that things have in it.
struct Voice {
  let language: Language
  let specification: Specification

  func callAsFunction(_ wording: Wording) -> String { language(wording) }

  var periods: PeriodWords {
    PeriodWords(calendar: specification.company.calendar, language: language)
  }

  // MARK: Names

  var company: String { specification.company.label ?? self(Words.scorecard) }

  func name(of declared: some Labelled) -> String { declared.name(in: language.rawValue) }

  func name(of metric: MetricID) -> String { name(of: specification[metric]) }

  func name(of department: DepartmentID) -> String {
    name(of: specification.departments[department.index])
  }

  func name(of owner: OwnerID) -> String { name(of: specification.owners[owner.index]) }

  func name(of objective: ObjectiveID) -> String {
    name(of: specification.objectives[objective.index])
  }

  func name(of perspective: Perspective) -> String {
    guard perspective.origin == nil else {
      return perspective.translations[language.rawValue] ?? perspective.label
    }
    return Words.perspectives[perspective.name].map { self($0.label) } ?? perspective.label
  }

  func question(of perspective: Perspective) -> String? {
    guard perspective.origin == nil else { return perspective.question }
    return Words.perspectives[perspective.name].map { self($0.question) } ?? perspective.question
  }

  // MARK: Numbers

  /// A value, or a dash with the reason why there is none.
  func value(_ cell: Cell, _ quantity: Quantity, apartFrom other: Number? = nil) -> String {
    switch cell {
    case .value(let number):
      ValueText.short(number, quantity, apartFrom: other, in: language)
    case .missing(let reason): "– (\(self(reason.wording)))"
    }
  }

  /// The value of a line, told apart from the goal that it is held against.
  func value(of line: StatusLine) -> String {
    let goal = line.judgement.goalToDate ?? line.judgement.goal
    let bound = line.value.number.flatMap { number in goal?.bound(nearestTo: number) }
    return value(line.value, line.quantity, apartFrom: bound)
  }

  func target(of line: StatusLine) -> String {
    if let goal = line.judgement.goal { return goal.text(line.quantity, in: language) }
    return line.judgement.missingGoal.map { "– (\(self($0.wording)))" } ?? "–"
  }

  func bounds(_ bounds: Bounds<Number>, _ quantity: Quantity) -> String {
    bounds.values.map { ValueText.short($0, quantity, in: language) }.joined(separator: " – ")
  }

  /// A share in whole percents, rounded down: 99.7 % of a target is not 100 %.
  func share(_ number: Number) -> String {
    guard let hundredfold = number.multiplied(by: Number(100)) else { return "–" }
    return ValueText.short(hundredfold.floor, .plain, in: language) + "%"
  }
}
