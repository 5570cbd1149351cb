/// How many columns of a terminal a text takes.
///
/// Terminals give two columns to East Asian wide characters and emoji, one to most others, and none to
/// combining marks. Characters of ambiguous width take one, as they do outside East Asian locales.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    if text.isPlain { return text.utf8.count }
    var width = 0
    for scalar in text.unicodeScalars {
      guard isOneColumn(scalar.value) else { return text.reduce(0) { $0 + of($1) } }
      width += 1
    }
    return width
  }

  /// Whether it is a character by itself, one column wide, as long as all around it are such too: letters of Latin scripts,
  /// with their marks in one, and the usual punctuation.
  private static func isOneColumn(_ value: UInt32) -> Bool {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2028, 0x20A0..<0x20C0:
      true
    default: false
    }
  }

  package static func of(_ text: Substring) -> Int { of(String(text)) }

  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let base = scalars.first else { return 0 }
    if base.isASCII { return base.value < 0x20 || base.value == 0x7F ? 0 : 1 }
    if scalars.contains("\u{FE0F}"), base.properties.isEmoji { return 2 }
    if isZeroWidth(base) { return 0 }
    return isWide(base.value) ? 2 : 1
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: (0x1160...0x11FF).contains(scalar.value)
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }

  /// The characters with the East Asian width `Wide` or `Fullwidth`, and the regional indicators that
  /// make flags.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F1E6...0x1F1FF, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
    0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D,
    0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7,
    0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// Whether all characters are printable ones of ASCII: each is then one byte and one column, and nothing is hidden.
  package var isPlain: Bool {
    func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }
    return utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) }
      ?? utf8.allSatisfy(isPlain)
  }

  /// How many characters a reader counts.
  package var characterCount: Int { isPlain ? utf8.count : count }

  /// The text filled up with spaces to a width in terminal columns.
  package func padded(toWidth width: Int, alignedRight: Bool = false) -> String {
    let filler = String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    return alignedRight ? filler + self : self + filler
  }

  /// The text cut to a width in terminal columns, with `…` where something was cut.
  package func clipped(toWidth width: Int) -> String {
    guard DisplayWidth.of(self) > width else { return self }
    var result = ""
    var used = 1
    for character in self {
      used += DisplayWidth.of(character)
      guard used <= width else { break }
      result.append(character)
    }
    return result + "…"
  }
}
