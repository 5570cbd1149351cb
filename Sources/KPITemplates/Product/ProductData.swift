/// Eighteen months of a product and of the computers behind it: releases become smaller and more frequent; in August 2026
/// a large one went wrong, and the service was down for most of a day.
struct ProductData {
  private var numbers = SampleNumbers(seed: 41)
  private var releases = SampleTable("releases", "release_id,service,started_at,released_at,failed")
  private var incidents = SampleTable("incidents", "incident_id,priority,opened_at,resolved_at")
  private var requests = SampleTable("requests", "request_id,kind,asked_at,due_at,done_at")
  private var accounts = SampleTable("accounts", "account_id,opened_on,plan,first_report_on")
  private var days = SampleTable("service-days", "day,service,minutes,down_minutes")

  static func tables() -> [SampleTable] {
    var data = ProductData()
    for (index, month) in SampleMonth.all.enumerated() {
      data.release(in: month, index)
      data.fail(in: month, index)
      data.help(in: month, index)
      data.open(in: month, index)
      data.run(in: month, index)
    }
    return [
      data.accounts, data.incidents.sorted(by: 2), data.releases, data.requests.sorted(by: 2),
      data.days,
    ]
  }

  private static let services = ["app", "api"]

  private mutating func release(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    let count = isBad ? 11 : 12 + index * 2 / 3 + numbers.number(in: -1...2)
    let released = (0..<count).map { _ in numbers.day(in: month, weekend: 0) }.sorted()
    for day in released {
      let hours = numbers.around(isBad ? 150 : 118 - index * 3, percent: 60)
      let moment = SampleMoment(day, second: numbers.number(in: 32_400...61_200))
      let isFailed = numbers.happens(percent: isBad ? 36 : 15 - index / 3)
      releases.add(
        .key("r", releases.count + 1), .text(numbers.pick(["app": 3, "api": 2])),
        .moment(SampleMoment(seconds: moment.seconds - hours * 3600)), .moment(moment),
        .flag(isFailed))
    }
  }

  private mutating func fail(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<(isBad ? 17 : numbers.number(in: 8...12)) {
      let opened = SampleMoment(
        numbers.day(in: month, weekend: 40), second: numbers.number(in: 0...86_399))
      let priority = numbers.pick(["high": 4, "normal": 6])
      let minutes = numbers.around(
        (priority == "high" ? 205 : 1_500) * (isBad ? 19 : 10 - index / 6) / 10, percent: 70)
      incidents.add(
        .key("i", incidents.count + 1), .text(priority), .moment(opened),
        .moment(opened + minutes * 60))
    }
  }

  private mutating func help(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<month.scaled(34) {
      let asked = SampleMoment(
        numbers.day(in: month, weekend: 0), second: numbers.number(in: 28_800...61_200))
      let kind = numbers.pick(["access": 5, "computer": 3, "software": 4])
      let hours = ["access": 8, "computer": 48][kind] ?? 24
      let isLate = numbers.happens(percent: isBad ? 27 : 10)
      let took =
        isLate
        ? hours * 60 + numbers.number(in: 30...1_900) : numbers.number(in: 15...(hours * 50))
      requests.add(
        .key("q", requests.count + 1), .text(kind), .moment(asked),
        .text((asked + hours * 3600).text),
        .moment(asked + took * 60))
    }
  }

  private mutating func open(in month: SampleMonth, _ index: Int) {
    let count = numbers.around(month.scaled(52), percent: 6)
    let opened = (0..<count).map { _ in numbers.day(in: month, weekend: 50) }.sorted()
    for day in opened {
      let isUsed = numbers.happens(percent: index == SampleMonth.badIndex ? 44 : 50 + index)
      accounts.add(
        .key("a", accounts.count + 1), .day(day),
        .text(numbers.pick(["free": 6, "team": 3, "firm": 1])),
        .day(isUsed ? day + numbers.number(in: 0...20) : nil))
    }
  }

  private mutating func run(in month: SampleMonth, _ index: Int) {
    for day in month.days {
      for service in ProductData.services {
        let isOutage =
          index == SampleMonth.badIndex && day.date.day == 12 && service == "app"
        let down =
          isOutage ? 790 : numbers.happens(percent: 9) ? numbers.number(in: 4...38) : 0
        days.add(.day(day), .text(service), .number(1440), .number(down))
      }
    }
  }
}
