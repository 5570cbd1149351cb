import KPIModel
import KPIPlan
import KPISource
import Testing

@testable import KPIScorecard

/// Every expected number here is worked out by hand.
@Suite struct ScoringTests {
  private static func scoring(
    _ rule: Scorecard.ScoreRule = .attainment, cap: Number? = nil,
    missing: Scorecard.Missing = .leftOut
  ) -> Scoring {
    Scoring(
      scorecard: Scorecard(
        name: "board", label: nil, reader: nil, owner: nil, department: nil, rule: rule,
        rollUp: .weightedMean, cap: cap, missing: missing, members: [],
        origin: SourceRange(file: FileID(0), 0..<0)))
  }

  private static func line(
    _ value: Number?, _ goal: Goal<Number>?, _ status: Status = .onTrack
  ) -> StatusLine {
    StatusLine(
      name: "kpi", label: nil, department: nil, owner: nil, quantity: .plain,
      period: ("2026-10", false), group: nil, value: value.map(Cell.value) ?? .missing(.noRows),
      judgement: Judgement(status: status, goal: goal), trend: nil)
  }

  private static func objective(
    _ status: Status?, grade: Number? = nil, results: [KeyResultStanding] = [],
    isRunning: Bool = false
  ) -> ObjectiveStanding {
    ObjectiveStanding(
      id: ObjectiveID(0), status: status, tally: StatusTally([]), keyResults: results,
      grade: grade, elapsed: nil, pace: nil, shakyAssumptions: [], isRunning: isRunning)
  }

  private static func result(
    _ grade: Number?, _ commitment: Objective.KeyResult.Commitment? = nil
  ) -> KeyResultStanding {
    KeyResultStanding(
      result: Objective.KeyResult(
        metric: MetricID(0), baseline: .zero, goal: .one, commitment: commitment),
      period: nil, value: .missing(.noRows), grade: grade, status: .noData, pace: nil)
  }

  // MARK: Attainment

  @Test(arguments: [
    // 150 of 200; half as much again; less than nothing counts 0.
    (Goal.atLeast(decimal(200)), decimal(150), decimal(75, 2)),
    (.atLeast(decimal(200)), decimal(300), decimal(15, 1)),
    (.atLeast(decimal(200)), decimal(-50), decimal(0)),
    // 4 allowed and 5 there: four fifths. Nothing left to lower counts as all.
    (.atMost(decimal(4)), decimal(5), decimal(8, 1)),
    (.atMost(decimal(4)), decimal(0), decimal(1)),
    (.atMost(decimal(4)), decimal(-3), decimal(1)),
    // Inside; below by 8 of 10; above by 20 of 25.
    (.between(decimal(10), decimal(20)), decimal(15), decimal(1)),
    (.between(decimal(10), decimal(20)), decimal(8), decimal(8, 1)),
    (.between(decimal(10), decimal(20)), decimal(25), decimal(8, 1)),
  ])
  func attainment(goal: Goal<Number>, value: Number, score: Number) {
    #expect(Self.scoring().score(Self.line(value, goal), baseline: nil) == .value(score))
  }

  @Test func attainmentIsCapped() {
    let scoring = Self.scoring(cap: decimal(12, 1))
    func score(_ value: Int128, _ goal: Goal<Number>) -> Score {
      scoring.score(Self.line(decimal(value), goal), baseline: nil)
    }
    #expect(score(300, .atLeast(decimal(200))) == .value(decimal(12, 1)))
    #expect(score(230, .atLeast(decimal(200))) == .value(decimal(115, 2)))
    // There is nothing left to lower, so it counts as much as anything can.
    #expect(score(0, .atMost(decimal(4))) == .value(decimal(12, 1)))
  }

  @Test(arguments: [Goal.atLeast(decimal(0)), .atLeast(decimal(-5)), .atMost(decimal(0))])
  func aTargetThatIsNotPositiveHasNoAttainment(goal: Goal<Number>) {
    let score = Self.scoring().score(Self.line(decimal(7), goal), baseline: nil)
    #expect(score == .missing(.noAttainment))
  }

  /// What is not judged has no score, however good the value looks.
  @Test(arguments: [
    (Status.noData, Score.Reason.noData), (.noTarget, .noTarget), (.notMature, .notMature),
    (.smallSample, .smallSample), (.partial, .partial),
  ])
  func whatIsNotJudgedHasNoScore(status: Status, reason: Score.Reason) {
    let bands = Scorecard.ScoreRule.bands([.exceeding: decimal(1)])
    for rule in [Scorecard.ScoreRule.attainment, .progress, bands] {
      let line = Self.line(decimal(900), .atLeast(decimal(1)), status)
      #expect(Self.scoring(rule).score(line, baseline: decimal(0)) == .missing(reason))
    }
  }

  // MARK: Progress

  @Test(arguments: [
    // From 40 to 60: 45 is a quarter of the way, 30 is behind the start, 70 is past the end.
    (Goal.atLeast(decimal(60)), 40, 45, decimal(25, 2)),
    (.atLeast(decimal(60)), 40, 30, decimal(0)), (.atLeast(decimal(60)), 40, 70, decimal(1)),
    // From 20 down to 10: 14 is six of ten.
    (.atMost(decimal(10)), 20, 14, decimal(6, 1)),
    // Into a band from above and from below: the nearer end is the goal.
    (.between(decimal(10), decimal(20)), 30, 24, decimal(6, 1)),
    (.between(decimal(10), decimal(20)), 5, 6, decimal(2, 1)),
    (.between(decimal(10), decimal(20)), 5, 12, decimal(1)),
  ])
  func progress(goal: Goal<Number>, baseline: Int, value: Int, score: Number) {
    let line = Self.line(decimal(Int128(value)), goal)
    let found = Self.scoring(.progress).score(line, baseline: decimal(Int128(baseline)))
    #expect(found == .value(score))
  }

