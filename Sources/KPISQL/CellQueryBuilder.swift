import KPIModel
import KPIPlan

/// Puts one query together.
struct CellQueryBuilder {
  let compiler: CellCompiler
  let lowering: RowLowering
  let table: TableID
  let paths: [ColumnPath]
  /// What the rows of the base relation are called, where there is one.
  private var base: [(expression: SQLExpression, name: String)]?
  var columns: [Select.Column] = []

  init(
    _ compiler: CellCompiler, _ lowering: RowLowering, _ table: TableID, _ paths: [ColumnPath]
  ) {
    self.compiler = compiler
    self.lowering = lowering
    self.table = table
    self.paths = paths
  }

  var specification: Specification { compiler.specification }

  // MARK: Events, snapshots and rows without a time

  /// Groupings whose rows are put into the same cells.
  private struct Cells {
    let axis: GroupingKey.Axis
    let asOf: Day
    let isMoments: Bool
    let keys: [TableExpression]
    var places: [Int]
  }

  mutating func events(_ places: [Int], _ workload: Workload) throws(SQLRefusal) -> [CellQuery] {
    var all: [Cells] = []
    for place in places {
      let key = workload.groupings[place].key
      let isMoments = key.bucketing == .moments
      if let index = all.firstIndex(where: {
        $0.axis == key.axis && $0.asOf == key.asOf && $0.isMoments == isMoments
          && $0.keys == key.keys
      }) {
        all[index].places.append(place)
      } else {
        all.append(
          Cells(
            axis: key.axis, asOf: key.asOf, isMoments: isMoments, keys: key.keys, places: [place]))
      }
    }
    var refinements: [Refinement] = []
    for (index, cells) in all.enumerated() {
      let time = try self.time(cells, workload)
      for place in cells.places {
        for (position, filter) in workload.groupings[place].filters.enumerated() {
          for number in filter.aggregates.indices {
            let own = Workload.Place(grouping: place, filter: position, aggregate: number)
            guard let part = part(of: filter, number, isCounted: isCounted(own, time, workload))
            else { continue }
            let refinement = Refinement(cells: index, part: part)
            if !refinements.contains(refinement) { refinements.append(refinement) }
          }
        }
      }
    }
    guard all.count + refinements.count > 1 else { return [try single(all[0], workload)] }
    guard compiler.dialect.hasGroupingSets else {
      var queries: [CellQuery] = []
      for index in all.indices {
        var own = CellQueryBuilder(compiler, lowering, table, paths)
        queries.append(try own.single(all[index], workload))
      }
      for refinement in refinements {
        var own = CellQueryBuilder(compiler, lowering, table, paths)
        queries.append(
          try own.sets(
            [all[refinement.cells]], [Refinement(cells: 0, part: refinement.part)], workload,
            onlyRefined: true))
      }
      return queries
    }
    return [try sets(all, refinements, workload, onlyRefined: false)]
  }

  /// One set of cells, grouped plainly.
  private mutating func single(
    _ cells: Cells, _ workload: Workload
  ) throws(SQLRefusal) -> CellQuery {
    let time = try self.time(cells, workload)
    let conditions = time.conditions
    var keys: [SQLExpression] = []
    var bucket: CellQuery.Shape.Bucket?
    if let expression = time.bucket {
      bucket = CellQuery.Shape.Bucket(column: add(expression, "bucket"), unit: time.unit)
      keys.append(expression)
    }
    let groupKeys = try self.keys(cells.keys) { keys.append($0) }
    var groupings: [CellQuery.Shape.Grouping] = []
    for place in cells.places {
      groupings.append(try grouping(place, time, workload))
    }
    let bad = try badRows()
    var select = self.select()
    select.columns = columns
    select.filter = SQLExpression.conjunction(conditions)
    select.groups = .by(keys)
    return CellQuery(
      select: select.inTwoSteps(bad: bad) ?? select,
      shape: CellQuery.Shape(
        masks: [], bad: bad,
        sets: [
          CellQuery.Shape.Set(mask: [], bucket: bucket, keys: groupKeys, content: .cells(groupings))
        ]))
  }

