import Testing

@testable import KPIDatabase

extension Connection {
  /// All rows of an answer.
  func rows(
    _ sql: String, options: [DatabaseOption] = [], limit: Double? = 120
  ) throws -> [[ResultValue?]] {
    let result = try query(sql, options: options, limit: limit)
    var rows: [[ResultValue?]] = []
    while let batch = try result.next() {
      for row in 0..<batch.rowCount { rows.append(try batch.columns.map { try $0.value(row) }) }
    }
    return rows
  }

  /// The fault that a question ends in.
  func fault(
    _ sql: String, limit: Double? = 120, cancellation: Cancellation? = nil
  ) -> DatabaseFault? {
    error(sql, limit: limit, cancellation: cancellation)?.fault
  }

  func error(
    _ sql: String, limit: Double? = 120, cancellation: Cancellation? = nil
  ) -> DatabaseError? {
    do throws(DatabaseError) {
      try execute(sql, limit: limit, cancellation: cancellation)
      return nil
    } catch {
      return error
    }
  }
}

/// The error that something ends in.
func databaseError<Value>(_ body: () throws(DatabaseError) -> Value) -> DatabaseError? {
  do throws(DatabaseError) {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

extension ResultValue {
  static func whole(_ number: Int) -> ResultValue { .number(ExactDecimal(Int128(number))) }

  static func decimal(_ unscaled: Int, _ scale: Int) -> ResultValue {
    .number(ExactDecimal(Int128(unscaled), scale: scale))
  }
}
