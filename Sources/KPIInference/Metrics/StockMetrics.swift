import KPIModel

/// Metrics of stocks, which are read at a moment and never added up over time.
extension MetricProposals {
  mutating func proposeForSnapshots() {
    for column in columns(.money, .quantity).prefix(4) {
      add(
        .closing, ["closing_" + ColumnName.part(column.name)],
        "closing(sum(\(path(column))))", about: column.header)
    }
    proposeShares { "closing(share(\($0)))" }
  }

  mutating func proposeForSpans(from start: Int, to end: Int) {
    let (start, end) = (table.columns[start], table.columns[end])
    add(.atEnd, [table.name + "_at_end"], "closing(count(\(quotedTable)))")
    add(
      .started, [table.name + "_started"],
      "count(\(quotedTable) on \(Specification.quoted(start.name)))",
      about: start.header)
    add(
      .ended, [table.name + "_ended"], "count(\(quotedTable) on \(Specification.quoted(end.name)))",
      about: end.header)
    if let ended = name(of: .ended) {
      add(
        .turnover, [table.name + "_turnover"],
        "\(ended) / standing(count(\(quotedTable)))", unit: "percent", about: end.header)
    }
    for column in columns(.money, .quantity).prefix(2) {
      add(
        .closing, ["closing_" + ColumnName.part(column.name)],
        "closing(sum(\(path(column))))", about: column.header)
    }
    add(
      .usualAge, ["typical_age_of_" + table.name],
      "closing(median(age(\(path(start)))))", unit: "days", about: start.header)
    proposeShares { "closing(share(\($0)))" }
  }
}
