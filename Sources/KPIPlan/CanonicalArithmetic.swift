import KPIModel

/// Builds sums, products and quotients of measures in one form, so that equal arithmetic looks equal.
///
/// Only rewrites that also hold when an operand is missing or a divisor is 0 are made: `a * b / c` and
/// `b * (a / c)` are one, `a / (b / c)` stays as it is.
struct CanonicalArithmetic {
  typealias Node = Formula<Measure>

  private let text: FormulaText

  init(_ text: FormulaText) { self.text = text }

  func negative(_ value: Node) -> Node { product([.constant(Number(-1)), value]) }

  /// A flat sum with at most one constant, the parts in the order of their texts.
  func sum(_ parts: [Node]) -> Node {
    let runs = parts.map { part in if case .sum(let inner) = part { inner } else { [part] } }
    let (constant, rest) = gather(runs, from: .zero) { $0.adding($1) }
    let constants = constant.isZero && !rest.isEmpty ? [] : [Node.constant(constant)]
    let all = rest + constants
    return all.count == 1 ? all[0] : .sum(all)
  }

  /// A flat product with at most one constant in front, over the product of all divisors.
  func product(_ parts: [Node]) -> Node {
    var runs: [[Node]] = []
    var divisors: [Node] = []
    for part in parts {
      switch part {
      case .product(let inner): runs.append(inner)
      case .quotient(let top, let bottom):
        if case .product(let inner) = top { runs.append(inner) } else { runs.append([top]) }
        divisors.append(bottom)
      default: runs.append([part])
      }
    }
    let (constant, rest) = gather(runs, from: .one) { $0.multiplied(by: $1) }
    // A number times a sum stays a number times a sum, except for the sign, which goes inside.
    if rest.count == 1, constant == Number(-1), divisors.isEmpty, case .sum(let inner) = rest[0] {
      return sum(inner.map(negative))
    }
    let constants = constant == .one && !rest.isEmpty ? [] : [Node.constant(constant)]
    let all = constants + rest
    let top = all.count == 1 ? all[0] : Node.product(all)
    return divisors.isEmpty ? top : quotient(top, product(divisors))
  }

  /// A quotient; division by a constant is a product, and `(a + k * d) / d` is `a / d + k`.
  func quotient(_ top: Node, _ bottom: Node) -> Node {
    if case .constant(let divisor) = bottom, let inverse = Number.one.divided(by: divisor) {
      return product([.constant(inverse), top])
    }
    if case .sum(let parts) = top, let (multiple, rest) = split(parts, by: bottom) {
      return sum([quotient(sum(rest), bottom), .constant(multiple)])
    }
    if case .quotient(let inner, let divisor) = top {
      return quotient(inner, product([divisor, bottom]))
    }
    return .quotient(top, bottom)
  }

  func comparison(_ operation: ComparisonOperator, _ left: Node, _ right: Node) -> Node {
    if case .constant = left { return .comparison(operation.mirrored, right, left) }
    return .comparison(operation, left, right)
  }

  func all(_ parts: [Node]) -> Node {
    .all(merged(parts.map { if case .all(let inner) = $0 { inner } else { [$0] } }))
  }

  func any(_ parts: [Node]) -> Node {
    .any(merged(parts.map { if case .any(let inner) = $0 { inner } else { [$0] } }))
  }

  /// The parts of a sum as `k` times the divisor and something else, where they are that.
  private func split(_ parts: [Node], by divisor: Node) -> (multiple: Number, rest: [Node])? {
    let wanted = if case .sum(let inner) = divisor { inner } else { [divisor] }
    var multiple: Number?
    var rest = parts
    for part in wanted {
      let (coefficient, core) = coefficient(of: part)
      let match = rest.firstIndex { candidate in
        let (own, other) = self.coefficient(of: candidate)
        guard other == core, let factor = own.divided(by: coefficient) else { return false }
        return multiple == nil || multiple == factor
      }
      guard let match else { return nil }
      multiple = self.coefficient(of: rest[match]).number.divided(by: coefficient)
      rest.remove(at: match)
    }
    guard let multiple, !rest.isEmpty else { return nil }
    return (multiple, rest)
  }

  /// A part as a number times the rest of it; a number alone is a multiple of 1.
  private func coefficient(of part: Node) -> (number: Number, core: Node) {
    switch part {
    case .constant(let number): return (number, .constant(.one))
    case .product(let factors):
      guard case .constant(let number)? = factors.first, !number.isZero else { break }
      let rest = Array(factors.dropFirst())
      return (number, rest.count == 1 ? rest[0] : .product(rest))
    case .quotient(let top, let bottom):
      let (number, core) = coefficient(of: top)
      return (number, .quotient(core, bottom))
    default: break
    }
    return (.one, part)
  }

  /// The constants folded into one, and what is left in order; a constant that cannot be folded stays.
  private func gather(
    _ runs: [[Node]], from start: Number, _ combine: (Number, Number) -> Number?
  ) -> (Number, [Node]) {
    var constant = start
    let rest = runs.map { run in
      run.filter { part in
        guard case .constant(let number) = part, let folded = combine(constant, number) else {
          return true
        }
        constant = folded
        return false
      }
    }
    return (constant, merged(rest))
  }

  /// The parts of several runs in the order of their texts. Each run is in order already, so that a
  /// few parts more are put in their places without writing out all the others.
  private func merged(_ runs: [[Node]]) -> [Node] {
    let longest = runs.indices.max { runs[$0].count < runs[$1].count }
    guard let longest else { return [] }
    var result = runs[longest]
    let others = runs.indices.filter { $0 != longest }.flatMap { runs[$0] }
    if others.count > 8 {
      return (result + others).map { (text.text(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    for part in others {
      let own = text.text(of: part)
      var places = 0..<result.count
      while !places.isEmpty {
        let middle = places.lowerBound + places.count / 2
        places =
          text.text(of: result[middle]) <= own
          ? middle + 1..<places.upperBound : places.lowerBound..<middle
      }
      result.insert(part, at: places.lowerBound)
    }
    return result
  }
}
