import KPIFormat
import Testing

@Suite struct UnifiedDiffTests {
  @Test func showsChangesWithThreeLinesAround() {
    let old = (1...20).map { "\($0)\n" }
    var new = old
    new[4] = "five\n"
    new.remove(at: 15)
    new.insert("more\n", at: 18)
    #expect(
      diff(old.joined(), new.joined()) == """
        --- x.kpi
        +++ x.kpi
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -13,8 +13,8 @@
         13
         14
         15
        -16
         17
         18
         19
        +more
         20

        """)
  }

  @Test func edges() {
    #expect(diff("a\n", "a\n") == "")
    #expect(diff("", "a\n") == "--- x.kpi\n+++ x.kpi\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- x.kpi\n+++ x.kpi\n@@ -1 +0,0 @@\n-a\n")
    #expect(
      diff("a", "a\n")
        == "--- x.kpi\n+++ x.kpi\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  /// The changes, carried out on the old text, give the new one.
  @Test func changesLeadToTheNewText() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let old = lines(&generator)
      let new = lines(&generator)
      #expect(patched(old, diff(old.joined(), new.joined())) == new, "\(old) \(new)")
    }
  }

  private func lines(_ generator: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...24, using: &generator)).map { _ in
      ["a\n", "b\n", "c\n"].randomElement(using: &generator) ?? ""
    }
  }

  private func diff(_ old: String, _ new: String) -> String {
    UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).text(path: "x.kpi")
  }

  private func patched(_ old: [String], _ diff: String) -> [String] {
    var result: [String] = []
    var next = 0
    for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2) {
      let text = line.dropFirst() + "\n"
      switch line.first {
      case "@":
        let numbers = line.dropFirst(4).split(whereSeparator: { $0 == " " || $0 == "," })
        let count = line.contains(",") && numbers[1].first?.isNumber == true ? numbers[1] : "1"
        let start = (Int(numbers[0]) ?? 0) - (count == "0" ? 0 : 1)
        result += old[next..<start]
        next = start
      case " ":
        if old[next] == text { result.append(old[next]) }
        next += 1
      case "-":
        if old[next] != text { return ["wrong line \(line)"] }
        next += 1
      case "+": result.append(String(text))
      default: break
      }
    }
    return result + old[next...]
  }
}
