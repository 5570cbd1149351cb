import KPIModel
import KPIScorecard
import Testing

@Suite struct ValueTextTests {
  private let dollars = Quantity(Unit(.currency("USD")))
  private let dong = Quantity(Unit(.currency("VND")))
  private let time = Quantity(.time)

  @Test(arguments: [
    (decimal(1234), "1,234"), (decimal(0), "0"), (decimal(12345, 1), "1,235"),
    (decimal(12345, 3), "12.3"),
    (decimal(-12345, 3), "-12.3"), (decimal(123456, 5), "1.23"), (decimal(12, 4), "0.0012"),
    (decimal(1_234_567), "1.23M"), (decimal(1_200_000), "1.2M"), (decimal(999_999), "999,999"),
    (decimal(9_999_996, 1), "1M"), (decimal(999_960_000), "1B"), (decimal(12_345_678_900), "12.3B"),
    (decimal(1_234_567_890_123_456), "1,235T"), (decimal(-2_500_000), "-2.5M"),
  ])
  func plainNumbers(number: Number, text: String) {
    #expect(ValueText.short(number, .plain) == text)
  }

  @Test(arguments: [
    (decimal(153, 3), "15.3%"), (decimal(15, 2), "15%"), (decimal(2, 0), "200%"),
    (decimal(15349, 5), "15.3%"),
    (decimal(42, 4), "0.42%"), (decimal(421, 6), "0.042%"), (decimal(-5, 3), "-0.5%"),
    (.zero, "0%"),
  ])
  func percents(number: Number, text: String) {
    #expect(ValueText.short(number, .percent) == text)
  }

  @Test func money() {
    #expect(ValueText.short(decimal(1_200_000), dollars) == "1.2M USD")
    #expect(ValueText.short(decimal(125, 1), dollars) == "12.50 USD")
    #expect(ValueText.short(decimal(100), dollars) == "100 USD")
    #expect(ValueText.short(decimal(123_456, 2), dollars) == "1,235 USD")
    #expect(ValueText.short(decimal(23, 4), dollars) == "0.0023 USD")
    #expect(ValueText.short(decimal(45_000), dong) == "45,000 VND")
    #expect(ValueText.short(decimal(450_001, 1), dong) == "45,000 VND")
    #expect(ValueText.short(decimal(125, 1), Quantity(Unit(.currency("KWD")))) == "12.500 KWD")
    let perKilogram = Quantity(Unit(.currency("USD")).over(Unit(.declared("kg"))))
    #expect(ValueText.short(decimal(125, 1), perKilogram) == "12.50 USD/kg")
  }

  @Test func durations() {
    #expect(ValueText.short(decimal(12_600), time) == "3.5 hours")
    #expect(ValueText.short(decimal(1), time) == "1 second")
    #expect(ValueText.short(decimal(90), time) == "90 seconds")
    #expect(ValueText.short(decimal(600), time) == "10 minutes")
    #expect(ValueText.short(decimal(172_800), time) == "2 days")
    let hours = Quantity(.time, style: .scaled(name: "hours", factor: Rational(3600)))
    #expect(ValueText.short(decimal(3600), hours) == "1 hour")
    #expect(ValueText.machine(decimal(12_600), hours) == "3.5")
  }

  @Test func aMissedTargetNeverReadsLikeTheTarget() {
    #expect(ValueText.short(decimal(1496, 4), .percent) == "15%")
    #expect(ValueText.short(decimal(1496, 4), .percent, apartFrom: decimal(15, 2)) == "14.96%")
    #expect(ValueText.short(decimal(153, 3), .percent, apartFrom: decimal(15, 2)) == "15.3%")
    #expect(
      ValueText.short(decimal(1_199_900), dollars, apartFrom: decimal(1_200_000)) == "1.1999M USD")
    #expect(ValueText.short(decimal(9_999, 3), dollars, apartFrom: decimal(10)) == "9.999 USD")
  }

  @Test func goals() {
    #expect(Goal.atLeast(decimal(15, 2)).text(.percent) == "at least 15%")
    #expect(Goal.atLeast(decimal(15, 2)).machineText(.percent) == "at least 0.15")
    #expect(Goal.between(decimal(2), decimal(3)).machineText(.plain) == "between 2 and 3")
  }

  @Test func columnsShareTheirPrecision() {
    func texts(_ numbers: [Number], _ quantity: Quantity) -> [String] {
      let column = ColumnText(fitting: numbers, quantity)
      return numbers.map(column.text) + [column.unitName ?? ""]
    }
    #expect(texts([decimal(1), decimal(1234)], .plain) == ["1", "1,234", ""])
    #expect(texts([decimal(1), decimal(15, 1)], .plain) == ["1.00", "1.50", ""])
    #expect(texts([decimal(1), decimal(12345, 1)], .plain) == ["1", "1,235", ""])
    #expect(texts([decimal(1), decimal(125, 1)], dollars) == ["1.00", "12.50", "USD"])
    #expect(texts([decimal(153, 3), decimal(2, 1)], .percent) == ["15.3%", "20.0%", ""])
    #expect(texts([decimal(4, 4), decimal(2, 1)], .percent) == ["0.04%", "20.00%", ""])
    #expect(texts([decimal(1800), decimal(12_600)], time) == ["0.50", "3.50", "hours"])
    #expect(texts([decimal(10_005, 1), decimal(12_000)], dong) == ["1,001", "12,000", "VND"])
    #expect(texts([], dollars) == ["USD"])
  }
}
