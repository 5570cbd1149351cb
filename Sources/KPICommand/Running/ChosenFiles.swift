import KPISource
import KPIWorkspace

/// The files that the paths of a command line name, and the project around them: a file alone means something else than
/// with the others that it refers to.
struct ChosenFiles {
  let projectPaths: [String]
  /// `nil` where all of the project is meant.
  private let files: Set<FileSystem.Identity>?
  private let folder: String

  init(_ invocation: Invocation, in folder: String) {
    self.folder = folder
    let paths = invocation.arguments
    let projects = paths.compactMap { Discovery.project(of: $0, from: folder) }
    func identity(_ path: String) -> FileSystem.Identity? {
      FileSystem.identity(of: FileSystem.join(folder, path))
    }
    guard let project = projects.first, projects.count == paths.count,
      Set(projects.map(identity)).count == 1
    else {
      projectPaths = invocation.projectPaths(paths)
      files = nil
      return
    }
    projectPaths = invocation.text(.project).map { [$0] } ?? [project]
    files = Set(paths.compactMap(identity))
  }

  var areAll: Bool { files == nil }

  /// Which files of the project are meant, by their identities.
  func filter(of project: Project) -> (FileID) -> Bool {
    guard let files else { return { _ in true } }
    let chosen = project.sources.files.map { file in
      FileSystem.identity(of: FileSystem.join(folder, file.path)).map(files.contains) ?? false
    }
    return { chosen.indices.contains(Int($0.index)) && chosen[Int($0.index)] }
  }
}
