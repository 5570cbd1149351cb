/// Eighteen months of customer care: December is loud, and in August 2026 a faulty delivery system doubled the questions;
/// the backlog of it was still there in autumn.
struct CareData {
  private var numbers = SampleNumbers(seed: 23)
  private var tickets = SampleTable(
    "tickets", "ticket_id,topic,opened_at,replied_at,solved_at,contacts")
  private var calls = SampleTable("call-days", "day,answered,answered_in_time,given_up")
  private var surveys = SampleTable("surveys", "survey_id,sent_on,score")
  private var help = SampleTable("help-days", "day,searches,found,answered_visits")
  private var costs = SampleTable("costs", "month,category,amount")

  /// How hard pressed the team is in a month, in percent of an ordinary one.
  private static let pressure = [
    100, 96, 98, 95, 102, 104, 112, 138, 104, 94, 96, 98, 101, 97, 99, 190, 128, 106,
  ]

  static func tables() -> [SampleTable] {
    var data = CareData()
    for (index, month) in SampleMonth.all.enumerated() {
      let pressure = CareData.pressure[index]
      data.takeTickets(in: month, pressure)
      data.takeCalls(in: month, pressure)
      data.help(in: month, index, pressure)
      data.pay(in: month, index, pressure)
    }
    return [
      data.calls, data.costs, data.help, data.surveys.sorted(by: 1, numbering: "s"),
      data.tickets.sorted(by: 2, numbering: "t"),
    ]
  }

  private mutating func takeTickets(in month: SampleMonth, _ pressure: Int) {
    let count = numbers.around(month.scaled(29) * (100 + (pressure - 100) / 2) / 100, percent: 5)
    for _ in 0..<count {
      let day = numbers.day(in: month, weekend: 55)
      let opened = SampleMoment(day, second: numbers.number(in: 8 * 60...20 * 60) * 60)
      let isDelivery = numbers.happens(percent: pressure > 150 ? 62 : 34)
      let topic =
        isDelivery ? "delivery" : numbers.pick(["payment": 3, "product": 5, "account": 2])
      // The wait grows faster than the work.
      let wait = numbers.number(in: 20...300) * pressure * pressure / 10_000
      let replied = opened + (wait + (numbers.happens(percent: 12) ? 600 : 0)) * 60
      let contacts =
        numbers.happens(percent: 74 - (pressure - 100) / 7) ? 1 : numbers.pick([2: 3, 3: 1])
      let hours =
        numbers.number(in: 2...90) * contacts + numbers.below(400) / (contacts == 1 ? 4 : 1)
      let solved = replied + hours * 3600 * pressure / 100
      tickets.add(
        .key("t", tickets.count + 1), .text(topic), .moment(opened), .moment(replied),
        .moment(solved), .number(contacts))
      ask(after: solved, contacts, pressure)
    }
  }

  /// Most who were helped are asked, and not quite all of them answer.
  private mutating func ask(after solved: SampleMoment, _ contacts: Int, _ pressure: Int) {
    guard solved.known != nil, numbers.happens(percent: 92) else { return }
    let isContent = numbers.happens(percent: 95 - (contacts - 1) * 14 - (pressure - 100) / 6)
    let score = isContent ? numbers.pick([5: 7, 4: 4]) : numbers.pick([3: 4, 2: 2, 1: 2])
    let answers = numbers.happens(percent: 72)
    surveys.add(
      .key("s", surveys.count + 1), .day(solved.day), answers ? .number(score) : .empty)
  }

  private mutating func takeCalls(in month: SampleMonth, _ pressure: Int) {
    for day in month.days {
      let usual = month.scaled(day.isWeekend ? 19 : 34) * (100 + (pressure - 100) / 2) / 100
      let offered = numbers.around(usual, percent: 20)
      let givenUp = offered * numbers.around(4 + max(pressure - 95, 0) / 8, percent: 40) / 100
      let share = numbers.around(min(92, 88 - (pressure - 100) / 4), percent: 7)
      let answered = offered - givenUp
      calls.add(
        .day(day), .number(answered), .number(min(answered, answered * share / 100)),
        .number(givenUp))
    }
  }

  private mutating func help(in month: SampleMonth, _ index: Int, _ pressure: Int) {
    for day in month.days {
      let searches = numbers.around(month.scaled(22) * (300 + pressure) / 400, percent: 20)
      // Articles are added all the time; in August nobody had one about the new fault.
      let share = min(92, 61 + index * 7 / 8) - (pressure > 150 ? 13 : 0)
      let found = searches * numbers.around(share, percent: 8) / 100
      let answered = found * numbers.around(24 + index / 3, percent: 15) / 100
      help.add(.day(day), .number(searches), .number(min(found, searches)), .number(answered))
    }
  }

  private mutating func pay(in month: SampleMonth, _ index: Int, _ pressure: Int) {
    let overtime = max(pressure - 105, 0) * 9_00
    costs.add(
      .day(month.first), .text("people"), .money(2_350_00 + index * 24_00 + overtime))
    costs.add(.day(month.first), .text("software"), .money(390_00 + index / 9 * 45_00))
    costs.add(.day(month.first), .text("training"), .money(numbers.around(140_00, percent: 40)))
  }
}
