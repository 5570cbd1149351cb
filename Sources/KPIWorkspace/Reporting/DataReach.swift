import KPIModel
import KPIPlan
import KPIReport

/// From which day to which the rows of the tables reach that KPIs are computed from.
struct DataReach {
  /// The tables with dates, in the order of their declarations.
  private let tables: [TableID]
  let plans: [Plan]

  init(_ reading: ReportReading) {
    let specification = reading.project.specification
    let used = Set(reading.kpis.filter(\.hasData).flatMap(\.definition.tables)).sorted()
    var dated: [TableID] = []
    var measures: [Measure] = []
    for table in used where specification[table].location != .nowhere {
      guard let time = specification.time(of: table) else { continue }
      dated.append(table)
      measures.append(
        .rows(
          RowMeasure(
            function: .count, table: table, argument: nil, filter: nil, axis: .events(time))))
    }
    let question = Question(outputs: [], grain: .day, asOf: reading.asOf)
    let plan = Planner.plan(measures, for: question, over: specification)
    if !measures.isEmpty, case .success(let plan) = plan {
      (tables, plans) = (dated, [plan])
    } else {
      (tables, plans) = ([], [])
    }
  }

  /// The first and the last day on which each table has a row.
  func days(in answers: [Answer]) -> [TableID: ClosedRange<Day>] {
    var result: [TableID: ClosedRange<Day>] = [:]
    for row in answers.first?.rows ?? [] {
      guard let day = row.period?.start else { continue }
      for (table, cell) in zip(tables, row.cells) where cell.number?.isZero == false {
        result[table] = min(result[table]?.lowerBound ?? day, day)...day
      }
    }
    return result
  }

  /// How fresh every table is that a KPI looks at, with the period that it is needed for.
  func freshness(
    _ days: [TableID: ClosedRange<Day>], of periods: [Period], _ reading: ReportReading
  ) -> [TableFreshness] {
    let specification = reading.project.specification
    var needed: [TableID: Day] = [:]
    for (kpi, period) in zip(reading.kpis, periods) where kpi.hasData {
      for measure in kpi.measures {
        // Nobody may have been hired for months: only rows that happen, or are counted, in the period must be new.
        switch measure.axis {
        case .events(let path) where path.table == measure.table && path.steps.isEmpty: break
        case .snapshots: break
        case .events, .spans, .none: continue
        }
        if case .spans = specification[measure.table].nature { continue }
        needed[measure.table] = max(needed[measure.table] ?? period.start, period.start)
      }
    }
    let used = Set(reading.kpis.flatMap(\.definition.tables)).sorted()
    return used.map {
      TableFreshness(table: $0, lastDay: days[$0]?.upperBound, neededFrom: needed[$0])
    }
  }
}
