import KPIDiagnostics
import KPIScorecard
import KPITemplates
import KPIText
import KPIWorkspace

extension Command {
  static let new = Command(
    name: "new",
    summary: "write a specification to start from, with sample data",
    discussion: """
      Writes a small specification that works at once: a company, two tables with sample data, \
      some metrics and KPIs, a README, and a workflow that checks every change on GitHub. Files that exist \
      are never touched: if one is in the way, nothing is written.
      """,
    parameters: [
      Parameter("DIR", .optional, help: "the folder to write to (default: the working folder)")
    ],
    options: [.template, .listTemplates],
    examples: [
      Example("new demo", "a new folder `demo` with a specification in it"),
      Example("new --list", "what there is to start from"),
    ],
    run: new)

  private static func new(_ invocation: Invocation, _ environment: Environment) -> ExitStatus {
    if invocation.has(.listTemplates) {
      environment.write(.templates(Templates.all), as: .table)
      return .success
    }
    let name = invocation.text(.template)
    guard let template = Templates.all.first(where: { name == nil || $0.name == name }) else {
      return .failure
    }
    let shown = invocation.arguments.first ?? "."
    let folder = FileSystem.join(environment.currentFolder, shown)
    let files = template.files()
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
    environment.output.write(welcome(template, files.map(\.path), in: shown))
    return .success
  }

  private static func welcome(
    _ template: Template, _ paths: [String], in folder: String
  ) -> String {
    var lines = folder == "." ? ["Wrote:"] : ["Wrote to `\(folder)`:"]
    lines += paths.map { "  " + $0 }
    lines += ["", "Next:"]
    if folder != "." { lines.append("  cd \(folder)") }
    lines += template.firstCommands.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Option {
  static let template = Option(
    "template", .choice(Templates.all.map(\.name)), help: "what to start from")

  static let listTemplates = Option("list", .flag, help: "list what there is to start from")
}

extension ResultTable {
  fileprivate static func templates(_ templates: [Template]) -> ResultTable {
    ResultTable(
      columns: [Column("template"), Column("holds")],
      rows: templates.map { Row([.text($0.name), .text($0.description)]) })
  }
}
