/// The grammar of a file in W3C notation, as it is written.
struct Grammar {
  indirect enum Expression {
    case literal(String)
    case reference(String)
    /// One character that fits, or fits not.
    case characters(isExcluding: Bool, CharacterSet)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case any(Expression)
    case oneOrMore(Expression)
    case difference(Expression, Expression)
  }

  struct CharacterSet {
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [String] = []

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      ranges.contains { $0.contains(scalar.value) }
        || properties.contains { name in
          switch name {
          case "XID_Start": scalar.properties.isXIDStart
          case "XID_Continue": scalar.properties.isXIDContinue
          default: false
          }
        }
    }
  }

  private(set) var productions: [String: Expression] = [:]
  /// The names of the productions in the order of the file.
  private(set) var names: [String] = []

  init?(_ text: String) {
    var reader = Reader(text)
    while let (name, expression) = reader.production() {
      guard productions.updateValue(expression, forKey: name) == nil else { return nil }
      names.append(name)
    }
    guard reader.isAtEnd else { return nil }
  }

  /// The productions that an expression refers to.
  static func references(of expression: Expression) -> [String] {
    switch expression {
    case .reference(let name): [name]
    case .literal, .characters: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(references)
    case .optional(let part), .any(let part), .oneOrMore(let part): references(of: part)
    case .difference(let left, let right): references(of: left) + references(of: right)
    }
  }

  /// The texts that an expression of literals alone derives.
  func words(of expression: Expression) -> Set<String> {
    switch expression {
    case .literal(let text): [text]
    case .reference(let name): productions[name].map(words) ?? []
    case .choice(let parts): parts.reduce(into: []) { $0.formUnion(words(of: $1)) }
    default: []
    }
  }
}

extension Grammar {
  /// Reads the notation.
  private struct Reader {
    private let characters: [Character]
    private var index = 0

    init(_ text: String) {
      characters = Array(text)
      skipSpace()
    }

    var isAtEnd: Bool { index == characters.count }

    mutating func production() -> (String, Expression)? {
      guard let name = name(), take("::="), let expression = choice() else { return nil }
      return (name, expression)
    }

    private mutating func choice() -> Expression? {
      var parts: [Expression] = []
      repeat {
        guard let part = sequence() else { return nil }
        parts.append(part)
      } while take("|")
      return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() -> Expression? {
      var parts: [Expression] = []
      while !isAtProduction, let part = item() { parts.append(part) }
      guard !parts.isEmpty else { return nil }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func item() -> Expression? {
      guard let primary = primary() else { return nil }
      if take("?") { return .optional(primary) }
      if take("*") { return .any(primary) }
      if take("+") { return .oneOrMore(primary) }
      if take("-") { return self.primary().map { .difference(primary, $0) } }
      return primary
    }

    private mutating func primary() -> Expression? {
      guard index < characters.count else { return nil }
      switch characters[index] {
      case "(":
        index += 1
        skipSpace()
        guard let inner = choice(), take(")") else { return nil }
        return inner
      case "\"", "'": return literal(closing: characters[index])
      case "[": return set()
      default: return name().map(Expression.reference)
      }
    }

    private mutating func literal(closing: Character) -> Expression? {
      index += 1
      let start = index
      while index < characters.count, characters[index] != closing { index += 1 }
      guard index < characters.count else { return nil }
      let text = String(characters[start..<index])
      index += 1
      skipSpace()
      return .literal(text)
    }

    private mutating func set() -> Expression? {
      index += 1
      let isExcluding = index < characters.count && characters[index] == "^"
      if isExcluding { index += 1 }
      var set = CharacterSet()
      while index < characters.count, characters[index] != "]" {
        if rest("\\p{") {
          index += 3
          let start = index
          while index < characters.count, characters[index] != "}" { index += 1 }
          set.properties.append(String(characters[start..<index]))
          index += 1
        } else {
          guard let lower = scalar() else { return nil }
          if rest("-"), index + 1 < characters.count, characters[index + 1] != "]" {
            index += 1
            guard let upper = scalar(), lower <= upper else { return nil }
            set.ranges.append(lower...upper)
          } else {
            set.ranges.append(lower...lower)
          }
        }
      }
      guard index < characters.count else { return nil }
      index += 1
      skipSpace()
      return .characters(isExcluding: isExcluding, set)
    }

    private mutating func scalar() -> UInt32? {
      if rest("#x") {
        index += 2
        let start = index
        while index < characters.count, characters[index].isHexDigit { index += 1 }
        return UInt32(String(characters[start..<index]), radix: 16)
      }
      index += 1
      return characters[index - 1].unicodeScalars.first?.value
    }

    private mutating func name() -> String? {
      let start = index
      while index < characters.count, characters[index].isLetter || characters[index] == "_" {
        index += 1
      }
      guard index > start else { return nil }
      defer { skipSpace() }
      return String(characters[start..<index])
    }

    private var isAtProduction: Bool {
      var copy = self
      return copy.name() != nil && copy.rest("::=")
    }

    private func rest(_ text: String) -> Bool { characters[index...].starts(with: text) }

    private mutating func take(_ text: String) -> Bool {
      guard rest(text) else { return false }
      index += text.count
      skipSpace()
      return true
    }

    private mutating func skipSpace() {
      while index < characters.count {
        if characters[index].isWhitespace {
          index += 1
        } else if rest("/*") {
          while index < characters.count, !rest("*/") { index += 1 }
          index = min(index + 2, characters.count)
        } else {
          return
        }
      }
    }
  }
}
