import Testing

@testable import KPIReport

/// Nothing that a specification says can become an element, an attribute or a script.
@Suite struct MarkupTests {
  private static let hostile = "<script>alert(1)</script>\" onload='x' & \u{202E}evil\u{0}"

  @Test func textIsEscaped() {
    let markup = tag(.p, .class(MarkupTests.hostile)) { MarkupTests.hostile }
    let escaped =
      "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; \u{FFFD}evil\u{2400}"
    #expect(markup.source == "<p class=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func elementsWithoutContentHaveNoEnd() {
    #expect(tag(.br).source == "<br>")
    #expect(tag(.span).source == "<span></span>")
    #expect(tag(.details, .init(.open)).source == "<details open></details>")
  }

  @Test func linksLeadNowhereElse() {
    #expect(
      tag(.a, .href(.mail("lan@sunrise.example?subject=\"x"))).source
        == "<a href=\"mailto:lan@sunrise.example%3Fsubject%3D%22x\"></a>")
    #expect(tag(.a, .href(.place("kpis"))).source == "<a href=\"#kpis\"></a>")
    #expect(
      tag(.a, .href(.elsewhere("kpis", on: "index.html"))).source
        == "<a href=\"index.html#kpis\"></a>")
  }

  @Test func proseKeepsParagraphsListsAndCode() {
    let text = "First `a < b` line\ngoes on.\n\n- one\n- two\n  goes on\n\nA lone ` stays."
    #expect(
      Prose.markup(text).source
        == "<p>First <code>a &lt; b</code> line goes on.</p>"
        + "<ul><li>one</li><li>two goes on</li></ul><p>A lone ` stays.</p>")
  }

  @Test(arguments: [
    (0.0, "0"), (-0.04, "0"), (12.0, "12"), (12.34, "12.3"), (-0.25, "-0.3"), (99.96, "100"),
    (.infinity, "0"), (.nan, "0"),
  ])
  func coordinatesAreShort(_ value: Double, _ text: String) {
    #expect(Coordinate.text(value) == text)
  }

  @Test(arguments: [
    ("revenue_growth", "revenue_growth"), ("Đơn hàng: số lượng", "don-hang-so-luong"),
    ("../../etc/passwd", "etc-passwd"), ("日本", "x"), ("tỷ_lệ", "ty_le"), ("A  B", "a-b"),
  ])
  func fileNamesArePlain(_ name: String, _ slug: String) {
    #expect(SiteIndex.slug(name) == slug)
  }
}
