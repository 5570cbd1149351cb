import KPIModel
import KPIPlan
import KPITable

/// One measure over the values of entities, over the periods of a spine: the formula is computed for each entity,
/// wherever its value may change, and the values are brought together by group.
struct EntityView: View {
  let breakdowns: [Int]
  let groups: GroupKeys
  private let function: EntityFunction
  private let readings: EntityReadings
  private let results: [[Number?]]

  /// The views of measures that differ only in their function: the entities are gone through once.
  static func views(
    _ works: [PlanWork.EntityWork], _ joined: [JoinedGrouping], _ periods: [Period], _ plan: Plan,
    threads: Int
  ) -> [EntityView] {
    guard let first = works.first else { return [] }
    let readings = EntityReadings(first, joined, periods, plan, threads: threads)
    let functions = works.map(\.planned.function)
    let results = readings.results(of: functions, threads: threads)
    return works.indices.map { EntityView(functions[$0], readings, results[$0]) }
  }

  private init(
    _ function: EntityFunction, _ readings: EntityReadings, _ results: [[Number?]]
  ) {
    self.function = function
    self.readings = readings
    self.results = results
    breakdowns = readings.breakdowns
    groups = readings.groups
  }

  func isObserved(_ group: Int) -> Bool { readings.present[group].contains { $0 > 0 } }

  func isPresent(_ group: Int, at windows: [Int]) -> [Bool] {
    windows.map { readings.present[group][$0] > 0 }
  }

  func cells(_ group: Int?, at windows: [Int]) -> [Cell] {
    let nothing: Cell = function.isZeroOverNothing ? .value(.zero) : .missing(.noRows)
    return windows.map { window in
      if let reason = readings.reasons[window] { return .missing(reason) }
      guard let group = group ?? readings.emptyGroup, readings.participants[group][window] > 0
      else { return nothing }
      return results[group][window].map(Cell.value) ?? nothing
    }
  }

  func reason(at window: Int) -> MissingReason? { readings.reasons[window] }

  func addChanges(of group: Int?, to changes: inout [Int]) {
    let reasons = readings.reasons
    guard let group = group ?? readings.emptyGroup else {
      changes += reasons.indices.filter { $0 > 0 && reasons[$0] != reasons[$0 - 1] }
      return
    }
    let (results, present) = (results[group], readings.present[group])
    changes += reasons.indices.filter { window in
      window == 0 || results[window] != results[window - 1]
        || present[window] != present[window - 1] || reasons[window] != reasons[window - 1]
    }
  }
}

/// The entities of a measure, ready to be gone through.
final class EntityReadings: @unchecked Sendable {
  let breakdowns: [Int]
  /// The groups of the question; each entity belongs to one.
  let groups: GroupKeys
  /// How many entities take part, by group and window.
  private(set) var participants: [[Int]] = []
  /// How many of them have rows there; periods take part without.
  private(set) var present: [[Int]] = []
  /// What stands for a group without any rows, where periods alone are the entities: they take part all the same.
  let emptyGroup: Int?
  /// Why there is no value in a window for any group.
  let reasons: [MissingReason?]
  private let planned: PlannedEntities
  private let windowCount: Int
  private let views: [any View]
  /// The same, where all of them can be gone through cell by cell.
  private let additive: AdditiveCells?
  private let span: EntitySpine
  private let entities: [EntityPlace]
  /// For each measure whether it tells all keys apart; one that does not has no rows of an entity, only of several.
  private let tellsApart: [Bool]

  /// Where one entity is kept: its group here, and its group in each of the measures.
  private struct EntityPlace {
    let group: Int
    let members: [Int?]
    let keys: ArraySlice<Scalar?>
  }

