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
    var lint = LintSettings()
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
      case .lint(let settings): read(settings, into: &lint, &diagnostics)
      case .label, .vision, .week, .workdays, .holidays, .fiscal, .revision, .allow, .unknown:
        break
      }
    }
    checkRepeats(
      syntax.attributes.compactMap(\.onlyOnce).map { ($0.word, $0.range) }, into: &diagnostics)
    return Company(
      label: syntax.label?.value, mission: mission, currency: currency, timeZone: timeZone,
      calendar: CompanyCalendarReader.read(syntax.attributes, into: &diagnostics),
      lint: lint)
  }

  /// Whether the rules that are named exist is known where opinions are.
  private static func read(
    _ syntax: LintAttributeSyntax, into lint: inout LintSettings,
    _ diagnostics: inout [Diagnostic]
  ) {
    for entry in syntax.levels {
      if let profile = entry.profile {
        lint.profile = profile.text
        if Profile(rawValue: profile.text) == nil {
          diagnostics.append(
            .unknownWord(
              profile.text, known: Profile.allCases.map(\.rawValue), at: profile.range))
        }
      }
      guard let level = LintSettings.Level(rawValue: entry.level.spelling) else { continue }
      lint.levels += entry.rules.map {
        LintSettings.Setting(rule: $0.text, level: level, origin: $0.range)
      }
    }
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
    case .revision(let view): ("revision", view.range)
    case .label, .lint, .allow, .unknown: nil
    }
  }
}
