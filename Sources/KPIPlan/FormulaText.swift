package import KPIModel

/// Writes normal forms in the language's own words, so that a reader can check and reuse them.
///
/// What needs it shares it, as each formula is made of many texts by which its parts are ordered.
package final class FormulaText: Sendable {
  let specification: Specification
  /// Whether different formulas always have different texts. Readers are spared what they know from the context.
  private let isExact: Bool
  private let rows: RowText<ColumnPath>

  package init(_ specification: Specification, isExact: Bool = false) {
    self.specification = specification
    self.isExact = isExact
    rows = RowText(specification, isExact: isExact) { specification.text(of: $0) }
  }

  // MARK: Formulas

  package func text(of formula: Formula<Measure>) -> String { write(formula).text }

  /// How tightly the outermost operator of a text binds.
  private enum Binding: Int, Comparable {
    case any, all, not, comparison, sum, product, atom
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private typealias Written = (text: String, binding: Binding)

  private func write(_ formula: Formula<Measure>) -> Written {
    switch formula {
    case .constant(let number): return literal(number)
    case .leaf(let measure): return (text(of: measure), .atom)
    case .sum(let parts): return writeSum(parts.map { signed($0) })
    case .product(let parts):
      return (parts.map { wrap(write($0), .product) }.joined(separator: " * "), .product)
    case .quotient(.leaf(.entities(let top)), .leaf(.entities(let bottom)))
    where top.isPart(of: bottom):
      return (entities("share", top), .atom)
    case .quotient(let top, let bottom):
      return (wrap(write(top), .product) + " / " + wrap(write(bottom), .atom), .product)
    case .comparison(let operation, let left, let right):
      return (
        wrap(write(left), .sum) + " \(operation.rawValue) " + wrap(write(right), .sum), .comparison
      )
    case .all(let parts):
      return (parts.map { wrap(write($0), .not) }.joined(separator: " and "), .all)
    case .any(let parts):
      return (parts.map { wrap(write($0), .all) }.joined(separator: " or "), .any)
    case .not(let part): return ("not " + wrap(write(part), .not), .not)
    case .isMissing(let part): return (wrap(write(part), .sum) + " is missing", .comparison)
    case .function(let function, let arguments):
      return (
        function.rawValue + "(" + arguments.map { write($0).text }.joined(separator: ", ") + ")",
        .atom
      )
    case .choice(let branches, let otherwise):
      let whens = branches.map {
        "when \(write($0.condition).text) then \(write($0.value).text)"
      }
      let last = otherwise.map { ["else " + write($0).text] } ?? []
      return ("case { " + (whens + last).joined(separator: " ") + " }", .atom)
    }
  }

  private func signed(_ part: Formula<Measure>) -> (isNegative: Bool, written: Written) {
    if case .quotient(let top, let bottom) = part {
      let (isNegative, written) = signed(top)
      return (
        isNegative, (wrap(written, .product) + " / " + wrap(write(bottom), .atom), .product)
      )
    }
    if case .constant(let number) = part, number.isNegative {
      return (true, literal(number.negated))
    }
    if case .product(let factors) = part, case .constant(let factor)? = factors.first,
      factor.isNegative
    {
      let rest = Array(factors.dropFirst())
      let all = factor == Number(-1) ? rest : [.constant(factor.negated)] + rest
      return (true, write(all.count == 1 ? all[0] : .product(all)))
    }
    return (false, write(part))
  }

  private func writeSum(_ parts: [(isNegative: Bool, written: Written)]) -> Written {
    // A positive part goes first where there is one.
    let ordered = parts.filter { !$0.isNegative } + parts.filter { $0.isNegative }
    var text = ""
    for (index, part) in ordered.enumerated() {
      let sign = part.isNegative ? "-" : "+"
      text += index > 0 ? " \(sign) " : part.isNegative ? "-" : ""
      text += wrap(part.written, .product)
    }
    return (text, .sum)
  }

  private func literal(_ number: Number) -> Written {
    if case .exact(let rational) = number, rational.exactFractionDigits(limit: 15) == nil {
      return ("\(rational.numerator) / \(rational.denominator)", .product)
    }
    return (number.text, number.isNegative ? .product : .atom)
  }

  private func wrap(_ written: Written, _ atLeast: Binding) -> String {
    written.binding < atLeast ? "(\(written.text))" : written.text
  }

  // MARK: Measures

  package func text(of measure: Measure) -> String {
    switch measure {
    case .rows(let rows): text(of: rows)
    case .entities(let entities): text(of: entities)
    case .days(let days): windowed(days.kind.rawValue + "()", days.window)
    }
  }

  /// `previous(sum(orders.amount where orders.status = "paid"), 1 year)`.
  package func text(of measure: RowMeasure) -> String {
    var text = aggregate(measure)
    switch measure.axis {
    case .snapshots(_, let boundary), .spans(_, _, let boundary):
      text = (boundary == .opening ? "opening" : "closing") + "(\(text))"
    case .none, .events: break
    }
    text = windowed(text, measure.window)
    let implied = [measure.argument, measure.filter].compactMap { $0?.maturity }
    let asked = implied.reduce(measure.maturity) { $0.subtracting($1) }
    for span in asked.map(\.text).sorted() { text = "mature(\(text), \(span))" }
    switch measure.ignored {
    case .none: return text
    case .all: return "total(\(text))"
    case .some(let attributes):
      let names = attributes.map { self.text(of: $0) }.sorted().joined(separator: ", ")
      return "total(\(text), over: \(names))"
    }
  }

  /// A formula seen through a window: `previous(revenue, 1 year)`.
  package func windowed(_ text: String, _ window: Window) -> String {
    var text = text
    switch window.extent {
    case .period: break
    case .trailing(let span): text = "trailing(\(text), \(span.text))"
    case .toDate(let grain): text = "to_date(\(text), \(grain.spoken))"
    case .before: text = "before(\(text))"
    case .cumulative: text = "cumulative(\(text))"
    }
    return window.shift == .none ? text : "previous(\(text), \(window.shift.text))"
  }

  /// `max(count(orders) per orders.customer_id)`.
  package func text(of measure: EntityMeasure) -> String {
    switch measure.function {
    case .count where isExact: entities("count_all", measure)
    case .count, .countSatisfying, .countValues: entities("count", measure)
    case .sum: entities("sum", measure)
    case .minimum: entities("min", measure)
    case .maximum: entities("max", measure)
    case .standardDeviation: entities("stddev", measure)
    case .product: entities("product", measure)
    case .percentile(let rank): entities("percentile", measure, [Number.exact(rank).text])
    case .top(let count):
      entities(
        "top", measure,
        [count.text] + (measure.summed.map { ["of: " + write($0).text] } ?? []))
    }
  }

  private func entities(
    _ function: String, _ measure: EntityMeasure, _ more: [String] = []
  ) -> String {
    let keys =
      measure.entity.attributes.map(specification.text)
      + (measure.entity.grain.map { [$0.name] } ?? [])
    let entity = keys.count == 1 ? keys[0] : "(" + keys.joined(separator: ", ") + ")"
    let value = wrap(write(measure.value), .atom) + " per " + entity
    return windowed(function + "(" + ([value] + more).joined(separator: ", ") + ")", measure.window)
  }

  private func aggregate(_ measure: RowMeasure) -> String {
    var inside =
      measure.argument.map { text(of: $0) }
      ?? Specification.quoted(specification[measure.table].name)
    if let filter = measure.filter { inside += " where " + text(of: filter) }
    if case .events(let path) = measure.axis, !isOwnAxis(path, of: measure.table) {
      inside += " on " + specification.text(of: path)
    }
    switch measure.function {
    case .count: return "count(\(inside))"
    case .sum: return "sum(\(inside))"
    case .countDistinct: return "count_distinct(\(inside))"
    case .minimum: return "min(\(inside))"
    case .maximum: return "max(\(inside))"
    case .standardDeviation: return "stddev(\(inside))"
    case .percentile(let rank):
      return "percentile(\(inside), \(Number.exact(rank).text))"
    }
  }

  private func isOwnAxis(_ path: ColumnPath, of table: TableID) -> Bool {
    switch specification[table].nature {
    case .events(let time): time == path
    case .snapshots(let moment): moment == path
    case .spans, .plain: false
    }
  }

  // MARK: Row expressions

  package func text(of expression: TableExpression) -> String {
    rows.text(of: expression)
  }

  package func text(of filter: AttributeExpression) -> String {
    RowText(specification, isExact: isExact) { [specification] in specification.text(of: $0) }
      .text(of: filter)
  }
}

extension EntityMeasure {
  /// Whether it counts some of the entities that another one counts all of.
  fileprivate func isPart(of whole: EntityMeasure) -> Bool {
    function == .countSatisfying && whole.function == .count && value == whole.value
      && entity == whole.entity && window == whole.window
  }
}

extension TopCount {
  /// `10`, `10%`.
  package var text: String {
    switch self {
    case .entities(let count): return "\(count)"
    case .part(let part):
      return Number.exact(part.multiplied(by: Rational(100)) ?? part).text + "%"
    }
  }
}
