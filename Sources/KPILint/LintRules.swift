/// The opinions in the order of their codes: the one list that a new one is added to.
extension LintRule {
  package static let all: [LintRule] = [
    // Definition.
    .missingOwner, .missingCadence, .missingQuestion, .vagueName, .duplicateMeaning, .sameLabel,
    .missingDepartment, .missingAction, .unusedMetric, .unusedTable, .unusedOwner, .unusedUnit,
    .placeholder, .missingTranslation, .missingLabel, .undocumented, .ownerWithoutEmail,
    .departmentWithoutLead, .untestedKPI, .deprecatedInUse, .deprecatedWithoutReplacement,
    .tooManyKPIsPerOwner, .nameStyle,
    // Formulas.
    .meanOfDuration, .repeatedFilter, .magicFactor, .constantKPI, .averageOfPercentColumn,
    .sumOfPercentColumn, .windowLongerThanCadence, .shareWithoutRange, .shareOfEveryone,
    .missingValuesDropped, .optionalPartDropsRow, .keylessRowsCounted, .distinctCountOfKey,
    .booleanComparison, .longFormula, .divisionByItself, .rowsMayBeSkipped, .implicitDate,
    .segmentWithoutSample,
    // Targets.
    .missingTarget, .missingThreshold, .missingStretch, .targetGap, .targetExpired, .targetNotBegun,
    .targetOutsideRange, .thresholdEqualsTarget, .oneSidedBand, .segmentsWithoutTotal,
    .perfectTarget, .benchmarkAsTarget, .openEndedTarget, .unchangedTarget, .toleranceTooThin,
    .easyTarget, .missedTarget, .movedInRunningPeriod, .stretchEqualsTarget, .tooManyTargets,
    .placeholderTarget,
    // Strategy.
    .kpiWithoutObjective, .noStrategy, .objectiveWithoutMeasure, .objectiveWithoutTarget,
    .objectiveWithoutInitiative, .causalCycle, .offTheMap, .drivesNothing, .againstCausalOrder,
    .tooManyObjectives, .tooManyMeasures, .emptyPerspective, .mostlyFinancial, .onlyLagging,
    .missingMission, .objectiveWithoutPerspective, .numberInObjective, .keyResultCount,
    .taskAsObjective, .flatKeyResult, .tooManyOKRs, .driveWithoutReason, .backwardKeyResult,
    .taskAsKeyResult, .keyResultsWithoutPeriod,
    // Freshness.
    .missingReview, .staleReview, .neverReviewed, .expiredKPI, .untouchedDefinition, .bornTogether,
    .untouchedTarget, .oldKPI, .holidaysRunOut, .futureReview, .objectiveOver,
    .expiredAssumption, .brokenAssumption, .assumptionWithoutExpiry, .unusedAssumption,
    // Execution.
    .offTrackWithoutInitiative, .initiativeWithoutOwner, .initiativeWithoutDue,
    .initiativeWithoutKPI, .noData, .kpiInNoScorecard, .overdueInitiative, .initiativeWithoutEffect,
    .unhealthyForLong, .tableWithoutData, .neverEnoughSample, .initiativeWithoutState,
    .offTrackWithoutAction,
    // Gaming.
    .missingCounterMetric, .activityAsOutcome, .cumulativeKPI, .balancedByItself,
    .dependentCounterMetric, .justAbove,
    // Scorecards.
    .weightsDoNotAddUp, .extremeWeight, .scoreWithoutCap, .progressWithoutBaseline,
    .baselineEqualsTarget, .doubleCounted, .mixedPeriods, .memberWithoutTarget, .crowdedScorecard,
    .missingLeftOut, .similarMembers, .emptyScorecard, .scorecardWithoutReader, .attainmentOfZero,
    // Data.
    .tableWithoutKey, .noTimeZone, .noCurrency, .noFiscalYear, .undocumentedTable,
  ]
}
