package import KPIModel

/// A command with the arguments it was given, all of them checked.
package struct Invocation: Sendable {
  package let command: Command
  package let arguments: [String]
  private let values: [String: [String]]

  init(_ command: Command, arguments: [String], values: [String: [String]]) {
    self.command = command
    self.arguments = arguments
    self.values = values
  }

  package func has(_ option: Option) -> Bool { values[option.name] != nil }

  package func text(_ option: Option) -> String? { values[option.name]?.last }

  /// The parts between commas, of all times the option was given.
  package func list(_ option: Option) -> [String] {
    (values[option.name] ?? []).flatMap { Invocation.parts(of: $0) }
  }

  /// The values as they are, of all times the option was given.
  package func texts(_ option: Option) -> [String] { values[option.name] ?? [] }

  package func day(_ option: Option) -> Day? { text(option).flatMap(Invocation.day) }

  package func count(_ option: Option) -> Int? { text(option).flatMap(Invocation.count) }

  package func choice<Choice: RawRepresentable<String>>(_ option: Option, _: Choice.Type) -> Choice?
  {
    text(option).flatMap(Choice.init)
  }
}

/// Reading single values.
extension Invocation {
  static func day(_ text: String) -> Day? {
    guard case .day(let day) = PeriodName(text) else { return nil }
    return day
  }

  static func count(_ text: String) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  /// Commas inside backticks, quotes and parentheses divide nothing.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    var depth = 0
    for character in text {
      switch character {
      case "`", "\"":
        quote = quote == nil ? character : quote == character ? nil : quote
      case "(" where quote == nil: depth += 1
      case ")" where quote == nil: depth -= 1
      case "," where quote == nil && depth <= 0:
        parts.append(part)
        part = ""
        continue
      default: break
      }
      part.append(character)
    }
    parts.append(part)
    return parts.map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
