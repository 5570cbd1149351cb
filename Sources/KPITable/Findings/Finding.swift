package import KPIModel

/// Something wrong with one row of a table.
package struct Finding: Sendable, Hashable {
  package let kind: Kind
  package let column: ColumnID?
  /// The byte of the file that it starts at.
  package let offset: Int
  /// The text found.
  package let value: String?
  /// The byte at which the row begins that had the same key first.
  package let earlier: Int?
  /// Where a rate is needed, which; `value` is then the currency.
  package let rate: Rate?

  package struct Rate: Sendable, Hashable {
    package let day: Day
    /// The name of the table of rates.
    package let table: String

    package init(day: Day, table: String) {
      self.day = day
      self.table = table
    }
  }

  package init(
    _ kind: Kind, column: ColumnID?, offset: Int, value: String?, earlier: Int? = nil,
    rate: Rate? = nil
  ) {
    self.kind = kind
    self.column = column
    self.offset = offset
    self.value = value
    self.earlier = earlier
    self.rate = rate
  }

  package enum Kind: Int, Sendable, Hashable, CaseIterable {
    case raggedRow, invalidJSON, nestedJSON
    case missingValue, invalidNumber, invalidInteger, invalidBoolean, invalidDate, invalidTimestamp
    case numberOutOfRange, valueNotAllowed, textNotUTF8, unknownOffset
    case duplicateKey, danglingReference
    /// The row is good, but a formula over it leaves the range of exact numbers.
    case overflow
    /// The row is good, but no rate says what its currency was worth.
    case missingRate

    /// Whether a formula has no value for the row, though the row itself is good.
    package var isOfFormula: Bool { self == .overflow || self == .missingRate }
  }
}

/// The findings of one table: all are counted, and the first few of each kind are kept.
package struct FindingLog: Sendable {
  /// Nobody reads more of the same than this.
  package static let kept = 20

  package private(set) var entries: [Finding.Kind: Entry] = [:]

  package struct Entry: Sendable {
    /// The first findings in the order of the file.
    package fileprivate(set) var first: [Finding] = []
    package fileprivate(set) var count = 0
  }

  package init() {}

  package var isEmpty: Bool { entries.isEmpty }

  package mutating func add(_ finding: Finding) {
    entries[finding.kind, default: Entry()].add(finding)
  }

  /// Adds what another thread found in other rows.
  package mutating func add(_ other: FindingLog) {
    for (kind, entry) in other.entries {
      var merged = entries[kind] ?? Entry()
      let count = merged.count + entry.count
      for finding in entry.first { merged.add(finding) }
      merged.count = count
      entries[kind] = merged
    }
  }

  /// Adds what another reading of the same rows found.
  package mutating func unite(_ other: FindingLog) {
    for (kind, entry) in other.entries {
      var merged = entries[kind] ?? Entry()
      let count = max(merged.count, entry.count)
      for finding in entry.first where !merged.first.contains(finding) { merged.add(finding) }
      merged.count = max(count, merged.first.count)
      entries[kind] = merged
    }
  }
}

extension FindingLog.Entry {
  fileprivate mutating func add(_ finding: Finding) {
    count += 1
    if first.count == FindingLog.kept, let last = first.last, !precedes(finding, last) { return }
    let place = first.firstIndex { precedes(finding, $0) } ?? first.count
    first.insert(finding, at: place)
    if first.count > FindingLog.kept { first.removeLast() }
  }

  private func precedes(_ left: Finding, _ right: Finding) -> Bool {
    (left.offset, left.column?.index ?? -1) < (right.offset, right.column?.index ?? -1)
  }
}
