import KPIModel

/// How a KPI stood in its latest complete periods.
struct TrackRecord {
  let kpi: LintedKPI
  /// The oldest first.
  let all: [LintEvidence.Observation]
  /// Those that could be judged by now: what follows the rows of the latest ones may not have had its time.
  let mature: ArraySlice<LintEvidence.Observation>

  init(_ kpi: LintedKPI, _ all: [LintEvidence.Observation]) {
    self.kpi = kpi
    self.all = all
    let count = all.reversed().prefix { $0.status == .notMature }.count
    mature = all.dropLast(count)
  }

  /// How many periods in a row up to now are such.
  func latest(_ isSuch: (LintEvidence.Observation) -> Bool) -> Int {
    mature.reversed().prefix(while: isSuch).count
  }

  /// Whether it is off track, and not by chance: for two periods, or one that is long.
  var isOffTrack: Bool {
    let isLong = (kpi.accountability.cadence ?? .month).span.months >= 3
    return latest { $0.status == .offTrack } >= (isLong ? 1 : 2)
  }
}

extension LintContext {
  /// The KPIs with how they stood; none where they were not evaluated.
  var records: [TrackRecord] {
    guard let observations = evidence.observations else { return [] }
    return kpis.compactMap { kpi in
      observations[kpi.id].map { TrackRecord(kpi, $0) }
    }
  }
}
