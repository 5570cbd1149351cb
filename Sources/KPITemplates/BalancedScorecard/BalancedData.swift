/// Eighteen months of a company of forty people that plans and installs for its clients: it grows; in August 2026 the only
/// two who could do the wiring fell ill, work came late, and clients left in the two months after.
struct BalancedData {
  private var numbers = SampleNumbers(seed: 71)
  private var books = SampleTable("books", "month,line,amount")
  private var answers = SampleTable("answers", "answered_on,client_id,score")
  private var deliveries = SampleTable(
    "deliveries", "delivery_id,client_id,due_on,delivered_on,reworked")
  private var skills = SampleTable("skills", "taken_on,skill,people")
  private var pulse = SampleTable("pulse", "answered_on,score")
  private var clients: [Client] = []

  private struct Client {
    let industry: String
    let started: SampleDay
    var ended: SampleDay?

    func isThere(on day: SampleDay) -> Bool { started <= day && (ended.map { $0 > day } ?? true) }
  }

  /// How many clients end their contract, and how many are won, in each month.
  private static let losses = [1, 2, 1, 1, 2, 1, 1, 3, 2, 1, 1, 2, 1, 1, 1, 1, 4, 2]
  private static let gains = [3, 2, 2, 3, 3, 4, 3, 2, 4, 2, 4, 3, 3, 4, 3, 2, 3, 4]

  static func tables() -> [SampleTable] {
    var data = BalancedData()
    for _ in 0..<96 {
      data.win(on: SampleDay(2025, 5, 1) - data.numbers.number(in: 30...1400))
    }
    data.clients.sort { $0.started < $1.started }
    for (index, month) in SampleMonth.all.enumerated() {
      data.contract(in: month, index)
      data.deliver(in: month, index)
      data.book(month, index)
      data.count(month, index)
    }
    return [
      data.answers.sorted(by: 0), data.books, data.contracts,
      data.deliveries.sorted(by: 2, numbering: "w"), data.pulse, data.skills,
    ]
  }

  private var contracts: SampleTable {
    var table = SampleTable("clients", "client_id,industry,started_on,ended_on")
    for (place, client) in clients.enumerated() {
      table.add(
        .key("c", place + 1), .text(client.industry), .day(client.started), .day(client.ended))
    }
    return table
  }

  private mutating func win(on day: SampleDay) {
    let industry = numbers.pick(["trade": 4, "industry": 4, "public": 2])
    clients.append(Client(industry: industry, started: day))
  }

  private mutating func contract(in month: SampleMonth, _ index: Int) {
    for _ in 0..<BalancedData.losses[index] {
      let staying = clients.indices.filter {
        clients[$0].ended == nil && clients[$0].started < month.first - 120
      }
      clients[staying[numbers.below(staying.count)]].ended = numbers.day(in: month, weekend: 0)
    }
    let days = (0..<BalancedData.gains[index]).map { _ in numbers.day(in: month, weekend: 0) }
    for day in days.sorted() { win(on: day) }
  }

  private mutating func deliver(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    // What was late in August is made good in September, in a hurry.
    let isHurried = index == SampleMonth.badIndex + 1
    for _ in 0..<month.scaled(34) {
      let due = numbers.day(in: month, weekend: 0)
      let present = clients.indices.filter { clients[$0].isThere(on: due) }
      let client = present[numbers.below(present.count)]
      let isLate = numbers.happens(percent: isBad ? 31 : isHurried ? 14 : 11 - index / 4)
      let delivered = due + (isLate ? numbers.number(in: 2...16) : -numbers.number(in: 0...4))
      let isReworked = numbers.happens(percent: isHurried ? 15 : isBad ? 11 : 7)
      deliveries.add(
        .empty, .key("c", client + 1), .day(due), .day(delivered), .flag(isReworked))
      guard numbers.happens(percent: 55) else { continue }
      let isContent = numbers.happens(percent: isLate || isReworked ? 40 : 88)
      let score =
        isContent ? numbers.pick([5: 5, 4: 4]) : numbers.pick([3: 6, 2: 3, 1: 1])
      if let day = (delivered + numbers.number(in: 1...6)).known {
        answers.add(.day(day), .key("c", client + 1), .number(score))
      }
    }
  }

  private mutating func book(_ month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    let income = numbers.around(month.scaled(164_000_00), percent: 4)
    let people = 88_000_00 + index * 1_150_00 + (isBad ? 4_600_00 : 0)
    for (line, amount) in [
      ("income", income), ("people", people),
      ("material", numbers.around(income * (isBad ? 24 : 21) / 100, percent: 5)),
      ("other", numbers.around(15_500_00, percent: 8)),
    ] {
      books.add(.day(month.first), .text(line), .money(amount / 100 * 100))
    }
  }

  private static let skillNames = [
    "survey", "drawing", "costing", "wiring", "welding", "programming", "commissioning", "safety",
    "purchasing", "contracts", "training", "maintenance",
  ]

  private mutating func count(_ month: SampleMonth, _ index: Int) {
    for (place, skill) in BalancedData.skillNames.enumerated() {
      // Every other month a second person has learnt one more; two who could do the wiring fell ill.
      let learnt = 4 + index / 3
      let away = skill == "wiring" && index == SampleMonth.badIndex ? 2 : 0
      let people = (place * 5 % 12 < learnt ? 2 + place % 3 : 1) - away
      skills.add(.day(month.last), .text(skill), .number(max(people, 0)))
    }
    let isTired = index == SampleMonth.badIndex || index == SampleMonth.badIndex + 1
    for _ in 0..<(22 + index / 2) {
      let stays = numbers.happens(percent: isTired ? 60 : 72)
      let score = stays ? numbers.pick([5: 4, 4: 6]) : numbers.pick([3: 6, 2: 2, 1: 1])
      pulse.add(.day(month.first + 9), .number(score))
    }
  }
}
