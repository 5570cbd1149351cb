#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where paths lead, seen from each other.
extension FileSystem {
  /// The path without `.`, `..` and doubled slashes; links are not looked at.
  package static func normal(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." {
        names.removeLast()
      } else if name != ".." || !path.hasPrefix("/") {
        names.append(name)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
  }

  /// The path with all links followed; `nil` when nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// A path as seen from a folder that it lies in, empty for the folder itself; both in their normal form.
  package static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    if folder.isEmpty { return path.hasPrefix("/") ? nil : path }
    let start = folder == "/" ? folder : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }

  /// The innermost folder that holds all of these; all in their normal form.
  static func commonFolder(_ folders: [String]) -> String {
    guard var common = folders.first else { return "" }
    for folder in folders {
      while relative(folder, to: common) == nil, !common.isEmpty { common = parent(of: common) }
    }
    return common
  }
}
