import KPIModel

extension ColumnVector {
  /// The most memory that a dictionary takes before a transient column begins a new one.
  private static let transientFootprint = 4 << 20

  /// Reads texts through the dictionary; a text is judged once, however often it occurs.
  func readTexts(_ fields: FieldView, _ count: Int, _ report: RowReport) {
    let (ids, dictionary) = (ids, dictionary)
    if isTransient, dictionary.footprint > ColumnVector.transientFootprint {
      dictionary.removeAll()
    }
    dictionary.numbers(of: fields, into: ids, count)
    var anyMissing = false
    for row in 0..<count where ids[row] == 0 { anyMissing = true }
    hasMissing = anyMissing
    guard dictionary.hasBadTexts else { return }
    for row in 0..<count {
      switch dictionary.verdict(ids[row]) {
      case .good: break
      case .notUTF8: report.bad(row, .textNotUTF8)
      case .notAllowed: report.bad(row, .valueNotAllowed)
      }
    }
  }

  /// Reads fingerprints of texts; none is the missing value.
  func readFingerprints(_ fields: FieldView, _ count: Int) {
    var anyMissing = false
    for row in 0..<count {
      let (start, length) = fields[row]
      if length == 0 {
        integers[row] = ColumnVector.missing
        anyMissing = true
      } else {
        let print = dictionary.fingerprint(start, length)
        integers[row] = print == ColumnVector.missing ? 0 : print
      }
    }
    hasMissing = anyMissing
  }

  func readBooleans(_ fields: FieldView, _ count: Int, _ report: RowReport) {
    var anyMissing = false
    for row in 0..<count {
      let (start, length) = fields[row]
      if length == 0 {
        flags[row] = 2
        anyMissing = true
        continue
      }
      let text = UnsafeBufferPointer(start: start, count: length)
      guard let value = ColumnVector.boolean(text) else {
        report.bad(row, .invalidBoolean)
        flags[row] = 0
        continue
      }
      flags[row] = value ? 1 : 0
    }
    hasMissing = anyMissing
  }

  private static func boolean(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    let trimmed = DecimalReader.trimmed(text)
    guard trimmed.count <= 5 else { return nil }
    // Letters to lower case; `1` and `0` have that bit already.
    let word = trimmed.reduce(UInt64(0)) { $0 << 8 | UInt64($1 | 0x20) }
    return trueWords.contains(word) ? true : falseWords.contains(word) ? false : nil
  }

  private static let trueWords = ["true", "yes", "1", "t", "y"].map(packed)
  private static let falseWords = ["false", "no", "0", "f", "n"].map(packed)

  private static func packed(_ text: String) -> UInt64 {
    text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension TextDictionary {
  /// The dictionary of a declared column: it judges encoding and allowed values.
  static func judging(_ column: Column) -> TextDictionary {
    guard column.type == .text else { return TextDictionary() }
    let allowed = column.allowed.map { scalars in
      Set(scalars.compactMap { if case .text(let text) = $0 { Array(text.utf8) } else { nil } })
    }
    return TextDictionary { bytes in
      if !isUTF8(bytes) { return .notUTF8 }
      if let allowed, !allowed.contains(Array(bytes)) { return .notAllowed }
      return .good
    }
  }
}

/// Whether bytes are well-formed UTF-8.
func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue: continue
    case .emptyInput: return true
    case .error: return false
    }
  }
}
