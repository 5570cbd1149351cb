import KPIModel

/// Names of the language made from headers.
enum ColumnName {
  /// The header itself where it is an identifier; otherwise its words in lower case with `_` between them.
  static func identifier(_ header: String) -> String {
    if Specification.quoted(header) == header { return header }
    // A unit in parentheses belongs to the type, not to the name.
    let name = header.split(separator: "(").first.map(String.init) ?? header
    let words = name.lowercased().split { character in
      !character.unicodeScalars.allSatisfy { $0.properties.isXIDContinue } || character == "_"
    }
    return words.isEmpty ? "column" : words.joined(separator: "_")
  }

  /// Part of the name of a metric: small letters, with `_` between the words.
  static func part(_ text: String) -> String {
    let words = HeaderWords(identifier(text)).words.filter { word in
      word.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
    }
    return words.isEmpty ? "value" : words.joined(separator: "_")
  }

  /// The currency that a header names: `Amount (USD)`, `amount_usd`.
  static func currency(in header: String) -> String? {
    let words = header.split { !$0.isLetter }.map(String.init)
    if let code = words.dropFirst().last(where: { $0.count == 3 && Currency.minorDigits($0) != nil }
    ) {
      return code
    }
    // In lower case many codes are words (`all`, `try`, `top`), so only the usual ones count.
    guard words.count > 1, let last = words.last else { return nil }
    if ["vnđ", "đồng", "₫"].contains(last.lowercased()) { return "VND" }
    return common.contains(last.uppercased()) ? last.uppercased() : nil
  }

  private static let common: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "VND", "CNY", "INR", "AUD", "CAD", "CHF", "SGD", "THB", "KRW",
    "IDR",
    "PHP", "MYR", "BRL", "MXN", "SEK", "NOK", "DKK", "PLN",
  ]
}

/// Gives out names, each one once.
package struct UniqueNames {
  private var taken: Set<String> = []

  package init() {}

  /// The first of the names that is free, or else the last with a number after it.
  package mutating func take(_ names: String...) -> String {
    for name in names where taken.insert(name).inserted { return name }
    let name = names.last ?? ""
    var number = 2
    while !taken.insert("\(name)_\(number)").inserted { number += 1 }
    return "\(name)_\(number)"
  }
}
