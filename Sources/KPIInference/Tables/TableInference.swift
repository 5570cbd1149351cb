import KPIModel

/// Reads a file's header and rows, and proposes the table declaration that fits them.
package struct TableInference {
  private var profiles: [ColumnProfile]
  private var rowCount = 0
  let records: any RecordSource
  private let path: String

  /// `nil` when there is no header. `path` is how the declaration names the file.
  package init?(_ records: some RecordSource, path: String) {
    self.records = records
    self.path = path
    var records = records
    guard let header = records.next() else { return nil }
    profiles = header.map { ColumnProfile(header: String(decoding: $0, as: UTF8.self)) }
    while let record = records.next() {
      rowCount += 1
      for index in profiles.indices {
        profiles[index].observe(index < record.count ? record[index] : [])
      }
    }
  }

  /// The declaration as it stands in a specification.
  package func declaration(name: String) -> String { proposal(name: name).declaration() }

  /// What the file seems to hold.
  package func proposal(name: String) -> ProposedTable {
    let columns = columns(tableName: name)
    var table = ProposedTable(
      name: name, path: path, rowCount: rowCount, columns: columns,
      numbers: numberStyle.example, dates: dateStyle.example, notes: notes)
    let facts = RowFacts(of: columns, in: records, dates: dateStyle)
    for (index, days) in facts.days { table.columns[index].days = days }
    table.orderedDays = facts.ordered
    table.rows = RowKindInference(table: table, profiles: profiles, facts: facts).kind
    table.days = table.ownDays
    if case .events(let time) = table.rows, columns[time].isOptional {
      table.notes.append(.rowsWithoutDate(column: columns[time].name))
    }
    return table
  }

  private func columns(tableName: String) -> [ProposedColumn] {
    let key = self.key(tableName: tableName)
    var names = UniqueNames()
    return readable.map { index in
      let profile = profiles[index]
      let type = type(of: profile)
      return ProposedColumn(
        place: index, header: profile.header,
        name: names.take(ColumnName.identifier(profile.header)),
        type: type, isKey: index == key, isOptional: profile.isOptional,
        allowed: type == .text && index != key && !profile.namesThings && profile.exception == nil
          ? profile.allowedValues : nil,
        doubt: doubt(about: profile, of: type))
    }
  }

  private func type(of profile: ColumnProfile) -> ProposedType {
    if profile.isBoolean { return .boolean }
    if profile.isDate, profile.dateStyles.contains(dateStyle) {
      return profile.hasTimes ? .timestamp : .date
    }
    guard profile.isNumeric, profile.numberStyles.contains(numberStyle) else { return .text }
    if profile.isPercent { return .percent }
    if let currency = ColumnName.currency(in: profile.header) { return .money(currency) }
    let words = HeaderWords(profile.header)
    if let unit = words.unitOfTime { return .duration(unit) }
    if words.isMoney, isVietnamese { return .money("VND") }
    return profile.fractionStyles.contains(numberStyle) ? .number : .integer
  }

  private func doubt(about profile: ColumnProfile, of type: ProposedType) -> TableNote? {
    switch type {
    case .integer, .number:
      HeaderWords(profile.header).isMoney ? .moneyWithoutCurrency : nil
    case .money(let code):
      ColumnName.currency(in: profile.header) == nil ? .takenToBe(currency: code) : nil
    case .text: profile.exception
    default: nil
    }
  }
}

extension ProposedTable {
  /// The days that its own columns tell.
  fileprivate var ownDays: ClosedRange<Day>? {
    switch rows {
    case .plain, .dated: return nil
    case .events(let time): return columns[time].days
    case .snapshots(let moment): return columns[moment].days
    case .spans(let start, let end):
      guard let first = columns[start].days else { return nil }
      return first
        .lowerBound...max(
          first.upperBound, columns[end].days?.upperBound ?? first.upperBound)
    }
  }
}

extension HeaderWords {
  fileprivate var isMoney: Bool {
    mention(.money) && !mention(.quantity) && !mention(.measurement)
  }

  /// Letters that no other common language of business has, or words that many exports have.
  var areVietnamese: Bool {
    words.contains { word in
      ["ngày", "tháng", "mã", "tên"].contains(word)
        || word.contains { "đăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ".contains($0) }
    }
  }

