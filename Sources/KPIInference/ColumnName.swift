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

  /// The currency that a header names: `Amount (USD)`, `amount_usd`.
  static func currency(in header: String) -> String? {
    let words = header.split { !$0.isLetter }.map(String.init)
    if let code = words.dropFirst().last(where: { $0.count == 3 && Currency.minorDigits($0) != nil }
    ) {
      return code
    }
    // In lower case many codes are words (`all`, `try`, `top`), so only the usual ones count.
    guard words.count > 1, let last = words.last?.uppercased(), common.contains(last) else {
      return nil
    }
    return last
  }

  private static let common: Set<String> = [
    "USD", "EUR", "GBP", "JPY", "VND", "CNY", "INR", "AUD", "CAD", "CHF", "SGD", "THB", "KRW",
    "IDR",
    "PHP", "MYR", "BRL", "MXN", "SEK", "NOK", "DKK", "PLN",
  ]
}
