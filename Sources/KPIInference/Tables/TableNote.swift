/// Something about a proposed table that its reader should look over, in either language.
package enum TableNote: Hashable, Sendable {
  case inferred(rows: Int)
  case unnamedColumns(Int)
  case repeatedHeader(String)
  case emptyColumn(String)
  case dayFirst
  case thousands
  case rowsWithoutDate(column: String)
  case moneyWithoutCurrency
  case takenToBe(currency: String)
  case notANumber(example: String)
  case notADate(example: String)
  case strayReference(table: String, example: String)

  /// A sentence, or a part of one for the end of a line.
  package func text(inVietnamese: Bool) -> String { inVietnamese ? vietnamese : english }

  private var english: String {
    switch self {
    case .inferred(let rows):
      "Inferred from \(rows) \(rows == 1 ? "row" : "rows"): check the key, the time axis, the units and the allowed values."
    case .unnamedColumns(let count): "columns without a header left out: \(count)"
    case .repeatedHeader(let header):
      "the header \(StringLiteral.of(header)) occurs more than once; left out until it is told apart"
    case .emptyColumn(let header): "the column \(StringLiteral.of(header)) has no values; left out"
    case .dayFirst: "no date tells day and month apart; the day is taken to come first"
    case .thousands: "`1.234` is taken to be more than a thousand"
    case .rowsWithoutDate(let column): "rows without `\(column)` fall in no period"
    case .moneyWithoutCurrency: "money? then write its currency, such as USD"
    case .takenToBe(let currency): "taken to be \(currency)"
    case .notANumber(let example): "text, since \(StringLiteral.of(example)) is not a number"
    case .notADate(let example): "text, since \(StringLiteral.of(example)) is not a date"
    case .strayReference(let table, let example):
      "not a reference to `\(table)`, which lacks \(StringLiteral.of(example))"
    }
  }

  private var vietnamese: String {
    switch self {
    case .inferred(let rows):
      "Suy ra từ \(rows) dòng: hãy kiểm tra khóa, trục thời gian, đơn vị và các giá trị cho phép."
    case .unnamedColumns(let count): "bỏ qua các cột không có tiêu đề: \(count)"
    case .repeatedHeader(let header):
      "tiêu đề \(StringLiteral.of(header)) xuất hiện nhiều lần; bỏ qua cho đến khi phân biệt được"
    case .emptyColumn(let header): "cột \(StringLiteral.of(header)) không có giá trị nào; bỏ qua"
    case .dayFirst: "không có ngày nào cho biết ngày hay tháng đứng trước; coi như ngày đứng trước"
    case .thousands: "`1.234` được hiểu là hơn một nghìn"
    case .rowsWithoutDate(let column): "dòng không có `\(column)` không thuộc kỳ nào"
    case .moneyWithoutCurrency: "là tiền? vậy hãy ghi loại tiền, chẳng hạn VND"
    case .takenToBe(let currency): "được hiểu là \(currency)"
    case .notANumber(let example): "là chữ, vì \(StringLiteral.of(example)) không phải là số"
    case .notADate(let example): "là chữ, vì \(StringLiteral.of(example)) không phải là ngày"
    case .strayReference(let table, let example):
      "không tham chiếu `\(table)`, vì bảng đó không có \(StringLiteral.of(example))"
    }
  }
}