  init(
    _ work: PlanWork.EntityWork, _ joined: [JoinedGrouping], _ periods: [Period], _ plan: Plan,
    threads: Int
  ) {
    planned = work.planned
    windowCount = periods.count
    breakdowns = work.breakdowns
    let span = EntitySpine(work, joined, periods, plan)
    self.span = span
    views = PlanViews.make(work.measures, joined, span.periods, plan, threads: threads)
    additive = AdditiveCells(views, windowCount: span.periods.count)
    reasons = EntityReadings.reasons(views, span, periods.count)
    let (outer, entityKeys) = (work.planned.outerKeys, work.planned.entityKeys)
    let wanted = work.breakdowns + Array(outer..<outer + entityKeys)
    tellsApart = views.map { Set(wanted).isSubset(of: $0.breakdowns) }
    let gathered = EntityReadings.gather(
      views, tellsApart, wanted, breakdowns: work.breakdowns.count)
    groups = GroupKeys(gathered.groups)
    let arePeriods = work.planned.entityKeys == 0
    emptyGroup = arePeriods ? groups.count : nil
    let empty = EntityPlace(group: groups.count, members: views.map { _ in nil }, keys: [])
    entities = gathered.entities + (arePeriods ? [empty] : [])
  }

  private var groupCount: Int { groups.count + (emptyGroup == nil ? 0 : 1) }

  /// Every entity that a measure with all keys has, and the groups they belong to.
  private static func gather(
    _ views: [any View], _ tellsApart: [Bool], _ wanted: [Int], breakdowns: Int
  ) -> (groups: [[Scalar?]], entities: [EntityPlace]) {
    let full = zip(views, tellsApart).filter(\.1).map(\.0)
    var groups: [[Scalar?]] = []
    var numberOfGroup: [[Scalar?]: Int] = [:]
    func group(_ keys: ArraySlice<Scalar?>) -> Int {
      if breakdowns == 0, !groups.isEmpty { return 0 }
      let keys = Array(keys)
      if let known = numberOfGroup[keys] { return known }
      numberOfGroup[keys] = groups.count
      groups.append(keys)
      return groups.count - 1
    }
    var entities: [EntityPlace] = []
    func add(_ keys: [Scalar?], _ members: [Int?]) {
      // Rows without a key belong to no entity.
      guard !keys[breakdowns...].contains(where: { $0 == nil }) else { return }
      entities.append(
        EntityPlace(group: group(keys[..<breakdowns]), members: members, keys: keys[breakdowns...]))
    }
    if let only = full.first, full.count == views.count,
      full.allSatisfy({ $0.groups === only.groups })
    {
      for (number, keys) in only.groups.values.enumerated() {
        add(keys, views.map { _ in number })
      }
      return (groups, entities)
    }
    var seen: Set<[Scalar?]> = []
    for view in full {
      for keys in view.groups.values where seen.insert(keys).inserted {
        add(keys, views.map { EntityReadings.member(keys, of: $0, wanted) })
      }
    }
    return (groups, entities)
  }

  /// The group of a measure that an entity belongs to.
  private static func member(_ keys: [Scalar?], of view: any View, _ wanted: [Int]) -> Int? {
    let own = view.breakdowns.map { key -> Scalar? in
      wanted.firstIndex(of: key).flatMap { keys[$0] }
    }
    return view.groups.numbers[own]
  }

  private static func reasons(
    _ views: [any View], _ span: EntitySpine, _ windowCount: Int
  ) -> [MissingReason?] {
    var reasons = [MissingReason?](repeating: nil, count: windowCount)
    for (period, windows) in span.windows.enumerated() {
      for view in views {
        guard let reason = view.reason(at: period) else { continue }
        for window in windows where reasons[window] == nil { reasons[window] = reason }
      }
    }
    return reasons
  }

  // MARK: Values

