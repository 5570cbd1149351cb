package import KPITable

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's time zone data, in the format of RFC 8536 (TZif).
package enum ZoneData {
  /// The offsets of a zone; `nil` when the system has no data for it.
  package static func table(for zone: String) -> TimeZoneTable? {
    if zone == "UTC" { return .utc }
    guard !zone.hasPrefix("/"), !zone.split(separator: "/").contains("..") else { return nil }
    for folder in folders {
      if let bytes = try? FileSystem.read(FileSystem.join(folder, zone)) {
        return TimeZoneTable(tzif: bytes)
      }
    }
    return nil
  }

  private static var folders: [String] {
    let known = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    return getenv("TZDIR").map { [String(cString: $0)] + known } ?? known
  }
}

extension TimeZoneTable {
  /// Reads a TZif file; `nil` when it is damaged.
  init?(tzif bytes: [UInt8]) {
    var reader = TZifReader(bytes)
    guard let first = reader.header() else { return nil }
    if first.version >= UInt8(ascii: "2") {
      // The first block repeats the data in 32 bits for old readers.
      reader.skip(first.length(timeSize: 4))
      guard let second = reader.header(), let table = reader.block(second, timeSize: 8) else {
        return nil
      }
      let rule = reader.footer().flatMap(PosixZone.init)
      self.init(table, continuedBy: rule)
    } else {
      guard let table = reader.block(first, timeSize: 4) else { return nil }
      self.init(table, continuedBy: nil)
    }
  }

  /// The transitions of the file, and those of the rule for the years after them.
  private init(_ block: TZifReader.Block, continuedBy rule: PosixZone?) {
    var transitions = block.transitions
    if let rule {
      let last = transitions.last?.second ?? .min
      transitions += (1970...2150).flatMap(rule.transitions).filter { $0.second > last }
      if transitions.isEmpty { transitions.append(Transition(second: 0, offset: rule.standard)) }
    }
    self.init(initialOffset: block.initialOffset, transitions: transitions)
  }
}

/// Reads the parts of a TZif file, checking every length.
private struct TZifReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  struct Header {
    let version: UInt8
    let utcIndicators, standardIndicators, leapSeconds, transitions, types, names: Int

    func length(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + names + leapSeconds * (timeSize + 4)
        + standardIndicators + utcIndicators
    }
  }

  struct Block {
    let initialOffset: Int
    let transitions: [TimeZoneTable.Transition]
  }

  mutating func skip(_ count: Int) { position += count }

  mutating func header() -> Header? {
    guard position + 44 <= bytes.count, bytes[position..<position + 4].elementsEqual("TZif".utf8)
    else { return nil }
    let version = bytes[position + 4]
    position += 20
    let counts = (0..<6).compactMap { _ in integer(4) }
    guard counts.count == 6, counts.allSatisfy({ (0...100_000).contains($0) }), counts[4] > 0
    else { return nil }
    return Header(
      version: version, utcIndicators: counts[0], standardIndicators: counts[1],
      leapSeconds: counts[2], transitions: counts[3], types: counts[4], names: counts[5])
  }

  mutating func block(_ header: Header, timeSize: Int) -> Block? {
    guard position + header.length(timeSize: timeSize) <= bytes.count else { return nil }
    let seconds = (0..<header.transitions).compactMap { _ in integer(timeSize) }
    let kinds = (0..<header.transitions).compactMap { _ in integer(1) }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      guard let offset = integer(4) else { return nil }
      offsets.append(offset)
      position += 2
    }
    position +=
      header.names + header.leapSeconds * (timeSize + 4) + header.standardIndicators
      + header.utcIndicators
    guard kinds.allSatisfy({ offsets.indices.contains($0) }) else { return nil }
    return Block(
      initialOffset: offsets[0],
      transitions: zip(seconds, kinds).map {
        TimeZoneTable.Transition(second: $0, offset: offsets[$1])
      })
  }

  /// The rule between the two line ends after the second block.
  mutating func footer() -> String? {
    guard position < bytes.count, bytes[position] == 10 else { return nil }
    let rest = bytes[(position + 1)...]
    return rest.firstIndex(of: 10).map { String(decoding: rest[..<$0], as: UTF8.self) }
  }

  /// A big-endian number; signed where it has more than one byte.
  private mutating func integer(_ size: Int) -> Int? {
    guard position + size <= bytes.count else { return nil }
    var value: UInt64 = 0
    for byte in bytes[position..<position + size] { value = value << 8 | UInt64(byte) }
    position += size
    switch size {
    case 1: return Int(value)
    case 4: return Int(Int32(truncatingIfNeeded: value))
    default: return Int(Int64(truncatingIfNeeded: value))
    }
  }
}
