import KPIDiagnostics
import KPIModel
import KPIText
import KPIWorkspace

extension Command {
  static let codeowners = Command(
    name: "codeowners",
    summary: "write who reviews which file, for GitHub and GitLab",
    discussion: """
      Prints a CODEOWNERS file: a change to a `.kpi` file is reviewed by the owners of the KPIs in it and the leads \
      of their departments; a file without KPIs by all leads. An owner is named by `handle` (`@lan`, `@sunrise/growth`), \
      or else by `email`.

      With `--check FILE` nothing is printed, and the exit status is 1 when the file says something else.
      """,
    options: [.codeownersCheck, .project],
    examples: [
      Example("codeowners > .github/CODEOWNERS", "write the file"),
      Example("codeowners --check .github/CODEOWNERS", "in a pull request: is it up to date?"),
    ],
    run: codeowners)

  private static func codeowners(
    _ invocation: Invocation, _ environment: Environment
  ) -> ExitStatus {
    switch environment.openWithoutErrors(invocation.projectPaths(), reportingAs: .text) {
    case .stopped(let status): return status
    case .ready(let project):
      let owners = CodeOwners(project, prefix: prefix(of: environment.currentFolder))
      for owner in owners.withoutAddress {
        environment.errors.write(
          "`\(owner.name)` has neither a handle nor an e-mail address, and is left out\n")
      }
      guard let path = invocation.text(.codeownersCheck) else {
        environment.output.write(owners.text)
        return .success
      }
      do throws(FileSystem.Failure) {
        let written = try FileSystem.read(FileSystem.join(environment.currentFolder, path))
        guard written != Array(owners.text.utf8) else { return .success }
      } catch {
        return environment.fail([.unreadableFile(path, reason: error.reason)])
      }
      environment.errors.write(
        "\(path) is not what the specification says; write it anew: kpi codeowners > \(path)\n")
      return .findings
    }
  }

  /// Outside of a repository the working folder is taken for its top.
  private static func prefix(of folder: String) -> String {
    do throws(Git.Failure) { return try Git(in: folder).prefix() } catch { return "" }
  }
}

extension Option {
  static let codeownersCheck = Option(
    "check", .text("FILE"), help: "compare with a file that was written before")
}
