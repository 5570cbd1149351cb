package import KPIModel

/// How all values of one column are shown: the same unit and as many digits in each, so that they can be
/// compared down the column.
package struct ColumnText: Sendable {
  private let unit: DisplayUnit
  private let digits: Int

  package init(fitting numbers: [Number], _ quantity: Quantity) {
    let largest = numbers.map { $0.magnitude.doubleValue }.max() ?? 0
    unit = DisplayUnit(for: quantity, magnitude: largest)
    digits = ColumnText.digits(for: numbers.map(unit.shown), unit)
  }

  /// The unit for the header; `nil` for plain numbers, and for percents, whose cells carry the sign.
  package var unitName: String? { unit.headerName }

  package func text(of number: Number) -> String {
    NumberText.grouped(unit.shown(number), digits: digits) + (unit.isPercent ? "%" : "")
  }

  /// No digits for whole numbers; otherwise enough for the largest value to show three significant ones,
  /// and for the smallest to show something at all, within reason.
  private static func digits(for numbers: [Number], _ unit: DisplayUnit) -> Int {
    guard !numbers.allSatisfy(NumberText.isWhole) else { return 0 }
    let magnitudes = numbers.map { $0.magnitude.doubleValue }.filter { $0 > 0 }
    let largest = magnitudes.max() ?? 0
    let smallest = magnitudes.min() ?? 0
    let base: Int
    if unit.isPercent {
      base = 1
    } else if let minor = unit.minorDigits {
      base = largest >= 1_000_000 ? 0 : minor
    } else {
      base = max(largest >= 1000 ? 0 : 1, NumberText.digits(showing: 3, of: largest))
    }
    return max(base, min(NumberText.digits(showing: 1, of: smallest), base + 2, 6))
  }
}
