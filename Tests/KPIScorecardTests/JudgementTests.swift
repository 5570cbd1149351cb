import KPIModel
import KPIPlan
import KPIScorecard
import Testing

/// The number that a decimal numeral stands for.
func decimal(_ mantissa: Int128, _ scale: Int = 0) -> Number {
  Rational(mantissa: mantissa, scale: scale).map(Number.exact) ?? .zero
}

/// What a value is judged by, all of it in numbers.
private func evidence(
  _ value: Cell, _ goal: Goal<Number>?, threshold: Bounds<Number>? = nil,
  stretch: Bounds<Number>? = nil
) -> Evidence {
  var evidence = Evidence(value)
  evidence.goal = goal?.map(Cell.value)
  evidence.threshold = threshold?.map(Cell.value)
  evidence.stretch = stretch?.map(Cell.value)
  return evidence
}

@Suite struct JudgementTests {
  @Test(arguments: [
    (25, Status.exceeding), (20, .exceeding), (19, .onTrack), (15, .onTrack), (14, .atRisk),
    (10, .atRisk), (9, .offTrack), (-5, .offTrack),
  ])
  func higherIsBetter(percents: Int, status: Status) {
    let evidence = evidence(
      .value(decimal(Int128(percents), 2)), .atLeast(decimal(15, 2)),
      threshold: .value(decimal(10, 2)), stretch: .value(decimal(20, 2)))
    #expect(evidence.judgement.status == status)
  }

  @Test(arguments: [
    (1, Status.exceeding), (2, .exceeding), (3, .onTrack), (5, .onTrack), (6, .atRisk),
    (7, .offTrack),
  ])
  func lowerIsBetter(percents: Int, status: Status) {
    let evidence = evidence(
      .value(decimal(Int128(percents), 2)), .atMost(decimal(5, 2)),
      threshold: .value(decimal(6, 2)), stretch: .value(decimal(2, 2)))
    #expect(evidence.judgement.status == status)
  }

  @Test(arguments: [
    (1, Status.offTrack), (2, .atRisk), (3, .onTrack), (5, .onTrack), (6, .atRisk), (7, .offTrack),
  ])
  func insideIsBetter(value: Int, status: Status) {
    let evidence = evidence(
      .value(decimal(Int128(value))), .between(decimal(3), decimal(5)),
      threshold: .band(decimal(2), decimal(6)))
    #expect(evidence.judgement.status == status)
  }

  @Test func withoutAThresholdMissingTheTargetIsOffTrack() {
    let judgement = evidence(.value(decimal(14, 2)), .atLeast(decimal(15, 2))).judgement
    #expect(judgement.status == .offTrack)
  }

  @Test func comparisonsAreExact() throws {
    // One third of a cent under the target: equal to it in floating point, and on any display.
    let value = try #require(Rational(3_000_000_000_000_000_000 - 1, over: 3))
    let below = evidence(.value(.exact(value)), .atLeast(decimal(1_000_000_000_000_000_000)))
    #expect(below.judgement.status == .offTrack)
    // 0.1 + 0.2 is 0.3.
    let sum = try #require(decimal(1, 1).adding(decimal(2, 1)))
    #expect(evidence(.value(sum), .atMost(decimal(3, 1))).judgement.status == .onTrack)
  }

  @Test func aRestInBinaryDigitsDecidesNothing() {
    // 0.30000000000000004 and 0.29999999999999993.
    let (above, below) = (Number.real(0.1 + 0.2), Number.real(1 - 0.7000000000000001))
    let bound = decimal(3, 1)
    for (value, goal) in [(above, Goal.atMost(bound)), (below, .atLeast(bound))] {
      #expect(evidence(.value(value), goal).judgement.status == .onTrack)
    }
    let band = Goal.between(bound, bound)
    for value in [above, below] {
      let judgement = evidence(.value(value), band).judgement
      #expect(judgement.status == .onTrack && judgement.attainment == .one)
    }
    let missed = evidence(.value(below), .atMost(decimal(2, 1)), threshold: .value(bound))
    #expect(missed.judgement.status == .atRisk)
    let best = evidence(.value(above), .atMost(decimal(4, 1)), stretch: .value(bound))
    #expect(best.judgement.status == .exceeding)
    #expect(Trend(from: .value(above), to: .value(below)) == .flat)
  }

