import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// Reads the values that targets, thresholds and stretches name: formulas in the unit of the KPI.
struct TargetValueReader {
  let expressions: MetricExpressions
  /// The KPI, whose own past relative values are measured from.
  let metric: MetricID
  let resolved: ResolvedMetric

  /// The unit of the KPI's formula, in which bare numbers are meant.
  private var quantity: Quantity { resolved.quantity }

  /// The value of a goal, or the two ends of its band; `nil` when one of them was reported.
  func bounds(
    of syntax: GoalSyntax, _ time: TargetTime, into diagnostics: inout [Diagnostic]
  ) -> Bounds<TargetValue>? {
    var phasing: Phasing?
    if let written = syntax.phasing {
      guard let read = self.phasing(written, time, into: &diagnostics) else { return nil }
      phasing = read
    }
    func value(_ formula: ExpressionSyntax, _ diagnostics: inout [Diagnostic]) -> TargetValue? {
      self.formula(formula, of: syntax, into: &diagnostics).map {
        TargetValue($0, phasing: phasing, origin: syntax.range)
      }
    }
    let low = value(syntax.value, &diagnostics)
    guard let upper = syntax.upper else { return low.map(Bounds.value) }
    guard let high = value(upper, &diagnostics), let low else { return nil }
    if let below = low.constant, let above = high.constant, below > above {
      diagnostics.append(.emptyBand(at: syntax.range))
      return nil
    }
    return .band(low, high)
  }

  private func formula(
    _ syntax: ExpressionSyntax, of goal: GoalSyntax, into diagnostics: inout [Diagnostic]
  ) -> MetricExpression? {
    guard let value = expressions.number(syntax, in: .init(), into: &diagnostics) else {
      return nil
    }
    let formula =
      goal.relative.map { relative(value, to: $0, at: syntax, into: &diagnostics) }
      ?? expressions.adapted(value, in: quantity, at: syntax, into: &diagnostics)
    guard let formula else { return nil }
    let traits = expressions.traits(of: formula)
    guard traits.depth <= FormulaLimits.depth, traits.size <= FormulaLimits.size else {
      diagnostics.append(.formulaTooLong(at: syntax.range))
      return nil
    }
    return formula
  }

  // MARK: Relative values

  /// `10% above previous year`: a part of the KPI's own value then, or an amount in its unit, added to that value.
  private func relative(
    _ value: Typed<MetricExpression>, to syntax: RelativeBaseSyntax, at written: ExpressionSyntax,
    into diagnostics: inout [Diagnostic]
  ) -> MetricExpression? {
    guard let grain = KPIReader.grain(syntax.grain, into: &diagnostics) else { return nil }
    guard !resolved.traits.timedTables.isEmpty else {
      let table = resolved.traits.tables.sorted().first
      diagnostics.append(
        .noTimeAxis(
          "previous", table: table.map { expressions.specification[$0].name } ?? "",
          at: syntax.range))
      return nil
    }
    let before = MetricExpression.previous(.metric(metric), grain.span)
    let isPart = value.type.quantity?.style == .percent
    let amount =
      isPart
      // Above a loss is a smaller loss.
      ? .arithmetic(.multiply, value.expression, .function(.abs, [before]))
      : expressions.adapted(value, in: quantity, at: written, into: &diagnostics)
    return amount.map { .arithmetic(syntax.isBelow ? .subtract : .add, before, $0) }
  }

  // MARK: Phased amounts

  private func phasing(
    _ syntax: PhasingSyntax, _ time: TargetTime, into diagnostics: inout [Diagnostic]
  ) -> Phasing? {
    // An amount is for the period it begins with; a day, a week and a month only say from when.
    let written = time.from?.grain
    let whole = written.flatMap { $0.span.months > 1 ? $0 : nil } ?? .fiscalYear
    let months = whole.span.months
    switch syntax.rule {
    case .evenly: return Phasing(whole: whole, shape: .even)
    case .weights(let syntaxes):
      var weights: [Number] = []
      for weight in syntaxes {
        guard let value = expressions.number(weight, in: .init(), into: &diagnostics) else {
          return nil
        }
        guard value.type.quantity?.unit == .plain, let number = value.expression.constantValue,
          !number.isNegative
        else {
          diagnostics.append(.weightNotANumber(at: weight.range))
          return nil
        }
        weights.append(number)
      }
      // Weights that are not written were reported by the parser.
      guard !weights.isEmpty else { return nil }
      guard weights.count == months, weights.contains(where: { !$0.isZero }) else {
        diagnostics.append(
          .unfitWeights(count: weights.count, whole: whole.spoken, months: months, at: syntax.range)
        )
        return nil
      }
      return Phasing(whole: whole, shape: .weights(weights))
    case .likePrevious(let phrase):
      guard let grain = KPIReader.grain(phrase, into: &diagnostics) else { return nil }
      guard grain.span.months >= months else {
        diagnostics.append(
          .unfitShape(grain.spoken, whole: whole.spoken, at: phrase?.range ?? syntax.range))
        return nil
      }
      return Phasing(whole: whole, shape: .likePrevious(grain.span))
    case .missing: return nil
    }
  }
}
