import KPIModel
import KPIScorecard

/// Targets and limits in words.
struct TargetWords {
  let side: Side
  let quantity: Quantity

  struct Words {
    /// `at least `, or nothing for a limit.
    let direction: String
    let values: [TargetValue]
    let text: String
  }

  func words(_ goal: Goal<TargetValue>, isExact: Bool) -> Words {
    let direction =
      switch goal {
      case .atLeast: "at least "
      case .atMost: "at most "
      case .between: "between "
      }
    return Words(
      direction: direction, values: goal.bounds.values,
      text: numbers(goal.bounds, isExact).map { direction + $0 } ?? source(goal.bounds))
  }

  func words(_ bounds: Bounds<TargetValue>, isExact: Bool) -> Words {
    Words(
      direction: bounds.values.count == 1 ? "" : "between ", values: bounds.values,
      text: numbers(bounds, isExact) ?? source(bounds))
  }

  /// The values where they are numbers, with the way in which they are phased.
  private func numbers(_ bounds: Bounds<TargetValue>, _ isExact: Bool) -> String? {
    let numbers = bounds.values.compactMap(\.constant)
    guard numbers.count == bounds.values.count else { return nil }
    let text = numbers.map { number in
      isExact ? exactText(of: number) : ValueText.short(number, quantity)
    }.joined(separator: " and ")
    guard bounds.values.contains(where: { $0.phasing != nil }) else { return text }
    let words = source(bounds).split(separator: " phased ", maxSplits: 1).dropFirst().map(
      String.init)
    return ([text] + words).joined(separator: " phased ")
  }

  private func exactText(of number: Number) -> String {
    guard quantity.style == .percent, let hundredfold = number.multiplied(by: Number(100)) else {
      return quantity.text(of: number)
    }
    return hundredfold.text + "%"
  }

  private func source(_ bounds: Bounds<TargetValue>) -> String {
    bounds.values.first.map { side.written($0.origin) } ?? ""
  }

  static func dates<Value>(_ effective: Effective<Value>) -> String {
    (effective.from.map { " from \($0.text)" } ?? "")
      + (effective.end.map { " to \($0.adding(days: -1).text)" } ?? "")
  }
}
