package import KPIModel
import KPIPlan

/// Why a database is not asked: it could not give exactly the numbers that are meant, so the rows are read instead.
package enum SQLRefusal: Error, Hashable, Sendable {
  /// Rows of other tables are looked for.
  case lookup
  /// Columns are divided, which leaves the decimals.
  case division
  /// A function whose result is not the same everywhere.
  case function(RowFunction)
  /// Clocks of the zone were set back and forth between two moments.
  case clocks
  /// A column holds something else than it is declared as, or binary numbers.
  case physical(column: String)
  /// A number may have more digits than the database computes with.
  case digits
  /// The database multiplies binary numbers only.
  case binaryProducts
  /// Values of kinds are compared that only this program brings together.
  case mixedKinds
  /// Something else of a formula that no database is asked for.
  case formula
  /// Rows that are alive at a moment are looked at one by one.
  case aliveRows
  /// A number has no end of decimals.
  case decimals
  /// A table that references lead to is kept elsewhere, or has no key.
  case elsewhere
}

/// What a column holds in the database.
package enum PhysicalType: Hashable, Sendable {
  case integer
  case decimal(precision: Int, scale: Int)
  /// A decimal of any length.
  case numeric
  case real
  case text, boolean, date, timestamp, timestampWithZone
  case other
}

/// Translates formulas over one row, or says why that would not be exact.
struct RowLowering {
  let specification: Specification
  let dialect: Dialect
  let names: RelationNames
  /// What the columns hold; `nil` where no database is at hand, and they hold what is declared.
  let physical: (@Sendable (TableID, ColumnID) -> PhysicalType?)?
  /// The company's time zone.
  let zone: String

  /// A number as the database computes it: how many digits it may have, and how many of them after the point.
  struct Digits: Hashable {
    var precision: Int
    var scale: Int
    /// Whether it is a whole number of 64 bits, which arithmetic can outgrow.
    var isMachineInteger = false

    static let unknown = Digits(precision: 18, scale: 6)
  }

  // MARK: Columns

  func column(_ path: ColumnPath) -> SQLExpression {
    let column = specification.column(path)
    return .column(of: names.alias(path), column.header ?? column.name)
  }

  /// A column whose empty texts are missing, as empty cells of files are.
  func present(_ path: ColumnPath) -> SQLExpression {
    let value = column(path)
    return specification.column(path).type == .text ? .call("nullif", [value, .text("")]) : value
  }

  private func kind(_ path: ColumnPath) -> PhysicalType? {
    physical.flatMap { $0(specification.owner(of: path), path.column) }
  }

  private func refused(_ path: ColumnPath) -> SQLRefusal {
    .physical(column: specification.text(of: path))
  }

  /// A column as its declared type; its number still lacks the factor of its unit.
  func plain(_ path: ColumnPath) throws(SQLRefusal) -> SQLExpression {
    let value = column(path)
    let found = kind(path)
    switch (specification.column(path).type, found) {
    case (.text, .text?), (.text, nil): return present(path)
    case (.boolean, .boolean?), (.boolean, nil): return value
    case (.date, .date?), (.date, nil), (.timestamp, .timestamp?), (.timestamp, nil): return value
    case (.timestamp, .timestampWithZone?) where dialect.hasDecimals:
      return .special(.local(zone: zone), value)
    case (.integer, .integer?), (.integer, nil), (.number, .integer?), (.number, nil),
      (.number, .decimal?), (.number, .numeric?):
      return value
    case (.integer, .decimal(_, 0)?): return value
    default: throw refused(path)
    }
  }

  func factor(_ path: ColumnPath) -> Rational {
    if case .number(_, let factor) = specification.column(path).type { factor } else { .one }
  }

  private func digits(_ path: ColumnPath) -> Digits {
    switch kind(path) {
    case .integer?: Digits(precision: 19, scale: 0, isMachineInteger: true)
    case .decimal(let precision, let scale)?: Digits(precision: precision, scale: scale)
    case .numeric?: Digits(precision: 0, scale: 0)
    case nil where specification.column(path).type == .integer:
      Digits(precision: 18, scale: 0, isMachineInteger: true)
    default: .unknown
    }
  }

  // MARK: Values

