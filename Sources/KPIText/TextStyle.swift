/// The look of a stretch of text on a terminal, named by what it is for.
package enum TextStyle: Sendable {
  case strong, faint
  case error, warning, note
  /// Line numbers, rules and arrows around a snippet.
  case frame
  case good, caution, bad

  /// The parameters of the control sequence; the eight base colours, which every theme defines.
  fileprivate var parameters: String {
    switch self {
    case .strong: "1"
    case .faint: "2"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .frame: "34"
    case .good: "32"
    case .caution: "33"
    case .bad: "31"
    }
  }
}

/// Puts styles on text, or leaves it plain where colour is off.
package struct Painter: Sendable {
  package let isColoured: Bool

  package static let plain = Painter(isColoured: false)
  package static let coloured = Painter(isColoured: true)

  package init(isColoured: Bool) { self.isColoured = isColoured }

  package func paint(_ text: String, _ style: TextStyle?) -> String {
    guard isColoured, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(style.parameters)m\(text)\u{1B}[0m"
  }
}