  @Test func nothingDefaultsToGreen() {
    #expect(evidence(.missing(.noRows), .atLeast(decimal(1))).judgement.status == .noData)
    #expect(evidence(.value(.one), nil).judgement.status == .noTarget)
    #expect(evidence(.missing(.noRows), nil).judgement.status == .noData)
    var running = evidence(.value(.one), .atLeast(decimal(1)))
    running.running = Evidence.RunningPeriod(elapsed: nil)
    #expect(running.judgement == Judgement(status: .partial, goal: .atLeast(.one)))
    running = evidence(.missing(.notMature), .atLeast(decimal(1)))
    running.running = Evidence.RunningPeriod(elapsed: .one)
    #expect(running.judgement == Judgement(status: .notMature, goal: .atLeast(.one)))
    var small = evidence(.value(.one), .atLeast(decimal(1)))
    small.isSampleSmall = true
    #expect(small.judgement == Judgement(status: .smallSample, goal: .atLeast(.one)))
  }

  @Test func aRunningPeriodIsHeldAgainstWhatIsDue() {
    var running = evidence(
      .value(decimal(84)), .atLeast(decimal(105)), stretch: .value(decimal(110)))
    running.running = Evidence.RunningPeriod(elapsed: Number(16).divided(by: Number(21)))
    let judgement = running.judgement
    #expect(judgement.status == .partial)
    #expect(judgement.goalToDate == .atLeast(decimal(80)))
    #expect(judgement.attainment == decimal(105, 2))
    #expect(judgement.pace == Judgement.Pace(value: decimal(11025, 2), status: .exceeding))
    running.running = Evidence.RunningPeriod(elapsed: .zero)
    #expect(running.judgement.goalToDate == .atLeast(.zero))
    #expect(running.judgement.attainment == nil)
    #expect(running.judgement.pace == nil)
  }

  @Test func aGoalWithoutAValueIsNoTargetAndSaysWhy() {
    var open = Evidence(.value(.one))
    open.goal = .atLeast(.missing(.divisionByZero))
    #expect(open.judgement == Judgement(status: .noTarget, missingGoal: .divisionByZero))
    open.goal = .between(.value(.zero), .missing(.noRows))
    #expect(open.judgement == Judgement(status: .noTarget, missingGoal: .noRows))
  }

  @Test func aLimitWithoutAValueIsNoLimit() {
    var open = Evidence(.value(decimal(14, 2)))
    open.goal = .atLeast(.value(decimal(15, 2)))
    open.threshold = .value(.missing(.noRows))
    #expect(open.judgement.status == .offTrack)
  }

  @Test func attainment() {
    #expect(Goal.atLeast(decimal(20)).attainment(of: decimal(15)) == decimal(75, 2))
    #expect(Goal.atMost(decimal(3)).attainment(of: decimal(4)) == decimal(75, 2))
    #expect(Goal.atMost(decimal(3)).attainment(of: .zero) == nil)
    #expect(Goal.atLeast(.zero).attainment(of: .one) == nil)
    #expect(Goal.atLeast(decimal(-5)).attainment(of: .one) == nil)
    #expect(Goal.between(.zero, .one).attainment(of: decimal(5, 1)) == .one)
    #expect(Goal.between(.zero, .one).attainment(of: decimal(5)) == nil)
  }

  @Test func trends() {
    #expect(Trend(from: .value(.zero), to: .value(.one)) == .up)
    #expect(Trend(from: .value(.one), to: .value(decimal(10, 1))) == .flat)
    #expect(Trend(from: .missing(.noRows), to: .value(.one)) == nil)
    #expect(Trend.down.isGood(for: .atMost(.one)) == true)
    #expect(Trend.up.isGood(for: .between(.zero, .one)) == nil)
  }
}
