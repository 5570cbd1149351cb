import KPIModel
import KPITable

/// The formulas over the rows of one table, compiled so that each step runs over a whole block at once.
///
/// Equal parts of all formulas are one step, so a shared filter is computed once per block.
final class Program {
  let fields: Fields
  private(set) var steps: [Step] = []
  private var known: [TableExpression: Int] = [:]
  private let indexes: LookupIndexes
  private var searches: [EventSequence: SequenceSearch] = [:]

  /// One operation over the vectors of earlier steps.
  struct Step {
    let operation: Operation
    let inputs: [Int]
    let vector: Vector
    /// What the step computes, for the rows that must be computed alone.
    let expression: TableExpression
  }

  enum Operation {
    case field(ColumnPath)
    /// The vector was filled when the program was made.
    case constant
    case negate
    case arithmetic(ArithmeticOperator)
    /// Multiplies the first input, which is exact, by a constant.
    case scale(Rational)
    case difference
    case compare(ComparisonOperator)
    case all, any, not
    case isIn([Int64]?, [Scalar])
    case isMissing
    /// Condition, value, condition, value, …, and the value otherwise if their number is odd.
    case choice
    case coalesce
    case rounding(RowFunction)
    case extreme(RowFunction)
    case datePart(RowFunction)
    /// A condition on one text alone: computed once for each distinct text.
    case judged(TextJudgement)
    /// Whether rows of other tables follow; the input is the time of the row.
    case sequence(SequenceStep)
    /// An amount times the rate of its currency; the inputs are the two of them and the time of the row.
    case conversion(ConversionStep)
    /// Row by row, as the interpreter says.
    case interpreted
  }

  init(_ fields: Fields, _ indexes: LookupIndexes) {
    self.fields = fields
    self.indexes = indexes
  }

  /// The vector of a formula.
  func vector(of expression: TableExpression) -> Vector { steps[step(of: expression)].vector }

  /// Computes all steps for the current block.
  func run(_ count: Int) {
    for step in steps { Kernels.run(step, self, count) }
  }

  /// One row's value, computed alone.
  func value(of expression: TableExpression, row: Int) throws(RowFailure) -> RowValue {
    try interpreter(row).value(expression)
  }

  func truth(of expression: TableExpression, row: Int) throws(RowFailure) -> Bool? {
    try interpreter(row).truth(expression)
  }

  private func interpreter(_ row: Int) -> Interpreter {
    Interpreter(zone: fields.zone, field: { self.fields.value($0, row: row) }) {
      (lookup, values, time) throws(RowFailure) in
      switch lookup {
      case .sequence(let sequence):
        return .boolean(self.search(sequence).holds(at: time, keys: values))
      case .conversion(let table):
        guard values.count == 2 else { return .missing }
        return try self.indexes.rate(of: values[0], in: values[1], at: time, table)
      }
    }
  }

  private func search(_ sequence: EventSequence) -> SequenceSearch {
    if let search = searches[sequence] { return search }
    let search = SequenceSearch(
      sequence, for: fields.table, fields.specification, indexes, fields.zone)
    searches[sequence] = search
    return search
  }

  // MARK: Compiling

  func step(of expression: TableExpression) -> Int {
    if let index = known[expression] { return index }
    let step = make(expression)
    steps.append(step)
    known[expression] = steps.count - 1
    return steps.count - 1
  }

  private func make(_ expression: TableExpression) -> Step {
    if let judgement = TextJudgement(expression, fields), let path = expression.fields.first {
      return Step(
        operation: .judged(judgement), inputs: [step(of: .field(path))], vector: Vector(.boolean),
        expression: expression)
    }
    let shape = shape(of: expression)
    let kinds = shape.parts.map { Program.kind(of: $0, fields) }
    let (operation, kind) = Program.resolve(shape.operation, kinds, expression, fields)
    var inputs: [Int] = []
    if case .interpreted = operation {
      // The interpreter asks for the columns itself; they only have to be there.
      expression.forEachField { _ = fields.vector($0) }
    } else {
      for part in shape.parts { inputs.append(step(of: part)) }
    }
    let vector: Vector
    switch operation {
    case .field(let path): vector = fields.vector(path)
    default: vector = Vector(kind)
    }
    if case .constant = operation, case .literal(let scalar) = expression {
      Kernels.fill(vector, scalar)
    }
    if case .interpreted = operation, kind == .text { vector.dictionary = TextDictionary() }
    return Step(operation: operation, inputs: inputs, vector: vector, expression: expression)
  }

