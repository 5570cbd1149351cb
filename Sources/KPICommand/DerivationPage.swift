import KPIModel
import KPIPlan
import KPIReport
import KPIScorecard
import KPIText
import KPIWorkspace

/// How a value comes about, as a tree: each formula above what it is computed from, each measure above its rows.
struct DerivationPage {
  private let value: DerivedValue
  private let filter: String?
  private let project: Project

  init(_ value: DerivedValue, where filter: String?, of project: Project) {
    self.value = value
    self.filter = filter
    self.project = project
  }

  private var specification: Specification { project.specification }
  private var formulaText: FormulaText { FormulaText(specification) }

  var text: String {
    ([title, ""] + lines(value.derivation, first: "", others: "")).map { $0 + "\n" }.joined()
  }

  private var title: String {
    let name = Specification.quoted(specification[value.metric].name)
    let condition = filter.map { " where \($0)" } ?? ""
    let running = value.isPartial ? ", still running" : ""
    let period = specification.company.calendar.text(of: value.period)
    return "\(name)\(condition) in \(period)\(running), as of \(value.asOf.text)"
  }

  // MARK: The tree

  /// A node and all below it, after the branches that lead there.
  private func lines(_ node: Derivation, first: String, others: String) -> [String] {
    let parts = node.parts.map(\.derivation).filter { !$0.isConstant }
    let stem = others + (parts.isEmpty ? "   " : "│  ")
    var lines = [first + shown(node) + "  " + caption(node)]
    lines += (node.source.map(details) ?? []).map { stem + $0 }
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      lines += self.lines(
        part, first: others + (isLast ? "└─ " : "├─ "), others: others + (isLast ? "   " : "│  "))
    }
    return lines
  }

  private func shown(_ node: Derivation) -> String {
    ValueText.exact(node.value, quantity(of: node))
  }

  /// A formula that is no metric has the unit of its numbers' base, which is not said.
  private func quantity(of node: Derivation) -> Quantity {
    node.name.map { specification[$0.metric].quantity } ?? .plain
  }

  private func caption(_ node: Derivation) -> String {
    let formula: String
    if case .leaf(let measure) = node.formula {
      formula = text(of: measure)
    } else {
      formula = arithmetic(node)
    }
    guard let name = node.name else { return node.source == nil ? "= " + formula : formula }
    return formulaText.windowed(Specification.quoted(specification[name.metric].name), name.window)
      + " = " + formula
  }

  private func text(of measure: Measure) -> String {
    guard case .entities(let entities) = measure else { return formulaText.text(of: measure) }
    return MeasureWords(specification).words(for: entities)
  }

  // MARK: Arithmetic

  /// The formula with the values of its parts in their places.
  private func arithmetic(_ node: Derivation) -> String {
    let values = node.parts.map { plain($0.derivation.value) }
    switch node.formula {
    case .constant, .leaf: return plain(node.value)
    case .sum:
      var text = ""
      for (index, part) in node.parts.enumerated() {
        let sign = part.isSubtracted ? "-" : "+"
        text += index > 0 ? " \(sign) " : part.isSubtracted ? "-" : ""
        text += values[index]
      }
      return text
    case .product: return values.joined(separator: " * ")
    case .quotient: return values.joined(separator: " / ")
    case .comparison(let operation, _, _):
      return values.joined(separator: " \(operation.rawValue) ")
    case .all: return values.joined(separator: " and ")
    case .any: return values.joined(separator: " or ")
    case .not: return "not " + values.joined()
    case .isMissing: return values.joined() + " is missing"
    case .function(let function, _):
      return "\(function.rawValue)(\(values.joined(separator: ", ")))"
    case .choice(let branches, _):
      var rest = values[...]
      var text = "case {"
      for _ in branches {
        text += " when \(rest.popFirst() ?? "") then \(rest.popFirst() ?? "")"
      }
      return text + (rest.first.map { " else \($0)" } ?? "") + " }"
    }
  }

  private func plain(_ cell: Cell) -> String {
    switch cell {
    case .value(let number): number.isNegative ? "(\(number.text))" : number.text
    case .missing: "missing"
    }
  }

  // MARK: Rows

  private func details(_ source: MeasureSource) -> [String] {
    switch source {
    case .days(let days): return [days.map(text) ?? "no days"]
    case .rows(let rows): return table(rows)
    case .entities(let entities):
      return aligned(counts(entities)) + entities.rows.flatMap(table)
    }
  }

  private func counts(_ entities: EntitySource) -> [(count: String, what: String)] {
    let entity = MeasureWords(specification).entity(entities.measure.entity)
    let taken = (plain(entities.taken), "take part: one for each \(entity)")
    switch entities.measure.function {
    case .count: return [taken]
    case .countSatisfying:
      return [taken, (plain(entities.counted), "for which the condition holds")]
    default: return [taken, (plain(entities.counted), "with a value")]
    }
  }

  private func table(_ rows: RowSource) -> [String] {
    let table = specification[rows.measure.table]
    let origin: String
    switch table.location {
    case .file(let path): origin = " from \(path)"
    case .source(let name, let relation): origin = " from \(relation) of \(name)"
    case .nowhere: origin = ""
    }
    let steps = rows.steps.map { step in
      (
        step.rows == .value(.zero) ? "0" : "-" + plain(step.rows),
        words(for: step.reason, rows.measure)
      )
    }
    return aligned(
      [(plain(rows.read), "rows of \(Specification.quoted(table.name))\(origin)")] + steps
        + [(plain(rows.taken), "rows in")])
  }

  private func words(for reason: RowSource.Reason, _ measure: RowMeasure) -> String {
    switch reason {
    case .outside(let days):
      let axis: String
      switch measure.axis {
      case .events(let path), .snapshots(let path, _): axis = specification.text(of: path)
      case .none, .spans: axis = "time"
      }
      return "\(axis) not in \(days.map(text) ?? "any period")"
    case .otherMoment(.closing): return "not at the last moment in it"
    case .otherMoment(.opening): return "not at the first moment in it"
    case .notAlive(.closing, let days):
      return "not alive at the end of \(days?.upperBound.adding(days: -1).text ?? "the period")"
    case .notAlive(.opening, let days):
      return "not alive at the start of \(days?.lowerBound.text ?? "the period")"
    case .condition(.not(let condition)): return formulaText.text(of: condition)
    case .condition(let condition): return formulaText.text(of: .not(condition))
    case .withoutValue(let argument): return "without \(formulaText.text(of: argument))"
    case .withoutKey(let key): return "without \(formulaText.text(of: key))"
    }
  }

  private func text(_ days: Range<Day>) -> String {
    let last = days.upperBound.adding(days: -1)
    if days.isEmpty { return "no day" }
    if days.lowerBound == .first { return "the days up to \(last.text)" }
    return days.lowerBound == last ? last.text : "\(days.lowerBound.text) to \(last.text)"
  }

  /// Counts under each other, and what they count.
  private func aligned(_ lines: [(count: String, what: String)]) -> [String] {
    let width = lines.map(\.count.count).max() ?? 0
    return lines.map { $0.count.padded(toWidth: width, alignedRight: true) + "  " + $0.what }
  }
}

extension Derivation {
  /// A number of the formula itself.
  fileprivate var isConstant: Bool {
    if case .constant = formula { true } else { false }
  }
}
