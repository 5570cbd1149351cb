import KPISource

/// Folders and files as they are on the disk, or as they were at another time.
package protocol FileTree {
  associatedtype Identity: Hashable

  /// What a path is, links followed; `nil` when nothing is there.
  func kind(of path: String) -> FileSystem.Kind?
  /// Tells two paths to one folder apart from two folders.
  func identity(of path: String) -> Identity?
  /// The names in a folder, sorted.
  func names(in folder: String) throws(FileSystem.Failure) -> [String]
  /// The bytes of files, one result for each.
  func contents(of paths: [String]) -> [Result<[UInt8], FileSystem.Failure>]
}

/// The files that are there now.
package struct Disk: FileTree {
  package init() {}

  package func kind(of path: String) -> FileSystem.Kind? { FileSystem.kind(of: path) }

  package func identity(of path: String) -> FileSystem.Identity? { FileSystem.identity(of: path) }

  package func names(in folder: String) throws(FileSystem.Failure) -> [String] {
    try FileSystem.names(in: folder)
  }

  package func contents(of paths: [String]) -> [Result<[UInt8], FileSystem.Failure>] {
    Workers.all.map(paths) { path in
      Result { () throws(FileSystem.Failure) in try FileSystem.read(path) }
    }
  }
}