  /// Several sets of cells, or what some are made of, in one reading of the table.
  private mutating func sets(
    _ all: [Cells], _ refinements: [Refinement], _ workload: Workload, onlyRefined: Bool
  ) throws(SQLRefusal) -> CellQuery {
    base = []
    var grouped = GroupedColumns()
    var sets: [[SQLExpression]] = []
    var shapes: [CellShape] = []
    var times: [SQLExpression?] = []
    for cells in all {
      let time = try self.time(cells, workload)
      times.append(SQLExpression.conjunction(time.conditions))
      var set: [SQLExpression] = []
      var bucket: CellQuery.Shape.Bucket?
      if time.bucket != nil || !time.conditions.isEmpty {
        let own = time.bucket ?? .integer(0)
        let timed =
          SQLExpression.conjunction(time.conditions).map {
            SQLExpression.choice([.init($0, own)], otherwise: nil)
          } ?? own
        let named = name(timed, "bucket")
        bucket = CellQuery.Shape.Bucket(
          column: add(grouped.insert(named), "bucket"), unit: time.unit)
        set.append(named)
      }
      var keys: [CellQuery.Shape.Key] = []
      for key in cells.keys {
        let named = name(try value(key), "key")
        set.append(named)
        keys.append(
          CellQuery.Shape.Key(
            column: add(grouped.insert(named), "key"), type: type(of: key),
            factor: plainFactor(key)))
      }
      var groupings: [CellQuery.Shape.Grouping] = []
      for place in cells.places { groupings.append(try grouping(place, time, workload)) }
      sets.append(set)
      shapes.append(CellShape(bucket: bucket, keys: keys, groupings: groupings))
    }
    var contents: [CellQuery.Shape.Content] = shapes.map { .cells($0.groupings) }
    var owners = Array(all.indices)
    for refinement in refinements {
      let groupings = shapes[refinement.cells].groupings
      let (parts, content) =
        switch refinement.part {
        case .values(let argument, let condition):
          try values(of: argument, where: condition, groupings, workload, &grouped)
        case .amounts(let currency, let day):
          try amounts(in: currency, on: day, groupings, workload, &grouped)
        }
      let set = sets[refinement.cells]
      sets.append(set + parts.filter { !set.contains($0) })
      owners.append(refinement.cells)
      contents.append(content)
    }
    let chosen = onlyRefined ? Array(all.count..<sets.count) : Array(sets.indices)
    let bad = try badRows()
    // What is grouped by the same is one set, whose rows serve all that is made of it.
    var distinct: [[SQLExpression]] = []
    for index in chosen where !distinct.contains(where: { Set($0) == Set(sets[index]) }) {
      distinct.append(sets[index])
    }
    let isOne = distinct.count == 1
    let parts = isOne ? [] : CellQueryBuilder.parts(of: grouped.columns)
    let masks = parts.map { add(.grouping($0), "grouped") }
    var rows = baseSelect()
    // Rows that are in none of the sets are not even looked at.
    let counted = times.compactMap(\.self)
    if counted.count == times.count {
      rows.filter = SQLExpression.disjunction(
        counted.reduce(into: []) { all, time in
          if !all.contains(time) { all.append(time) }
        })
    }
    var select = Select(from: .derived(rows, as: "rows_of_table"))
    select.columns = columns
    select.groups = isOne ? .by(distinct[0]) : .sets(distinct)
    return CellQuery(
      select: select,
      shape: CellQuery.Shape(
        masks: masks, bad: bad,
        sets: chosen.map { index in
          let shape = shapes[owners[index]]
          return CellQuery.Shape.Set(
            mask: parts.map { CellQueryBuilder.mask(of: sets[index], in: $0) },
            bucket: shape.bucket, keys: shape.keys, content: contents[index])
        }))
  }

