package import KPISource

/// Sentences about functions of spreadsheets, databases and report tools, with the line to write instead, made of what
/// was written.
extension Diagnostic {
  /// A function that this language does not have. `arguments` are the texts in its parentheses, and `known` what there is.
  package static func unknownFunction(
    _ name: String, arguments: [String], known: some Sequence<String>, at range: SourceRange,
    call: SourceRange
  ) -> Diagnostic {
    let small = name.lowercased()
    let message = "there is no function `\(name)`"
    if small != name, known.contains(small) {
      return Diagnostic(
        .unknownFunction, "`\(name)` is written `\(small)`", at: range,
        help: "The names of functions are written in small letters.",
        fixes: [Fix("Write `\(small)`", [TextEdit(range: range, replacement: small)])])
    }
    guard let instead = ForeignFunction(small, arguments).instead else {
      return unknown(
        .unknownFunction, name, message, among: known, what: "function", at: range)
    }
    switch instead {
    case .formula(let text):
      return Diagnostic(
        .unknownFunction, message, at: range, help: "Write `\(text)`.",
        fixes: [Fix("Write `\(text)`", [TextEdit(range: call, replacement: text)])])
    case .shape(let text):
      return Diagnostic(.unknownFunction, message, at: range, help: "Write `\(text)`.")
    case .advice(let sentence):
      return Diagnostic(.unknownFunction, message, at: range, help: sentence)
    }
  }
}

/// A function of another program, and what is written here for it.
private struct ForeignFunction {
  enum Instead {
    /// The same, all of it.
    case formula(String)
    /// Something like it, with places to fill in.
    case shape(String)
    case advice(String)
  }

  private let name: String
  private let arguments: [String]

  init(_ name: String, _ arguments: [String]) {
    self.name = name.split { !$0.isLetter }.joined()
    self.arguments = arguments
  }

  var instead: Instead? { aggregate ?? choice ?? time ?? value }

  private func argument(_ index: Int, or example: String) -> String {
    index < arguments.count ? arguments[index] : example
  }

  private var first: String { argument(0, or: "orders.amount") }

  /// The table that the first argument is of.
  private var table: String { first.split(separator: ".").first.map(String.init) ?? "orders" }

  // MARK: Aggregates

  private var aggregate: Instead? {
    switch name {
    case "avg", "mean", "averagea", "avgx", "averagex":
      return renamed("average")
    case "sumx", "suma", "total", "sumup", "addup", "totalsum":
      return arguments.count == 1 ? renamed("sum") : nil
    case "counta", "countrows", "countx", "rowcount", "rows", "cnt", "number", "howmany":
      return renamed("count")
    case "countd", "distinct", "unique", "distinctcount", "countunique", "nunique", "dcount",
      "uniq":
      return renamed("count_distinct")
    case "stdev", "stddevs", "stdevs", "stddevsamp", "stdevsample", "std": return renamed("stddev")
    case "maximum", "maxx", "largest": return renamed("max")
    case "minimum", "minx", "smallest": return renamed("min")
    case "quantile", "percentilecont", "percentileinc", "percentiledisc":
      return .shape("percentile(\(first), 95)")
    case "countif", "countifs": return filtered("count", of: table, conditions: arguments[...])
    case "sumif", "averageif": return onCondition
    case "sumifs", "averageifs":
      return filtered(
        name == "sumifs" ? "sum" : "average", of: first, conditions: arguments.dropFirst())
    case "sumproduct":
      return arguments.isEmpty ? nil : .formula("sum(\(arguments.joined(separator: " * ")))")
    case "calculate":
      return arguments.count > 1
        ? .shape("\(first) where \(arguments[1])") : .shape("revenue where status = \"paid\"")
    case "rank", "rankx", "large", "topn": return .shape("top(revenue per customer_id, 10)")
    case "var", "variance", "vars":
      return .advice("`stddev` gives its root, the standard deviation.")
    default: return nil
    }
  }

  private func renamed(_ function: String) -> Instead {
    arguments.isEmpty
      ? .shape("\(function)(orders.amount)")
      : .formula("\(function)(\(arguments.joined(separator: ", ")))")
  }

  /// `SUMIF(range, criterion, sum range)`.
  private var onCondition: Instead {
    let function = name == "sumif" ? "sum" : "average"
    let summed = argument(2, or: first)
    return filtered(function, of: summed, conditions: arguments.prefix(2))
  }

  /// `function(subject where column = value and …)`, of columns and criteria by turns.
  private func filtered(
    _ function: String, of subject: String, conditions: ArraySlice<String>
  ) -> Instead {
    var texts: [String] = []
    var rest = conditions
    while let column = rest.popFirst() {
      guard let criterion = rest.popFirst() else {
        texts.append("\(column) = …")
        break
      }
      texts.append(ForeignFunction.condition(column, criterion))
    }
    guard !texts.isEmpty else { return .shape("\(function)(\(subject) where status = \"paid\")") }
    return .formula("\(function)(\(subject) where \(texts.joined(separator: " and ")))")
  }

