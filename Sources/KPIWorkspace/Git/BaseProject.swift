import KPIDiagnostics
import KPISource

/// A project as it is now, and where its paths lead in a folder or a repository to compare it with.
struct BaseProject {
  let root: String
  /// The paths that the search for the project's files began with.
  let starts: [String]
  /// The working folder.
  let folder: String
  let searchPath: String?

  // MARK: Files and folders

  func inFile(_ title: String, _ path: String) throws(Git.Failure) -> Base.Found {
    do throws(FileSystem.Failure) {
      let bytes = try FileSystem.read(path)
      return found(title, [SourceText(path: counterpart(ofFile: path), bytes: bytes)])
    } catch {
      throw Git.Failure(.unreadableFile(title, reason: error.reason))
    }
  }

  /// The path now of a file that stands for the project, or for the one file of it that is looked at.
  private func counterpart(ofFile path: String) -> String {
    guard starts.count == 1, let start = starts.first else { return FileSystem.name(of: path) }
    let isFolder = FileSystem.kind(of: FileSystem.join(folder, start)) == .folder
    let shown = isFolder ? FileSystem.join(start, FileSystem.name(of: path)) : start
    return shown.hasPrefix("./") ? String(shown.dropFirst(2)) : shown
  }

  /// The other folder stands for the one that holds all that is looked at.
  func inFolder(_ title: String, _ path: String) throws(Git.Failure) -> Base.Found {
    let search = searchInHolder().map {
      Discovery.Start(
        shown: $0.shown, path: FileSystem.join(path, $0.path.isEmpty ? "." : $0.path))
    }
    let files = try files(below: search, in: Disk())
    // A file may be new; a folder without any is none that a specification was in.
    if files.isEmpty,
      try self.files(below: [Discovery.Start(shown: title, path: path)], in: Disk()).isEmpty
    {
      throw Git.Failure(.noSpecification(toCompareWith: title))
    }
    return found(title, files)
  }

  /// Where the search begins, as paths from the innermost folder that holds all that is looked at.
  private func searchInHolder() -> [Discovery.Start] {
    let places = starts.map { FileSystem.normal(FileSystem.join(folder, $0)) }
    let holder = FileSystem.commonFolder(
      places.map { FileSystem.kind(of: $0) == .file ? FileSystem.parent(of: $0) : $0 })
    return zip(starts, places).compactMap { start, place in
      FileSystem.relative(place, to: holder).map { Discovery.Start(shown: start, path: $0) }
    }
  }

  // MARK: Repositories

  /// The files at a commit of the repository that the project is in.
  func atCommit(
    _ choose: (Git) throws(Git.Failure) -> Git.Commit
  ) throws(Git.Failure) -> Base.Found {
    let git = Git(in: Git.folder(for: root), searchPath: searchPath)
    let top = try git.topLevel()
    let commit = try choose(git)
    let search = try search(inRepository: top)
    let atTop = Git(in: top, searchPath: searchPath)
    let files = try files(below: search, at: commit.hash, with: atTop)
    if files.isEmpty, let former = try formerSearch(search, top: top, commit.hash, with: atTop) {
      let files = try self.files(below: former.search, at: commit.hash, with: atTop)
      return found(commit.title, files, formerFolder: former.folder)
    }
    return found(commit.title, files)
  }

  /// The files in a bundle, in the same place as in the project's repository; a project in none is all of the bundle.
  func inBundle(_ bundle: Bundle) throws(Git.Failure) -> Base.Found {
    let top = try? Git(in: Git.folder(for: root), searchPath: searchPath).topLevel()
    let search = if let top { try search(inRepository: top) } else { searchInHolder() }
    return try bundle.open(searchPath: searchPath) { git, commit throws(Git.Failure) in
      let files = try files(below: search, at: commit.hash, with: git)
      return found(commit.title, files)
    }
  }

  private func files(
    below search: [Discovery.Start], at commit: String, with git: Git
  ) throws(Git.Failure) -> [SourceText] {
    let tree = try RevisionTree(commit, below: search.map(\.path), with: git)
    return try files(below: search, in: tree)
  }

  /// Where the search begins, as paths from the top of the repository.
  private func search(inRepository top: String) throws(Git.Failure) -> [Discovery.Start] {
    var search: [Discovery.Start] = []
    for start in starts {
      guard let path = Git.path(FileSystem.join(folder, start), inRepository: top) else {
        throw Git.Failure(.notARepository(start))
      }
      search.append(Discovery.Start(shown: start, path: path))
    }
    return search
  }

  /// The same search in the folder that the project was in before it was renamed or moved.
  private func formerSearch(
    _ search: [Discovery.Start], top: String, _ commit: String, with git: Git
  ) throws(Git.Failure) -> (search: [Discovery.Start], folder: String)? {
    guard let now = Git.path(root, inRepository: top),
      let former = try git.formerFolder(of: now, since: commit)
    else { return nil }
    let moved = search.compactMap { start in
      FileSystem.relative(start.path, to: now).map {
        Discovery.Start(
          shown: start.shown, path: $0.isEmpty ? former : FileSystem.join(former, $0))
      }
    }
    return moved.isEmpty ? nil : (moved, former)
  }

  // MARK: Reading

  /// A path that was not there yet leads to no files.
  private func files(
    below search: [Discovery.Start], in tree: some FileTree
  ) throws(Git.Failure) -> [SourceText] {
    let present = search.filter { tree.kind(of: $0.path) != nil }
    let (files, diagnostics) = Discovery.files(below: present, in: tree)
    guard diagnostics.isEmpty else { throw Git.Failure(diagnostics) }
    return files
  }

  private func found(
    _ title: String, _ files: [SourceText], formerFolder: String? = nil
  ) -> Base.Found {
    Base.Found(title: title, files: files, root: root, formerFolder: formerFolder)
  }
}

extension Git {
  /// The folder to ask git in: the project's, or the nearest one above that is there.
  fileprivate static func folder(for root: String) -> String {
    var folder = root
    while FileSystem.kind(of: folder) != .folder, !folder.isEmpty, folder != "/" {
      folder = FileSystem.parent(of: folder)
    }
    return folder.isEmpty ? "." : folder
  }

  /// The folder that most of the specification files of a folder were in at a commit; `nil` when none was elsewhere.
  fileprivate func formerFolder(
    of folder: String, since commit: String
  ) throws(Failure) -> String? {
    let listing = try output([
      "diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", commit,
      "--",
    ])
    // Each rename is a status, the path before and the path now.
    let fields = listing.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var counts: [String: Int] = [:]
    for index in stride(from: 0, to: fields.count - 2, by: 3) {
      let (before, now) = (fields[index + 1], fields[index + 2])
      guard now.hasSuffix(".kpi"), let inside = FileSystem.relative(now, to: folder) else {
        continue
      }
      if before == inside {
        counts["", default: 0] += 1
      } else if before.hasSuffix("/" + inside) {
        counts[String(before.dropLast(inside.count + 1)), default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
