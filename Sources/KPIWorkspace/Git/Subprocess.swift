import Synchronization

// The variables of the process stand in a global of C.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Runs another program to its end and keeps what it wrote; no shell is involved.
package enum Subprocess {
  package struct Output: Sendable {
    package let bytes: [UInt8]
    package let errors: [UInt8]
    /// The exit status; 128 and the number of the signal for a program that was stopped by one.
    package let status: Int32
  }

  package enum Failure: Error, Hashable, Sendable {
    /// No folder of the search path has the program.
    case notInstalled
    /// The system's words for why it did not run.
    case notRun(String)
  }

  /// `searchPath` are the folders to look for the program in, as in `PATH`; `nil` means those of this process.
  /// `variables` are set for the program, or removed where they are `nil`; the others are this process's own.
  package static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], searchPath: String? = nil,
    variables: [String: String?] = [:]
  ) throws(Failure) -> Output {
    guard let path = find(program, in: searchPath ?? variable("PATH") ?? "") else {
      throw .notInstalled
    }
    let (child, exchange) = try start(
      path, [program] + arguments, environment: environment(changedBy: variables))
    let outcome = exchange.run(sending: input)
    // A program whose output nobody takes must not be waited for.
    if outcome == nil { kill(child, SIGKILL) }
    let status = wait(for: child)
    guard let outcome else { throw .notRun("its output is too large") }
    guard let status else { throw .notRun("the system did not say how it ended") }
    return Output(bytes: outcome.output, errors: outcome.errors, status: status)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func find(_ program: String, in searchPath: String) -> String? {
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let path = FileSystem.join(String(folder), program)
      if FileSystem.kind(of: path) == .file, access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// `NAME=value` for every variable of the program.
  private static func environment(changedBy changes: [String: String?]) -> [String] {
    #if canImport(Darwin)
      let variables = _NSGetEnviron().pointee
    #else
      let variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    #endif
    var entries: [String] = []
    var index = 0
    while let entry = variables?[index] {
      let text = String(cString: entry)
      let name = text.prefix { $0 != "=" }
      if !changes.keys.contains(String(name)) { entries.append(text) }
      index += 1
    }
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      if let value { entries.append("\(name)=\(value)") }
    }
    return entries
  }

  // MARK: Starting

  /// One program is started at a time, so that none inherits the open ends of another's pipes.
  private static let starting = Mutex(())

  private static func start(
    _ path: String, _ arguments: [String], environment: [String]
  ) throws(Failure) -> (child: pid_t, exchange: Exchange) {
    let result = starting.withLock { _ in
      Result { () throws(Failure) in
        guard let pipes = Pipes() else { throw .notRun(systemReason(errno)) }
        defer { pipes.closeFarEnds() }
        var child = pid_t()
        let error = spawn(&child, path, arguments, environment, pipes)
        guard error == 0 else {
          pipes.closeNearEnds()
          throw .notRun(systemReason(error))
        }
        return (child, Exchange(pipes))
      }
    }
    return try result.get()
  }

  private static func spawn(
    _ child: inout pid_t, _ path: String, _ arguments: [String], _ environment: [String],
    _ pipes: Pipes
  ) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let kept = Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let kept: Int16 = 0
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes.input.far, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.output.far, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, pipes.errors.far, STDERR_FILENO)
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The program begins with the signals of a shell's, whatever this process does with its own.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | kept)
    return withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawn(&child, path, &actions, &attributes, arguments, environment)
      }
    }
  }

  /// The texts as C has them, followed by nothing.
  private static func withCStrings<Value>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// `nil` where the system keeps no account of the programs that a process runs.
  private static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  private static func systemReason(_ error: Int32) -> String { String(cString: strerror(error)) }
}
