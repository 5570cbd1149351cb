/// Finds the library of a driver: by its path, by a manifest in the folders that driver managers of ADBC look into, by
/// its name among the system's libraries, or in the active environment of Python.
package struct DriverFinder: Sendable {
  private let variables: [String: String]
  private let folder: String?
  private let platform = Platform.current
  private let systemFolders: [String]

  /// Looks with the environment that the caller took from its process; a relative path is taken from `folder`, and
  /// refused where there is none.
  package init(environment: [String: String], folder: String?) {
    self.init(
      environment: environment, folder: folder,
      systemFolders: Platform.current.system == .macOS
        ? ["/Library/Application Support/ADBC/Drivers", "/Library/Application Support/ADBC"]
        : ["/etc/adbc/drivers", "/etc/adbc"])
  }

  init(environment: [String: String], folder: String?, systemFolders: [String]) {
    variables = environment
    self.folder = folder
    self.systemFolders = systemFolders
  }

  /// A library that may be the driver asked for.
  struct Candidate: Sendable, Hashable {
    /// A path, or a name that the system looks up.
    let library: String
    let entry: String?
    /// Whether the file is known to be there.
    let isFile: Bool
  }

  /// Finds the driver and loads it.
  package func load(_ name: String) throws(DatabaseError) -> Driver {
    let search = try candidates(for: name)
    let profile = DriverProfile.named(name)
    for candidate in search.candidates {
      if let driver = try Driver(candidate, name: name, profile: profile) { return driver }
    }
    throw DatabaseError(.driverNotFound(searched: search.places), driver: name)
  }

  struct Search: Sendable, Hashable {
    var candidates: [Candidate] = []
    /// Where was looked, for the message.
    var places: [String] = []
  }

  /// The libraries that may be the driver, the first that loads is it.
  func candidates(for name: String) throws(DatabaseError) -> Search {
    if name.contains("/") || name.hasSuffix(".toml") || hasLibraryExtension(name) {
      return try candidates(atPath: name)
    }
    var search = Search()
    let profile = DriverProfile.named(name)
    let names = [name] + (profile.name == name ? [] : [profile.name])
    for folder in manifestFolders {
      for name in names {
        let path = folder + "/" + name + ".toml"
        search.places.append(path)
        if FileAccess.isFile(path) {
          search.candidates.append(try candidate(ofManifest: path, name))
          return search
        }
      }
    }
    for ending in platform.libraryExtensions.prefix(1) {
      let library = "lib" + profile.library + ending
      search.places.append(library)
      search.candidates.append(Candidate(library: library, entry: nil, isFile: false))
    }
    addPython(profile, to: &search)
    return search
  }

  // MARK: By path

  private func candidates(atPath name: String) throws(DatabaseError) -> Search {
    guard name.hasPrefix("/") || folder != nil else {
      throw DatabaseError(.driverNotFound(searched: [name]), driver: name)
    }
    let path = name.hasPrefix("/") ? name : (folder ?? "") + "/" + name
    var search = Search()
    let hasExtension = name.hasSuffix(".toml") || hasLibraryExtension(name)
    let endings = hasExtension ? [""] : [".toml"] + platform.libraryExtensions + [""]
    for ending in endings {
      search.places.append(path + ending)
      guard FileAccess.isFile(path + ending) else { continue }
      search.candidates = [
        (path + ending).hasSuffix(".toml")
          ? try candidate(ofManifest: path + ending, name)
          : Candidate(library: path + ending, entry: nil, isFile: true)
      ]
      return search
    }
    return search
  }

  private func hasLibraryExtension(_ name: String) -> Bool {
    platform.libraryExtensions.contains { name.hasSuffix($0) }
  }

  // MARK: By manifest

  private func candidate(
    ofManifest path: String, _ name: String
  ) throws(DatabaseError) -> Candidate {
    do throws(ManifestFault) {
      let manifest = try Manifest.read(path)
      return Candidate(library: manifest.library, entry: manifest.entry, isFile: true)
    } catch {
      throw DatabaseError(.unreadableManifest(path: path, error), driver: name)
    }
  }

  /// The folders that hold manifests, in the order of the specification: of the environment, of the user, of the system.
  private var manifestFolders: [String] {
    var folders: [String] = []
    for variable in ["ADBC_DRIVER_PATH", "ADBC_CONFIG_PATH"] {
      folders += value(variable)?.split(separator: ":").map(String.init) ?? []
    }
    for variable in ["VIRTUAL_ENV", "CONDA_PREFIX"] {
      if let prefix = value(variable) { folders.append(prefix + "/etc/adbc/drivers") }
    }
    if platform.system == .macOS {
      if let home = value("HOME") {
        folders += [
          home + "/Library/Application Support/ADBC/Drivers",
          home + "/Library/Application Support/ADBC",
        ]
      }
    } else if let settings = value("XDG_CONFIG_HOME") ?? value("HOME").map({ $0 + "/.config" }) {
      folders += [settings + "/adbc/drivers", settings + "/adbc"]
    }
    return folders + systemFolders
  }

  // MARK: In Python's packages

  private func addPython(_ profile: DriverProfile, to search: inout Search) {
    for folder in pythonFolders {
      let package = folder + "/adbc_driver_" + profile.name
      search.places.append(package)
      let libraries = platform.libraryExtensions.map {
        "\(package)/libadbc_driver_\(profile.name)\($0)"
      }
      for library in libraries where FileAccess.isFile(library) {
        search.candidates.append(Candidate(library: library, entry: nil, isFile: true))
      }
      // DuckDB's package is a module of Python's that has the entry of a driver too.
      guard profile.name == "duckdb" else { continue }
      let modules = FileAccess.names(in: folder).filter {
        $0.hasPrefix("_duckdb.") && hasLibraryExtension($0)
      }
      search.candidates += modules.map {
        Candidate(library: folder + "/" + $0, entry: nil, isFile: true)
      }
    }
  }

  /// Where the active Python has its packages, and where users have theirs.
  private var pythonFolders: [String] {
    var prefixes = ["VIRTUAL_ENV", "CONDA_PREFIX"].compactMap(value)
    if prefixes.isEmpty {
      let programs = (value("PATH") ?? "").split(separator: ":").map { "\($0)/python3" }
      if let program = programs.first(where: FileAccess.isFile) {
        prefixes += [program, FileAccess.resolved(program)].compactMap { $0 }.map { path in
          path.split(separator: "/").dropLast(2).map { "/" + $0 }.joined()
        }
      }
      if let home = value("HOME") { prefixes.append(home + "/.local") }
    }
    var folders: [String] = []
    for prefix in prefixes {
      for library in ["/lib", "/lib64", "/local/lib"] {
        for name in FileAccess.names(in: prefix + library) where name.hasPrefix("python3") {
          for packages in ["/site-packages", "/dist-packages"] {
            let folder = prefix + library + "/" + name + packages
            guard FileAccess.isFolder(folder) else { continue }
            // Folders for 64 bits are often links to the usual ones.
            let isKnown = folders.contains {
              FileAccess.resolved($0) == FileAccess.resolved(folder)
            }
            if !isKnown { folders.append(folder) }
          }
        }
      }
    }
    return folders
  }

  /// The value of a variable that is set to something.
  private func value(_ variable: String) -> String? {
    variables[variable].flatMap { $0.isEmpty ? nil : $0 }
  }
}
