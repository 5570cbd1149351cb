@testable import KPITemplates
import Testing

@Suite struct EditionTests {
  private let text = """
    en: /// Money.
    vi: /// Tiền.
    kpi a "«Money|Tiền»" = sum(orders.amount) {
      label
      target at least 30 ¤
    }
    """

  @Test(arguments: [
    (
      Edition(.english),
      "/// Money.\nkpi a \"Money\" = sum(orders.amount) {\n  target at least 30 USD\n}"
    ),
    (
      Edition(.vietnamese),
      "/// Tiền.\nkpi a \"Tiền\" = sum(orders.amount) {\n  target at least 750k VND\n}"
    ),
    (
      Edition(.english, second: .vietnamese),
      "/// Money.\nkpi a \"Money\" = sum(orders.amount) {\n  label vi \"Tiền\"\n"
        + "  target at least 750k VND\n}"
    ),
    (
      Edition(.vietnamese, second: .english),
      "/// Tiền.\nkpi a \"Tiền\" = sum(orders.amount) {\n  label en \"Money\"\n"
        + "  target at least 750k VND\n}"
    ),
  ])
  func writesItsLanguages(edition: Edition, expected: String) {
    #expect(edition.written(text) == expected)
  }

  @Test(arguments: [
    ("amount: ¤", "amount: VND"), ("in 0 ¤..", "in 0 VND.."), ("at most 52 ¤", "at most 1.3M VND"),
    ("1.5 ¤ | 2_000 ¤", "37.5k VND | 50M VND"), ("12k ¤", "300M VND"), ("1.2M ¤", "30B VND"),
    ("0.25 ¤", "6.25k VND"), ("4.1 ¤", "102.5k VND"), ("950 ¤", "23.75M VND"),
    ("0.01 ¤", "250 VND"), ("0 ¤", "0 VND"), ("x", "x"),
  ])
  func dongForDollars(text: String, expected: String) {
    #expect(SampleCurrency.dong.written(in: text) == expected)
  }

  @Test func dollarsStayAsWritten() {
    #expect(SampleCurrency.dollar.written(in: "in 0 ¤.., 1.5k ¤, ¤") == "in 0 USD.., 1.5k USD, USD")
  }

  @Test(arguments: [
    (2000, 3, 1, 3), (2024, 2, 29, 4), (2025, 5, 1, 4), (2025, 12, 31, 3), (2026, 2, 28, 6),
    (2026, 10, 31, 6), (2026, 11, 1, 7), (2027, 3, 1, 1),
  ])
  func days(year: Int, month: Int, day: Int, weekday: Int) {
    let found = SampleDay(year, month, day)
    #expect(found.date == (year, month, day))
    #expect(found.weekday == weekday)
    #expect((found + 1 - 1) == found)
  }

  @Test func lastDaysOfMonths() {
    let days = SampleMonth.all.map { $0.last.date.day }
    #expect(days == [31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31])
    #expect(SampleMonth.all.last?.last == .last)
  }
}
