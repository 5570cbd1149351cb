import KPISyntax
import Testing

/// Formulas are read with the right precedence.
@Suite struct ExpressionTests {
  /// A formula with every operation in brackets.
  private func shape(_ text: String) -> String {
    let parsed = Parsed("metric a = \(text)\n")
    guard parsed.diagnostics.isEmpty, let formula = parsed.tree.declarations.first?.formula else {
      return parsed.report
    }
    return shape(formula)
  }

  private func shape(_ expression: ExpressionSyntax) -> String {
    switch expression {
    case .literal(let view): return view.syntax.text
    case .path(let view): return view.parts.map(\.text).joined(separator: ".")
    case .phrase(let view): return "<\(view.text)>"
    case .call(let view):
      let arguments = view.arguments.map { argument in
        (argument.label.map { $0.text + ": " } ?? "") + shape(argument.value)
      }
      return "\(view.name?.text ?? "?")(\(arguments.joined(separator: ", ")))"
    case .negation(let view): return "[-\(shape(view.operand))]"
    case .not(let view): return "[not \(shape(view.operand))]"
    case .binary(let view):
      return "[" + shape(view.first)
        + view.steps.map { " \($0.operator) \(shape($0.operand))" }.joined() + "]"
    case .inList(let view):
      let values = view.values.map(shape).joined(separator: ", ")
      return "[\(shape(view.operand)) \(view.isNegated ? "not " : "")in \(values)]"
    case .between(let view):
      return "[\(shape(view.operand)) \(view.isNegated ? "not " : "")between "
        + "\(shape(view.lower)) .. \(shape(view.upper))]"
    case .isMissing(let view):
      return "[\(shape(view.operand)) is \(view.isNegated ? "not " : "")missing]"
    case .filtered(let view):
      return "[" + shape(view.base)
        + view.clauses.map { clause in
          switch clause {
          case .where(let condition): " where \(shape(condition))"
          case .on(let path, _): " on \(path?.parts.map(\.text).joined(separator: ".") ?? "?")"
          }
        }.joined() + "]"
    case .per(let view):
      let keys = view.keys.map { $0.parts.map(\.text).joined(separator: ".") }
      return "[\(shape(view.operand)) per \(keys.joined(separator: ", "))]"
    case .parenthesized(let view): return "(\(shape(view.inner)))"
    case .conditional(let view):
      let arms = view.arms.map { "when \(shape($0.condition)) then \(shape($0.value)) " }
      return "{\(arms.joined())\(view.otherwise.map { "else \(shape($0))" } ?? "")}"
    case .missing: return "?"
    }
  }

  @Test(arguments: [
    ("a + b * c", "[a add [b multiply c]]"),
    ("a - b + c", "[a subtract b add c]"),
    ("a / b / c", "[a divide b divide c]"),
    ("-a * b", "[[-a] multiply b]"),
    ("- -a", "[-[-a]]"),
    ("a - -1", "[a subtract [-1]]"),
    ("a + 1 = b * 2", "[[a add 1] equal [b multiply 2]]"),
    ("not a = b and c or d", "[[[not [a equal b]] and c] or d]"),
    ("not not a", "[not [not a]]"),
    ("a or b or c", "[a or b or c]"),
    ("a in (1, 2 + 3)", "[a in 1, [2 add 3]]"),
    ("a not in (1)", "[a not in 1]"),
    ("a between 1 and 2 and b", "[[a between 1 .. 2] and b]"),
    ("a not between -1 and 1 + 1", "[a not between [-1] .. [1 add 1]]"),
    ("a is missing or b is not missing", "[[a is missing] or [b is not missing]]"),
    ("a + b where c = 1", "[[a add b] where [c equal 1]]"),
    ("a where b or c", "[a where [b or c]]"),
    ("a where b where c on d.e", "[a where b where c on d.e]"),
    ("a + (b where c) / d", "[a add [([b where c]) divide d]]"),
    ("f(a where b, c on d)", "f([a where b], [c on d])"),
    ("f(x, over: a + 1, by: b)", "f(x, over: [a add 1], by: b)"),
    ("f()", "f()"),
    ("count(a) per b >= 2", "[[count(a) per b] greaterOrEqual 2]"),
    ("a / b per c", "[a divide [b per c]]"),
    ("-a per b", "[-[a per b]]"),
    ("a per (b, c.d)", "[a per b, c.d]"),
    ("to_date(m, fiscal year)", "to_date(m, <fiscal year>)"),
    ("to_date(m, fiscal month)", "to_date(m, <fiscal month>)"),
    ("fiscal", "fiscal"),
    (
      "case { when a = 1 then b  when c then d + 1  else -1 } * 2",
      "[{when [a equal 1] then b when c then [d add 1] else [-1]} multiply 2]"
    ),
    ("case { when a then 1 }", "{when a then 1 }"),
    ("orders.customer_id.`Full Name`", "orders.customer_id.Full Name"),
    ("a.where.not.case", "a.where.not.case"),
    ("`where` + target", "[where add target]"),
    ("table.kpi", "table.kpi"),
    ("2026-11 + FY2026", "[2026-11 add FY2026]"),
    ("FY2026.a", "FY2026.a"),
  ])
  func precedence(_ text: String, _ expected: String) {
    #expect(shape(text) == expected)
  }

  @Test(arguments: [
    "a\n  + b", "a +\n  b", "a\n+ b", "f(\n  a\n  + b\n)", "(a\n+ b)", "a // remark\n  + b",
  ])
  func linesGoOn(_ text: String) {
    let expected =
      text.hasPrefix("f") ? "f([a add b])" : text.hasPrefix("(") ? "([a add b])" : "[a add b]"
    #expect(shape(text) == expected)
  }

  @Test(arguments: [
    "where c", "on d", "and e", "or f", "in (1)", "between 1 and 2", "is missing", "per g",
  ])
  func linesGoOnBefore(_ clause: String) {
    #expect(Parsed("metric a = b\n  \(clause)\n").findings == [])
    let spread = clause.split(separator: " ").joined(separator: "\n")
    if !clause.hasPrefix("is") { #expect(Parsed("metric a = b \(spread)\n").findings == []) }
  }

  @Test func aBrokenOperandIsAPlace() {
    let parsed = Parsed("metric a = 1 + * 2\n")
    #expect(parsed.findings == ["1:16 expected-value"])
    guard case .binary(let sum)? = parsed.tree.declarations.first?.formula,
      case .binary(let product)? = sum.steps.first?.operand, case .missing = product.first
    else {
      Issue.record("not as expected")
      return
    }
  }
}