  private func shape(
    of expression: TableExpression
  ) -> (operation: Operation, parts: [TableExpression]) {
    switch expression {
    case .literal: return (.constant, [])
    case .field(let path): return (.field(path), [])
    case .negated(let inner): return (.negate, [inner])
    case .arithmetic(let operation, let left, let right):
      return (.arithmetic(operation), [left, right])
    case .comparison(let operation, let left, let right):
      return (.compare(operation), [left, right])
    case .all(let parts): return (.all, parts)
    case .any(let parts): return (.any, parts)
    case .not(let inner): return (.not, [inner])
    case .isIn(let inner, let scalars): return (.isIn(nil, scalars), [inner])
    case .isMissing(let inner): return (.isMissing, [inner])
    case .choice(let branches, let otherwise):
      var parts = branches.flatMap { [$0.condition, $0.value] }
      if let otherwise { parts.append(otherwise) }
      return (.choice, parts)
    case .function(let function, let arguments):
      switch function {
      case .abs, .floor, .ceiling: return (.rounding(function), arguments)
      case .round where arguments.count == 1: return (.rounding(function), arguments)
      case .min, .max: return (.extreme(function), arguments)
      case .coalesce: return (.coalesce, arguments)
      case .year, .quarter, .month, .day, .weekday, .hour, .date:
        return (.datePart(function), arguments)
      // Ages of snapshots are differences of columns, those of spans are made when they are looked at, and bands
      // are choices by the time they get here.
      case .age, .band, .round, .lower, .upper, .trim, .length, .contains, .startsWith, .endsWith,
        .concat:
        return (.interpreted, [])
      }
    case .lookup(.sequence(let sequence), let keys, let time):
      let step = SequenceStep(search(sequence), by: keys, self)
      return (.sequence(step), time.map { [$0] } ?? [])
    case .lookup(.conversion(let table), let arguments, let time):
      return (
        .conversion(ConversionStep(indexes.rates(table))), arguments + (time.map { [$0] } ?? [])
      )
    }
  }

  /// Settles the operation and the kind of its result by the kinds of its inputs; what has no kernel of
  /// its own is interpreted.
  private static func resolve(
    _ operation: Operation, _ kinds: [Vector.Kind], _ expression: TableExpression, _ fields: Fields
  ) -> (Operation, Vector.Kind) {
    let isNumeric = kinds.allSatisfy { $0 == .exact || $0 == .real }
    let isReal = kinds.contains(.real)
    let isUniform = kinds.allSatisfy { $0 == kinds[0] }
    let hasWords = kinds.contains { $0 == .text || $0 == .boolean }
    let interpreted = (Operation.interpreted, kind(of: expression, fields))
    switch operation {
    case .field(let path): return (operation, fields.kind(path))
    case .constant: return (operation, kind(of: expression, fields))
    case .negate: return isNumeric ? (operation, kinds[0]) : interpreted
    case .arithmetic(let arithmetic):
      guard isNumeric else {
        let isDates = arithmetic == .subtract && isUniform && !hasWords
        return isDates ? (.difference, .exact) : interpreted
      }
      if let factor = expression.constantFactor, !isReal { return (.scale(factor), .exact) }
      return (operation, isReal || arithmetic == .divide ? .real : .exact)
    case .compare:
      let areTimes = kinds.allSatisfy { $0 == .day || $0 == .instant }
      let isPlain = isNumeric || areTimes || isUniform && kinds[0] == .boolean
      return isPlain ? (operation, .boolean) : (.interpreted, .boolean)
    case .all, .any, .not:
      return kinds.allSatisfy { $0 == .boolean } ? (operation, .boolean) : (.interpreted, .boolean)
    case .isIn(_, let scalars):
      let wanted = scalars.map { Kernels.plain($0, kinds[0]) }
      return wanted.contains(nil)
        ? (.interpreted, .boolean) : (.isIn(wanted.compactMap { $0 }, scalars), .boolean)
    case .isMissing: return (operation, .boolean)
    case .choice:
      let values = kinds.indices.filter { $0 % 2 == 1 || $0 == kinds.count - 1 }.map { kinds[$0] }
      let conditions = kinds.indices.filter { $0 % 2 == 0 && $0 < kinds.count - 1 }
      guard conditions.allSatisfy({ kinds[$0] == .boolean }) else { return interpreted }
      let isSame = values.allSatisfy { $0 == values[0] } && values[0] != .text
      return isSame ? (operation, values[0]) : interpreted
    case .coalesce, .extreme: return isUniform && !hasWords ? (operation, kinds[0]) : interpreted
    case .rounding: return isNumeric ? (operation, kinds[0]) : interpreted
    case .datePart(let function):
      guard kinds[0] == .day || kinds[0] == .instant else { return interpreted }
      return (operation, function == .date ? .day : .exact)
    case .sequence: return (operation, .boolean)
    case .conversion: return (operation, kinds[0])
    case .scale, .difference, .judged, .interpreted: return interpreted
    }
  }

