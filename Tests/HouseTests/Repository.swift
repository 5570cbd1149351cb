import KPIWorkspace
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of the repository that the tests were built from.
enum Repository {
  static let folder: String = {
    var parts = #filePath.split(separator: "/").dropLast(3)
    if parts.isEmpty { parts = ["."] }
    return "/" + parts.joined(separator: "/")
  }()

  static func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(folder + "/" + path), as: UTF8.self)
  }

  /// The Swift files below a folder, by their paths in the repository.
  static func swiftFiles(below path: String) throws -> [String] {
    try FileSystem.names(in: folder + "/" + path).flatMap { name -> [String] in
      let child = path + "/" + name
      if FileSystem.kind(of: folder + "/" + child) == .folder {
        return try swiftFiles(below: child)
      }
      return name.hasSuffix(".swift") ? [child] : []
    }
  }

  /// Compares a generated file with the one in the repository, or writes it where `UPDATE_GOLDEN` is set.
  static func expect(_ text: String, at path: String) throws {
    if getenv("UPDATE_GOLDEN") != nil {
      let current = try? Repository.text(path)
      if current == nil {
        try FileSystem.create(folder + "/" + path, Array(text.utf8))
      } else if current != text {
        try FileSystem.replace(folder + "/" + path, Array(text.utf8))
      }
      return
    }
    let current = try? Repository.text(path)
    #expect(current == text, "\(path) is out of date: UPDATE_GOLDEN=1 swift test rewrites it")
  }
}
