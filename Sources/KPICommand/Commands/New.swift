import KPIScorecard
import KPIDiagnostics
import KPIInference
import KPITemplates
import KPIText
import KPIWorkspace

extension Command {
  static let new = Command(
    name: "new",
    summary: "write a specification to start from, with sample data",
    discussion: """
      Writes a small specification that works at once: a company, tables with sample data, metrics and KPIs \
      with targets and tests, a README, and a workflow that checks every change on GitHub. Without a department \
      it is a small shop; with some, a folder for each of them, which fit together in one project and join one that is \
      there. Files that exist are never touched: if one is in the way, nothing is written.
      """,
    parameters: [
      Parameter("DIR", .optional, help: "the folder to write to (default: the working folder)")
    ],
    options: [.department, .allDepartments, .ownFiles, .language, .listDepartments],
    examples: [
      Example("new demo", "a new folder `demo` with a specification in it"),
      Example(
        "new kpis --department marketing,sales --language vi", "two departments, in Vietnamese"),
      Example(
        "new kpis --all --language en,vi",
        "a company with every department, in English with Vietnamese labels"),
      Example("new kpis --from data/*.csv", "your own files: tables, first metrics and KPIs"),
      Example("new --list", "the departments there are"),
    ],
    run: new)

  private static func new(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    do throws(Refusal) {
      let edition = try invocation.edition()
      if invocation.has(.listDepartments) {
        environment.write(.departments(in: edition.main), as: .table)
        return .success
      }
      if invocation.has(.ownFiles) { return newFromFiles(invocation, edition, environment) }
      let departments = try invocation.departments()
      let shown = invocation.arguments.first ?? "."
      let starter =
        invocation.has(.allDepartments)
        ? Starter.company(in: edition)
        : departments.isEmpty
          ? Starter.shop(in: edition) : Starter.departments(departments, in: edition)
      let joins = !departments.isEmpty && hasCompany(in: shown, environment)
      return write(
        joins ? starter.filesOfDepartments : starter.files,
        firstCommands: starter.firstCommands, to: shown, environment)
    } catch {
      return environment.fail([error.diagnostic])
    }
  }

  /// Whether departments join a company that `kpi new` wrote before.
  private static func hasCompany(in shown: String, _ environment: Environment) -> Bool {
    let folder = FileSystem.join(environment.currentFolder, shown)
    return FileSystem.kind(of: FileSystem.join(folder, "company.kpi")) != nil
  }

  private static func newFromFiles(
    _ invocation: Invocation, _ edition: Edition, _ environment: Environment
  ) -> ExitStatus {
    let shown = invocation.arguments.first ?? "."
    let own = OwnDataFiles(invocation.texts(.ownFiles), for: shown, environment)
    guard own.problems.isEmpty else { return environment.fail(own.problems) }
    let tables = ProposedTables(own.files.map { ($0.path, $0.look.inference) })
    let project = ProposedProject(tables, today: environment.today)
    let starter = Starter.ownFiles(project, in: edition)
    let status = write(
      starter.files + own.copies, firstCommands: starter.firstCommands, to: shown, environment)
    guard status == .success else { return status }
    return environment.firstLook(at: project, in: shown)
  }

  private static func write(
    _ files: [(path: String, bytes: [UInt8])], firstCommands: [String], to shown: String,
    _ environment: Environment
  ) -> ExitStatus {
    let folder = FileSystem.join(environment.currentFolder, shown)
    let present = files.filter { FileSystem.kind(of: FileSystem.join(folder, $0.path)) != nil }
    guard present.isEmpty else {
      return environment.fail(present.map { .existingFile(FileSystem.join(shown, $0.path)) })
    }
    for file in files {
      do throws(FileSystem.Failure) {
        try FileSystem.create(FileSystem.join(folder, file.path), file.bytes)
      } catch {
        return environment.fail([
          .unwritableFile(FileSystem.join(shown, file.path), error.reason)
        ])
      }
    }
    environment.output.write(welcome(files.map(\.path), firstCommands, in: shown))
    return .success
  }

  private static func welcome(
    _ paths: [String], _ firstCommands: [String], in folder: String
  ) -> String {
    var lines = folder == "." ? ["Wrote:"] : ["Wrote to `\(folder)`:"]
    lines += places(paths).map { "  " + $0 }
    lines += ["", "Next:"]
    if folder != "." { lines.append("  cd \(folder)") }
    lines += firstCommands.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The files; of many, the folders with how many they hold.
  private static func places(_ paths: [String]) -> [String] {
    guard paths.count > 10 else { return paths }
    var counts: [(place: String, count: Int)] = []
    for path in paths {
      let parts = path.split(separator: "/")
      let place = parts.count == 1 ? path : parts[0] + "/"
      if counts.last?.place == place {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((place, 1))
      }
    }
    return counts.map { place, count in
      place.hasSuffix("/") ? "\(place) (\(TextFlow.count(count, "file")))" : place
    }
  }
}
