import KPIModel
import KPIPlan
import KPIScorecard
import Testing

@testable import KPIReport

@Suite struct HistoryLayoutTests {
  private static let calendar = Calendar.standard

  /// A month with its value, against a target of at least 10 and a threshold of 8.
  private static func point(
    _ month: Int, _ value: Int?, isRunning: Bool = false
  ) -> HistoryPoint {
    let cell = value.map { Cell.value(Number($0)) } ?? .missing(.noRows)
    var evidence = Evidence(cell)
    evidence.goal = .atLeast(.value(Number(10)))
    evidence.threshold = .value(.value(Number(8)))
    if isRunning { evidence.running = .init(elapsed: Rational(1, over: 2).map(Number.exact)) }
    return HistoryPoint(
      period: calendar.period(ordinal: 2026 * 12 + month - 1, .month), isRunning: isRunning,
      value: cell, judgement: evidence.judgement, threshold: .value(Number(8)))
  }

  private static let frame = ChartFrame(
    width: 200, height: 120, left: 0, right: 200, top: 0, bottom: 100, steps: 4)
  private static let unit = DisplayUnit(for: .plain, magnitude: 20)

  @Test func nothingIsDrawnAcrossAGap() {
    #expect(HistoryLayout.runs([true, true, false, true, false]) == [0..<2, 3..<4])
    #expect(HistoryLayout.runs([false, false]) == [])
    #expect(HistoryLayout.runs([true]) == [0..<1])
    let layout = HistoryLayout(
      [Self.point(1, 5), Self.point(2, nil), Self.point(3, 20)], Self.unit, in: Self.frame)
    #expect(layout?.runs == [0..<1, 2..<3])
    #expect(layout?.slots.map(\.value) == [75, nil, 0])
  }

  @Test func targetAndBandStandAtTheirValues() throws {
    let layout = try #require(
      HistoryLayout([Self.point(1, 20), Self.point(2, 9)], Self.unit, in: Self.frame))
    #expect(layout.scale.ticks == [0, 5, 10, 15, 20])
    #expect(layout.slots.map(\.target) == [[50], [50]])
    #expect(layout.slots.map(\.atRisk) == [[50...60], [50...60]])
    #expect(layout.slots.map(\.status) == [.onTrack, .atRisk])
    #expect(layout.slots.map(\.center) == [50, 150])
  }

  /// Half of the month is over, so half of the target is due.
  @Test func aRunningPeriodSaysWhatIsDue() throws {
    let layout = try #require(
      HistoryLayout(
        [Self.point(1, 20), Self.point(2, 4, isRunning: true)], Self.unit, in: Self.frame))
    #expect(layout.slots.map(\.isRunning) == [false, true])
    #expect(layout.slots.map(\.due) == [[], [75]])
    #expect(layout.slots[1].status == .partial)
  }

  @Test func withoutValuesThereIsNoChart() {
    #expect(HistoryLayout([], Self.unit, in: Self.frame)?.slots.count == nil)
    let empty = HistoryLayout([Self.point(1, nil)], Self.unit, in: Self.frame)
    #expect(empty?.slots.count == nil)
  }
}
