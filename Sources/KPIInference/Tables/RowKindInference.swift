/// Tells events, snapshots and spans apart, where the columns show it.
struct RowKindInference {
  let table: ProposedTable
  let profiles: [ColumnProfile]
  let facts: RowFacts

  var kind: ProposedTable.RowKind { spans ?? snapshots ?? events ?? .plain }

  /// A start that every row has, and an end that is never before it.
  private var spans: ProposedTable.RowKind? {
    let days = table.columns.indices.filter { table.columns[$0].type.isDay }
    for start in days where !table.columns[start].isOptional && words(start).mention(.start) {
      for end in days where end != start && words(end).mention(.end) {
        // What is closed is a span of what was opened; otherwise it is the date of an event.
        let isPair = !words(end).mention(.closed) || words(start).mention(.opened)
        guard isPair, !words(end).mention(.start), facts.isOrdered(start, end) else { continue }
        return .spans(start: start, end: end)
      }
    }
    return nil
  }

  /// The same things again and again, day by day, in a table that speaks of a stock.
  private var snapshots: ProposedTable.RowKind? {
    guard
      HeaderWords(table.name).mention(.stock)
        || table.columns.contains(where: { $0.words.mention(.stock) })
    else { return nil }
    return facts.grids.first { $0.fullness >= 0.5 }.map { .snapshots(moment: $0.day) }
  }

  /// The first date that every row has and that tells when the row happened.
  private var events: ProposedTable.RowKind? {
    let days = table.columns.indices.filter {
      table.columns[$0].type.isDay && !words($0).mention(.birth)
    }
    let complete = days.filter { !table.columns[$0].isOptional }
    let time =
      complete.first { !words($0).mention(.otherDay) } ?? days.first(where: isNearlyComplete)
      ?? complete.first
    return time.map { .events(time: $0) }
  }

  private func isNearlyComplete(_ index: Int) -> Bool {
    let profile = profiles[table.columns[index].place]
    return !words(index).mention(.otherDay) && profile.missingCount * 10 <= profile.presentCount
  }

  private func words(_ index: Int) -> HeaderWords { table.columns[index].words }
}
