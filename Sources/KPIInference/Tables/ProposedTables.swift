import KPIModel

/// The tables of several files, with names of their own and the references between them.
package struct ProposedTables {
  package private(set) var tables: [ProposedTable]
  private let inferences: [TableInference]

  /// The files are looked at already; the tables have their order.
  package init(_ files: [(path: String, inference: TableInference)]) {
    inferences = files.map(\.inference)
    var names = UniqueNames()
    let short = files.map { ProposedTables.shortName(ofFile: $0.path) }
    tables = zip(files, short).map { file, name in
      let isShared = short.count { $0 == name } > 1
      let full = ColumnName.part(TableInference.name(ofFile: file.path))
      return file.inference.proposal(
        name: names.take(ProposedTables.startingWithLetter(isShared ? full : name)))
    }
    findReferences()
    dateByReferences()
  }

  /// The name of a file without what exports put around it: `orders` for `raw_orders (3).csv`.
  private static func shortName(ofFile path: String) -> String {
    let noise: Set<String> = [
      "raw", "export", "exported", "data", "dump", "report", "tbl", "table", "stg", "dim", "fact",
      "du", "lieu", "bao", "cao", "xuat", "danh", "sach", "dữ", "liệu", "báo", "cáo", "xuất",
      "sách",
    ]
    let name = ColumnName.part(TableInference.name(ofFile: path))
    let words = name.split(separator: "_").filter { word in
      !noise.contains(String(word)) && !word.allSatisfy { $0.isNumber }
    }
    return words.isEmpty ? name : words.joined(separator: "_")
  }

  private static func startingWithLetter(_ name: String) -> String {
    name.first?.isNumber ?? true ? "table_" + name : name
  }
}

// MARK: - Dates of other tables

extension ProposedTables {
  /// Rows without a date have that of what they belong to, such as the order of an item.
  private mutating func dateByReferences() {
    for index in tables.indices where tables[index].rows == .plain {
      for (place, column) in tables[index].columns.enumerated() where !column.isOptional {
        guard let target = tables.first(where: { $0.name == column.reference }),
          case .events(let time) = target.rows, !target.columns[time].isOptional
        else { continue }
        tables[index].rows = .dated(by: place, time: target.columns[time].name)
        tables[index].days = target.days
        break
      }
    }
  }
}

// MARK: - References

extension ProposedTables {
  /// A column refers to a table where it is named after it or after its key, and all of its values are keys there.
  private mutating func findReferences() {
    for source in tables.indices {
      for column in tables[source].columns.indices {
        guard let target = likeliestTarget(of: column, in: source) else { continue }
        let stray = firstValue(of: column, in: source, missingFrom: target)
        if let stray {
          if stray.share < 0.2 {
            tables[source].columns[column].doubt = .strayReference(
              table: tables[target].name, example: stray.value)
          }
          continue
        }
        tables[source].columns[column].reference = tables[target].name
        tables[source].columns[column].allowed = nil
        tables[source].columns[column].doubt = nil
        if let key = tables[target].key { tables[source].columns[column].type = key.type }
      }
    }
  }

  private func likeliestTarget(of column: Int, in source: Int) -> Int? {
    let candidate = tables[source].columns[column]
    guard candidate.type.isName else { return nil }
    let ranked = tables.indices.compactMap { target -> (table: Int, rank: Int)? in
      guard target != source, let key = tables[target].key, !refers(target, to: source) else {
        return nil
      }
      let rank = ProposedTables.kinship(candidate, key, of: tables[target].name)
      return rank > 0 ? (target, rank) : nil
    }
    return ranked.max { ($0.rank, -$0.table) < ($1.rank, -$1.table) }?.table
  }

  /// How much the names speak for a reference; 0 where they do not.
  private static func kinship(
    _ column: ProposedColumn, _ key: ProposedColumn, of table: String
  ) -> Int {
    let own = column.words.stems.subtracting(HeaderWords.identifying)
    let theirs = HeaderWords(table).stems
    guard !own.isEmpty else { return 0 }
    if own == theirs { return 4 }
    if own == key.words.stems.subtracting(HeaderWords.identifying), !column.isKey { return 3 }
    return own.isSubset(of: theirs) || theirs.isSubset(of: own) ? 2 : 0
  }

  /// Whether a table refers to another, by way of others too.
  private func refers(_ table: Int, to other: Int) -> Bool {
    var waiting = [table]
    var seen: Set<Int> = []
    while let next = waiting.popLast() {
      guard next != other else { return true }
      guard seen.insert(next).inserted else { continue }
      waiting += tables[next].columns.compactMap { column in
        tables.firstIndex { $0.name == column.reference }
      }
    }
    return false
  }

  private func firstValue(
    of column: Int, in source: Int, missingFrom target: Int
  ) -> (value: String, share: Double)? {
    guard let key = tables[target].key else { return nil }
    let known = Set(inferences[target].values(at: key.place))
    var first: [UInt8]?
    var (strays, count) = (0, 0)
    for value in inferences[source].values(at: tables[source].columns[column].place)
    where !value.isEmpty {
      count += 1
      guard !known.contains(value) else { continue }
      strays += 1
      first = first ?? value
    }
    return first.map {
      (String(decoding: $0, as: UTF8.self), Double(strays) / Double(max(count, 1)))
    }
  }
}

extension ProposedTable {
  /// The column that identifies the rows.
  var key: ProposedColumn? { columns.first(where: \.isKey) }
}

extension TableInference {
  /// The values of one column, row by row.
  func values(at place: Int) -> some Sequence<[UInt8]> {
    var records = records
    _ = records.next()
    return AnyIterator { records.next().map { place < $0.count ? $0[place] : [] } }
  }
}
