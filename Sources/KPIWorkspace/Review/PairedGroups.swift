import KPIDiff
import KPIModel
import KPIPlan

/// The groups of a KPI that had targets of their own, found again in the head.
struct PairedGroups {
  /// The groups that have no target of their own any more, as the head breaks values down.
  private(set) var withoutTarget: [BoardValues.Group] = []
  /// What the head calls the groups of the base that it calls otherwise.
  private var names: [String: String] = [:]

  init(_ before: MetricID, in base: Specification, _ after: MetricID, in head: Specification) {
    let tables = head.tables(of: after)
    let now = head.judgedGroups(of: after)
    for group in base.judgedGroups(of: before) {
      guard let attribute = head.counterpart(of: group.attribute, from: base) else { continue }
      let bindings = tables.map { head.bind(attribute, from: $0) }
      guard bindings.allSatisfy({ if case .bound = $0 { true } else { false } }) else { continue }
      let same = now.first { other in
        other.value == group.value
          && tables.map { head.bind(other.attribute, from: $0) } == bindings
      }
      if let same {
        names[group.text] = same.text
      } else {
        withoutTarget.append(
          BoardValues.Group(attribute: attribute, value: group.value, name: group.name))
      }
    }
  }

  /// What the head calls a group of the base.
  func name(ofFormer group: String?) -> String? { group.map { names[$0] ?? $0 } }
}

extension Specification {
  /// The tables whose rows a metric aggregates.
  fileprivate func tables(of metric: MetricID) -> [TableID] {
    var normaliser = Normaliser(self)
    return (try? normaliser.normalForm(of: metric))?.tables.sorted() ?? []
  }

  /// What has the names of another specification's attribute here; `nil` where nothing has.
  fileprivate func counterpart(of attribute: Attribute, from other: Specification) -> Attribute? {
    switch attribute {
    case .timePart: return attribute
    case .dimension(let dimension):
      return dimensions.firstIndex { $0.name == other[dimension].name }
        .map { .dimension(DimensionID($0)) }
    case .path(let path):
      guard let index = tables.firstIndex(where: { $0.name == other[path.table].name }) else {
        return nil
      }
      var (table, former) = (TableID(index), path.table)
      var steps: [ColumnID] = []
      for step in path.steps {
        guard let column = self[table].column(named: other[former][step].name),
          let next = self[table][column].reference?.table,
          let formerNext = other[former][step].reference?.table
        else { return nil }
        steps.append(column)
        (table, former) = (next, formerNext)
      }
      return self[table].column(named: other[former][path.column].name)
        .map { .path(ColumnPath(TableID(index), steps, $0)) }
    }
  }
}
