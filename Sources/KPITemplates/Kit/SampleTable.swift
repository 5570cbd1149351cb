/// One file of sample rows.
struct SampleTable: Sendable {
  /// The file's name without its ending.
  let name: String
  let header: [String]
  private(set) var rows: [[SampleCell]] = []

  /// The header is written as in the file, with commas.
  init(_ name: String, _ header: String) {
    self.name = name
    self.header = header.split(separator: ",").map(String.init)
  }

  var count: Int { rows.count }

  mutating func add(_ cells: SampleCell...) { rows.append(cells) }
  mutating func add(row cells: [SampleCell]) { rows.append(cells) }

  /// The rows in the order of a column, as an export has them, and numbered anew where the first column is a key that no
  /// other table refers to.
  func sorted(by column: Int, numbering letters: String? = nil) -> SampleTable {
    var sorted = self
    sorted.rows = rows.enumerated().sorted {
      let (left, right) = ($0.element[column].order, $1.element[column].order)
      return (left, $0.offset) < (right, $1.offset)
    }.map(\.element)
    if let letters {
      for place in sorted.rows.indices { sorted.rows[place][0] = .key(letters, place + 1) }
    }
    return sorted
  }

  func text(in currency: SampleCurrency) -> String {
    var text = header.joined(separator: ",") + "\n"
    for row in rows {
      text += row.map { $0.text(in: currency) }.joined(separator: ",")
      text += "\n"
    }
    return text
  }
}

/// One value of a sample row.
enum SampleCell: Sendable {
  case text(String)
  case number(Int)
  /// Tenths: 15 is 1.5.
  case tenths(Int)
  case flag(Bool)
  /// Hundredths of the unit that English starters count in.
  case money(Int)
  /// What comes after the data ends is not known, and nothing is written.
  case day(SampleDay?)
  case moment(SampleMoment?)
  /// A day of a plan, which may well lie ahead.
  case planned(SampleDay)
  case empty

  /// A name made of letters and a number.
  static func key(_ letters: String, _ number: Int) -> SampleCell {
    .text(letters + digits(number, width: 4))
  }

  fileprivate func text(in currency: SampleCurrency) -> String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .tenths(let tenths): "\(tenths / 10).\(tenths % 10)"
    case .flag(let flag): flag ? "yes" : "no"
    case .money(let cents): currency.cell(cents: cents)
    case .day(let day): day?.known?.text ?? ""
    case .moment(let moment): moment?.known?.text ?? ""
    case .planned(let day): day.text
    case .empty: ""
    }
  }

  /// Where a row with this cell stands among others.
  fileprivate var order: Int {
    switch self {
    case .day(let day): (day?.number ?? 0) * 86_400
    case .planned(let day): day.number * 86_400
    case .moment(let moment): moment?.seconds ?? 0
    case .number(let number), .tenths(let number), .money(let number): number
    case .text, .flag, .empty: 0
    }
  }
}
