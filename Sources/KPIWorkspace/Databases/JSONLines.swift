import KPIDatabase
import KPIModel
import KPIText

/// Writes the rows of a result as objects of JSON, one a line, for the engine to read like a file.
enum JSONLines {
  static func bytes(of batch: RecordBatch) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.rowCount * batch.columns.count * 24)
    let names = batch.columns.map { column in
      var name: [UInt8] = []
      JSON.append(quoting: column.name, to: &name)
      return name + [UInt8(ascii: ":")]
    }
    for row in 0..<batch.rowCount {
      bytes.append(UInt8(ascii: "{"))
      for (index, column) in batch.columns.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += names[index]
        write(column, row, into: &bytes)
      }
      bytes += "}\n".utf8
    }
    return bytes
  }

  private static func write(_ column: ColumnBatch, _ row: Int, into bytes: inout [UInt8]) {
    do throws(ValueFault) {
      switch try column.value(row) {
      case nil: bytes += "null".utf8
      case .boolean(let value)?: bytes += (value ? "true" : "false").utf8
      case .number(let number)?:
        bytes += whole(DecimalText.plain(number.unscaled, scale: number.scale)).utf8
      case .real(let number)?:
        // What is not a number is told as text, which no column of numbers takes.
        if number.isFinite {
          bytes += whole(plain(number)).utf8
        } else {
          bytes += "\"\(number)\"".utf8
        }
      case .text(let text)?: JSON.append(quoting: text, to: &bytes)
      case .day(let day)?: bytes += "\"\(Day(day).text)\"".utf8
      case .instant(let microseconds)?:
        let isZoned = if case .timestamp(_, _?) = column.type { true } else { false }
        bytes += "\"\(Scalar.timestamp(microseconds).text)\(isZoned ? "Z" : "")\"".utf8
      case .bytes(let value)?:
        value.withUnsafeBufferPointer { JSON.append(quoting: $0, to: &bytes) }
      case .timeOfDay(let value)?, .duration(let value)?: bytes += "\"\(value)\"".utf8
      }
    } catch {
      bytes += "\"unreadable\"".utf8
    }
  }

  /// A number without a fraction of zeros, so that a column of whole numbers takes it.
  private static func whole(_ number: String) -> Substring {
    guard let point = number.firstIndex(of: "."),
      number[point...].dropFirst().utf8.allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return number[...] }
    return number[..<point]
  }

  /// The shortest decimal that is read back as the same binary number, without an exponent.
  private static func plain(_ number: Double) -> String {
    let text = "\(number)"
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text }
    let isNegative = text.hasPrefix("-")
    let mantissa = text[..<mark].drop { $0 == "-" }
    let whole = mantissa.prefix { $0 != "." }
    let fraction = mantissa.drop { $0 != "." }.dropFirst()
    let digits = whole + (fraction == "0" ? "" : fraction)
    let point = whole.count + exponent
    let sign = isNegative ? "-" : ""
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
