import Testing

/// What must not stand in the sources, whoever writes them.
@Suite struct SourceTests {
  /// A place where the program may stop on its own, and why input cannot reach it.
  private static let allowedTraps: [(path: String, trap: String, reason: String)] = []

  private static func traps(in line: String) -> [String] {
    var found: [String] = []
    // Regular expressions are slow, and few lines need them.
    let words = ["!", "fatalError", "precondition", "abort", "unsafelyUnwrapped", "unowned("]
    guard words.contains(where: { line.contains($0) }) else { return [] }
    if line.contains(/\btry!/) { found.append("try!") }
    if line.contains(/\bas!/) { found.append("as!") }
    if line.contains(/\b(?:fatalError|preconditionFailure|precondition|abort)\(/) {
      found.append("stops the program")
    }
    if line.contains(/\bunsafelyUnwrapped\b|\bunowned\(unsafe\)/) { found.append("unchecked") }
    if line.replacing(/\b(?:try|as)!/, with: "").contains(/[\w\)\]\}>?"]!(?![=~])/) {
      found.append("force unwrap")
    }
    return found
  }

  /// Nothing that a user writes may stop the program: a trap needs a reason why it is out of reach.
  @Test func noTraps() {
    var unused = SourceTests.allowedTraps
    for file in Repository.sources {
      for (number, line) in SwiftCode(file.text).lines.enumerated() {
        for trap in SourceTests.traps(in: line) {
          if let index = unused.firstIndex(where: { $0.path == file.path && $0.trap == trap }) {
            unused.remove(at: index)
          } else {
            Issue.record("\(file.path):\(number + 1): \(trap)")
          }
        }
      }
    }
    #expect(unused.isEmpty, "no longer needed: \(unused.map { "\($0.path): \($0.trap)" })")
  }

  @Test func trapsAreFound() {
    let code = SwiftCode(
      """
      let a = try! f() // b!
      let b = "c!" + d[0]! /* e! */
      if !g, h != i { fatalError("j!") }
      """)
    let found = code.lines.map(SourceTests.traps(in:))
    #expect(found == [["try!"], ["force unwrap"], ["stops the program"]])
  }

  /// Past this length a file tells two things.
  @Test func filesAreShort() {
    for file in Repository.sources {
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
    }
  }

  /// What is left to do is known to whoever plans the work, not hidden in the text.
  @Test func nothingIsLeftToDo() {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    for file in everything() {
      for mark in marks where file.text.contains(mark) {
        Issue.record("\(file.path) says \(mark)")
      }
    }
  }

  /// A path of somebody's machine works on no other.
  @Test func noPathsOfOneMachine() {
    let folders = ["/home/", "/Users/", "/root/", "/work/", "/tmp/", "/private/"]
    for file in everything() {
      for (number, line) in file.lines.enumerated()
      where folders.contains(where: { line.contains($0) }) {
        let isFound = line.contains(/(?:^|[\s"'`(=:])\/(?:home|Users|root|work|tmp|private)\/\w/)
        #expect(!isFound, "\(file.path):\(number + 1): \(line)")
      }
    }
  }

  @Test func topLevelHoldsNothingElse() {
    let expected: Set = [
      "Package.swift", "Sources", "Tests", "Grammar", "Examples", "Docs", "README.md", "LICENSE",
      "CHANGELOG.md",
    ]
    let ignored = Set(Repository.file(".gitignore")?.lines.map { $0.filter { $0 != "/" } } ?? [])
    let found = Repository.names(in: "").filter { !$0.hasPrefix(".") && !ignored.contains($0) }
    #expect(found.filter { !expected.contains($0) } == [])
  }

  private func everything() -> [Repository.File] {
    let texts: Set = ["swift", "md", "kpi", "py", "ebnf", "c", "h"]
    let folders = ["Sources", "Tests", "Docs", "Examples", "Grammar"]
    return folders.flatMap { Repository.files(in: $0, withExtensions: texts) }
      + ["README.md", "CHANGELOG.md", "Package.swift", ".ci/run"].compactMap(Repository.file)
  }
}
