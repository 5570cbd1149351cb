import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// `convert(amount, currency, to: USD, using: rates)`: an amount in another currency, at the rate of the row's day.
extension RowExpressions {
  func conversion(
    _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    guard let arguments = ConversionArguments(syntax, into: &diagnostics) else { return nil }
    let code = arguments.code
    guard Currency.minorDigits(code.text) != nil else {
      diagnostics.append(
        .unknownUnit(code.text, known: fields.scope.units.suggestions, at: code.range))
      return nil
    }
    guard let amount = resolve(arguments.amount, into: &diagnostics),
      let table = fields.scope.table(arguments.rates, into: &diagnostics)
    else { return nil }
    guard let quantity = amount.type.quantity, let unit = quantity.unit.exchanged(for: code.text)
    else {
      diagnostics.append(
        .typeMismatch(
          expected: "an amount of money", found: amount.type.scalar.name, at: arguments.amount.range
        )
      )
      return nil
    }
    guard
      let currency = currency(
        arguments, of: quantity.unit.currencies.first, into: &diagnostics),
      let rates = rates(table, in: code.text, at: arguments.rates.range, into: &diagnostics)
    else { return nil }
    if case .known(nil) = time {
      diagnostics.append(.undatedLookup(table: nil, at: .source(syntax.range)))
      return nil
    }
    return Typed(
      .lookup(.conversion(rates), [amount.expression, currency], at: nil), .number(Quantity(unit)))
  }

  /// The currency of the amounts: that of their column, or what stands beside it.
  private func currency(
    _ arguments: ConversionArguments, of own: String?, into diagnostics: inout [Diagnostic]
  ) -> Expression? {
    switch (own, arguments.currency) {
    case (.some(let code), nil): return .literal(.text(code))
    case (nil, .some(let syntax)):
      guard let currency = resolve(syntax, into: &diagnostics) else { return nil }
      guard currency.type.scalar == .text else {
        diagnostics.append(
          .typeMismatch(expected: "text", found: currency.type.scalar.name, at: syntax.range))
        return nil
      }
      return currency.expression
    case (.some(let code), .some(let syntax)):
      diagnostics.append(.currencyIsKnown(code, at: syntax.range))
    case (nil, nil):
      diagnostics.append(
        .wrongArguments(
          "convert", expected: ConversionArguments.shape, at: arguments.amount.range))
    }
    return nil
  }

  /// What a table of rates says, by the types of its columns.
  private func rates(
    _ id: TableID, in code: String, at range: SourceRange, into diagnostics: inout [Diagnostic]
  ) -> RateTable? {
    let table = fields.specification[id]
    func columns(_ isWanted: (Column) -> Bool) -> [ColumnID] {
      table.columnIDs.filter { isWanted(table[$0]) }
    }
    let texts = columns { $0.type == .text }
    let worths = columns { column in
      if case .number(let quantity, _) = column.type {
        quantity.unit == Unit(.currency(code))
      } else {
        false
      }
    }
    var dates: RateTable.Dates?
    switch table.nature {
    case .events(let path) where path.steps.isEmpty, .snapshots(let path) where path.steps.isEmpty:
      dates = .on(path.column)
    case .spans(let from, let to): dates = .from(from, to: to)
    default: break
    }
    let problem: String? =
      texts.count != 1
      ? "one column of texts, for the currency, and it has \(texts.isEmpty ? "none" : "\(texts.count)")"
      : worths.count != 1
        ? "one column in `\(code)`, for what one unit is worth, and it has \(worths.isEmpty ? "none" : "\(worths.count)")"
        : dates == nil ? "a date, marked with `time`, or a `span`" : nil
    if let problem {
      diagnostics.append(.notRates(table.name, needs: problem, at: range))
      return nil
    }
    return dates.map {
      RateTable(table: id, currency: texts[0], rate: worths[0], unit: code, dates: $0)
    }
  }
}

/// The arguments of `convert`.
private struct ConversionArguments {
  static let shape = "convert(amount, currency, to: USD, using: rates)"

  let amount: ExpressionSyntax
  /// Not needed where the amount is of a known currency.
  let currency: ExpressionSyntax?
  let code: NameSyntax
  let rates: ExpressionSyntax

  /// `nil` when something about the arguments was reported.
  init?(_ syntax: CallSyntax, into diagnostics: inout [Diagnostic]) {
    let positional = syntax.arguments.filter { $0.label == nil }.map(\.value)
    let named = syntax.arguments.filter { $0.label != nil }
    guard (1...2).contains(positional.count), named.count == 2, named[0].label?.text == "to",
      named[1].label?.text == "using", case .path(let path) = named[0].value, path.parts.count == 1
    else {
      diagnostics.append(
        .wrongArguments("convert", expected: ConversionArguments.shape, at: syntax.range))
      return nil
    }
    amount = positional[0]
    currency = positional.count > 1 ? positional[1] : nil
    code = path.parts[0]
    rates = named[1].value
  }
}
