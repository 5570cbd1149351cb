import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Row functions that look for rows of another table: `followed_by` and `preceded_by`.
extension RowExpressions {
  func sequence(
    _ direction: EventSequence.Direction, _ syntax: CallSyntax,
    into diagnostics: inout [Diagnostic]
  ) -> Expression? {
    let shape = "\(direction.rawValue)(table, by: column, within: 7 days)"
    guard let arguments = SequenceArguments(syntax, tables: 1, shape: shape, into: &diagnostics)
    else { return nil }
    return sequence(direction, arguments.tables, arguments, into: &diagnostics)
  }

  /// Looks for rows of some tables, one after the other.
  func sequence(
    _ direction: EventSequence.Direction, _ tables: [ExpressionSyntax],
    _ arguments: SequenceArguments, into diagnostics: inout [Diagnostic]
  ) -> Expression? {
    let keys = arguments.keys.compactMap { fields.resolve($0, into: &diagnostics) }
    guard keys.count == arguments.keys.count else { return nil }
    var steps: [EventSequence.Step] = []
    for table in tables {
      let step = step(table, zip(arguments.keys, keys.map(\.type)), into: &diagnostics)
      if let step { steps.append(step) }
    }
    let lengths = LiteralReader(units: fields.scope.units)
    guard steps.count == tables.count,
      let within = lengths.length(arguments.within, of: arguments, into: &diagnostics)
    else { return nil }
    var after: TimeLength?
    if let syntax = arguments.after {
      after = lengths.length(syntax, of: arguments, into: &diagnostics)
      if after == nil { return nil }
    }
    let lookup = Lookup.sequence(
      EventSequence(direction: direction, steps: steps, after: after, within: within))
    if case .known(let time) = time,
      let problem = fields.specification.problem(of: lookup, datedBy: time)
    {
      diagnostics.append(arguments.diagnostic(problem))
      return nil
    }
    return .lookup(lookup, keys.map(\.expression), at: nil)
  }

  /// The rows of one table, with what dates them and the keys, which must be of the types that the row's have.
  private func step(
    _ syntax: ExpressionSyntax, _ keys: some Sequence<(PathSyntax, ScalarType)>,
    into diagnostics: inout [Diagnostic]
  ) -> EventSequence.Step? {
    let specification = fields.specification
    let parts = AggregateParts(syntax)
    guard let table = fields.scope.table(parts.base, into: &diagnostics) else { return nil }
    let other = TableFields(table: table, vocabulary: fields.vocabulary)
    let axis = parts.axis(in: other, into: &diagnostics)
    let time = axis.column ?? specification.time(of: table)
    let conditions = parts.conditions(
      RowExpressions<TableFields>(fields: other, time: .known(time)), into: &diagnostics)
    var columns: [TableExpression] = []
    for (path, own) in keys {
      guard let found = other.resolve(path, into: &diagnostics) else { return nil }
      guard found.type == own else {
        diagnostics.append(
          .keyMismatch(
            path.syntax.text, own.name, other: found.type.name, table: specification[table].name,
            at: path.range))
        return nil
      }
      columns.append(found.expression)
    }
    guard axis != .reported, let conditions else { return nil }
    guard let time else {
      diagnostics.append(
        .undatedLookup(table: specification[table].name, at: .source(parts.base.range)))
      return nil
    }
    return EventSequence.Step(
      table: table, filter: TableExpression.conjunction(of: conditions), keys: columns, axis: time)
  }
}

extension Scope {
  /// The table that an argument names; `nil` when it was reported.
  func table(_ syntax: ExpressionSyntax, into diagnostics: inout [Diagnostic]) -> TableID? {
    guard case .path(let path) = syntax, path.parts.count == 1 else {
      diagnostics.append(.notATable(at: syntax.range))
      return nil
    }
    let name = path.parts[0]
    guard let table = tables[name.text] else {
      diagnostics.append(.unknownTable(name.text, known: tables.keys, at: name.range))
      return nil
    }
    return table
  }
}

/// The arguments of a sequence: tables, the keys they share, and how far apart their rows may be.
struct SequenceArguments {
  let name: String
  let syntax: CallSyntax
  /// How the call is written.
  let shape: String
  let tables: [ExpressionSyntax]
  /// The columns after `by` and `matching`.
  let keys: [PathSyntax]
  let after: ExpressionSyntax?
  let within: ExpressionSyntax

  /// `nil` when something about the arguments was reported.
  init?(
    _ syntax: CallSyntax, tables least: Int, shape: String, into diagnostics: inout [Diagnostic]
  ) {
    let name = syntax.name?.text ?? ""
    func wrong(_ range: SourceRange) -> Diagnostic {
      .wrongArguments(name, expected: shape, at: range)
    }
    var tables: [ExpressionSyntax] = []
    var keys: [PathSyntax] = []
    var lengths: [String: ExpressionSyntax] = [:]
    var hasKey = false
    for argument in syntax.arguments {
      guard let label = argument.label else {
        tables.append(argument.value)
        continue
      }
      switch (label.text, argument.value) {
      case ("by", .path(let path)) where !hasKey:
        hasKey = true
        keys.insert(path, at: 0)
      case ("matching", .path(let path)): keys.append(path)
      case ("after", let value), ("within", let value):
        guard lengths.updateValue(value, forKey: label.text) == nil else {
          diagnostics.append(wrong(argument.range))
          return nil
        }
      case ("by", _), ("matching", _):
        diagnostics.append(wrong(argument.range))
        return nil
      default:
        diagnostics.append(.unexpectedLabel(label.text, function: name, at: label.range))
        return nil
      }
    }
    guard tables.count >= least, hasKey, let within = lengths["within"] else {
      diagnostics.append(wrong(syntax.range))
      return nil
    }
    self.name = name
    self.syntax = syntax
    self.shape = shape
    self.tables = tables
    self.keys = keys
    self.within = within
    after = lengths["after"]
  }
  func diagnostic(_ problem: LookupProblem) -> Diagnostic {
    switch problem {
    case .undated: .undatedLookup(table: nil, at: .source(syntax.range))
    case .exactBetweenDays: .hoursBetweenDates(name, at: .source(within.range))
    case .emptyWindow: .emptyWindow(name, at: .source(within.range))
    }
  }
}