  /// A number with its digits.
  func number(_ expression: TableExpression) throws(SQLRefusal) -> (SQLExpression, Digits) {
    switch expression {
    case .literal(.number(let number)):
      guard let literal = SQLExpression(number) else { throw .decimals }
      let scale = number.exactFractionDigits(limit: 18) ?? 0
      return (literal, Digits(precision: "\(number.floor.magnitude)".count + scale, scale: scale))
    case .field(let path):
      let (value, factor) = (try plain(path), factor(path))
      guard factor != .one else { return (value, digits(path)) }
      return try product(
        (value, digits(path)), try number(.literal(.number(factor))))
    case .negated(let inner):
      let (value, digits) = try number(inner)
      return (.negated(value), digits)
    case .arithmetic(.divide, let dividend, .literal(.number(let divisor))):
      guard let inverse = Rational.one.divided(by: divisor) else { throw .division }
      return try product(try number(dividend), try number(.literal(.number(inverse))))
    case .arithmetic(.divide, _, _): throw .division
    case .arithmetic(.multiply, let left, let right):
      return try product(try number(left), try number(right))
    case .arithmetic(let operation, let left, let right):
      if operation == .subtract, let days = try difference(left, right) {
        return (days, Digits(precision: 12, scale: 0))
      }
      return try sum(operation, try number(left), try number(right))
    case .choice(let branches, let otherwise):
      var lowered: [SQLExpression.Branch] = []
      var digits: [Digits] = []
      for branch in branches {
        let (value, own) = try number(branch.value)
        digits.append(own)
        lowered.append(.init(try condition(branch.condition), value))
      }
      guard let otherwise else { return (.choice(lowered, otherwise: nil), try widest(digits)) }
      let (value, own) = try number(otherwise)
      return (.choice(lowered, otherwise: value), try widest(digits + [own]))
    case .function(let function, let arguments): return try number(function, arguments)
    case .lookup: throw .lookup
    default: throw .formula
    }
  }

  private func number(
    _ function: RowFunction, _ arguments: [TableExpression]
  ) throws(SQLRefusal) -> (SQLExpression, Digits) {
    let whole = Digits(precision: 10, scale: 0)
    switch function {
    case .coalesce:
      var values: [SQLExpression] = []
      var digits: [Digits] = []
      for argument in arguments {
        let (value, own) = try number(argument)
        values.append(value)
        digits.append(own)
      }
      return (.call("coalesce", values), try widest(digits))
    case .min, .max:
      guard let first = arguments.first else { throw .function(function) }
      var (value, digits) = try number(first)
      for argument in arguments.dropFirst() {
        let (other, own) = try number(argument)
        // Missing where one of the two is.
        let keepsFirst = SQLExpression.comparison(
          function == .min ? .lessOrEqual : .greaterOrEqual, value, other)
        value = .choice(
          [.init(keepsFirst, value), .init(.not(keepsFirst), other)], otherwise: nil)
        digits = try widest([digits, own])
      }
      return (value, digits)
    case .floor, .ceiling, .round:
      guard let first = arguments.first, arguments.count == 1, dialect.hasDecimals else {
        throw .function(function)
      }
      let (value, digits) = try number(first)
      let name = function == .ceiling ? "ceil" : function.rawValue
      return (
        .call(name, [value]), Digits(precision: digits.precision - digits.scale + 1, scale: 0)
      )
    case .abs:
      guard let first = arguments.first else { throw .function(function) }
      let (value, digits) = try number(first)
      return (.call("abs", [value]), digits)
    case .length:
      guard let first = arguments.first else { throw .function(function) }
      return (.special(.length, try text(first)), whole)
    case .year, .quarter, .month, .day, .weekday:
      guard let first = arguments.first else { throw .function(function) }
      return (.special(.part(function), try day(first)), whole)
    case .hour:
      guard let first = arguments.first, case .field(let path) = first,
        specification.column(path).type == .timestamp
      else { throw .function(function) }
      return (.special(.part(.hour), try plain(path)), whole)
    default: throw .function(function)
    }
  }

  private func product(
    _ left: (SQLExpression, Digits), _ right: (SQLExpression, Digits)
  ) throws(SQLRefusal) -> (SQLExpression, Digits) {
    guard dialect.hasDecimals else { throw .binaryProducts }
    let digits = Digits(
      precision: left.1.precision + right.1.precision, scale: left.1.scale + right.1.scale)
    guard digits.precision <= RowLowering.mostDigits else { throw .digits }
    return (.arithmetic(.multiply, RowLowering.roomy(left), RowLowering.roomy(right)), digits)
  }

  private func sum(
    _ operation: ArithmeticOperator, _ left: (SQLExpression, Digits),
    _ right: (SQLExpression, Digits)
  ) throws(SQLRefusal) -> (SQLExpression, Digits) {
    let widest = RowLowering.wider(left.1, right.1)
    guard widest.precision < RowLowering.mostDigits else { throw .digits }
    return (
      .arithmetic(operation, RowLowering.roomy(left), RowLowering.roomy(right)),
      Digits(precision: widest.precision + 1, scale: widest.scale)
    )
  }

