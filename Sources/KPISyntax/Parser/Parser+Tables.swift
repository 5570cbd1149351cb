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
    if let colon = colonAfterSeveralWords {
      columnOfSeveralWords(colon)
    } else {
      name(of: "the column")
    }
    if !take(.colon) {
      let column = text(ofTokenAt: position - 1)
      note(.expected(.word(":", shape: "\(column): text"), found: found, at: place))
    }
    columnType()
    while columnModifier() || foreignModifier() {}
    complete(start, .column)
  }

  /// The colon after a column's name of several words, or after one in quotation marks.
  private var colonAfterSeveralWords: Int? {
    if kind == .string { return position + 1 }
    guard isAtName, next.kind != .colon else { return nil }
    var place = position + 1
    while !token(at: place).followsLineBreak {
      switch token(at: place).kind {
      case .name, .number, .minus: place += 1
      case .colon: return place
      default: return nil
      }
    }
    return nil
  }

  private mutating func columnOfSeveralWords(_ colon: Int) {
    let words = range(ofTokenAt: position).union(range(ofTokenAt: colon - 1))
    let end = range(ofTokenAt: lastOnLine(from: colon)).bytes.upperBound
    let text =
      kind == .string
      ? TextLiteral.value(of: source.bytes[words.bytes]) : source[words.bytes]
    note(
      .columnOfSeveralWords(text, at: words, end: SourceRange(file: fileID, end..<end)))
    if isAtName { name(of: "") }
    skip(to: colon)
  }

  private mutating func columnType() {
    let start = mark
    guard isAtName else { return expect(.name(of: "a type, such as text")) }
    let takesUnit = word == .duration
    name(of: "a type")
    passLength(of: start)
    if takesUnit, isAtName, !word.isColumnModifier { name(of: "a unit") }
    complete(start, .columnType)
  }

  private mutating func columnModifier() -> Bool {
    let isForeignArrow = rawKind == .foreign && foreignSign == .arrow
    if rawKind == .arrow || isForeignArrow || rawWord == .in && next.kind == .leftParenthesis {
      joinLine()
    }
    let start = mark
    if kind == .arrow || isForeignArrow {
      reportForeignSign()
      advance()
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

  /// `(10,2)` after a type.
  private mutating func passLength(of type: Mark) {
    guard kind == .leftParenthesis, next.kind == .number else { return }
    var last = position + 1
    while token(at: last).kind == .number || token(at: last).kind == .comma { last += 1 }
    guard token(at: last).kind == .rightParenthesis else { return }
    let range = range(from: type).union(range(ofTokenAt: last))
    note(
      .typeWithLength(source[range.bytes], type: text(ofTokenAt: type.position), at: range))
    skip(to: last + 1)
  }

  /// `nullable`, `not null`, `primary key`, as databases say it.
  private mutating func foreignModifier() -> Bool {
    guard kind == .name else { return false }
    let words = text(ofTokenAt: position).lowercased()
    let second = next.followsLineBreak ? "" : text(ofTokenAt: position + 1).lowercased()
    let (meant, count): (String?, Int)
    switch (words, second) {
    case ("not", "null"): (meant, count) = (nil, 2)
    case ("required", _), ("notnull", _): (meant, count) = (nil, 1)
    case ("nullable", _), ("null", _): (meant, count) = ("optional", 1)
    case ("primary", "key"): (meant, count) = ("key", 2)
    default: return false
    }
    let range = range(ofTokenAt: position).union(range(ofTokenAt: position + count - 1))
    note(.foreignModifier(source[range.bytes], meant: meant, at: range))
    skip(to: position + count)
    return true
  }

  private mutating func values() {
    guard kind == .leftParenthesis else {
      return expect(.word("(", shape: "in (\"paid\", \"refunded\")"))
    }
    parenthesized { parser in
      parser.plainValue()
      while parser.takeComma() { parser.plainValue() }
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