  /// The unit that the last word names; a price an hour is none.
  fileprivate var unitOfTime: String? {
    guard !mention(.money) else { return nil }
    let units: [(Idea, String)] = [
      (.seconds, "seconds"), (.minutes, "minutes"), (.hours, "hours"), (.days, "days"),
    ]
    return units.first { unit, _ in unit.phrases.contains { words.suffix($0.count) == $0[...] } }?.1
  }
}

// MARK: - Choices for the whole table

extension TableInference {
  /// The places of the columns that are worth declaring: those with a header of their own and values.
  private var readable: [Int] {
    profiles.indices.filter { index in
      let header = profiles[index].header
      return !header.isEmpty && profiles.count { $0.header == header } == 1
        && (rowCount == 0 || profiles[index].presentCount > 0)
    }
  }

  private var isVietnamese: Bool {
    profiles.contains { HeaderWords($0.header).areVietnamese }
  }

  private var notes: [TableNote] {
    var notes: [TableNote] = []
    let unnamed = profiles.count { $0.header.isEmpty }
    if unnamed > 0 { notes.append(.unnamedColumns(unnamed)) }
    for header in Set(profiles.map(\.header)).sorted() where !header.isEmpty {
      let named = profiles.filter { $0.header == header }
      if named.count > 1 {
        notes.append(.repeatedHeader(header))
      } else if rowCount > 0, named[0].presentCount == 0 {
        notes.append(.emptyColumn(header))
      }
    }
    if isDayAmbiguous { notes.append(.dayFirst) }
    if isThousandsAmbiguous { notes.append(.thousands) }
    return notes
  }

  /// The way of writing numbers that makes the most columns numbers.
  private var numberStyle: NumberStyle {
    isThousandsAmbiguous ? .continental : likeliestNumberStyle
  }

  private var numeric: [ColumnProfile] { profiles.filter { $0.isNumeric && !$0.isDate } }

  private var likeliestNumberStyle: NumberStyle {
    let numeric = numeric
    return best(NumberStyle.all) { style in numeric.count { $0.numberStyles.contains(style) } }
      ?? NumberStyle.all[0]
  }

  /// Whether the points might divide thousands as well, and the file is otherwise written as where they do.
  private var isThousandsAmbiguous: Bool {
    let style = likeliestNumberStyle
    let numeric = numeric.filter { $0.numberStyles.contains(style) }
    let isContinental =
      dateStyle.order == .dayMonthYear || records.delimiter == UInt8(ascii: ";")
      || isVietnamese
    return style == NumberStyle.all[0] && isContinental
      && numeric.contains { $0.fractionStyles.contains(style) }
      && numeric.allSatisfy { !$0.hasOddFraction && $0.numberStyles.contains(.continental) }
  }

  private var dateStyle: DateStyle {
    let dates = profiles.filter(\.isDate)
    return best(DateStyle.all) { style in dates.count { $0.dateStyles.contains(style) } }
      ?? .standard
  }

  /// The first of the candidates with the highest score.
  private func best<Candidate>(
    _ candidates: [Candidate], _ score: (Candidate) -> Int
  ) -> Candidate? {
    var best: (candidate: Candidate, score: Int)?
    for candidate in candidates {
      let score = score(candidate)
      if score > best?.score ?? -1 { best = (candidate, score) }
    }
    return best?.candidate
  }

  private var isDayAmbiguous: Bool {
    let other = DateStyle(order: .monthDayYear, separator: dateStyle.separator)
    let dates = profiles.filter { $0.isDate && $0.dateStyles.contains(dateStyle) }
    return dateStyle.order == .dayMonthYear && !dates.isEmpty
      && dates.allSatisfy { $0.dateStyles.contains(other) }
  }

  /// A column whose values are all there and all different: the one named after the table, or else the
  /// first that names things, or else the first column.
  private func key(tableName: String) -> Int? {
    guard rowCount > 1 else { return nil }
    let unique = readable.filter { profiles[$0].isUnique && type(of: profiles[$0]).isName }
    let singular = HeaderWords.singular(tableName.lowercased())
    return unique.first { index in
      let header = profiles[index].header.lowercased()
      return profiles[index].namesThings && (header == "id" || header.hasPrefix(singular))
    } ?? unique.first { profiles[$0].namesThings } ?? unique.first { $0 == 0 }
  }

  /// The name that suits a table of a file: `orders` for `data/orders.csv.gz`.
  package static func name(ofFile path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return ColumnName.identifier(String(name.split(separator: ".").first ?? ""))
  }
}
