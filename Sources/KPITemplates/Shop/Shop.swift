extension Template {
  /// A shop with a counter and a web shop: sums, counts, ratios, shares, medians and growth.
  static let shop = Template(
    name: "shop", title: "A small shop",
    description: "Orders and customers of a shop with a counter and a web shop, and six KPIs.",
    firstCommands: [
      "kpi check",
      "kpi test",
      "kpi status --as-of 2026-10-31",
      "kpi eval monthly_revenue --by quarter,orders.channel --as-of 2026-10-31",
      "kpi explain average_order",
    ]
  ) {
    [
      (".github/workflows/kpi.yml", Shop.workflow),
      ("README.md", Shop.readme),
      ("company.kpi", Shop.company),
      ("data.kpi", Shop.data),
      ("sales.kpi", Shop.sales),
      ("tests.kpi", Shop.tests),
      ("data/customers.csv", ShopData.sample.customersFile),
      ("data/orders.csv", ShopData.sample.ordersFile),
    ]
  }
}

/// The texts of the shop's files.
enum Shop {}
