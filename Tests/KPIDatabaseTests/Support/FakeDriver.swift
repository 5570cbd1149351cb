import Foundation

@testable import KPIDatabase

/// The driver of `FakeDriver/fake.c`, compiled into a temporary folder; absent where there is no C compiler.
enum FakeDriver {
  /// The usual driver.
  static let path = library("libadbc_driver_fake")

  /// A driver compiled with some of the faults that the file knows: `NAME=VALUE` or `NAME`.
  static func library(_ name: String, with definitions: [String] = []) -> String? {
    guard let compiler else { return nil }
    let library = TestFolder.shared.path + "/\(name).so"
    let flags = definitions.map { "-D" + $0 }.joined(separator: " ")
    let command =
      "'\(compiler)' -shared -fPIC -O1 -I '\(root)/Sources/CADBC/include' \(flags) '\(source)' -o '\(library)'"
    return Tool.run(command) == 0 ? library : nil
  }

  static let isAvailable = path != nil

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  private static let source = root + "/Tests/KPIDatabaseTests/FakeDriver/fake.c"
  private static let compiler = ["cc", "clang", "gcc"].lazy.compactMap(Tool.path).first

  /// How many things the driver has given out and not got back.
  static var live: Int {
    guard let path, let library = dlopen(path, RTLD_NOW), let symbol = dlsym(library, "fake_live")
    else { return -1 }
    return Int(unsafeBitCast(symbol, to: (@convention(c) () -> Int32).self)())
  }
}

/// A folder that is gone when the tests are over.
final class TestFolder: Sendable {
  static let shared = TestFolder()
  let path: String

  private init() {
    path = NSTemporaryDirectory() + "kpi-database-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // Another user runs the server that has its files here.
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    atexit { try? FileManager.default.removeItem(atPath: TestFolder.shared.path) }
  }

  func write(_ text: String, to name: String) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}

/// Programs of the machine.
enum Tool {
  /// Where a program is; absent where it is not installed.
  static func path(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  /// Runs a command line, and tells how it ended.
  ///
  /// A server that it leaves behind must hold nothing that others wait for, so everything but the usual three files is
  /// closed first, and nothing is read from it.
  static func run(_ command: String) -> Int32 {
    let closing =
      "for f in /proc/self/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done 2>/dev/null"
    var process = pid_t()
    let arguments = ["bash", "-c", closing + "; " + command]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    guard posix_spawn(&process, "/bin/bash", nil, nil, &pointers, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
