/// Eighteen months of a small shop: it grows, December is strong, and in August 2026 the street was closed for works.
struct ShopData {
  private(set) var customers: [Customer] = []
  private(set) var orders: [Order] = []

  static let sample = ShopData()

  struct Customer {
    let name: String
    let joined: SampleDay
    let area: String
  }

  struct Order {
    let name: String
    let customer: String
    let day: SampleDay
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
  private static func days(of month: Month, _ numbers: inout SampleNumbers) -> [SampleDay] {
    let calendar = SampleMonth(year: month.year, month: month.month, demand: month.orders)
    return (0..<month.orders).map { _ in
      let day = numbers.day(in: calendar)
      return day.isWeekend || numbers.happens(percent: 60) ? day : numbers.day(in: calendar)
    }
    .sorted()
  }

  private mutating func join(on day: SampleDay, _ numbers: inout SampleNumbers) -> Customer {
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
    by customer: Customer, on day: SampleDay, _ month: Month, _ numbers: inout SampleNumbers
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
  var tables: [SampleTable] {
    var customersTable = SampleTable("customers", "customer_id,joined_on,area")
    for customer in customers {
      customersTable.add(.text(customer.name), .day(customer.joined), .text(customer.area))
    }
    var ordersTable = SampleTable(
      "orders", "order_id,customer_id,ordered_on,channel,status,bags,amount,waited")
    for order in orders {
      ordersTable.add(
        .text(order.name), .text(order.customer), .day(order.day),
        .text(order.isWeb ? "web" : "counter"), .text(order.isRefunded ? "refunded" : "paid"),
        .number(order.bags), .money(order.cents), order.waited.map { .number($0) } ?? .empty)
    }
    return [customersTable, ordersTable]
  }
}
