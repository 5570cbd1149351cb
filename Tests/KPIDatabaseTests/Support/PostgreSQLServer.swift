import Foundation

@testable import KPIDatabase

/// A server of PostgreSQL that the tests have for themselves, on this machine only, in a temporary folder.
final class PostgreSQLServer: Sendable {
  static let shared = Engines.postgresql == nil ? nil : PostgreSQLServer()
  static let password = "open-sesame-\(UInt32.random(in: 1000..<9999))"

  let port: Int
  private let folder: String
  private let programs: String

  private init?() {
    guard let programs = PostgreSQLServer.programs, let port = TCPListener.freePort() else {
      return nil
    }
    self.programs = programs
    self.port = port
    folder = TestFolder.shared.path + "/postgres"
    // The server refuses to run as the superuser.
    let user = PostgreSQLServer.isSuperuser ? "postgres" : NSUserName()
    guard let passwords = try? TestFolder.shared.write(PostgreSQLServer.password, to: "password")
    else { return nil }
    let made = PostgreSQLServer.run(
      """
      mkdir -p '\(folder)' && chown '\(user)' '\(folder)' &&
      \(PostgreSQLServer.prefix) '\(programs)/initdb' -D '\(folder)/data' -U kpi -A scram-sha-256 \
        --pwfile='\(passwords)' -E UTF8 --locale=C --no-sync &&
      cd '\(folder)' && (\(PostgreSQLServer.prefix) timeout 900 '\(programs)/postgres' -D '\(folder)/data' -p \(port) \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories='\(folder)' -c fsync=off \
        >log 2>&1 </dev/null &)
      for i in $(seq 300); do
        '\(programs)/pg_isready' -q -h 127.0.0.1 -p \(port) && exit 0
        sleep 0.1
      done
      exit 1
      """)
    guard made == 0 else { return nil }
    atexit { PostgreSQLServer.shared?.stop() }
  }

  func address(password: String = PostgreSQLServer.password, database: String = "postgres")
    -> String
  {
    "postgresql://kpi:\(password)@127.0.0.1:\(port)/\(database)"
  }

  private func stop() {
    _ = PostgreSQLServer.run(
      "\(PostgreSQLServer.prefix) '\(programs)/pg_ctl' stop -m immediate -D '\(folder)/data'")
  }

  private static func run(_ script: String) -> Int32 {
    Tool.run("cd /; { \(script)\n} >/dev/null 2>&1")
  }

  private static let isSuperuser = geteuid() == 0
  private static let prefix = isSuperuser ? "runuser -u postgres --" : ""

  /// The folder of the newest server.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = versions.compactMap(Int.init).sorted(by: >).map { "\(root)/\($0)/bin" }
    let found = folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    return found ?? Tool.path("initdb").map { String($0.dropLast("/initdb".count)) }
  }()
}

/// A server that takes a connection and then does what it likes.
final class TCPListener: Sendable {
  let port: Int

  /// Answers each connection with some bytes and hangs up, or says nothing and holds it.
  init?(answering bytes: [UInt8]?) {
    guard let (socket, port) = TCPListener.listen() else { return nil }
    self.port = port
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0, let bytes else { continue }
        var waiting = [UInt8](repeating: 0, count: 64)
        _ = read(connection, &waiting, 64)
        _ = bytes.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
        close(connection)
      }
    }
  }

  /// A port that nobody listens at, at the moment.
  static func freePort() -> Int? {
    guard let (socket, port) = listen() else { return nil }
    close(socket)
    return port
  }

  private static func listen() -> (socket: Int32, port: Int)? {
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && Foundation.listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { return nil }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }
}
