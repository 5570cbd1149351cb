/// The bytes that a data file stands for, unpacked where its name says that it is compressed; no more than a limit.
package func unpackedBytes(
  _ bytes: [UInt8], named name: String, upTo limit: Int
) throws(FileFailure) -> [UInt8] {
  let source = try ByteSource.opened(at: .rows(bytes, display: name))
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  defer { buffer.deallocate() }
  var whole: [UInt8] = []
  while true {
    let count = try source.read(into: buffer)
    whole += buffer.prefix(count)
    guard whole.count <= limit else { throw .unreadable("it is too large once it is unpacked") }
    if count < buffer.count { return whole }
  }
}
