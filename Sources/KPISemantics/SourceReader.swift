import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads the connections to databases.
struct SourceReader {
  let scope: Scope

  func read(
    _ sources: [SourceSyntax], into diagnostics: inout [Diagnostic]
  ) -> [DatabaseSource] {
    sources.compactMap { source in
      guard let name = source.name else { return nil }
      var driver: String?
      var timeout: Double?
      var settings: [Word: DatabaseSource.Setting] = [:]
      var options: [(name: String, value: DatabaseSource.Setting)] = []
      for attribute in source.attributes {
        switch attribute {
        case .driver(let view): driver = view.driver
        case .uri(let view): settings[.uri] = setting(view, into: &diagnostics)
        case .username(let view): settings[.username] = setting(view, into: &diagnostics)
        case .timeout(let view): timeout = seconds(view.value, into: &diagnostics)
        case .password(let view):
          if let text = view.text { diagnostics.append(.secretInFile(at: text.range)) }
          settings[.password] = setting(view, into: &diagnostics)
        case .option(let view):
          if let option = view.option?.value, let value = setting(view, into: &diagnostics) {
            options.append((option, value))
          }
        case .label, .allow, .unknown: break
        }
      }
      return DatabaseSource(
        name: name.text, label: source.label?.value, driver: driver, uri: settings[.uri],
        username: settings[.username], password: settings[.password], timeout: timeout,
        options: options, origin: name.range)
    }
  }

  /// A length of time in seconds; `nil` when it was reported.
  private func seconds(
    _ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]
  ) -> Double? {
    guard case .literal(let literal) = syntax, case .number = literal.value else {
      diagnostics.append(.invalidTimeout(at: syntax.range))
      return nil
    }
    let read = LiteralReader(units: scope.units).scalar(literal, into: &diagnostics)
    guard let read else { return nil }
    guard read.type.quantity?.unit == .time, case .number(let seconds) = read.expression,
      seconds > .zero
    else {
      diagnostics.append(.invalidTimeout(at: syntax.range))
      return nil
    }
    return Number.exact(seconds).doubleValue
  }

  private func setting(
    _ view: SettingAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> DatabaseSource.Setting? {
    if let name = view.environment?.text { return .environment(name) }
    guard let text = view.text else { return nil }
    // `postgresql://user:secret@host/` has the password between the colon and the sign.
    if SourceReader.holdsPassword(text.value) { diagnostics.append(.secretInFile(at: text.range)) }
    return .text(text.value)
  }

  private static func holdsPassword(_ address: String) -> Bool {
    guard let start = address.range(of: "://") else { return false }
    let authority = address[start...].prefix { $0 != "/" && $0 != "?" }
    guard let end = authority.lastIndex(of: "@") else { return false }
    return authority[..<end].contains(":")
  }
}

extension String {
  /// The place behind the first occurrence of a text.
  fileprivate func range(of part: String) -> Index? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(part) { return index(place, offsetBy: part.count) }
      place = index(after: place)
    }
    return nil
  }
}
