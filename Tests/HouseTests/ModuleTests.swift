import Testing

/// `Docs/Architecture.md`, `Package.swift` and the imports tell the same story: everything depends downward only.
@Suite struct ModuleTests {
  @Test func tableNamesTheModulesOfTheManifestInItsOrder() {
    #expect(ModuleTable.documented == ModuleTable.manifest.map(\.name))
  }

  @Test func everyModuleHasItsFolder() {
    #expect(Set(ModuleTable.documented) == Set(Repository.names(in: "Sources")))
  }

  @Test func manifestDependsOnlyOnModulesAbove() {
    var above: Set<String> = []
    for module in ModuleTable.manifest {
      #expect(module.dependencies.subtracting(above).isEmpty, "\(module.name)")
      above.insert(module.name)
    }
  }

  @Test func importsAreThoseOfTheManifest() {
    let modules = Set(ModuleTable.documented)
    for module in ModuleTable.manifest {
      let imported = Set(
        Repository.sources.filter { $0.module == module.name }.flatMap(ModuleTable.imports)
      ).intersection(modules)
      let undeclared = imported.subtracting(module.dependencies).sorted()
      let unused = module.dependencies.subtracting(imported).sorted()
      #expect(undeclared == [], "\(module.name) imports what Package.swift does not give it")
      #expect(unused == [], "\(module.name) is given what it does not import")
    }
  }

  /// Only these may speak to the operating system; everything else is a function of its input.
  private static let rim: Set = ["KPIDatabase", "KPITable", "KPIWorkspace", "KPICommand", "kpi"]

  /// Only these may divide work among threads.
  private static let parallel: Set = ["KPIDatabase", "KPITable", "KPIEngine", "KPIWorkspace"]

  @Test func onlyTheRimSpeaksToTheSystem() {
    let modules = Set(ModuleTable.documented)
    for file in Repository.sources {
      var system = Set(ModuleTable.imports(of: file)).subtracting(modules)
      if ModuleTests.rim.contains(file.module) { system.subtract(["Glibc", "Musl", "Darwin"]) }
      if ModuleTests.parallel.contains(file.module) {
        system.subtract(["Synchronization", "Dispatch"])
      }
      #expect(system.sorted() == [], "\(file.path)")
    }
  }

  /// Foundation doubles the binary and slows its start.
  @Test func foundationStaysOutside() {
    for file in Repository.sources {
      let imports = ModuleTable.imports(of: file)
      #expect(!imports.contains { $0.hasPrefix("Foundation") }, "\(file.path)")
    }
  }
}

/// The modules as the documentation and the manifest list them.
enum ModuleTable {
  struct Module {
    let name: String
    let dependencies: Set<String>
  }

  /// The first column of the table below `## Modules`.
  static let documented: [String] = {
    let lines = Repository.file("Docs/Architecture.md")?.lines ?? []
    let section = lines.drop { $0 != "## Modules" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    return section.compactMap { $0.firstMatch(of: /^\| `(\w+)` \|/).map { String($0.1) } }
  }()

  /// The targets that are no tests, in their order.
  static let manifest: [Module] = {
    let text = (Repository.file("Package.swift")?.text ?? "").filter { !$0.isWhitespace }
    let target =
      /(?:module\(|\.target\(name:|\.executableTarget\(name:)"(\w+)"(?:,(?:dependencies:)?\[([^\]]*)\])?/
    return text.matches(of: target).map { match in
      let names = match.2?.split(separator: ",").map { $0.filter { $0 != "\"" } } ?? []
      return Module(name: String(match.1), dependencies: Set(names))
    }
  }()

  /// The modules that a file imports.
  static func imports(of file: Repository.File) -> [String] {
    SwiftCode(file.text).lines.compactMap { line in
      guard line.contains("import") else { return nil }
      return line.firstMatch(
        of:
          /^\s*(?:@\w+\s+)*(?:package |public |internal |private )?import (?:(?:struct|class|enum|func|var|typealias|protocol) )?(\w+)/
      ).map { String($0.1) }
    }
  }
}
