#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes that a gzip file stands for; several members one after the other count as one file.
final class GzipBytes: ByteSource {
  private let source: ByteSource
  private let library: Zlib
  private let stream: UnsafeMutablePointer<Zlib.Stream>
  private let input: UnsafeMutableRawBufferPointer
  private var isInputAtEnd = false
  private var isAtEnd = false
  /// Whether the last member is complete, so that the file may end here.
  private var isBetweenMembers = false

  init(_ source: ByteSource) throws(FileFailure) {
    guard let library = Zlib.shared else { throw .noDecompressor }
    self.source = source
    self.library = library
    stream = .allocate(capacity: 1)
    stream.initialize(to: Zlib.Stream())
    input = .allocate(byteCount: 1 << 16, alignment: 16)
    super.init()
    guard library.begin(stream) else { throw .noDecompressor }
  }

  deinit {
    library.end(stream)
    stream.deallocate()
    input.deallocate()
  }

  override func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    var filled = 0
    while filled < buffer.count, !isAtEnd {
      if stream.pointee.inputCount == 0, !isInputAtEnd {
        let count = try source.read(into: input)
        isInputAtEnd = count < input.count
        stream.pointee.input = input.baseAddress
        stream.pointee.inputCount = UInt32(count)
      }
      if stream.pointee.inputCount == 0, isBetweenMembers {
        isAtEnd = true
        break
      }
      let room = min(buffer.count - filled, 1 << 30)
      stream.pointee.output = base + filled
      stream.pointee.outputCount = UInt32(room)
      let outcome = library.inflate(stream)
      let made = room - Int(stream.pointee.outputCount)
      filled += made
      switch outcome {
      case .progress:
        isBetweenMembers = false
        if made == 0, stream.pointee.inputCount == 0, isInputAtEnd { throw .damagedCompression }
      case .endOfMember:
        isBetweenMembers = true
        guard library.restart(stream) else { throw .damagedCompression }
      case .damaged:
        throw .damagedCompression
      }
    }
    return filled
  }
}

/// The four functions of zlib that reading takes, found when a compressed file is first opened.
///
/// Linking the library would make every start pay for it and the program fail where it is missing.
final class Zlib: @unchecked Sendable {
  /// The layout of `z_stream`.
  struct Stream {
    var input: UnsafeMutableRawPointer?
    var inputCount: UInt32 = 0
    var totalInput: UInt = 0
    var output: UnsafeMutableRawPointer?
    var outputCount: UInt32 = 0
    var totalOutput: UInt = 0
    var message: UnsafePointer<CChar>?
    var state: OpaquePointer?
    var allocate: OpaquePointer?
    var release: OpaquePointer?
    var context: OpaquePointer?
    var dataType: Int32 = 0
    var checksum: UInt = 0
    var reserved: UInt = 0
  }

  enum Outcome { case progress, endOfMember, damaged }

  private typealias Start =
    @convention(c) (
      UnsafeMutableRawPointer, Int32, UnsafePointer<CChar>, Int32
    ) -> Int32
  private typealias Step = @convention(c) (UnsafeMutableRawPointer, Int32) -> Int32
  private typealias Plain = @convention(c) (UnsafeMutableRawPointer) -> Int32

  private let start: Start
  private let step: Step
  private let reset: Plain
  private let finish: Plain

  static let shared: Zlib? = Zlib()

  private init?() {
    let names = ["libz.so.1", "libz.so", "libz.1.dylib", "libz.dylib"]
    guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first,
      let start = dlsym(handle, "inflateInit2_"), let step = dlsym(handle, "inflate"),
      let reset = dlsym(handle, "inflateReset"), let finish = dlsym(handle, "inflateEnd")
    else { return nil }
    self.start = unsafeBitCast(start, to: Start.self)
    self.step = unsafeBitCast(step, to: Step.self)
    self.reset = unsafeBitCast(reset, to: Plain.self)
    self.finish = unsafeBitCast(finish, to: Plain.self)
  }

  func begin(_ stream: UnsafeMutablePointer<Stream>) -> Bool {
    // 15 bits of window, plus 16 for the gzip format; the library checks the version and the layout.
    start(stream, 15 + 16, "1.2.11", Int32(MemoryLayout<Stream>.size)) == 0
  }

  func inflate(_ stream: UnsafeMutablePointer<Stream>) -> Outcome {
    switch step(stream, 0) {
    // The library says "buffer error" when it can do nothing now; that is no damage.
    case 0, -5: .progress
    case 1: .endOfMember
    default: .damaged
    }
  }

  func restart(_ stream: UnsafeMutablePointer<Stream>) -> Bool { reset(stream) == 0 }
  func end(_ stream: UnsafeMutablePointer<Stream>) { _ = finish(stream) }
}
