import KPIModel

/// Metrics of stocks, which are read at a moment and never added up over time.
extension MetricProposals {
  mutating func proposeForSnapshots() {
    for column in columns(.money, .quantity).prefix(4) {
      add(
        .closing, [naming.closing(ColumnName.part(column.name))],
        "closing(sum(\(path(column))))", about: column.header)
    }
    proposeShares { "closing(share(\($0)))" }
  }

  mutating func proposeForSpans(from start: Int, to end: Int) {
    let (start, end) = (table.columns[start], table.columns[end])
    add(.atEnd, [naming.atEnd], "closing(count(\(quotedTable)))")
    add(
      .started, [naming.started],
      "count(\(quotedTable) on \(Specification.quoted(start.name)))",
      about: start.header)
    add(
      .ended, [naming.ended], "count(\(quotedTable) on \(Specification.quoted(end.name)))",
      about: end.header)
    if let ended = name(of: .ended) {
      add(
        .turnover, [naming.turnover],
        "\(ended) / standing(count(\(quotedTable)))", unit: "percent", about: end.header)
    }
    for column in columns(.money, .quantity).prefix(2) {
      add(
        .closing, [naming.closing(ColumnName.part(column.name))],
        "closing(sum(\(path(column))))", about: column.header)
    }
    add(
      .usualAge, [naming.usualAge],
      "closing(median(age(\(path(start)))))", unit: "days", about: start.header)
    proposeShares { "closing(share(\($0)))" }
  }
}
