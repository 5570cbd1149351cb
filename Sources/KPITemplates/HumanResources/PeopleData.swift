/// Eighteen months of a company of some hundred and thirty people: it grows; after the new year's bonus more of them leave
/// than in the rest of the year; in August 2026 a wave of illness and overtime wore people out.
struct PeopleData {
  private var numbers = SampleNumbers(seed: 37)
  private var people: [Person] = []
  private var vacancies = SampleTable("vacancies", "vacancy_id,team,opened_on,filled_on")
  private var costs = SampleTable("recruiting-costs", "spent_on,kind,amount")
  private var absences = SampleTable("absences", "employee_id,absent_on,kind,hours")
  private var planned = SampleTable("planned-hours", "month,team,hours")
  private var surveys = SampleTable("surveys", "answered_on,team,score")
  private var courses = SampleTable("courses", "employee_id,held_on,course,hours")

  private struct Person {
    let number: Int
    let team: String
    let hired: SampleDay
    var left: SampleDay?
    var exit = ""

    func works(on day: SampleDay) -> Bool { hired <= day && (left.map { $0 > day } ?? true) }
  }

  private static let teams = ["sales", "operations", "support", "technology", "office"]
  /// How many leave of their own accord, and how many are hired, in each month.
  private static let leavers = [2, 1, 1, 2, 1, 1, 1, 1, 1, 3, 5, 2, 1, 2, 1, 2, 3, 1]
  private static let hires = [4, 4, 3, 3, 5, 4, 3, 2, 3, 2, 6, 5, 4, 4, 3, 2, 4, 5]

  static func tables() -> [SampleTable] {
    var data = PeopleData()
    let days = (0..<118).map { _ in SampleDay(2025, 5, 1) - data.numbers.number(in: 40...2100) }
    for (index, day) in days.sorted().enumerated() { data.hire(on: day, team: teams[index % 5]) }
    for (index, month) in SampleMonth.all.enumerated() {
      data.leave(in: month, index)
      data.recruit(in: month, index)
      data.missHours(in: month, index)
      data.teach(in: month, index)
      if month.month % 3 == 0 { data.ask(in: month, index) }
    }
    data.openPositions()
    return [
      data.absences.sorted(by: 1), data.courses.sorted(by: 1), data.employees, data.planned,
      data.costs.sorted(by: 0), data.surveys, data.vacancies.sorted(by: 2, numbering: "v"),
    ]
  }

  private var employees: SampleTable {
    var table = SampleTable("employees", "employee_id,team,hired_on,left_on,exit_kind")
    for person in people {
      let isKnown = person.left?.known != nil
      table.add(
        .key("e", person.number), .text(person.team), .day(person.hired), .day(person.left),
        isKnown ? .text(person.exit) : .empty)
    }
    return table
  }

  @discardableResult
  private mutating func hire(on day: SampleDay, team: String) -> Int {
    people.append(Person(number: people.count + 1, team: team, hired: day))
    return people.count - 1
  }

  private mutating func leave(in month: SampleMonth, _ index: Int) {
    for place in 0..<(PeopleData.leavers[index] + (index % 4 == 2 ? 1 : 0)) {
      let staying = people.indices.filter {
        people[$0].left == nil && people[$0].hired < month.first - 150
      }
      let person = staying[numbers.below(staying.count)]
      people[person].left = numbers.day(in: month, weekend: 0)
      let isVoluntary = place < PeopleData.leavers[index]
      people[person].exit =
        isVoluntary ? "voluntary" : numbers.pick(["dismissed": 3, "retired": 1])
    }
  }

  private mutating func recruit(in month: SampleMonth, _ index: Int) {
    let isSlow = index >= SampleMonth.badIndex
    let days = (0..<PeopleData.hires[index]).map { _ in numbers.day(in: month, weekend: 0) }
    for hired in days.sorted() {
      let team = PeopleData.teams[numbers.below(5)]
      let person = hire(on: hired, team: team)
      if numbers.happens(percent: index % 5 == 1 ? 25 : 9) {
        people[person].left = hired + numbers.number(in: 15...80)
        people[person].exit = "voluntary"
      }
      // Accepted some weeks before the first day, as notice periods want it.
      let filled = hired - numbers.number(in: 5...30)
      let days = numbers.around(isSlow ? 42 : 39, percent: 45) + (team == "technology" ? 14 : 0)
      vacancies.add(
        .key("v", vacancies.count + 1), .text(team), .day(filled - days), .day(filled))
    }
    let hires = PeopleData.hires[index]
    costs.add(
      .day(month.first + 6), .text("advertisements"), .money(numbers.around(420_00, percent: 20)))
    costs.add(.day(month.last), .text("own time"), .money(380_00 + hires * 60_00))
    let agencies = (hires / 2) * numbers.around(isSlow ? 500_00 : 470_00, percent: 15)
    if agencies > 0 { costs.add(.day(month.first + 20), .text("agencies"), .money(agencies)) }
  }

  private mutating func openPositions() {
    for team in ["technology", "sales", "technology", "support"] {
      let opened = SampleDay.last - numbers.number(in: 8...70)
      vacancies.add(.key("v", vacancies.count + 1), .text(team), .day(opened), .empty)
    }
  }

  private mutating func missHours(in month: SampleMonth, _ index: Int) {
    let present = people.filter { $0.works(on: month.first + 14) }
    // Colds in winter; in August a wave of illness.
    let chance = [12: 48, 1: 50, 2: 44][month.month] ?? (index == SampleMonth.badIndex ? 92 : 36)
    for person in present where numbers.happens(percent: chance) {
      let day = numbers.day(in: month, weekend: 0)
      guard person.works(on: day) else { continue }
      let kind = numbers.pick(["sick": 9, "unexcused": 1])
      absences.add(
        .key("e", person.number), .day(day), .text(kind),
        .number(numbers.pick([4: 2, 8: 5, 16: 2])))
    }
    let working = month.days.count { !$0.isWeekend }
    for team in PeopleData.teams {
      let hours = present.count { $0.team == team } * working * 8
      planned.add(.day(month.first), .text(team), .number(hours * 94 / 100))
    }
  }

  private mutating func teach(in month: SampleMonth, _ index: Int) {
    // There is time for courses in quiet months, and none at the end of the year or when people are ill.
    let share = [2: 36, 6: 30, 7: 32, 11: 12, 12: 6][month.month] ?? 22
    let present = people.filter { $0.works(on: month.first + 14) }
    for person in present
    where numbers.happens(percent: index == SampleMonth.badIndex ? 4 : share) {
      let course = numbers.pick(["safety": 3, "product": 4, "language": 2, "leading": 1])
      let day = numbers.day(in: month, weekend: 0)
      guard person.works(on: day) else { continue }
      courses.add(
        .key("e", person.number), .day(day), .text(course),
        .number(numbers.pick([3: 3, 6: 4, 8: 2])))
    }
  }

  private mutating func ask(in month: SampleMonth, _ index: Int) {
    let isTired = index > SampleMonth.badIndex
    for person in people where person.works(on: month.first + 14) && numbers.happens(percent: 74) {
      let isHappy = numbers.happens(percent: (isTired ? 38 : 42) + index / 6)
      let score =
        isHappy
        ? numbers.pick([9: 5, 10: 3])
        : numbers.pick([8: 6, 7: 5, 6: 3, 5: 2, 3: isTired ? 2 : 1, 1: 1])
      surveys.add(.day(month.first + 14), .text(person.team), .number(score))
    }
  }
}
