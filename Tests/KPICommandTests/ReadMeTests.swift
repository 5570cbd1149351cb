import KPICommand
import KPIModel
import KPIWorkspace
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the README shows is what the program prints; `UPDATE_GOLDEN=1 swift test` writes it again.
@Suite struct ReadMeTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test func itShowsWhatTheProgramPrints() throws {
    let path = ReadMeTests.folder + "/README.md"
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let expected = try refreshed(text)
    if getenv("UPDATE_GOLDEN") != nil { try FileSystem.replace(path, Array(expected.utf8)) }
    let current = String(decoding: try FileSystem.read(path), as: UTF8.self)
    #expect(current == expected, "out of date: `UPDATE_GOLDEN=1 swift test` rewrites it")
  }

  /// The same page with the output of every `$ kpi …`, and the findings of a specification in the block of
  /// plain text after it.
  private func refreshed(_ page: String) throws -> String {
    var result: [String] = []
    var language: String?
    var block: [String] = []
    var specification: [String]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let open = language {
        guard line == "```" else {
          block.append(line)
          continue
        }
        switch open {
        case "console": result += output(of: block.first ?? "")
        case "text":
          result += try specification.map(findings) ?? block
        default: result += block
        }
        specification = open == "kpi" ? block : nil
        language = nil
        result.append(line)
      } else {
        if line.hasPrefix("```") {
          language = String(line.dropFirst(3))
          block = []
        } else if !line.isEmpty {
          specification = nil
        }
        result.append(line)
      }
    }
    return result.joined(separator: "\n")
  }

  private func output(of prompt: String) -> [String] {
    let (output, errors) = (TextBuffer(), TextBuffer())
    let words = prompt.split(separator: " ").map(String.init)
    _ = Command.run(
      arguments: Array(words.dropFirst(2)),
      in: Environment(
        currentFolder: ReadMeTests.folder, today: Day(20_780), output: output, errors: errors))
    return [prompt] + lines(output.text + errors.text)
  }

  private func findings(_ specification: [String]) throws -> [String] {
    let session = try Session([("sales.kpi", specification.joined(separator: "\n") + "\n")])
    let hasTests = specification.contains { $0.hasPrefix("test ") }
    session.run(hasTests ? "test sales.kpi" : "check sales.kpi")
    return lines(session.output)
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
