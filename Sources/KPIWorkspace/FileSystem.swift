#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The only door to the file system for specifications; data files are read by `KPITable`.
package enum FileSystem {
  /// Why a path could not be read or written, in the system's words.
  package struct Failure: Error, Hashable, Sendable {
    package let path: String
    package let reason: String
  }

  package enum Kind: Hashable, Sendable {
    case file, folder, other
  }

  /// What a path is, links followed; `nil` when nothing is there.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  package static func currentFolder() -> String {
    guard let buffer = getcwd(nil, 0) else { return "." }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  // MARK: Reading

  /// The bytes of a file.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw Failure(path: path, reason: "it is a folder") }
    let size = Int(status.st_size)
    guard size <= largestFile else { throw tooLarge(path) }
    // A pipe has no size, and a file may grow while it is read: read until the end in any case.
    var bytes = [UInt8](repeating: 0, count: max(size + 1, 4096))
    var count = 0
    while true {
      let read = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { systemRead(descriptor, $0 + count, buffer.count - count) } ?? 0
      }
      if read < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if read == 0 { break }
      count += read
      guard count <= largestFile else { throw tooLarge(path) }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeSubrange(count...)
    return bytes
  }

  /// A specification is text that people read; a file of this size is not one.
  static let largestFile = 256 << 20

  private static func tooLarge(_ path: String) -> Failure {
    Failure(path: path, reason: "it is larger than 256 MiB")
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)).lowercasedFirst)
  }

  /// The names in a folder, sorted.
  package static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw failure(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Tells two paths to one folder apart from two folders.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  package static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
  }

  // MARK: Writing

  /// Writes a new file and the folders above it; an existing file is left alone and reported.
  package static func create(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    try createFolder(parent(of: path))
    try write(path, bytes, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
  }

  /// Writes a file, in place of the one that may be there.
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    try write(path, bytes, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
  }

  private static func write(_ path: String, _ bytes: [UInt8], flags: Int32) throws(Failure) {
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { systemWrite(descriptor, $0 + written, buffer.count - written) }
          ?? 0
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      written += count
    }
  }

  package static func removeFile(_ path: String) throws(Failure) {
    guard unlink(path) == 0 else { throw failure(path) }
  }

  package static func createFolder(_ path: String) throws(Failure) {
    guard !path.isEmpty, kind(of: path) == nil else { return }
    try createFolder(parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  // MARK: Paths

  /// The folder that holds a path; empty for a bare name.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A path seen from a folder; an absolute one stays as it is.
  package static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}

// `read` and `write` are also names of this type's own functions.
private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int
) -> Int { read(descriptor, buffer, count) }

private func systemWrite(
  _ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int
) -> Int { write(descriptor, buffer, count) }

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
