package import KPIModel

extension Status {
  /// From the worst to the best. What was not judged stands between what misses its target and what reaches it, so that a
  /// missing value never counts as good.
  private static let worstFirst: [Status] = [
    .offTrack, .atRisk, .noData, .noTarget, .smallSample, .notMature, .partial, .onTrack,
    .exceeding,
  ]

  /// The worst of some statuses; `nil` where there are none.
  package static func worst(of statuses: some Sequence<Status>) -> Status? {
    let present = Set(statuses)
    return worstFirst.first(where: present.contains)
  }
}
