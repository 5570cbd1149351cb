import Glibc
import KPIDiagnostics
import KPIFormat
import KPILint
import KPIModel
import KPISemantics
import KPISource
import KPISyntax

/// Measures what the compiler does with files, phase by phase and on one core: `phases ROUNDS FILE…`.
/// Every line of its output is a phase and the least of its times, in seconds of the processor, so that
/// other work on the machine disturbs little.
@main struct Phases {
  let rounds: Int

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let phases = Phases(rounds: arguments.first.flatMap { Int($0) } ?? 1)
    phases.run(on: arguments.dropFirst().map { ($0, bytes(of: $0)) })
  }

  private func run(on files: [(path: String, bytes: [UInt8])]) {
    let sources = measure("lines") { files.map { SourceText(path: $0.path, bytes: $0.bytes) } }
    let parsed = measure("parse") {
      sources.indices.map { parse(sources[$0], file: FileID($0)) }
    }
    let analysis = measure("check") { Analysis.of(parsed.map(\.tree)) }
    let findings = parsed.flatMap(\.diagnostics) + analysis.diagnostics
    let lint = Lint(profile: .strict, today: Day(0))
    let verdict = measure("lint") { lint.verdict(findings, of: analysis) }
    _ = measure("format") {
      parsed.map { file in
        let places = file.diagnostics.compactMap { finding in
          if case .source(let range) = finding.location { range } else { nil }
        }
        return format(file.tree, problems: places).bytes.count
      }
    }
    _ = measure("report") {
      Report(verdict.diagnostics, sources: SourceMap(sources), fileCount: sources.count)
        .text(as: .text, toolVersion: "0").utf8.count
    }
    print("findings", verdict.diagnostics.count)
  }

  /// The least time of some runs, the first of which only warms up.
  private func measure<Result>(_ phase: String, _ work: () -> Result) -> Result {
    var result = work()
    var least = clock_t.max
    for _ in 0..<rounds {
      let start = clock()
      result = work()
      least = min(least, clock() - start)
    }
    print(phase, Double(least) / Double(CLOCKS_PER_SEC))
    return result
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
