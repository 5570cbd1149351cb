import KPIModel

/// Metrics of rows that add up over time.
extension MetricProposals {
  mutating func proposeForEvents() {
    add(.count, [naming.count], "count(\(quotedTable))")
    proposeTotals()
    proposeAverages()
    proposeShares { "share(\($0))" }
    proposeEntities()
    proposeAges()
    proposeGrowth()
  }

  private mutating func proposeTotals() {
    let totals = columns(.money, .quantity).prefix(5)
    for column in totals {
      add(.total, [totalName(column)], "sum(\(path(column)))", about: column.header)
    }
    guard !totals.contains(where: { $0.numberKind == .money }),
      let quantity = columns(.quantity).first(where: { $0.words.mention(.quantity) }),
      let price = columns(.unitPrice).first
    else { return }
    add(
      .value, [naming.value], "sum(\(path(quantity)) * \(Specification.quoted(price.name)))",
      about: price.header)
  }

  private func totalName(_ column: ProposedColumn) -> String {
    let part = ColumnName.part(column.name)
    return column.words.words.contains { ["total", "sum", "tổng", "tong"].contains($0) }
      ? part : naming.total(part)
  }

  /// Ratios of sums, so that they are right for every period and group.
  private mutating func proposeAverages() {
    guard let count = name(of: .count) else { return }
    let totals = metrics.filter { $0.meaning == .total || $0.meaning == .value }
    for column in columns(.money).prefix(2) {
      guard let total = totals.first(where: { $0.column == column.header }) else { continue }
      let rows = column.isOptional ? "count(\(path(column)))" : count
      add(
        .average, [naming.average(ColumnName.part(column.name))],
        "\(Specification.quoted(total.name)) / \(rows)", about: column.header)
    }
    if let money = columns(.money).first, !money.isOptional,
      let quantity = columns(.quantity).first(where: { $0.words.mention(.quantity) }),
      let (top, bottom) = pair(totals, money, quantity)
    {
      add(
        .perPiece, [naming.per(ColumnName.part(money.name), ColumnName.part(quantity.name))],
        "\(top) / \(bottom)", about: money.header)
    }
    if let income = columns(.money).first(where: { $0.words.mention(.income) }),
      let cost = columns(.money).first(where: { $0.words.mention(.cost) }),
      cost.type == income.type,
      let (revenue, spent) = pair(totals, income, cost)
    {
      add(
        .margin, [naming.margin], "(\(revenue) - \(spent)) / \(revenue)", unit: "percent",
        about: cost.header)
    }
    for column in columns(.measurement).prefix(2) {
      add(
        .average, [naming.average(ColumnName.part(column.name))], "average(\(path(column)))",
        about: column.header)
    }
    for column in columns(.duration).prefix(2) {
      guard case .duration(let unit) = column.type else { continue }
      add(
        .typical, [naming.typical(ColumnName.part(column.name))], "median(\(path(column)))",
        unit: unit,
        about: column.header)
    }
  }

  private func pair(
    _ totals: [ProposedMetric], _ first: ProposedColumn, _ second: ProposedColumn
  ) -> (String, String)? {
    guard let one = totals.first(where: { $0.column == first.header }),
      let other = totals.first(where: { $0.column == second.header })
    else { return nil }
    return (Specification.quoted(one.name), Specification.quoted(other.name))
  }

  /// The part of the rows in each state; `measure` makes the metric of the rows.
  mutating func proposeShares(_ measure: (String) -> String) {
    let states = table.columns.filter { column in
      column.words.mention(.status) && (2...6).contains(column.allowed?.count ?? 0)
    }
    for column in states.prefix(2) {
      for value in column.allowed ?? [] {
        let condition = "\(Specification.quoted(column.name)) = \(StringLiteral.of(value))"
        add(
          .share, [naming.share(ColumnName.part(value))],
          measure("\(quotedTable) where \(condition)"), unit: "percent", about: column.header,
          called: value)
      }
    }
    for column in table.columns.filter({ $0.type == .boolean }).prefix(3) {
      add(
        .share, [naming.share(ColumnName.part(column.name))],
        measure("\(quotedTable) where \(Specification.quoted(column.name))"), unit: "percent",
        about: column.header)
    }
  }

