import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// The declarations of all files: by kind and name, and by place.
struct DeclarationIndex: Sendable {
  private let named: [Key: DeclarationSyntax]
  /// For each file its declarations in the order of the text.
  private let files: [FileID: [Placed]]
  /// All of them in the order of the files and their texts.
  let all: [DeclarationSyntax]
  let company: CompanySyntax?

  private struct Key: Hashable {
    let keyword: Word
    let name: String
  }

  /// A declaration with what is asked of it for every finding.
  private struct Placed: Sendable {
    let declaration: DeclarationSyntax
    let range: SourceRange
    let key: Key?
    let qualifiedName: String

    init(_ declaration: DeclarationSyntax) {
      self.declaration = declaration
      range = declaration.range
      key = declaration.name.map { Key(keyword: declaration.keyword, name: $0.text) }
      qualifiedName = declaration.qualifiedName
    }
  }

  init(_ trees: [SyntaxTree], by workers: Workers) {
    all = trees.flatMap(\.declarations)
    let placed = workers.mapMany(all) { Placed($0) }
    files = Dictionary(grouping: placed, by: \.range.file)
    // Of two declarations with one name the first counts, as for the checker.
    named = Dictionary(
      placed.lazy.compactMap { placed in placed.key.map { ($0, placed.declaration) } },
      uniquingKeysWith: { first, _ in first })
    company =
      all.lazy.compactMap { if case .company(let view) = $0 { view } else { nil } }.first
  }

  subscript(keyword: Word, name: String) -> DeclarationSyntax? {
    named[Key(keyword: keyword, name: name)]
  }

  /// A finding with the declaration that it stands in.
  func naming(_ finding: Diagnostic) -> Diagnostic {
    guard case .source(let range) = finding.location else { return finding }
    var finding = finding
    finding.subject = placed(around: range)?.qualifiedName
    return finding
  }

  /// The declaration of a metric or a KPI.
  func declaration(of metric: Metric) -> DeclarationSyntax? {
    self[metric.isKPI ? .kpi : .metric, metric.name]
  }

  /// The declaration that a place lies in.
  func declaration(around range: SourceRange) -> DeclarationSyntax? {
    placed(around: range)?.declaration
  }

  private func placed(around range: SourceRange) -> Placed? {
    guard let declarations = files[range.file] else { return nil }
    var low = 0
    var high = declarations.count
    while low < high {
      let middle = (low + high) / 2
      if declarations[middle].range.start <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 0, declarations[low - 1].range.end >= range.end else { return nil }
    return declarations[low - 1]
  }
}

extension DeclarationSyntax {
  /// What the declaration is called among all: `kpi revenue`, `company`, `test "refunds"`.
  var qualifiedName: String {
    switch self {
    case .company: keyword.spelling
    case .test: "\(keyword.spelling) \"\(label?.value ?? "")\""
    default: "\(keyword.spelling) \(name?.text ?? "")"
    }
  }
}