  /// `status = "paid"`; a criterion such as `">10"` holds its sign.
  private static func condition(_ column: String, _ criterion: String) -> String {
    let inner =
      criterion.count > 1 && criterion.first == "\"" && criterion.last == "\""
      ? criterion.dropFirst().dropLast() : ""
    for (sign, ours) in [
      (">=", ">="), ("<=", "<="), ("<>", "!="), (">", ">"), ("<", "<"), ("=", "="),
    ]
    where inner.hasPrefix(sign) {
      let value = inner.dropFirst(sign.count)
      let isNumber = !value.isEmpty && value.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
      return "\(column) \(ours) " + (isNumber ? String(value) : "\"\(value)\"")
    }
    return "\(column) = \(criterion)"
  }

  // MARK: Choices

  private var choice: Instead? {
    switch name {
    case "if", "iif":
      guard arguments.count > 1 else { return .shape("case { when revenue > 0 then 1 else 0 }") }
      let otherwise = arguments.count > 2 ? " else \(arguments[2])" : ""
      return .formula("case { when \(arguments[0]) then \(arguments[1])\(otherwise) }")
    case "ifs", "switch", "choose", "decode":
      return .shape("case { when revenue > 100 then 2 when revenue > 10 then 1 else 0 }")
    case "ifnull", "nvl", "zn", "isnull", "ifna", "ifmissing":
      return name == "isnull" && arguments.count == 1
        ? .formula("\(first) is missing")
        : .formula("coalesce(\(first), \(argument(1, or: "0")))")
    case "isblank", "isna", "isempty": return .formula("\(first) is missing")
    case "iferror":
      return .formula("coalesce(\(first), \(argument(1, or: "0")))")
    case "nullif", "divide", "safedivide":
      return name == "nullif"
        ? .advice(
          "Write `\(first)` alone: a division by zero is no error here, its value is missing.")
        : .formula("\(first) / \(argument(1, or: "count(orders)"))")
    case "and", "or":
      return .formula(arguments.isEmpty ? "a \(name) b" : arguments.joined(separator: " \(name) "))
    case "not": return .formula("not (\(first))")
    default: return nil
    }
  }

  // MARK: Time

  private var time: Instead? {
    switch name {
    case "ytd", "totalytd", "yeartodate", "datesytd": return .shape("to_date(\(metric), year)")
    case "qtd", "totalqtd", "quartertodate": return .shape("to_date(\(metric), quarter)")
    case "mtd", "totalmtd", "monthtodate": return .shape("to_date(\(metric), month)")
    case "yoy", "yearoveryear", "growthrate", "pctchange", "percentchange":
      return .shape("growth(\(metric), 1 year)")
    case "mom", "monthovermonth": return .shape("growth(\(metric), 1 month)")
    case "lag", "lastyear", "sameperiodlastyear", "previousyear", "lookback", "prior":
      return .shape("previous(\(metric), 1 year)")
    case "previousmonth", "lastmonth": return .shape("previous(\(metric), 1 month)")
    case "rolling", "movingaverage", "movingsum", "runningaverage", "last":
      return .shape("trailing(\(metric), 3 months)")
    case "cumsum", "runningtotal", "runningsum", "running": return .shape("cumulative(\(metric))")
    case "today", "now", "currentdate", "getdate", "sysdate":
      return .advice(
        "A formula does not know the day it is asked on. Say which period you mean when you ask: "
          + "`kpi eval NAME --from 2026-01`; how long ago something was is `age(column)` in `closing(…)`."
      )
    case "datediff", "datedif", "daysbetween", "days", "timestampdiff":
      let dates = arguments.filter { $0.contains(".") || $0.contains("_") }
      guard dates.count == 2 else { return .shape("(paid_on - ordered_on) / 1 day") }
      return .shape(
        "\(dates[1]) - \(dates[0])` or, the other way round, `\(dates[0]) - \(dates[1])")
    case "datepart", "datetrunc", "extract", "eomonth", "text", "weeknum":
      return .advice(
        "Periods are chosen when you ask: `kpi eval NAME --by month`. In conditions there are "
          + "`year(column)`, `quarter(column)`, `month(column)` and `weekday(column)`.")
    case "dateadd", "edate", "adddays":
      return .advice("Compare the difference instead: `paid_on - ordered_on <= 7 days`.")
    default: return nil
    }
  }

  /// What was given, where it is a metric's name or formula.
  private var metric: String { arguments.first ?? "revenue" }

  // MARK: Single values

  private var value: Instead? {
    switch name {
    case "len", "charlength": return renamed("length")
    case "concatenate", "textjoin", "concatws": return renamed("concat")
    case "lcase", "tolower": return renamed("lower")
    case "ucase", "toupper": return renamed("upper")
    case "ceil", "roundup": return .formula("ceiling(\(first))")
    case "int", "rounddown", "trunc": return .formula("floor(\(first))")
    case "left", "startswith": return .shape("starts_with(\(first), \"web\")")
    case "right", "endswith": return .shape("ends_with(\(first), \"web\")")
    case "mid", "substring", "substr", "find", "search", "instr", "regexpmatch":
      return .shape("contains(\(first), \"web\")")
    case "power", "pow": return .shape("\(first) * \(first)")
    case "percent", "pct", "ratio", "percentage":
      return .advice(
        "Divide: `part / whole`. A part of the rows is `share(orders where status = \"paid\")`.")
    case "vlookup", "xlookup", "hlookup", "lookup", "related", "index", "match":
      return .advice(
        "Follow the reference from column to column: `orders.customer_id.segment`. The column is declared "
          + "with `-> customers`.")
    case "bucket", "ntile", "histogram", "width": return .shape("band(\(first), 0, 100, 500)")
    default: return nil
    }
  }
}
