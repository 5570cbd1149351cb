/// Takes secrets out of what drivers say: they like to quote the address they could not reach.
struct Redaction: Sendable {
  static let mark = "***"

  /// What must not be shown, the longest first, so that none is left in pieces.
  private let secrets: [String]

  init(_ options: [DatabaseOption] = []) {
    var secrets: Set<String> = []
    for option in options {
      switch option.value {
      case .secret(let secret):
        secrets.insert(secret.text)
        secrets.formUnion(Redaction.secrets(in: secret.text))
      case .plain(let text):
        // A password does not belong there, and is none the less one.
        secrets.formUnion(Redaction.secrets(in: text))
        if Redaction.isSecret(key: option.name) { secrets.insert(text) }
      }
    }
    secrets.remove("")
    self.secrets = secrets.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// A driver's words without the secrets, in one line.
  func plain(_ text: String) -> String {
    var result = text
    for secret in secrets { result = Redaction.removing(secret, from: result) }
    return CText.plain(Redaction.removingForeign(from: result))
  }

  /// A short secret is only taken out where it stands alone: a password `a` would otherwise be shown by the gaps.
  private static func removing(_ secret: String, from text: String) -> String {
    let isShort = secret.utf8.count < 4
    var result = ""
    var rest = text[...]
    while let range = rest.firstRange(of: secret) {
      let before = rest[..<range.lowerBound].last ?? result.last
      let after = rest[range.upperBound...].first
      let isWord = isShort && (isWordLike(before) || isWordLike(after))
      result += rest[..<range.lowerBound]
      result += isWord ? secret : mark
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private static func isWordLike(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// Takes out what has the form of a secret though it is none of ours: `//user:password@` and `password=…`.
  private static func removingForeign(from text: String) -> String {
    var result = text
    for secret in secrets(in: text) where secret.utf8.count >= 4 {
      result = removing(secret, from: result)
    }
    return result
  }

  // MARK: Where secrets stand

  /// The passwords and keys in an address or in a list of settings.
  private static func secrets(in text: String) -> Set<String> {
    var found: Set<String> = []
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      let word = rest.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      // The last sign counts: a password may hold one that should have been written `%40`.
      guard let at = word.lastIndex(of: "@") else { continue }
      let user = word[..<at]
      if let colon = user.firstIndex(of: ":") {
        found.formUnion(variants(of: user[user.index(after: colon)...]))
      } else if user.count > 20 {
        // Some services take a token for the name.
        found.formUnion(variants(of: user))
      }
    }
    for (key, value) in settings(in: text) where isSecret(key: key) {
      found.formUnion(variants(of: value))
    }
    found.remove("")
    return found
  }

  /// A secret as it is written, as it is meant, and in the pieces that a confused reader cuts it into.
  private static func variants(of text: Substring) -> Set<String> {
    var result: Set<String> = [String(text), decoded(text)]
    for piece in text.split(whereSeparator: { "@/:?#&".contains($0) }) where piece != text {
      result.insert(String(piece))
    }
    return result
  }

  private static func isSecret(key: String) -> Bool {
    let key = key.lowercased()
    return secretWords.contains { key.contains($0) } || key.hasSuffix("key")
      || key.hasSuffix("authorization")
  }

  private static let secretWords = [
    "password", "passwd", "pwd", "passphrase", "passcode", "secret", "token", "credential",
    "auth_header",
  ]

  /// `key=value` wherever it stands: behind `?` or `&` in an address, between blanks or `;` in a list. A value may be
  /// in quotes.
  private static func settings(in text: String) -> [(key: String, value: Substring)] {
    var found: [(String, Substring)] = []
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let head = rest[..<equals].reversed().drop { $0 == " " }
      let key = String(
        head.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }.reversed())
      let tail = rest[rest.index(after: equals)...].drop { $0 == " " }
      if let quote = tail.first, quote == "'" || quote == "\"" {
        found.append((key, tail.dropFirst().prefix { $0 != quote }))
      } else {
        found.append((key, tail.prefix { !$0.isWhitespace && !"&;,\"'".contains($0) }))
      }
      rest = rest[rest.index(after: equals)...]
    }
    return found
  }

  /// A text with `%41` read as `A`.
  private static func decoded(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
