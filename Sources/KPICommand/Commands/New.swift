import KPIScorecard
import KPIDiagnostics
import KPIInference
import KPIModel
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
      there, in its currency. Files that exist are never touched: if one is in the way, or a name is taken, nothing is written.
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
      if invocation.has(.ownFiles) { return try newFromFiles(invocation, edition, environment) }
      let departments = try invocation.departments()
      let place = try NewProjectPlace(invocation.arguments.first ?? ".", environment)
      if departments.isEmpty {
        let shop = Starter.shop(in: edition)
        return write(shop.files, firstCommands: shop.firstCommands, to: place, environment)
      }
      let company = place.company
      let own = edition.countingIn(company?.currency)
      let starter =
        invocation.has(.allDepartments)
        ? Starter.company(in: own) : Starter.departments(departments, in: own)
      let status = write(
        company == nil ? starter.files : starter.filesThatJoin,
        firstCommands: starter.firstCommands, to: place, environment)
      if status == .success, let company {
        environment.output.write(place.afterJoining(company, starter.linesOfPages))
      }
      return status
    } catch {
      return environment.fail([error.diagnostic])
    }
  }

  private static func newFromFiles(
    _ invocation: Invocation, _ edition: Edition, _ environment: Environment
  ) throws(Refusal) -> ExitStatus {
    let place = try NewProjectPlace(invocation.arguments.first ?? ".", environment)
    let own = OwnDataFiles(invocation.texts(.ownFiles), for: place.shown, environment)
    guard own.problems.isEmpty else { return environment.fail(own.problems) }
    let tables = ProposedTables(own.files.map { ($0.path, $0.look.inference) })
    let project = ProposedProject(tables, today: environment.today)
    let starter = Starter.ownFiles(project, in: edition)
    let status = write(
      starter.files + own.copies, firstCommands: starter.firstCommands, to: place, environment)
    guard status == .success else { return status }
    return environment.firstLook(at: project, in: place.shown)
  }

  private static func write(
    _ files: [(path: String, bytes: [UInt8])], firstCommands: [String], to place: NewProjectPlace,
    _ environment: Environment
  ) -> ExitStatus {
    let present = files.filter { place.has($0.path) }
    guard present.isEmpty else {
      return environment.fail(present.map { .existingFile(FileSystem.join(place.shown, $0.path)) })
    }
    if let clashes = place.clashes(of: files) {
      environment.write(clashes, as: .text)
      environment.errors.write(
        "Nothing was written, since the specification that is there would not fit with it. Rename what is yours, or "
          + "name another folder.\n")
      return .findings
    }
    for file in files {
      do throws(FileSystem.Failure) {
        try FileSystem.create(FileSystem.join(place.folder, file.path), file.bytes)
      } catch {
        return environment.fail([
          .unwritableFile(FileSystem.join(place.shown, file.path), error.reason)
        ])
      }
    }
    environment.output.write(welcome(files.map(\.path), firstCommands, in: place.shown))
    environment.output.write(place.afterWriting(files.map(\.path)))
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
