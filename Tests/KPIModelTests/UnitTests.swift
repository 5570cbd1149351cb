import KPIModel
import Testing

/// The algebra of units, and goals by their time.
@Suite struct UnitTests {
  private let dollar = Unit(.currency("USD"))
  private let kilogram = Unit(.declared("kg"))

  @Test func productsAndQuotients() {
    #expect(dollar.over(dollar) == .plain)
    #expect(dollar.over(kilogram).times(kilogram) == dollar)
    #expect(dollar.times(kilogram) == kilogram.times(dollar))
    #expect(Unit.plain.times(dollar) == dollar)
    #expect(dollar != kilogram)
    #expect(dollar.over(kilogram).currencies == ["USD"])
  }

  @Test func descriptions() {
    #expect(Unit.plain.description == "plain number")
    #expect(dollar.over(kilogram).description == "USD / kg")
    #expect(dollar.times(dollar).over(.time).description == "USD^2 / time")
    #expect(Unit.plain.over(.time).description == "1 / time")
  }

  @Test func currencies() {
    #expect(Currency.minorDigits("USD") == 2)
    #expect(Currency.minorDigits("VND") == 0)
    #expect(Currency.minorDigits("KWD") == 3)
    #expect(Currency.minorDigits("usd") == nil)
    #expect(Currency.minorDigits("") == nil)
  }

  @Test func goalsInForce() {
    let goals = [
      Effective(from: nil, value: "always"), Effective(from: Day(10), value: "later"),
      Effective(from: Day(20), end: Day(25), value: "for a while"),
    ]
    #expect(goals.inForce(on: Day(9)) == "always")
    #expect(goals.inForce(on: Day(10)) == "later")
    #expect(goals.inForce(on: Day(24)) == "for a while")
    #expect(goals.inForce(on: Day(25)) == nil)
    #expect([Effective<String>]().inForce(on: Day(0)) == nil)
  }

  @Test func scalarsInOrder() {
    let texts = ["é", "z", "a", "Z", ""].map(Scalar.text)
    #expect(texts.sorted().map(\.text) == ["", "Z", "a", "z", "é"])
    #expect(Scalar.timestamp(-1).text == "1969-12-31T23:59:59.999999")
    #expect(Scalar.timestamp(1_500_000).text == "1970-01-01T00:00:01.500000")
    #expect(Scalar.boolean(false) < .boolean(true))
  }
}
