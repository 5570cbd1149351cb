import Testing

@testable import KPIReport

@Suite struct AxisScaleTests {
  @Test(arguments: [
    // From zero, where the values do not crowd at the top.
    ([3.0, 17], 5, [0.0, 5, 10, 15, 20]),
    ([0.021, 0.058], 5, [0, 0.02, 0.04, 0.06]),
    // Close values fill the room.
    ([97.0, 99.5], 5, [97, 97.5, 98, 98.5, 99, 99.5]),
    ([11.0, 15.2], 5, [11, 12, 13, 14, 15, 16]),
    // Both sides of zero, and below it.
    ([-4.0, 6], 5, [-4, -2, 0, 2, 4, 6]),
    ([-17.0, -3], 5, [-20, -15, -10, -5, 0]),
    ([1_200_000_000.0, 3_900_000_000], 4, [0, 1e9, 2e9, 3e9, 4e9]),
    // One value, and none.
    ([100.0], 4, [90, 95, 100, 105, 110]), ([0.0], 4, [0, 0.25, 0.5, 0.75, 1]),
    ([], 4, [0, 0.25, 0.5, 0.75, 1]),
  ])
  func ticksAreRound(_ values: [Double], _ steps: Int, _ ticks: [Double]) {
    #expect(AxisScale(fitting: values, steps: steps).ticks == ticks)
  }

  @Test func everyValueIsInside() {
    for low in stride(from: -50.0, through: 50, by: 7.3) {
      for high in stride(from: low, through: low + 90, by: 11.1) {
        let scale = AxisScale(fitting: [low, high], steps: 5)
        #expect(scale.part(of: low) >= 0 && scale.part(of: high) <= 1, "\(low) \(high)")
        #expect((2...12).contains(scale.ticks.count), "\(low) \(high)")
      }
    }
  }

  /// What cannot be drawn is left out, and does not keep the rest from being drawn.
  @Test func hugeValuesEndNowhere() {
    let scale = AxisScale(fitting: [.infinity, -.greatestFiniteMagnitude, .nan, 1, 9], steps: 5)
    #expect(scale.ticks == [0, 2, 4, 6, 8, 10])
  }
}
