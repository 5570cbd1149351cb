import KPITable

extension FileSystem {
  /// What the bytes of a file stand for: unpacked where its name ends in `.gz`.
  package static func unpacked(
    _ bytes: [UInt8], of path: String
  ) throws(Failure) -> [UInt8] {
    guard path.lowercased().hasSuffix(".gz") else { return bytes }
    do throws(FileFailure) {
      return try unpackedBytes(bytes, named: path, upTo: largestFile)
    } catch {
      let reason =
        switch error {
        case .noDecompressor: "the library zlib, which unpacks it, is not installed"
        case .damagedCompression: "it is not a complete gzip file"
        case .unreadable(let reason): reason
        default: "it cannot be unpacked"
        }
      throw Failure(path: path, reason: reason)
    }
  }
}
