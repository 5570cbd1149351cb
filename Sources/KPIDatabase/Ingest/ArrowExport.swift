import CADBC

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes rows as a stream of one Arrow array, in memory of the C library that the receiver gives back.
enum ArrowExport {
  /// Fills a stream; `release` of what it gives frees everything.
  static func fill(_ stream: UnsafeMutablePointer<ArrowArrayStream>, _ rows: RowsToIngest) {
    let state = State(rows)
    stream.pointee.private_data = Unmanaged.passRetained(state).toOpaque()
    stream.pointee.get_schema = { stream, schema in
      guard let schema, let state = ArrowExport.state(of: stream) else { return EINVAL }
      ArrowExport.fill(schema, state.rows)
      return 0
    }
    stream.pointee.get_next = { stream, array in
      guard let array, let state = ArrowExport.state(of: stream) else { return EINVAL }
      array.initialize(to: ArrowArray())
      if !state.isGiven { ArrowExport.fill(array, state.rows) }
      state.isGiven = true
      return 0
    }
    stream.pointee.get_last_error = { _ in nil }
    stream.pointee.release = { stream in
      guard let stream, let data = stream.pointee.private_data else { return }
      Unmanaged<State>.fromOpaque(data).release()
      stream.pointee.private_data = nil
      stream.pointee.release = nil
    }
  }

  private final class State {
    let rows: RowsToIngest
    var isGiven = false

    init(_ rows: RowsToIngest) { self.rows = rows }
  }

  private static func state(of stream: UnsafeMutablePointer<ArrowArrayStream>?) -> State? {
    stream?.pointee.private_data.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Columns

  private static func fill(_ schema: UnsafeMutablePointer<ArrowSchema>, _ rows: RowsToIngest) {
    write(schema, format: "+s", name: "", children: rows.columns.count)
    for (index, column) in rows.columns.enumerated() {
      guard let child = schema.pointee.children?[index] else { continue }
      write(child, format: column.values.format, name: column.name, children: 0)
    }
  }

  private static func write(
    _ schema: UnsafeMutablePointer<ArrowSchema>, format: String, name: String, children: Int
  ) {
    schema.initialize(to: ArrowSchema())
    schema.pointee.format = UnsafePointer(strdup(format))
    schema.pointee.name = UnsafePointer(strdup(name))
    schema.pointee.flags = 2
    schema.pointee.children = pointers(children)
    schema.pointee.n_children = Int64(children)
    schema.pointee.release = { schema in
      guard let schema else { return }
      for index in 0..<Int(schema.pointee.n_children) {
        guard let child = schema.pointee.children?[index] else { continue }
        child.pointee.release?(child)
        free(child)
      }
      free(schema.pointee.children)
      free(UnsafeMutablePointer(mutating: schema.pointee.format))
      free(UnsafeMutablePointer(mutating: schema.pointee.name))
      schema.pointee.release = nil
    }
  }

  /// So many zeroed structures, and the pointers to them.
  private static func pointers<Value>(
    _ count: Int
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<Value>?>? {
    let list = calloc(max(count, 1), MemoryLayout<UnsafeRawPointer>.size)?
      .assumingMemoryBound(to: UnsafeMutablePointer<Value>?.self)
    for index in 0..<count {
      list?[index] = calloc(1, MemoryLayout<Value>.size)?.assumingMemoryBound(to: Value.self)
    }
    return list
  }

  // MARK: Values

  private static func fill(_ array: UnsafeMutablePointer<ArrowArray>, _ rows: RowsToIngest) {
    write(array, rows: rows.count, buffers: [nil], children: rows.columns.count)
    for (index, column) in rows.columns.enumerated() {
      guard let child = array.pointee.children?[index] else { continue }
      write(
        child, rows: rows.count, buffers: buffers(of: column.values, rows: rows.count), children: 0)
      child.pointee.null_count = -1
    }
  }

  private static func write(
    _ array: UnsafeMutablePointer<ArrowArray>, rows: Int, buffers: [UnsafeMutableRawPointer?],
    children: Int
  ) {
    array.initialize(to: ArrowArray())
    array.pointee.length = Int64(rows)
    array.pointee.n_buffers = Int64(buffers.count)
    let list = calloc(max(buffers.count, 1), MemoryLayout<UnsafeRawPointer>.size)?
      .assumingMemoryBound(to: UnsafeRawPointer?.self)
    for (index, buffer) in buffers.enumerated() { list?[index] = UnsafeRawPointer(buffer) }
    array.pointee.buffers = list
    array.pointee.children = pointers(children)
    array.pointee.n_children = Int64(children)
    array.pointee.release = { array in
      guard let array else { return }
      for index in 0..<Int(array.pointee.n_children) {
        guard let child = array.pointee.children?[index] else { continue }
        child.pointee.release?(child)
        free(child)
      }
      for index in 0..<Int(array.pointee.n_buffers) {
        free(UnsafeMutableRawPointer(mutating: array.pointee.buffers?[index]))
      }
      free(array.pointee.buffers)
      free(array.pointee.children)
      array.pointee.release = nil
    }
  }

  private static func buffers(
    of values: RowsToIngest.Values, rows: Int
  ) -> [UnsafeMutableRawPointer?] {
    switch values {
    case .integers(let values), .instants(let values): return fixed(values, rows, 0)
    case .reals(let values): return fixed(values, rows, 0)
    case .days(let values): return fixed(values, rows, 0)
    case .decimals(let values, _, _): return fixed(values, rows, 0)
    case .booleans(let values):
      return [bits(values.map { $0 != nil }, rows), bits(values.map { $0 == true }, rows)]
    case .texts(let texts):
      var ends: [Int64] = [0]
      var bytes: [UInt8] = []
      for row in 0..<rows {
        if row < texts.count, let text = texts[row] { bytes.append(contentsOf: text.utf8) }
        ends.append(Int64(bytes.count))
      }
      return [bits(texts.map { $0 != nil }, rows), copied(ends), copied(bytes)]
    }
  }

  private static func fixed<Value: BitwiseCopyable>(
    _ values: [Value?], _ rows: Int, _ zero: Value
  ) -> [UnsafeMutableRawPointer?] {
    let filled = (0..<rows).map { $0 < values.count ? values[$0] ?? zero : zero }
    return [bits(values.map { $0 != nil }, rows), copied(filled)]
  }

  private static func bits(_ flags: [Bool], _ rows: Int) -> UnsafeMutableRawPointer? {
    var bytes = [UInt8](repeating: 0, count: rows / 8 + 1)
    for (row, flag) in flags.enumerated() where flag { bytes[row >> 3] |= 1 << UInt8(row & 7) }
    return copied(bytes)
  }

  private static func copied<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutableRawPointer?
  {
    let size = values.count * MemoryLayout<Value>.stride
    let memory = malloc(max(size, 1))
    values.withUnsafeBytes { bytes in
      if let source = bytes.baseAddress, size > 0 {
        memory?.copyMemory(from: source, byteCount: size)
      }
    }
    return memory
  }
}
