/// Eighteen months of a warehouse and its deliveries: the promises are kept better and better; in August 2026 floods in the
/// centre closed roads, and goods that had not come in were missing on the shelves.
struct LogisticsData {
  private var numbers = SampleNumbers(seed: 67)
  private var shipments = SampleTable(
    "shipments",
    "shipment_id,region,cod,shipped_on,promised_on,delivered_on,attempts,complete,returned_on,goods_cost,freight"
  )
  private var stock = SampleTable("stock", "counted_on,sku,pieces,value")
  private var picks = SampleTable("picks", "picked_on,lines,errors,hours")
  private var pieces: [Int] = []

  static func tables() -> [SampleTable] {
    var data = LogisticsData()
    data.pieces = skus.map { $0.usual * 3 / 2 }
    for (index, month) in SampleMonth.all.enumerated() {
      data.ship(in: month, index)
      data.pick(in: month, index)
      data.count(in: month, index)
    }
    return [data.picks, data.shipments.sorted(by: 3, numbering: "d"), data.stock]
  }

  private static let skus: [(name: String, usual: Int, cents: Int)] = [
    ("s01", 60, 14_00), ("s02", 45, 22_00), ("s03", 30, 35_00), ("s04", 22, 48_00),
    ("s05", 40, 9_00), ("s06", 16, 75_00), ("s07", 14, 62_00), ("s08", 26, 18_00),
    ("s09", 8, 120_00), ("s10", 36, 12_00),
  ]

  private mutating func ship(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<month.scaled(40) {
      let region = numbers.pick(["north": 4, "centre": 2, "south": 5])
      let isFlooded = isBad && region == "centre"
      let shipped = numbers.day(in: month, weekend: 25)
      let promised = shipped + (region == "centre" ? 4 : 3)
      let isLate = numbers.happens(percent: isFlooded ? 66 : isBad ? 12 : 7 - index / 4)
      let delivered =
        isLate
        ? promised + numbers.number(in: 1...(isFlooded ? 9 : 3)) : promised - numbers.below(3)
      let isCash = numbers.happens(percent: 56)
      let returns = isCash ? (isFlooded ? 30 : 14 - index / 5) : 2
      let isReturned = numbers.happens(percent: returns)
      let cost = numbers.around(153_00, percent: 65)
      let freight = numbers.around(
        (region == "centre" ? 9_90 : 7_90) * (isFlooded ? 17 : 10) / 10 + cost / 90, percent: 18)
      shipments.add(
        .key("d", shipments.count + 1), .text(region), .flag(isCash), .day(shipped),
        .planned(promised), .day(isReturned ? nil : delivered),
        isReturned || delivered > .last ? .empty : .number(attempts(isFlooded)),
        .flag(!numbers.happens(percent: isBad ? 8 : 3)),
        .day(isReturned ? delivered + numbers.number(in: 1...9) : nil), .money(cost),
        .money(freight))
    }
  }

  private mutating func attempts(_ isFlooded: Bool) -> Int {
    numbers.happens(percent: isFlooded ? 62 : 89) ? 1 : numbers.number(in: 2...3)
  }

  private mutating func pick(in month: SampleMonth, _ index: Int) {
    for day in month.days where !day.isWeekend {
      let lines = numbers.around(month.scaled(210), percent: 12)
      let usual = index == SampleMonth.badIndex ? 9 : 6 - index / 6
      let errors = lines * numbers.number(in: 0...(usual * 2)) / 1000
      picks.add(.day(day), .number(lines), .number(errors), .number(lines / (21 + index / 4)))
    }
  }

  /// The stock at the end of each week, which is filled up when it runs low.
  private mutating func count(in month: SampleMonth, _ index: Int) {
    for day in month.days where day.weekday == 7 {
      let isCutOff = index == SampleMonth.badIndex && (9...28).contains(day.date.day)
      for (place, sku) in LogisticsData.skus.enumerated() {
        let sold = numbers.around(month.scaled(sku.usual) * 3 / 10, percent: 35)
        pieces[place] = max(0, pieces[place] - sold)
        let isLow = pieces[place] < sku.usual / 2
        if isLow, !isCutOff, numbers.happens(percent: 78) {
          pieces[place] += numbers.around(month.scaled(sku.usual) * 12 / 10, percent: 15)
        }
        stock.add(
          .day(day), .text(sku.name), .number(pieces[place]), .money(pieces[place] * sku.cents))
      }
    }
  }
}
