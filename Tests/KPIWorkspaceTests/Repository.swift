import Foundation
import KPIDiagnostics
import KPISource
import KPIWorkspace
import Testing

/// A git repository of its own in a temporary folder, which knows nothing of the person who runs the tests.
final class Repository {
  let folder: String

  /// Without git on the machine there is nothing to test; the tests say that they are skipped.
  static let hasGit = (try? Subprocess.run("git", ["--version"]))?.status == 0

  /// A new repository with files committed, or none at all; with `folder` one that is there already.
  init(_ files: [(path: String, text: String)] = []) throws {
    folder = try Repository.newFolder()
    try git("init", "--quiet", "--initial-branch=main")
    if !files.isEmpty { try commit(files) }
  }

  init(at folder: String) { self.folder = folder }

  deinit {
    let holder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    try? FileManager.default.removeItem(atPath: holder)
  }

  /// A new folder within a new folder, with no repository around it.
  static func newFolder() throws -> String {
    let holder = FileManager.default.temporaryDirectory.path + "/kpi-git-" + UUID().uuidString
    let folder = holder + "/project"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try #require(realpath(folder, nil).map { String(cString: $0) })
  }

  func write(_ path: String, _ text: String) throws {
    try FileSystem.createFolder(FileSystem.parent(of: folder + "/" + path))
    try FileSystem.replace(folder + "/" + path, Array(text.utf8))
  }

  /// Writes files and commits everything, at noon of a day (UTC).
  func commit(_ files: [(path: String, text: String)], on day: String = "2026-01-05") throws {
    for file in files { try write(file.path, file.text) }
    try git("add", "--all", on: day)
    try git("commit", "--quiet", "--allow-empty", "--message", "change", on: day)
  }

  @discardableResult func git(_ arguments: String..., on day: String = "2026-01-05") throws
    -> String
  {
    var variables: [String: String?] = [
      "HOME": folder, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_DATE": day + "T12:00:00Z", "GIT_COMMITTER_DATE": day + "T12:00:00Z",
    ]
    for role in ["AUTHOR", "COMMITTER"] {
      variables["GIT_\(role)_NAME"] = "Test"
      variables["GIT_\(role)_EMAIL"] = "test@example.com"
    }
    let settings = ["-C", folder, "-c", "protocol.file.allow=always"]
    let output = try Subprocess.run("git", settings + arguments, variables: variables)
    guard output.status == 0 else {
      throw Failure(text: String(decoding: output.errors, as: UTF8.self))
    }
    return String(decoding: output.bytes, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  struct Failure: Error {
    let text: String
  }

  // MARK: Looking

  /// The files of the base, path and text; in place of them the name of the rule that says why there are none.
  func base(
    _ text: String? = nil, of paths: [String] = [], from subfolder: String = ""
  ) -> [String] {
    switch found(text, of: paths, from: subfolder) {
    case .success(let found):
      found.files.sorted { $0.path < $1.path }.map {
        "\($0.path): \(String(decoding: $0.bytes, as: UTF8.self))"
      }
    case .failure(let failure): failure.diagnostics.map(\.rule.name)
    }
  }

  func found(
    _ text: String? = nil, of paths: [String] = [], from subfolder: String = ""
  ) -> Result<Base.Found, Git.Failure> {
    let start = FileSystem.join(folder, subfolder)
    let root = Discovery.find(paths, from: start).root
    return Base.find(text, for: root, paths: paths, from: start)
  }
}