  @Test func progressPastTheTargetCountsWhereTheCapAllowsIt() {
    // 30 of 20 to go.
    let line = Self.line(decimal(70), .atLeast(decimal(60)))
    let scoring = Self.scoring(.progress, cap: decimal(14, 1))
    #expect(scoring.score(line, baseline: decimal(40)) == .value(decimal(14, 1)))
    #expect(
      Self.scoring(.progress, cap: decimal(2)).score(line, baseline: decimal(40))
        == .value(decimal(15, 1)))
  }

  @Test func withoutAWayThereIsNoProgress() {
    let scoring = Self.scoring(.progress)
    let line = Self.line(decimal(70), .atLeast(decimal(60)))
    #expect(scoring.score(line, baseline: nil) == .missing(.noBaseline))
    #expect(scoring.score(line, baseline: decimal(60)) == .missing(.noWay))
    #expect(scoring.score(line, baseline: decimal(65)) == .missing(.noWay))
  }

  // MARK: Bands

  @Test(arguments: [
    (Status.exceeding, decimal(100)), (.onTrack, decimal(100)), (.atRisk, decimal(50)),
    (.offTrack, decimal(0)),
  ])
  func aStatusWithoutPointsHasThoseOfTheNextWorseOne(status: Status, points: Number) {
    let scoring = Self.scoring(.bands([.onTrack: decimal(100), .atRisk: decimal(50)]))
    let line = Self.line(decimal(7), .atLeast(decimal(7)), status)
    #expect(scoring.score(line, baseline: nil) == .value(points))
  }

  @Test func pointsAreCappedAndNeverBelowNothing() {
    let points = Scorecard.ScoreRule.bands([.onTrack: decimal(100), .offTrack: decimal(-20)])
    let scoring = Self.scoring(points, cap: decimal(80))
    func score(_ status: Status) -> Score {
      scoring.score(Self.line(decimal(7), .atLeast(decimal(7)), status), baseline: nil)
    }
    #expect(score(.exceeding) == .value(decimal(80)))
    #expect(score(.atRisk) == .value(decimal(0)))
  }

  // MARK: Objectives

  /// 90 and 60 of 100, and one without a value: the mean of two is 75 %, of three with 0 for the last 50 %.
  @Test func anObjectiveCountsTheMeanOfItsMeasures() {
    let lines = [
      Self.line(decimal(90), .atLeast(decimal(100))),
      Self.line(decimal(60), .atLeast(decimal(100))),
      Self.line(nil, .atLeast(decimal(100)), .noData),
    ]
    let objective = Self.objective(.atRisk)
    #expect(Self.scoring().score(objective, measuredBy: lines) == .value(decimal(75, 2)))
    let strict = Self.scoring(missing: .counts(.zero))
    #expect(strict.score(objective, measuredBy: lines) == .value(decimal(5, 1)))
    // Nothing is known, so nothing stands in for it here: the scorecard decides that.
    #expect(
      strict.score(Self.objective(.noData), measuredBy: [lines[2]]) == .missing(.noData))
    #expect(strict.score(Self.objective(nil), measuredBy: []) == .missing(.notMeasured))
  }

  @Test func anObjectiveHasNoBaselineAndHasAStatus() {
    let lines = [Self.line(decimal(90), .atLeast(decimal(100)), .atRisk)]
    let objective = Self.objective(.atRisk)
    #expect(Self.scoring(.progress).score(objective, measuredBy: lines) == .missing(.noBaseline))
    let bands = Scorecard.ScoreRule.bands([.onTrack: decimal(10), .atRisk: decimal(4)])
    #expect(Self.scoring(bands).score(objective, measuredBy: lines) == .value(decimal(4)))
    #expect(
      Self.scoring(bands).score(Self.objective(.partial), measuredBy: lines) == .missing(.partial))
  }

  /// Its measures say nothing where key results do.
  @Test func keyResultsCountByTheirGrade() {
    let lines = [Self.line(decimal(100), .atLeast(decimal(100)))]
    let half = Self.objective(
      .partial, grade: decimal(5, 1), results: [Self.result(.one), Self.result(nil)],
      isRunning: true)
    #expect(Self.scoring().score(half, measuredBy: lines) == .value(decimal(5, 1)))
    #expect(Self.scoring(.progress).score(half, measuredBy: lines) == .value(decimal(5, 1)))
    // 0.5 lies between 0.4 and 0.7, so it is at risk.
    let bands = Scorecard.ScoreRule.bands([.onTrack: decimal(10), .atRisk: decimal(4)])
    #expect(Self.scoring(bands).score(half, measuredBy: lines) == .value(decimal(4)))
    // What was committed to and is not there pulls the whole down.
    let broken = Self.objective(
      .offTrack, grade: decimal(75, 2),
      results: [Self.result(.one), Self.result(decimal(5, 1), .committed)])
    #expect(Self.scoring(bands).score(broken, measuredBy: []) == .value(decimal(0)))
    let unknown = Self.objective(.partial, results: [Self.result(nil)], isRunning: true)
    #expect(Self.scoring().score(unknown, measuredBy: lines) == .missing(.partial))
  }
}
