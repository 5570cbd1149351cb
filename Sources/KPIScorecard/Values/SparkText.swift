package import KPIModel

/// The course of some values in a row of characters, each as high as its value is among them.
package enum SparkText {
  private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A gap where a value is missing; empty where there are fewer than two values.
  package static func text(_ values: [Number?]) -> String {
    let numbers = values.compactMap { $0?.doubleValue }
    guard numbers.count > 1, let low = numbers.min(), let high = numbers.max() else { return "" }
    let text = values.map { value -> Character in
      guard let value = value?.doubleValue else { return " " }
      // Halves, since a difference of two large numbers may be past the range.
      let part = (value / 2 - low / 2) / (high / 2 - low / 2)
      guard high > low, part.isFinite else { return heights[3] }
      return heights[min(heights.count - 1, Int(part * Double(heights.count)))]
    }
    return String(text)
  }
}
