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

  /// A new repository with files committed, or none at all.
  init(_ files: [(path: String, text: String)] = []) throws {
    folder = try Repository.newFolder()
    try git("init", "--quiet", "--initial-branch=main")
    if !files.isEmpty { try commit(files) }
  }

  /// What `git clone` makes of another repository.
  init(cloning other: Repository, _ options: [String] = []) throws {
    folder = try Repository.newFolder()
    let source = "file://" + other.folder
    try git(["clone", "--quiet"] + options + ["--", source, folder])
  }

  /// Another folder of a repository, with another branch in it.
  init(worktreeOf other: Repository, branch: String) throws {
    folder = try Repository.newFolder()
    try other.git("worktree", "add", "--quiet", "-b", branch, folder)
  }

  deinit { FileManager.default.removeFolderAround(folder) }

  /// A new folder within a new folder, with no repository around it. A search for the project goes no further up
  /// than there, and git does not take an empty `.git` for a repository.
  static func newFolder() throws -> String {
    let holder = FileManager.default.temporaryDirectory.path + "/kpi-git-" + UUID().uuidString
    let folder = holder + "/project"
    for path in [folder, holder + "/.git"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    return try #require(realpath(folder, nil).map { String(cString: $0) })
  }

  func write(_ path: String, _ text: String) throws {
    try FileSystem.createFolder(FileSystem.parent(of: folder + "/" + path))
    try FileSystem.replace(folder + "/" + path, Array(text.utf8))
  }

  /// Writes files and commits everything, at noon of a day (UTC).
  func commit(_ files: [(path: String, text: String)], on day: String = "2026-01-05") throws {
    for file in files { try write(file.path, file.text) }
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--allow-empty", "--message", "change"], on: day)
  }

  @discardableResult func git(_ arguments: String...) throws -> String { try git(arguments) }

  @discardableResult func git(
    _ arguments: [String], on day: String = "2026-01-05"
  ) throws -> String {
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

extension FileManager {
  /// Removes a folder that `Repository.newFolder` made.
  func removeFolderAround(_ folder: String) {
    try? removeItem(atPath: URL(fileURLWithPath: folder).deletingLastPathComponent().path)
  }
}
