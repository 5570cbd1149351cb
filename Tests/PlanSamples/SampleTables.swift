package import KPIModel

/// Tables of every nature, and random rows for them: missing values, ties, unusual text, references one and two steps away.
package enum SampleTables {
  package static let orders = table(
    "orders",
    [
      column("id", .integer, key: true), column("at", .timestamp),
      column("due", .date, optional: true), column("region", .text, optional: true),
      column("amount", .number, optional: true), column("quantity", .integer),
      column("customer", .text, optional: true, to: 1), column("is_new", .boolean, optional: true),
      column("cents", .number(.plain, factor: Rational(1, over: 100) ?? .one), optional: true),
      column("currency", .text),
    ], .events(time: path(0, column: 1)))

  package static let customers = table(
    "customers",
    [
      column("id", .text, key: true), column("segment", .text, optional: true),
      column("country", .integer, optional: true, to: 2), column("weight", .number),
    ])

  package static let countries = table(
    "countries", [column("id", .integer, key: true), column("name", .text), column("since", .date)])

  package static let stock = table(
    "stock",
    [
      column("on", .date), column("place", .text), column("amount", .number, optional: true),
    ], .snapshots(moment: path(3, column: 0)))

  package static let employees = table(
    "employees",
    [
      column("id", .text, key: true), column("from", .date), column("to", .date, optional: true),
      column("team", .text), column("salary", .number, optional: true),
    ], .spans(from: ColumnID(1), to: ColumnID(2)))

  package static let visits = table(
    "visits",
    [
      column("customer", .text, optional: true, to: 1), column("at", .timestamp),
      column("on", .date, optional: true), column("pages", .integer),
      column("cents", .number(.plain, factor: Rational(1, over: 100) ?? .one), optional: true),
    ], .events(time: path(5, column: 1)))

  package static let rates = table(
    "rates",
    [
      column("currency", .text), column("from", .date), column("to", .date, optional: true),
      column("worth", .number),
    ], .spans(from: ColumnID(1), to: ColumnID(2)))

  package static let all = [orders, customers, countries, stock, employees, visits, rates]

  // MARK: Rows

  package static func data(_ random: inout Generator) -> [[[Scalar?]]] {
    func maybe(_ percent: Int, _ scalar: Scalar) -> Scalar? {
      random.below(100) < percent ? scalar : nil
    }
    func amount() -> Scalar {
      let mantissa = Int128(random.below(2_000_000)) - 500_000
      return .number(Rational(mantissa: mantissa, scale: random.below(4)) ?? .zero)
    }
    func date(_ span: Int) -> Scalar { .date(Day(20_270 + random.below(span))) }
    let countries: [[Scalar?]] = (0..<3).map { index in
      [.number(Rational(index)), .text("land \(index % 2)"), date(400)]
    }
    let customers: [[Scalar?]] = (0..<8).map { index in
      [
        .text("c\(index)"), maybe(80, .text(["smb", "big, ltd", "say \"x\""][index % 3])),
        maybe(80, .number(Rational(index % 3))), amount(),
      ]
    }
    let orders: [[Scalar?]] = (0..<random.below(150)).map { index in
      [
        .number(Rational(index)),
        .timestamp(
          (20_270 + random.below(500)) * 86_400_000_000 + random.below(86_400) * 1_000_000),
        maybe(80, date(450)),
        maybe(
          85,
          .text(
            ["north", "south", "a long name beyond sixteen bytes", "line\nbreak"][
              random.below(4)])),
        maybe(90, amount()), .number(Rational(random.below(6))),
        maybe(90, .text("c\(random.below(8))")), maybe(90, .boolean(random.below(2) == 0)),
        maybe(80, .number(Rational(Int128(random.below(99_999)), over: 100) ?? .zero)),
        .text(["EUR", "VND", "USD"][random.below(3)]),
      ]
    }
    let stock: [[Scalar?]] = (0..<random.below(60)).map { _ in
      [
        .date(Day(20_270 + random.below(50) * 9)), .text(["x", "y"][random.below(2)]),
        maybe(90, amount()),
      ]
    }
    let employees: [[Scalar?]] = (0..<random.below(60)).map { index in
      let start = 20_270 + random.below(400)
      return [
        .text("e\(index)"), .date(Day(start)),
        maybe(60, .date(Day(start + random.below(200)))), .text(["a", "b", "c"][random.below(3)]),
        maybe(90, amount()),
      ]
    }
    let visits: [[Scalar?]] = (0..<random.below(200)).map { _ in
      // Round hours, so that some come in the very moment of another or of a bound.
      let hour = (20_270 + random.below(500)) * 24 + random.below(24)
      return [
        maybe(90, .text("c\(random.below(8))")), .timestamp(hour * 3_600_000_000),
        maybe(90, date(500)), .number(Rational(random.below(6))),
        maybe(80, .number(Rational(Int128(random.below(6)), over: 4) ?? .zero)),
      ]
    }
    // Rates without a gap, from long before the first row to long after the last.
    let rates = ["EUR", "VND"].flatMap { code -> [[Scalar?]] in
      var first = 19_000
      return (0..<12).map { place in
        let next = first + 100 + random.below(200)
        defer { first = next }
        return [
          .text(code), .date(Day(first)), place == 11 ? nil : .date(Day(next)),
          .number(Rational(mantissa: Int128(1 + random.below(30_000)), scale: 4) ?? .one),
        ]
      }
    }
    return [orders, customers, countries, stock, employees, visits, rates]
  }

  package static func csv(_ table: Table, _ rows: [[Scalar?]], crlf: Bool) -> String {
    let end = crlf ? "\r\n" : "\n"
    var text = table.columns.map(\.name).joined(separator: ",") + end
    for row in rows {
      text +=
        zip(table.columns, row).map { column, scalar in
          guard let scalar else { return "" }
          if column.name == "cents", case .number(let number) = scalar {
            return Number.exact(number.multiplied(by: Rational(100)) ?? .zero).text
          }
          let text = scalar.text
          let isPlain = !text.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
          return isPlain
            ? text
            : "\""
              + text.split(separator: "\"", omittingEmptySubsequences: false)
              .joined(separator: "\"\"") + "\""
        }.joined(separator: ",") + end
    }
    return text
  }
}
