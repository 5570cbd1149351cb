import KPIText

/// A piece of a page.
///
/// A string becomes markup only as text, which is escaped; the names of elements and attributes are those of the
/// program. So nothing that a specification or its data says can become an element, an attribute or a script.
struct Markup: Sendable {
  /// The piece as it stands in the page.
  private(set) var source: String

  private init(_ source: String) { self.source = source }

  static let nothing = Markup("")

  /// Text as readers see it.
  static func text(_ text: some StringProtocol) -> Markup { Markup(escaped(String(text))) }

  /// What the program itself says word for word: a style sheet, a script.
  static func verbatim(_ text: StaticString) -> Markup { Markup(text.description) }

  static func element(_ name: Element, _ attributes: [Attribute], _ content: Markup) -> Markup {
    var source = "<" + name.rawValue
    for attribute in attributes {
      source += " " + attribute.name
      if let value = attribute.value { source += "=\"" + escaped(value) + "\"" }
    }
    source += ">"
    if name.isVoid { return Markup(source) }
    return Markup(source + content.source + "</" + name.rawValue + ">")
  }

  static func joined(_ parts: [Markup]) -> Markup {
    var source = ""
    for part in parts { source += part.source }
    return Markup(source)
  }

  /// A whole document.
  static func document(_ root: Markup) -> String { "<!doctype html>\n" + root.source + "\n" }

  private static func escaped(_ text: String) -> String {
    let printable = Printable.text(text)
    guard printable.utf8.contains(where: isSpecial) else { return printable }
    var result = ""
    for scalar in printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}

/// The elements that pages and their drawings are made of.
enum Element: String, Sendable {
  case html, head, title, meta, style, script, body
  case header, nav, main, section, article, aside, footer
  case h1, h2, h3, p, div, span, strong, em, code, pre, small, a, br
  case ul, ol, li, dl, dt, dd, blockquote, time, abbr
  case table, caption, thead, tbody, tr, th, td
  case details, summary, label, input, button
  case svg, g, defs, symbol, use, desc, path, line, rect, circle, text, tspan, pattern, marker
  case polyline, polygon

  /// Whether it has no content and no end.
  fileprivate var isVoid: Bool {
    switch self {
    case .meta, .br, .input: true
    default: false
    }
  }
}

/// An element with what stands in it.
func tag(
  _ name: Element, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
) -> Markup {
  .element(name, attributes, content())
}

/// An element with nothing in it.
func tag(_ name: Element, _ attributes: Attribute...) -> Markup {
  .element(name, attributes, .nothing)
}

/// Puts pieces one after the other; strings among them are text.
@resultBuilder enum MarkupBuilder {
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildExpression(_ text: String) -> Markup { .text(text) }
  static func buildExpression(_ parts: [Markup]) -> Markup { .joined(parts) }
  static func buildBlock(_ parts: Markup...) -> Markup { .joined(parts) }
  static func buildArray(_ parts: [Markup]) -> Markup { .joined(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? .nothing }
  static func buildEither(first part: Markup) -> Markup { part }
  static func buildEither(second part: Markup) -> Markup { part }
}