  /// How the rows of one set of cells are read.
  private struct CellShape {
    let bucket: CellQuery.Shape.Bucket?
    let keys: [CellQuery.Shape.Key]
    let groupings: [CellQuery.Shape.Grouping]
  }

  private static func parts(of columns: [SQLExpression]) -> [[SQLExpression]] {
    stride(from: 0, to: columns.count, by: SQLExpression.mostGroupingColumns).map { start in
      Array(columns[start..<min(start + SQLExpression.mostGroupingColumns, columns.count)])
    }
  }

  /// A bit for each column that is not grouped by, the first column the highest.
  private static func mask(of set: [SQLExpression], in columns: [SQLExpression]) -> Int128 {
    columns.reduce(0) { $0 << 1 | (set.contains($1) ? 0 : 1) }
  }

  /// The stretch of time that a row is put into, and what keeps it out of all of them.
  private struct Time {
    /// `nil` where all rows are put into one.
    let bucket: SQLExpression?
    let unit: CellUnit
    let conditions: [SQLExpression]
  }

  private func time(
    _ cells: Cells, _ workload: Workload
  ) throws(SQLRefusal) -> Time {
    let path: ColumnPath
    switch cells.axis {
    case .none: return Time(bucket: nil, unit: unit(.day), conditions: [])
    case .events(let column), .snapshots(let column): path = column
    case .spans: throw .aliveRows
    }
    let value = try lowering.plain(path)
    let isTimestamp = specification.column(path).type == .timestamp
    func bound(_ operation: ComparisonOperator, _ day: Day) -> SQLExpression {
      // Texts of moments have no one form, so their days are compared.
      if isTimestamp, compiler.dialect.isTypedByValue {
        return .comparison(operation, .special(.day, value), .date(day))
      }
      return .comparison(
        operation, value,
        isTimestamp ? .timestamp(day.number * 86_400_000_000) : .date(day))
    }
    let bucketings = cells.places.map { workload.groupings[$0].key.bucketing }
    var conditions: [SQLExpression] = []
    let ranges = bucketings.map(\.days)
    var start = Day.first
    if ranges.allSatisfy({ $0 != nil }), let first = ranges.compactMap({ $0?.lowerBound }).min(),
      first > .first
    {
      start = first
      conditions.append(bound(.greaterOrEqual, first))
    }
    var last = cells.asOf == .end ? Day.end : cells.asOf.adding(days: 1)
    if ranges.allSatisfy({ $0 != nil }), let end = ranges.compactMap({ $0?.upperBound }).max() {
      last = min(last, end)
    }
    if last < .end { conditions.append(bound(.less, last)) }
    if specification.column(path).isOptional {
      if conditions.isEmpty { conditions.append(.not(.isNull(value))) }
    } else {
      // A row that lacks a time which it must have is counted as a bad one, so it is not left out.
      conditions = conditions.map { .any([$0, .isNull(value)]) }
    }
    if cells.isMoments {
      if isTimestamp, compiler.dialect.isTypedByValue { throw .clocks }
      return Time(bucket: value, unit: unit(.day), conditions: conditions)
    }
    if bucketings.allSatisfy({ $0 == .whole }) {
      guard !path.steps.isEmpty, !specification.column(path).isOptional else {
        return Time(bucket: nil, unit: unit(.day), conditions: conditions)
      }
      // A row that refers to nothing has no time: it is neither counted nor a bad one.
      let isThere = SQLExpression.not(.isNull(value))
      return Time(
        bucket: .choice([.init(isThere, .integer(0))], otherwise: nil), unit: unit(.day),
        conditions: conditions)
    }
    let day = isTimestamp ? SQLExpression.special(.day, value) : value
    let unit = self.unit(of: cells, workload) { unit in
      bucketings.allSatisfy { bucketing in
        guard bucketing.isMade(of: unit, upTo: cells.asOf) else { return false }
        // Where only some of the stretches begin or end within a unit, days there are told apart.
        guard let days = bucketing.days else { return true }
        return (days.lowerBound == start || unit.isStart(days.lowerBound))
          && (days.upperBound == last || unit.isStart(days.upperBound)
            || days.upperBound > cells.asOf)
      }
    }
    return Time(bucket: unit.stretch(of: day), unit: unit, conditions: conditions)
  }

