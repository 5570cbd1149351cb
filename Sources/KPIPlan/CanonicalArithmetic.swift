import KPIModel

/// Builds sums, products and quotients of measures in one form, so that equal arithmetic looks equal.
///
/// Only rewrites that also hold when an operand is missing or a divisor is 0 are made: `a * b / c` and
/// `b * (a / c)` are one, `a / (b / c)` stays as it is.
struct CanonicalArithmetic {
  typealias Node = Formula<Measure>

  private let text: FormulaText

  init(_ specification: Specification) { text = FormulaText(specification) }

  func negative(_ value: Node) -> Node { product([.constant(Number(-1)), value]) }

  /// A flat sum with at most one constant, the parts in the order of their texts.
  func sum(_ parts: [Node]) -> Node {
    let (constant, rest) = gather(
      parts.flatMap { part in if case .sum(let inner) = part { inner } else { [part] } },
      from: .zero
    ) { $0.adding($1) }
    let constants = constant.isZero && !rest.isEmpty ? [] : [Node.constant(constant)]
    let all = sorted(rest) + constants
    return all.count == 1 ? all[0] : .sum(all)
  }

  /// A flat product with at most one constant in front, over the product of all divisors.
  func product(_ parts: [Node]) -> Node {
    var factors: [Node] = []
    var divisors: [Node] = []
    for part in parts {
      switch part {
      case .product(let inner): factors += inner
      case .quotient(let top, let bottom):
        if case .product(let inner) = top { factors += inner } else { factors.append(top) }
        divisors.append(bottom)
      default: factors.append(part)
      }
    }
    let (constant, rest) = gather(factors, from: .one) { $0.multiplied(by: $1) }
    // A number times a sum stays a number times a sum, except for the sign, which goes inside.
    if rest.count == 1, constant == Number(-1), divisors.isEmpty, case .sum(let inner) = rest[0] {
      return sum(inner.map(negative))
    }
    let constants = constant == .one && !rest.isEmpty ? [] : [Node.constant(constant)]
    let all = constants + sorted(rest)
    let top = all.count == 1 ? all[0] : Node.product(all)
    return divisors.isEmpty ? top : .quotient(top, product(divisors))
  }

  /// A quotient; division by a constant is a product, and `(a + k * d) / d` is `a / d + k`.
  func quotient(_ top: Node, _ bottom: Node) -> Node {
    if case .constant(let divisor) = bottom, let inverse = Number.one.divided(by: divisor) {
      return product([.constant(inverse), top])
    }
    if case .sum(let parts) = top {
      var multiples = Number.zero
      var rest: [Node] = []
      for part in parts {
        if let factor = factor(of: bottom, in: part), let sum = multiples.adding(factor) {
          multiples = sum
        } else {
          rest.append(part)
        }
      }
      if !multiples.isZero, !rest.isEmpty {
        return sum([quotient(sum(rest), bottom), .constant(multiples)])
      }
    }
    if case .quotient(let inner, let divisor) = top {
      return .quotient(inner, product([divisor, bottom]))
    }
    return .quotient(top, bottom)
  }

  func comparison(_ operation: ComparisonOperator, _ left: Node, _ right: Node) -> Node {
    if case .constant = left { return .comparison(operation.mirrored, right, left) }
    return .comparison(operation, left, right)
  }

  func all(_ parts: [Node]) -> Node {
    .all(sorted(parts.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } }))
  }

  func any(_ parts: [Node]) -> Node {
    .any(sorted(parts.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } }))
  }

  /// The number `k` where the part is `k` times the divisor.
  private func factor(of divisor: Node, in part: Node) -> Number? {
    if part == divisor { return .one }
    if case .product(let factors) = part, case .constant(let constant)? = factors.first,
      factors.count == 2, factors[1] == divisor
    {
      return constant
    }
    return nil
  }

  /// The constants folded into one, and what is left; a constant that cannot be folded exactly stays.
  private func gather(
    _ parts: [Node], from start: Number, _ combine: (Number, Number) -> Number?
  ) -> (Number, [Node]) {
    var constant = start
    var rest: [Node] = []
    for part in parts {
      if case .constant(let number) = part, let folded = combine(constant, number) {
        constant = folded
      } else {
        rest.append(part)
      }
    }
    return (constant, rest)
  }

  private func sorted(_ parts: [Node]) -> [Node] {
    guard parts.count > 1 else { return parts }
    return parts.map { (text.text(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
