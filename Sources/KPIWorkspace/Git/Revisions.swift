import KPIDiagnostics

extension Git {
  /// A state of the files that was recorded, and the name that people know it by.
  package struct Commit: Hashable, Sendable {
    package let hash: String
    /// The first letters of the hash, enough to tell it from all others.
    package let abbreviation: String
    package let name: String
    /// Whether it is not what has the name, but where the work here left it.
    package let isBranchPoint: Bool

    init(hash: String, abbreviation: String, name: String, isBranchPoint: Bool = false) {
      self.hash = hash
      self.abbreviation = abbreviation
      self.name = name
      self.isBranchPoint = isBranchPoint
    }

    /// `main (3f2a1c9)`, or `3f2a1c9, where this branch left main`.
    package var title: String {
      if isBranchPoint { return "\(abbreviation), where this branch left \(name)" }
      return isNamedByHash ? abbreviation : "\(name) (\(abbreviation))"
    }

    /// Whether the name is the commit's own id, or the first letters of it.
    fileprivate var isNamedByHash: Bool { name.count >= 4 && hash.hasPrefix(name.lowercased()) }
  }

  /// The commit that a revision means, such as a branch, a tag, a hash or `HEAD~1`.
  package func commit(_ revision: String) throws(Failure) -> Commit {
    guard let hash = try hash(of: revision) else { throw try unknown(revision) }
    return try commit(hash, named: revision)
  }

  /// The commit that the work here is compared with: what a revision means where `HEAD` builds on it, or else the last
  /// commit that both have in common. The id of a commit is taken at its word, and so is what has no past in common.
  package func base(_ revision: String) throws(Failure) -> Commit {
    let commit = try commit(revision)
    guard !commit.isNamedByHash, try hash(of: "HEAD") != nil else { return commit }
    return try lastInCommon(with: revision, commit.hash) ?? commit
  }

  /// The commit at which the work on this branch began: the last one that it has in common with the main branch.
  package func mergeBase() throws(Failure) -> Commit {
    guard let head = try hash(of: "HEAD") else {
      throw try isShallow() ? Failure(.shallowClone(missing: nil)) : Failure(.nothingCommitted())
    }
    guard let main = try mainBranch() else {
      throw try isShallow()
        ? Failure(.shallowClone(missing: nil))
        : Failure(.noMainBranch(Git.mainBranches.map(\.name), branches: try names()))
    }
    guard let base = try lastInCommon(with: main.name, main.hash) else {
      throw Failure(.noCommonHistory(with: main.name))
    }
    return base.hash == head ? try commit(head, named: "HEAD") : base
  }

  /// The last commit that `HEAD` has in common with another one; `nil` where they have no past in common.
  private func lastInCommon(with name: String, _ hash: String) throws(Failure) -> Commit? {
    let output = try run(["merge-base", "HEAD", hash])
    guard output.status == 0 else {
      guard output.status == 1 else { throw failure(output) }
      guard try !isShallow() else { throw Failure(.shallowClone(missing: nil)) }
      return nil
    }
    let base = Git.line(output.bytes)
    return try commit(base, named: name, isBranchPoint: base != hash)
  }

  /// `nil` when the repository has no such commit.
  func hash(of revision: String) throws(Failure) -> String? {
    // What begins with a dash is an option for git, and no name can.
    guard !revision.hasPrefix("-"), !revision.isEmpty else { return nil }
    let output = try run(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    if output.status == 0 { return Git.line(output.bytes) }
    // Without a repository every revision is unknown, and that is not the reason.
    _ = try topLevel()
    return nil
  }

  private func commit(
    _ hash: String, named name: String, isBranchPoint: Bool = false
  ) throws(Failure) -> Commit {
    let abbreviation = try line(["rev-parse", "--short", hash])
    return Commit(
      hash: hash, abbreviation: abbreviation, name: name, isBranchPoint: isBranchPoint)
  }

  private func unknown(_ revision: String) throws(Failure) -> Failure {
    let names = try names()
    if try isShallow(), Diagnostic.suggestion(forRevision: revision, among: names) == nil {
      return Failure(.shallowClone(missing: revision))
    }
    return Failure(.unknownRevision(revision, known: names))
  }

  /// The names of all branches and tags.
  private func names() throws(Failure) -> [String] {
    let lines = try output([
      "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags",
    ])
    return String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  // MARK: The main branch

  /// Where the main branch is looked for, the first place first.
  private static let mainBranches = [
    (reference: "refs/remotes/origin/HEAD", name: "origin/HEAD"),
    (reference: "refs/remotes/origin/main", name: "origin/main"),
    (reference: "refs/remotes/origin/master", name: "origin/master"),
    (reference: "refs/heads/main", name: "main"),
    (reference: "refs/heads/master", name: "master"),
  ]

  private func mainBranch() throws(Failure) -> (name: String, hash: String)? {
    let format = "--format=%(refname) %(objectname) %(symref:short)"
    let lines = try output(["for-each-ref", format] + Git.mainBranches.map(\.reference))
    let known = String(decoding: lines, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: " ")
    }
    for branch in Git.mainBranches {
      guard let fields = known.first(where: { $0.first.map(String.init) == branch.reference }),
        fields.count >= 2
      else { continue }
      return (fields.count > 2 ? String(fields[2]) : branch.name, String(fields[1]))
    }
    return nil
  }
}
