import KPIDiagnostics

/// A git bundle: one file that holds the history of one or more branches.
struct Bundle {
  /// As it was written, for messages; `file` without the branch.
  let text: String
  private let file: String
  /// An absolute path.
  let path: String
  /// The branch or tag in it; without one it is the current one, or the only one.
  let branch: String?

  /// `FILE.bundle`, or `FILE.bundle#BRANCH`; `nil` for other texts and where no such file is.
  init?(_ text: String, from folder: String) {
    self.text = text
    if let mark = text.firstRange(of: ".bundle#") {
      file = String(text[..<mark.upperBound].dropLast())
      branch = String(text[mark.upperBound...])
    } else {
      file = text
      branch = nil
    }
    path = FileSystem.join(folder, file)
    guard path.hasSuffix(".bundle"), FileSystem.kind(of: path) == .file else { return nil }
  }

  /// Unpacks the bundle into a repository that is there only as long as `body` looks at it.
  func open<Value>(
    searchPath: String?, _ body: (Git, Git.Commit) throws(Git.Failure) -> Value
  ) throws(Git.Failure) -> Value {
    let folder: String
    do throws(FileSystem.Failure) {
      folder = try FileSystem.newTemporaryFolder()
    } catch {
      throw Git.Failure(.unwritableFile(error.path, error.reason))
    }
    defer { FileSystem.remove(folder) }
    let git = Git(in: folder, searchPath: searchPath)
    // Templates of the user's own could bring hooks along.
    _ = try git.output(["init", "--quiet", "--bare", "--template="] + objectFormat)
    let unpacked = try git.run(["bundle", "unbundle", path])
    guard unpacked.status == 0 else {
      let reason = Git.reason(String(decoding: unpacked.errors, as: UTF8.self))
      throw Git.Failure(.unreadableBundle(text, reason: reason))
    }
    let (name, hash) = try chosen(among: Bundle.branches(unpacked.bytes))
    let commit = try git.commit(hash)
    return try body(
      git,
      Git.Commit(hash: commit.hash, abbreviation: commit.abbreviation, name: "\(file)#\(name)"))
  }

  /// A bundle says in its first lines when its hashes are of the longer kind.
  private var objectFormat: [String] {
    let head = (try? FileSystem.read(path))?.prefix(256) ?? []
    let isLong = String(decoding: head, as: UTF8.self).contains("@object-format=sha256")
    return isLong ? ["--object-format=sha256"] : []
  }

  private static func branches(_ listing: [UInt8]) -> [(name: String, hash: String)] {
    String(decoding: listing, as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 1).map(String.init)
      return fields.count == 2 ? (fields[1], fields[0]) : nil
    }
  }

  private func chosen(
    among branches: [(name: String, hash: String)]
  ) throws(Git.Failure) -> (name: String, hash: String) {
    let prefixes = ["refs/heads/", "refs/tags/", "refs/remotes/"]
    let short = branches.map { reference in
      let prefix = prefixes.first { reference.name.hasPrefix($0) } ?? ""
      return (name: String(reference.name.dropFirst(prefix.count)), hash: reference.hash)
    }
    if let branch {
      let places = branches.indices.filter {
        branches[$0].name == branch || short[$0].name == branch
      }
      guard let place = places.first else {
        throw Git.Failure(.unknownRevision(branch, inBundle: file, known: short.map(\.name)))
      }
      return short[place]
    }
    if let head = branches.first(where: { $0.name == "HEAD" }) {
      return short.first { $0.hash == head.hash && $0.name != "HEAD" } ?? head
    }
    guard let first = short.first, short.count == 1 else {
      throw Git.Failure(.severalBranches(inBundle: text, short.map(\.name)))
    }
    return first
  }
}
