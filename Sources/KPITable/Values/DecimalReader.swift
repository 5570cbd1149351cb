import KPIModel

/// Reads exact decimal numbers from text.
struct DecimalReader {
  let decimalMark: UInt8
  let groupMark: UInt8?
  let isWhole: Bool
  let allowsPercentSign: Bool

  /// The most digits before and after the decimal mark, so that every number fits in 128 bits whatever
  /// the others in its column look like.
  static let wholeDigits = 18
  static let fractionDigits = 18

  enum Outcome: Equatable {
    case number(mantissa: Int128, scale: Int)
    case invalid
    case outOfRange
  }

  static let powers: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }
  }

  /// A number of at most eight bytes, or `nil` when it is not written plainly.
  @inline(__always)
  static func short(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, mark: UInt64
  ) -> (mantissa: Int64, scale: Int)? {
    var digits = length
    var word = loadWord(bytes)
    let isNegative = word & 0xFF == UInt64(UInt8(ascii: "-"))
    if isNegative {
      word >>= 8
      digits -= 1
      if digits == 0 { return nil }
    }
    // The bytes move up, so that the last digit stands in the highest byte.
    word &<<= UInt64(truncatingIfNeeded: 64 &- 8 &* digits)
    var scale = 0
    let marks = word ^ mark
    let found = (marks &- 0x0101_0101_0101_0101) & ~marks & 0x8080_8080_8080_8080
    if found != 0 {
      let place = UInt64(found.trailingZeroBitCount & ~7)
      scale = 7 - Int(place >> 3)
      let upper = (UInt64.max &<< place) << 8
      word = word & upper | (word & ((1 &<< place) &- 1)) << 8
      digits -= 1
      if digits == 0 { return nil }
    }
    if digits < 8 {
      word |= 0x3030_3030_3030_3030 &>> UInt64(truncatingIfNeeded: 8 &* digits)
    }
    let values = word ^ 0x3030_3030_3030_3030
    if ((values &+ 0x0606_0606_0606_0606) | values) & 0xF0F0_F0F0_F0F0_F0F0 != 0 { return nil }
    let pairs = values &* 10 &+ values >> 8
    let number =
      ((pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        &+ (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) >> 32
    // Eight digits fit in 64 bits many times over.
    let mantissa = Int64(truncatingIfNeeded: number & 0xFFFF_FFFF)
    return (isNegative ? 0 &- mantissa : mantissa, scale)
  }

  /// Any number: with marks between groups of digits, with an exponent, with spaces around it.
  @inline(never)
  func general(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
    var rest = DecimalReader.trimmed(text)
    let isPercent = allowsPercentSign && rest.last == UInt8(ascii: "%")
    if isPercent {
      rest = DecimalReader.trimmed(UnsafeBufferPointer(rebasing: rest.dropLast()))
    }
    var index = 0
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index = 1
    }
    var mantissa: Int128 = 0
    var digits = 0
    var significant = 0
    var scale = 0
    var hasMark = false
    var isAfterGroup = false
    var isTooLong = false
    while index < rest.count {
      let byte = rest[index]
      if byte &- 48 <= 9 {
        digits += 1
        isAfterGroup = false
        if hasMark { scale += 1 }
        if significant > 0 || byte != 48 { significant += 1 }
        // 37 digits are below 10^37, which 128 bits hold; zeros at the end of a fraction may be more.
        if significant > 37 {
          if hasMark, byte == 48 { scale -= 1 } else { isTooLong = true }
        } else {
          mantissa = mantissa &* 10 &+ Int128(byte &- 48)
        }
      } else if byte == decimalMark, !hasMark, !isAfterGroup, !isWhole {
        hasMark = true
      } else if byte == groupMark, !hasMark, digits > 0, !isAfterGroup {
        isAfterGroup = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, !isAfterGroup else { return .invalid }
    if index < rest.count {
      guard !isWhole, let exponent = DecimalReader.exponent(rest[index...]) else { return .invalid }
      scale -= exponent
    }
    if isPercent { scale += 2 }
    if isTooLong { return .outOfRange }
    while scale > 0, mantissa % 10 == 0 { (mantissa, scale) = (mantissa / 10, scale - 1) }
    if mantissa == 0 { return .number(mantissa: 0, scale: 0) }
    while scale < 0 {
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
      if overflow { return .outOfRange }
      (mantissa, scale) = (product, scale + 1)
    }
    guard scale <= DecimalReader.fractionDigits,
      let limit = Rational.powerOfTen(DecimalReader.wholeDigits + scale), mantissa < limit
    else { return .outOfRange }
    return .number(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }

  private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "e") else { return nil }
    var rest = bytes.dropFirst()
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty, rest.count <= 3, rest.allSatisfy({ $0 &- 48 <= 9 }) else { return nil }
    let value = rest.reduce(0) { $0 * 10 + Int($1 - 48) }
    return isNegative ? -value : value
  }

  /// The text without spaces and tabs around it.
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = text.count
    while start < end, text[start] == 32 || text[start] == 9 { start += 1 }
    while end > start, text[end - 1] == 32 || text[end - 1] == 9 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }
}

