import Foundation
import KPIDiagnostics
import KPISource
import KPIWorkspace
import Testing

@Suite struct DiscoveryTests {
  /// A folder of its own with these files; the paths found in it are the result of `body`.
  private func withFiles(
    _ paths: [String: String], _ body: (String) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.path + "/kpi-find-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: root) }
    for (path, text) in paths {
      let url = URL(fileURLWithPath: root + "/around/" + path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try body(root + "/around")
  }

  @Test func theProjectBeginsAtItsCompany() throws {
    try withFiles([
      "company.kpi": "company \"Shop\"\n", "sales/sales.kpi": "", "sales/north/north.kpi": "",
    ]) { root in
      #expect(Discovery.projectFolder(containing: root + "/sales/north") == root)
      #expect(Discovery.projectFolder(containing: root) == ".")
    }
  }

  @Test func aFolderOfDataBelongsToTheProjectAboveIt() throws {
    try withFiles(["main.kpi": "", "data/deep/orders.csv": ""]) { root in
      #expect(Discovery.projectFolder(containing: root + "/data/deep") == root)
    }
  }

  @Test func whatLiesAboveARepositoryStaysOutside() throws {
    try withFiles([
      "stray.kpi": "company \"Other\"\n", "project/.git/HEAD": "", "project/docs/notes.txt": "",
    ]) { root in
      #expect(Discovery.projectFolder(containing: root + "/project/docs") == ".")
    }
  }

  @Test func hiddenFoldersAndOutputAreNotRead() throws {
    try withFiles([
      "a.kpi": "", "b/c.kpi": "", ".hidden/d.kpi": "", "node_modules/e.kpi": "",
    ]) { root in
      let found = Discovery.find([root], from: root)
      #expect(found.files.map { FileSystem.name(of: $0.path) } == ["a.kpi", "c.kpi"])
      #expect(found.diagnostics.isEmpty)
    }
  }

  @Test func linksInACircleEnd() throws {
    try withFiles(["a/b/main.kpi": ""]) { root in
      try FileManager.default.createSymbolicLink(
        atPath: root + "/a/b/again", withDestinationPath: root + "/a")
      #expect(Discovery.find([root], from: root).files.count == 1)
    }
  }

  @Test func aPathThatIsNotThereIsReported() throws {
    try withFiles(["main.kpi": ""]) { root in
      let found = Discovery.find(["missing.kpi", "main.kpi"], from: root)
      #expect(found.diagnostics.map(\.rule.name) == ["unreadable-file"])
    }
  }
}
