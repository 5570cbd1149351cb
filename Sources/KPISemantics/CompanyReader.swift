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
      case .lint(let lint):
        for level in lint.levels {
          RuleNames.check(level.rules, into: &diagnostics)
          for rule in level.rules {
            lintLevels[Catalogue.rule(named: rule.text)?.name ?? rule.text] =
              Company.LintLevel(rawValue: level.level.spelling)
          }
        }
      case .label, .vision, .week, .workdays, .holidays, .fiscal, .allow, .unknown: break
      }
    }
    checkRepeats(
      syntax.attributes.compactMap(\.onlyOnce).map { ($0.word, $0.range) }, into: &diagnostics)
    return Company(
      label: syntax.label?.value, mission: mission, currency: currency, timeZone: timeZone,
      calendar: CompanyCalendarReader.read(syntax.attributes, into: &diagnostics),
      lintLevels: lintLevels)
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

extension CompanyAttributeSyntax {
  /// The word and place of an attribute that may stand only once.
  fileprivate var onlyOnce: (word: String, range: SourceRange)? {
    switch self {
    case .mission(let view): ("mission", view.range)
    case .vision(let view): ("vision", view.range)
    case .currency(let view): ("currency", view.range)
    case .timezone(let view): ("timezone", view.range)
    case .week(let view): ("week", view.range)
    case .workdays(let view): ("workdays", view.range)
    case .holidays(let view): ("holidays", view.range)
    case .fiscal(let view): ("fiscal", view.range)
    case .label, .lint, .allow, .unknown: nil
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
