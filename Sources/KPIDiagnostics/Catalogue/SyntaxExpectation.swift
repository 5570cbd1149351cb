import KPIText

/// What belongs at some place, in the words of the person who writes the file.
package enum SyntaxExpectation: Sendable {
  /// The name of a declaration, or of something mentioned: `of` says what.
  case name(of: String)
  case text(of: String)
  case date, period, grain, number
  /// A word or a sign, and a line that shows where it belongs.
  case word(String, shape: String)

  var phrase: String {
    switch self {
    case .name(let of): "the name of \(of)"
    case .text(let of): "a text in quotation marks for \(of)"
    case .date: "a date"
    case .period: "a period"
    case .grain: "a period such as `month`"
    case .number: "a number"
    case .word(let word, _): Self.alternatives(word)
    }
  }

  /// Words or lines divided by ` | `, each in backticks.
  private static func alternatives(_ text: String) -> String {
    var list: [String] = []
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      if word == "|", !words.isEmpty {
        list.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(word)
      }
    }
    list.append(words.joined(separator: " "))
    return TextFlow.list(list.map { "`\($0)`" }, "or")
  }

  /// What to write, knowing what stands there.
  func help(found: SyntaxFound) -> String {
    switch (self, found) {
    case (.name("a currency"), .text(let text)) where text.hasPrefix("\""):
      return "A currency stands without quotation marks, as its code of three letters: `USD`."
    case (.name, .text(let text)) where text.hasPrefix("\""):
      return
        "A name stands without quotation marks, as it is declared, such as `\(Naming.name(of: text))`."
    case (.text, .text(let text)) where text.first?.isLetter ?? false:
      return "Put it in quotation marks: `\"\(text)\"`."
    case (.grain, .text(let text)) where text.first?.isNumber ?? false:
      return "Write one word: `day`, `week`, `month`, `quarter`, `half` or `year`. "
        + "Three months are a `quarter`, six a `half`."
    default: return help
    }
  }

  private var help: String {
    switch self {
    case .name:
      "Write one word, such as `sales_team`; any other name stands in backticks, as in `Sales team`."
    case .text: "Write it in quotation marks: `\"like this\"`."
    case .date: "Write year, month and day: `2026-11-23`."
    case .period:
      "Write a year, a quarter, a month, a week or a day: `2026`, `2026-Q4`, `2026-11`, `2026-W47` or "
        + "`2026-11-23`. A fiscal year is `FY2026`, and a quarter of it `FY2026-Q4`."
    case .grain:
      "Write `day`, `week`, `month`, `quarter`, `half` or `year`, or one of the last five after `fiscal`."
    case .number: "Write it in digits, such as `3`."
    case .word(_, let shape): "Write it like this: \(Self.alternatives(shape))."
    }
  }

  var rule: Rule {
    switch self {
    case .name: .expectedName
    case .text: .expectedText
    case .date, .period, .grain, .number: .expectedValue
    case .word: .expectedWord
    }
  }
}

/// What stands where something else belongs.
package enum SyntaxFound: Sendable {
  case lineEnd, fileEnd
  case text(String)

  /// The sentence about something that belongs here and does not stand here.
  func sentence(lacking what: String) -> String {
    switch self {
    case .lineEnd: "\(what) is missing at the end of the line"
    case .fileEnd: "\(what) is missing at the end of the file"
    case .text(let text): "\(what) belongs here, not `\(text)`"
    }
  }
}

/// Names made of texts for people.
enum Naming {
  /// `total_revenue` for `"Total revenue"`.
  static func name(of text: String) -> String {
    var name = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        name.append(character)
      } else if !name.isEmpty, name.last != "_" {
        name.append("_")
      }
    }
    if name.last == "_" { name.removeLast() }
    guard let first = name.first else { return "name" }
    return first.isNumber ? "_" + name : name
  }
}
