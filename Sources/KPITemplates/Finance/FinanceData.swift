/// Eighteen months of a company's books: they grow with it; in August 2026 goods were dear, and the largest customer
/// paid six weeks late.
struct FinanceData {
  private var numbers = SampleNumbers(seed: 23)
  private var ledger = SampleTable("ledger", "month,line,amount")
  private var budget = SampleTable("budget", "month,line,amount")
  private var invoices = SampleTable(
    "invoices", "invoice_id,customer,issued_on,due_on,paid_on,amount")
  private var movements = SampleTable("movements", "moved_on,kind,direction,amount")
  private var balances = SampleTable("balances", "taken_on,account,balance")
  private var closings = SampleTable("closings", "month_end,closed_on")
  /// Cents in the bank.
  private var cash = 152_000_00
  /// What customers paid in a month, in cents, by the month's first day.
  private var received: [Int: Int] = [:]

  static func tables() -> [SampleTable] {
    var data = FinanceData()
    // What was billed in the two months before is still owed when the rows begin.
    for (month, demand) in [(3, 96), (4, 98)] {
      data.bill(in: SampleMonth(year: 2025, month: month, demand: demand), isBad: false)
    }
    for (index, month) in SampleMonth.all.enumerated() {
      data.book(month, index)
    }
    for ahead in [SampleDay(2026, 11, 1), SampleDay(2026, 12, 1)] {
      data.plan(ahead, revenue: 168_000_00)
    }
    return [
      data.balances, data.budget, data.closings, data.invoices, data.ledger, data.movements,
    ]
  }

  private mutating func book(_ month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    let revenue = bill(in: month, isBad: isBad)
    let goods = revenue * (isBad ? 63 : numbers.number(in: 54...57) - index / 9) / 100
    let people = 31_000_00 + index * 420_00
    let rent = 5_200_00
    let selling = numbers.around(revenue * 6 / 100, percent: 8)
    let other = numbers.around(4_100_00, percent: 12) + (isBad ? 2_600_00 : 0)
    for (line, amount) in [
      ("revenue", revenue), ("goods", goods), ("people", people), ("rent", rent),
      ("selling", selling),
      ("other", other),
    ] {
      ledger.add(.day(month.first), .text(line), .money(amount))
    }
    plan(month.first, revenue: month.scaled(122_000_00), people: 31_000_00 + index * 400_00)
    move(month, goods: goods, running: people + rent + selling + other)
    closings.add(
      .day(month.first - 1), .day(month.first - 1 + numbers.number(in: isBad ? 8...9 : 4...7)))
  }

  private mutating func plan(_ first: SampleDay, revenue: Int, people: Int = 38_400_00) {
    for (line, amount) in [
      ("revenue", revenue), ("goods", revenue * 55 / 100), ("people", people), ("rent", 5_200_00),
      ("selling", revenue * 6 / 100), ("other", 4_200_00),
    ] {
      budget.add(.planned(first), .text(line), .money(amount / 100_00 * 100_00))
    }
  }

  /// Writes the invoices of a month, and returns their sum.
  @discardableResult private mutating func bill(in month: SampleMonth, isBad: Bool) -> Int {
    var total = 0
    let days = (0..<month.scaled(22)).map { _ in numbers.day(in: month, weekend: 0) }.sorted()
    for (place, day) in days.enumerated() {
      let isLarge = place % 7 == 3
      let customer = isLarge ? 1 : numbers.number(in: 2...30)
      let amount = numbers.around(isLarge ? 8_600_00 : 5_050_00, percent: 45) / 50 * 50
      let days = isLarge && isBad ? numbers.number(in: 62...75) : daysToPay()
      let paid = day + days
      invoices.add(
        .key("inv", invoices.count + 1), .key("c", customer), .day(day), .planned(day + 30),
        .day(paid),
        .money(amount))
      total += amount
      let (year, monthNumber, _) = paid.date
      received[SampleDay(year, monthNumber, 1).number, default: 0] += amount
    }
    return total
  }

  /// Most pay a few days before or after the thirty days, some much later.
  private mutating func daysToPay() -> Int {
    numbers.happens(percent: 74)
      ? numbers.number(in: 14...31) : numbers.number(in: 33...52)
  }

  private mutating func move(_ month: SampleMonth, goods: Int, running: Int) {
    let paidIn = received[month.first.number] ?? 0
    for (day, part) in [(6, 30), (14, 30), (25, 40)] {
      movements.add(
        .day(month.first + day), .text("operating"), .text("in"), .money(paidIn * part / 100))
    }
    movements.add(.day(month.first + 4), .text("operating"), .text("out"), .money(running))
    movements.add(.day(month.first + 19), .text("operating"), .text("out"), .money(goods))
    cash += paidIn - running - goods
    // A machine every half year, and a loan that is paid back.
    if month.month == 6 || month.month == 12 {
      let price = numbers.around(9_000_00, percent: 15)
      movements.add(.day(month.first + 21), .text("investing"), .text("out"), .money(price))
      cash -= price
    }
    movements.add(.day(month.first + 27), .text("financing"), .text("out"), .money(2_400_00))
    cash -= 2_400_00
    balances.add(.day(month.last), .text("operating"), .money(cash - 60_000_00))
    balances.add(.day(month.last), .text("savings"), .money(60_000_00))
  }
}