  /// What each function comes to, by group and window.
  func results(of functions: [EntityFunction], threads: Int) -> [[[Number?]]] {
    // Where entities are told by keys, those that take part are those with rows.
    var counts: [(Int) -> EntityTotals] = [{ CountTotals(.present, $0) }]
    if emptyGroup != nil { counts.append { CountTotals(.all, $0) } }
    let totals = goThrough(
      counts + functions.map { function in { EntityTotals.make(function, $0, isReal: false) } },
      Wanted(functions), threads)
    present = totals[0].map(EntityReadings.numbers)
    participants = emptyGroup == nil ? present : totals[1].map(EntityReadings.numbers)
    return functions.indices.map { index in
      let exact = totals[counts.count + index].map { $0.results(keys(of:)) }
      if !exact.contains(where: { $0 == nil }) { return exact.map { $0 ?? [] } }
      // Some sum outgrew exact numbers; then all of them are binary, whatever the order of entities.
      let function = functions[index]
      return goThrough(
        [{ EntityTotals.make(function, $0, isReal: true) }], Wanted([function]), threads)[0]
        .map { $0.results(keys(of:)) ?? [] }
    }
  }

  private func keys(of entity: Int) -> ArraySlice<Scalar?> { entities[entity].keys }

  /// What functions look at, so that nothing else is computed.
  private struct Wanted {
    var value = false
    var truth = false
    var summed = false

    init(_ functions: [EntityFunction]) {
      for function in functions {
        switch function {
        case .count: break
        case .countSatisfying: truth = true
        case .top: (value, summed) = (true, true)
        case .countValues, .sum, .minimum, .maximum, .standardDeviation, .product, .percentile:
          value = true
        }
      }
    }
  }

  private static func numbers(_ totals: EntityTotals) -> [Int] {
    (totals.results { _ in [] } ?? []).map { number in number.map { Int($0.doubleValue) } ?? 0 }
  }

  private struct Part: @unchecked Sendable { let totals: [[EntityTotals]] }

  /// Goes through all entities, with totals of each kind for each group.
  private func goThrough(
    _ kinds: [(Int) -> EntityTotals], _ wanted: Wanted, _ threads: Int
  ) -> [[EntityTotals]] {
    let size = max((entities.count + threads * 4 - 1) / (threads * 4), 256)
    let starts = Array(stride(from: 0, to: max(entities.count, 1), by: size))
    let parts = Workers.map(starts, threads: threads) { start in
      Part(totals: totals(of: start..<min(start + size, entities.count), kinds, wanted))
    }
    for part in parts.dropFirst() {
      for (own, other) in zip(parts[0].totals, part.totals) {
        for (own, other) in zip(own, other) { own.absorb(other) }
      }
    }
    return parts[0].totals
  }

  private func totals(
    of range: Range<Int>, _ kinds: [(Int) -> EntityTotals], _ wanted: Wanted
  ) -> [[EntityTotals]] {
    let totals = kinds.map { make in (0..<groupCount).map { _ in make(windowCount) } }
    func add(_ entity: Int, _ run: Range<Int>, _ value: EntityValue) {
      let group = entities[entity].group
      span.forEachRun(run) { windows in
        for own in totals { own[group].add(value, over: windows) }
      }
    }
    // Where periods alone are the entities, each takes part, with rows or without.
    let arePeriods = emptyGroup != nil
    if let additive {
      let scratch = AdditiveCells.Scratch(additive)
      let condition = wanted.truth ? WholeCondition(planned.value, additive) : nil
      for entity in range {
        let member = entities[entity].members.first { $0 != nil } ?? nil
        additive.forEachRun(of: member, fromStart: arePeriods, scratch) { run, isPresent in
          guard isPresent || arePeriods else { return }
          let value = value(
            of: entity, isPresent, wanted, truth: condition.map { $0.holds(scratch) }
          ) { additive.cell($0, run.lowerBound, scratch) }
          add(entity, run, value)
        }
      }
    } else {
      for entity in range {
        forEachRun(of: entities[entity]) { run, isPresent, cell in
          guard isPresent || arePeriods else { return }
          add(entity, run, value(of: entity, isPresent, wanted, truth: nil, cell))
        }
      }
    }
    return totals
  }

