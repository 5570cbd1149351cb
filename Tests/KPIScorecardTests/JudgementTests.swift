import KPIModel
import KPIPlan
import KPIScorecard
import Testing

/// The number that a decimal numeral stands for.
func decimal(_ mantissa: Int128, _ scale: Int = 0) -> Number {
  Rational(mantissa: mantissa, scale: scale).map(Number.exact) ?? .zero
}

private let january = Period(grain: .month, start: Day(20_454), end: Day(20_485))

private func expected(
  _ goal: Goal?, threshold: Bounds? = nil, stretch: Bounds? = nil
) -> Target {
  func always<Value>(_ value: Value?) -> [Effective<Value>] {
    value.map { [Effective(from: nil, value: $0)] } ?? []
  }
  return Target(
    goals: always(goal), segments: [], threshold: always(threshold), stretch: always(stretch))
}

@Suite struct JudgementTests {
  @Test(arguments: [
    (25, Status.exceeding), (20, .exceeding), (19, .onTrack), (15, .onTrack), (14, .atRisk),
    (10, .atRisk), (9, .offTrack), (-5, .offTrack),
  ])
  func higherIsBetter(percents: Int, status: Status) {
    let target = expected(
      .atLeast(decimal(15, 2)), threshold: .value(decimal(10, 2)), stretch: .value(decimal(20, 2)))
    #expect(target.judge(.value(decimal(Int128(percents), 2)), in: january).status == status)
  }

  @Test(arguments: [
    (1, Status.exceeding), (2, .exceeding), (3, .onTrack), (5, .onTrack), (6, .atRisk),
    (7, .offTrack),
  ])
  func lowerIsBetter(percents: Int, status: Status) {
    let target = expected(
      .atMost(decimal(5, 2)), threshold: .value(decimal(6, 2)), stretch: .value(decimal(2, 2)))
    #expect(target.judge(.value(decimal(Int128(percents), 2)), in: january).status == status)
  }

  @Test(arguments: [
    (1, Status.offTrack), (2, .atRisk), (3, .onTrack), (5, .onTrack), (6, .atRisk), (7, .offTrack),
  ])
  func insideIsBetter(value: Int, status: Status) {
    let target = expected(
      .between(decimal(3), decimal(5)), threshold: .band(decimal(2), decimal(6)))
    #expect(target.judge(.value(decimal(Int128(value))), in: january).status == status)
  }

  @Test func withoutAThresholdMissingTheTargetIsOffTrack() {
    let judgement = expected(.atLeast(decimal(15, 2))).judge(.value(decimal(14, 2)), in: january)
    #expect(judgement.status == .offTrack)
  }

  @Test func comparisonsAreExact() throws {
    // One third of a cent under the target: equal to it in floating point, and on any display.
    let value = try #require(Rational(3_000_000_000_000_000_000 - 1, over: 3))
    let judgement = expected(.atLeast(decimal(1_000_000_000_000_000_000)))
      .judge(.value(.exact(value)), in: january)
    #expect(judgement.status == .offTrack)
    // 0.1 + 0.2 is 0.3.
    let sum = try #require(decimal(1, 1).adding(decimal(2, 1)))
    #expect(expected(.atMost(decimal(3, 1))).judge(.value(sum), in: january).status == .onTrack)
  }

  @Test func nothingDefaultsToGreen() {
    let target = expected(.atLeast(decimal(1)))
    #expect(target.judge(.missing(.noRows), in: january).status == .noData)
    #expect(target.judge(.value(.one), in: january, isPartial: true).status == .partial)
    #expect(expected(nil).judge(.value(.one), in: january).status == .noTarget)
    #expect(Judgement.withoutTarget(.value(.one)).status == .noTarget)
    #expect(Judgement.withoutTarget(.missing(.noRows)).status == .noData)
  }

  @Test func theGoalIsTheOneInForceWhenThePeriodBegins() {
    let goals = [
      Effective<Goal>(from: Day(20_454), value: .atMost(decimal(5, 2))),
      Effective<Goal>(from: Day(20_470), value: .atMost(decimal(3, 2))),
    ]
    let target = Target(goals: goals, segments: [], threshold: [], stretch: [])
    #expect(target.judge(.value(decimal(4, 2)), in: january).goal == .atMost(decimal(5, 2)))
    let december = Period(grain: .month, start: Day(20_423), end: Day(20_454))
    #expect(target.judge(.value(decimal(4, 2)), in: december).status == .noTarget)
    let february = Period(grain: .month, start: Day(20_485), end: Day(20_513))
    #expect(target.judge(.value(decimal(4, 2)), in: february).status == .offTrack)
  }

  @Test func groupsHaveGoalsOfTheirOwn() {
    let segment = Attribute.dimension(DimensionID(0))
    let goal = Effective<Goal>(from: nil, value: .atMost(decimal(1, 2)))
    let target = Target(
      goals: [Effective(from: nil, value: .atMost(decimal(5, 2)))],
      segments: [
        .init(attribute: segment, name: "segment", goals: [(.text("enterprise"), [goal])])
      ], threshold: [Effective(from: nil, value: .value(decimal(6, 2)))], stretch: [])
    func status(_ group: String?) -> Status {
      target.judge(
        .value(decimal(2, 2)), in: january,
        group: group.map { .init(segment, .text($0)) }
      ).status
    }
    #expect(status(nil) == .onTrack)
    #expect(status("enterprise") == .atRisk)
    #expect(status("smb") == .noTarget)
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
