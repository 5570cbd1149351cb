import KPIText

/// Findings about the state of a specification that another is compared with.
extension Rule {
  package static let revisions: [Rule] = [
    .gitNotInstalled, .notARepository, .unknownRevision, .nothingToCompare, .shallowClone,
    .gitFailed, .unreadableBundle,
  ]

  package static let gitNotInstalled = Rule(
    code: "KPI9021", name: "git-not-installed", severity: .error,
    title: "The program git is needed and not there",
    explanation: """
      What a specification said earlier is kept by git, the program that records the versions of files. It is \
      not installed on this machine, or the shell does not know where. Install it from `git-scm.com` or with the \
      system's package manager, or compare with a folder: `kpi diff --against DIR` needs no git.
      """,
    example: .project(
      files: [.init("kpis/main.kpi", sample)], command: "diff kpis", around: .withoutGit),
    mended: folders)

  package static let notARepository = Rule(
    code: "KPI9022", name: "not-a-repository", severity: .error,
    title: "The folder is not kept in git",
    explanation: """
      To say what changed, two states are compared: the files as they are now, and as git recorded them \
      earlier. This folder is in no git repository, so nothing earlier is recorded. Begin one with `git init`, \
      or name another folder with the earlier files: `kpi diff --against DIR`.
      """,
    example: .project(
      files: [.init("kpis/main.kpi", sample)], command: "diff kpis"),
    mended: folders)

  package static let unknownRevision = Rule(
    code: "KPI9023", name: "unknown-revision", severity: .error,
    title: "There is no such state to compare with",
    explanation: """
      `--against` takes a branch, a tag or another revision of the git repository, a folder, a `.kpi` file or a \
      git bundle, and what was given is none of them. A branch that exists only on the server has \
      to be fetched first: `git fetch origin BRANCH`, then `--against origin/BRANCH`.
      """,
    example: .project(
      files: [.init("kpis/main.kpi", sample)], command: "diff kpis --against mian",
      around: .newRepository),
    mended: folders)

  package static let nothingToCompare = Rule(
    code: "KPI9024", name: "nothing-to-compare", severity: .error,
    title: "It is not clear what to compare with",
    explanation: """
      Without `--against` a specification is compared with the last state that it has in common with the main \
      branch, which is `origin/HEAD`, `origin/main`, `origin/master`, `main` or `master`, the first that \
      there is. Here there is none, or nothing has been committed yet, or the two have no past in \
      common. Say what to compare with: `kpi diff --against BRANCH` or `kpi diff --against DIR`.
      """,
    example: .project(
      files: [.init("kpis/main.kpi", sample)], command: "diff kpis", around: .newRepository),
    mended: folders)

  package static let shallowClone = Rule(
    code: "KPI9025", name: "shallow-clone", severity: .error,
    title: "Only the latest part of the history was fetched",
    explanation: """
      Build servers often fetch only the last commit of a repository and leave out what came before, to \
      save time: a *shallow clone*. The state to compare with is then not on the machine. Fetch all of the \
      history: on GitHub with `fetch-depth: 0` below `with:` of the step `actions/checkout`, on GitLab with the \
      variable `GIT_DEPTH: 0`, elsewhere with `git fetch --unshallow`.
      """,
    example: .project(
      files: [.init("kpis/main.kpi", sample)], command: "diff kpis", around: .shallowClone),
    mended: folders)

  package static let gitFailed = Rule(
    code: "KPI9026", name: "git-failed", severity: .error,
    title: "Git did not answer",
    explanation: """
      The program git was asked about the repository and refused. Its own words are part of the message. \
      `git status` in the same folder often says more. In a container the usual reason is that the files belong \
      to another user; `git config --global --add safe.directory DIR` tells git that this is meant.
      """,
    example: .project(
      files: [.init("kpis/main.kpi", sample)], command: "diff kpis", around: .damagedRepository),
    mended: folders)

  package static let unreadableBundle = Rule(
    code: "KPI9027", name: "unreadable-bundle", severity: .error,
    title: "A bundle of earlier versions cannot be read",
    explanation: """
      A file whose name ends in `.bundle` is read as a git bundle: one file with the history of a \
      repository in it, made with `git bundle create FILE.bundle BRANCH`. This one is damaged, is something else, or \
      holds only the newest commits and relies on older ones, as it does when it is made with `A..B`. Make it again \
      from a whole branch.
      """,
    example: .project(
      files: [
        .init("kpis/main.kpi", sample), .init("before.bundle", "not a bundle\n"),
      ], command: "diff kpis --against before.bundle"),
    mended: folders)

  private static let sample = "company \"Shop\"\n"

