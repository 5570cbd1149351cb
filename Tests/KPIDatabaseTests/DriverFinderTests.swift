import Testing

@testable import KPIDatabase

/// Where drivers are looked for.
struct DriverFinderTests {
  private func folder(_ files: [(String, String)]) throws -> String {
    let name = "finder-\(Int.random(in: 0..<Int.max))"
    for (path, text) in files { _ = try TestFolder.shared.write(text, to: name + "/" + path) }
    return TestFolder.shared.path + "/" + name
  }

  private func finder(_ environment: [String: String], folder: String? = nil) -> DriverFinder {
    DriverFinder(environment: environment, folder: folder, systemFolders: [])
  }

  private let manifest = """
    manifest_version = 1
    name = "Shop"  # a comment

    [ADBC.features]
    supported = [
      "bulk insert",
    ]

    [Driver]
    entrypoint = 'ShopInit'
    [Driver.shared]
    linux_amd64 = 'lib/shop-amd64.so'
    linux_arm64 = "/opt/shop \\u0041/shop-arm64.so"
    macos_arm64 = 'lib/shop.dylib'
    """

  @Test func manifestOfTheEnvironment() throws {
    let place = try folder([("shop.toml", manifest)])
    let search = try finder(["ADBC_DRIVER_PATH": "/nowhere:" + place]).candidates(for: "shop")
    let read = try Manifest(
      manifest, folder: place, platform: Platform(architecture: "x86_64", system: .linux))
    #expect(read.library == place + "/lib/shop-amd64.so")
    #expect(read.entry == "ShopInit")
    let other = try Manifest(
      manifest, folder: place, platform: Platform(architecture: "arm64", system: .linux))
    #expect(other.library == "/opt/shop A/shop-arm64.so")
    #expect(search.candidates.map(\.entry) == ["ShopInit"])
    #expect(search.places.prefix(2) == ["/nowhere/shop.toml", place + "/shop.toml"])
  }

  @Test func manifestOfTheUser() throws {
    let place = try folder([("adbc/drivers/shop.toml", "[Driver]\nshared = '/lib/shop.so'")])
    let search = try finder(["XDG_CONFIG_HOME": place]).candidates(for: "shop")
    #expect(
      search.candidates
        == [DriverFinder.Candidate(library: "/lib/shop.so", entry: nil, isFile: true)])
  }

  @Test(arguments: [
    ("x = 1\nwhat is this\n", ManifestFault.notTOML(line: 2)),
    ("[Driver\n", .notTOML(line: 1)),
    ("name = \"open\n", .notTOML(line: 1)),
    ("name = \"a\" \"b\"\n", .notTOML(line: 1)),
    ("= 1\n", .notTOML(line: 1)),
    ("manifest_version = 2\n", .laterVersion(2)),
    ("", .noLibrary(platform: "linux_amd64", found: [])),
    (
      "[Driver.shared]\nwindows_amd64 = 'x.dll'\n",
      .noLibrary(platform: "linux_amd64", found: ["windows_amd64"])
    ),
  ])
  func brokenManifests(_ text: String, _ fault: ManifestFault) {
    #expect(throws: fault) {
      try Manifest(
        text, folder: "/m", platform: Platform(architecture: "x86_64", system: .linux))
    }
  }

  @Test func errorsOfManifestsSayWhichFile() throws {
    let place = try folder([("shop.toml", "?")])
    let error = databaseError { () throws(DatabaseError) in
      try finder(["ADBC_DRIVER_PATH": place]).load("shop")
    }
    #expect(
      error?.fault == .unreadableManifest(path: place + "/shop.toml", .notTOML(line: 1)))
  }

  @Test func pathsOfTheProject() throws {
    let place = try folder([("drivers/shop.toml", manifest), ("drivers/libx.so", "")])
    #expect(
      try finder([:], folder: place).candidates(for: "drivers/libx.so").candidates.map(\.library)
        == [place + "/drivers/libx.so"])
    #expect(
      try finder([:], folder: place).candidates(for: "./drivers/shop").candidates.map(\.entry)
        == ["ShopInit"])
    // Without a folder to start from a path is nothing.
    let error = databaseError { () throws(DatabaseError) in
      try finder([:]).load("drivers/libx.so")
    }
    #expect(error?.fault == .driverNotFound(searched: ["drivers/libx.so"]))
  }

  @Test func packagesOfPython() throws {
    let packages = "lib/python3.11/site-packages"
    let place = try folder([
      ("\(packages)/adbc_driver_postgresql/libadbc_driver_postgresql.so", ""),
      ("\(packages)/_duckdb.cpython-311-x86_64-linux-gnu.so", ""),
    ])
    let finder = finder(["VIRTUAL_ENV": place])
    let postgres = try finder.candidates(for: "postgres")
    #expect(
      postgres.candidates.last?.library
        == "\(place)/\(packages)/adbc_driver_postgresql/libadbc_driver_postgresql.so")
    #expect(postgres.candidates.first?.isFile == false)
    #expect(postgres.places.contains("\(place)/etc/adbc/drivers/postgres.toml"))
    #expect(
      try finder.candidates(for: "duckdb").candidates.last?.library.contains("/_duckdb.") == true)
    // Without an active environment, that of the first `python3` on the path.
    let plain = try self.folder([
      ("bin/python3", ""), ("\(packages)/adbc_driver_x/libadbc_driver_x.so", ""),
    ])
    let search = try self.finder(["PATH": "/nowhere:\(plain)/bin"]).candidates(for: "x")
    #expect(
      search.candidates.last?.library == "\(plain)/\(packages)/adbc_driver_x/libadbc_driver_x.so")
  }

  @Test func saysWhereItLooked() {
    let error = databaseError { () throws(DatabaseError) in
      try finder(["ADBC_DRIVER_PATH": "/one:/two"]).load("nothing")
    }
    guard case .driverNotFound(let places) = error?.fault else {
      Issue.record("there is no such driver")
      return
    }
    #expect(places.prefix(2) == ["/one/nothing.toml", "/two/nothing.toml"])
    #expect(places.contains { $0.hasPrefix("libadbc_driver_nothing.") })
  }
}
