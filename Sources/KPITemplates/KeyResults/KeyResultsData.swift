/// Eighteen months of a club with an app: it grows; in August 2026 a release made the app slow and broke the sign-up, so that
/// questions piled up and new members did not come again.
struct KeyResultsData {
  private var numbers = SampleNumbers(seed: 83)
  private var members = SampleTable("members", "member_id,came_by,joined_on,second_visit_on")
  private var questions = SampleTable("questions", "question_id,asked_at,answered_at")
  private var weeks = SampleTable("app-weeks", "week,device,loads,fast")
  private var defects = SampleTable("defects", "defect_id,reported_on,device")
  private var payments = SampleTable("payments", "week,kind,amount")

  static func tables() -> [SampleTable] {
    var data = KeyResultsData()
    for (index, month) in SampleMonth.all.enumerated() {
      data.join(in: month, index)
      data.ask(in: month, index)
      data.report(in: month, index)
      for day in month.days where day.weekday == 1 { data.count(day, month, index) }
    }
    return [
      data.weeks, data.defects.sorted(by: 1, numbering: "d"),
      data.members.sorted(by: 2, numbering: "m"), data.payments,
      data.questions.sorted(by: 1, numbering: "q"),
    ]
  }

  private mutating func join(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<numbers.around(month.scaled(56), percent: 6) {
      let joined = numbers.day(in: month)
      let way =
        numbers.happens(percent: 16 + index / 2)
        ? "friend" : numbers.pick(["search": 6, "partner": 3, "walk-in": 2])
      // Whoever was brought along knows somebody already; since September everybody else is greeted by name.
      let greeted = index > SampleMonth.badIndex ? 6 : 0
      let chance = (way == "friend" ? 57 : 38) + index / 3 + greeted - (isBad ? 14 : 0)
      let second: SampleDay? =
        numbers.happens(percent: chance)
        ? joined + numbers.number(in: 1...7)
        : numbers.happens(percent: 50) ? joined + numbers.number(in: 8...30) : nil
      members.add(.empty, .text(way), .day(joined), .day(second))
    }
  }

  private mutating func ask(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<month.scaled(isBad ? 46 : 26) {
      let day = numbers.day(in: month, weekend: 40)
      let asked = SampleMoment(day, second: numbers.number(in: 7 * 60...22 * 60) * 60)
      let usual = (isBad ? 19 : index < SampleMonth.badIndex ? 11 - index / 6 : 26 - index) * 54
      let minutes = numbers.number(in: usual / 8...usual * 15 / 8)
      questions.add(.empty, .moment(asked), .moment(asked + minutes * 60))
    }
  }

  private mutating func report(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<numbers.around(month.scaled(isBad ? 22 : 12), percent: 20) {
      defects.add(
        .empty, .day(numbers.day(in: month)), .text(numbers.pick(["phone": 7, "computer": 3])))
    }
  }

  private mutating func count(_ week: SampleDay, _ month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for (device, usual, fast) in [("phone", 15_200, 70), ("computer", 7_400, 93)] {
      let loads = numbers.around(month.scaled(usual), percent: 6)
      let slow = isBad && device == "phone" ? 16 : 0
      let part = fast + (device == "phone" ? index / 3 : index / 9) - slow + numbers.below(3)
      weeks.add(.day(week), .text(device), .number(loads), .number(loads * part / 100))
    }
    let monthly = numbers.around(2_450_00 + index * 88_00 - (isBad ? 160_00 : 0), percent: 4)
    let yearly = numbers.around(month.scaled(1_020_00), percent: 18)
    payments.add(.day(week), .text("monthly"), .money(monthly / 100 * 100))
    payments.add(.day(week), .text("yearly"), .money(yearly / 100 * 100))
  }
}
