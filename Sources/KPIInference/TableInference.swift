import KPIModel
import KPIText

/// Reads a file's header and rows, and proposes the table declaration that fits them.
package struct TableInference {
  private var profiles: [ColumnProfile]
  private var rowCount = 0
  private let path: String

  /// `nil` when there is no header. `path` is how the declaration names the file.
  package init?(_ records: some RecordSource, path: String) {
    var records = records
    guard let header = records.next() else { return nil }
    self.path = path
    profiles = header.map { ColumnProfile(header: String(decoding: $0, as: UTF8.self)) }
    while let record = records.next() {
      rowCount += 1
      for index in profiles.indices {
        profiles[index].observe(index < record.count ? record[index] : [])
      }
    }
  }

  /// The declaration as it stands in a specification.
  package func declaration(name: String) -> String {
    let columns = self.columns(tableName: name)
    let width = columns.map { DisplayWidth.of($0.name) + 1 }.max() ?? 0
    var lines = [
      "/// Inferred from \(TextFlow.count(rowCount, "row")): check the key, the time axis, the units and the allowed values."
    ]
    lines.append("table \(Specification.quoted(name)) from \(TableInference.quoted(path)) {")
    for column in columns {
      lines.append("  " + (column.name + ":").padded(toWidth: width) + " " + column.type)
    }
    for comment in skippedHeaders { lines.append("  // " + comment) }
    if let numbers = numberStyle.example { lines.append("  numbers \"\(numbers)\"") }
    if let dates = dateStyle.example { lines.append("  dates \"\(dates)\"") }
    if isDayAmbiguous {
      lines.append("  // No date tells day and month apart; the day is taken to come first.")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func columns(tableName: String) -> [(name: String, type: String)] {
    let key = self.key(tableName: tableName)
    let time = self.time
    var taken: Set<String> = []
    return readable.map { index in
      let profile = profiles[index]
      var name = ColumnName.identifier(profile.header)
      while !taken.insert(name).inserted { name += "_2" }
      var words = [type(of: profile)]
      if index == key { words.append("key") }
      if index == time { words.append("time") }
      if profile.isOptional { words.append("optional") }
      if words[0] == "text", index != key, !profile.namesThings, let values = profile.allowedValues
      {
        words.append("in (\(values.map(TableInference.quoted).joined(separator: ", ")))")
      }
      if name != profile.header { words.append("from " + TableInference.quoted(profile.header)) }
      return (Specification.quoted(name), words.joined(separator: " "))
    }
  }

  private func type(of profile: ColumnProfile) -> String {
    if profile.presentCount == 0 { return "text" }
    if profile.isBoolean { return "boolean" }
    if profile.isDate, profile.dateStyles.contains(dateStyle) {
      return profile.hasTimes ? "timestamp" : "date"
    }
    guard profile.isNumeric, profile.numberStyles.contains(numberStyle) else { return "text" }
    if profile.isPercent { return "percent" }
    if let currency = ColumnName.currency(in: profile.header) { return currency }
    return profile.fractionStyles.contains(numberStyle) ? "number" : "integer"
  }
}

// MARK: - Choices for the whole table

extension TableInference {
  /// The places of the columns that a declaration can name: those with a header of their own.
  private var readable: [Int] {
    profiles.indices.filter { index in
      let header = profiles[index].header
      return !header.isEmpty && profiles.count { $0.header == header } == 1
    }
  }

  private var skippedHeaders: [String] {
    var comments: [String] = []
    let unnamed = profiles.count { $0.header.isEmpty }
    if unnamed > 0 {
      comments.append("\(TextFlow.count(unnamed, "column")) without a header left out")
    }
    for header in Set(profiles.map(\.header)).sorted()
    where !header.isEmpty && profiles.count(where: { $0.header == header }) > 1 {
      comments.append("the header \(TableInference.quoted(header)) occurs more than once; left out")
    }
    return comments
  }

  /// The way of writing numbers that makes the most columns numbers.
  private var numberStyle: NumberStyle {
    let numeric = profiles.filter { $0.isNumeric && !$0.isDate }
    return best(NumberStyle.all) { style in numeric.count { $0.numberStyles.contains(style) } }
      ?? NumberStyle.all[0]
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
    let unique = readable.filter { index in
      let type = type(of: profiles[index])
      return profiles[index].isUnique && (type == "text" || type == "integer")
    }
    let singular = tableName.hasSuffix("s") ? String(tableName.dropLast()) : tableName
    return unique.first { index in
      let header = profiles[index].header.lowercased()
      return profiles[index].namesThings
        && (header == "id" || header.hasPrefix(singular.lowercased()))
    } ?? unique.first { profiles[$0].namesThings } ?? unique.first { $0 == 0 }
  }

  /// The first date or timestamp that every row has.
  private var time: Int? {
    let dates = readable.filter { ["date", "timestamp"].contains(type(of: profiles[$0])) }
    return dates.first { !profiles[$0].isOptional }
  }

  /// The name that suits a table of a file: `orders` for `data/orders.csv.gz`.
  package static func name(ofFile path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return ColumnName.identifier(String(name.split(separator: ".").first ?? ""))
  }

  /// A string of the language.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }
}