  func unit(_ grain: Grain) -> CellUnit { CellUnit(grain, specification.company.calendar) }

  /// Months where they serve, else days; another where distinct values can then be counted in the database.
  private func unit(
    of cells: Cells, _ workload: Workload, where serves: (CellUnit) -> Bool
  ) -> CellUnit {
    let month = unit(.month)
    let usual = serves(month) ? month : unit(.day)
    let counted = cells.places.filter { place in
      let grouping = workload.groupings[place]
      return !grouping.key.bucketing.hasNoStretch(longerThan: usual)
        && grouping.filters.enumerated().contains { position, filter in
          filter.aggregates.enumerated().contains { number, aggregate in
            aggregate.function == .distinct
              && workload.isOfSingleCells(
                Workload.Place(grouping: place, filter: position, aggregate: number))
          }
        }
    }
    guard !counted.isEmpty else { return usual }
    return CellUnit.others(than: month).first { unit in
      serves(unit)
        && counted.contains {
          workload.groupings[$0].key.bucketing.hasNoStretch(longerThan: unit)
        }
    } ?? usual
  }

  // MARK: Parts

  /// The keys as columns of the result.
  mutating func keys(
    _ keys: [TableExpression], _ each: (SQLExpression) -> Void
  ) throws(SQLRefusal) -> [CellQuery.Shape.Key] {
    var result: [CellQuery.Shape.Key] = []
    for key in keys {
      let expression = try value(key)
      each(expression)
      result.append(
        CellQuery.Shape.Key(
          column: add(expression, keyName(key)), type: type(of: key), factor: plainFactor(key)))
    }
    return result
  }

  private func keyName(_ key: TableExpression) -> String {
    if case .field(let path) = key { specification.column(path).name } else { "key" }
  }

  /// A value without the factor of its unit, where it is a column's.
  func value(_ expression: TableExpression) throws(SQLRefusal) -> SQLExpression {
    if case .field(let path) = expression { return try lowering.plain(path) }
    return try lowering.value(expression)
  }

  func plainFactor(_ expression: TableExpression) -> Rational {
    if case .field(let path) = expression { lowering.factor(path) } else { .one }
  }

  func argument(
    _ expression: TableExpression
  ) throws(SQLRefusal) -> (SQLExpression, factor: Rational) {
    if case .field(let path) = expression, case .number = specification.column(path).type.scalar {
      return (try lowering.plain(path), lowering.factor(path))
    }
    return (try lowering.number(expression).0, .one)
  }

  private func isAlwaysThere(_ argument: TableExpression) -> Bool {
    guard case .field(let path) = argument else { return false }
    return path.steps.isEmpty && !specification.column(path).isOptional
  }

  /// Whether distinct values are counted where they are, as no window has more than one of the cells asked for.
  private func isCounted(
    _ place: Workload.Place, _ time: Time, _ workload: Workload
  ) -> Bool {
    let grouping = workload.groupings[place.grouping]
    guard let aggregate = place.aggregate,
      grouping.filters[place.filter].aggregates[aggregate].function == .distinct,
      workload.isOfSingleCells(place)
    else { return false }
    return time.bucket == nil
      || grouping.key.bucketing.hasNoStretch(longerThan: time.unit)
  }

