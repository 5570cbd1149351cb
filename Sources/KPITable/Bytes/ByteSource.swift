#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that are read once from their start to their end.
class ByteSource {
  /// Whether no bytes at all are no rows, rather than a file that was not written.
  var mayBeEmpty: Bool { false }

  /// Fills the buffer as far as bytes are left; fewer than asked means that the end is reached.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int { 0 }

  /// Opens the place where a table's rows are.
  static func opened(at location: TableLocation) throws(FileFailure) -> ByteSource {
    switch location {
    case .nowhere: throw .nowhere
    case .stream(let stream, _): return StreamBytes(try stream.open())
    case .rows(let bytes, let display): return try unpacked(MemoryBytes(bytes), display)
    case .file(let path, _): return try unpacked(FileBytes(path: path), path)
    }
  }
}

extension ByteSource {
  private static func unpacked(
    _ source: ByteSource, _ name: String
  ) throws(FileFailure) -> ByteSource {
    name.lowercased().hasSuffix(".gz") ? try GzipBytes(source) : source
  }
}

/// Bytes that the caller holds.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  override func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}

/// Bytes that are made as they are asked for.
final class StreamBytes: ByteSource {
  private let next: RowStream.Next
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  init(_ next: @escaping RowStream.Next) { self.next = next }

  override var mayBeEmpty: Bool { true }

  override func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      if rest.isEmpty {
        guard !isAtEnd, let bytes = try next() else {
          isAtEnd = true
          break
        }
        rest = bytes[...]
      }
      let count = min(buffer.count - filled, rest.count)
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count])
        .copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      filled += count
    }
    return filled
  }
}

/// A file, read through a buffer of the caller's: mapping it would cost a fault for every page and let
/// the file's size be counted as memory.
final class FileBytes: ByteSource {
  private let descriptor: Int32

  init(path: String) throws(FileFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    super.init()
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(FileBytes.reason())
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(FileBytes.reason()) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  override func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var filled = 0
    while filled < buffer.count {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, base + filled, buffer.count - filled)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, base + filled, buffer.count - filled)
      #elseif canImport(Darwin)
        let count = Darwin.read(descriptor, base + filled, buffer.count - filled)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(FileBytes.reason())
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private static func reason() -> String {
    strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  }
}
