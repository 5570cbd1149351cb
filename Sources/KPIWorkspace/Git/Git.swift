package import KPIDiagnostics

/// Runs git in a folder of a repository; whatever goes wrong is a finding of the catalogue.
package struct Git: Sendable {
  /// The folder that git looks at.
  package let folder: String
  /// The folders that programs are looked for in; `nil` means those of this process.
  let searchPath: String?

  package init(in folder: String, searchPath: String? = nil) {
    self.folder = folder
    self.searchPath = searchPath
  }

  /// Why git gave no answer.
  package struct Failure: Error, Sendable {
    package let diagnostics: [Diagnostic]

    init(_ diagnostics: Diagnostic...) { self.diagnostics = diagnostics }
    init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  }

  /// What git wrote, and whether it was content.
  func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> Subprocess.Output {
    // The answer must not depend on services that watch the folder.
    let settings = ["-C", folder, "-c", "core.fsmonitor=false"]
    do throws(Subprocess.Failure) {
      return try Subprocess.run(
        "git", settings + arguments, input: input, searchPath: searchPath,
        variables: Git.variables)
    } catch {
      switch error {
      case .notInstalled: throw Failure(.gitNotInstalled())
      case .notRun(let reason): throw Failure(.gitFailed(reason))
      }
    }
  }

  /// What git wrote; an error when it was not content.
  func output(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    let output = try run(arguments, input: input)
    guard output.status == 0 else { throw failure(output) }
    return output.bytes
  }

  /// The one line that git wrote.
  func line(_ arguments: [String]) throws(Failure) -> String {
    Git.line(try output(arguments))
  }

  static func line(_ bytes: [UInt8]) -> String {
    String(
      decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }

  /// Git asks nothing, speaks English and leaves the repository alone. Within a hook it would also take the
  /// repository from variables, whatever folder it is told.
  private static let variables: [String: String?] = [
    "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0",
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
    "GIT_COMMON_DIR": nil, "GIT_OBJECT_DIRECTORY": nil,
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil, "GIT_TRACE": nil,
  ]

  func failure(_ output: Subprocess.Output) -> Failure {
    let text = String(decoding: output.errors, as: UTF8.self)
    let folder = FileSystem.normal(folder)
    if text.contains("not a git repository") { return Failure(.notARepository(folder)) }
    if text.contains("dubious ownership") || text.contains("unsafe repository") {
      return Failure(.foreignRepository(folder))
    }
    // What answers to the name of git on macOS as long as Xcode is not installed.
    if text.hasPrefix("xcrun: error") || text.hasPrefix("xcode-select: ") {
      return Failure(.gitNotInstalled())
    }
    return Failure(.gitFailed(Git.reason(text)))
  }

  /// The first line of an error, without the word that says that it is one.
  static func reason(_ errors: String) -> String {
    let lines = errors.split(separator: "\n")
    let line = lines.first { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.first
    guard let line else { return "it gave no reason" }
    for word in ["fatal: ", "error: "] where line.hasPrefix(word) {
      return String(line.dropFirst(word.count))
    }
    return String(line)
  }

  // MARK: The repository

  /// The folder that the repository's files are in.
  package func topLevel() throws(Failure) -> String { try line(["rev-parse", "--show-toplevel"]) }

  /// The path of the folder from the top of the repository: empty, or ending in a slash.
  package func prefix() throws(Failure) -> String { try line(["rev-parse", "--show-prefix"]) }

  /// Whether only a part of the history was fetched.
  package func isShallow() throws(Failure) -> Bool {
    try line(["rev-parse", "--is-shallow-repository"]) == "true"
  }

  /// A path as seen from the top of a repository; `nil` outside of it. Links above the repository are followed, since
  /// git does so too; those in it may have been others at the time.
  static func path(_ path: String, inRepository top: String) -> String? {
    let plain = FileSystem.normal(path)
    return FileSystem.relative(plain, to: top)
      ?? FileSystem.realPath(plain).flatMap { FileSystem.relative($0, to: top) }
  }
}
