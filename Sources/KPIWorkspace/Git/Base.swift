import KPIDiagnostics
package import KPISource

/// The specification files of a project as they were at another place or time, to compare with.
package enum Base {
  package struct Found: Sendable {
    /// What the files were found in, for people: `main (3f2a1c9)`, `3f2a1c9, where this branch left main`, a path.
    package let title: String
    /// None when there was no specification then: all that there is now is new.
    package let files: [SourceText]
    /// The folder that the paths of data files start from: today's, since data has no versions.
    package let root: String
    /// The project's folder at the time, where it had another name; from the top of the repository.
    package let formerFolder: String?
  }

  /// Finds the files of the same project elsewhere, under the paths that `Discovery` gives them now.
  ///
  /// `text` is a revision of the repository that the project is in, a folder, a `.kpi` file or a bundle
  /// (`FILE.bundle`, `FILE.bundle#BRANCH`). A branch that went on meanwhile stands for the commit at which the work here
  /// left it; the id of a commit stands for itself. Without `text` the base is the commit at which the work on this branch
  /// began. `paths` and `folder` are what `Discovery.find` was given, and `root` is what it answered.
  package static func find(
    _ text: String?, for root: String, paths: [String], from folder: String,
    searchPath: String? = nil
  ) -> Result<Found, Git.Failure> {
    let project = BaseProject(
      root: root, starts: Discovery.starts(paths, from: folder), folder: folder,
      searchPath: searchPath)
    return Result { () throws(Git.Failure) in
      guard let text else {
        return try project.atCommit { git throws(Git.Failure) in try git.mergeBase() }
      }
      switch Place(text, from: folder) {
      case .file(let path): return try project.inFile(text, path)
      case .folder(let path): return try project.inFolder(text, path)
      case .bundle(let bundle): return try project.inBundle(bundle)
      case .missing:
        throw Git.Failure(.unreadableFile(text, reason: "there is no such file or folder"))
      case .revision(let other):
        do throws(Git.Failure) {
          return try project.atCommit { git throws(Git.Failure) in try git.base(text) }
        } catch {
          // A word may be the name of a branch or of a folder; the branch goes first.
          guard let other else { throw error }
          return try project.inFolder(text, other)
        }
      }
    }
  }

  /// What a text can mean.
  private enum Place {
    case file(String)
    case folder(String)
    case bundle(Bundle)
    /// The text has the form of a path, and nothing is there.
    case missing
    /// A revision, or else the folder of this name.
    case revision(orFolder: String?)

    init(_ text: String, from folder: String) {
      if let bundle = Bundle(text, from: folder) {
        self = .bundle(bundle)
        return
      }
      let path = FileSystem.join(folder, text)
      let kind = FileSystem.kind(of: path)
      let isPath =
        text == "." || ["/", "./", "../"].contains { text.hasPrefix($0) } || text == ".."
      if isPath || text.hasSuffix(".kpi") || text.hasSuffix(".bundle") {
        switch kind {
        case .folder: self = .folder(path)
        case .file, .other: self = .file(path)
        case nil: self = .missing
        }
      } else {
        self = .revision(orFolder: kind == .folder ? path : nil)
      }
    }
  }
}
