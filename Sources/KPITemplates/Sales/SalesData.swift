/// Eighteen months of a sales team that grows from six to eight. In August 2026 a competitor cut its prices: deals were
/// lost, the others cost a discount, and all of them took longer.
struct SalesData {
  private var numbers = SampleNumbers(seed: 44)
  private var deals: [Deal] = []

  private struct Deal {
    let rep: Int
    let size: Size
    let created: SampleDay
    let closed: SampleDay
    let expected: SampleDay
    let isWon: Bool
    let listPrice: Int
    /// In percent.
    let discount: Int
  }

  private struct Size {
    let name: String
    let days: Int
    let cents: Int
    /// In percent.
    let chance: Int
  }

  private static let sizes = [
    Size(name: "small", days: 19, cents: 460_00, chance: 36),
    Size(name: "medium", days: 34, cents: 1_250_00, chance: 30),
    Size(name: "large", days: 54, cents: 2_600_00, chance: 25),
  ]
  private static let regions = ["north", "centre", "south"]
  /// When each joined; the last two came while the data runs.
  private static let joined = [
    SampleDay(2021, 3, 1), SampleDay(2022, 1, 10), SampleDay(2022, 9, 1), SampleDay(2023, 4, 3),
    SampleDay(2024, 2, 5), SampleDay(2024, 10, 1), SampleDay(2025, 9, 1), SampleDay(2026, 3, 2),
  ]

  static func tables() -> [SampleTable] {
    var data = SalesData()
    // Deals that were under way when the rows begin.
    for month in [2, 3, 4] { data.open(in: SampleMonth(year: 2025, month: month, demand: 95), 0) }
    for (index, month) in SampleMonth.all.enumerated() { data.open(in: month, index) }
    data.deals.removeAll { $0.closed < SampleDay(2025, 5, 1) }
    data.deals.sort { $0.created < $1.created }
    return [data.dealsTable, data.pipeline, data.quotas, reps]
  }

  private mutating func open(in month: SampleMonth, _ index: Int) {
    for _ in 0..<numbers.around(month.scaled(44), percent: 5) {
      let created = numbers.day(in: month, weekend: 5)
      let present = SalesData.joined.indices.filter { SalesData.joined[$0] <= created }
      // Some sell more than others, whoever they are.
      let rep = present[min(numbers.below(present.count), numbers.below(present.count + 2))]
      let size = SalesData.sizes[numbers.pick([0: 52, 1: 36, 2: 12])]
      let days = max(4, numbers.around(size.days, percent: 70))
      let planned = created + days
      let isHard = planned >= SampleDay(2026, 8, 1) && planned <= SampleDay(2026, 9, 10)
      let closed = isHard ? planned + numbers.number(in: 2...14) : planned
      let isSkilled = rep < 2 ? 5 : rep > 5 ? -5 : 0
      let isWon = numbers.happens(percent: (size.chance + isSkilled) * (isHard ? 70 : 100) / 100)
      let discount = numbers.pick([0: 3, 5: 5, 10: 4, 15: 3]) + (isHard ? 7 : 0)
      deals.append(
        Deal(
          rep: rep, size: size, created: created, closed: closed,
          expected: max(created + 3, planned + numbers.number(in: -6...6)), isWon: isWon,
          listPrice: numbers.around(size.cents, percent: 28) / 10_00 * 10_00, discount: discount))
    }
  }

  private var dealsTable: SampleTable {
    var table = SampleTable(
      "deals", "deal_id,rep_id,size,created_on,closed_on,stage,list_amount,amount")
    for (place, deal) in deals.enumerated() {
      let stage = deal.closed.known == nil ? "open" : deal.isWon ? "won" : "lost"
      table.add(
        .key("d", place + 1), .key("r", deal.rep + 1), .text(deal.size.name), .day(deal.created),
        .day(deal.closed), .text(stage), .money(deal.listPrice),
        .money(deal.listPrice * (100 - deal.discount) / 100))
    }
    return table
  }

  /// What was known on the first day of each month: a deal that should have closed by then is expected in the month.
  private var pipeline: SampleTable {
    var table = SampleTable("pipeline", "taken_on,deal_id,amount,expected_on")
    for month in SampleMonth.all {
      for (place, deal) in deals.enumerated()
      where deal.created < month.first && deal.closed >= month.first {
        let expected = max(deal.expected, month.first + place % 20)
        table.add(
          .day(month.first), .key("d", place + 1), .money(deal.listPrice), .planned(expected))
      }
    }
    return table
  }

  private var quotas: SampleTable {
    var table = SampleTable("quotas", "month,rep_id,amount")
    let ahead = [
      SampleMonth(year: 2026, month: 11, demand: 144),
      SampleMonth(year: 2026, month: 12, demand: 157),
    ]
    for month in SampleMonth.all + ahead {
      for (rep, joined) in SalesData.joined.enumerated() where joined <= month.first + 1 {
        let isNew = month.first < joined + 85 && joined > SampleDay(2025, 5, 1)
        let full = month.scaled(1_400_00) * (rep < 2 ? 13 : 10) / 10
        table.add(
          .planned(month.first), .key("r", rep + 1),
          .money((isNew ? full / 2 : full) / 50_00 * 50_00))
      }
    }
    return table
  }

  private static var reps: SampleTable {
    var table = SampleTable("reps", "rep_id,region,joined_on")
    for (rep, joined) in joined.enumerated() {
      table.add(.key("r", rep + 1), .text(regions[rep % 3]), .day(joined))
    }
    return table
  }
}
