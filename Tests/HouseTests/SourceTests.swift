import Testing

@Suite struct SourceTests {
  /// Words that code on the way of input must not contain, each with what to use instead.
  private static let banned = [
    ("import Foundation", "the standard library; the system's calls at the rim"),
    ("try!", "a typed error"),
    ("fatalError(", "a diagnostic"),
    ("preconditionFailure(", "a diagnostic"),
    ("as! ", "an enum or a generic"),
  ]

  @Test func sourcesKeepTheHouseRules() throws {
    for path in try Repository.swiftFiles(below: "Sources") {
      for (number, line) in try Repository.text(path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        let code = line.split(separator: "//", omittingEmptySubsequences: false).first ?? ""
        for (word, instead) in SourceTests.banned where code.contains(word) {
          Issue.record("\(path):\(number + 1): `\(word)` is not used here, but \(instead)")
        }
      }
    }
  }

  @Test func filesTellOneThing() throws {
    for path in try Repository.swiftFiles(below: "Sources") {
      let count = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .count
      #expect(count <= 500, "\(path) has \(count) lines: find the missing noun")
    }
  }

  @Test func aModuleImportsOnlyModulesAboveIt() throws {
    let table = try Architecture.modules()
    #expect(table.map(\.name) == table.map(\.name).uniqued, "a module is listed twice")
    let sources = try Architecture.imports()
    #expect(Set(sources.keys) == Set(table.map(\.name)), "the table and Sources differ")
    for (place, module) in table.enumerated() {
      let above = Set(table[..<place].map(\.name))
      for name in sources[module.name] ?? [] where !above.contains(name) {
        Issue.record("\(module.name) imports \(name), which does not stand above it in the table")
      }
    }
  }

  @Test func thePackageDeclaresWhatIsImported() throws {
    let declared = try Architecture.dependencies()
    for (module, imports) in try Architecture.imports() {
      #expect(
        imports.subtracting(declared[module] ?? []).isEmpty,
        "\(module) imports what it does not declare")
    }
  }
}

extension Array where Element: Hashable {
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
