import KPIDiagnostics
import KPISource
import KPIWorkspace

extension Invocation {
  /// The paths given, or the folder given with `--project`; none means the project around the working folder.
  func projectPaths(_ arguments: [String] = []) -> [String] {
    arguments.isEmpty ? text(.project).map { [$0] } ?? [] : arguments
  }
}

extension Environment {
  /// Reads and checks a project. What could not be read is reported here and there is no project then: a part of
  /// a specification could mean something else than the whole. `listener` hears what is reported.
  func open(
    _ paths: [String], without excluded: String? = nil, reportingAs format: Report.Format = .text,
    telling listener: (Report) -> Void = { _ in }
  ) -> Project? {
    let found = Discovery.find(paths, from: currentFolder)
    guard found.diagnostics.isEmpty else {
      let report = Report(found.diagnostics, fileCount: nil)
      write(report, as: format)
      listener(report)
      return nil
    }
    let files = found.files.filter { file in
      excluded.map { file.path != $0 && !file.path.hasPrefix($0 + "/") } ?? true
    }
    return project(files, root: found.root)
  }

  /// The same for commands that compute: a specification with errors has no values.
  /// What lies below `excluded` is no part of it.
  func openWithoutErrors(
    _ paths: [String], without excluded: String? = nil, reportingAs format: Report.Format,
    telling listener: (Report) -> Void = { _ in }
  ) -> OpenedProject {
    guard
      let project = open(paths, without: excluded, reportingAs: format, telling: listener)
    else { return .stopped(.failure) }
    guard !project.hasErrors else {
      let errors = report(project.diagnostics.filter { $0.severity == .error }, of: project)
      write(errors, as: format)
      listener(errors)
      return .stopped(.findings)
    }
    return .ready(project)
  }

  enum OpenedProject {
    case ready(Project)
    case stopped(ExitStatus)
  }

  func report(_ diagnostics: [Diagnostic], of project: Project) -> Report {
    Report(diagnostics, sources: project.sources, fileCount: nil)
  }
}
