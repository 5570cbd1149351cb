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

  func text(_ row: Int) -> String {
    let length = min(Int(lengths[row]), 120)
    return String(decoding: UnsafeBufferPointer(start: starts[row], count: length), as: UTF8.self)
  }

  func setMissing(_ row: Int) { lengths[row] = 0 }
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
