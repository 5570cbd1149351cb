import KPIDiagnostics
import KPISource

/// Dates and periods as other countries and programs write them.
extension Parser {
  /// A date written another way: the tokens that it takes, and the dates that it may mean.
  struct ForeignDate {
    let end: Int
    let meant: [String]
  }

  /// Reports a date of another form, passes over it, and gives whether there was one.
  mutating func passForeignDate(_ date: ForeignDate?) -> Bool {
    guard let date else { return false }
    let range = range(ofTokenAt: position).union(range(ofTokenAt: date.end - 1))
    note(.foreignDate(source[range.bytes], meant: date.meant, at: range))
    while position < date.end { advance() }
    return true
  }

  /// `31/12/2026`, `31.12.2026`, `2026/12/31`, `2026-1-5`: where a formula may stand, only what is no calculation.
  var foreignDay: ForeignDate? {
    switch kind {
    case .number:
      if bytesOfCurrent.count(where: { $0 == UInt8(ascii: ".") }) == 2,
        let meant = Self.days(parts(ofTokenAt: position, between: "."))
      {
        return ForeignDate(end: position + 1, meant: meant)
      }
      guard let parts = joinedNumbers(3), let meant = Self.days(parts) else { return nil }
      return ForeignDate(end: position + 5, meant: meant)
    case .date where !isUsualDay:
      let parts = parts(ofTokenAt: position, between: "-")
      guard parts.count == 3, parts[1].count < 2 || parts[2].count < 2,
        let meant = Self.days(parts)
      else { return nil }
      return ForeignDate(end: position + 1, meant: meant)
    default: return nil
    }
  }

  /// The same, and `01/2026`, `January 2026`, `Q1 2026`, `2026Q1`, `2026-q1`: where only a period can stand.
  var foreignPeriod: ForeignDate? {
    if let day = foreignDay { return day }
    if kind == .name, next.kind == .number, !next.followsLineBreak,
      let part = Self.part(of: text(ofTokenAt: position)),
      let year = Self.year(text(ofTokenAt: position + 1))
    {
      return ForeignDate(end: position + 2, meant: ["\(year)-\(part)"])
    }
    if kind == .number, bytesOfCurrent.count > 4,
      case let text = text(ofTokenAt: position), let year = Self.year(String(text.prefix(4))),
      let part = Self.part(of: String(text.dropFirst(4)))
    {
      return ForeignDate(end: position + 1, meant: ["\(year)-\(part)"])
    }
    if kind == .number, next.kind == .minus, next.isAdjacent, token(at: position + 2).isAdjacent,
      let year = Self.year(text(ofTokenAt: position)),
      let part = Self.part(of: text(ofTokenAt: position + 2))
    {
      return ForeignDate(end: position + 3, meant: ["\(year)-\(part)"])
    }
    if kind == .number, let parts = joinedNumbers(2) {
      for (month, year) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        guard let year = Self.year(year), let month = Int(month), (1...12).contains(month) else {
          continue
        }
        return ForeignDate(end: position + 3, meant: ["\(year)-\(Self.twoDigits(month))"])
      }
    }
    if kind == .period, bytesOfCurrent.count == 6,
      case let parts = parts(ofTokenAt: position, between: "-"), parts.count == 2,
      let year = Self.year(parts[0]), let month = Int(parts[1]), (1...9).contains(month)
    {
      return ForeignDate(end: position + 1, meant: ["\(year)-0\(month)"])
    }
    return nil
  }

  /// Whether the current date has two figures for the month and two for the day.
  private var isUsualDay: Bool {
    let bytes = bytesOfCurrent
    return bytes.count == 10 && bytes[bytes.startIndex + 7] == UInt8(ascii: "-")
  }

  private func parts(ofTokenAt place: Int, between sign: Character) -> [String] {
    text(ofTokenAt: place).split(separator: sign).map(String.init)
  }

  /// Numbers with one slash or one hyphen between them and no space.
  private func joinedNumbers(_ count: Int) -> [String]? {
    let sign = next.kind
    guard sign == .slash || sign == .minus else { return nil }
    var parts = [text(ofTokenAt: position)]
    for step in 1..<count {
      let (joint, number) = (token(at: position + 2 * step - 1), token(at: position + 2 * step))
      guard joint.kind == sign, joint.isAdjacent, number.kind == .number, number.isAdjacent else {
        return nil
      }
      parts.append(text(ofTokenAt: position + 2 * step))
    }
    return parts
  }

  /// The dates that three numbers may be: the year first or last, day and month in either order.
  private static func days(_ parts: [String]) -> [String]? {
    let numbers = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
    guard numbers.count == 3 else { return nil }
    let candidates: [(Int, Int)]
    let year: Int
    if parts[0].count == 4, let first = Self.year(parts[0]) {
      (year, candidates) = (first, [(numbers[1], numbers[2])])
    } else if let last = Self.year(parts[2]) {
      (year, candidates) = (last, [(numbers[1], numbers[0]), (numbers[0], numbers[1])])
    } else {
      return nil
    }
    var days: [String] = []
    for (month, day) in candidates {
      let text = "\(year)-\(twoDigits(month))-\(twoDigits(day))"
      if case .success = CalendarReader.date(Array(text.utf8)[...]), !days.contains(text) {
        days.append(text)
      }
    }
    return days.isEmpty ? nil : days
  }

  private static func year(_ text: String) -> Int? {
    guard text.count == 4, let year = Int(text), (1900...2200).contains(year) else { return nil }
    return year
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The month, quarter or half that a word names: `January`, `Q1`, `H2`.
  private static func part(of word: String) -> String? {
    let word = word.lowercased()
    if word.count == 2, let number = word.last?.wholeNumberValue {
      if word.first == "q", (1...4).contains(number) { return "Q\(number)" }
      if word.first == "h", (1...2).contains(number) { return "H\(number)" }
    }
    guard word.count >= 3 else { return nil }
    let month = months.firstIndex { $0.hasPrefix(word) }
    return month.map { twoDigits($0 + 1) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
