/// Makes text safe to show: control characters and those that turn the direction of writing become
/// visible, so that nothing in a file can forge what the terminal shows.
package enum Printable {
  package static func text(_ text: String) -> String {
    guard !text.isPlain, text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isHidden(scalar) ? picture(of: scalar) : scalar)
    }
    return String(result)
  }

  package static func text(_ text: Substring) -> String { self.text(String(text)) }

  /// The same with each tab as the spaces up to the next stop.
  package static func line(_ line: String) -> String {
    if line.isPlain || !line.unicodeScalars.contains(where: { $0 == "\t" || isHidden($0) }) {
      return line
    }
    var result = ""
    var width = 0
    for character in line {
      if character == "\t" {
        let spaces = tabWidth - width % tabWidth
        result += String(repeating: " ", count: spaces)
        width += spaces
      } else if character.unicodeScalars.contains(where: isHidden) {
        let shown = text(String(character))
        result += shown
        width += DisplayWidth.of(shown)
      } else {
        result.append(character)
        width += DisplayWidth.of(character)
      }
    }
    return result
  }

  private static let tabWidth = 4

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
