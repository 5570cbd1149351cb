/// Eighteen months of marketing: it grows with the company; in August 2026 an advertising account was blocked for three
/// weeks, and what was bought in its place was dear and brought few good leads.
struct MarketingData {
  private var numbers = SampleNumbers(seed: 11)
  private var leads = SampleTable(
    "leads", "lead_id,created_on,channel,phone,qualified_on,customer_on")
  private var adDays = SampleTable("ad-days", "ran_on,channel,impressions,clicks,spend,revenue")
  private var costs = SampleTable("costs", "spent_on,channel,category,amount")
  private var budgets = SampleTable("budgets", "month,amount")
  private var visits = SampleTable("visits", "month,channel,visits")
  private var people = 0
  /// Cents spent on advertising in the month, by channel.
  private var adSpend: [String: Int] = [:]

  static func tables() -> [SampleTable] {
    var data = MarketingData()
    for (index, month) in SampleMonth.all.enumerated() {
      data.advertise(in: month, index)
      data.collectLeads(in: month, index)
      data.pay(in: month, index)
      data.countVisits(in: month, index)
    }
    for ahead in [SampleDay(2026, 11, 1), SampleDay(2026, 12, 1)] {
      data.budgets.add(.planned(ahead), .money(4_600_00))
    }
    return [
      data.adDays.sorted(by: 0), data.budgets, data.costs.sorted(by: 0), data.leads, data.visits,
    ]
  }

  private mutating func advertise(in month: SampleMonth, _ index: Int) {
    adSpend = [:]
    let isBad = index == SampleMonth.badIndex
    for (channel, usual, cents, percent, worth) in [
      ("search_ads", 34_00, 62, 41, 485), ("social_ads", 26_00, 38, 12, 400),
    ] {
      let (pace, luck) = (
        numbers.around(100, percent: 9), numbers.around(103 - index / 3, percent: 10)
      )
      for day in month.days {
        // The account of the social network was blocked, and the other was bid up.
        let isBlocked = isBad && channel == "social_ads" && day.date.day < 22
        let price = isBad ? cents * 13 / 10 : cents
        let spend =
          isBlocked
          ? 0 : numbers.around(month.scaled(usual) * pace * (isBad ? 14 : 10) / 1000, percent: 12)
        let clicks = spend / price
        let impressions = clicks * 1000 / numbers.around(percent, percent: 8)
        let sold = spend * numbers.around(worth * luck * (isBad ? 7 : 10) / 1000, percent: 25) / 100
        adSpend[channel, default: 0] += spend
        adDays.add(
          .day(day), .text(channel), .number(impressions), .number(clicks), .money(spend),
          .money(sold / 100 * 100))
      }
    }
  }

  private mutating func collectLeads(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    let count = numbers.around(month.scaled(isBad ? 56 : 65), percent: 4)
    let days = (0..<count).map { _ in numbers.day(in: month, weekend: 60) }.sorted()
    for day in days {
      let channel = numbers.pick([
        "search_ads": 30, "social_ads": isBad ? 9 : 26, "search": 24, "referral": 13, "email": 7,
      ])
      let usual = ["search_ads": 46, "social_ads": 33, "search": 47, "referral": 60][channel] ?? 42
      let isGood = numbers.happens(percent: isBad ? usual * 7 / 10 : usual + index / 4)
      // The customers of the first month came as leads before the rows begin: some of its own are quicker instead.
      let quick = index == 0 && numbers.happens(percent: 45) ? 5 : 1
      let qualified: SampleDay? = isGood ? day + numbers.number(in: 1...26) / quick : nil
      let buys = isGood && numbers.happens(percent: 52)
      let customer: SampleDay? =
        buys ? qualified.map { $0 + numbers.number(in: 3...30) / quick } : nil
      let isKnown = people > 40 && numbers.happens(percent: 5)
      if !isKnown { people += 1 }
      let person = isKnown ? people - numbers.below(40) : people
      leads.add(
        .key("lead", leads.count + 1), .day(day), .text(channel), .key("p", person),
        .day(qualified),
        .day(customer))
    }
  }

  private mutating func pay(in month: SampleMonth, _ index: Int) {
    for channel in ["search_ads", "social_ads"] {
      costs.add(
        .day(month.last), .text(channel), .text("advertising"), .money(adSpend[channel] ?? 0))
    }
    let content = numbers.around(760_00, percent: 8)
    costs.add(.day(month.first + 9), .text("search"), .text("content"), .money(content))
    costs.add(.day(month.first), .empty, .text("tools"), .money(310_00 + index / 6 * 20_00))
    costs.add(.day(month.first + 4), .text("email"), .text("tools"), .money(90_00))
    // Fairs in spring and autumn.
    let events = [10: 900_00, 11: 700_00, 3: 650_00][month.month] ?? 260_00
    costs.add(
      .day(month.first + 17), .text("referral"), .text("events"),
      .money(numbers.around(events, percent: 6)))
    let planned = month.scaled(1_840_00) + 1_190_00 + events
    budgets.add(.day(month.first), .money(planned / 50_00 * 50_00))
  }

  private mutating func countVisits(in month: SampleMonth, _ index: Int) {
    for (channel, usual, monthly) in [
      ("search_ads", 1_700, 4), ("social_ads", 2_100, 2), ("search", 4_200, -10),
      ("referral", 900, 5), ("email", 650, 0),
    ] {
      let isBlocked = index == SampleMonth.badIndex && channel == "social_ads"
      let grown = usual + usual * monthly * index / 1000
      let count = numbers.around(month.scaled(isBlocked ? grown / 3 : grown), percent: 4)
      visits.add(.day(month.first), .text(channel), .number(count))
    }
  }
}
