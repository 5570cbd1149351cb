import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// `retention`, `new`, `returning` and `lost`: who was active in a period, seen from the periods before.
///
/// Each is an aggregate over entities. With `active` for the entities that have rows in the period,
/// active = active before − lost + new + returning.
extension MetricExpressions {
  func people(
    _ syntax: CallSyntax, in surroundings: Surroundings, into diagnostics: inout [Diagnostic]
  ) -> Typed<MetricExpression>? {
    guard let name = syntax.name else { return nil }
    guard syntax.arguments.count == 1, syntax.arguments[0].label == nil else {
      diagnostics.append(
        .wrongArguments(name.text, expected: "\(name.text)(table.column)", at: syntax.range))
      return nil
    }
    guard surroundings.stock == nil else {
      diagnostics.append(
        .stockOfEvents(surroundings.stock?.rawValue ?? "", of: name.text, at: syntax.range))
      return nil
    }
    guard let rows = rows(syntax.arguments[0].value, name, in: surroundings, into: &diagnostics)
    else {
      return nil
    }
    let nature = specification[rows.table].nature
    guard rows.axis != nil || nature != .plain || surroundings.isDated(rows.table) else {
      diagnostics.append(
        .noTimeAxis(name.text, table: specification[rows.table].name, at: syntax.arguments[0].range)
      )
      return nil
    }
    let entity = Entity(attributes: [.path(rows.argument)], grain: nil)
    func count(_ condition: MetricExpression) -> MetricExpression {
      .entities(EntityAggregate(function: .countSatisfying, entity: entity, value: condition))
    }
    let presence = Presence(
      rows, isDated: surroundings.isDated(rows.table), in: specification)
    switch name.text {
    case "retention":
      return Typed(
        .arithmetic(
          .divide, count(.all([presence.before, presence.now])), count(presence.before)), .percent)
    case "new":
      return Typed(count(.all([presence.now, .not(presence.before), .not(presence.ever)])), .plain)
    case "returning":
      return Typed(count(.all([presence.now, .not(presence.before), presence.ever])), .plain)
    default: return Typed(count(.all([presence.before, .not(presence.now)])), .plain)
    }
  }

  /// When an entity counts as active, as conditions on it.
  private struct Presence {
    /// In the period; for spans, at its end.
    let now: MetricExpression
    /// In the period before; for spans, at the start of this one.
    let before: MetricExpression
    /// At any time before the period.
    let ever: MetricExpression

    init(_ rows: Rows, isDated: Bool, in specification: Specification) {
      let count = MetricExpression.aggregate(
        Aggregate(
          function: .count, table: rows.table, argument: nil, filter: rows.filter, axis: rows.axis))
      if case .spans(let from, _) = specification[rows.table].nature, rows.axis == nil, !isDated {
        now = Presence.isPositive(.stock(.closing, count))
        before = Presence.isPositive(.stock(.opening, count))
        ever = Presence.isPositive(
          .before(.dated(count, on: ColumnPath(rows.table, [], from))))
      } else {
        now = Presence.isPositive(count)
        before = Presence.isPositive(.previous(count, CalendarSpan(periods: 1)))
        ever = Presence.isPositive(.before(count))
      }
    }

    private static func isPositive(_ value: MetricExpression) -> MetricExpression {
      .comparison(.greater, value, .constant(.zero))
    }
  }

  // MARK: Rows

  private struct Rows {
    let table: TableID
    let argument: ColumnPath
    let filter: TableExpression?
    let axis: ColumnPath?
  }

  /// The column that names the entities, with the rows that count as activity.
  private func rows(
    _ syntax: ExpressionSyntax, _ function: NameSyntax, in surroundings: Surroundings,
    into diagnostics: inout [Diagnostic]
  ) -> Rows? {
    guard let read = aggregated(syntax, function, in: surroundings, into: &diagnostics) else {
      return nil
    }
    guard case .value(let value, let range) = read.argument else {
      diagnostics.append(
        .wrongArguments(
          function.text, expected: "\(function.text)(table.column)", at: syntax.range))
      return nil
    }
    guard case .field(let path) = value.expression else {
      diagnostics.append(
        .wrongArguments(function.text, expected: "\(function.text)(table.column)", at: range))
      return nil
    }
    return Rows(
      table: read.table, argument: path,
      filter: TableExpression.conjunction(of: read.conditions), axis: read.axis)
  }
}
