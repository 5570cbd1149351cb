package import KPIModel
import KPIText

/// A table as a file's rows suggest it, before it is written out.
package struct ProposedTable {
  package internal(set) var name: String
  /// How the declaration names the file.
  package internal(set) var path: String
  package let rowCount: Int
  var columns: [ProposedColumn]
  package internal(set) var rows: RowKind = .plain
  /// The example of how numbers and dates are written, where it is not the standard way.
  let numbers: String?
  let dates: String?
  /// What to look over, a line each.
  var notes: [TableNote]

  /// The days from the first to the last row; `nil` for rows without a date.
  package internal(set) var days: ClosedRange<Day>?
  /// Pairs of columns with dates of which the second is never before the first.
  var orderedDays: [(first: Int, second: Int)] = []

  /// How the rows meet time; the columns by their places in `columns`.
  package enum RowKind: Hashable {
    case plain
    case events(time: Int)
    /// Events whose date stands in the table that one of the columns refers to.
    case dated(by: Int, time: String)
    case snapshots(moment: Int)
    case spans(start: Int, end: Int)
  }
}

struct ProposedColumn {
  /// The place of the column in the file.
  let place: Int
  let header: String
  let name: String
  var type: ProposedType
  var isKey = false
  let isOptional: Bool
  /// The values, when they are few and come again and again.
  var allowed: [String]?
  /// The table that it refers to.
  var reference: String?
  /// The days from the first to the last, of dates and moments.
  var days: ClosedRange<Day>?
  /// A doubt about it, at the end of its line.
  var doubt: TableNote?

  var words: HeaderWords { HeaderWords(header) }
}

enum ProposedType: Hashable {
  case text, integer, number, boolean, date, timestamp, percent
  case duration(String)
  case money(String)

  var spelling: String {
    switch self {
    case .text: "text"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    case .timestamp: "timestamp"
    case .percent: "percent"
    case .duration(let unit): "duration \(unit)"
    case .money(let code): code
    }
  }

  var isDay: Bool { self == .date || self == .timestamp }
  var isName: Bool { self == .text || self == .integer }
}

// MARK: - Writing it out

extension ProposedTable {
  /// The declaration as it stands in a specification.
  package func declaration(inVietnamese: Bool = false) -> String {
    func said(_ note: TableNote) -> String { note.text(inVietnamese: inVietnamese) }
    let width = columns.map { DisplayWidth.of(Specification.quoted($0.name)) + 1 }.max() ?? 0
    var lines = ["/// " + said(.inferred(rows: rowCount))]
    lines.append("table \(Specification.quoted(name)) from \(StringLiteral.of(path)) {")
    for (index, column) in columns.enumerated() {
      let name = (Specification.quoted(column.name) + ":").padded(toWidth: width)
      let doubt = column.doubt.map { " // " + said($0) } ?? ""
      lines.append("  \(name) \(type(of: column, at: index))\(doubt)")
    }
    switch rows {
    case .spans(let start, let end):
      let names = [start, end].map { Specification.quoted(columns[$0].name) }
      lines.append("  span from \(names[0]) to \(names[1])")
    case .dated(let reference, let time):
      lines.append(
        "  time \(Specification.quoted(columns[reference].name)).\(Specification.quoted(time))")
    case .plain, .events, .snapshots: break
    }
    if let numbers { lines.append("  numbers \"\(numbers)\"") }
    if let dates { lines.append("  dates \"\(dates)\"") }
    for note in notes { lines.append("  // " + said(note)) }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func type(of column: ProposedColumn, at index: Int) -> String {
    var words = [column.type.spelling]
    if column.isKey { words.append("key") }
    if rows == .events(time: index) { words.append("time") }
    if rows == .snapshots(moment: index) { words.append("snapshot") }
    if let reference = column.reference { words.append("-> " + Specification.quoted(reference)) }
    if column.isOptional { words.append("optional") }
    if let allowed = column.allowed {
      words.append("in (\(allowed.map(StringLiteral.of).joined(separator: ", ")))")
    }
    if column.name != column.header { words.append("from " + StringLiteral.of(column.header)) }
    return words.joined(separator: " ")
  }
}

/// Text as the language writes it, in quotation marks.
enum StringLiteral {
  static func of(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.properties.generalCategory == .control {
          result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
