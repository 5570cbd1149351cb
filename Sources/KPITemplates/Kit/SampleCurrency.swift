/// What a starter counts money in: dollars in English, đồng wherever Vietnamese is spoken, or what the company that it joins
/// counts in.
struct SampleCurrency: Hashable, Sendable {
  /// As ISO 4217 names it.
  let code: String
  /// How many stand for a dollar; where it is more than one, it is hundreds, so that amounts are whole.
  private let perDollar: Int

  static let dollar = SampleCurrency(code: "USD")
  static let dong = SampleCurrency(code: "VND")

  /// Round rates, so that every amount stays exact and every KPI keeps its status. What is not here is about a dollar's worth.
  private static let rates = ["VND": 25_000, "IDR": 16_000, "KRW": 1_400, "JPY": 100]

  init(code: String) {
    self.code = code
    perDollar = SampleCurrency.rates[code] ?? 1
  }

  /// An amount as a file holds it.
  func cell(cents: Int) -> String {
    perDollar == 1
      ? "\(cents / 100).\(digits(cents % 100, width: 2))" : "\(cents * perDollar / 100)"
  }

  /// Writes the currency for each `¤` of a text, and the amount before it in its unit: `30 ¤` is `30 USD` or `750k VND`.
  func written(in text: String) -> String {
    let parts = text.split(separator: "¤", omittingEmptySubsequences: false)
    return parts.dropLast().map { amount(atEndOf: $0) + code }.joined() + parts[parts.count - 1]
  }

  /// The text with the amount at its end, if there is one, in this currency.
  private func amount(atEndOf text: Substring) -> String {
    guard perDollar > 1, text.hasSuffix(" ") else { return String(text) }
    let number = text.dropLast().suffix(while: { $0.isNumber || "._kM".contains($0) })
    guard let cents = SampleCurrency.cents(number) else { return String(text) }
    let start = text.dropLast(number.count + 1)
    return start + SampleCurrency.short(cents * perDollar / 100) + " "
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