  /// What the values of a formula are, without compiling it.
  static func kind(of expression: TableExpression, _ fields: Fields) -> Vector.Kind {
    switch expression {
    case .literal(.text): return .text
    case .literal(.boolean): return .boolean
    case .literal(.number): return .exact
    case .literal(.date): return .day
    case .literal(.timestamp): return .instant
    case .field(let path): return fields.kind(path)
    case .negated(let inner): return kind(of: inner, fields)
    case .arithmetic(let operation, let left, let right):
      let isReal = [left, right].contains { kind(of: $0, fields) == .real }
      let isQuotient = operation == .divide && expression.constantFactor == nil
      return isQuotient || isReal ? .real : .exact
    case .comparison, .all, .any, .not, .isIn, .isMissing, .lookup(.sequence, _, _): return .boolean
    case .lookup(.conversion, let arguments, _):
      return arguments.first.map { kind(of: $0, fields) } ?? .exact
    case .choice(let branches, let otherwise):
      let kinds = (branches.map(\.value) + (otherwise.map { [$0] } ?? [])).map {
        kind(of: $0, fields)
      }
      return kinds.contains(.real) ? .real : kinds.first ?? .exact
    case .function(let function, let arguments):
      switch function {
      case .lower, .upper, .trim, .concat: return .text
      case .contains, .startsWith, .endsWith: return .boolean
      case .length, .age, .band, .year, .quarter, .month, .day, .weekday, .hour: return .exact
      case .date: return .day
      case .abs, .round, .floor, .ceiling, .min, .max, .coalesce:
        let kinds = arguments.map { kind(of: $0, fields) }
        return kinds.contains(.real) ? .real : kinds.first ?? .exact
      }
    }
  }
}

/// The truth of a condition on one text column, remembered for each distinct text.
final class TextJudgement {
  private let expression: TableExpression
  private let path: ColumnPath
  private let zone: LazyZone
  /// 0 and 1 for false and true, 2 for missing, 3 for not known yet.
  private(set) var verdicts: UnsafeMutablePointer<UInt8>
  private var capacity = 1024
  private var generation = 0

  /// `nil` unless the formula is a condition that looks at exactly one text column.
  init?(_ expression: TableExpression, _ fields: Fields) {
    guard case let paths = expression.fields, paths.count == 1, fields.kind(paths[0]) == .text,
      Program.kind(of: expression, fields) == .boolean
    else { return nil }
    switch expression {
    // These are cheaper made from their parts, or are themselves no condition on a text.
    case .field, .literal, .lookup: return nil
    default: break
    }
    self.expression = expression
    path = paths[0]
    zone = fields.zone
    verdicts = .allocate(capacity: capacity)
    verdicts.initialize(repeating: 3, count: capacity)
  }

  deinit { verdicts.deallocate() }

  /// Makes room for the numbers of a dictionary, which may have begun anew.
  func prepare(_ dictionary: TextDictionary) {
    let count = dictionary.count
    if count > capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: count * 2)
      larger.initialize(repeating: 3, count: count * 2)
      larger.update(from: verdicts, count: capacity)
      verdicts.deallocate()
      verdicts = larger
      capacity = count * 2
    }
    if dictionary.generation != generation {
      verdicts.update(repeating: 3, count: capacity)
      generation = dictionary.generation
    }
  }

  func judge(_ id: UInt32, _ dictionary: TextDictionary) -> UInt8 {
    let text: RowValue = id == 0 ? .missing : .text(dictionary[id])
    // Comparing texts cannot leave any range; arithmetic on literals could, and then no row is kept.
    let truth = (try? Interpreter(zone: zone) { _ in text }.truth(expression)) ?? nil
    let verdict: UInt8 = truth.map { $0 ? 1 : 0 } ?? 2
    verdicts[Int(id)] = verdict
    return verdict
  }
}
