import KPIModel
import KPIPlan

/// Says in plain words what a measure is, line by line.
struct MeasureWords {
  private let specification: Specification

  init(_ specification: Specification) { self.specification = specification }

  private var formulaText: FormulaText { FormulaText(specification) }

  /// The measure behind its number, and below it what it is made of.
  func lines(for measure: Measure, number: String) -> [String] {
    let indent = String(repeating: " ", count: number.count + 1)
    switch measure {
    case .rows(let rows):
      return [number + " " + words(for: rows)] + details(of: rows).map { indent + $0 }
    case .days(let days):
      let kind = days.kind == .days ? "days" : "working days"
      return ["\(number) the length of the period in \(kind)"]
        + window(days.window).map { indent + $0 }
    case .entities(let entities):
      let inner = entities.formulas.flatMap(\.leaves).enumerated().flatMap { index, measure in
        lines(for: measure, number: number + "\(index + 1).")
      }
      return ["\(number) \(words(for: entities)), of each \(entity(entities.entity))"]
        + window(entities.window).map { indent + $0 } + inner.map { indent + $0 }
    }
  }

  // MARK: Entities

  func entity(_ entity: Entity) -> String {
    (entity.attributes.map(specification.text) + (entity.grain.map { [$0.spoken] } ?? []))
      .joined(separator: " and ")
  }

  func words(for measure: EntityMeasure) -> String {
    let value = formulaText.text(of: measure.value)
    switch measure.function {
    case .count: return "the number that take part in \(value)"
    case .countSatisfying: return "the number for which \(value)"
    case .countValues: return "the number that have a value of \(value)"
    case .sum: return "the sum of \(value)"
    case .minimum: return "the smallest \(value)"
    case .maximum: return "the largest \(value)"
    case .standardDeviation: return "the standard deviation of \(value)"
    case .product: return "the product of \(value)"
    case .percentile(let rank):
      return rank == Rational(50)
        ? "the median of \(value)"
        : "the value of \(value) that \(Number.exact(rank).text)% do not exceed"
    case .top(let count):
      let summed = measure.summed.map(formulaText.text) ?? value
      return "the sum of \(summed) over the \(count.text) with the largest \(value)"
    }
  }

  // MARK: Rows

  private func words(for measure: RowMeasure) -> String {
    let subject =
      measure.argument.map { formulaText.text(of: $0) }
      ?? "rows of \(specification[measure.table].name)"
    switch measure.function {
    case .count: return "the number of \(subject)"
    case .sum: return "the sum of \(subject)"
    case .countDistinct: return "the number of different values of \(subject)"
    case .minimum: return "the smallest \(subject)"
    case .maximum: return "the largest \(subject)"
    case .standardDeviation: return "the standard deviation of \(subject)"
    case .percentile(let rank):
      return rank == Rational(50)
        ? "the median of \(subject)"
        : "the value of \(subject) that \(Number.exact(rank).text)% of the rows do not exceed"
    }
  }

  private func details(of measure: RowMeasure) -> [String] {
    var lines: [String] = []
    let table = specification[measure.table]
    switch table.location {
    case .file(let path): lines.append("from \(path)")
    case .source(let name, let relation): lines.append("from \(relation) of \(name)")
    case .nowhere: break
    }
    if let filter = measure.filter { lines.append("where \(formulaText.text(of: filter))") }
    switch measure.axis {
    case .none: lines.append("the same in every period: the rows are not dated")
    case .events(let path): lines.append("dated by \(specification.text(of: path))")
    case .snapshots(let moment, let boundary):
      let which = boundary == .closing ? "last" : "first"
      lines.append("at the \(which) \(specification.text(of: moment)) in the period")
    case .spans(let from, let to, let boundary):
      lines.append(
        "alive at the \(boundary == .closing ? "end" : "start") of the period, "
          + "from \(table[from].name) to \(table[to].name)")
    }
    lines += window(measure.window)
    for span in measure.maturity.map(\.text).sorted() {
      lines.append("not mature until \(span) after the last day")
    }
    switch measure.ignored {
    case .none: break
    case .all: lines.append("for all groups together")
    case .some(let attributes):
      lines.append(
        "for all groups of "
          + attributes.map { formulaText.text(of: $0) }.sorted().joined(separator: ", ")
          + " together")
    }
    return lines
  }

  // MARK: Windows

  /// Nothing where the window is the period itself.
  private func window(_ window: Window) -> [String] {
    guard window != .period else { return [] }
    let shift = window.shift == .none ? "" : ", \(window.shift.text) before"
    switch window.extent {
    case .period: return ["in the period \(window.shift.text) before"]
    case .trailing(let span): return ["over the \(span.text) that end with the period\(shift)"]
    case .toDate(let grain):
      return ["from the start of the \(grain.spoken) to the end of the period\(shift)"]
    case .before: return ["over all before the period\(shift)"]
    case .cumulative: return ["over all up to the end of the period\(shift)"]
    }
  }
}
