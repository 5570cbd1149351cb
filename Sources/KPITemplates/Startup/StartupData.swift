/// Eighteen months of a young company that sells a service by the month: it grows and burns less each quarter; in August
/// 2026 a price rise drove small customers away, and the month brought few new ones.
struct StartupData {
  private var numbers = SampleNumbers(seed: 67)
  private var traffic = SampleTable("traffic", "week,channel,visitors")
  private var trials = SampleTable(
    "trials", "trial_id,channel,signed_up_on,first_use_on,paid_on")
  private var customers = SampleTable(
    "subscribers", "subscriber_id,region,field,type,size,started_on,cancelled_on,monthly_price")
  private var answers = SampleTable("answers", "answered_on,score")
  private var money = SampleTable("money", "month,direction,kind,amount")
  private var cash = SampleTable("cash", "taken_on,balance")
  private var balance = 640_000_00
  /// What each customer who is still there pays, and how likely such a one leaves in a month, in a thousand.
  private var alive: [(row: Int, start: SampleDay, price: Int, risk: Int)] = []
  private var rows: [[SampleCell]] = []

  static func tables() -> [SampleTable] {
    var data = StartupData()
    let first = SampleMonth.all[0]
    for place in 0..<84 { data.win(on: first.first - 10 - place * 4) }
    for (index, month) in SampleMonth.all.enumerated() { data.live(month, index) }
    for row in data.rows { data.customers.add(row: row) }
    return [data.answers, data.cash, data.money, data.customers, data.traffic, data.trials]
  }

  private mutating func live(_ month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    attract(in: month, index)
    leave(in: month, isBad)
    let won = attendTrials(in: month, index)
    for day in won { win(on: day) }
    ask(in: month, index)
    pay(month, index)
  }

  private mutating func attract(in month: SampleMonth, _ index: Int) {
    for day in month.days where day.weekday == 1 {
      for (channel, usual, monthly) in [
        ("organic", 420, 7), ("direct", 260, 4), ("paid", 340, 1), ("social", 180, 3),
      ] {
        let visitors = numbers.around(usual * (100 + monthly * index) / 100, percent: 8)
        traffic.add(.day(day), .text(channel), .number(visitors))
      }
    }
  }

  /// The days on which a trial turned into a customer.
  private mutating func attendTrials(in month: SampleMonth, _ index: Int) -> [SampleDay] {
    let isBad = index == SampleMonth.badIndex
    var won: [SampleDay] = []
    let days = (0..<(44 + index * 2 - (isBad ? 22 : 0))).map { _ in numbers.day(in: month) }
      .sorted()
    for day in days {
      let uses = numbers.happens(percent: isBad ? 41 : 46 + index)
      let used = uses ? day + numbers.number(in: 0...9) : nil
      let pays = uses && numbers.happens(percent: isBad ? 24 : 36)
      let paid = pays ? day + numbers.number(in: 9...27) : nil
      trials.add(
        .key("t", trials.count + 1),
        .text(numbers.pick(["organic": 5, "direct": 2, "paid": 4, "social": 2])),
        .day(day), .day(used), .day(paid))
      if let paid, paid <= .last { won.append(paid) }
    }
    return won
  }

  private mutating func win(on day: SampleDay) {
    let size = numbers.pick(["small": 11, "medium": 6, "large": 2])
    let price =
      [("small", 69_00), ("medium", 190_00), ("large", 640_00)].first { $0.0 == size }?.1 ?? 0
    let risk = [("small", 41), ("medium", 20), ("large", 7)].first { $0.0 == size }?.1 ?? 0
    alive.append((rows.count, day, price, risk))
    rows.append([
      .key("s", rows.count + 1), .text(numbers.pick(["north": 4, "centre": 2, "south": 6])),
      .text(numbers.pick(["retail": 5, "services": 4, "manufacturing": 2, "education": 2])),
      .text(numbers.pick(["company": 7, "household business": 4])), .text(size), .day(day), .empty,
      .money(price),
    ])
  }

  private mutating func leave(in month: SampleMonth, _ isBad: Bool) {
    alive = alive.filter { customer in
      let risk = isBad && customer.risk > 40 ? 150 : customer.risk
      guard customer.start < month.first, numbers.below(1000) < risk else { return true }
      rows[customer.row][6] = .day(numbers.day(in: month))
      return false
    }
  }

  private mutating func ask(in month: SampleMonth, _ index: Int) {
    for _ in 0..<26 {
      let isHappy = numbers.happens(percent: index == SampleMonth.badIndex ? 36 : 50 + index / 2)
      let score =
        isHappy ? numbers.number(in: 9...10) : numbers.pick([8: 5, 7: 5, 6: 3, 4: 2, 2: 1])
      answers.add(.day(numbers.day(in: month)), .number(score))
    }
  }

  private mutating func pay(_ month: SampleMonth, _ index: Int) {
    let income = alive.reduce(0) { $0 + ($1.start <= month.last ? $1.price : 0) }
    let costs = [
      ("people", 34_000_00 + index * 260_00), ("marketing", numbers.around(8_600_00, percent: 9)),
      ("servers", 1_900_00 + income / 12), ("office", 2_700_00),
    ]
    money.add(.day(month.last), .text("in"), .text("subscriptions"), .money(income))
    for (kind, amount) in costs {
      money.add(.day(month.last), .text("out"), .text(kind), .money(amount))
      balance -= amount
    }
    balance += income
    cash.add(.day(month.last), .money(balance))
  }
}
