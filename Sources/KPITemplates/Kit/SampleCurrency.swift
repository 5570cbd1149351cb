/// What a starter counts money in: dollars in English, đồng wherever Vietnamese is spoken.
enum SampleCurrency: String, Sendable {
  case dollar = "USD"
  case dong = "VND"

  /// One round rate, so that every amount stays exact and every KPI keeps its status.
  private static let dongPerDollar = 25_000

  /// An amount as a file holds it.
  func cell(cents: Int) -> String {
    switch self {
    case .dollar: "\(cents / 100).\(digits(cents % 100, width: 2))"
    case .dong: "\(cents * SampleCurrency.dongPerDollar / 100)"
    }
  }

  /// Writes the currency for each `¤` of a text, and the amount before it in its unit: `30 ¤` is `30 USD` or `750k VND`.
  func written(in text: String) -> String {
    let parts = text.split(separator: "¤", omittingEmptySubsequences: false)
    return parts.dropLast().map { amount(atEndOf: $0) + rawValue }.joined() + parts[parts.count - 1]
  }

  /// The text with the amount at its end, if there is one, in this currency.
  private func amount(atEndOf text: Substring) -> String {
    guard self == .dong, text.hasSuffix(" ") else { return String(text) }
    let number = text.dropLast().suffix(while: { $0.isNumber || "._kM".contains($0) })
    guard let cents = SampleCurrency.cents(number) else { return String(text) }
    let start = text.dropLast(number.count + 1)
    return start + SampleCurrency.short(cents * SampleCurrency.dongPerDollar / 100) + " "
  }

  /// `1.5k` as 150 000; `nil` for what is no number.
  private static func cents(_ text: Substring) -> Int? {
    let factor = text.last == "M" ? 1_000_000 : text.last == "k" ? 1000 : 1
    let number = text.filter { $0 != "_" && $0 != "k" && $0 != "M" }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? String((parts[1] + "00").prefix(2)) : "0"
    return Int(fraction).map { (whole * 100 + $0) * factor }
  }

  /// `750000` as `750k`, and `23750000` as `23.75M`.
  private static func short(_ amount: Int) -> String {
    for (letter, size) in [("B", 1_000_000_000), ("M", 1_000_000), ("k", 1000)]
    where amount >= size && amount % (size / 1000) == 0 {
      var fraction = digits(amount % size / (size / 1000), width: 3)
      while fraction.last == "0" { fraction.removeLast() }
      return "\(amount / size)" + (fraction.isEmpty ? "" : "." + fraction) + letter
    }
    return "\(amount)"
  }
}

extension Substring {
  /// What the text ends with as long as its characters are of a kind.
  fileprivate func suffix(while isOfKind: (Character) -> Bool) -> Substring {
    self[(lastIndex { !isOfKind($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
