import KPIDiagnostics

/// Reads the arguments after a command's name, and says everything that is wrong with them.
struct ArgumentReader {
  private let command: Command
  private var rest: ArraySlice<String>
  private var positions: [String] = []
  private var values: [String: [String]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ command: Command, _ arguments: ArraySlice<String>) {
    self.command = command
    rest = arguments
    read()
    checkPositions()
  }

  /// `nil` when something is wrong.
  var invocation: Invocation? {
    diagnostics.isEmpty ? Invocation(command, arguments: positions, values: values) : nil
  }

  private mutating func read() {
    while let argument = rest.popFirst() {
      if argument == "--" {
        positions += rest
        return
      }
      if argument.hasPrefix("-"), argument != "-" {
        readOption(argument)
      } else {
        positions.append(argument)
      }
    }
  }

  private mutating func readOption(_ argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    guard let option = command.options.first(where: { $0.spelling == spelling }) else {
      diagnostics.append(
        .unknownOption(
          spelling, of: command.name, known: (command.options + [.help]).map(\.spelling)))
      // What follows is its value, more likely than not.
      if parts.count == 1, let next = rest.first, !next.hasPrefix("-") { rest.removeFirst() }
      return
    }
    var value = parts.count == 2 ? String(parts[1]) : nil
    guard let placeholder = option.placeholder else {
      if let value { diagnostics.append(.valueForFlag(spelling, value)) }
      values[option.name] = [""]
      return
    }
    if value == nil, let next = rest.first, !next.hasPrefix("--") {
      value = next
      rest.removeFirst()
    }
    guard let value, !value.isEmpty else {
      diagnostics.append(.missingOptionValue(spelling, placeholder: placeholder))
      return
    }
    if let problem = ArgumentReader.problem(value, option) { diagnostics.append(problem) }
    if values[option.name] != nil, !option.isRepeatable {
      diagnostics.append(.repeatedOption(spelling))
    }
    values[option.name, default: []].append(value)
    guard case .rest = option.form else { return }
    while let next = rest.first, !next.hasPrefix("--") {
      values[option.name, default: []].append(next)
      rest.removeFirst()
    }
  }

  private static func problem(_ value: String, _ option: Option) -> Diagnostic? {
    switch option.form {
    case .choice(let words):
      words.contains(value)
        ? nil : .invalidOptionValue(option.spelling, value, choices: words)
    case .day:
      Invocation.day(value) != nil
        ? nil
        : .invalidOptionValue(option.spelling, value, expected: "a date such as `2026-11-23`")
    case .count:
      Invocation.count(value) != nil
        ? nil : .invalidOptionValue(option.spelling, value, expected: "a whole number such as `10`")
    case .flag, .text, .list, .rest: nil
    }
  }

  /// Compares the arguments by place with those that the command takes.
  private mutating func checkPositions() {
    guard diagnostics.isEmpty else { return }
    for parameter in command.parameters.dropFirst(positions.count) where parameter.arity == .one {
      diagnostics.append(.missingArgument(parameter.placeholder, of: command.name))
    }
    guard !command.parameters.contains(where: { $0.arity == .many }) else { return }
    for argument in positions.dropFirst(command.parameters.count) {
      diagnostics.append(.unexpectedArgument(argument, of: command.name))
    }
  }
}

extension Option {
  fileprivate var isRepeatable: Bool {
    switch form {
    case .list, .rest: true
    case .flag, .choice, .text, .day, .count: false
    }
  }
}
