/// Reads one JSON value after the other from a line, without building anything.
struct JSONScanner {
  private let bytes: UnsafePointer<UInt8>
  private(set) var index: Int
  private let end: Int
  private let scratch: Scratch

  struct Invalid: Error { let offset: Int }

  struct Text {
    let start: UnsafePointer<UInt8>
    let count: Int
  }

  enum Value {
    /// The text of a string, a number, `true` or `false`.
    case text(Text)
    case null
    /// An object or an array, which a column cannot hold.
    case nested
  }

  /// Deeper nesting than this is taken for damage.
  private static let deepest = 128

  init(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ scratch: Scratch) {
    self.bytes = bytes
    index = start
    self.end = end
    self.scratch = scratch
  }

  var isAtEnd: Bool { index >= end }

  private var byte: UInt8 { index < end ? bytes[index] : 0 }

  mutating func skipSpace() {
    while index < end, bytes[index] == 32 || bytes[index] == 9 || bytes[index] == 13 { index += 1 }
  }

  /// Reads an object to the end of the line; the closure reads the value of each key.
  mutating func object(
    _ member: (Text, inout JSONScanner) throws(Invalid) -> Void
  ) throws(Invalid) {
    try expect(UInt8(ascii: "{"))
    skipSpace()
    if byte == UInt8(ascii: "}") {
      index += 1
    } else {
      while true {
        skipSpace()
        let key = try string()
        skipSpace()
        try expect(UInt8(ascii: ":"))
        try member(key, &self)
        skipSpace()
        if byte == UInt8(ascii: ",") {
          index += 1
          continue
        }
        try expect(UInt8(ascii: "}"))
        break
      }
    }
    skipSpace()
    guard isAtEnd else { throw Invalid(offset: index) }
  }

  private mutating func expect(_ wanted: UInt8) throws(Invalid) {
    guard index < end, bytes[index] == wanted else { throw Invalid(offset: index) }
    index += 1
  }

  mutating func value() throws(Invalid) -> Value {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipNested()
      return .nested
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    case UInt8(ascii: "t"):
      let start = bytes + index
      try word("true")
      return .text(Text(start: start, count: 4))
    case UInt8(ascii: "f"):
      let start = bytes + index
      try word("false")
      return .text(Text(start: start, count: 5))
    default: return .text(try number())
    }
  }

  private mutating func word(_ text: StaticString) throws(Invalid) {
    guard index + text.utf8CodeUnitCount <= end,
      isEqual(bytes + index, text.utf8Start, text.utf8CodeUnitCount)
    else { throw Invalid(offset: index) }
    index += text.utf8CodeUnitCount
  }

  /// A number is kept as its text, so that nothing of it is lost.
  private mutating func number() throws(Invalid) -> Text {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    var digits = 0
    while index < end {
      let byte = bytes[index]
      if byte &- 48 <= 9 {
        digits += 1
      } else if ![
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"),
        UInt8(ascii: "-"),
      ].contains(byte) {
        break
      }
      index += 1
    }
    guard digits > 0 else { throw Invalid(offset: start) }
    return Text(start: bytes + start, count: index - start)
  }

  private mutating func skipNested() throws(Invalid) {
    var depth = 0
    repeat {
      skipSpace()
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
        guard depth <= JSONScanner.deepest else { throw Invalid(offset: index) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        index += 1
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: ","), UInt8(ascii: ":"): index += 1
      default: _ = try value()
      }
    } while depth > 0
  }

  private mutating func string() throws(Invalid) -> Text {
    try expect(UInt8(ascii: "\""))
    let start = index
    while index < end, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] >= 32 else { throw Invalid(offset: index) }
      guard bytes[index] != UInt8(ascii: "\\") else { return try escaped(from: start) }
      index += 1
    }
    try expect(UInt8(ascii: "\""))
    return Text(start: bytes + start, count: index - 1 - start)
  }

  /// The string from `start` on, of which a backslash is met at the current place.
  private mutating func escaped(from start: Int) throws(Invalid) -> Text {
    // An escape is never shorter than what it stands for.
    let text = scratch.allocate(end - start)
    var count = index - start
    text.update(from: bytes + start, count: count)
    while index < end, bytes[index] != UInt8(ascii: "\"") {
      let byte = bytes[index]
      guard byte >= 32 else { throw Invalid(offset: index) }
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        text[count] = byte
        count += 1
        continue
      }
      for unit in try escape() {
        text[count] = unit
        count += 1
      }
    }
    try expect(UInt8(ascii: "\""))
    return Text(start: UnsafePointer(text), count: count)
  }

  private mutating func escape() throws(Invalid) -> [UInt8] {
    let kind = byte
    index += 1
    switch kind {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [kind]
    case UInt8(ascii: "u"):
      var scalar = try hexadecimal()
      if (0xD800..<0xDC00).contains(scalar) {
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw Invalid(offset: index) }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let character = Unicode.Scalar(scalar) else { throw Invalid(offset: index) }
      return Array(String(character).utf8)
    default: throw Invalid(offset: index - 1)
    }
  }

  private mutating func hexadecimal() throws(Invalid) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: throw Invalid(offset: index)
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
