import KPIModel
import KPIPlan
import KPIText

/// The cells of a table as people read them, with the columns that are worth showing.
struct ReadableTable {
  /// The places of the shown columns in the table.
  let shown: [Int]
  private let table: ResultTable
  private let formats: [ColumnText?]
  /// The columns in which something is to be said of values.
  private let caveatColumns: Set<Int>

  init(_ table: ResultTable) {
    self.table = table
    shown = table.columns.indices.filter { index in
      switch table.columns[index].audience {
      case .everybody: true
      case .everybodyIfFilled, .peopleIfFilled: !table.rows.allSatisfy { $0.cells[index].isEmpty }
      case .machines: false
      }
    }
    caveatColumns = Set(
      table.columns.indices.filter { index in
        table.rows.contains { $0.cells[index].caveat != nil }
      })
    formats = table.columns.indices.map { index in
      guard case .numbers(let quantity) = table.columns[index].content else { return nil }
      return ColumnText(fitting: table.rows.compactMap { $0.cells[index].number }, quantity)
    }
  }

  /// The heading, with the unit that the numbers below it are in.
  func heading(_ column: Int) -> String {
    let title = table.columns[column].title
    return formats[column]?.unitName.map { "\(title) (\($0))" } ?? title
  }

  func text(of value: ResultTable.Value, in column: Int) -> String {
    if value.missing != nil { return "–" }
    switch value {
    case .empty: return ""
    case .text(let text): return Printable.text(text)
    case .label(let label, _): return Printable.text(label)
    case .number(let cell, let caveat):
      let text = cell.number.flatMap { formats[column]?.text(of: $0) } ?? ""
      // A mark stands apart, so that the digits of the column stay below each other.
      return caveatColumns.contains(column) ? text + " " + (caveat?.shape ?? " ") : text
    case .reading(let cell, let quantity, let goal):
      guard let number = cell.number else { return "" }
      return ValueText.short(
        number, quantity, apartFrom: goal?.bound(nearestTo: number))
    case .ratio(let number): return ReadableTable.percent(number)
    case .grade(let number): return NumberText.grade(number)
    case .group(let scalar): return scalar.map { Printable.text($0.text) } ?? "–"
    case .period(let text, let isPartial):
      return isPartial ? "\(text) \(Status.partial.shape)" : text
    case .status(let status): return "\(status.shape) \(status.name)"
    case .trend(let trend, _): return trend.arrow
    case .goal(let goal, let quantity): return goal.text(quantity)
    }
  }

  /// A share of a target, in whole percents rounded down: 99.7 % of a target is not 100 %.
  private static func percent(_ number: Number) -> String {
    guard let hundredfold = number.multiplied(by: Number(100)) else { return number.text + "×" }
    return NumberText.grouped(hundredfold.floor, digits: 0) + "%"
  }

  /// What the cells leave open, as lines below the table.
  var notes: [String] {
    var counts: [MissingReason: Int] = [:]
    var caveats: [Caveat: Int] = [:]
    var hasPartialPeriod = false
    for row in table.rows {
      for cell in row.cells {
        if let reason = cell.missing { counts[reason, default: 0] += 1 }
        if let caveat = cell.caveat { caveats[caveat, default: 0] += 1 }
        if case .period(_, isPartial: true) = cell { hasPartialPeriod = true }
      }
    }
    var notes: [String] = []
    if !counts.isEmpty {
      let reasons = counts.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.rawValue) (\($0.value))" }
      notes.append("– no value: " + reasons.joined(separator: ", "))
    }
    for (caveat, count) in caveats.sorted(by: { $0.key < $1.key }) {
      notes.append("\(caveat.shape) \(caveat.rawValue) (\(count))")
    }
    if hasPartialPeriod { notes.append("\(Status.partial.shape) the period is still running") }
    return notes
  }
}

extension Caveat {
  /// The mark after the value.
  fileprivate var shape: String {
    switch self {
    case .outsideRange, .invariantBroken: "!"
    case .smallSample: Status.smallSample.shape
    }
  }
}

extension ResultTable.Value {
  fileprivate var number: Number? {
    if case .number(let cell, _) = self { cell.number } else { nil }
  }
}
