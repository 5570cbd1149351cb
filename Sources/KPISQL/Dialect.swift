import KPIModel

/// How one engine writes what the others write otherwise, and what it cannot do exactly.
package struct Dialect: Sendable {
  /// The name on the command line.
  package let name: String
  package let title: String
  package let support: Support
  /// The quotation mark around names; it is doubled inside, unless names are escaped.
  var quote: Unicode.Scalar = "\""
  /// Whether a backslash in a text stands for itself.
  var isBackslashPlain = true
  /// Whether a backslash in a name has the meaning that it has in a text.
  var escapesNames = false
  /// Whether an aggregate takes `FILTER (WHERE …)`.
  var hasFilterClause = true
  var hasGroupingSets = true
  /// Whether `GROUPING` takes several columns, of which the first is the highest bit.
  var hasGroupingOfSeveral = true
  /// Whether `%` is the remainder of a division.
  var hasRemainderSign = true
  /// Whether decimals and the products of numbers are exact.
  var hasDecimals = true
  var dateLiteral: @Sendable (String) -> String = { "DATE '\($0)'" }
  var timestampLiteral: @Sendable (String) -> String = { "TIMESTAMP '\($0)'" }
  var booleanLiteral: @Sendable (Bool) -> String = { $0 ? "TRUE" : "FALSE" }
  var numbers: @Sendable ([Int], _ column: String) -> String = { numbers, column in
    "(" + numbers.map { "SELECT \($0) AS \(column)" }.joined(separator: " UNION ALL ") + ")"
  }
  /// Where each value has a type of its own, whatever its column is declared as: whether one is of a kind.
  var isOfKind: (@Sendable (ValueKind, String) -> String)?
  /// Files that the engine reads as tables; `nil` where it reads none.
  var files: Files?
  let special: @Sendable (Special, String) -> String

  /// What is said in the dialect's own way, with its operands already written.
  enum Special {
    case day, month, length, binary, wide
    case adding(days: Int)
    case days(since: String)
    case part(RowFunction)
    case local(zone: String)
    case contains(String)
    case concatenated(String)
  }

  /// How an engine reads a file as a table.
  struct Files: Sendable {
    /// How the names of files end, in small letters.
    let endings: [String]
    /// The relation of a file, by its path.
    let relation: @Sendable (String) -> String
  }

  /// A text in quotation marks. Inside, the mark is doubled, or it, backslashes and ends of lines are escaped.
  static func quoted(_ text: String, _ mark: Unicode.Scalar, escaping: Bool = false) -> String {
    var result = String(mark)
    for scalar in text.unicodeScalars {
      switch scalar {
      case mark: result += (escaping ? "\\" : String(mark)) + String(mark)
      case "\\" where escaping: result += "\\\\"
      case "\n" where escaping: result += "\\n"
      case "\r" where escaping: result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + String(mark)
  }

  /// Whether a table by this name is a file that the engine reads itself.
  package func isFile(_ name: String) -> Bool {
    guard let files else { return false }
    let lowered = name.lowercased()
    return name.contains("/") || files.endings.contains { lowered.hasSuffix($0) }
  }

  /// Whether a value may be of another type than its column.
  package var isTypedByValue: Bool { isOfKind != nil }

  /// What a value of a column has to be where the engine does not see to it.
  package enum ValueKind: Hashable, Sendable {
    case text, wholeNumber, boolean, date
    /// Any number, also one that is written out as text.
    case numeral
    /// A time on the company's clock, without an offset.
    case timestamp
  }

  package enum Support: String, Sendable {
    /// The tests of this project run it.
    case tested
    /// Its text follows the engine's documentation, and no test runs it.
    case generated
  }

  package static let all: [Dialect] = [
    .duckdb, .postgresql, .sqlite, .spark, .snowflake, .bigquery, .trino,
  ]

  package static func named(_ name: String) -> Dialect? { all.first { $0.name == name } }
}
