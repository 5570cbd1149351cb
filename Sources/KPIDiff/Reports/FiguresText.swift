import KPIModel
import KPIPlan
import KPIScorecard
import KPIText

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
    // One of the two judges by other periods.
    case (let before?, .noTarget) where !row.isJudgedAlike: return FiguresText.words(before)
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

  /// How a period stood, and what is seen instead of it now.
  func statusNow(_ row: Figures.Row) -> String {
    guard !row.isJudgedAlike, let before = row.before else { return status(row) }
    let now = row.standings.map { "\($0.period) \(FiguresText.words($0.status))" }
    return "\(FiguresText.words(before.judgement.status)) → \(now.joined(separator: ", "))"
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

  // MARK: On a line

  /// `2026-10: 40 USD → 75 USD`.
  func values(_ row: Figures.Row) -> String {
    let (before, after) = (before(row), after(row))
    return "\(row.period): " + (before == after ? after : "\(before) → \(after)")
  }

  /// The period that says most: the last one that differs, or else the last one that is over; where none of this cadence
  /// is, the last one of that before.
  func latest(of periods: Int) -> Figures.Row? {
    let rows = figures.series.first?.closed(last: periods) ?? []
    return rows.last(where: \.isDifferent) ?? rows.last
      ?? figures.former?.series.first?.closed(last: periods).last
  }

  /// `5 of 6 periods differ, 2 of them in status`; `nil` where none does.
  func extent(of periods: Int) -> String? {
    let rows = figures.series.first?.closed(last: periods) ?? []
    let different = rows.count(where: \.isDifferent)
    guard different > 0 else { return nil }
    let flipped = rows.count(where: \.isFlipped)
    let status = flipped == 0 ? "" : ", \(flipped) in status"
    return "\(different) of \(TextFlow.count(rows.count, "period")) "
      + (different == 1 ? "differs" : "differ") + status
  }

  /// The periods that differ, of the whole and of groups that stand otherwise.
  func different(of periods: Int) -> [(group: String?, rows: [Figures.Row])] {
    figures.series.filter { $0.group == nil || $0.rows.contains(where: \.isFlipped) }
      .map { ($0.group, $0.closed(last: periods).filter(\.isDifferent)) }
      .filter { !$0.1.isEmpty }
  }

  // MARK: As a table

  /// The periods that are over of the whole, and of groups that stand otherwise; those of another cadence go before.
  func tables(periods: Int) -> [(title: String?, table: ResultTable)] {
    func tables(
      of series: [Figures.Series], _ title: String?
    ) -> [(title: String?, table: ResultTable)] {
      series.filter { series in
        series.group == nil || series.rows.contains { $0.isFlipped || $0.hidesRed }
      }.compactMap { series in
        let table = table(of: series, periods: periods)
        guard !table.rows.isEmpty else { return nil }
        guard let title, let group = series.group else { return (title ?? series.group, table) }
        return ("\(group), \(title.lowercased())", table)
      }
    }
    guard let former = figures.former else { return tables(of: figures.series, nil) }
    return tables(of: former.series, "Judged by \(former.grain.spoken) before")
      + tables(of: figures.series, "Judged by \(figures.grain.spoken) now")
  }

  private func table(of series: Figures.Series, periods: Int) -> ResultTable {
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
