import KPIModel
import KPIPlan

/// What cells are divided by further, where an aggregate of theirs is put together here from its parts.
struct Refinement: Hashable {
  /// The place of the cells among those of the query.
  let cells: Int
  let part: Part

  enum Part: Hashable {
    /// The values of an argument, each with its rows.
    case values(of: TableExpression, where: TableExpression?)
    /// Amounts by the currency that they are in and the day of the rate, which is no matter of the database.
    case amounts(in: TableExpression, on: TableExpression)
  }
}

/// The columns that sets are grouped by, each once.
struct GroupedColumns {
  private(set) var columns: [SQLExpression] = []
  private var known: Set<SQLExpression> = []

  mutating func insert(_ expression: SQLExpression) -> SQLExpression {
    if known.insert(expression).inserted { columns.append(expression) }
    return expression
  }
}

extension CellQueryBuilder {
  typealias Refined = (parts: [SQLExpression], content: CellQuery.Shape.Content)

  /// What the cells must be divided by for an aggregate; `nil` where their rows say it all.
  func part(of filter: Workload.Filter, _ number: Int, isCounted: Bool) -> Refinement.Part? {
    let aggregate = filter.aggregates[number]
    guard let argument = aggregate.argument else { return nil }
    if aggregate.function == .sum, let conversion = argument.conversion {
      return .amounts(in: conversion.currency, on: conversion.day)
    }
    guard aggregate.function.needsValues, !isCounted else { return nil }
    return .values(of: argument, where: filter.condition)
  }

  mutating func values(
    of argument: TableExpression, where condition: TableExpression?,
    _ groupings: [CellQuery.Shape.Grouping], _ workload: Workload, _ grouped: inout GroupedColumns
  ) throws(SQLRefusal) -> Refined {
    let rows = add(.aggregate(.count, nil, filter: nil), "rows")
    var own = try value(argument)
    if let condition {
      own = .choice([.init(try lowering.filter(condition), own)], otherwise: nil)
    }
    let named = name(own, "value")
    let column = add(grouped.insert(named), "value")
    var targets: [CellQuery.Shape.Target] = []
    for grouping in groupings {
      for (place, filter) in workload.groupings[grouping.place].filters.enumerated()
      where filter.condition == condition {
        for (number, aggregate) in filter.aggregates.enumerated()
        where aggregate.function.needsValues && aggregate.argument == argument
          && !grouping.filters[place].isCounted(number)
        {
          targets.append(
            CellQuery.Shape.Target(grouping: grouping, filter: place, aggregate: number))
        }
      }
    }
    return (
      [named],
      .values(
        CellQuery.Shape.Value(
          key: CellQuery.Shape.Key(
            column: column, type: type(of: argument), factor: plainFactor(argument)),
          rows: rows, targets: targets))
    )
  }

  mutating func amounts(
    in currency: TableExpression, on day: TableExpression,
    _ groupings: [CellQuery.Shape.Grouping], _ workload: Workload, _ grouped: inout GroupedColumns
  ) throws(SQLRefusal) -> Refined {
    let currencies = name(try lowering.text(currency), "currency")
    let days = name(try lowering.day(day), "day")
    let currencyColumn = add(grouped.insert(currencies), "currency")
    let dayColumn = add(grouped.insert(days), "day")
    var sums: [CellQuery.Shape.Amounts.Sum] = []
    for grouping in groupings {
      for (place, filter) in workload.groupings[grouping.place].filters.enumerated() {
        var condition: SQLExpression?
        if let own = filter.condition { condition = name(try lowering.filter(own), "condition") }
        for (number, aggregate) in filter.aggregates.enumerated() where aggregate.function == .sum {
          guard let conversion = aggregate.argument?.conversion, conversion.currency == currency,
            conversion.day == day
          else { continue }
          let (amount, factor) = try lowering.summand(conversion.amount)
          let comment = compiler.comment(
            Workload.Place(grouping: grouping.place, filter: place, aggregate: number))
          let sum = SQLExpression.aggregate(.sum, name(amount, "summed"), filter: condition)
          sums.append(
            CellQuery.Shape.Amounts.Sum(
              target: CellQuery.Shape.Target(grouping: grouping, filter: place, aggregate: number),
              rates: conversion.rates, column: add(sum, "sum", comment), factor: factor))
        }
      }
    }
    return (
      [currencies, days],
      .amounts(CellQuery.Shape.Amounts(currency: currencyColumn, day: dayColumn, sums: sums))
    )
  }
}

extension TableExpression {
  /// An amount at the rate of a day, where this is one and nothing else.
  var conversion:
    (rates: RateTable, amount: TableExpression, currency: TableExpression, day: TableExpression)?
  {
    guard case .lookup(.conversion(let rates), let arguments, let day?) = self,
      arguments.count == 2
    else { return nil }
    return (rates, arguments[0], arguments[1], day)
  }
}
