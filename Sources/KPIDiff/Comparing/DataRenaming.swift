import KPIModel

/// Tables, columns and dimensions that only have another name than before.
///
/// They have no `replaces`, so they are known by what they hold: a table by its file, a column by its header, a
/// dimension by its members. The base is then read with the names of the head, so that what merely follows a new name
/// looks the same on both sides.
struct DataRenaming {
  /// The base with the names of the head.
  private(set) var specification: Specification
  /// The old name of each subject, which has its new one.
  private(set) var oldNames: [Subject: String] = [:]
  /// Old names and new ones, as they stand in formulas.
  private(set) var words: [String: String] = [:]

  init(from base: Specification, to head: Specification) {
    specification = base
    renameTables(head)
    renameColumns(head)
    renameDimensions(head)
  }

  private mutating func note(_ kind: Subject.Kind, _ old: String, _ new: String, in table: String) {
    let place = table.isEmpty ? "" : table + "."
    oldNames[Subject(kind, place + new)] = place + old
    words[old] = new
  }

  private mutating func renameTables(_ head: Specification) {
    let pairs = Self.pairs(specification.tables, head.tables, name: \.name) { table in
      if case .nowhere = table.location {
        "columns " + table.columns.map(\.name).sorted().joined(separator: " ")
      } else {
        "place \(table.location)"
      }
    }
    for (index, other) in pairs {
      let table = specification.tables[index]
      note(.table, table.name, other.name, in: "")
      specification.tables[index] = table.with(name: other.name, columns: table.columns)
    }
  }

  private mutating func renameColumns(_ head: Specification) {
    let others = Dictionary(head.tables.map { ($0.name, $0) }) { first, _ in first }
    for (index, table) in specification.tables.enumerated() {
      guard let other = others[table.name] else { continue }
      let pairs = Self.pairs(table.columns, other.columns, name: \.name) { $0.header ?? $0.name }
      var columns = table.columns
      for (place, column) in pairs.isEmpty ? onlyPair(table, other) : pairs {
        note(.column, columns[place].name, column.name, in: table.name)
        columns[place] = columns[place].with(name: column.name)
      }
      guard columns.map(\.name) != table.columns.map(\.name) else { continue }
      specification.tables[index] = table.with(name: table.name, columns: columns)
    }
  }

  /// The one column that is gone and the one that is new, where they hold the same kind of values: the file has
  /// another header too then.
  private func onlyPair(_ table: Table, _ other: Table) -> [(Int, Column)] {
    let gone = table.columns.indices.filter {
      other.column(named: table.columns[$0].name) == nil
    }
    let new = other.columns.filter { table.column(named: $0.name) == nil }
    guard gone.count == 1, new.count == 1 else { return [] }
    let (old, now) = (table.columns[gone[0]], new[0])
    return old.type == now.type && old.isKey == now.isKey && old.isOptional == now.isOptional
      && old.allowed == now.allowed && (old.reference == nil) == (now.reference == nil)
      ? [(gone[0], now)] : []
  }

  private mutating func renameDimensions(_ head: Specification) {
    let base = specification
    func members(_ dimension: Dimension, _ side: Specification) -> String {
      DataFacts(side).members(of: dimension).map(\.exact).sorted().joined(separator: "\n")
    }
    let known = Set(head.dimensions.map(\.name))
    let gone = base.dimensions.filter { !known.contains($0.name) }.map { members($0, base) }
    guard !gone.isEmpty else { return }
    let others = Dictionary(
      head.dimensions.map { ($0.name, members($0, head)) }, uniquingKeysWith: { first, _ in first })
    let pairs = Self.pairs(base.dimensions, head.dimensions, name: \.name) { dimension in
      known.contains(dimension.name) ? others[dimension.name] ?? "" : members(dimension, base)
    }
    for (index, other) in pairs {
      let dimension = base.dimensions[index]
      note(.dimension, dimension.name, other.name, in: "")
      specification.dimensions[index] = Dimension(
        name: other.name, label: dimension.label, members: dimension.members)
    }
  }

  /// What is gone with what is new, where both hold the same and nothing else does.
  private static func pairs<Declared>(
    _ base: [Declared], _ head: [Declared], name: (Declared) -> String,
    content: (Declared) -> String
  ) -> [(Int, Declared)] {
    let names = (Set(base.map(name)), Set(head.map(name)))
    let gone = base.indices.filter { !names.1.contains(name(base[$0])) }
    let new = head.filter { !names.0.contains(name($0)) }
    guard !gone.isEmpty, !new.isEmpty else { return [] }
    let old = Dictionary(grouping: gone) { content(base[$0]) }
    let now = Dictionary(grouping: new, by: content)
    return gone.compactMap { index in
      let same = content(base[index])
      guard old[same]?.count == 1, let others = now[same], others.count == 1 else { return nil }
      return (index, others[0])
    }
  }
}

extension Table {
  fileprivate func with(name: String, columns: [Column]) -> Table {
    Table(
      name: name, label: label, documentation: documentation, location: location,
      columns: columns, nature: nature, format: format, badRows: badRows,
      isKnownAhead: isKnownAhead, origin: origin)
  }
}

extension Column {
  fileprivate func with(name: String) -> Column {
    Column(
      name: name, header: header ?? self.name, type: type, isKey: isKey, isOptional: isOptional,
      allowed: allowed, reference: reference, documentation: documentation, origin: origin)
  }
}
