#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileSystem {
  /// A new, empty folder where the system keeps what is soon gone; whoever asks for it removes it.
  static func newTemporaryFolder() throws(Failure) -> String {
    let holder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    // The system puts six letters of its own in their place.
    let name = "kpi-" + String(repeating: "X", count: 6)
    var template = Array(join(holder, name).utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(path: holder, reason: String(cString: strerror(errno)))
    }
    return String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a file, or a folder and all that is in it; links are removed, not followed.
  static func remove(_ path: String) {
    guard unlink(path) != 0, let names = try? names(in: path) else { return }
    for name in names { remove(join(path, name)) }
    rmdir(path)
  }
}
