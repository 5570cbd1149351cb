import KPIModel
import KPIPlan

/// What tables, columns, dimensions and units say.
struct DataFacts {
  private let specification: Specification

  init(_ specification: Specification) { self.specification = specification }

  var declared: [Declared] {
    units + specification.tables.indices.flatMap { tables($0) } + dimensions
  }

  // MARK: Tables

  private func tables(_ index: Int) -> [Declared] {
    let table = specification.tables[index]
    let own = Declared(
      Subject(.table, table.name), label: table.label, place: table.origin,
      [
        Fact(.file, text(of: table.location)), Fact(.time, text(of: table.nature, in: table)),
        Fact(.textFormat, text(of: table.format)),
        Fact(.badRows, table.badRows == .skip ? "skip" : "fail"),
        Fact(.knownAhead, table.isKnownAhead ? "yes" : "no"),
      ] + Fact.optional(.documentation, table.documentation))
    return [own] + table.columns.map { column($0, in: TableID(index)) }
  }

  private func text(of location: Table.Location) -> String {
    switch location {
    case .file(let path): path
    case .source(let name, let relation): "\(relation) of \(name)"
    case .nowhere: "no file"
    }
  }

  private func text(of nature: RowNature, in table: Table) -> String {
    switch nature {
    case .events(let time): "events at " + specification.text(of: time)
    case .snapshots(let moment): "snapshots at " + specification.text(of: moment)
    case .spans(let from, let to): "spans from \(table[from].name) to \(table[to].name)"
    case .plain: "none"
    }
  }

  private func text(of format: TextFormat) -> String {
    func mark(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
    let group = format.groupMark.map(mark) ?? ""
    let parts =
      switch format.dateOrder {
      case .yearMonthDay: ["2026", "12", "31"]
      case .dayMonthYear: ["31", "12", "2026"]
      case .monthDayYear: ["12", "31", "2026"]
      }
    return "1\(group)234\(mark(format.decimalMark))5 and "
      + parts.joined(separator: mark(format.dateSeparator))
  }

  // MARK: Columns

  private func column(_ column: Column, in table: TableID) -> Declared {
    let allowed = column.allowed.map { Set($0.map(Self.text)) }
    var values = Fact(.allowedValues, allowed?.sorted().joined(separator: ", ") ?? "any")
    values.admission = allowed.map(Fact.Admission.only) ?? .anything
    var presence = Fact(.optional, column.isOptional ? "yes" : "no")
    presence.admission = column.isOptional ? .anything : .only([])
    var key = Fact(.key, column.isKey ? "yes" : "no")
    key.admission = column.isKey ? .only([]) : .anything
    var facts = [Fact(.type, text(of: column.type)), Fact(.header, column.header ?? column.name)]
    facts += [values, presence, key]
    facts += Fact.optional(
      .reference,
      column.reference.map { reference in
        specification[reference.table].name + (reference.role.map { " as \($0)" } ?? "")
      })
    facts += Fact.optional(.documentation, column.documentation)
    return Declared(
      specification.subject(of: column, in: table), place: column.origin, facts)
  }

  private static func text(_ scalar: Scalar) -> String {
    if case .text(let text) = scalar { "\"\(text)\"" } else { scalar.text }
  }

  /// As the column's declaration names it; what a declared unit is worth is said by the unit.
  private func text(of type: ColumnType) -> String {
    switch type {
    case .text: return "text"
    case .boolean: return "boolean"
    case .date: return "date"
    case .timestamp: return "timestamp"
    case .integer: return "integer"
    case .number(let quantity, _):
      let name = QuantityText.name(of: quantity)
      return quantity.unit == .time ? "duration \(name)" : name
    }
  }

  // MARK: Dimensions

  private var dimensions: [Declared] {
    specification.dimensions.map { dimension in
      Declared(
        Subject(.dimension, dimension.name), label: dimension.label,
        members(of: dimension))
    }
  }

  /// What holds the values in each table.
  func members(of dimension: Dimension) -> [Fact] {
    let (exact, shown) = (FormulaText(specification, isExact: true), FormulaText(specification))
    var counts: [TableID: Int] = [:]
    return dimension.members.map { member in
      counts[member.table, default: 0] += 1
      let count = counts[member.table] ?? 1
      let table = specification[member.table].name
      return Fact(
        .member, count == 1 ? table : "\(table) \(count)",
        exact: exact.text(of: member.expression)
      ) { _ in shown.text(of: member.expression) }
    }
  }

  // MARK: Units

  private var units: [Declared] {
    specification.units.map { unit in
      let base = unit.unit.description
      let standsForItself = unit.unit == Unit(.declared(unit.name))
      let value = standsForItself ? "itself" : "\(Number.exact(unit.factor).text) \(base)"
      return Declared(
        Subject(.unit, unit.name), label: unit.label,
        [Fact(.unit, base), Fact(.value, value)])
    }
  }
}

/// How units are called.
enum QuantityText {
  /// `USD`, `minutes`, `percent`, `number`.
  static func name(of quantity: Quantity) -> String {
    switch quantity.style {
    case .percent: "percent"
    case .scaled(let name, _): name
    case .natural:
      quantity.unit.isPlain
        ? "number" : quantity.unit == .time ? "seconds" : quantity.unit.description
    }
  }

  /// The declared units in it.
  static func declared(in quantity: Quantity) -> Set<Subject> {
    var names = quantity.unit.powers.compactMap { power in
      if case .declared(let name) = power.base { name } else { nil }
    }
    if case .scaled(let name, _) = quantity.style { names.append(name) }
    return Set(names.map { Subject(.unit, $0) })
  }
}
