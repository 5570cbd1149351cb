import CADBC

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A driver that is loaded: its table of functions, which stays for as long as the program runs.
///
/// A library is never unloaded: some keep threads of their own.
package final class Driver: Sendable {
  /// The name it was asked for.
  package let name: String
  /// Where its library is, or the name that the system found it by.
  package let path: String
  package let profile: DriverProfile
  let functions: DriverFunctions

  /// Loads a library; `nil` where the system knows none of its name.
  init?(
    _ candidate: DriverFinder.Candidate, name: String, profile: DriverProfile
  ) throws(DatabaseError) {
    self.name = name
    self.profile = profile
    path = candidate.library
    guard let library = try Driver.open(candidate, name) else { return nil }
    let entry = try Driver.entry(of: library, candidate, profile, name)
    functions = try Driver.start(entry, path, name)
  }

  // MARK: Loading

  private static func open(
    _ candidate: DriverFinder.Candidate, _ name: String
  ) throws(DatabaseError) -> UnsafeMutableRawPointer? {
    let path = candidate.library
    if candidate.isFile {
      switch LibraryFile.look(path) {
      case .missing: throw DatabaseError(.driverNotFound(searched: [path]), driver: name)
      case .somethingElse: throw DatabaseError(.notALibrary(path: path), driver: name)
      case .cutOff: throw DatabaseError(.cutOff(path: path), driver: name)
      case .library(let found) where found != Platform.current.architecture:
        throw DatabaseError(
          .wrongArchitecture(
            path: path, found: found, needed: Platform.current.architecture), driver: name)
      case .library, .unknown: break
      }
    }
    // All symbols now: one that is missing would end the program later, in the middle of a call.
    if let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) { return library }
    let reason = CText.plain(CText.lastDynamicLoaderError())
    if reason.contains("Py") && reason.contains("undefined symbol") {
      throw DatabaseError(.pythonModule(path: path), driver: name)
    }
    if !candidate.isFile, isAbsence(reason, of: path) { return nil }
    throw DatabaseError(.notLoadable(path: path, reason: reason), driver: name)
  }

  /// Whether the system says that it has no library of a name, rather than that it cannot load it.
  private static func isAbsence(_ reason: String, of name: String) -> Bool {
    #if canImport(Darwin)
      return reason.contains("no such file") || reason.contains("image not found")
    #else
      return reason.hasPrefix(name + ":")
        && (reason.contains("No such file") || reason.contains("Error loading shared library"))
    #endif
  }

  private typealias Entry =
    @convention(c) (Int32, UnsafeMutableRawPointer?, UnsafeMutablePointer<AdbcError>?) ->
    AdbcStatusCode

  private static func entry(
    of library: UnsafeMutableRawPointer, _ candidate: DriverFinder.Candidate,
    _ profile: DriverProfile, _ name: String
  ) throws(DatabaseError) -> Entry {
    let entries =
      candidate.entry.map { [$0] }
      ?? [derivedEntry(candidate.library)] + profile.entries + [
        "AdbcDriverInit", "duckdb_adbc_init",
      ]
    for entry in entries {
      if let symbol = dlsym(library, entry) { return unsafeBitCast(symbol, to: Entry.self) }
    }
    throw DatabaseError(.notADriver(path: candidate.library, entries: entries), driver: name)
  }

  /// The entry that belongs to the name of a library: `libadbc_driver_sqlite.so` has `AdbcDriverSqliteInit`.
  static func derivedEntry(_ library: String) -> String {
    var word = library.split(separator: "/").last ?? ""
    if word.hasPrefix("lib") { word = word.dropFirst(3) }
    word = word.prefix { $0 != "." }
    let parts = word.split { $0 == "_" || $0 == "-" }
    let name = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return name + "Init"
  }

  /// Has the driver fill its table, by the newest version that it speaks.
  private static func start(
    _ entry: Entry, _ path: String, _ name: String
  ) throws(DatabaseError) -> DriverFunctions {
    let table = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
    var failure: CallFailure?
    for version in [ADBC_VERSION_1_1_0, ADBC_VERSION_1_0_0] {
      table.initialize(to: AdbcDriver())
      failure = DriverCall.run { entry(Int32(version), table, $0) }
      guard failure == nil else { continue }
      let isNew = version == ADBC_VERSION_1_1_0
      do throws(MissingFunction) {
        return try DriverFunctions(table, isNew: isNew)
      } catch {
        throw DatabaseError(.missingFunction(path: path, name: error.name), driver: name)
      }
    }
    table.deallocate()
    throw DatabaseError(.notStarted(path: path), driver: name, report: failure?.report(Redaction()))
  }
}
