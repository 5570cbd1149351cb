import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads the company: the conventions that all numbers follow.
struct CompanyReader {
  static func read(
    _ syntax: CompanySyntax?, into diagnostics: inout [Diagnostic]
  ) -> Company {
    guard let syntax else { return Company() }
    var mission: String?
    var currency: String?
    var timeZone = "UTC"
    var firstWeekday = 0
    var fiscalStart = 1
    var lintLevels: [String: Company.LintLevel] = [:]
    for attribute in syntax.attributes {
      switch attribute {
      case .mission(let text): mission = text.text?.value
      case .currency(let reference):
        guard let name = reference.name else { continue }
        if Currency.minorDigits(name.text) == nil {
          diagnostics.append(.unknownUnit(name.text, known: ["USD", "EUR", "VND"], at: name.range))
        } else {
          currency = name.text
        }
      case .timezone(let text):
        guard let zone = text.text else { continue }
        if isZoneName(zone.value) {
          timeZone = zone.value
        } else {
          diagnostics.append(.unknownTimeZone(zone.value, at: zone.range))
        }
      case .week(let starts):
        firstWeekday = place(of: starts.name, in: weekdays, into: &diagnostics) ?? 0
      case .fiscal(let starts):
        fiscalStart = (place(of: starts.name, in: months, into: &diagnostics) ?? 0) + 1
      case .lint(let lint):
        for level in lint.levels {
          RuleNames.check(level.rules, into: &diagnostics)
          for rule in level.rules {
            lintLevels[Catalogue.rule(named: rule.text)?.name ?? rule.text] =
              Company.LintLevel(rawValue: level.level.spelling)
          }
        }
      case .label, .vision, .allow, .unknown: break
      }
    }
    return Company(
      label: syntax.label?.value, mission: mission, currency: currency, timeZone: timeZone,
      calendar: Calendar(firstWeekday: firstWeekday, fiscalStartMonth: fiscalStart),
      lintLevels: lintLevels)
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func place(
    of name: NameSyntax?, in words: [String], into diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let name else { return nil }
    if let place = words.firstIndex(of: name.text) { return place }
    diagnostics.append(.unknownWord(name.text, known: words, at: name.range))
    return nil
  }

  /// The shape of an IANA name; whether the system knows the zone is asked when it is needed.
  private static func isZoneName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.isEmpty
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
              || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
          }
      }
  }
}

/// Checks the rules that `lint` and `allow` name.
enum RuleNames {
  static func check(_ names: [RuleNameSyntax], into diagnostics: inout [Diagnostic]) {
    for name in names where Catalogue.rule(named: name.text) == nil {
      diagnostics.append(
        .unknownRule(name.text, known: Catalogue.all.map(\.name), at: name.range))
    }
  }
}
