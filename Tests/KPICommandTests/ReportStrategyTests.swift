import Testing

/// Scores, grades and assumptions on the pages.
@Suite struct ReportStrategyTests {
  private static let strategy: (path: String, text: String) = (
    "strategy.kpi",
    """
    assumption beans "Beans stay cheap" {
      expires 2026-08-31
    }
    objective quarter "A strong quarter" {
      for        2026-Q3
      owner      lan
      assumes    beans
      key result revenue from 0 USD to 120 USD committed
      key result stockists from 0 to 4
    }
    scorecard company "The company" {
      score    attainment
      cap      120%
      missing  counts as 0
      includes revenue weight 3
      includes stockists
    }

    """
  )

  /// By hand: September's revenue is 10 of 25 USD, 40%; 2 stockists of 1 are capped at 120%; (3 × 40% + 120%) / 4 = 60%.
  /// The quarter has 60 of 120 USD and September 2 of 4 stockists, so both grades are 0.5, and what was committed to
  /// is off track below 0.7.
  @Test func scoresAndGradesAreDrawn() throws {
    let session = try Session(ReportPagesTests.files + [Self.strategy])
    #expect(session.run("report --output site --as-of 2026-10-10") == 0)
    let page = try session.read("site/index.html")
    #expect(page.contains("<dt>The company</dt><dd>60%"))
    let grades = page.ranges(of: "<strong>0.5</strong>").count
    #expect(grades == 3, "the objective and its key results")
    #expect(page.contains("Q3 2026 · 100% of the time is over · Lan &lt;lan&gt;"))
    #expect(page.contains("Beans stay cheap"))
    #expect(page.contains("Expired"))
    #expect(page.contains("<span class=\"badge off-track\">"))
  }

  @Test func departmentsHaveTheirScores() throws {
    let session = try Session(ReportPagesTests.files + [Self.strategy])
    session.run("report --output site --as-of 2026-10-10")
    #expect(try session.read("site/department-sales.html").contains("<dt>The company</dt><dd>60%"))
    #expect(try session.read("site/owner-lan.html").contains("<dt>The company</dt><dd>40%"))
  }
}