  private mutating func proposeEntities() {
    guard let count = name(of: .count) else { return }
    let entities = table.columns.filter { $0.reference != nil || $0.namesRepeatedThings }
    for column in entities.prefix(2) {
      let things = column.reference ?? column.thing
      add(
        .distinct, [naming.active(things)], "count_distinct(\(path(column)))", about: column.header,
        called: things)
      guard let active = metrics.last.map({ Specification.quoted($0.name) }) else { continue }
      // What is dated by another table is new whenever that is.
      if case .events = table.rows {
        add(
          .newcomers, [naming.newcomers(things)], "new(\(path(column)))", about: column.header,
          called: things)
      }
      let each = things.split(separator: "_").map(String.init)
      let one = (each.dropLast() + each.suffix(1).map(HeaderWords.singular)).joined(separator: "_")
      add(
        .perEntity, [naming.per(table.name, one)], "\(count) / \(active)", about: column.header,
        called: one)
    }
  }

  /// How long it takes from the row's own date to those that come after it.
  private mutating func proposeAges() {
    guard case .events(let time) = table.rows else { return }
    let start = table.columns[time]
    let later = table.orderedDays.filter { $0.first == time }.map { table.columns[$0.second] }
      .filter { !$0.words.mention(.otherDay) }
    for end in later.prefix(3) {
      add(
        .daysUntil, [naming.daysUntil(ColumnName.part(end.name))],
        "median(\(difference(end, start)))", unit: "days", about: end.header)
    }
    let due = table.columns.first { $0.type.isDay && $0.words.mention(.due) }
    if let due, let done = later.first(where: { $0.words.mention(.done) }) {
      let condition = "\(day(done, beside: due)) <= \(day(due, beside: done))"
      add(
        .onTime, [naming.onTime], "share(\(quotedTable) where \(condition))", unit: "percent",
        about: done.header)
    }
  }

  private func difference(_ end: ProposedColumn, _ start: ProposedColumn) -> String {
    "\(quotedTable).\(day(end, beside: start)) - \(day(start, beside: end))"
      .replacing("\(quotedTable).date(", with: "date(\(quotedTable).")
  }

  /// A moment beside a day counts by its day.
  private func day(_ column: ProposedColumn, beside other: ProposedColumn) -> String {
    let name = Specification.quoted(column.name)
    return column.type == .timestamp && other.type == .date ? "date(\(name))" : name
  }

  private func isMoney(_ metric: ProposedMetric) -> Bool {
    metric.meaning == .value
      || metric.meaning == .total && columns(.money).contains { $0.header == metric.column }
  }

  private mutating func proposeGrowth() {
    guard let days = table.days,
      let main = metrics.first(where: isMoney) ?? metrics.first
    else { return }
    let length = days.upperBound.number - days.lowerBound.number
    guard length > 90 else { return }
    let isLong = length > 400
    add(
      .growth(isLong ? .year : .month), [naming.growth(main.name)],
      "growth(\(Specification.quoted(main.name)), \(isLong ? "1 year" : "1 month"))",
      unit: "percent", about: main.column, called: main.subject.isEmpty ? table.name : main.subject)
  }
}

extension ProposedColumn {
  /// `store` for `store_id`.
  fileprivate var thing: String {
    let words = words.words.filter { !HeaderWords.identifying.contains($0) }
    return words.isEmpty ? ColumnName.part(name) : words.joined(separator: "_")
  }

  /// Whether it names things of which no table is there, such as a seller.
  fileprivate var namesRepeatedThings: Bool {
    type == .text && !isKey && allowed == nil && words.mention(.identifier)
  }
}
