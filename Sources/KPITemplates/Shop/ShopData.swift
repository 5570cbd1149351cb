/// Eighteen months of a small shop: it grows, December is strong, and in August 2026 the street was closed for works.
struct ShopData {
  private(set) var customers: [Customer] = []
  private(set) var orders: [Order] = []

  static let sample = ShopData()

  struct Customer {
    let name: String
    let joined: ShopDay
    let area: String
  }

  struct Order {
    let name: String
    let customer: String
    let day: ShopDay
    let isWeb: Bool
    let isRefunded: Bool
    let bags: Int
    let cents: Int
    let waited: Int?
  }

  /// One month of the shop: how many orders, and what was unusual.
  private struct Month {
    let year: Int
    let month: Int
    let orders: Int
    /// In percent of the orders.
    var web = 30
    var refunds = 3
  }

  private static let months = [
    Month(year: 2025, month: 5, orders: 88, web: 26), Month(year: 2025, month: 6, orders: 84),
    Month(year: 2025, month: 7, orders: 80), Month(year: 2025, month: 8, orders: 82),
    Month(year: 2025, month: 9, orders: 91), Month(year: 2025, month: 10, orders: 97),
    Month(year: 2025, month: 11, orders: 108, web: 33),
    Month(year: 2025, month: 12, orders: 139, web: 38, refunds: 5),
    Month(year: 2026, month: 1, orders: 96), Month(year: 2026, month: 2, orders: 99),
    Month(year: 2026, month: 3, orders: 104), Month(year: 2026, month: 4, orders: 107),
    Month(year: 2026, month: 5, orders: 109, web: 33), Month(year: 2026, month: 6, orders: 103),
    Month(year: 2026, month: 7, orders: 100, web: 34),
    Month(year: 2026, month: 8, orders: 61, web: 52, refunds: 8),
    Month(year: 2026, month: 9, orders: 110, web: 36),
    Month(year: 2026, month: 10, orders: 119, web: 37),
  ]

  private init() {
    var numbers = SampleNumbers(seed: 2026)
    for month in ShopData.months {
      for day in ShopData.days(of: month, &numbers) {
        let isNew = customers.count < 40 || numbers.happens(percent: 8)
        let customer = isNew ? join(on: day, &numbers) : known(&numbers)
        order(by: customer, on: day, month, &numbers)
      }
    }
  }

  /// A day for each order of a month, in order; the weekend is busier.
  private static func days(of month: Month, _ numbers: inout SampleNumbers) -> [ShopDay] {
    let length = ShopDay.length(ofMonth: month.month, year: month.year)
    func draw() -> ShopDay {
      ShopDay(year: month.year, month: month.month, day: numbers.number(in: 1...length))
    }
    return (0..<month.orders).map { _ in
      let day = draw()
      return day.isWeekend || numbers.happens(percent: 60) ? day : draw()
    }
    .sorted()
  }

  private mutating func join(on day: ShopDay, _ numbers: inout SampleNumbers) -> Customer {
    let areas = ["centre", "centre", "harbour", "harbour", "hills"]
    let customer = Customer(
      name: "c" + digits(customers.count + 1, width: 3), joined: day,
      area: areas[numbers.below(areas.count)])
    customers.append(customer)
    return customer
  }

  /// Somebody who has been here before, rather lately than long ago.
  private func known(_ numbers: inout SampleNumbers) -> Customer {
    let ago = min(numbers.below(customers.count), numbers.below(customers.count))
    return customers[customers.count - 1 - ago]
  }

  private mutating func order(
    by customer: Customer, on day: ShopDay, _ month: Month, _ numbers: inout SampleNumbers
  ) {
    let isWeb = numbers.happens(percent: month.web)
    let bags = numbers.number(in: 1...(isWeb ? 4 : 3))
    let prices = [1150, 1225, 1390, 1475, 1650]
    let cents = (0..<bags).reduce(0) { sum, _ in sum + prices[numbers.below(prices.count)] }
    // The counter is quick on weekdays, and one customer in ten waits for the grinder.
    let usual = numbers.number(in: day.isWeekend ? 150...330 : 90...270)
    let waited = usual + (numbers.happens(percent: 10) ? numbers.number(in: 200...500) : 0)
    orders.append(
      Order(
        name: "o" + digits(orders.count + 1, width: 4), customer: customer.name, day: day,
        isWeb: isWeb, isRefunded: numbers.happens(percent: month.refunds), bags: bags,
        cents: cents, waited: isWeb ? nil : waited))
  }
}

extension ShopData {
  var customersFile: String {
    customers.reduce(into: "customer_id,joined_on,area\n") { text, customer in
      text += "\(customer.name),\(customer.joined.text),\(customer.area)\n"
    }
  }

  var ordersFile: String {
    let header = "order_id,customer_id,ordered_on,channel,status,bags,amount,waited\n"
    return orders.reduce(into: header) { text, order in
      let amount = "\(order.cents / 100).\(digits(order.cents % 100, width: 2))"
      let waited = order.waited.map { "\($0)" } ?? ""
      text += "\(order.name),\(order.customer),\(order.day.text),"
      text += order.isWeb ? "web," : "counter,"
      text += order.isRefunded ? "refunded," : "paid,"
      text += "\(order.bags),\(amount),\(waited)\n"
    }
  }
}

/// A number with zeros before it.
func digits(_ number: Int, width: Int) -> String {
  let text = "\(number)"
  return String(repeating: "0", count: max(width - text.count, 0)) + text
}
