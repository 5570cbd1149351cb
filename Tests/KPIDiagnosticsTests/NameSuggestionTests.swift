import KPIDiagnostics
import Testing

@Suite struct NameSuggestionTests {
  private let names = ["revenue", "revenue_growth", "paid_orders", "churn_rate", "doanh_số"]

  @Test(arguments: [
    ("revenu", ["revenue"]), ("reveneu", ["revenue"]), ("REVENUE", ["revenue"]),
    ("orders_paid", ["paid_orders"]), ("chrun_rate", ["churn_rate"]), ("doanh_so", ["doanh_số"]),
    ("doanh_s\u{f4}\u{301}_", ["doanh_số"]), ("rev", ["revenue", "revenue_growth"]), ("zzz", []),
  ])
  func nearest(name: String, expected: [String]) {
    let found = NameSuggestion.nearest(to: name, among: names)
    #expect(found == expected)
  }

  @Test func swappedNeighboursCountOnce() {
    #expect(NameSuggestion.distance(Array("ab"), Array("ba"), atMost: 2) == 1)
    #expect(NameSuggestion.distance(Array("abc"), Array("xyz"), atMost: 2) == nil)
    #expect(NameSuggestion.distance([], Array("xy"), atMost: 2) == 2)
  }

  @Test func distancesBeyondTheLimitAreCutOff() {
    let pairs = [
      ("kitten", "sitting", 3), ("metric_numberx_0", "metric_number_1", 2), ("abcdef", "badcfe", 3),
      ("", "abc", 3), ("same", "same", 0),
    ]
    for (left, right, distance) in pairs {
      for limit in 0...6 {
        let found = NameSuggestion.distance(Array(left), Array(right), atMost: limit)
        #expect(found == (distance <= limit ? distance : nil), "\(left) \(right) \(limit)")
      }
    }
  }

  @Test func letterCaseAndComposedLettersAreOne() {
    #expect(NameSuggestion.nearest(to: "DOANH-S\u{1ed0}", among: ["doanh_s\u{f4}\u{301}"]) != [])
  }
}
