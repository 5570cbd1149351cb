/// A driver's manifest: a small TOML file that says where the library of a driver is, as the driver managers of ADBC
/// read it. Only what is needed of TOML is read: tables, keys and texts on one line.
struct Manifest: Sendable {
  let library: String
  let entry: String?

  /// The manifest in a file, for the machine that this program runs on.
  static func read(_ path: String) throws(ManifestFault) -> Manifest {
    guard let bytes = FileAccess.bytes(of: path, atMost: 1 << 18) else { throw .unreadable }
    return try Manifest(
      String(decoding: bytes, as: UTF8.self), folder: folder(of: path),
      platform: Platform.current)
  }

  init(_ text: String, folder: String, platform: Platform) throws(ManifestFault) {
    let values = try Manifest.values(in: text)
    if let version = values["manifest_version"].flatMap({ Int($0) }), version > 1 {
      throw .laterVersion(version)
    }
    let prefix = "Driver.shared."
    let found = values.keys.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    let own = platform.manifestNames.compactMap { values[prefix + $0] }.first
    guard let library = values["Driver.shared"] ?? own, !library.isEmpty else {
      throw .noLibrary(
        platform: platform.manifestNames.first ?? platform.architecture, found: found.sorted())
    }
    self.library = library.hasPrefix("/") ? library : folder + "/" + library
    entry = values["Driver.entrypoint"].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The values of all keys by their full names.
  private static func values(in text: String) throws(ManifestFault) -> [String: String] {
    var values: [String: String] = [:]
    var table = ""
    var isInList = false
    for (index, whole) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = withoutComment(whole).trimmed
      if isInList {
        isInList = !line.contains("]")
        continue
      }
      if line.isEmpty { continue }
      if line.hasPrefix("["), !line.contains("=") {
        guard line.hasSuffix("]") else { throw .notTOML(line: index + 1) }
        table = key(line.drop { $0 == "[" }.prefix { $0 != "]" })
        continue
      }
      guard let equals = line.firstIndex(of: "="), equals > line.startIndex else {
        throw .notTOML(line: index + 1)
      }
      let name = key(line[..<equals])
      let value = line[line.index(after: equals)...].trimmed
      if value.hasPrefix("[") {
        // Lists say what a driver can do, which is found out otherwise.
        isInList = !value.contains("]")
        continue
      }
      guard let value = Manifest.value(value) else { throw .notTOML(line: index + 1) }
      values[table.isEmpty ? name : table + "." + name] = value
    }
    return values
  }

  /// A dotted key without its blanks and quotes.
  private static func key(_ text: Substring) -> String {
    text.split(separator: ".").map { $0.trimmed.filter { $0 != "\"" && $0 != "'" } }
      .joined(separator: ".")
  }

  /// A text without its quotes, or another simple value as it is written.
  private static func value(_ text: Substring) -> String? {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return text.isEmpty ? nil : String(text)
    }
    guard text.count >= 2, text.last == quote else { return nil }
    let inside = text.dropFirst().dropLast()
    if quote == "'" { return inside.contains("'") ? nil : String(inside) }
    var result = ""
    var rest = inside
    while let character = rest.popFirst() {
      guard character == "\\" else {
        if character == "\"" { return nil }
        result.append(character)
        continue
      }
      guard let code = rest.popFirst() else { return nil }
      switch code {
      case "\\", "\"", "/": result.append(code)
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "u", "U":
        let length = code == "u" ? 4 : 8
        guard rest.count >= length, let number = UInt32(rest.prefix(length), radix: 16),
          let scalar = Unicode.Scalar(number)
        else { return nil }
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(length)
      default: return nil
      }
    }
    return result
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    var quote: Character?
    var isEscaped = false
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open, !isEscaped { quote = nil }
        isEscaped = character == "\\" && open == "\"" && !isEscaped
      } else if character == "#" {
        return line[..<index]
      } else if character == "\"" || character == "'" {
        quote = character
        isEscaped = false
      }
    }
    return line
  }
}

extension Substring {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
