import KPICommand
import KPIWorkspace
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// `Docs/CommandLine.md` is what the commands say about themselves.
@Test func theCommandLinePageIsUpToDate() throws {
  let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let path = folder + "/Docs/CommandLine.md"
  let text = Help.document(of: Command.all)
  if getenv("UPDATE_GOLDEN") != nil {
    try FileSystem.createFolder(folder + "/Docs")
    try FileSystem.replace(path, Array(text.utf8))
  }
  let current = try? FileSystem.read(path)
  #expect(
    current.map { String(decoding: $0, as: UTF8.self) } == text,
    "out of date: `UPDATE_GOLDEN=1 swift test` rewrites it")
}
