import KPISource
import KPIWorkspace
import Testing

@Suite struct SubprocessTests {
  @Test func outputErrorsAndStatusAreKeptApart() throws {
    let output = try Subprocess.run("sh", ["-c", "echo out; echo err >&2; exit 3"])
    #expect(String(decoding: output.bytes, as: UTF8.self) == "out\n")
    #expect(String(decoding: output.errors, as: UTF8.self) == "err\n")
    #expect(output.status == 3)
  }

  /// Far more than a pipe holds goes in and out at once.
  @Test func muchInputAndOutputDoNotWaitForEachOther() throws {
    let input = (0..<6_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let output = try Subprocess.run("sh", ["-c", "tee /dev/stderr"], input: input)
    #expect(output.bytes == input)
    #expect(output.errors == input)
  }

  @Test func aProgramMayLeaveItsInputUnread() throws {
    let input = [UInt8](repeating: 65, count: 3_000_000)
    #expect(try Subprocess.run("sh", ["-c", "exit 0"], input: input).status == 0)
  }

  @Test func noShellReadsTheArguments() throws {
    let words = ["a b", "$HOME", "`x`", "*", "", "\"'", "ố\n"]
    let output = try Subprocess.run("printf", ["%s|"] + words)
    #expect(String(decoding: output.bytes, as: UTF8.self) == words.map { $0 + "|" }.joined())
  }

  @Test func variablesAreSetAndRemoved() throws {
    let output = try Subprocess.run(
      "sh", ["-c", "echo \"$KPI_SET\"; echo \"${HOME-none}\""],
      variables: ["KPI_SET": "a=b", "HOME": nil])
    #expect(String(decoding: output.bytes, as: UTF8.self) == "a=b\nnone\n")
  }

  @Test func aSignalIsAStatus() throws {
    #expect(try Subprocess.run("sh", ["-c", "kill -9 $$"]).status == 137)
    // A program finds the signals as a shell's would: writing to nobody stops it.
    #expect(try Subprocess.run("sh", ["-c", "kill -PIPE $$"]).status == 141)
  }

  @Test func aMissingProgramIsAnError() {
    #expect(throws: Subprocess.Failure.notInstalled) {
      try Subprocess.run("no-such-program-anywhere", [])
    }
    #expect(throws: Subprocess.Failure.notInstalled) {
      try Subprocess.run("sh", [], searchPath: "/nowhere::.:relative")
    }
  }

  /// Many at once: each ends when its own input does, so none holds another's pipes.
  @Test func programsInheritNothingFromEachOther() {
    let outputs = Workers.all.map(Array(0..<40)) { number in
      (try? Subprocess.run("cat", [], input: Array("\(number)".utf8)))?.bytes
    }
    #expect(outputs == (0..<40).map { Array("\($0)".utf8) })
  }
}
