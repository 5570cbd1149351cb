import KPIDiagnostics
import KPIInference
import KPIModel
import KPITemplates
import KPIWorkspace

extension Option {
  static let ownFiles = Option(
    "from", .rest("FILE"),
    help: "start from your own data files instead; the folder to write to stands before it")
}

/// Somebody's own data files, as the project to write will name them.
struct OwnDataFiles {
  private(set) var files: [(path: String, look: DataFileLook)] = []
  /// Files outside of the project, which are copied into it.
  private(set) var copies: [(path: String, bytes: [UInt8])] = []
  private(set) var problems: [Diagnostic] = []
  private var names = UniqueNames()

  /// Looks at the files and at those in the folders that are named; `folder` is the project's, both as shown.
  init(_ paths: [String], for folder: String, _ environment: Environment) {
    for path in paths {
      let place = FileSystem.join(environment.currentFolder, path)
      if FileSystem.kind(of: place) == .folder {
        let names = (try? FileSystem.names(in: place)) ?? []
        let inside = names.filter { !$0.hasPrefix(".") && OwnDataFiles.isData($0) }
        if inside.isEmpty {
          problems.append(
            .unreadableFile(path, reason: "there are no `.csv`, `.tsv` or `.jsonl` files in it"))
        }
        for name in inside { add(FileSystem.join(path, name), for: folder, environment) }
      } else {
        add(path, for: folder, environment)
      }
    }
  }

  /// Whether the name is that of a file with rows, compressed or not.
  private static func isData(_ name: String) -> Bool {
    let plain = name.hasSuffix(".gz") ? name.dropLast(3) : name[...]
    return [".csv", ".tsv", ".txt", ".jsonl", ".ndjson"].contains { plain.hasSuffix($0) }
  }

  private mutating func add(_ path: String, for folder: String, _ environment: Environment) {
    func absolute(_ path: String) -> String {
      FileSystem.normal(FileSystem.join(environment.currentFolder, path))
    }
    let inside = FileSystem.relative(absolute(path), to: absolute(folder))
    let declared = inside ?? "data/" + names.take(FileSystem.name(of: path))
    let table = TableInference.name(ofFile: path)
    switch environment.lookAtFile(path, table: table, namedAs: declared) {
    case .success(let look):
      files.append((declared, look))
      if inside == nil { copies.append((declared, look.bytes)) }
    case .failure(let problem): problems.append(problem.diagnostic)
    }
  }
}

extension Environment {
  /// Asks for what the tables are counted by, so that what is wrong with their rows is known before anybody relies on
  /// them.
  func firstLook(at project: ProposedProject, in folder: String) -> ExitStatus {
    guard case .ready(var written) = openWithoutErrors([folder], reportingAs: .text) else {
      return .findings
    }
    let asOf = project.lastDay ?? today
    let firsts = project.tables.compactMap { table in
      (project.kpis.map(\.metric) + project.metrics).first { $0.table == table.name }?.name
    }
    var found: [Diagnostic] = []
    for name in firsts {
      let asked = written.resolve(QuestionText(names: [Specification.quoted(name)], asOf: asOf))
      found += asked.diagnostics
      guard let question = asked.question?.question else { continue }
      found += written.answer([question], threads: Threads.available).diagnostics
    }
    guard !found.isEmpty else { return .success }
    note(found, of: written)
    return found.contains { $0.severity == .error } ? .findings : .success
  }
}
