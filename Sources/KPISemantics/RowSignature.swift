import KPIModel
import KPISyntax

/// What a row function takes and gives.
struct RowSignature {
  let function: RowFunction

  init(_ function: RowFunction) { self.function = function }

  var counts: ClosedRange<Int> {
    switch function {
    case .abs, .floor, .ceiling, .lower, .upper, .trim, .length, .year, .quarter, .month, .day,
      .weekday, .hour, .date, .age:
      1...1
    case .round: 1...2
    case .contains, .startsWith, .endsWith: 2...2
    case .min, .max, .coalesce, .concat, .band: 2...100
    }
  }

  /// Whether all arguments and the result are of one type.
  var isAlike: Bool { function == .min || function == .max || function == .coalesce }

  /// How the call is written.
  var shape: String {
    switch function {
    case .abs, .floor, .ceiling: "\(function.rawValue)(number)"
    case .round: "round(number, 2)"
    case .min, .max, .coalesce: "\(function.rawValue)(first, second, …)"
    case .lower, .upper, .trim, .length: "\(function.rawValue)(text)"
    case .contains, .startsWith, .endsWith: "\(function.rawValue)(text, \"part\")"
    case .concat: "concat(text, text, …)"
    case .year, .quarter, .month, .day, .weekday: "\(function.rawValue)(date)"
    case .hour, .date: "\(function.rawValue)(timestamp)"
    case .age: "age(date)"
    case .band: "band(number, 0, 100, 500), the bounds ascending"
    }
  }

  func accepts(_ type: ScalarType, at index: Int) -> Bool {
    switch (function, type) {
    case (.abs, .number), (.floor, .number), (.ceiling, .number), (.round, .number): true
    case (.lower, .text), (.upper, .text), (.trim, .text), (.length, .text), (.contains, .text),
      (.startsWith, .text), (.endsWith, .text), (.concat, .text):
      true
    case (.age, .date), (.age, .timestamp), (.band, .number): true
    case (.year, .date), (.quarter, .date), (.month, .date), (.day, .date), (.weekday, .date): true
    case (.year, .timestamp), (.quarter, .timestamp), (.month, .timestamp), (.day, .timestamp),
      (.weekday, .timestamp), (.hour, .timestamp), (.date, .timestamp):
      true
    default: false
    }
  }

  func expected(at index: Int) -> String {
    switch function {
    case .abs, .floor, .ceiling, .round, .min, .max, .coalesce, .band: "a number"
    case .lower, .upper, .trim, .length, .contains, .startsWith, .endsWith, .concat: "text"
    case .year, .quarter, .month, .day, .weekday, .age: "a date"
    case .hour, .date: "a timestamp"
    }
  }

  func result(_ first: ExpressionType) -> ExpressionType {
    switch function {
    case .abs, .floor, .ceiling, .round, .min, .max, .coalesce, .band: first
    case .lower, .upper, .trim, .concat: .text
    case .contains, .startsWith, .endsWith: .boolean
    case .length, .year, .quarter, .month, .day, .weekday, .hour: .plain
    case .date: ExpressionType(.date)
    case .age: .number(Quantity(.time))
    }
  }
}

/// The second argument of `round`: how many digits after the decimal point are kept.
enum RoundingDigits {
  /// Whether the digits are written out as a whole number from 0 to 15.
  static func areValid(_ syntax: ExpressionSyntax) -> Bool {
    guard case .literal(let literal) = syntax, literal.unit == nil,
      case .number(let decimal) = literal.value, !decimal.isPercent, decimal.scale == 0
    else { return false }
    return (0...15).contains(decimal.mantissa)
  }
}

/// The functions of the language, by the level they belong to.
enum FunctionNames {
  static let rowLevel =
    RowFunction.allCases.map(\.rawValue) + EventSequence.Direction.allCases.map(\.rawValue)
    + ["convert"]

  static let aggregates =
    [
      "sum", "count", "count_distinct", "average", "min", "max", "median", "percentile", "stddev",
      "share",
    ] + entityAggregates

  /// Aggregates over the values of entities alone.
  static let entityAggregates = ["product", "top"]

  static let time = [
    "previous", "change", "growth", "trailing", "to_date", "before", "cumulative",
  ]
  static let stocks = StockMoment.allCases.map(\.rawValue)

  /// Who was active in a period, seen from the periods before.
  static let people = ["retention", "new", "returning", "lost"]

  /// Whether rows were followed by others, and for how long they are watched.
  static let cohorts = ["converted", "mature"]

  static let metricLevel =
    aggregates + time + stocks + ["total"] + people + cohorts + DayKind.allCases.map(\.rawValue)
    + MetricFunction.allCases.map(\.rawValue)

  static func isMetricLevel(_ name: String) -> Bool { metricLevel.contains(name) }
}
