/// One value of a result.
package enum ResultValue: Sendable, Hashable {
  case boolean(Bool)
  case number(ExactDecimal)
  case real(Double)
  case text(String)
  case bytes([UInt8])
  /// Days since 1970-01-01.
  case day(Int)
  /// Microseconds since 1970-01-01: of UTC where the column has a zone, of the clock on the wall where it has none.
  case instant(Int)
  /// Microseconds since midnight.
  case timeOfDay(Int)
  /// Microseconds.
  case duration(Int)
}

extension ColumnBatch {
  /// The value of a row; `nil` where it is missing.
  package func value(_ row: Int) throws(ValueFault) -> ResultValue? {
    guard !isMissing(row) else { return nil }
    switch type {
    case .null: return nil
    case .boolean: return .boolean(try bit(row))
    case .integer, .decimal, .numeral: return try number(row).map { .number($0) }
    case .real: return try real(row).map { .real($0) }
    case .text: return .text(try withBytes(row) { String(decoding: $0, as: UTF8.self) } ?? "")
    case .bytes: return .bytes(try withBytes(row) { Array($0) } ?? [])
    case .day: return try day(row).map { .day($0) }
    case .timestamp: return try instant(row).map { .instant($0) }
    case .timeOfDay(let unit): return .timeOfDay(try microseconds(row, unit))
    case .duration(let unit): return .duration(try microseconds(row, unit))
    case .unsupported: throw .wrongType
    }
  }

  /// The exact number of a row: a whole number, a decimal or a numeral.
  package func number(_ row: Int) throws(ValueFault) -> ExactDecimal? {
    guard !isMissing(row) else { return nil }
    if let dictionary { return try dictionary.values.number(try dictionaryPlace(row)) }
    switch type {
    case .integer(let bits, let isSigned):
      return ExactDecimal(try wholeNumber(row, size: bits / 8, isSigned: isSigned))
    case .decimal(_, let scale):
      guard let number = ExactDecimal(try unscaled(row), anyScale: scale) else { throw .outOfRange }
      return number
    case .numeral, .text:
      guard
        let result = try withBytes(
          row,
          { bytes in
            Result { () throws(ValueFault) in try ExactDecimal(bytes) }
          })
      else { return nil }
      return try result.get()
    default: throw .wrongType
    }
  }

  /// The number of a row in floating point.
  package func real(_ row: Int) throws(ValueFault) -> Double? {
    guard !isMissing(row) else { return nil }
    if let dictionary { return try dictionary.values.real(try dictionaryPlace(row)) }
    guard case .real(let bits) = type else { return try number(row)?.real }
    switch bits {
    case 64: return try load(row, as: Double.self)
    case 32: return Double(try load(row, as: Float.self))
    default: return Double(halfPrecision: try load(row, as: UInt16.self))
    }
  }

  package func boolean(_ row: Int) throws(ValueFault) -> Bool? {
    guard !isMissing(row) else { return nil }
    guard type == .boolean else { throw .wrongType }
    return try bit(row)
  }

  /// The day of a row, in days since 1970-01-01: of a date, of a timestamp at midnight, or of a text such as
  /// `2026-01-31`.
  package func day(_ row: Int) throws(ValueFault) -> Int? {
    guard !isMissing(row) else { return nil }
    if let dictionary { return try dictionary.values.day(try dictionaryPlace(row)) }
    switch type {
    case .day:
      let day: Int
      if storage == .fixed(4) {
        day = Int(try load(row, as: Int32.self))
      } else {
        day = floorDivide(Int(try load(row, as: Int64.self)), 86_400_000)
      }
      guard TimeRange.days.contains(day) else { throw .outOfRange }
      return day
    case .timestamp:
      guard let instant = try instant(row) else { return nil }
      let day = floorDivide(instant, TimeRange.microsecondsADay)
      guard day * TimeRange.microsecondsADay == instant else { throw .notADay }
      return day
    case .text:
      guard let day = try withBytes(row, { CivilDay.number(of: $0) }) else { return nil }
      guard let day else { throw .notADay }
      return day
    default: throw .wrongType
    }
  }

  /// The instant of a row, in microseconds since 1970-01-01; what is finer is cut off.
  package func instant(_ row: Int) throws(ValueFault) -> Int? {
    guard !isMissing(row) else { return nil }
    if let dictionary { return try dictionary.values.instant(try dictionaryPlace(row)) }
    switch type {
    case .timestamp(let unit, _):
      let instant = try microseconds(row, unit)
      guard TimeRange.days.contains(floorDivide(instant, TimeRange.microsecondsADay)) else {
        throw .outOfRange
      }
      return instant
    case .day: return try day(row).map { $0 * TimeRange.microsecondsADay }
    default: throw .wrongType
    }
  }

  /// The text of a row.
  package func text(_ row: Int) throws(ValueFault) -> String? {
    guard !isMissing(row) else { return nil }
    return try withBytes(row) { String(decoding: $0, as: UTF8.self) }
  }

