/// The opinions in the order of their codes: the one list that a new one is added to.
extension LintRule {
  package static let all: [LintRule] = [
    .missingOwner,
    // Targets.
    .missingTarget, .missingThreshold, .missingStretch, .targetGap, .targetExpired,
    .targetNotBegun, .targetOutsideRange, .thresholdEqualsTarget, .oneSidedBand,
    .segmentsWithoutTotal, .perfectTarget, .benchmarkAsTarget, .openEndedTarget, .unchangedTarget,
    .toleranceTooThin, .easyTarget, .missedTarget, .movedInRunningPeriod, .stretchEqualsTarget,
    .tooManyTargets,
    // Freshness.
    .missingReview, .staleReview, .neverReviewed, .expiredKPI, .untouchedDefinition, .bornTogether,
    .untouchedTarget, .oldKPI, .holidaysRunOut, .futureReview, .objectiveOver,
  ]
}
