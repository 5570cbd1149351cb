import KPIDiagnostics
import Testing

@testable import KPIDatabase

/// What users read says which driver, what is wrong and what to do.
struct WordsTests {
  private func words(
    _ fault: DatabaseFault, _ driver: String = "postgresql", says message: String? = nil
  ) -> DatabaseWords {
    let report = message.map {
      DriverReport(message: $0, sqlState: nil, vendorCode: nil, status: 1)
    }
    return DatabaseError(fault, driver: driver, report: report).words
  }

  @Test func howToInstall() {
    let postgresql = words(.driverNotFound(searched: ["/a/x.toml", "libx.so"]))
    #expect(postgresql.problem == "no driver `postgresql` is installed")
    #expect(
      postgresql.help == """
        Install it with `pip install adbc-driver-postgresql` in the active Python environment or \
        `dbc install postgresql`, or write the path of its library in quotes after `driver`. Looked for `/a/x.toml` \
        and `libx.so`.
        """)
    #expect(
      words(.driverNotFound(searched: ["x"]), "duckdb").help.hasPrefix(
        "Install it with `dbc install duckdb`, or"))
    #expect(
      words(.driverNotFound(searched: ["x"]), "other").help.hasPrefix(
        "Install the ADBC driver of the engine, or"))
  }

  @Test func whatTheDriverSays() {
    #expect(
      words(.notAuthenticated, says: "password authentication failed").problem
        == "the database of driver `postgresql` does not accept the name and the password: "
        + "password authentication failed")
    #expect(
      words(.queryFailed, says: "").problem == "the database of driver `postgresql` cannot answer")
    #expect(words(.timeLimit(seconds: 30)).problem.hasSuffix("did not answer within 30 s"))
    #expect(words(.timeLimit(seconds: 0.5)).problem.hasSuffix("did not answer within 0.5 s"))
    #expect(
      words(.connectionLost(isInResult: true)).problem.hasSuffix("in the middle of the answer"))
  }

  @Test(arguments: [
    DatabaseFault.driverNotFound(searched: []), .unreadableManifest(path: "m", .unreadable),
    .unreadableManifest(path: "m", .notTOML(line: 3)),
    .unreadableManifest(path: "m", .laterVersion(2)),
    .unreadableManifest(path: "m", .noLibrary(platform: "linux_amd64", found: ["osx_arm64"])),
    .wrongArchitecture(path: "l", found: "arm64", needed: "x86_64"), .notALibrary(path: "l"),
    .cutOff(path: "l"), .notLoadable(path: "l", reason: "r"), .pythonModule(path: "l"),
    .notADriver(path: "l", entries: ["AdbcDriverInit"]), .missingFunction(path: "l", name: "f"),
    .notStarted(path: "l"), .optionRefused(option: "o"), .notAuthenticated, .serverUnreachable,
    .databaseNotFound, .connectionRefused, .notReadOnly(statement: "s"), .tableNotFound,
    .columnNotFound, .permissionDenied, .queryFailed, .connectionLost(isInResult: false),
    .brokenResult(.noSchema), .brokenResult(.shortColumn("c")), .zeroByte, .timeLimit(seconds: 1),
    .cancelled, .connectionStuck,
  ])
  func sentences(_ fault: DatabaseFault) {
    let words = words(fault)
    #expect(!words.problem.hasSuffix(".") && !words.problem.isEmpty)
    #expect(words.help.hasSuffix("."))
  }
}
