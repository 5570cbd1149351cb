import KPIWorkspace
import Testing

/// Sessions in folders that git records, with a git that knows nothing of the person who runs the tests.
extension Session {
  static let hasGit = (try? Subprocess.run("git", ["--version"]))?.status == 0

  /// Writes files and records everything, at noon of a day (UTC); the first time makes the repository.
  func commit(_ files: [(path: String, text: String)], on day: String) throws {
    if FileSystem.kind(of: folder + "/.git") == nil {
      try git(["init", "--quiet", "--initial-branch=main"], on: day)
    }
    for file in files { try write(file.path, file.text) }
    try git(["add", "--all"], on: day)
    try git(["commit", "--quiet", "--message", "change"], on: day)
  }

  func write(_ path: String, _ text: String) throws {
    let path = folder + "/" + path
    try FileSystem.createFolder(FileSystem.parent(of: path))
    try FileSystem.replace(path, Array(text.utf8))
  }

  func git(_ arguments: [String], on day: String) throws {
    var variables: [String: String?] = [
      "HOME": folder, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_DATE": day + "T12:00:00Z", "GIT_COMMITTER_DATE": day + "T12:00:00Z",
    ]
    for role in ["AUTHOR", "COMMITTER"] {
      variables["GIT_\(role)_NAME"] = "Test"
      variables["GIT_\(role)_EMAIL"] = "test@example.com"
    }
    let output = try Subprocess.run("git", ["-C", folder] + arguments, variables: variables)
    try #require(output.status == 0, "\(String(decoding: output.errors, as: UTF8.self))")
  }
}
