/// How a KPI stands in one period. Nothing is on track by default: a value without a target, or a target
/// without a value, has a status that says so.
package enum Status: String, Hashable, Sendable, CaseIterable {
  /// At or past the stretch value.
  case exceeding
  case onTrack = "on track"
  /// Between the target and the threshold.
  case atRisk = "at risk"
  case offTrack = "off track"
  /// There is no value to judge.
  case noData = "no data"
  /// No target is in force for the period.
  case noTarget = "no target"
  /// The period is still running.
  case partial
  /// What follows the rows of the period counts too, and there has not been time for it yet.
  case notMature = "not mature"
  /// Too few cases stand behind the value.
  case smallSample = "small sample"

  /// The word in results.
  package var name: String { rawValue }

  /// The word on the command line: `off-track`.
  package var optionName: String {
    rawValue.split(separator: " ").joined(separator: "-")
  }

  /// Whether the value was judged and misses the target.
  package var missesTarget: Bool { self == .atRisk || self == .offTrack }
}
