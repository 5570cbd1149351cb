extension Starter {
  /// A shop with a counter and a web shop: sums, counts, ratios, shares, medians and growth, and six KPIs.
  package static func shop(in edition: Edition) -> Starter {
    let pages = edition.languages.map { language in
      let name = language == edition.main ? "README.md" : "README.\(language.rawValue).md"
      return (name, edition.currency.written(in: Shop.readme.text(in: language)))
    }
    let rows = ShopData.sample.tables.map {
      ("data/\($0.name).csv", $0.text(in: edition.currency))
    }
    return Starter(
      edition,
      specification: [
        ("company.kpi", Shop.company), ("data.kpi", Shop.data), ("sales.kpi", Shop.sales),
        ("tests.kpi", Shop.tests),
      ],
      others: [(".github/workflows/kpi.yml", CompanyTexts.workflow)] + pages + rows,
      firstCommands: [
        "kpi check",
        "kpi test",
        "kpi status AS_OF",
        "kpi eval monthly_revenue --by quarter,orders.channel AS_OF",
        "kpi explain average_order",
      ])
  }
}

/// The texts of the shop's files.
enum Shop {}