  /// A number to be added up, as it stands in its column where it is one: without the factor of its unit.
  func summand(
    _ expression: TableExpression
  ) throws(SQLRefusal) -> (SQLExpression, factor: Rational) {
    if case .field(let path) = expression, case .number = specification.column(path).type.scalar {
      return (RowLowering.roomy((try plain(path), digits(path))), factor(path))
    }
    return (RowLowering.roomy(try number(expression)), .one)
  }

  /// A number whose sums and products do not overflow silently.
  private static func roomy(_ value: (expression: SQLExpression, digits: Digits)) -> SQLExpression {
    value.digits.isMachineInteger ? .special(.wide, value.expression) : value.expression
  }

  /// What a choice of several values needs.
  private func widest(_ digits: [Digits]) throws(SQLRefusal) -> Digits {
    let widest = digits.reduce(Digits(precision: 1, scale: 0), RowLowering.wider)
    guard widest.precision <= RowLowering.mostDigits else { throw .digits }
    return widest
  }

  private static func wider(_ left: Digits, _ right: Digits) -> Digits {
    let scale = max(left.scale, right.scale)
    return Digits(
      precision: max(left.precision - left.scale, right.precision - right.scale) + scale,
      scale: scale, isMachineInteger: left.isMachineInteger || right.isMachineInteger)
  }

  /// What decimals of the engines hold, less what a sum of very many rows needs.
  private static let mostDigits = 37

  /// The time between two dates in seconds; `nil` where these are numbers.
  private func difference(
    _ left: TableExpression, _ right: TableExpression
  ) throws(SQLRefusal) -> SQLExpression? {
    switch (specification.scalarType(of: left), specification.scalarType(of: right)) {
    case (.date, .date):
      let days = SQLExpression.special(.days(since: try day(right)), try day(left))
      return .arithmetic(.multiply, days, .integer(86_400))
    case (.timestamp, _), (_, .timestamp): throw .clocks
    default: return nil
    }
  }

  func text(_ expression: TableExpression) throws(SQLRefusal) -> SQLExpression {
    switch expression {
    case .literal(.text(let text)): return .text(text)
    case .field(let path): return try plain(path)
    case .function(.concat, let arguments):
      var result: SQLExpression?
      for argument in arguments {
        let value = try text(argument)
        result = result.map { .special(.concatenated(value), $0) } ?? value
      }
      guard let result else { throw .function(.concat) }
      return result
    case .function(.coalesce, let arguments):
      var values: [SQLExpression] = []
      for argument in arguments { values.append(try text(argument)) }
      return .call("coalesce", values)
    case .choice(let branches, let otherwise):
      return try choice(branches, otherwise) { (value) throws(SQLRefusal) in try text(value) }
    case .function(let function, _): throw .function(function)
    case .lookup: throw .lookup
    default: throw .formula
    }
  }

  private func choice(
    _ branches: [TableExpression.Branch], _ otherwise: TableExpression?,
    _ lower: (TableExpression) throws(SQLRefusal) -> SQLExpression
  ) throws(SQLRefusal) -> SQLExpression {
    var lowered: [SQLExpression.Branch] = []
    for branch in branches {
      lowered.append(.init(try condition(branch.condition), try lower(branch.value)))
    }
    guard let otherwise else { return .choice(lowered, otherwise: nil) }
    return .choice(lowered, otherwise: try lower(otherwise))
  }

  /// A date, or the date of a timestamp.
  func day(_ expression: TableExpression) throws(SQLRefusal) -> SQLExpression {
    switch expression {
    case .literal(.date(let day)): return .date(day)
    case .field(let path):
      let value = try plain(path)
      return specification.column(path).type == .timestamp ? .special(.day, value) : value
    case .function(.date, let arguments):
      guard let first = arguments.first else { throw .function(.date) }
      return try day(first)
    case .function(let function, _): throw .function(function)
    case .lookup: throw .lookup
    default: throw .formula
    }
  }

  // MARK: Conditions

  /// A condition that rows are taken by. Whether it is false or missing is all the same, so a text is compared with one that
  /// is not empty as it stands in its column, where an index may help.
  func filter(_ expression: TableExpression) throws(SQLRefusal) -> SQLExpression {
    switch expression {
    case .all(let parts): return .all(try filters(parts))
    case .any(let parts): return .any(try filters(parts))
    case .comparison(.equal, .field(let path), .literal(.text(let text)))
    where !text.isEmpty && !dialect.isTypedByValue:
      _ = try plain(path)
      return .comparison(.equal, column(path), .text(text))
    case .isIn(.field(let path), let scalars)
    where specification.column(path).type == .text && !dialect.isTypedByValue
      && !scalars.contains(.text("")):
      _ = try plain(path)
      return .isIn(column(path), scalars.map { .text($0.text) })
    default: return try condition(expression)
    }
  }

