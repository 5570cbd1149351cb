/// Eighteen months of a workshop with three machines and two shifts: it grows with the company; in August 2026 the older
/// machine broke down for nine days, and what it made before was often scrapped.
struct OperationsData {
  private var numbers = SampleNumbers(seed: 37)
  private var shifts = SampleTable(
    "shifts", "worked_on,machine,planned_minutes,running_minutes,pieces,good_pieces")
  private var speeds = SampleTable("machines", "machine,pieces_an_hour")
  private var orders = SampleTable(
    "work-orders", "order_id,product,due_on,released_on,finished_on,pieces")
  private var costs = SampleTable("costs", "month,kind,amount")
  private var failures = SampleTable("failures", "failure_id,machine,stopped_at,running_again_at")
  private var suggestions = SampleTable("suggestions", "suggestion_id,made_on,carried_out_on")
  private var hours = SampleTable("work-hours", "month,hours,accidents")

  static func tables() -> [SampleTable] {
    var data = OperationsData()
    for (index, month) in SampleMonth.all.enumerated() {
      let good = data.produce(in: month, index)
      data.order(in: month, index)
      data.breakDown(in: month, index)
      data.pay(for: good, in: month, index)
      data.improve(in: month, index)
    }
    for (machine, speed) in machines {
      data.speeds.add(.text(machine), .number(speed))
    }
    return [
      data.costs, data.failures, data.speeds, data.shifts, data.suggestions,
      data.orders.sorted(by: 3), data.hours,
    ]
  }

  /// Each with the pieces that it makes in an hour.
  private static let machines = [("m1", 16), ("m2", 15), ("m3", 12)]

  /// Returns the good pieces of the month.
  private mutating func produce(in month: SampleMonth, _ index: Int) -> Int {
    var good = 0
    let isBad = index == SampleMonth.badIndex
    for day in month.days where !day.isWeekend {
      for (machine, speed) in OperationsData.machines {
        let isOld = isBad && machine == "m3"
        let isDown = isOld && (6...15).contains(day.date.day)
        let planned = month.demand * 8
        let running = isDown ? 0 : planned * numbers.number(in: isOld ? 70...80 : 84...95) / 100
        let pieces = running * speed * numbers.number(in: 87...97) / 6000
        let scrap = pieces * numbers.number(in: isOld ? 60...110 : 8...36 - index / 2) / 1000
        shifts.add(
          .day(day), .text(machine), .number(planned), .number(running), .number(pieces),
          .number(pieces - scrap))
        good += pieces - scrap
      }
    }
    return good
  }

  private mutating func order(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<month.scaled(26) {
      let released = numbers.day(in: month, weekend: 0)
      let promised = numbers.number(in: 9...16)
      let isLate = numbers.happens(percent: isBad ? 31 : 10 - index / 4)
      let took = isLate ? promised + numbers.number(in: 1...8) : numbers.number(in: 5...promised)
      let product = numbers.pick(["table": 5, "chair": 9, "shelf": 4])
      orders.add(
        .key("wo", orders.count + 1), .text(product), .planned(released + promised), .day(released),
        .day(released + took), .number(numbers.number(in: 8...60)))
    }
  }

  private mutating func breakDown(in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    for _ in 0..<(isBad ? 9 : numbers.number(in: 4...7)) {
      let day = numbers.day(in: month, weekend: 0)
      let stopped = SampleMoment(day, second: numbers.number(in: 25_200...64_800))
      let minutes = numbers.around(isBad ? 190 : 95, percent: 70)
      failures.add(
        .key("f", failures.count + 1), .text(numbers.pick(["m1": 2, "m2": 2, "m3": 5])),
        .moment(stopped), .moment(stopped + minutes * 60))
    }
  }

  private mutating func pay(for good: Int, in month: SampleMonth, _ index: Int) {
    let isBad = index == SampleMonth.badIndex
    let material = good * numbers.number(in: 305...325)
    costs.add(.day(month.first), .text("material"), .money(isBad ? material * 108 / 100 : material))
    costs.add(.day(month.first), .text("people"), .money(25_800_00 + index * 180_00))
    costs.add(
      .day(month.first), .text("energy"), .money(numbers.around(month.scaled(4_100_00), percent: 7))
    )
    costs.add(
      .day(month.first), .text("repairs"),
      .money(numbers.around(isBad ? 6_900_00 : 1_700_00, percent: 20)))
  }

  private mutating func improve(in month: SampleMonth, _ index: Int) {
    for _ in 0..<numbers.number(in: 4...8) {
      let made = numbers.day(in: month, weekend: 0)
      let isDone = numbers.happens(percent: 52 + index)
      suggestions.add(
        .key("s", suggestions.count + 1), .day(made),
        .day(isDone ? made + numbers.number(in: 6...42) : nil))
    }
    let worked = numbers.around(month.scaled(7_400), percent: 4)
    let accidents = [2, 9, SampleMonth.badIndex].contains(index) ? 1 : 0
    hours.add(.day(month.first), .number(worked), .number(accidents))
  }
}
