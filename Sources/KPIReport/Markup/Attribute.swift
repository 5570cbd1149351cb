/// An attribute of an element. Where it leads is a `Destination`, and there is none for scripts or styles.
struct Attribute: Sendable {
  let name: String
  /// `nil` for one that is only there or not.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  init(_ name: Name, _ value: String) { self.init(name.rawValue, value) }

  /// A coordinate or a length in a drawing, to a tenth.
  init(_ name: Name, _ number: Double) {
    self.init(name.rawValue, Coordinate.text(number))
  }

  init(_ flag: Flag) { self.init(flag.rawValue, nil) }

  enum Name: String, Sendable {
    case `class`, id, lang, role, scope, content, name, charset, colspan, `for`, type, placeholder
    case title, datetime
    case httpEquiv = "http-equiv"
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaHidden = "aria-hidden"
    case ariaCurrent = "aria-current"
    case ariaLive = "aria-live"
    case ariaPressed = "aria-pressed"
    case dataSort = "data-sort"
    case dataStatus = "data-status"
    case dataCount = "data-count"
    case viewBox, width, height, x, y, x1, y1, x2, y2, cx, cy, r, rx, d, points, dx, dy
    case transform, orient, refX, refY, markerWidth, markerHeight, patternUnits
    case markerEnd = "marker-end"
    case textAnchor = "text-anchor"
    case preserveAspectRatio
  }

  enum Flag: String, Sendable {
    case open, hidden
  }

  static func `class`(_ names: String) -> Attribute { Attribute(.class, names) }

  static func href(_ destination: Destination) -> Attribute {
    Attribute("href", destination.text)
  }
}

/// Where a link leads: another page of the site, a place on this page or on another one, or a letter.
enum Destination: Hashable, Sendable {
  case page(String)
  case place(String)
  case elsewhere(String, on: String)
  case mail(String)

  fileprivate var text: String {
    switch self {
    case .page(let file): file
    case .place(let id): "#" + id
    case .elsewhere(let id, let file): file + "#" + id
    case .mail(let address): "mailto:" + Destination.encoded(address)
    }
  }

  private static func encoded(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 43, 45, 46, 64, 95:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

/// Numbers in drawings.
enum Coordinate {
  /// To a tenth, without a fraction where there is none.
  static func text(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? (whole == 0 ? "0" : sign + "\(whole)") : sign + "\(whole).\(rest)"
  }

  static func point(_ x: Double, _ y: Double) -> String { text(x) + " " + text(y) }
}
