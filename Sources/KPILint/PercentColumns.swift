import KPIModel

extension Specification {
  /// The column that is aggregated, where it holds percentages.
  func percentColumn(_ argument: TableExpression?) -> Column? {
    guard case .field(let path)? = argument, case .number(.percent, _) = column(path).type else {
      return nil
    }
    return column(path)
  }
}

extension LintRule {
  /// Rows with a percentage of another column, for the examples of rules about it.
  static let discounts = """
    table orders from "orders.csv" {
      ordered_on: date time
      amount:     USD
      discount:   percent
    }

    """
}
