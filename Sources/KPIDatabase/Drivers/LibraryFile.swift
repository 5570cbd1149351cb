/// What a file says about itself before the system is asked to load it: the system's own sentences are different
/// everywhere, a library for another processor is a common mistake, and one that is cut off would end the program.
enum LibraryFile: Hashable {
  case missing
  case library(architecture: String)
  /// Something that may be a library, and is left to the system to judge.
  case unknown
  case somethingElse
  /// Parts that the beginning speaks of are not there.
  case cutOff

  static func look(_ path: String) -> LibraryFile {
    guard let size = FileAccess.size(of: path) else { return .missing }
    guard let bytes = FileAccess.bytes(of: path, atMost: 1 << 16) else { return .unknown }
    return LibraryHead(bytes: bytes).judge(size: size)
  }

  fileprivate static let processors: [UInt64: String] = [
    3: "x86", 20: "powerpc", 21: "powerpc64", 22: "s390x", 40: "arm", 62: "x86_64", 183: "arm64",
    243: "riscv64", 258: "loongarch64",
  ]
  fileprivate static let appleProcessors: [UInt64: String] = [
    0x0100_0007: "x86_64", 0x0100_000C: "arm64",
  ]
}

/// The beginning of a file, read as that of a library.
private struct LibraryHead {
  let bytes: [UInt8]

  func judge(size: Int) -> LibraryFile {
    guard bytes.count >= 64 else { return .somethingElse }
    switch number(0, 4) {
    case 0x464C_457F: return judgeELF(size: size)
    case 0xFEED_FACF:
      let processor = number(4, 4)
      return .library(
        architecture: LibraryFile.appleProcessors[processor] ?? "number \(processor)")
    // Several libraries in one file, for several processors.
    case 0xBEBA_FECA: return .unknown
    default: return .somethingElse
    }
  }

  /// The format of Linux.
  private func judgeELF(size: Int) -> LibraryFile {
    let (is64, isLittle) = (bytes[4] == 2, bytes[5] == 1)
    let processor = isLittle ? number(18, 2) : UInt64(bytes[18]) << 8 | UInt64(bytes[19])
    let name = LibraryFile.processors[processor] ?? "number \(processor)"
    guard is64, isLittle else { return .library(architecture: name) }
    let (start, length, count) = (number(32, 8), number(54, 2), number(56, 2))
    guard length >= 56, start <= UInt64(bytes.count) else { return .cutOff }
    for index in 0..<count {
      let header = Int(start + index * length)
      guard header + 56 <= bytes.count else { return .cutOff }
      // A part of type 1 is mapped into memory; touching what is not in the file ends a program.
      guard number(header, 4) == 1 else { continue }
      let (end, overflow) = number(header + 8, 8).addingReportingOverflow(number(header + 32, 8))
      if overflow || end > UInt64(size) { return .cutOff }
    }
    return .library(architecture: name)
  }

  /// The number in some bytes, the lowest first.
  private func number(_ place: Int, _ size: Int) -> UInt64 {
    bytes[place..<(place + size)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
