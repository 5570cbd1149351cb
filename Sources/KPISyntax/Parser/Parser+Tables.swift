import KPIDiagnostics
import KPISource

/// Columns, and what else a table says about its rows.
extension Parser {
  /// `customer_id text`, where the colon was forgotten.
  var isColumnWithoutColon: Bool {
    isAtName && attributes[word] == .none && !next.followsLineBreak
      && (next.kind == .name || next.kind == .quotedName)
  }

  mutating func column() {
    let start = mark
    name(of: "the column")
    if !take(.colon) {
      note(.expected(.word(":", shape: "customer_id: text"), found: found, at: place))
    }
    columnType()
    while columnModifier() {}
    complete(start, .column)
  }

  private mutating func columnType() {
    let start = mark
    guard isAtName else { return expect(.name(of: "a type, such as text")) }
    let takesUnit = word == .duration
    name(of: "a type")
    if takesUnit, isAtName, !word.isColumnModifier { name(of: "a unit") }
    complete(start, .columnType)
  }

  private mutating func columnModifier() -> Bool {
    if rawKind == .arrow || rawWord == .in && next.kind == .leftParenthesis { joinLine() }
    let start = mark
    if take(.arrow) {
      name(of: "the table")
      if take(.as) { name(of: "the role") }
      complete(start, .referenceModifier)
      return true
    }
    switch word {
    case .key, .time, .snapshot, .optional:
      if next.kind == .colon && !next.followsLineBreak { return false }
      advance()
      complete(start, .flagModifier)
    case .in:
      advance()
      values()
      complete(start, .valuesModifier)
    case .from:
      advance()
      text(of: "the column's name in the data")
      complete(start, .headerModifier)
    default: return false
    }
    return true
  }

  private mutating func values() {
    guard kind == .leftParenthesis else {
      return expect(.word("(", shape: "in (\"paid\", \"refunded\")"))
    }
    parenthesized { parser in
      parser.plainValue()
      while parser.take(.comma) { parser.plainValue() }
    }
  }

  mutating func span(_ start: Mark) {
    let shape = "span from started_on to ended_on"
    require(.from, shape: shape)
    path(of: "the column where a row begins")
    require(.to, shape: shape)
    path(of: "the column where a row ends")
    complete(start, .spanAttribute)
  }

  mutating func badRows(_ start: Mark) {
    let shape = "on bad rows skip"
    require(.bad, shape: shape)
    require(.rows, shape: shape)
    name(of: "what to do, such as skip")
    complete(start, .badRowsAttribute)
  }
}

extension Word {
  fileprivate var isColumnModifier: Bool {
    switch self {
    case .key, .time, .snapshot, .optional, .in, .from: true
    default: false
    }
  }
}
