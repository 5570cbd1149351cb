import KPIDiagnostics
import KPIModel
import KPISyntax

/// Reads literals into values with types.
struct LiteralReader {
  let units: UnitTable

  /// The value of a literal; `nil` when it was reported, here or by the parser.
  func scalar(
    _ syntax: LiteralSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Scalar>? {
    switch syntax.value {
    case .number(let decimal): return number(decimal, syntax, into: &diagnostics)
    case .text(let text): return Typed(.text(text), .text)
    case .boolean(let value): return Typed(.boolean(value), .boolean)
    case .date(let date):
      return Day(date).map { Typed(.date($0), ExpressionType(.date)) }
    case .timestamp(let timestamp):
      guard timestamp.offsetMinutes == nil else {
        diagnostics.append(.offsetInFormula(at: syntax.range))
        return nil
      }
      guard let day = Day(timestamp.date) else { return nil }
      let seconds = (timestamp.hour * 60 + timestamp.minute) * 60 + timestamp.second
      return Typed(
        .timestamp((day.number * 86_400 + seconds) * 1_000_000 + timestamp.microsecond),
        ExpressionType(.timestamp))
    case .period:
      diagnostics.append(.periodInFormula(syntax.syntax.text, at: syntax.range))
      return nil
    case .missing:
      diagnostics.append(.missingAsValue(at: syntax.range))
      return nil
    case .malformed: return nil
    }
  }

  private func number(
    _ decimal: DecimalLiteral, _ syntax: LiteralSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Scalar>? {
    guard let number = decimal.rational else {
      diagnostics.append(.numberTooLarge(at: syntax.range))
      return nil
    }
    guard let name = syntax.unit else {
      return Typed(.number(number), decimal.isPercent ? .percent : .bareNumber)
    }
    guard let unit = units.resolve(name.text) else {
      diagnostics.append(unknown(name, in: syntax))
      return nil
    }
    guard let value = number.multiplied(by: unit.factor) else {
      diagnostics.append(.numberTooLarge(at: syntax.range))
      return nil
    }
    return Typed(.number(value), .number(Quantity(unit.unit, style: unit.style)))
  }

  private func unknown(_ name: NameSyntax, in syntax: LiteralSyntax) -> Diagnostic {
    if Grain(word: name.text) != nil {
      return .lengthInFormula(syntax.syntax.text, at: syntax.range)
    }
    let number = syntax.syntax.text.dropLast(name.syntax.text.count).prefix { !$0.isWhitespace }
    return .foreignUnit(
      name.text, after: String(number), in: syntax.syntax.text, at: syntax.range)
      ?? .unknownUnit(name.text, known: units.suggestions, at: name.range)
  }

  /// A length in calendar time, `3 months`, or in periods of the question, `1 period`; `nil` when the expression is something else.
  func span(_ syntax: ExpressionSyntax) -> CalendarSpan? {
    guard case .literal(let literal) = syntax, case .number(let decimal) = literal.value,
      !decimal.isPercent, decimal.scale == 0, let count = Int(exactly: decimal.mantissa),
      let unit = literal.unit
    else { return nil }
    if unit.text == "period" || unit.text == "periods" {
      return (1...1000).contains(count) ? CalendarSpan(periods: count) : nil
    }
    return Grain(word: unit.text).flatMap { CalendarSpan(count, $0) }
  }
}

extension LiteralReader {
  /// The length between two rows, `7 days` or `24 hours`; `nil` when it was reported.
  func length(
    _ syntax: ExpressionSyntax, of call: SequenceArguments, into diagnostics: inout [Diagnostic]
  ) -> TimeLength? {
    if let span = span(syntax) { return .calendar(span) }
    guard case .literal(let literal) = syntax, case .number = literal.value,
      let value = scalar(literal, into: &diagnostics), value.type.quantity?.unit == .time,
      case .number(let seconds) = value.expression
    else {
      diagnostics.append(.wrongArguments(call.name, expected: call.shape, at: syntax.range))
      return nil
    }
    guard seconds > .zero else {
      diagnostics.append(.emptyWindow(call.name, at: .source(syntax.range)))
      return nil
    }
    guard seconds <= LiteralReader.longest,
      let exact = seconds.multiplied(by: Rational(1_000_000)), exact.isInteger
    else {
      diagnostics.append(.numberTooLarge(at: syntax.range))
      return nil
    }
    return .exact(microseconds: Int(exact.numerator))
  }

  /// 100,000 days in seconds: longer than any two rows are apart.
  private static let longest = Rational(8_640_000_000)
}

extension Day {
  init?(_ date: DateLiteral) { self.init(year: date.year, month: date.month, day: date.day) }
}

extension PeriodLiteral {
  var name: PeriodName? {
    switch self {
    case .year(let year): .year(year)
    case .half(let year, let half): .half(year, half)
    case .quarter(let year, let quarter): .quarter(year, quarter)
    case .month(let year, let month): .month(year, month)
    case .week(let year, let week): .week(year, week)
    case .day(let date): Day(date).map(PeriodName.day)
    case .fiscalYear(let year): .fiscalYear(year)
    case .fiscalHalf(let year, let half): .fiscalHalf(year, half)
    case .fiscalQuarter(let year, let quarter): .fiscalQuarter(year, quarter)
    case .fiscalMonth(let year, let month): .fiscalMonth(year, month)
    case .fiscalWeek(let year, let week): .fiscalWeek(year, week)
    }
  }
}