extension ColumnVector {
  /// Reads decimals: most are short and agree on their fraction digits, and this loop is for them.
  func readDecimals(_ fields: FieldView, _ count: Int, _ reader: DecimalReader, _ report: RowReport)
  {
    wide.removeAll(keepingCapacity: true)
    let values = integers
    let mark = UInt64(reader.isWhole ? 0xFF : reader.decimalMark) &* 0x0101_0101_0101_0101
    var columnScale = scale
    var anyMissing = false
    var row = 0
    while row < count {
      row = readShort(fields, from: row, count, mark: mark, scale: columnScale)
      if row == count { break }
      let (start, length) = fields[row]
      if length == 0 {
        values[row] = ColumnVector.missing
        anyMissing = true
        row += 1
        continue
      }
      let outcome = reader.general(UnsafeBufferPointer(start: start, count: length))
      guard case .number(let mantissa, let digits) = outcome else {
        report.bad(
          row,
          outcome == .outOfRange
            ? .numberOutOfRange
            : reader.isWhole ? .invalidInteger : .invalidNumber)
        values[row] = 0
        row += 1
        continue
      }
      if digits > columnScale {
        guard rescale(upTo: row, by: digits - columnScale) else {
          scale = columnScale
          hasMissing = anyMissing
          readWide(fields, count, reader, report, from: row)
          return
        }
        columnScale = digits
      }
      guard let value = ColumnVector.narrowed(mantissa, columnScale - digits) else {
        scale = columnScale
        hasMissing = anyMissing
        readWide(fields, count, reader, report, from: row)
        return
      }
      values[row] = value
      row += 1
    }
    scale = columnScale
    hasMissing = anyMissing
  }

  /// Reads short numbers, of at most as many fraction digits as the scale has, up to the first row that is not one;
  /// the result is that row.
  private func readShort(
    _ fields: FieldView, from first: Int, _ count: Int, mark: UInt64, scale: Int
  ) -> Int {
    // Eight digits times a power of ten up to the tenth fit in 64 bits.
    guard scale <= 10 else { return readShortChecked(fields, from: first, count, mark, scale) }
    let values = integers
    return DecimalReader.powers.withUnsafeBufferPointer { powers in
      guard let powers = powers.baseAddress else { return first }
      for row in first..<count {
        let (start, length) = fields[row]
        if length == 1 {
          let digit = start[0] &- 48
          guard digit <= 9 else { return row }
          values[row] = Int64(digit) &* powers[scale]
          continue
        }
        guard length &- 2 < 7, length > 1,
          let (mantissa, digits) = DecimalReader.short(start, length, mark: mark),
          digits <= scale
        else { return row }
        values[row] = mantissa &* powers[scale &- digits]
      }
      return count
    }
  }

  /// The same for columns of many fraction digits.
  private func readShortChecked(
    _ fields: FieldView, from first: Int, _ count: Int, _ mark: UInt64, _ scale: Int
  ) -> Int {
    for row in first..<count {
      let (start, length) = fields[row]
      guard length <= 8, length > 0,
        let (mantissa, digits) = DecimalReader.short(start, length, mark: mark), digits <= scale,
        scale - digits < DecimalReader.powers.count
      else { return row }
      let (value, overflow) = mantissa.multipliedReportingOverflow(
        by: DecimalReader.powers[scale - digits])
      guard !overflow else { return row }
      integers[row] = value
    }
    return count
  }

  private static func narrowed(_ mantissa: Int128, _ exponent: Int) -> Int64? {
    guard let narrow = Int64(exactly: mantissa), exponent < DecimalReader.powers.count else {
      return nil
    }
    let (product, overflow) = narrow.multipliedReportingOverflow(
      by: DecimalReader.powers[exponent])
    return overflow || product == missing ? nil : product
  }

  /// Multiplies the values read so far by a power of ten, unless one of them would not fit.
  private func rescale(upTo row: Int, by exponent: Int) -> Bool {
    let power = DecimalReader.powers[min(exponent, 18)]
    for earlier in 0..<row where integers[earlier] != ColumnVector.missing {
      if integers[earlier].multipliedReportingOverflow(by: power).overflow { return false }
    }
    for earlier in 0..<row where integers[earlier] != ColumnVector.missing {
      integers[earlier] &*= power
    }
    return true
  }

  /// Reads a block in which a number does not fit in 64 bits at the column's scale. Bad rows before `from` have been reported.
  private func readWide(
    _ fields: FieldView, _ count: Int, _ reader: DecimalReader, _ report: RowReport, from: Int
  ) {
    var numbers: [(mantissa: Int128, scale: Int)?] = []
    var greatest = 0
    for row in 0..<count {
      let text = fields.bytes(row)
      if text.isEmpty {
        numbers.append(nil)
        hasMissing = true
        continue
      }
      let outcome = reader.general(text)
      if case .number(let mantissa, let digits) = outcome {
        numbers.append((mantissa, digits))
        greatest = max(greatest, digits)
        continue
      }
      if row >= from {
        report.bad(
          row,
          outcome == .outOfRange
            ? .numberOutOfRange
            : reader.isWhole ? .invalidInteger : .invalidNumber)
      }
      numbers.append((0, 0))
    }
    // The scale of this block alone; the next one starts afresh and may be narrow again.
    wideScale = greatest
    scale = 0
    wide = numbers.map { number in
      guard let number, let power = Rational.powerOfTen(greatest - number.scale) else {
        return Int128.min
      }
      // At most 18 digits before the mark and 18 after it: below 10^36.
      return number.mantissa * power
    }
    for row in 0..<count { integers[row] = numbers[row] == nil ? ColumnVector.missing : 0 }
  }
}
