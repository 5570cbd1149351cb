import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads what makes a metric a KPI: who answers for it, how often it is judged, against what.
struct KPIReader {
  let expressions: MetricExpressions
  let scope: Scope
  let company: Company
  let metric: MetricID

  func read(
    _ declaration: MetricDeclaration, _ attributes: [KPIAttributeSyntax],
    _ resolved: ResolvedMetric?, into diagnostics: inout [Diagnostic]
  ) -> Accountability {
    let people = PeopleReader(scope: scope)
    var owner: OwnerID?
    var department: DepartmentID?
    var cadence: Grain?
    var review: Accountability.Review?
    var question: String?
    checkRepeats(
      attributes.compactMap(\.onlyOnce).map { ($0.word, $0.range) }, into: &diagnostics)
    for attribute in attributes {
      switch attribute {
      case .owner(let reference):
        owner = people.owner(reference.name, into: &diagnostics)
      case .department(let reference):
        department = people.department(reference.name, into: &diagnostics)
      case .every(let phrase): cadence = Self.grain(phrase.phrase, into: &diagnostics)
      case .review(let attribute): review = self.review(attribute, into: &diagnostics)
      case .asks(let text): question = text.text?.value
      case .label, .unit, .range, .ensures, .target, .judged, .threshold, .stretch, .sample,
        .benchmark, .action,
        .balanced, .assumes,
        .leading, .lagging, .expires, .replaces, .deprecated, .revision, .allow, .unknown:
        break
      }
    }
    return Accountability(
      owner: owner, department: department, cadence: cadence,
      targets: resolved.flatMap {
        targets(attributes, of: declaration.name?.text, $0, into: &diagnostics)
      },
      review: review, question: question,
      duties: DutiesReader(expressions: expressions, scope: scope).read(
        attributes, resolved, into: &diagnostics))
  }

  /// The unit that targets must have is that of the formula, so a broken formula leaves them alone.
  private func targets(
    _ attributes: [KPIAttributeSyntax], of name: String?, _ resolved: ResolvedMetric,
    into diagnostics: inout [Diagnostic]
  ) -> Targets? {
    let fields = AttributeFields(
      tables: resolved.traits.tables.sorted(), metric: name,
      vocabulary: expressions.vocabulary)
    var reader = TargetReader(
      values: TargetValueReader(expressions: expressions, metric: metric, resolved: resolved),
      calendar: company.calendar, fields: fields)
    for attribute in attributes {
      switch attribute {
      case .target(let target): reader.readTarget(target, into: &diagnostics)
      case .judged(let reference): reader.readJudging(reference)
      case .threshold(let target): reader.readThreshold(target, into: &diagnostics)
      case .stretch(let target): reader.readStretch(target, into: &diagnostics)
      default: break
      }
    }
    return reader.targets(into: &diagnostics)
  }

  /// The grain that a phrase names, such as `fiscal year`.
  static func grain(
    _ phrase: PhraseSyntax?, into diagnostics: inout [Diagnostic]
  ) -> Grain? {
    guard let phrase else { return nil }
    if let grain = Grain(spoken: phrase.text) { return grain }
    diagnostics.append(
      .unknownWord(
        phrase.text, known: Grain.allCases.map(\.spoken), at: phrase.range))
    return nil
  }

  private func review(
    _ syntax: ReviewAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> Accountability.Review? {
    guard let every = Self.grain(syntax.grain, into: &diagnostics) else { return nil }
    return Accountability.Review(every: every, last: syntax.last?.date.flatMap { Day($0) })
  }
}

extension KPIAttributeSyntax {
  /// The word and place of an attribute that may stand only once; `target` may be said once for all and once by
  /// group.
  fileprivate var onlyOnce: (word: String, range: SourceRange)? {
    switch self {
    case .owner(let view): ("owner", view.range)
    case .department(let view): ("department", view.range)
    case .every(let view): ("every", view.range)
    case .unit(let view): ("unit", view.range)
    case .judged(let view): ("judged by", view.range)
    case .threshold(let view): ("threshold", view.range)
    case .stretch(let view): ("stretch", view.range)
    case .review(let view): ("review", view.range)
    case .asks(let view): ("asks", view.range)
    case .expires(let view): ("expires", view.range)
    case .target(let view):
      if case .groups = view.body {
        nil
      } else {
        (["target", view.name?.text].compactMap { $0 }.joined(separator: " "), view.range)
      }
    case .label, .range, .ensures, .sample, .benchmark, .action, .balanced, .assumes, .leading,
      .lagging,
      .replaces,
      .deprecated, .revision, .allow, .unknown:
      nil
    }
  }
}