  /// Calls a closure for each run of windows in which the measures of an entity have the same values: with the run,
  /// with whether there are rows, and with the values.
  private func forEachRun(
    of entity: EntityPlace, _ body: (Range<Int>, Bool, (MeasureID) -> Cell) -> Void
  ) {
    var changes: [Int] = emptyGroup == nil ? [] : [0]
    for (view, member) in zip(views, entity.members) { view.addChanges(of: member, to: &changes) }
    changes.sort()
    var starts: [Int] = []
    for change in changes where change != starts.last && change < span.periods.count {
      starts.append(change)
    }
    guard !starts.isEmpty else { return }
    let present = views.indices.filter { tellsApart[$0] }.compactMap { index in
      entity.members[index].map { views[index].isPresent($0, at: starts) }
    }
    let cells = zip(views, entity.members).map { $0.cells($1, at: starts) }
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : span.periods.count
      body(start..<end, present.contains { $0[place] }) { cells[$0.index][place] }
    }
  }

  private func value(
    of entity: Int, _ isPresent: Bool, _ wanted: Wanted, truth: Bool?, _ cell: (MeasureID) -> Cell
  ) -> EntityValue {
    let value = wanted.value ? planned.value.evaluate(cell) : .missing(.noValue)
    let summed = wanted.summed ? planned.summed?.evaluate(cell) ?? value : value
    return EntityValue(
      entity: entity, cell: value, isPresent: isPresent,
      isSatisfying: truth ?? (wanted.truth && planned.value.truth(cell) == true), summed: summed)
  }
}

/// The periods that an entity measure is computed for, and the windows of the question that each is part of.
struct EntitySpine {
  let periods: [Period]
  let windows: [Range<Int>]
  /// Whether the periods are entities themselves, rather than those of the question.
  private let arePeriodsEntities: Bool

  init(
    _ work: PlanWork.EntityWork, _ joined: [JoinedGrouping], _ asked: [Period], _ plan: Plan
  ) {
    guard let grain = work.planned.grain else {
      periods = asked
      windows = asked.indices.map { $0..<$0 + 1 }
      arePeriodsEntities = false
      return
    }
    arePeriodsEntities = true
    let calendar = plan.calendar
    var (lastDay, end) = (plan.question.asOf, plan.question.asOf)
    if work.measures.flatMap(\.rows).contains(where: { $0.horizon.lastDay > lastDay }) {
      // Rows that are known ahead end with the last of them.
      lastDay = .end
      end = max(end, work.observedDays(joined, plan)?.upperBound ?? end)
    }
    let now = end.adding(days: 1)
    let days = asked.map { period -> Range<Day> in
      let days =
        calendar.days(of: work.planned.window, for: period, asOf: lastDay) ?? .first..<Day.first
      return min(days.lowerBound, now)..<min(days.upperBound, now)
    }
    var first = days.filter { !$0.isEmpty }.map(\.lowerBound).min() ?? now
    let last = days.map(\.upperBound).max() ?? now
    if first == .first {
      // Everything there is begins with the first row.
      first = work.observedDays(joined, plan)?.lowerBound ?? now
    }
    guard first < last else {
      (periods, windows) = ([], [])
      return
    }
    let start = calendar.ordinal(of: first, grain)
    let periods = (start...calendar.ordinal(of: last.adding(days: -1), grain)).map {
      calendar.period(ordinal: $0, grain)
    }
    self.periods = periods
    windows = periods.map { period in
      let from = days.partitioningIndex { $0.upperBound > period.start }
      return from..<max(from, days.partitioningIndex { $0.lowerBound > period.start })
    }
  }

  /// Calls a closure with the windows that a run of periods counts for, once for each entity there.
  func forEachRun(_ run: Range<Int>, _ body: (Range<Int>) -> Void) {
    guard arePeriodsEntities else { return body(run) }
    for period in run where !windows[period].isEmpty { body(windows[period]) }
  }
}
