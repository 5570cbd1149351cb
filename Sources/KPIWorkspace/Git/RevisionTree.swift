import KPIDiagnostics

/// The folders and files of a repository as they were at a commit; paths begin at the top of the repository.
struct RevisionTree: FileTree {
  private let git: Git
  private var nodes: [Node] = [.folder(0)]
  /// What is in each folder: the names and their nodes.
  private var folders: [[String: Int]] = [[:]]

  private enum Node {
    case folder(Int)
    case file(object: String)
    case link(target: String)
    /// A repository within the repository, whose files are not recorded here.
    case other
  }

  /// Reads what is at the paths and below them; an empty path is everything.
  init(_ commit: String, below paths: [String], with git: Git) throws(Git.Failure) {
    self.git = git
    var links = try list(commit, below: paths.contains("") ? [] : paths)
    if !links.isEmpty, !paths.contains("") {
      // A link may lead to anywhere in the repository.
      (nodes, folders) = ([.folder(0)], [[:]])
      links = try list(commit, below: [])
    }
    let targets = try Git.objects(links.map(\.object), with: git)
    for (link, target) in zip(links, targets) {
      guard let target else { continue }
      nodes[link.node] = .link(target: String(decoding: target, as: UTF8.self))
    }
  }

  /// Fills the tree; what the links lead to is not known yet.
  private mutating func list(
    _ commit: String, below paths: [String]
  ) throws(Git.Failure) -> [(node: Int, object: String)] {
    let listing = try git.output(
      ["--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, "--"] + paths)
    var links: [(node: Int, object: String)] = []
    // Each entry is `MODE KIND OBJECT`, a tab and the path.
    for entry in listing.split(separator: 0) {
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let fields = entry[..<tab].split(separator: UInt8(ascii: " "))
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3 else { continue }
      let names = entry[(tab + 1)...].split(separator: UInt8(ascii: "/"))
        .map { String(decoding: $0, as: UTF8.self) }
      switch (fields[0], fields[1]) {
      case ("120000", _): links.append((insert(.other, at: names), fields[2]))
      case (_, "blob"): _ = insert(.file(object: fields[2]), at: names)
      default: _ = insert(.other, at: names)
      }
    }
    return links
  }

  /// The place of a node that is put at a path, with the folders above it.
  private mutating func insert(_ node: Node, at names: [String]) -> Int {
    var place = 0
    for (index, name) in names.enumerated() {
      guard case .folder(let folder) = nodes[place] else { return place }
      if let child = folders[folder][name] {
        place = child
        continue
      }
      place = nodes.count
      folders[folder][name] = place
      if index == names.count - 1 {
        nodes.append(node)
      } else {
        nodes.append(.folder(folders.count))
        folders.append([:])
      }
    }
    return place
  }

  // MARK: Looking

  /// More links than this, one after another, lead in a circle.
  private static let mostLinks = 40

  private func node(at path: String) -> Int? {
    var waiting = Array(path.split(separator: "/").reversed())
    var trail = [0]
    var links = 0
    while let name = waiting.popLast() {
      if name == "." { continue }
      if name == ".." {
        guard trail.count > 1 else { return nil }
        trail.removeLast()
        continue
      }
      guard let place = trail.last, case .folder(let folder) = nodes[place],
        let child = folders[folder][String(name)]
      else { return nil }
      guard case .link(let target) = nodes[child] else {
        trail.append(child)
        continue
      }
      links += 1
      guard links <= Self.mostLinks, !target.hasPrefix("/") else { return nil }
      waiting += target.split(separator: "/").reversed()
    }
    return trail.last
  }

  func kind(of path: String) -> FileSystem.Kind? {
    switch node(at: path).map({ nodes[$0] }) {
    case .folder: .folder
    case .file: .file
    case .link, .other, nil: nil
    }
  }

  func identity(of path: String) -> Int? { node(at: path) }

  /// Links that lead out of the repository or nowhere are left out: what they led to is not recorded.
  func names(in folder: String) throws(FileSystem.Failure) -> [String] {
    guard let place = node(at: folder), case .folder(let index) = nodes[place] else { return [] }
    return folders[index].keys.sorted().filter { kind(of: FileSystem.join(folder, $0)) != nil }
  }

  func contents(of paths: [String]) -> [Result<[UInt8], FileSystem.Failure>] {
    let objects = paths.map { path -> String? in
      guard let place = node(at: path), case .file(let object) = nodes[place] else { return nil }
      return object
    }
    let missing = "the repository does not have its content"
    do throws(Git.Failure) {
      var read = try Git.objects(objects.compactMap { $0 }, with: git).makeIterator()
      return zip(paths, objects).map { path, object in
        guard object != nil, let next = read.next(), let bytes = next else {
          return .failure(FileSystem.Failure(path: path, reason: missing))
        }
        return .success(bytes)
      }
    } catch {
      let reason = error.diagnostics.first?.message ?? missing
      return paths.map { .failure(FileSystem.Failure(path: $0, reason: reason)) }
    }
  }
}

extension Git {
  /// The contents of objects, all from one call; `nil` for one that the repository does not have.
  static func objects(_ objects: [String], with git: Git) throws(Failure) -> [[UInt8]?] {
    guard !objects.isEmpty else { return [] }
    let request = objects.map { $0 + "\n" }.joined()
    let answer = try git.output(["cat-file", "--batch"], input: Array(request.utf8))
    var rest = answer[...]
    return objects.map { _ in
      // `OBJECT KIND SIZE`, then the content, each with a line break after it; or `OBJECT missing`.
      guard let lineEnd = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let fields = rest[..<lineEnd].split(separator: UInt8(ascii: " "))
      rest = rest[(lineEnd + 1)...]
      guard fields.count == 3, let size = Int(String(decoding: fields[2], as: UTF8.self)),
        size >= 0, size < rest.count
      else { return nil }
      let content = rest.prefix(size)
      rest = rest.dropFirst(size + 1)
      return Array(content)
    }
  }
}
