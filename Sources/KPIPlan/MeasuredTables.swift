package import KPIModel

extension Formula where Leaf == Measure {
  /// The tables whose rows it is computed from: those that are counted or summed, those that references lead to, and
  /// those that are looked up.
  package func tables(in specification: Specification) -> Set<TableID> {
    rowMeasures.tables(in: specification)
  }
}

extension Sequence<RowMeasure> {
  /// The tables whose rows they are computed from.
  package func tables(in specification: Specification) -> Set<TableID> {
    reduce(into: []) { tables, measure in
      tables.insert(measure.table)
      for path in measure.columns {
        tables.insert(path.table)
        tables.insert(specification.owner(of: path))
      }
    }
  }
}
