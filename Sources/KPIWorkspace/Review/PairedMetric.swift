import KPIDiff
import KPIModel
import KPIScorecard
import KPISemantics

/// A metric of both specifications, with the periods in which its values are compared.
struct PairedMetric {
  private let before: MetricID?
  private let after: MetricID?
  private let periods: PairedPeriods
  /// What the base judges by, where that is another cadence.
  private let former: PairedPeriods?
  private let groups: PairedGroups?
  private let base: Specification
  private let head: Specification
  private let asOf: Day

  init?(
    before: MetricID?, after: MetricID?, periods: Int, asOf: Day, _ base: Project, _ head: Project
  ) {
    guard
      let declared = after.map({ head.specification[$0] })
        ?? before.map({ base.specification[$0] })
    else { return nil }
    self.before = before
    self.after = after
    self.base = base.specification
    self.head = head.specification
    self.asOf = asOf
    let old = before.flatMap { base.specification[$0].accountability?.cadence }
    let now = declared.accountability?.cadence ?? old ?? .month
    let calendar = base.specification.company.calendar
    let leading = after == nil ? calendar : head.specification.company.calendar
    self.periods = PairedPeriods(now, last: periods, asOf: asOf, base: calendar, head: leading)
    former =
      old == now
      ? nil
      : old.map { PairedPeriods($0, last: periods, asOf: asOf, base: calendar, head: leading) }
    if let before, let after {
      groups = PairedGroups(before, in: base.specification, after, in: head.specification)
    } else {
      groups = nil
    }
  }

  // MARK: What is asked

  private var allPeriods: [PairedPeriods] { [periods] + (former.map { [$0] } ?? []) }

  var askedOfBase: [SideValues.Asked] {
    before.map { metric in
      allPeriods.map { .init(metric: metric, grain: $0.grain, periods: $0.base, groups: []) }
    } ?? []
  }

  var askedOfHead: [SideValues.Asked] {
    after.map { metric in
      allPeriods.map {
        .init(
          metric: metric, grain: $0.grain, periods: $0.head, groups: groups?.withoutTarget ?? [])
      }
    } ?? []
  }

  // MARK: What is found

  func figures(_ before: SideValues, _ after: SideValues) -> Figures {
    let declared = (self.before.map { base[$0] }, self.after.map { head[$0] })
    let quantity = (declared.1 ?? declared.0)?.quantity ?? .plain
    let now = readings(periods, before, after)
    return Figures(
      metric: (declared.1 ?? declared.0)?.name ?? "", grain: periods.grain,
      before: declared.0?.quantity ?? quantity, after: quantity,
      series: series(periods, now, by: former == nil ? .both : .head),
      former: former.map { former in
        let then = readings(former, before, after)
        return Figures.Former(grain: former.grain, series: series(former, then, by: .base(now)))
      })
  }

  /// What both sides are judged by in some periods.
  private struct Readings {
    let base: [SideValues.Judged?]
    let head: [SideValues.Judged?]
  }

  /// The sides that judge by such periods.
  private enum Judging {
    case both, head
    /// The base, and what the head judges by instead.
    case base(Readings)
  }

  private func readings(
    _ periods: PairedPeriods, _ before: SideValues, _ after: SideValues
  ) -> Readings {
    let base = periods.base.map { period -> SideValues.Judged? in
      guard let metric = self.before,
        let judged = before.judged[SideValues.Key(metric: metric, period: period)]
      else { return nil }
      return SideValues.Judged(
        evidence: judged.evidence.map { group, evidence in
          (groups.map { $0.name(ofFormer: group) } ?? group, evidence)
        }, hasRows: judged.hasRows)
    }
    let head = periods.head.map { period in
      self.after.flatMap { after.judged[SideValues.Key(metric: $0, period: period)] }
    }
    return Readings(base: base, head: head)
  }

  private func series(
    _ periods: PairedPeriods, _ readings: Readings, by judging: Judging
  ) -> [Figures.Series] {
    let all = Array(zip(readings.base, readings.head))
    // What lies before the first rows was never judged by anybody.
    let first =
      all.firstIndex { $0.0?.hasRows ?? false || $0.1?.hasRows ?? false } ?? all.count
    var names: [String?] = []
    for (old, new) in all {
      for group in ((new?.evidence ?? []) + (old?.evidence ?? [])).map(\.group)
      where !names.contains(group) { names.append(group) }
    }
    return names.map { group in
      Figures.Series(
        group: group,
        rows: (first..<all.count).map { index in
          row(index, of: periods, group, all[index].0, all[index].1, by: judging)
        })
    }
  }

  private func row(
    _ index: Int, of periods: PairedPeriods, _ group: String?, _ old: SideValues.Judged?,
    _ new: SideValues.Judged?, by judging: Judging
  ) -> Figures.Row {
    var (before, after) = (old?[group], new?[group])
    var byOldTarget: Status?
    var standings: [Figures.Standing] = []
    if case .head = judging {
      before?.judgeNothing()
    } else if let before, let value = after {
      byOldTarget = isInOneUnit ? value.judged(as: before).judgement.status : nil
    }
    switch judging {
    case .both:
      standings = after.map { [.init(period: periods.names[index], $0.judgement.status)] } ?? []
    case .head: break
    case .base(let now):
      after?.judgeNothing()
      standings = self.standings(of: group, in: periods.head[index], now)
    }
    return Figures.Row(
      period: periods.names[index], isRunning: periods.head[index].lastDay > asOf,
      before: before.map(Figures.Reading.init), after: after.map(Figures.Reading.init),
      byOldTarget: byOldTarget, isJudgedAlike: former == nil, standings: standings)
  }

  /// How the periods stand by which the head judges what was one period before; none where not all of them are known.
  private func standings(
    of group: String?, in former: Period, _ now: Readings
  ) -> [Figures.Standing] {
    guard let first = periods.head.first, first.start <= former.start else { return [] }
    return periods.head.indices.compactMap { index in
      guard periods.head[index].days.overlaps(former.days) else { return nil }
      return now.head[index]?[group].map {
        Figures.Standing(period: periods.names[index], $0.judgement.status)
      }
    }
  }

  private var isInOneUnit: Bool {
    guard let before, let after else { return false }
    return base[before].quantity.unit == head[after].quantity.unit
  }
}

extension Evidence {
  /// The same value, judged by what another one was.
  fileprivate func judged(as other: Evidence) -> Evidence {
    var evidence = self
    evidence.goal = other.goal
    evidence.threshold = other.threshold
    evidence.stretch = other.stretch
    evidence.isSampleSmall = other.isSampleSmall
    return evidence
  }

  /// Leaves the value alone, without anything that it is judged by.
  fileprivate mutating func judgeNothing() {
    goal = nil
    threshold = nil
    stretch = nil
    isSampleSmall = false
  }
}
