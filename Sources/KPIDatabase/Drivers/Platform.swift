/// The kind of machine that a library is for.
struct Platform: Sendable, Hashable {
  /// The name of the processor: `x86_64` or `arm64`.
  let architecture: String
  let system: System

  enum System: Sendable, Hashable {
    case linux, macOS
  }

  static let current: Platform = {
    #if arch(x86_64)
      let architecture = "x86_64"
    #elseif arch(arm64)
      let architecture = "arm64"
    #else
      let architecture = "another"
    #endif
    #if canImport(Darwin)
      return Platform(architecture: architecture, system: .macOS)
    #else
      return Platform(architecture: architecture, system: .linux)
    #endif
  }()

  /// What manifests call it, the usual name first.
  var manifestNames: [String] {
    let processor = architecture == "x86_64" ? "amd64" : architecture
    return switch system {
    case .linux: ["linux_" + processor, "linux_" + processor + "_musl"]
    case .macOS: ["macos_" + processor, "osx_" + processor]
    }
  }

  /// The extensions of shared libraries, the usual one first. Packages of Python say `.so` everywhere.
  var libraryExtensions: [String] {
    system == .macOS ? [".dylib", ".so"] : [".so"]
  }
}
