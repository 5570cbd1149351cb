/// A JSON document that is written exactly as it is built: members keep their order, and numerals keep
/// their digits, so a decimal never passes through binary floating point.
package indirect enum JSON: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A numeral that is already valid JSON, such as `0.15`.
  case numeral(String)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The text, or `null` where there is none.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

// MARK: - Writing

extension JSON {
  /// The document over several lines, ended by a line break: whatever fits on a line stays on one, so
  /// that rows of a result and places in a file can be read, compared and searched by line.
  package var text: String {
    var result = ""
    write(to: &result, indentation: 0, used: 0)
    result += "\n"
    return result
  }

  /// The document on one line.
  package var compactText: String {
    var result = ""
    writeCompact(to: &result)
    return result
  }

  private static let lineWidth = 100

  private func write(to result: inout String, indentation: Int, used: Int) {
    let inner = String(repeating: " ", count: indentation + 2)
    switch self {
    case .array(let elements) where !fitsOnLine(after: used):
      result += "["
      for (index, element) in elements.enumerated() {
        result += (index == 0 ? "\n" : ",\n") + inner
        element.write(to: &result, indentation: indentation + 2, used: indentation + 2)
      }
      result += "\n" + inner.dropLast(2) + "]"
    case .object(let members) where !fitsOnLine(after: used):
      result += "{"
      for (index, member) in members.enumerated() {
        let name = JSON.quoted(member.name) + ": "
        result += (index == 0 ? "\n" : ",\n") + inner + name
        member.value.write(
          to: &result, indentation: indentation + 2, used: indentation + 2 + name.utf8.count)
      }
      result += "\n" + inner.dropLast(2) + "}"
    default: writeCompact(to: &result)
    }
  }

  private func fitsOnLine(after used: Int) -> Bool {
    var room = JSON.lineWidth - used
    return takesRoom(&room)
  }

  /// Takes the width of the compact text from the room; stops as soon as there is none left.
  private func takesRoom(_ room: inout Int) -> Bool {
    switch self {
    case .null, .boolean: room -= 5
    case .integer: room -= 8
    case .numeral(let text): room -= text.utf8.count
    case .string(let text): room -= text.utf8.count + 2
    case .array(let elements):
      room -= 2
      for element in elements {
        room -= 2
        guard room >= 0, element.takesRoom(&room) else { return false }
      }
    case .object(let members):
      room -= 2
      for member in members {
        room -= member.name.utf8.count + 6
        guard room >= 0, member.value.takesRoom(&room) else { return false }
      }
    }
    return room >= 0
  }

  private func writeCompact(to result: inout String) {
    switch self {
    case .null: result += "null"
    case .boolean(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .numeral(let text): result += text
    case .string(let text): result += JSON.quoted(text)
    case .array(let elements):
      result += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { result += ", " }
        element.writeCompact(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += ", " }
        result += JSON.quoted(member.name) + ": "
        member.value.writeCompact(to: &result)
      }
      result += "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(quoting: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a text in quotes.
  package static func append(quoting text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(quoting: $0, to: &bytes) }
  }

  /// Appends bytes in quotes; what is no UTF-8 among them is left as it is. Line and paragraph separators are escaped too,
  /// since programs that embed JSON in JavaScript trip over them.
  package static func append(
    quoting text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "\""))
    var rest = text[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      case 0xE2 where rest.starts(with: [0x80, 0xA8]):
        bytes += "\\u2028".utf8
        rest = rest.dropFirst(2)
      case 0xE2 where rest.starts(with: [0x80, 0xA9]):
        bytes += "\\u2029".utf8
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
