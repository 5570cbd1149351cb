import KPIModel
import KPIPlan
import KPIScorecard

/// Values before and after, as people read them.
struct FiguresText {
  private let figures: Figures

  init(_ figures: Figures) { self.figures = figures }

  /// Whether both sides are in one unit, so that they can be held against each other.
  private var isComparable: Bool { figures.before.unit == figures.after.unit }

  func before(_ row: Figures.Row) -> String {
    text(row.before, figures.before, apartFrom: row.after)
  }

  func after(_ row: Figures.Row) -> String {
    text(row.after, figures.after, apartFrom: row.before)
  }

  private func text(
    _ reading: Figures.Reading?, _ quantity: Quantity, apartFrom other: Figures.Reading?
  ) -> String {
    guard let reading else { return "–" }
    return ValueText.short(
      reading.value, quantity, apartFrom: isComparable ? other?.value.number : nil)
  }

  /// `+2.1%`, `-3 points` for shares, `=` where nothing moves.
  func difference(_ row: Figures.Row) -> String {
    guard isComparable, let before = row.before?.value.number, let after = row.after?.value.number,
      let difference = after.subtracting(before)
    else { return "" }
    guard !difference.isZero else { return "=" }
    let sign = difference.isNegative ? "-" : "+"
    let text = ValueText.short(difference.magnitude, figures.after)
    return figures.after.style == .percent
      ? sign + text.dropLast() + " points" : sign + text + relative(difference, before)
  }

  /// ` (-4.2%)`: the difference as a part of what there was.
  private func relative(_ difference: Number, _ before: Number) -> String {
    guard let part = difference.magnitude.divided(by: before.magnitude) else { return "" }
    return " (\(difference.isNegative ? "-" : "+")\(ValueText.short(part, .percent)))"
  }

  /// How a value stands; nothing where neither side judges it.
  func status(_ row: Figures.Row) -> String {
    guard FiguresText.isJudged(row) else { return "" }
    let (before, after) = (row.before?.judgement.status, row.after?.judgement.status)
    switch (before, after) {
    case (let before?, let after?) where row.isJudgedAlike && before != after:
      return "\(FiguresText.words(before)) → \(FiguresText.words(after))"
    case (_, let status?), (let status?, nil): return FiguresText.words(status)
    case (nil, nil): return ""
    }
  }

  private static func isJudged(_ row: Figures.Row) -> Bool {
    [row.before, row.after].contains { reading in
      reading.map { $0.judgement.status != .noTarget && $0.judgement.status != .noData } ?? false
    }
  }

  static func words(_ status: Status) -> String { "\(status.shape) \(status.name)" }

  /// What is expected, in numbers: `at least 90 USD`.
  static func expectation(_ reading: Figures.Reading?, _ quantity: Quantity) -> String {
    guard let reading, let goal = reading.judgement.goal else { return "nothing" }
    let limit =
      switch reading.threshold {
      case .value(let value): ", threshold " + ValueText.short(value, quantity)
      case .band(let low, let high): ", threshold " + Goal.between(low, high).text(quantity)
      case nil: ""
      }
    return goal.text(quantity) + limit
  }

  // MARK: As a table

  /// The periods that are over of the whole, and of groups whose status flips.
  func table(of series: Figures.Series, periods: Int) -> ResultTable {
    let hasStatus = series.rows.contains(where: FiguresText.isJudged)
    let rows = series.closed(last: periods)
    return ResultTable(
      columns: [
        .init("period", title: "Period"), .init("before", title: "Before", .readings),
        .init("after", title: "After", .readings),
        .init("difference", title: "Difference", .readings),
        .init("status", title: "Status", for: .everybodyIfFilled),
      ],
      rows: rows.map { row in
        ResultTable.Row([
          .period(row.period, isPartial: false), .text(before(row)), .text(after(row)),
          .text(difference(row)), hasStatus ? .text(status(row)) : .empty,
        ])
      })
  }
}
