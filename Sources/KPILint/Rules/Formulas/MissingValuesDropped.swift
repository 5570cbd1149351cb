import KPIDiagnostics
import KPIModel

extension LintRule {
  static let missingValuesDropped = LintRule(
    Rule(
      "KPI4110", "missing-values-dropped", .note, from: .standard,
      title: "Rows without a value are left out unnoticed",
      explanation: """
        A comparison with a missing value is neither true nor false, and `where` keeps only what is true. So `where \
        channel != "web"` leaves out the orders of the web and those whose channel nobody noted. Say which is meant: \
        `channel != "web" or channel is missing`, or `channel != "web" and channel is not missing`.
        """,
      example: channels + "metric shop_orders = count(orders where channel != \"web\")\n",
      mended: channels + """
        metric shop_orders = count(orders where channel != "web" or channel is missing)
        """)
  ) { context, findings in
    for formula in context.formulas {
      for column in context.specification.silentlyDropped(formula.conditions) {
        findings.report(
          "`\(formula.name)` leaves out the rows without `\(column.name)`, too",
          at: formula.mention(of: column), about: column.name,
          help: "Say which is meant: `or \(Specification.quoted(column.name)) is missing`, "
            + "or `and \(Specification.quoted(column.name)) is not missing`.")
      }
    }
  }

  private static let channels = """
    table orders from "orders.csv" {
      ordered_on: date time
      channel:    text optional
    }

    """
}

extension Specification {
  /// The columns whose value is compared to be another one, where nothing says what becomes of rows without it.
  fileprivate func silentlyDropped(_ conditions: [AttributeExpression]) -> [Column] {
    let asked = columnsAskedForMissing(conditions)
    var found: [Column] = []
    for condition in conditions {
      condition.forEach { part in
        guard let field = part.excludedField, let column = optionalColumn(field),
          !asked.contains(column.name), !found.contains(where: { $0 === column })
        else { return }
        found.append(column)
      }
    }
    return found
  }
}

extension RowExpression {
  /// The field of a condition that rules out some of its values.
  fileprivate var excludedField: Field? {
    switch self {
    case .comparison(.notEqual, .field(let field), .literal),
      .comparison(.notEqual, .literal, .field(let field)),
      .not(.comparison(.equal, .field(let field), .literal)), .not(.isIn(.field(let field), _)):
      field
    default: nil
    }
  }
}
