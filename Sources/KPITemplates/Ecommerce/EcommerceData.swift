/// Eighteen months of a web shop: the sale days of November and December bring many orders that leave little; in August 2026
/// the payment service failed for a week on telephones.
struct EcommerceData {
  private var numbers = SampleNumbers(seed: 53)
  private var firsts: [SampleDay] = []
  private var orders = SampleTable(
    "orders", "order_id,customer_id,placed_on,device,status,value,goods_cost,shipping_cost")
  private var returns = SampleTable("returns", "order_id,returned_on,value")
  private var days = SampleTable("days", "visited_on,device,sessions,carts")
  private var campaigns = SampleTable("campaigns", "spent_on,campaign,amount")

  static func tables() -> [SampleTable] {
    var data = EcommerceData()
    for _ in 0..<190 {
      data.firsts.append(SampleDay(2025, 5, 1) - data.numbers.number(in: 5...420))
    }
    data.firsts.sort()
    for (index, month) in SampleMonth.all.enumerated() {
      data.order(in: month, index)
      data.visit(in: month, index)
      data.advertise(in: month)
    }
    return [data.campaigns, data.customers, data.days, data.orders, data.returns.sorted(by: 1)]
  }

  private var customers: SampleTable {
    var table = SampleTable("customers", "customer_id,first_ordered_on")
    for (place, first) in firsts.enumerated() { table.add(.key("w", place + 1), .day(first)) }
    return table
  }

  /// The payment service failed from the 10th to the 16th.
  private static func fails(on day: SampleDay) -> Bool {
    SampleDay(2026, 8, 10) <= day && day <= SampleDay(2026, 8, 16)
  }

  private mutating func order(in month: SampleMonth, _ index: Int) {
    let isSale = month.month >= 11
    let count = numbers.around(month.scaled(isSale ? 54 : 47), percent: 4)
    let placed = (0..<count).map { _ in
      // Half of the orders of a sale month are made around its sale day.
      isSale && numbers.happens(percent: 40)
        ? SampleDay(month.year, month.month, month.month + numbers.below(3))
        : numbers.day(in: month)
    }
    for day in placed.sorted() {
      let isMobile = numbers.happens(percent: min(74, 62 + index))
      let isFailing = EcommerceData.fails(on: day)
      if isFailing, isMobile, numbers.happens(percent: 70) { continue }
      let isKnown = numbers.happens(percent: 39 + index / 2)
      let customer =
        isKnown
        ? firsts.count - 1 - min(numbers.below(firsts.count), numbers.below(firsts.count))
        : firsts.count
      if !isKnown { firsts.append(day) }
      let isCancelled = numbers.happens(percent: isFailing ? 30 : isSale ? 6 : 4)
      // A sale day lets off a sixth of the price.
      let price = numbers.around(
        numbers.pick([1_500: 4, 2_600: 5, 4_400: 3, 6_800: 1]), percent: 25)
      let value = (isSale ? price * 5 / 6 : price) / 10 * 10
      let (goods, shipping) = (price * numbers.number(in: 46...56) / 100, isMobile ? 180 : 200)
      orders.add(
        .key("o", orders.count + 1), .key("w", customer + 1), .day(day),
        .text(isMobile ? "mobile" : "desktop"), .text(isCancelled ? "cancelled" : "paid"),
        .money(value), .money(goods), .money(shipping))
      if !isCancelled, numbers.happens(percent: isSale ? 9 : 6) {
        let part = numbers.happens(percent: 60) ? value : value / 20 * 10
        if let back = (day + numbers.number(in: 4...26)).known {
          returns.add(.key("o", orders.count), .day(back), .money(part))
        }
      }
    }
  }

  private mutating func visit(in month: SampleMonth, _ index: Int) {
    for day in month.days {
      for (device, usual) in [("mobile", 58), ("desktop", 28)] {
        let grown = month.scaled(usual) * (device == "mobile" ? 100 + index : 100 - index / 2) / 100
        let sessions = numbers.around(grown * (day.isWeekend ? 9 : 10) / 10, percent: 18)
        let carts = sessions * numbers.around(device == "mobile" ? 56 : 76, percent: 25) / 1000
        days.add(.day(day), .text(device), .number(sessions), .number(max(1, carts)))
      }
    }
  }

  private mutating func advertise(in month: SampleMonth) {
    campaigns.add(
      .day(month.first + 14), .text("always on"),
      .money(numbers.around(month.scaled(165_00), percent: 12)))
    if month.month >= 11 {
      campaigns.add(
        .day(SampleDay(month.year, month.month, month.month)), .text("sale days"), .money(90_00))
    }
  }
}
