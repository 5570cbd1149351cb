/// Where the text of one column stands in memory for the rows of a block.
///
/// An empty span is a missing value. A reader may look up to 16 bytes behind a span's end.
final class FieldSpans {
  let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
  let lengths: UnsafeMutablePointer<Int32>
  private let nothing: UnsafeMutablePointer<UInt8>

  init() {
    nothing = .allocate(capacity: 64)
    nothing.initialize(repeating: 0, count: 64)
    starts = .allocate(capacity: ColumnVector.capacity)
    starts.initialize(repeating: UnsafePointer(nothing), count: ColumnVector.capacity)
    lengths = .allocate(capacity: ColumnVector.capacity)
    lengths.initialize(repeating: 0, count: ColumnVector.capacity)
  }

  deinit {
    starts.deallocate()
    lengths.deallocate()
    nothing.deallocate()
  }

  /// The spans for reading.
  var view: FieldView {
    FieldView(
      starts: UnsafePointer(starts), lengths: UnsafePointer(lengths), bytes: UnsafePointer(nothing),
      before: UnsafePointer(lengths), rows: UnsafePointer(lengths), isDirect: false,
      trimsReturn: false)
  }

  func setMissing(_ row: Int) { lengths[row] = 0 }
}

/// The text of one column for the rows of a block: either spans that were written down, or the places of the
/// separators themselves, where nothing needs to be unquoted.
struct FieldView {
  let starts: UnsafePointer<UnsafePointer<UInt8>>
  let lengths: UnsafePointer<Int32>
  let bytes: UnsafePointer<UInt8>
  /// The separators, from the one before the field in a row whose place is 0.
  let before: UnsafePointer<Int32>
  let rows: UnsafePointer<Int32>
  let isDirect: Bool
  /// Whether a line may end with a carriage return that is not part of the field.
  let trimsReturn: Bool

  @inline(__always)
  subscript(row: Int) -> (start: UnsafePointer<UInt8>, length: Int) {
    guard isDirect else { return (starts[row], Int(lengths[row])) }
    let place = Int(rows[row])
    let start = before[place] &+ 1
    let first = bytes + Int(start)
    var length = Int(before[place &+ 1] &- start)
    if trimsReturn, length > 0, first[length &- 1] == UInt8(ascii: "\r") { length &-= 1 }
    return (first, length)
  }

  func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    let (start, length) = self[row]
    return UnsafeBufferPointer(start: start, count: length)
  }

  func text(_ row: Int) -> String {
    String(decoding: bytes(row).prefix(120), as: UTF8.self)
  }
}

/// Memory for texts that do not stand in the file as they are, such as fields with doubled quotes.
final class Scratch {
  private var pages: [UnsafeMutablePointer<UInt8>] = []
  private var sizes: [Int] = []
  private var page = 0
  private var used = 0

  deinit { for page in pages { page.deallocate() } }

  /// Gives everything back; spans made before are dead.
  func reset() {
    page = 0
    used = 0
  }

  /// Room for a number of bytes, with some to look at behind them.
  func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    let wanted = count + 32
    while page < pages.count, used + wanted > sizes[page] {
      page += 1
      used = 0
    }
    if page == pages.count {
      let size = max(1 << 16, wanted)
      let new = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
      new.initialize(repeating: 0, count: size)
      pages.append(new)
      sizes.append(size)
    }
    defer { used += wanted }
    return pages[page] + used
  }
}