  private mutating func grouping(
    _ place: Int, _ time: Time, _ workload: Workload
  ) throws(SQLRefusal) -> CellQuery.Shape.Grouping {
    let grouping = workload.groupings[place]
    var filters: [CellQuery.Shape.Filter] = []
    for (index, filter) in grouping.filters.enumerated() {
      var condition: SQLExpression?
      if let own = filter.condition { condition = name(try lowering.filter(own), "condition") }
      let comment = compiler.comment(
        Workload.Place(grouping: place, filter: index, aggregate: nil))
      let rows = add(.aggregate(.count, nil, filter: condition), "rows", comment)
      var aggregates: [CellQuery.Shape.Aggregate] = []
      for (number, base) in filter.aggregates.enumerated() {
        let own = Workload.Place(grouping: place, filter: index, aggregate: number)
        let comment = compiler.comment(own)
        guard let argument = base.argument else { throw .aliveRows }
        switch base.function {
        case .distinct where isCounted(own, time, workload):
          let value = name(try self.value(argument), "counted")
          aggregates.append(
            .distinct(
              add(.aggregate(.countDistinct, value, filter: condition), "distinct", comment)))
        case .distinct, .values, .deviation: aggregates.append(.elsewhere)
        case .sum where argument.conversion != nil: aggregates.append(.elsewhere)
        // A column that every row has is counted by its rows; rows that lack it are bad ones.
        case .count where isAlwaysThere(argument): aggregates.append(.count(rows))
        case .count:
          let value = name(try self.value(argument), "counted")
          aggregates.append(
            .count(add(.aggregate(.count, value, filter: condition), "count", comment)))
        case .sum:
          let (value, factor) = try lowering.summand(argument)
          let named = name(value, "summed")
          aggregates.append(
            .number(add(.aggregate(.sum, named, filter: condition), "sum", comment), factor: factor)
          )
        case .minimum, .maximum:
          let (value, factor) = try self.argument(argument)
          let isLeast = base.function == .minimum
          aggregates.append(
            .number(
              add(
                .aggregate(isLeast ? .min : .max, name(value, "value"), filter: condition),
                isLeast ? "least" : "greatest", comment), factor: factor))
        }
      }
      filters.append(CellQuery.Shape.Filter(rows: rows, aggregates: aggregates))
    }
    return CellQuery.Shape.Grouping(
      place: place, bucketing: grouping.key.bucketing, filters: filters)
  }

  // MARK: The statement

  func select() -> Select {
    let alias = specification[table].name
    var select = Select(
      from: compiler.relation(table, alias) ?? .table([alias], as: alias))
    for chain in lowering.names.chains {
      guard let link = link(chain), let last = chain.last else { continue }
      let owner = specification.owner(of: ColumnPath(table, Array(chain.dropLast()), last))
      guard let target = specification[owner][last].reference?.table else { continue }
      let alias = lowering.names.alias(ofChain: chain)
      select.joins.append(
        Select.Join(
          compiler.relation(target, alias) ?? .table([specification[target].name], as: alias),
          on: .comparison(.equal, link.from, link.to)))
    }
    return select
  }

  private func baseSelect() -> Select {
    var select = self.select()
    select.columns = (base ?? []).map { Select.Column($0.expression, as: $0.name) }
    return select
  }

  /// An expression over a row: itself, or its name in the base relation.
  mutating func name(_ expression: SQLExpression, _ kind: String) -> SQLExpression {
    guard base != nil else { return expression }
    if let known = base?.first(where: { $0.expression == expression }) { return .name(known.name) }
    let name = "\(kind)_\((base?.count ?? 0) + 1)"
    base?.append((expression, name))
    return .name(name)
  }

  /// The place of a column of the result; the same expression is one column.
  mutating func add(
    _ expression: SQLExpression, _ kind: String, _ comment: String? = nil
  ) -> Int {
    if let known = columns.firstIndex(where: { $0.expression == expression }) { return known }
    var name = kind
    if columns.contains(where: { $0.name == name }) { name = "\(kind)_\(columns.count + 1)" }
    columns.append(Select.Column(expression, as: name, comment: comment))
    return columns.count - 1
  }

  func type(of expression: TableExpression) -> ScalarType {
    specification.scalarType(of: expression)
  }
}