  private static let folders = Example.project(
    files: [.init("kpis/main.kpi", sample), .init("before/main.kpi", sample)],
    command: "diff kpis --against before")
}

extension Diagnostic {
  package static func gitNotInstalled() -> Diagnostic {
    Diagnostic(
      .gitNotInstalled, "the program `git`, which keeps the earlier versions, is not installed",
      at: .none, help: "Install git, or compare with a folder: `kpi diff --against DIR`.")
  }

  package static func notARepository(_ folder: String) -> Diagnostic {
    Diagnostic(
      .notARepository, "`\(folder)` is not in a git repository, so no earlier version is recorded",
      at: .none, help: "Compare with a folder instead: `kpi diff --against DIR`.")
  }

  package static func unknownRevision(_ revision: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownRevision, "there is no branch, tag, revision or folder `\(revision)`", at: .none,
      help: suggestion(forRevision: revision, among: known)
        ?? "`git branch --all` lists the branches that are known here.")
  }

  /// A branch that is on the server only goes first: `origin/main` for `main`.
  package static func suggestion(
    forRevision revision: String, among known: [String]
  ) -> String? {
    let remote = known.first { $0.hasSuffix("/" + revision) }
    return remote.map { "Did you mean `\($0)`?" } ?? suggestion(for: revision, among: known)
  }

  package static func nothingCommitted() -> Diagnostic {
    Diagnostic(
      .nothingToCompare, "nothing has been committed to this repository yet", at: .none,
      help: "Commit the files first, or compare with a folder: `kpi diff --against DIR`.")
  }

  package static func noMainBranch(_ names: [String], branches: [String]) -> Diagnostic {
    let list = TextFlow.list(names.map { "`\($0)`" }, "or")
    let first = branches.prefix(3).map { "`\($0)`" }
    return Diagnostic(
      .nothingToCompare, "the repository has no main branch: there is no \(list)", at: .none,
      help: "Say what to compare with: `kpi diff --against BRANCH`"
        + (first.isEmpty ? "." : ", such as \(TextFlow.list(first, "or"))."))
  }

  package static func noSpecification(toCompareWith folder: String) -> Diagnostic {
    Diagnostic(
      .nothingToCompare, "there is no `.kpi` file in `\(folder)`", at: .none,
      help: "Name the folder that the specification was in: `kpi diff --against FOLDER`.")
  }

  package static func noCommonHistory(with branch: String) -> Diagnostic {
    Diagnostic(
      .nothingToCompare, "this branch and `\(branch)` have no past in common", at: .none,
      help: "Say what to compare with: `kpi diff --against \(branch)`.")
  }

  /// `missing` is the revision that was asked for; without one it is the state that the work began from.
  package static func shallowClone(missing: String?) -> Diagnostic {
    let what = missing.map { "`\($0)`" } ?? "the state to compare with"
    return Diagnostic(
      .shallowClone,
      "\(what) is not on this machine: only the latest part of the history was fetched", at: .none,
      help: """
        Fetch all of it: `fetch-depth: 0` for `actions/checkout` on GitHub, `GIT_DEPTH: 0` on GitLab, \
        `git fetch --unshallow` elsewhere.
        """)
  }

  package static func unknownRevision(
    _ revision: String, inBundle file: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .unknownRevision, "`\(file)` holds no branch or tag `\(revision)`", at: .none,
      help: suggestion(for: revision, among: known) ?? list(known))
  }

  package static func severalBranches(inBundle text: String, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .nothingToCompare,
      "`\(text)` holds \(TextFlow.count(names.count, "branch", plural: "branches"))",
      at: .none,
      help: "Say which one is meant, as in `\(text)#\(names.first ?? "main")`. \(list(names))")
  }

  /// The first of the names that there are, in a sentence.
  private static func list(_ names: [String]) -> String {
    let some = names.prefix(8).map { "`\($0)`" }
    return "It holds \(TextFlow.list(some, "and"))\(names.count > 8 ? ", and more" : "")."
  }

  package static func unreadableBundle(_ text: String, reason: String) -> Diagnostic {
    Diagnostic(
      .unreadableBundle, "`\(text)` cannot be read as a git bundle: \(reason)", at: .none,
      help: "`git bundle create FILE.bundle main` makes one.")
  }

  package static func gitFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      .gitFailed, "git did not answer: \(reason)", at: .none,
      help: "`git status` in the same folder may say more.")
  }

  /// Git does not read what another user could have prepared.
  package static func foreignRepository(_ folder: String) -> Diagnostic {
    Diagnostic(
      .gitFailed, "git does not trust the repository, since its files belong to another user",
      at: .none,
      help: "If that is meant, say so to git: `git config --global --add safe.directory \(folder)`."
    )
  }
}
