/// What the documentation, the package and the sources each say about the modules.
enum Architecture {
  /// The table of modules in `Docs/Architecture.md`, in its order.
  static func modules() throws -> [(name: String, purpose: String)] {
    try Repository.text("Docs/Architecture.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard cells.count == 2, let name = cells.first, name.hasPrefix("`"), name.hasSuffix("`")
      else {
        return nil
      }
      return (String(name.dropFirst().dropLast()), cells[1])
    }
  }

  /// For each folder of `Sources` the modules of the project that its files import.
  static func imports() throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for path in try Repository.swiftFiles(below: "Sources") {
      let module = String(path.split(separator: "/")[1])
      result[module, default: []].formUnion(try importedModules(path))
    }
    // A module of C has no Swift files.
    for name in result.values.joined() where result[name] == nil { result[name] = [] }
    return result
  }

  private static func importedModules(_ path: String) throws -> [String] {
    try Repository.text(path).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count, index <= 1 else {
        return nil
      }
      let name = String(words[index + 1])
      return name.hasPrefix("KPI") || name.hasPrefix("CKPI") ? name : nil
    }
  }

  /// The dependencies that `Package.swift` gives to each module.
  static func dependencies() throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    let targets = try Repository.text("Package.swift").split(separator: "targets: [").last ?? ""
    // Each entry ends where the next begins; names stand in quotes, its own first.
    for entry in targets.replacing("executableTarget", with: "module").replacing(
      ".target", with: "module"
    )
    .split(separator: "module(").dropFirst() {
      let own = entry.split(separator: "tests(").first ?? ""
      let names = own.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      guard let name = names.first else { continue }
      result[name] = Set(names.dropFirst().filter { $0.hasPrefix("KPI") || $0.hasPrefix("CKPI") })
    }
    return result
  }
}