  /// Hands over the bytes of a text where they stand; they must not be kept.
  package func withBytes<Result>(
    _ row: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(ValueFault) -> Result? {
    guard !isMissing(row) else { return nil }
    if let dictionary { return try dictionary.values.withBytes(try dictionaryPlace(row), body) }
    return body(try span(row))
  }

  // MARK: How they are stored

  private func bit(_ row: Int) throws(ValueFault) -> Bool {
    if let dictionary { return try dictionary.values.bit(try dictionaryPlace(row)) }
    guard let values else { throw .broken }
    let place = first + row
    return values.load(fromByteOffset: place >> 3, as: UInt8.self) >> UInt8(place & 7) & 1 == 1
  }

  /// The digits of a decimal as a whole number.
  func unscaled(_ row: Int) throws(ValueFault) -> Int128 {
    switch storage {
    case .fixed(4): return Int128(try load(row, as: Int32.self))
    case .fixed(8): return Int128(try load(row, as: Int64.self))
    case .fixed(16), .fixed(32):
      // The words are read one by one: drivers align them to 8 bytes, and Swift wants 16.
      guard let values, case .fixed(let size) = storage else { throw .broken }
      let start = values + (first + row) * size
      let low = start.loadUnaligned(as: UInt64.self)
      let high = start.loadUnaligned(fromByteOffset: 8, as: Int64.self)
      if size == 32 {
        let sign: Int64 = high < 0 ? -1 : 0
        for place in [16, 24] {
          let word = start.loadUnaligned(fromByteOffset: place, as: Int64.self)
          guard word == sign else { throw .outOfRange }
        }
      }
      return Int128(high) << 64 | Int128(low)
    default: throw .wrongType
    }
  }

  private func microseconds(
    _ row: Int, _ unit: ResultType.TimeUnit
  ) throws(ValueFault) -> Int {
    if let dictionary { return try dictionary.values.microseconds(try dictionaryPlace(row), unit) }
    let count =
      storage == .fixed(4) ? Int(try load(row, as: Int32.self)) : Int(try load(row, as: Int64.self))
    let factor =
      switch unit {
      case .second: 1_000_000
      case .millisecond: 1000
      case .microsecond: 1
      case .nanosecond: 0
      }
    guard factor > 0 else { return floorDivide(count, 1000) }
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw .outOfRange }
    return product
  }

  /// Where the bytes of a text stand. The size of the memory is not said anywhere, so all that can be checked is
  /// that texts follow each other and end where the last one does.
  func span(_ row: Int) throws(ValueFault) -> UnsafeBufferPointer<UInt8> {
    let start: Int
    let end: Int
    switch storage {
    case .offsets32:
      guard let values else { throw .broken }
      let offsets = values + (first + row) * 4
      start = Int(offsets.loadUnaligned(as: Int32.self))
      end = Int(offsets.loadUnaligned(fromByteOffset: 4, as: Int32.self))
      let last = Int(values.loadUnaligned(fromByteOffset: (first + count) * 4, as: Int32.self))
      guard end <= last else { throw .broken }
    case .offsets64:
      guard let values else { throw .broken }
      let offsets = values + (first + row) * 8
      start = Int(offsets.loadUnaligned(as: Int64.self))
      end = Int(offsets.loadUnaligned(fromByteOffset: 8, as: Int64.self))
      let last = Int(values.loadUnaligned(fromByteOffset: (first + count) * 8, as: Int64.self))
      guard end <= last else { throw .broken }
    case .views: return try view(row)
    case .fixed(let size):
      guard type == .bytes else { throw .wrongType }
      guard let values else { return UnsafeBufferPointer(start: nil, count: 0) }
      return UnsafeBufferPointer(
        start: (values + (first + row) * size).assumingMemoryBound(to: UInt8.self), count: size)
    case .nothing, .bits: throw .wrongType
    }
    guard start >= 0, start <= end else { throw .broken }
    guard start < end else { return UnsafeBufferPointer(start: nil, count: 0) }
    guard let bytes else { throw .broken }
    return UnsafeBufferPointer(
      start: (bytes + start).assumingMemoryBound(to: UInt8.self), count: end - start)
  }

  /// A text of up to 12 bytes stands in its view; of a longer one the view says where it stands.
  private func view(_ row: Int) throws(ValueFault) -> UnsafeBufferPointer<UInt8> {
    guard let values, let views else { throw .broken }
    let view = values + (first + row) * 16
    let length = Int(view.loadUnaligned(as: Int32.self))
    guard length >= 0 else { throw .broken }
    if length <= 12 {
      return UnsafeBufferPointer(
        start: (view + 4).assumingMemoryBound(to: UInt8.self), count: length)
    }
    let number = Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
    let offset = Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    guard number >= 0, number < views.count, offset >= 0, let buffer = views.buffers[number],
      let sizes = views.sizes
    else { throw .broken }
    let size = sizes.loadUnaligned(fromByteOffset: number * 8, as: Int64.self)
    guard Int64(offset) + Int64(length) <= size else { throw .broken }
    return UnsafeBufferPointer(
      start: (buffer + offset).assumingMemoryBound(to: UInt8.self), count: length)
  }
}

/// Division that rounds down, also below zero.
func floorDivide(_ number: Int, _ divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}

extension Double {
  /// The value of 16 bits: a sign, 5 bits of exponent and 10 of fraction.
  fileprivate init(halfPrecision bits: UInt16) {
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023)
    let magnitude: Double =
      switch exponent {
      case 0: Double(sign: .plus, exponent: -24, significand: fraction)
      case 31: fraction == 0 ? .infinity : .nan
      default: Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
      }
    self = bits >> 15 == 1 ? -magnitude : magnitude
  }
}
