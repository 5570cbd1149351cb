/// What the first byte of a token says about it.
enum ByteClass: UInt8 {
  case other, space, lineFeed, carriageReturn
  case letter, digit, high
  case quote, apostrophe, backtick
  case slash, sign

  /// The class of each byte.
  static let table: [ByteClass] = (0..<256).map { classify(UInt8($0)) }

  private static func classify(_ byte: UInt8) -> ByteClass {
    switch byte {
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C: .space
    case 0x0A: .lineFeed
    case 0x0D: .carriageReturn
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0x80...0xFF: .high
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "`"): .backtick
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "|"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="),
      UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: ";"), UInt8(ascii: "%"):
      .sign
    default: .other
    }
  }
}
