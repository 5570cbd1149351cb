import KPIModel
import KPIWorkspace

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Environment {
  /// The process's own surroundings: the one place where the program looks at the clock, the terminal and
  /// the environment's variables.
  package static var standard: Environment {
    Environment(
      currentFolder: workingFolder, today: localDay,
      output: FileSink(descriptor: STDOUT_FILENO), errors: FileSink(descriptor: STDERR_FILENO),
      outputTerminal: terminal(STDOUT_FILENO), errorTerminal: terminal(STDERR_FILENO),
      variables: { name in getenv(name).map { String(cString: $0) } },
      input: { () throws(FileSystem.Failure) in try FileSystem.read("/dev/stdin") })
  }

  private static var workingFolder: String {
    guard let text = getcwd(nil, 0) else { return "/" }
    defer { free(text) }
    return String(cString: text)
  }

  private static var localDay: Day {
    var now = time(nil)
    var local = tm()
    guard localtime_r(&now, &local) != nil else { return Day(Int(now) / 86_400) }
    return Day(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? Day(Int(now) / 86_400)
  }

  private static func terminal(_ descriptor: Int32) -> Terminal? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return Terminal(width: nil)
    }
    return Terminal(width: Int(size.ws_col))
  }
}

/// Writes to an open file of the process.
private final class FileSink: TextSink {
  private let descriptor: Int32
  private(set) var hasFailed = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var rest = buffer[...]
      while !rest.isEmpty, !hasFailed {
        let count = systemWrite(
          descriptor, UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rest)))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { hasFailed = true } else { rest = rest.dropFirst(count) }
      }
    }
  }
}

/// The system's call has the name of the sink's own function.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

extension Command {
  /// Runs the process's command line and ends the process.
  package static func runProcess() -> Never {
    let environment = Environment.standard
    let status = run(arguments: Array(CommandLine.arguments.dropFirst()), in: environment)
    withExtendedLifetime(environment) { exit(status) }
  }
}
