import KPISyntax

/// Says whether a text derives from a grammar, by following every alternative and remembering what
/// each production derives from each place. It is complete for grammars without left recursion, and
/// shares nothing with the parser but the tokens.
struct Recogniser<Symbol> {
  let grammar: Grammar
  let symbols: [Symbol]
  /// Whether a text in quotation marks stands at a place, and how many symbols it takes.
  let literal: (String, [Symbol], Int) -> Int?
  /// What a production of another level derives at a place; `nil` for productions of this level.
  let token: (String, [Symbol], Int) -> Bool?
  let character: (Grammar.CharacterSet, Symbol) -> Bool
  /// Whether the symbol at a place is one of some words.
  let isWord: (Set<String>, Symbol) -> Bool

  func derives(_ production: String) -> Bool {
    var memory: [String: [Int: Set<Int>]] = [:]
    return ends(.reference(production), 0, &memory).contains(symbols.count)
  }

  private func ends(
    _ expression: Grammar.Expression, _ start: Int, _ memory: inout [String: [Int: Set<Int>]]
  ) -> Set<Int> {
    switch expression {
    case .literal(let text): return literal(text, symbols, start).map { [start + $0] } ?? []
    case .characters(let isExcluding, let set):
      guard start < symbols.count, character(set, symbols[start]) != isExcluding else { return [] }
      return [start + 1]
    case .reference(let name):
      if let fits = token(name, symbols, start) { return fits ? [start + 1] : [] }
      if let known = memory[name]?[start] { return known }
      guard let body = grammar.productions[name] else { return [] }
      let found = ends(body, start, &memory)
      memory[name, default: [:]][start] = found
      return found
    case .sequence(let parts):
      var places: Set<Int> = [start]
      for part in parts {
        places = places.reduce(into: []) { $0.formUnion(ends(part, $1, &memory)) }
        if places.isEmpty { break }
      }
      return places
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(ends($1, start, &memory)) }
    case .optional(let part): return ends(part, start, &memory).union([start])
    case .any(let part): return closure(of: part, from: [start], &memory)
    case .oneOrMore(let part): return closure(of: part, from: ends(part, start, &memory), &memory)
    case .difference(let part, let excluded):
      guard start < symbols.count, !isWord(grammar.words(of: excluded), symbols[start]) else {
        return []
      }
      return ends(part, start, &memory)
    }
  }

  private func closure(
    of part: Grammar.Expression, from places: Set<Int>,
    _ memory: inout [String: [Int: Set<Int>]]
  ) -> Set<Int> {
    var reached = places
    var pending = Array(places)
    while let place = pending.popLast() {
      for end in ends(part, place, &memory) where reached.insert(end).inserted {
        pending.append(end)
      }
    }
    return reached
  }
}

/// A token as the grammar sees it, or the end of a line.
enum GrammarSymbol {
  case token(SyntaxToken, text: String)
  case lineEnd

  var text: String? { if case .token(_, let text) = self { text } else { nil } }
  var isPlainName: Bool {
    if case .token(let token, _) = self { token.kind == .name } else { false }
  }
}

extension Grammar {
  /// Whether a tree's text derives from `file`.
  func derives(_ tree: SyntaxTree) -> Bool {
    guard let symbols = GrammarSymbol.all(of: tree) else { return false }
    var known: [String: Bool] = [:]
    for case .token(_, let text) in symbols {
      for name in names where name.allSatisfy({ $0.isUppercase || $0 == "_" }) {
        let key = "\(name) \(text)"
        if known[key] == nil { known[key] = derives(text, from: name) }
      }
    }
    return Recogniser(
      grammar: self, symbols: symbols,
      literal: { text, symbols, place in
        guard place < symbols.count, symbols[place].text == text else { return nil }
        return 1
      },
      token: { [known] name, symbols, place in
        if name == "NL" {
          guard place < symbols.count, case .lineEnd = symbols[place] else { return false }
          return true
        }
        guard name.allSatisfy({ $0.isUppercase || $0 == "_" }) else { return nil }
        guard place < symbols.count, let text = symbols[place].text else { return false }
        return known["\(name) \(text)"] ?? false
      },
      character: { _, _ in false },
      isWord: { words, symbol in symbol.isPlainName && words.contains(symbol.text ?? "") }
    ).derives("file")
  }

  /// Whether the characters of a text derive from a production of the token level.
  func derives(_ text: String, from production: String) -> Bool {
    Recogniser(
      grammar: self, symbols: Array(text.unicodeScalars),
      literal: { text, symbols, place in
        let wanted = Array(text.unicodeScalars)
        return symbols[place...].starts(with: wanted) ? wanted.count : nil
      },
      token: { _, _, _ in nil },
      character: { set, scalar in set.contains(scalar) },
      isWord: { _, _ in false }
    ).derives(production)
  }
}

extension GrammarSymbol {
  /// The tokens of a tree with the ends of lines between them, as the head of the grammar says; or
  /// `nil` where a character is no token.
  static func all(of tree: SyntaxTree) -> [GrammarSymbol]? {
    var symbols: [GrammarSymbol] = []
    var open: [Bracket] = []
    var tokens = tree.allTokens.filter { !$0.kind.isTrivia }
    guard !tree.allTokens.contains(where: { $0.kind == .unknown }) else { return nil }
    guard let end = tokens.popLast() else { return nil }
    let texts = tokens.map(\.text)
    for (place, token) in tokens.enumerated() {
      let text = texts[place]
      if place > 0, token.followsLineBreak {
        let isJoined =
          goesOn(after: texts[place - 1]) || begins(text, then: place + 1, texts)
        if open.last == .rows || open.last != .parenthesis && !isJoined {
          symbols.append(.lineEnd)
        }
      }
      symbols.append(.token(token, text: text))
      switch text {
      case "(": open.append(.parenthesis)
      case "{":
        let isCase = place > 0 && texts[place - 1] == "case"
        let isGiven = place > 1 && texts[place - 2] == "given" && tokens[place - 2].followsLineBreak
        open.append(isCase ? .parenthesis : isGiven ? .rows : .block)
      case ")", "}": _ = open.popLast()
      default: break
      }
    }
    if end.followsLineBreak, !symbols.isEmpty { symbols.append(.lineEnd) }
    return symbols
  }

  private enum Bracket { case parenthesis, block, rows }

  private static let joining: Set<String> = [
    "+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or", "where", "on", "in",
    "between", "is", "per",
  ]

  private static func goesOn(after text: String) -> Bool {
    joining.contains(text) || text == "," || text == "not"
  }

  private static func begins(_ text: String, then next: Int, _ texts: [String]) -> Bool {
    switch text {
    case "in": return next < texts.count && texts[next] == "("
    case "not": return next < texts.count && (texts[next] == "in" || texts[next] == "between")
    default: return joining.contains(text) || text == "{" || text == "->"
    }
  }
}
