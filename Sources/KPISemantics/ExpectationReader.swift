import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads the values that a test expects of a formula, and the statuses that it expects of a KPI.
struct ExpectationReader {
  let scope: Scope
  let expressions: MetricExpressions
  let calendar: Calendar

  func answer(
    _ syntax: ExpectAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> ExpectedAnswer? {
    let period = syntax.period.map { self.period($0, into: &diagnostics) }
    guard let value = expressions.number(syntax.subject, in: .init(), into: &diagnostics),
      let quantity = value.type.quantity,
      let dimensions = dimensions(syntax, of: value.expression, into: &diagnostics),
      period.map({ $0 != nil }) ?? true
    else { return nil }
    let subject = WrittenFormula(
      expression: value.expression, quantity: quantity, origin: syntax.subject.range)
    let groups: [ExpectedAnswer.Group]?
    switch syntax.expected {
    case .value(let expected):
      guard dimensions.isEmpty else {
        diagnostics.append(.resultsDoNotFit(isListed: false, at: expected.range))
        return nil
      }
      groups = self.value(expected, syntax.reason, value.type, into: &diagnostics)
        .map { [ExpectedAnswer.Group(keys: [], value: $0, origin: expected.range)] }
    case .entries(let entries):
      guard !dimensions.isEmpty else {
        diagnostics.append(.resultsDoNotFit(isListed: true, at: syntax.range))
        return nil
      }
      groups = self.groups(entries, by: dimensions, value.type, into: &diagnostics)
    }
    return groups.map {
      ExpectedAnswer(
        origin: syntax.range, subject: subject, dimensions: dimensions.map(\.dimension),
        period: period ?? nil, groups: $0)
    }
  }

  private func period(
    _ literal: LiteralSyntax, into diagnostics: inout [Diagnostic]
  ) -> Period? {
    if let period = literal.period?.name.flatMap(calendar.period(named:)) { return period }
    if literal.value != .malformed { diagnostics.append(.notAPeriod(at: literal.range)) }
    return nil
  }

  // MARK: Statuses

  func status(
    _ syntax: ExpectStatusAttributeSyntax, into diagnostics: inout [Diagnostic]
  ) -> ExpectedStatus? {
    let period = syntax.period.map { self.period($0, into: &diagnostics) }
    guard let name = syntax.kpi,
      let kpi = StrategyReader.metrics([name], scope, into: &diagnostics).first,
      period.map({ $0 != nil }) ?? true
    else { return nil }
    var attribute: Attribute?
    var statuses: [ExpectedStatus.Group] = []
    if let path = syntax.dimension {
      let fields = AttributeFields(
        tables: expressions.metrics[kpi.index]?.traits.tables.sorted() ?? [], metric: name.text,
        vocabulary: expressions.vocabulary)
      guard let breakdown = fields.breakdown(path, into: &diagnostics) else { return nil }
      guard let entries = syntax.groups else {
        diagnostics.append(
          .resultsDoNotFit(isListed: false, at: syntax.status?.range ?? syntax.range))
        return nil
      }
      attribute = breakdown.attribute
      let column = KeyColumn(
        name: path.syntax.text, dimension: .breakdown(.field(breakdown.attribute)),
        type: breakdown.type)
      statuses = entries.compactMap { entry in
        guard let keys = keys(of: entry, [column], into: &diagnostics),
          case .value(let key) = keys[0], let status = entry.status?.status(into: &diagnostics)
        else { return nil }
        return ExpectedStatus.Group(key: key, status: status, origin: entry.range)
      }
    } else {
      if syntax.groups != nil {
        diagnostics.append(.resultsDoNotFit(isListed: true, at: syntax.range))
      }
      guard let status = syntax.status?.status(into: &diagnostics) else { return nil }
      statuses = [
        ExpectedStatus.Group(
          key: nil, status: status, origin: syntax.status?.range ?? syntax.range)
      ]
    }
    return ExpectedStatus(
      origin: syntax.range, kpi: kpi, attribute: attribute,
      period: syntax.period?.period?.name, statuses: statuses)
  }

  // MARK: Breakdowns

  /// A dimension with the type of its keys; periods have none.
  private struct KeyColumn {
    let name: String
    let dimension: ExpectedAnswer.Dimension
    let type: ScalarType?
  }

  private func dimensions(
    _ syntax: ExpectAttributeSyntax, of subject: MetricExpression,
    into diagnostics: inout [Diagnostic]
  ) -> [KeyColumn]? {
    let fields = AttributeFields(
      tables: expressions.traits(of: subject).tables.sorted(), metric: nil,
      vocabulary: expressions.vocabulary)
    var result: [KeyColumn] = []
    var isComplete = true
    for formula in syntax.dimensions {
      let grain = formula.soleName.flatMap(Grain.init(rawValue:))
      if let grain {
        if result.contains(where: { $0.type == nil }) {
          diagnostics.append(.secondGrainExpected(grain.spoken, at: formula.range))
          isComplete = false
        }
        result.append(KeyColumn(name: grain.spoken, dimension: .grain(grain), type: nil))
      } else if let value = RowExpressions(fields: fields, time: .unknown)
        .resolve(formula, into: &diagnostics)
      {
        result.append(
          KeyColumn(
            name: formula.syntax.text, dimension: .breakdown(value.expression),
            type: value.type.scalar))
      } else {
        isComplete = false
      }
    }
    return isComplete ? result : nil
  }

  private func groups(
    _ entries: [ResultEntrySyntax], by columns: [KeyColumn], _ type: ExpressionType,
    into diagnostics: inout [Diagnostic]
  ) -> [ExpectedAnswer.Group]? {
    var groups: [ExpectedAnswer.Group] = []
    var places: [[ExpectedAnswer.Key]: SourceRange] = [:]
    for entry in entries {
      guard let keys = keys(of: entry, columns, into: &diagnostics),
        let value = value(entry.value, entry.reason, type, into: &diagnostics)
      else { continue }
      if case .formula(let formula) = value, !expressions.traits(of: formula).tables.isEmpty {
        diagnostics.append(.notALiteral(at: entry.value.range))
        continue
      }
      if let first = places[keys] {
        let text = entry.keys.map(\.syntax.text).joined(separator: ", ")
        diagnostics.append(.givenTwice(text, at: entry.range, first: first))
        continue
      }
      places[keys] = entry.range
      groups.append(ExpectedAnswer.Group(keys: keys, value: value, origin: entry.range))
    }
    return groups.count == entries.count ? groups : nil
  }

  private func keys(
    of entry: ResultEntrySyntax, _ columns: [KeyColumn], into diagnostics: inout [Diagnostic]
  ) -> [ExpectedAnswer.Key]? {
    guard entry.keys.count == columns.count else {
      if let first = entry.keys.first {
        diagnostics.append(
          .keysDoNotFit(
            columns.map(\.name), count: entry.keys.count,
            at: first.range.union(entry.keys.last?.range ?? first.range)))
      }
      return nil
    }
    var keys: [ExpectedAnswer.Key] = []
    for (syntax, column) in zip(entry.keys, columns) {
      if let key = key(syntax, column, into: &diagnostics) { keys.append(key) }
    }
    return keys.count == columns.count ? keys : nil
  }

  private func key(
    _ syntax: ExpressionSyntax, _ column: KeyColumn, into diagnostics: inout [Diagnostic]
  ) -> ExpectedAnswer.Key? {
    let literal: LiteralSyntax? = if case .literal(let view) = syntax { view } else { nil }
    if literal?.value == .malformed { return nil }
    if case .grain(let grain) = column.dimension {
      let period = literal?.period?.name.flatMap(calendar.period(named:))
      if let period, period.grain == grain { return .period(period) }
      diagnostics.append(
        .periodOfOtherGrain(syntax.syntax.text, grain: grain.spoken, at: syntax.range))
      return nil
    }
    if literal?.value == .missing { return .value(nil) }
    guard let type = column.type else { return nil }
    return PlainValues(units: scope.units)
      .scalar(syntax, of: ColumnType(keysOf: type), into: &diagnostics)
      .map(ExpectedAnswer.Key.value)
  }

  // MARK: Values

  private func value(
    _ syntax: ExpressionSyntax, _ reason: StringSyntax?, _ type: ExpressionType,
    into diagnostics: inout [Diagnostic]
  ) -> ExpectedAnswer.Value? {
    if case .literal(let literal) = syntax, literal.value == .missing {
      guard let reason else { return .missing(nil) }
      if let known = MissingReason(rawValue: reason.value) { return .missing(known) }
      diagnostics.append(
        .unknownWord(
          reason.value, known: MissingReason.allCases.map(\.rawValue), at: reason.inside))
      return nil
    }
    guard let value = expressions.number(syntax, in: .init(), into: &diagnostics) else {
      return nil
    }
    if let reason {
      diagnostics.append(.reasonOfValue(at: reason.range))
      return nil
    }
    guard let common = UnitAlgebra.common(type, value.type) else {
      diagnostics.append(
        .expectedUnitMismatch(
          formula: type.unitName, found: value.type.unitName, text: syntax.syntax.text,
          at: syntax.range))
      return nil
    }
    return .formula(expressions.adapted(value, to: common))
  }
}

extension StringSyntax {
  /// The place of the text between the quotation marks.
  fileprivate var inside: SourceRange {
    let bytes = range.bytes
    guard bytes.count > 2 else { return range }
    return SourceRange(file: range.file, bytes.lowerBound + 1..<bytes.upperBound - 1)
  }
}

extension ExpressionSyntax {
  /// The name that the formula is, where it is nothing else.
  fileprivate var soleName: String? {
    if case .path(let path) = self, path.parts.count == 1 { path.parts[0].text } else { nil }
  }
}

extension ColumnType {
  /// The type of a column whose values are grouped by; a bare number counts in the unit that values are shown in.
  fileprivate init(keysOf type: ScalarType) {
    switch type {
    case .text: self = .text
    case .boolean: self = .boolean
    case .date: self = .date
    case .timestamp: self = .timestamp
    case .number(let quantity):
      if case .scaled(_, let factor) = quantity.style {
        self = .number(quantity, factor: factor)
      } else {
        self = .number(quantity, factor: .one)
      }
    }
  }
}