  private func filters(_ parts: [TableExpression]) throws(SQLRefusal) -> [SQLExpression] {
    var result: [SQLExpression] = []
    for part in parts { result.append(try filter(part)) }
    return result
  }

  func condition(_ expression: TableExpression) throws(SQLRefusal) -> SQLExpression {
    switch expression {
    case .literal(.boolean(let value)): return .boolean(value)
    case .field(let path): return try plain(path)
    case .comparison(let operation, let left, let right):
      return try comparison(operation, left, right)
    case .all(let parts): return .all(try conditions(parts))
    case .any(let parts): return .any(try conditions(parts))
    case .not(let part): return .not(try condition(part))
    case .isIn(let part, let scalars): return try membership(part, scalars)
    case .isMissing(let part): return .isNull(try value(part))
    case .function(.contains, let arguments):
      guard arguments.count == 2 else { throw .function(.contains) }
      return .special(.contains(try text(arguments[1])), try text(arguments[0]))
    case .function(.startsWith, let arguments):
      guard arguments.count == 2 else { throw .function(.startsWith) }
      let (whole, start) = (try text(arguments[0]), try text(arguments[1]))
      let head = SQLExpression.call("substr", [whole, .integer(1), .special(.length, start)])
      return .comparison(.equal, head, start)
    case .function(.coalesce, let arguments):
      return .call("coalesce", try conditions(arguments))
    case .choice(let branches, let otherwise):
      return try choice(branches, otherwise) { (value) throws(SQLRefusal) in try condition(value) }
    case .function(let function, _): throw .function(function)
    case .lookup: throw .lookup
    default: throw .formula
    }
  }

  private func conditions(_ parts: [TableExpression]) throws(SQLRefusal) -> [SQLExpression] {
    var result: [SQLExpression] = []
    for part in parts { result.append(try condition(part)) }
    return result
  }

  /// A value of any type.
  func value(_ expression: TableExpression) throws(SQLRefusal) -> SQLExpression {
    switch specification.scalarType(of: expression) {
    case .text: return try text(expression)
    case .boolean: return try condition(expression)
    case .date: return try day(expression)
    case .timestamp:
      // Texts of moments have no one form.
      guard case .field(let path) = expression, !dialect.isTypedByValue else { throw .clocks }
      return try plain(path)
    case .number: return try number(expression).0
    }
  }

  private func comparison(
    _ operation: ComparisonOperator, _ left: TableExpression, _ right: TableExpression
  ) throws(SQLRefusal) -> SQLExpression {
    switch (specification.scalarType(of: left), specification.scalarType(of: right)) {
    case (.text, .text):
      let isOrder = operation != .equal && operation != .notEqual
      let (first, second) = (try text(left), try text(right))
      return isOrder
        ? .comparison(operation, .special(.binary, first), .special(.binary, second))
        : .comparison(operation, first, second)
    case (.number, .number):
      if case .field(let path) = left, case .literal(.number(let bound)) = right,
        let own = bound.divided(by: factor(path)), let literal = SQLExpression(own)
      {
        // The bound in the unit of the column, so that an index on it is of use.
        return .comparison(operation, try comparable(path), literal)
      }
      return .comparison(operation, try number(left).0, try number(right).0)
    case (.date, .date):
      return .comparison(operation, try day(left), try day(right))
    case (.timestamp, .timestamp):
      return .comparison(operation, try value(left), try value(right))
    case (.timestamp, .date):
      // A date is its midnight.
      guard case .literal(.date(let day)) = right else { throw .clocks }
      return .comparison(
        operation, try value(left), .timestamp(day.number * 86_400_000_000))
    case (.boolean, .boolean) where operation == .equal || operation == .notEqual:
      return .comparison(operation, try condition(left), try condition(right))
    default: throw .mixedKinds
    }
  }

  /// A column of numbers to be compared with one that has few digits, which binary numbers can be, too.
  private func comparable(_ path: ColumnPath) throws(SQLRefusal) -> SQLExpression {
    if case .real? = kind(path), case .number = specification.column(path).type {
      return column(path)
    }
    return try plain(path)
  }

  private func membership(
    _ part: TableExpression, _ scalars: [Scalar]
  ) throws(SQLRefusal) -> SQLExpression {
    var values: [SQLExpression] = []
    let value: SQLExpression
    switch specification.scalarType(of: part) {
    case .number: value = try number(part).0
    default: value = try self.value(part)
    }
    for scalar in scalars {
      switch scalar {
      case .text(let text): values.append(.text(text))
      case .boolean(let truth): values.append(.boolean(truth))
      case .date(let day): values.append(.date(day))
      case .number(let number):
        guard let literal = SQLExpression(number) else { throw .decimals }
        values.append(literal)
      case .timestamp: throw .clocks
      }
    }
    return .isIn(value, values)
  }
}
