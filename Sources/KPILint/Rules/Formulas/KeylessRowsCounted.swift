import KPIDiagnostics
import KPIModel
import KPISyntax

extension LintRule {
  static let keylessRowsCounted = LintRule(
    Rule(
      "KPI4112", "keyless-rows-counted", .note, from: .strict,
      title: "Rows of nobody count as not followed",
      explanation: """
        A row without the value of `by` is followed by none, so `not followed_by(…)` is true for it: a visit of an unknown \
        person counts as one that led to nothing. Whether it led to something cannot be known. Leave such rows out: \
        `customer_id is not missing and not followed_by(…)`.
        """,
      example: sessions + """
        metric lost_visits =
          count(sessions where not followed_by(orders, by: customer_id, within: 7 days))
        """,
      mended: sessions + """
        metric lost_visits = count(sessions
          where customer_id is not missing
            and not followed_by(orders, by: customer_id, within: 7 days))
        """)
  ) { context, findings in
    for formula in context.formulas {
      for column in context.specification.keysOfNobody(formula.conditions) {
        findings.report(
          "`\(formula.name)` counts the rows without `\(column.name)` as not followed or preceded",
          at: formula.calls { EventSequence.Direction(rawValue: $0) != nil }.first?.range
            ?? formula.syntax.range,
          about: column.name,
          help: "Leave them out: `\(Specification.quoted(column.name)) is not missing and not …`.")
      }
    }
  }

  private static let sessions = """
    table sessions from "sessions.csv" {
      customer_id: text optional
      visited_on:  date time
    }

    table orders from "orders.csv" {
      customer_id: text
      ordered_on:  date time
    }

    """
}

extension Specification {
  /// The keys of lookups that must find nothing, where nothing says what becomes of rows without the key.
  fileprivate func keysOfNobody(_ conditions: [AttributeExpression]) -> [Column] {
    let asked = columnsAskedForMissing(conditions)
    var found: [Column] = []
    for condition in conditions {
      condition.forEach { part in
        guard case .not(.lookup(.sequence, let keys, _)) = part else { return }
        for case .field(let field) in keys {
          guard let column = optionalColumn(field), !asked.contains(column.name),
            !found.contains(where: { $0 === column })
          else { continue }
          found.append(column)
        }
      }
    }
    return found
  }
}
