import KPIModel
import KPISource

/// Where everything is declared on one side, and what is written there.
struct DeclarationPlaces {
  private let side: Side
  private let declarations: [Subject: Declaration]
  private let allowances: [SourceRange: [Allowance]]

  init(_ side: Side) {
    self.side = side
    declarations = Dictionary(
      side.specification.declarations.compactMap { declaration in
        declaration.subject.map { ($0, declaration) }
      }, uniquingKeysWith: { first, _ in first })
    allowances = Dictionary(grouping: side.specification.allowances, by: \.scope)
  }

  /// Declarations with their places and with the findings that are silenced there.
  func completed(_ declared: [Declared]) -> [Declared] { declared.map(completed) }

  func completed(_ declared: Declared) -> Declared {
    guard let declaration = declarations[declared.subject] else { return declared }
    var declared = declared
    declared.place = declared.place ?? declaration.range
    declared.revision = declaration.revision.map {
      Change.Revision(number: $0.number, reason: $0.reason ?? "")
    }
    declared.facts += Fact.optional(.revision, declaration.revision?.reason)
    declared.facts += (allowances[declaration.range] ?? []).map { allowance in
      let until = allowance.until.map { " until \($0.text)" } ?? ""
      return Fact(.allow, allowance.rule, (allowance.reason ?? "") + until)
    }
    return declared
  }

  /// The lines of a declaration without comments, in an order of their own: attributes may stand in any.
  func lines(of subject: Subject) -> [String]? {
    guard let range = declarations[subject]?.range else { return nil }
    return side.sources.text(of: range).split(separator: "\n")
      .map { WrittenText.squeezed(String($0)) }.filter { !$0.isEmpty }.sorted()
  }

  /// What is compared as it is written: the connections to databases, and tests.
  var written: [Declared] {
    side.specification.declarations.compactMap { declaration in
      guard let subject = declaration.subject else { return nil }
      let text = side.written(declaration.range)
      switch subject.kind {
      case .source: return Declared(subject, [Fact(.value, text)])
      case .test:
        var test = Declared(subject, [Fact(.wording, text)])
        test.whenRemoved = .metadata
        return test
      default: return nil
      }
    }
  }
}

extension Declaration {
  /// What is declared, as it is compared.
  fileprivate var subject: Subject? {
    switch keyword {
    case "metric", "kpi": Subject(.metric, name)
    default: Subject.Kind(rawValue: keyword).map { Subject($0, name) }
    }
  }
}
