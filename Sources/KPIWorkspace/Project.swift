package import KPIDiagnostics
package import KPILint
package import KPIModel
package import KPISemantics
package import KPISource
import KPISyntax

/// The files of one specification, parsed and checked.
package struct Project: Sendable {
  /// The files, ordered by path.
  package internal(set) var sources: SourceMap
  package let analysis: Analysis
  /// The folder that the paths of data files start from.
  package let root: String
  /// Whether databases put rows into cells where these are; otherwise all rows are read and computed with here.
  package var isPushedDown = true
  /// The variables of the environment, where sources have their secrets.
  let variable: @Sendable (String) -> String?
  /// Everything found while parsing and checking, in order.
  package let diagnostics: [Diagnostic]

  /// The findings with opinions, weighed and silenced as the company says.
  package func verdict(of lint: Lint, besides others: [Diagnostic] = []) -> Lint.Verdict {
    var lint = lint
    lint.workers = .all
    return lint.verdict(diagnostics + others, of: analysis)
  }

  package var specification: Specification { analysis.specification }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Parses and checks files that have been read.
  package init(
    _ files: [SourceText], root: String = ".",
    variable: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    let files = files.sorted { $0.path < $1.path }
    let parsed = Workers.all.map(Array(files.indices)) { parse(files[$0], file: FileID($0)) }
    let analysis = Analysis.of(parsed.map(\.tree), by: .all)
    sources = SourceMap(files)
    self.analysis = analysis
    self.root = root
    self.variable = variable
    let broken = parsed.flatMap(\.diagnostics)
    diagnostics = (broken + Project.independent(analysis.diagnostics, of: broken, in: sources))
      .inOrder()
  }

  /// The findings that do not stand on a line that could not be read: such a line means something else than was
  /// written, so what follows from it would only hide the one mistake.
  private static func independent(
    _ findings: [Diagnostic], of broken: [Diagnostic], in sources: SourceMap
  ) -> [Diagnostic] {
    guard !broken.isEmpty, !findings.isEmpty else { return findings }
    struct Line: Hashable {
      let file: FileID
      let number: Int
    }
    func line(_ finding: Diagnostic) -> Line? {
      guard case .source(let range) = finding.location else { return nil }
      return Line(
        file: range.file, number: sources[range.file].position(of: range.bytes.lowerBound).line)
    }
    let lines = Set(broken.filter { $0.severity == .error }.compactMap(line))
    return findings.filter { finding in line(finding).map { !lines.contains($0) } ?? true }
  }
}
