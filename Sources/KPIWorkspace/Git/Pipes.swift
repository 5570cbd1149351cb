#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The three streams between this process and a program that it runs: the near ends are here, the far ends there.
struct Pipes {
  struct Ends {
    let near: Int32
    let far: Int32
  }

  let input: Ends
  let output: Ends
  let errors: Ends

  /// `nil` when the system has no more to give; `errno` says why.
  init?() {
    guard let input = Self.socket() else { return nil }
    guard let output = Self.pipe() else {
      Self.close([input])
      return nil
    }
    guard let errors = Self.pipe() else {
      Self.close([input, output])
      return nil
    }
    (self.input, self.output, self.errors) = (input, output, errors)
  }

  func closeFarEnds() { for ends in [input, output, errors] { systemClose(ends.far) } }

  func closeNearEnds() { for ends in [input, output, errors] { systemClose(ends.near) } }

  private static func close(_ all: [Ends]) {
    let code = errno
    for ends in all {
      systemClose(ends.near)
      systemClose(ends.far)
    }
    errno = code
  }

  private static func pipe() -> Ends? {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { return nil }
    return prepared(near: ends[0], far: ends[1])
  }

  /// Writing to a pipe that nobody reads any more stops the process; a socket can be told to say so instead.
  private static func socket() -> Ends? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return prepared(near: ends[0], far: ends[1])
  }

  /// Ends that no other program inherits, away from the numbers of the standard streams, the near one never
  /// keeping its reader or writer waiting.
  private static func prepared(near: Int32, far: Int32) -> Ends? {
    let moved = Ends(near: movedUp(near), far: movedUp(far))
    guard moved.near >= 0, moved.far >= 0, fcntl(moved.near, F_SETFL, O_NONBLOCK) == 0 else {
      close([moved])
      return nil
    }
    return moved
  }

  private static func movedUp(_ descriptor: Int32) -> Int32 {
    if descriptor > STDERR_FILENO {
      return fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 ? descriptor : -1
    }
    defer { systemClose(descriptor) }
    return fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
  }
}

/// Sends a program its input and takes its two outputs as they come, so that neither side waits for the other.
struct Exchange {
  private let pipes: Pipes
  /// More than this is no answer to any question asked here.
  private static let largestOutput = 1 << 30

  init(_ pipes: Pipes) { self.pipes = pipes }

  /// What the program wrote until it closed its outputs; `nil` when it was too much.
  func run(sending input: [UInt8]) -> (output: [UInt8], errors: [UInt8])? {
    var (output, errors): ([UInt8], [UInt8]) = ([], [])
    var sent = 0
    var (inputOpen, outputOpen, errorsOpen) = (true, true, true)
    defer {
      if inputOpen { systemClose(pipes.input.near) }
      if outputOpen { systemClose(pipes.output.near) }
      if errorsOpen { systemClose(pipes.errors.near) }
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while outputOpen || errorsOpen {
      if inputOpen, sent == input.count {
        systemClose(pipes.input.near)
        inputOpen = false
      }
      // A negative number stands for a stream that is closed already.
      var waiting = [
        pollfd(fd: inputOpen ? pipes.input.near : -1, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputOpen ? pipes.output.near : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorsOpen ? pipes.errors.near : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, nfds_t(waiting.count), -1) >= 0 else {
        if errno == EINTR { continue }
        return nil
      }
      if waiting[0].revents != 0, !Self.send(input, &sent, to: pipes.input.near) {
        // The program wants no more of it.
        systemClose(pipes.input.near)
        inputOpen = false
      }
      if waiting[1].revents != 0, !Self.take(&output, &buffer, from: pipes.output.near) {
        systemClose(pipes.output.near)
        outputOpen = false
      }
      if waiting[2].revents != 0, !Self.take(&errors, &buffer, from: pipes.errors.near) {
        systemClose(pipes.errors.near)
        errorsOpen = false
      }
      if output.count > Self.largestOutput || errors.count > Self.largestOutput { return nil }
    }
    return (output, errors)
  }

  /// Whether the stream is still open.
  private static func send(_ input: [UInt8], _ sent: inout Int, to descriptor: Int32) -> Bool {
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    let count = input.withUnsafeBytes { bytes in
      bytes.baseAddress.map { systemSend(descriptor, $0 + sent, bytes.count - sent, flags) } ?? 0
    }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    sent += count
    return true
  }

  /// Whether the stream is still open.
  private static func take(
    _ output: inout [UInt8], _ buffer: inout [UInt8], from descriptor: Int32
  ) -> Bool {
    let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    output += buffer[..<count]
    return count > 0
  }
}

// The system's calls have the names of functions here.
private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
@discardableResult private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func systemSend(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int, _ flags: Int32
) -> Int { send(descriptor, bytes, count, flags) }
private func systemRead(
  _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int { read(descriptor, bytes, count) }
