/// Reading many values at a time, into memory of the caller's.
///
/// `missing` is written where there is no value. A value that cannot be used is reported by its row, and `missing`
/// is written for it too.
extension ColumnBatch {
  package typealias Report = (_ row: Int, _ fault: ValueFault) -> Void

  /// Whole numbers that fit into 64 bits.
  package func readIntegers(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Int64>, missing: Int64, report: Report
  ) {
    if dictionary == nil, case .integer(let bits, let isSigned) = type {
      switch (bits, isSigned) {
      case (64, true): return copy(rows, Int64.self, into: target, missing, report) { $0 }
      case (32, true): return copy(rows, Int32.self, into: target, missing, report) { Int64($0) }
      default: break
      }
    }
    read(rows, into: target, missing, report) { row throws(ValueFault) in
      guard let number = try number(row) else { return nil }
      guard number.scale == 0, let integer = Int64(exactly: number.unscaled) else {
        throw .outOfRange
      }
      return integer
    }
  }

  /// The digits of exact numbers, as whole numbers that stand for that many `10^-scale`; only for whole numbers and
  /// decimals, whose count of fraction digits, `fixedScale`, is the same in every row.
  package func readUnscaled(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Int64>, missing: Int64, report: Report
  ) {
    if dictionary == nil, storage == .fixed(8), case .decimal(_, let scale) = type, scale >= 0 {
      return copy(rows, Int64.self, into: target, missing, report) { $0 }
    }
    read(rows, into: target, missing, report) { row throws(ValueFault) in
      guard let number = try number(row) else { return nil }
      guard let integer = Int64(exactly: number.unscaled) else { throw .outOfRange }
      return integer
    }
  }

  /// The same in 128 bits.
  package func readUnscaled(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Int128>, missing: Int128, report: Report
  ) {
    read(rows, into: target, missing, report) { row throws(ValueFault) in
      try number(row)?.unscaled
    }
  }

  /// The count of fraction digits that all rows have; `nil` where each has its own, or the column is not exact.
  package var fixedScale: Int? {
    switch type {
    case .integer: 0
    case .decimal(_, let scale): max(scale, 0)
    default: nil
    }
  }

  /// Numbers in floating point.
  package func readReals(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Double>, missing: Double, report: Report
  ) {
    if dictionary == nil, type == .real(bits: 64) {
      return copy(rows, Double.self, into: target, missing, report) { $0 }
    }
    read(rows, into: target, missing, report) { row throws(ValueFault) in try real(row) }
  }

  /// 0 for false, 1 for true.
  package func readBooleans(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<UInt8>, missing: UInt8, report: Report
  ) {
    read(rows, into: target, missing, report) { row throws(ValueFault) in
      try boolean(row).map { $0 ? 1 : 0 }
    }
  }

  /// Days since 1970-01-01.
  package func readDays(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Int64>, missing: Int64, report: Report
  ) {
    read(rows, into: target, missing, report) { row throws(ValueFault) in
      try day(row).map(Int64.init)
    }
  }

  /// Microseconds since 1970-01-01, of UTC where the column has a zone.
  package func readInstants(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Int64>, missing: Int64, report: Report
  ) {
    read(rows, into: target, missing, report) { row throws(ValueFault) in
      try instant(row).map(Int64.init)
    }
  }

  /// Hands over the bytes of each text where they stand, and `nil` where one is missing.
  package func readTexts(
    _ rows: Range<Int>, report: Report,
    _ body: (_ row: Int, UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    for row in rows {
      do throws(ValueFault) {
        if try withBytes(row, { body(row, $0) }) == nil { body(row, nil) }
      } catch {
        report(row, error)
        body(row, nil)
      }
    }
  }

  /// The texts that a column of numbers points to, with the places of a row in them: so that each text is looked at
  /// once. `nil` where the column is stored otherwise.
  package var distinctTexts: ColumnBatch? { dictionary?.values }

  /// The row of `distinctTexts` that a row has; `nil` where it has none.
  package func distinctPlace(_ row: Int) throws(ValueFault) -> Int? {
    guard dictionary != nil, !isMissing(row) else { return nil }
    return try dictionaryPlace(row)
  }

  // MARK: Loops

  /// Values of fixed size that need no check but whether they are there.
  private func copy<Stored: BitwiseCopyable, Value>(
    _ rows: Range<Int>, _: Stored.Type, into target: UnsafeMutablePointer<Value>,
    _ missing: Value, _ report: Report, _ convert: (Stored) -> Value
  ) {
    let inside = rows.clamped(to: 0..<count)
    guard inside == rows, let values else {
      return read(rows, into: target, missing, report) { _ throws(ValueFault) in throw .broken }
    }
    let start = values + (first + rows.lowerBound) * MemoryLayout<Stored>.size
    for index in 0..<rows.count {
      let stored = start.loadUnaligned(
        fromByteOffset: index &* MemoryLayout<Stored>.size, as: Stored.self)
      target[index] = convert(stored)
    }
    guard mayHaveMissing else { return }
    for index in 0..<rows.count where isMissing(rows.lowerBound + index) { target[index] = missing }
  }

  private func read<Value>(
    _ rows: Range<Int>, into target: UnsafeMutablePointer<Value>, _ missing: Value,
    _ report: Report, _ value: (Int) throws(ValueFault) -> Value?
  ) {
    for (index, row) in rows.enumerated() {
      do throws(ValueFault) {
        target[index] = try value(row) ?? missing
      } catch {
        report(row, error)
        target[index] = missing
      }
    }
  }
}
