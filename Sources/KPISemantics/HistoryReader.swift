import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads what a metric says about its past and future, and which findings are silenced where they stand.
struct HistoryReader {
  let scope: Scope
  let calendar: Calendar

  func read(_ declaration: MetricDeclaration, into diagnostics: inout [Diagnostic]) -> History {
    var history = History()
    func read(
      replaces: ReferenceAttributeSyntax? = nil, deprecated: DeprecatedAttributeSyntax? = nil,
      revision: RevisionAttributeSyntax? = nil
    ) {
      history.replaces += replaces?.names.map(\.text) ?? []
      if let deprecated {
        let replacement = StrategyReader.metrics(
          deprecated.replacement.map { [$0] } ?? [], scope, into: &diagnostics)
        history.deprecation = History.Deprecation(
          since: deprecated.since?.period?.name.flatMap(calendar.period(named:))?.start,
          replacement: replacement.first)
      }
      if let revision { history.revision = History.Revision(revision) }
    }
    switch declaration.attributes {
    case .metric(let attributes):
      for attribute in attributes {
        switch attribute {
        case .replaces(let view): read(replaces: view)
        case .deprecated(let view): read(deprecated: view)
        case .revision(let view): read(revision: view)
        case .label, .unit, .range, .ensures, .department, .owner, .allow, .unknown: break
        }
      }
    case .kpi(let attributes):
      for attribute in attributes {
        switch attribute {
        case .replaces(let view): read(replaces: view)
        case .deprecated(let view): read(deprecated: view)
        case .revision(let view): read(revision: view)
        default: break
        }
      }
    }
    return history
  }
}

extension History.Revision {
  /// `nil` where no whole number is written.
  init?(_ syntax: RevisionAttributeSyntax) {
    guard case .number(let number)? = syntax.number?.value, number.scale == 0 else { return nil }
    self.init(number: Int(exactly: number.mantissa) ?? 0, reason: syntax.reason?.value)
  }
}

/// Reads `allow … because …` wherever it stands.
enum AllowanceReader {
  static func read(_ trees: [SyntaxTree]) -> [Allowance] {
    var result: [Allowance] = []
    for node in trees.flatMap({ $0.root.descendants(.allowAttribute) }) {
      guard let allow = AllowAttributeSyntax(node), let rule = allow.rule,
        let declaration = node.parent?.parent.flatMap(DeclarationSyntax.init)
      else { continue }
      result.append(
        Allowance(
          rule: rule.text, reason: allow.reason?.value,
          until: allow.until?.date.flatMap { Day($0) },
          scope: declaration.range, origin: allow.range, ruleOrigin: rule.range))
    }
    return result
  }
}
