import KPIModel
import KPIPlan

/// What values rest on beside the text of a formula: the tables and columns that are read, dimensions, and the
/// company's conventions.
struct Grounds {
  private let specification: Specification
  private(set) var subjects: Set<Subject> = []

  init(_ specification: Specification) { self.specification = specification }

  mutating func add(_ formula: Formula<Measure>) {
    for measure in formula.leaves { add(measure) }
  }

  private mutating func add(_ measure: Measure) {
    switch measure {
    case .rows(let rows):
      add(rows.table)
      for path in rows.columns { add(path) }
      if case .some(let expressions) = rows.ignored {
        for path in expressions.flatMap(\.fields) { add(path) }
      }
      add(rows.window)
    case .entities(let entities):
      for attribute in entities.entity.attributes { add(attribute) }
      add(entities.entity.grain)
      add(entities.window)
      for formula in entities.formulas { add(formula) }
    case .days(let days):
      if days.kind == .workingDays {
        subjects.formUnion([.setting(.workdays), .setting(.holidays)])
      }
      add(days.window)
    }
  }

  /// The dimensions that a formula names; in its normal form they are columns.
  mutating func addDimensions(of expression: MetricExpression) {
    switch expression {
    case .filtered(_, let filter): for attribute in filter.fields { addDimension(attribute) }
    case .total(_, let over): for attribute in over { addDimension(attribute) }
    case .entities(let aggregate):
      for attribute in aggregate.entity.attributes { addDimension(attribute) }
    default: break
    }
    for child in expression.children { addDimensions(of: child) }
  }

  private mutating func addDimension(_ attribute: Attribute) {
    if case .dimension = attribute { add(attribute) }
  }

  private mutating func add(_ attribute: Attribute) {
    switch attribute {
    case .path(let path): add(path)
    case .dimension(let dimension):
      subjects.insert(Subject(.dimension, specification[dimension].name))
      for member in specification[dimension].members {
        for path in member.expression.fields { add(path) }
      }
    case .timePart: break
    }
  }

  private mutating func add(_ table: TableID) {
    subjects.insert(Subject(.table, specification[table].name))
  }

  private mutating func add(_ path: ColumnPath) {
    var table = path.table
    add(table)
    for step in path.steps {
      let column = specification[table][step]
      add(column, in: table)
      guard let next = column.reference?.table else { return }
      table = next
      add(table)
    }
    add(specification[table][path.column], in: table)
  }

  private mutating func add(_ column: Column, in table: TableID) {
    subjects.insert(specification.subject(of: column, in: table))
    if column.type == .timestamp { subjects.insert(.setting(.timeZone)) }
  }

  private mutating func add(_ window: Window) {
    if case .toDate(let grain) = window.extent { add(grain) }
  }

  /// The convention that cuts the periods of a grain.
  mutating func add(_ grain: Grain?) {
    guard let grain else { return }
    if grain.isFiscal { subjects.insert(.setting(.fiscalYear)) }
    if grain.isWeek { subjects.insert(.setting(.week)) }
  }
}

extension Specification {
  func subject(of column: Column, in table: TableID) -> Subject {
    Subject(.column, "\(self[table].name).\(column.name)")
  }
}
