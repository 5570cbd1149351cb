#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Texts that C code hands over.
enum CText {
  /// The text at an address up to its zero, or up to a limit where none comes.
  static func string(_ pointer: UnsafePointer<CChar>, atMost limit: Int) -> String {
    let count = strnlen(pointer, limit)
    return String(decoding: UnsafeRawBufferPointer(start: pointer, count: count), as: UTF8.self)
  }

  /// Why the system did not load a library, in its own words.
  static func lastDynamicLoaderError() -> String {
    dlerror().map { string($0, atMost: 4096) } ?? ""
  }

  /// A text for one line of a report: no control characters, which could steer a terminal, and not endless.
  static func plain(_ text: String, atMost limit: Int = 1000) -> String {
    var result = ""
    var isSpace = true
    var count = 0
    for scalar in text.unicodeScalars {
      let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if isBlank {
        if !isSpace { result.unicodeScalars.append(" ") }
      } else if scalar.properties.generalCategory != .format {
        result.unicodeScalars.append(scalar)
      }
      isSpace = isBlank
      count += 1
      if count == limit {
        result += "…"
        break
      }
    }
    while result.last == " " { result.removeLast() }
    return result
  }
}
