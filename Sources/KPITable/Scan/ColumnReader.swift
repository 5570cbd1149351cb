package import KPIModel

/// Turns the field texts of one column into its vector.
struct ColumnReader {
  let vector: ColumnVector
  private let column: Column
  private let decimals: DecimalReader
  private var dates: DateReader
  private let allowed: Set<Scalar>?

  init(
    _ column: Column, id: ColumnID, format: TextFormat, zone: LazyZone, isFingerprint: Bool,
    isTransient: Bool
  ) {
    self.column = column
    vector = ColumnVector(
      column, id: id, dictionary: .judging(column), isFingerprint: isFingerprint,
      isTransient: isTransient)
    dates = DateReader(format: format, zone: zone)
    var isPercent = false
    var isWhole = false
    switch column.type {
    case .number(let quantity, _): isPercent = quantity.style == .percent
    case .integer: isWhole = true
    case .text, .boolean, .date, .timestamp: break
    }
    decimals = DecimalReader(
      decimalMark: format.decimalMark, groupMark: format.groupMark, isWhole: isWhole,
      allowsPercentSign: isPercent)
    allowed = column.type == .text ? nil : column.allowed.map(Set.init)
  }

  mutating func read(_ fields: FieldView, _ count: Int, into block: RowBlock) {
    let report = RowReport(block: block, column: vector.id, fields: fields)
    switch vector.form {
    case .text: vector.readTexts(fields, count, report)
    case .fingerprint: vector.readFingerprints(fields, count)
    case .boolean: vector.readBooleans(fields, count, report)
    case .day: vector.readDays(fields, count, &dates, report)
    case .instant: vector.readInstants(fields, count, &dates, report)
    case .decimal: vector.readDecimals(fields, count, decimals, report)
    }
    if vector.hasMissing, !column.isOptional {
      for row in 0..<count where vector.isMissing(row) { report.bad(row, .missingValue) }
    }
    if let allowed {
      for row in 0..<count {
        if let scalar = vector.scalar(row), !allowed.contains(scalar), block.bad[row] == 0 {
          report.bad(row, .valueNotAllowed)
        }
      }
    }
  }
}

extension ColumnVector {
  package func isMissing(_ row: Int) -> Bool {
    switch form {
    case .text: ids[row] == 0
    case .boolean: flags[row] == 2
    case .fingerprint, .day, .instant, .decimal: integers[row] == ColumnVector.missing
    }
  }

  /// The value in one row; `nil` when it is missing, or when only its fingerprint is kept.
  package func scalar(_ row: Int) -> Scalar? {
    guard !isMissing(row) else { return nil }
    switch form {
    case .text: return .text(dictionary[ids[row]])
    case .fingerprint: return nil
    case .boolean: return .boolean(flags[row] == 1)
    case .day: return .date(Day(Int(integers[row])))
    case .instant: return .timestamp(Int(integers[row]))
    case .decimal: return number(row).map(Scalar.number)
    }
  }

  /// The exact number in one row; `nil` when it is missing or, once its unit is applied, does not fit.
  package func number(_ row: Int) -> Rational? {
    guard integers[row] != ColumnVector.missing else { return nil }
    let number =
      wide.isEmpty
      ? Rational(mantissa: Int128(integers[row]), scale: scale)
      : Rational(mantissa: wide[row], scale: wideScale)
    return number?.multiplied(by: factor)
  }
}
