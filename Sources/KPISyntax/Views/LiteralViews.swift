import KPISource

/// A value written out in a formula, a target or a test.
package struct LiteralSyntax: SyntaxView {
  package let syntax: SyntaxNode

  package init?(_ node: SyntaxNode) {
    guard node.kind == .literal else { return nil }
    syntax = node
  }

  package var value: LiteralValue {
    let data = syntax.data
    guard data.firstToken < data.endToken else { return .malformed }
    return LiteralValue.decode(token: Int(data.firstToken), in: syntax.tree)
  }

  /// The unit after a number: the `USD` of `1.2M USD`, the `months` of `3 months`.
  package var unit: NameSyntax? { syntax.first() }

  /// The value where only a period can stand: `2026` is the year, `2026-01-31` the day.
  package var period: PeriodLiteral? {
    guard unit == nil else { return nil }
    switch value {
    case .period(let period): return period
    case .date(let date): return .day(date)
    case .number(let number):
      guard !number.isPercent, syntax.range.bytes.count == 4, number.scale == 0 else { return nil }
      return Int(exactly: number.mantissa).map(PeriodLiteral.year)
    default: return nil
    }
  }

  /// The value where only a date can stand.
  package var date: DateLiteral? {
    if case .date(let date) = value { date } else { nil }
  }
}

/// What a literal says.
package enum LiteralValue: Hashable, Sendable {
  case number(DecimalLiteral)
  case text(String)
  case boolean(Bool)
  case date(DateLiteral)
  case timestamp(TimestampLiteral)
  case period(PeriodLiteral)
  /// The word `missing`: the value that is not there.
  case missing
  /// A value that cannot be read; it was reported.
  case malformed
}

/// A number exactly as written: `mantissa` divided by ten to the power of `scale`.
package struct DecimalLiteral: Hashable, Sendable {
  /// The digits; `k`, `M` and `B` are multiplied out.
  package let mantissa: Int128
  /// The digits after the point, never negative.
  package let scale: Int
  /// Written with `%`: what is meant is the number divided by 100.
  package let isPercent: Bool

  package init(mantissa: Int128, scale: Int, isPercent: Bool = false) {
    self.mantissa = mantissa
    self.scale = scale
    self.isPercent = isPercent
  }
}

/// A day of the calendar; it exists.
package struct DateLiteral: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A moment: a day and a time of day, with the offset from UTC where one is written.
package struct TimestampLiteral: Hashable, Sendable {
  package let date: DateLiteral
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let microsecond: Int
  /// `nil` means the company's own time.
  package let offsetMinutes: Int?
}

/// A stretch of the calendar.
package enum PeriodLiteral: Hashable, Sendable {
  case year(Int)
  case half(year: Int, half: Int)
  case quarter(year: Int, quarter: Int)
  case month(year: Int, month: Int)
  case week(year: Int, week: Int)
  case day(DateLiteral)
  case fiscalYear(Int)
  case fiscalHalf(year: Int, half: Int)
  case fiscalQuarter(year: Int, quarter: Int)
  case fiscalMonth(year: Int, month: Int)
  case fiscalWeek(year: Int, week: Int)
}
