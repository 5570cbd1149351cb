import KPIModel

/// A year and a half of a small shop: customers who sign up, and what they order.
///
/// The numbers follow the months, not the calendar, so that the shop is in the same state whenever the
/// sample is made: growing, with a little too many refunds.
struct ShopData {
  private(set) var customers = "customer_id,signed_up_on,segment\n"
  private(set) var orders = "order_id,customer_id,ordered_on,channel,status,amount\n"

  private static let completeMonths = 18

  /// The complete months before the one that a day lies in, and that month up to the day.
  init(endingOn lastDay: Day) {
    var random = RandomNumbers(seed: 20)
    var customerCount = 60
    for number in 0..<customerCount { addCustomer(number, on: nil, lastDay, &random) }
    var orderCount = 0
    for index in 0...ShopData.completeMonths {
      let first = Day(monthOrdinal: lastDay.monthOrdinal - ShopData.completeMonths + index)
      let length = Day.daysInMonth(year: first.date.year, month: first.date.month)
      let signUps = 8 + index / 3 + random.below(4)
      for day in ShopData.days(signUps, length, &random) {
        if first.adding(days: day) <= lastDay {
          addCustomer(customerCount, on: first.adding(days: day), lastDay, &random)
          customerCount += 1
        }
      }
      // Two parts in a hundred more every month, and some luck.
      var sales = 46_000
      for _ in 0..<index { sales += sales / 50 }
      for day in ShopData.days(sales / 1000 + random.below(5), length, &random) {
        let order = Order(index: index, customers: customerCount, &random)
        if first.adding(days: day) <= lastDay {
          orderCount += 1
          addOrder(orderCount, order, on: first.adding(days: day))
        }
      }
    }
  }

  private static func days(_ count: Int, _ length: Int, _ random: inout RandomNumbers) -> [Int] {
    (0..<count).map { _ in random.below(length) }.sorted()
  }

  /// One who signed up before the sample begins has a day in the year before it.
  private mutating func addCustomer(
    _ number: Int, on day: Day?, _ lastDay: Day, _ random: inout RandomNumbers
  ) {
    let start = Day(monthOrdinal: lastDay.monthOrdinal - ShopData.completeMonths)
    let day = day ?? start.adding(days: -1 - random.below(365))
    let segment = random.chance(18) ? "business" : "consumer"
    customers += "C\(padded(number + 1, 4)),\(day.text),\(segment)\n"
  }

  private mutating func addOrder(_ number: Int, _ order: Order, on day: Day) {
    orders += "\(10_000 + number),C\(padded(order.customer + 1, 4)),\(day.text),\(order.channel),"
    orders += "\(order.status),\(DecimalText.plain(Int128(order.cents), scale: 2))\n"
  }

  private struct Order {
    let customer: Int
    let channel: String
    let status: String
    let cents: Int

    init(index: Int, customers: Int, _ random: inout RandomNumbers) {
      // The web's part grows by one part in a hundred a month.
      channel = random.chance(30 + index) ? "web" : "store"
      status = random.chance(4 + index / 6) ? "refunded" : random.chance(3) ? "cancelled" : "paid"
      // Regulars are the ones with low numbers.
      customer = random.chance(40) ? random.below(customers / 3) : random.below(customers)
      // Most orders are small and a few are large.
      let spread = random.below(100) * random.below(100) * random.below(100)
      cents = 1800 + random.below(2600) + spread / 80 + index * 12
    }
  }
}
