package import KPIDiagnostics
package import KPISource

/// Finds and reads the `.kpi` files of a project.
package enum Discovery {
  /// What was found: the files, and what could not be read.
  package struct Found: Sendable {
    /// The folder that the paths of data files are relative to.
    package let root: String
    package let files: [SourceText]
    package let diagnostics: [Diagnostic]
  }

  /// Reads the project that a folder, some folders or some files make up.
  ///
  /// A folder stands for every `.kpi` file below it. Without paths it is the project that contains the
  /// working folder.
  package static func find(_ paths: [String], from folder: String) -> Found {
    let starts = self.starts(paths, from: folder)
    let search = starts.map { Start(shown: $0, path: FileSystem.join(folder, $0)) }
    var (files, diagnostics) = files(below: search, in: Disk())
    if files.isEmpty, diagnostics.isEmpty {
      diagnostics.append(.noSpecification(starts.map(shown)))
    }
    return Found(root: root(of: starts, from: folder), files: files, diagnostics: diagnostics)
  }

  /// The paths that were given, or the folder of the project that contains the working folder.
  static func starts(_ paths: [String], from folder: String) -> [String] {
    paths.isEmpty ? [projectFolder(containing: folder)] : paths
  }

  /// Where a search begins: a path in a tree, and the path that stands for it in messages.
  struct Start {
    let shown: String
    let path: String
  }

  /// The files of a specification in a tree, and what could not be read.
  static func files(
    below starts: [Start], in tree: some FileTree
  ) -> (files: [SourceText], diagnostics: [Diagnostic]) {
    var search = Search(tree: tree)
    for start in starts { search.add(start) }
    var files: [SourceText] = []
    var diagnostics = search.diagnostics
    for (file, result) in zip(search.files, tree.contents(of: search.files.map(\.path))) {
      switch result {
      case .success(let bytes): files.append(SourceText(path: shown(file.shown), bytes: bytes))
      case .failure(let failure):
        diagnostics.append(.unreadableFile(shown(file.shown), reason: failure.reason))
      }
    }
    return (files, diagnostics)
  }

  /// The project around a folder: from the nearest folder upward that has `.kpi` files in it, the first one that
  /// declares the company, as long as each has files in it too; without a company it is that nearest folder.
  /// What lies above a repository is never part of the project in it.
  package static func projectFolder(containing folder: String) -> String {
    var candidate = folder
    var nearest: String?
    while true {
      let files = specifications(in: candidate)
      if files.isEmpty, nearest != nil { break }
      if !files.isEmpty {
        nearest = nearest ?? candidate
        if files.contains(where: declaresCompany) { return candidate == folder ? "." : candidate }
      }
      let parent = FileSystem.parent(of: candidate)
      let isRepository = FileSystem.kind(of: FileSystem.join(candidate, ".git")) != nil
      if parent == candidate || parent.isEmpty || isRepository { break }
      candidate = parent
    }
    return nearest == nil || nearest == folder ? "." : nearest ?? "."
  }

  /// The folder of the project that a file is part of, as a path from `folder`; `nil` where it is no file of a project.
  package static func project(of file: String, from folder: String) -> String? {
    guard FileSystem.kind(of: FileSystem.join(folder, file)) == .file, file.hasSuffix(".kpi"),
      !FileSystem.name(of: file).hasPrefix(".")
    else { return nil }
    let own = FileSystem.parent(of: file)
    let found = projectFolder(containing: own.isEmpty ? folder : FileSystem.join(folder, own))
    return found == "." && !own.isEmpty ? own : found
  }

  private static func specifications(in folder: String) -> [String] {
    let names = try? FileSystem.names(in: folder)
    return (names ?? []).filter { $0.hasSuffix(".kpi") }.map { FileSystem.join(folder, $0) }
  }

  /// Whether a line of the file begins with the word.
  private static func declaresCompany(_ path: String) -> Bool {
    guard let bytes = try? FileSystem.read(path) else { return false }
    let word = Array("company".utf8)
    return bytes.split(separator: UInt8(ascii: "\n")).contains { line in
      line.starts(with: word) && line.dropFirst(word.count).first.map { $0 <= 32 } ?? false
    }
  }

  /// Data files are named from the project's folder: the one given, or that of the files given.
  private static func root(of starts: [String], from folder: String) -> String {
    guard let first = starts.first else { return folder }
    let path = FileSystem.join(folder, first)
    return FileSystem.kind(of: path) == .folder
      ? path : FileSystem.join(folder, FileSystem.parent(of: first))
  }

  private static func shown(_ path: String) -> String {
    path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }

  /// Folders that hold what tools produce, not what people write.
  private static let output: Set<String> = ["node_modules", "build", "dist", "target", "vendor"]

  /// The walk through folders; each is entered once, so links that lead in a circle do no harm.
  private struct Search<Tree: FileTree> {
    let tree: Tree
    var files: [Start] = []
    var diagnostics: [Diagnostic] = []
    private var visited: Set<Tree.Identity> = []
    private var known: Set<String> = []

    init(tree: Tree) { self.tree = tree }

    mutating func add(_ start: Start) {
      var waiting = [(place: start, isNamed: true)]
      while let (place, isNamed) = waiting.popLast() {
        switch tree.kind(of: place.path) {
        case .folder:
          guard let identity = tree.identity(of: place.path), visited.insert(identity).inserted
          else { continue }
          do {
            for name in try tree.names(in: place.path).reversed()
            where isWanted(name, in: place.path) {
              let inside = Start(
                shown: FileSystem.join(place.shown, name),
                path: FileSystem.join(place.path, name))
              waiting.append((inside, false))
            }
          } catch {
            diagnostics.append(.unreadableFile(place.shown, reason: error.reason))
          }
        case .file, .other:
          if isNamed || place.shown.hasSuffix(".kpi"), known.insert(place.shown).inserted {
            files.append(place)
          }
        case nil:
          diagnostics.append(
            .unreadableFile(place.shown, reason: "there is no such file or folder"))
        }
      }
    }

    private func isWanted(_ name: String, in folder: String) -> Bool {
      guard !name.hasPrefix("."), !Discovery.output.contains(name) else { return false }
      return name.hasSuffix(".kpi") || tree.kind(of: FileSystem.join(folder, name)) == .folder
    }
  }
}

extension FileSystem {
  /// Where a folder, given from the root of the system, lies in its repository: empty at the top, `nil` outside of one.
  package static func placeInRepository(of folder: String) -> String? {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    guard !parts.contains("..") else { return nil }
    for count in (0...parts.count).reversed() {
      let top = "/" + parts.prefix(count).joined(separator: "/")
      if kind(of: join(top, ".git")) != nil {
        return parts.dropFirst(count).joined(separator: "/")
      }
    }
    return nil
  }
}
