import Foundation
import KPICommand
import KPIModel
import KPIWorkspace

/// A project in a folder of its own, and the commands that are run in it.
final class CommandRun {
  let folder: String
  private(set) var output = ""
  private(set) var errors = ""

  /// The variables that commands see besides those that say where drivers are.
  var variables: [String: String] = [:]

  init(_ files: [String: String]) throws {
    folder = TestFolder.shared.path + "/project-\(UUID().uuidString)"
    for (name, text) in files {
      let file = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// The exit status of a command line, whose words are divided by blanks, in the project.
  @discardableResult func run(_ line: String) -> Int32 {
    let (output, errors) = (TextBuffer(), TextBuffer())
    let variables = Engines.environment.merging(variables) { $1 }
    let status = Command.run(
      arguments: line.split(separator: " ").map(String.init) + ["--project", folder],
      in: Environment(
        currentFolder: folder, today: Day(20_780), output: output, errors: errors,
        variables: { variables[$0] }))
    (self.output, self.errors) = (output.text, errors.text)
    return status
  }

  /// The files below a folder of the project, by their paths.
  func files(in name: String) -> [String: Data] {
    let root = folder + "/" + name
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for path in paths { files[path] = FileManager.default.contents(atPath: root + "/" + path) }
    return files
  }
}
