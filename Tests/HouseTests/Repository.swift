import Foundation

/// The project's own files, for the tests that hold them to the rules of the house.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The text files below a folder with one of the extensions, by path from the root, in order.
  static func files(in folder: String, withExtensions extensions: Set<String>) -> [File] {
    let found = FileManager.default.enumerator(atPath: root + "/" + folder)?.allObjects
    return (found as? [String] ?? []).sorted().compactMap { path in
      guard extensions.contains(URL(fileURLWithPath: path).pathExtension) else { return nil }
      return file(folder + "/" + path)
    }
  }

  static func file(_ path: String) -> File? {
    FileManager.default.contents(atPath: root + "/" + path).map {
      File(path: path, text: String(decoding: $0, as: UTF8.self))
    }
  }

  /// The names in a folder, in order.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)) ?? []).sorted()
  }

  static let sources = files(in: "Sources", withExtensions: ["swift"])

  struct File: Sendable {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The folder below `Sources` or `Tests`: the module.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }
}
