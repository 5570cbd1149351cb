import KPIModel
import KPIPlan

extension ResultTable.Value {
  /// The cell as machine formats write it; empty where there is no value.
  func machineText(in column: ResultTable.Column) -> String {
    switch self {
    case .empty: return ""
    case .text(let text): return text
    case .label(_, let name): return name
    case .number(let cell, _):
      guard case .numbers(let quantity) = column.content else { return "" }
      return cell.number.map { ValueText.machine($0, quantity) } ?? ""
    case .reading(let cell, let quantity, _):
      return cell.number.map { ValueText.machine($0, quantity) } ?? ""
    case .ratio(let number), .grade(let number): return number.text
    case .group(let scalar): return scalar?.text ?? ""
    case .period(let text, _): return text
    case .status(let status): return status.name
    case .trend(let trend, _): return trend.rawValue
    case .goal(let goal, let quantity): return goal.machineText(quantity)
    }
  }
}
