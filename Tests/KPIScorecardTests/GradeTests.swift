import KPIModel
import Testing

@testable import KPIScorecard

/// The grades of key results, worked out by hand.
@Suite struct GradeTests {
  private static func result(_ baseline: Number, _ goal: Number) -> Objective.KeyResult {
    Objective.KeyResult(metric: MetricID(0), baseline: baseline, goal: goal, commitment: nil)
  }

  @Test(arguments: [
    // From 20 to 60.
    (20, 60, 20, decimal(0)), (20, 60, 30, decimal(25, 2)), (20, 60, 60, decimal(1)),
    (20, 60, 90, decimal(1)), (20, 60, 5, decimal(0)),
    // Down from 9 to 5, also past it.
    (9, 5, 7, decimal(5, 1)), (9, 5, 2, decimal(1)), (9, 5, 12, decimal(0)),
    // Up from a loss.
    (-10, 10, 5, decimal(75, 2)),
  ])
  func grade(baseline: Int, goal: Int, value: Int, grade: Number) {
    let result = Self.result(decimal(Int128(baseline)), decimal(Int128(goal)))
    #expect(result.grade(of: decimal(Int128(value))) == grade)
  }

  @Test func withoutAWayThereIsNoGrade() {
    #expect(Self.result(decimal(5), decimal(5)).grade(of: decimal(5)) == nil)
  }

  /// A quarter of the time brought 4 of 20; at that pace it comes to 16 of 20. From 10 in half of the time to 8 leads to 6.
  @Test func paceGoesOnFromTheBaseline() {
    let up = Self.result(decimal(0), decimal(20))
    #expect(up.grade(of: decimal(4), afterPart: decimal(25, 2)) == decimal(8, 1))
    let down = Self.result(decimal(10), decimal(5))
    #expect(down.grade(of: decimal(8), afterPart: decimal(5, 1)) == decimal(8, 1))
    #expect(down.grade(of: decimal(11), afterPart: decimal(5, 1)) == decimal(0))
  }

  @Test(arguments: [
    (100, Status.exceeding, Status.onTrack), (99, .onTrack, .atRisk), (70, .onTrack, .atRisk),
    (69, .atRisk, .offTrack), (40, .atRisk, .offTrack), (39, .offTrack, .offTrack),
    (0, .offTrack, .offTrack),
  ])
  func statuses(percents: Int, aspirational: Status, committed: Status) {
    let grade = decimal(Int128(percents), 2)
    #expect(Grade.status(grade, .aspirational) == aspirational)
    #expect(Grade.status(grade, nil) == aspirational)
    #expect(Grade.status(grade, .committed) == committed)
  }

  /// (1 + 0.5 + 0) / 3; nothing known is no grade of 0.
  @Test func theMeanCountsWhatIsMissingAsNothing() {
    #expect(Grade.mean([decimal(1), decimal(5, 1), nil]) == Number.one.divided(by: decimal(2)))
    #expect(Grade.mean([nil, nil]) == nil)
    #expect(Grade.mean([]) == nil)
  }

  @Test func anObjectiveIsNoBetterThanWhatItCommittedTo() {
    let good: (Objective.KeyResult.Commitment?, Number?) = (.aspirational, decimal(1))
    #expect(Grade.status(mean: decimal(9, 1), of: [good, (.committed, decimal(8, 1))]) == .atRisk)
    #expect(Grade.status(mean: decimal(9, 1), of: [good, (.committed, nil)]) == .offTrack)
    #expect(Grade.status(mean: decimal(9, 1), of: [good, (.aspirational, nil)]) == .onTrack)
  }
}
