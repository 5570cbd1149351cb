import KPIModel
import KPIPlan
import KPIReport
import KPIScorecard
import KPIText
import KPIWorkspace

/// How a value comes about, for programs.
struct DerivationDocument {
  /// Raised in its second part when something is added, in its first when something is taken away.
  private static let formatVersion = "1.0"

  private let value: DerivedValue
  private let filter: String?
  private let specification: Specification

  init(_ value: DerivedValue, where filter: String?, of project: Project) {
    self.value = value
    self.filter = filter
    specification = project.specification
  }

  private var formulaText: FormulaText { FormulaText(specification) }

  var json: JSON {
    [
      "format_version": .string(DerivationDocument.formatVersion),
      "metric": .string(specification[value.metric].name),
      "period": .string(specification.company.calendar.text(of: value.period)),
      "is_partial": .boolean(value.isPartial),
      "as_of": .string(value.asOf.text),
      "where": .optional(filter),
      "derivation": json(of: value.derivation),
    ]
  }

  private func json(of node: Derivation) -> JSON {
    let quantity = node.name.map { specification[$0.metric].quantity } ?? .plain
    let name = node.name.map {
      formulaText.windowed(Specification.quoted(specification[$0.metric].name), $0.window)
    }
    var members = [
      JSON.Member("name", .optional(name)),
      JSON.Member("formula", .string(formulaText.text(of: node.formula))),
      JSON.Member("value", number(node.value, quantity)),
      JSON.Member("unit", .optional(quantity.writtenUnit)),
    ]
    if case .missing(let reason) = node.value {
      members.append(JSON.Member("missing", .string(reason.rawValue)))
    }
    members.append(JSON.Member("operation", .string(operation(node.formula))))
    if let source = node.source { members.append(contentsOf: self.members(of: source)) }
    if !node.parts.isEmpty {
      members.append(
        JSON.Member(
          "parts",
          .array(
            node.parts.map { part in
              part.isSubtracted
                ? ["subtracted": true, "part": json(of: part.derivation)]
                : ["part": json(of: part.derivation)]
            })))
    }
    return .object(members)
  }

  private func number(_ cell: Cell, _ quantity: Quantity = .plain) -> JSON {
    cell.number.map { .numeral(ValueText.machine($0, quantity)) } ?? .null
  }

  private func operation(_ formula: Formula<Measure>) -> String {
    switch formula {
    case .constant: "constant"
    case .leaf: "measure"
    case .sum: "sum"
    case .product: "product"
    case .quotient: "quotient"
    case .comparison(let operation, _, _): operation.rawValue
    case .all: "and"
    case .any: "or"
    case .not: "not"
    case .isMissing: "is missing"
    case .choice: "case"
    case .function(let function, _): function.rawValue
    }
  }

  // MARK: Rows

  private func members(of source: MeasureSource) -> [JSON.Member] {
    switch source {
    case .days(let days): return days.map(members) ?? []
    case .rows(let rows): return [JSON.Member("rows", json(of: rows))]
    case .entities(let entities):
      let words = MeasureWords(specification)
      return [
        JSON.Member(
          "entities",
          [
            "each": .string(words.entity(entities.measure.entity)), "in": number(entities.taken),
            "counted": number(entities.counted),
          ]),
        JSON.Member("rows", .array(entities.rows.map(json))),
      ]
    }
  }

  private func json(of rows: RowSource) -> JSON {
    [
      "table": .string(specification[rows.measure.table].name),
      "read": number(rows.read),
      "left_out": .array(
        rows.steps.map { step in
          .object(members(of: step.reason) + [JSON.Member("rows", number(step.rows))])
        }),
      "in": number(rows.taken),
    ]
  }

  private func members(of reason: RowSource.Reason) -> [JSON.Member] {
    func because(_ text: String) -> JSON.Member { JSON.Member("because", .string(text)) }
    switch reason {
    case .outside(let days): return [because("outside of the window")] + (days.map(members) ?? [])
    case .otherMoment: return [because("at another moment")]
    case .notAlive(_, let days): return [because("not alive")] + (days.map(members) ?? [])
    case .condition(let condition):
      return [
        because("condition"), JSON.Member("condition", .string(formulaText.text(of: condition))),
      ]
    case .withoutValue(let argument):
      return [because("no value"), JSON.Member("value", .string(formulaText.text(of: argument)))]
    case .withoutKey(let key):
      return [because("no entity"), JSON.Member("key", .string(formulaText.text(of: key)))]
    }
  }

  private func members(of days: Range<Day>) -> [JSON.Member] {
    let first = days.lowerBound == .first ? JSON.null : .string(days.lowerBound.text)
    return [
      JSON.Member("from", first),
      JSON.Member("to", .string(days.upperBound.adding(days: -1).text)),
    ]
  }
}
