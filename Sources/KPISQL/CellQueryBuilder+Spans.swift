import KPIModel
import KPIPlan

extension CellQueryBuilder {
  /// Each row is counted from the day after its start, and no more from the day after its end.
  mutating func spans(_ place: Int, _ workload: Workload) throws(SQLRefusal) -> CellQuery {
    let grouping = workload.groupings[place]
    guard case .spans(let from, let to, let ages) = grouping.key.axis, ages.isEmpty,
      grouping.key.bucketing == .spanDays,
      grouping.filters.allSatisfy({ $0.aggregates.allSatisfy { $0.function.isAdditive } })
    else { throw .aliveRows }
    let start = try lowering.day(.field(ColumnPath(table, [], from)))
    let end = try lowering.day(.field(ColumnPath(table, [], to)))
    let sign = SQLExpression.column(of: "edge", "sign")
    let bucket = SQLExpression.choice(
      [
        .init(
          .comparison(.equal, sign, .integer(1)), .special(.adding(days: 1), start))
      ], otherwise: .special(.adding(days: 1), end))
    let bucketColumn = add(bucket, "bucket")
    var groups = [bucket]
    let keys = try self.keys(grouping.key.keys) { groups.append($0) }
    var filters: [CellQuery.Shape.Filter] = []
    for filter in grouping.filters {
      let condition = try filter.condition.map { (part) throws(SQLRefusal) in
        try lowering.filter(part)
      }
      let rows = add(.aggregate(.sum, sign, filter: condition), "rows")
      var aggregates: [CellQuery.Shape.Aggregate] = []
      for base in filter.aggregates {
        guard let argument = base.argument else { throw .aliveRows }
        if base.function == .count {
          let known = SQLExpression.not(.isNull(try lowering.value(argument)))
          let all = SQLExpression.conjunction([known] + (condition.map { [$0] } ?? []))
          aggregates.append(.count(add(.aggregate(.sum, sign, filter: all), "count")))
          continue
        }
        let (value, factor) = try lowering.summand(argument)
        let signed = SQLExpression.arithmetic(.multiply, value, sign)
        aggregates.append(
          .number(add(.aggregate(.sum, signed, filter: condition), "sum"), factor: factor))
      }
      filters.append(CellQuery.Shape.Filter(rows: rows, aggregates: aggregates))
    }
    let bad = try badRows()
    var select = self.select()
    select.joins.insert(
      Select.Join(.numbers([1, -1], column: "sign", as: "edge"), on: nil), at: 0)
    select.columns = columns
    select.filter = .all([
      .not(.isNull(start)),
      .any([.isNull(end), .comparison(.greater, end, start)]),
      .any([.comparison(.equal, sign, .integer(1)), .not(.isNull(end))]),
    ])
    select.groups = .by(groups)
    return CellQuery(
      select: select,
      shape: CellQuery.Shape(
        masks: [], bad: bad,
        sets: [
          CellQuery.Shape.Set(
            mask: [], bucket: CellQuery.Shape.Bucket(column: bucketColumn, unit: unit(.day)),
            keys: keys,
            content: .cells([
              CellQuery.Shape.Grouping(
                place: place, bucketing: .spanDays, filters: filters)
            ]))
        ]))
  }
}
