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

/// Runs commands in a folder of its own, which is gone afterwards.
final class Session {
  let folder: String
  private let holder: String
  private(set) var output = ""
  private(set) var errors = ""

  init(_ files: [(path: String, text: String)] = []) throws {
    // Neither a specification nor a repository of somebody else's may be around the folder. A search for the project
    // goes no further up than the holder, and git does not take an empty `.git` for a repository.
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let letters = String(repeating: "X", count: 6)
    var template = Array((temporary + "/kpi-session-" + letters).utf8CString)
    try #require(mkdtemp(&template) != nil)
    holder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = holder + "/project"
    try FileSystem.createFolder(folder)
    try FileSystem.createFolder(holder + "/.git")
    for file in files {
      try FileSystem.create(folder + "/" + file.path, Array(file.text.utf8))
    }
  }

  deinit { Session.remove(holder) }

  /// The exit status of a command line; words in quotes stay together.
  @discardableResult func run(
    _ line: String, isTerminal: Bool = false, input: String = "", variables: [String: String] = [:]
  ) -> Int32 {
    let (output, errors) = (TextBuffer(), TextBuffer())
    let terminal = isTerminal ? Environment.Terminal(width: 100) : nil
    let status = Command.run(
      arguments: Session.words(line),
      in: Environment(
        currentFolder: folder, today: Day(20_780), output: output, errors: errors,
        outputTerminal: terminal, errorTerminal: terminal, variables: { variables[$0] },
        input: { Array(input.utf8) }))
    self.output = output.text
    self.errors = errors.text
    return status
  }

  func read(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(folder + "/" + path), as: UTF8.self)
  }

  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private static func remove(_ path: String) {
    if unlink(path) != 0, let names = try? FileSystem.names(in: path) {
      for name in names { remove(path + "/" + name) }
      rmdir(path)
    }
  }
}
