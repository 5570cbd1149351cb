import KPIDiagnostics
import KPIModel
import KPISource
import KPISyntax

/// `convert(amount, currency, to: USD, using: rates)`: an amount in another currency, at the rate of the row's day.
extension RowExpressions {
  func conversion(
    _ syntax: CallSyntax, into diagnostics: inout [Diagnostic]
  ) -> Typed<Expression>? {
    let shape = "convert(amount, currency, to: USD, using: rates)"
    let arguments = syntax.arguments
    guard arguments.count == 4, arguments[0].label == nil, arguments[1].label == nil,
      arguments[2].label?.text == "to", arguments[3].label?.text == "using",
      case .path(let unitPath) = arguments[2].value, unitPath.parts.count == 1
    else {
      diagnostics.append(.wrongArguments("convert", expected: shape, at: syntax.range))
      return nil
    }
    let code = unitPath.parts[0]
    guard Currency.minorDigits(code.text) != nil else {
      diagnostics.append(
        .unknownUnit(code.text, known: fields.scope.units.suggestions, at: code.range))
      return nil
    }
    guard let amount = resolve(arguments[0].value, into: &diagnostics),
      let currency = resolve(arguments[1].value, into: &diagnostics),
      let table = fields.scope.table(arguments[3].value, into: &diagnostics)
    else { return nil }
    guard let unit = amount.type.quantity?.unit, unit.isPlain || unit == Unit(.anyCurrency) else {
      diagnostics.append(
        .typeMismatch(
          expected: "money, or a plain number", found: amount.type.scalar.name,
          at: arguments[0].range))
      return nil
    }
    guard currency.type.scalar == .text else {
      diagnostics.append(
        .typeMismatch(
          expected: "text", found: currency.type.scalar.name, at: arguments[1].range))
      return nil
    }
    guard
      let rates = rates(table, in: code.text, at: arguments[3].range, into: &diagnostics)
    else { return nil }
    if case .known(nil) = time {
      diagnostics.append(.undatedLookup(table: nil, at: .source(syntax.range)))
      return nil
    }
    return Typed(
      .arithmetic(
        .multiply, amount.expression, .lookup(.rate(rates), [currency.expression], at: nil)),
      .number(Quantity(Unit(.currency(code.text)))))
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
      ? "one text column, for the currency, and it has \(texts.count)"
      : worths.count != 1
        ? "one column in `\(code)`, for what one unit is worth, and it has \(worths.count)"
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
