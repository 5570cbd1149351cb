import Testing

/// The scorecard that people open: what is on it, whatever a specification says, and what happens to a folder.
@Suite struct ReportPagesTests {
  /// Values by hand: 30, 20 and 10 USD in July to September; nothing in August's second region.
  static let files: [(path: String, text: String)] = [
    (
      "main.kpi",
      """
      company "Tea & <Co>" {
        mission "Tea for \\"everybody\\" <script>alert(1)</script>"
        currency USD
      }
      owner lan "Lan <lan>" { email "lan@tea.example" }
      department sales "Sales" {
        label vi "Bán hàng"
        lead lan
      }
      table orders from "orders.csv" {
        ordered_on: date time
        region: text in ("north", "south")
        amount: USD
      }
      /// What customers paid.
      kpi revenue "Revenue <b>" = sum(orders.amount) {
        label vi "Doanh thu"
        asks "Do people buy <i>tea</i>?"
        department sales
        owner lan
        every month
        target at least 25 USD
        threshold 15 USD
        when off track "Call & ask <why>."
        review every quarter, last 2026-01-15
      }
      kpi stockists "Stockists" = count_distinct(orders.region) {
        department sales
        every month
        target at least 1
      }
      objective grow "Grow <fast>" {
        perspective financial
        measured by revenue
      }
      objective please "Please customers" {
        perspective customer
        measured by stockists
        drives grow
      }
      initiative tasting "Tasting & talk" {
        improves revenue
        owner lan
        due 2026-09-01
      }

      """
    ),
    (
      "orders.csv",
      """
      ordered_on,region,amount
      2026-07-03,north,10
      2026-07-20,south,20
      2026-08-11,north,20
      2026-09-02,north,4
      2026-09-30,south,6
      2026-10-05,north,9

      """
    ),
  ]

  private func session() throws -> Session { try Session(ReportPagesTests.files) }

  @Test func pagesAreWritten() throws {
    let session = try session()
    #expect(session.run("report --output site --as-of 2026-10-10") == 0)
    #expect(session.output == "Wrote 5 files to `site`: open `site/index.html`.\n")
    let summary = try session.read("site/index.html")
    #expect(summary.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(summary.contains("Tea &amp; &lt;Co&gt;"))
    #expect(summary.contains("10 USD"))
    #expect(summary.contains("Off track"))
    #expect(summary.contains("Call &amp; ask &lt;why&gt;."))
    let page = try session.read("site/kpi-revenue.html")
    #expect(page.contains("September 2026"))
    #expect(page.contains("at least 25 USD"))
    #expect(page.contains("15 USD"))
    #expect(page.contains("(20 USD)"), "the month before")
    #expect(page.contains("main.kpi:16"))
    #expect(page.contains("overdue since 15 April 2026"))
    #expect(page.contains("past due"))
  }

  /// Whatever stands in the specification stays text.
  @Test func nothingOfTheSpecificationBecomesMarkup() throws {
    let session = try session()
    session.run("report --output site --as-of 2026-10-10")
    for file in ["index", "kpi-revenue", "kpi-stockists", "department-sales", "owner-lan"] {
      let page = try session.read("site/\(file).html")
      for part in ["<script>alert", "<Co>", "<b>", "<i>", "<why>", "<fast>", "<lan>"] {
        #expect(!page.contains(part), "\(file): \(part)")
      }
      #expect(page.components("<script>") == 1, "the page's own")
    }
  }

  /// By hand: September has 4 USD in the north and 6 USD in the south, August 20 USD in the north alone.
  @Test func breakdownsAreThoseOfTheJudgedPeriod() throws {
    let session = try session()
    session.run("report --output site --as-of 2026-10-10")
    let page = try session.read("site/kpi-revenue.html")
    let part = try #require(page.range(between: "By region", and: "</table>"))
    #expect(part.contains("north"))
    #expect(part.contains("4.00 USD") || part.contains("4 USD"))
    #expect(part.contains("6 USD"))
    #expect(part.contains("20 USD"))
  }

  /// Before the first row a sum is 0, which is no history.
  @Test func historyBeginsWithTheData() throws {
    let session = try session()
    session.run("report --output site --as-of 2026-10-10")
    let page = try session.read("site/kpi-revenue.html")
    let table = try #require(page.range(between: "The numbers behind the chart", and: "</table>"))
    #expect(table.contains("July 2026"))
    #expect(!table.contains("June 2026"))
    #expect(table.contains("October 2026"))
    #expect(table.contains("Running"))
  }

  @Test func pagesSpeakVietnamese() throws {
    let session = try session()
    #expect(session.run("report --output site --language vi --as-of 2026-10-10") == 0)
    let page = try session.read("site/kpi-revenue.html")
    #expect(page.contains("<html lang=\"vi\">"))
    #expect(page.contains("<h1>Doanh thu</h1>"))
    #expect(page.contains("Bán hàng"))
    #expect(page.contains("ít nhất 25 USD"))
    #expect(page.contains("tháng 9/2026"))
    #expect(page.contains("tổng của orders.amount"))
    for english in ["Off track", "at least", "Definition", "September"] {
      #expect(!page.contains(english), "\(english)")
    }
  }

  @Test func theSameDayGivesTheSameBytes() throws {
    let (one, other) = (try session(), try session())
    for session in [one, other] { session.run("report --output site --as-of 2026-10-10") }
    for file in ["index", "kpi-revenue", "owner-lan"] {
      #expect(try one.read("site/\(file).html") == other.read("site/\(file).html"))
    }
  }

  // MARK: The folder

  @Test func pagesOfOthersStay() throws {
    let session = try Session(
      ReportPagesTests.files + [("site/index.html", "<p>Mine</p>"), ("site/notes.html", "Mine")])
    #expect(session.run("report --output site --as-of 2026-10-10") == 2)
    #expect(session.errors.contains("`site/index.html` was not written by a report"))
    #expect(try session.read("site/index.html") == "<p>Mine</p>")
    #expect(session.run("report --output other --as-of 2026-10-10") == 0)
  }

  @Test func ownPagesAreReplacedAndThoseNoLongerThereRemoved() throws {
    let session = try session()
    session.run("report --output site --as-of 2026-09-30")
    let old = try session.read("site/kpi-stockists.html")
    try session.write("site/kpi-gone.html", old)
    try session.write("site/notes.html", "Mine")
    #expect(session.run("report --output site --as-of 2026-10-10") == 0)
    #expect(try session.read("site/kpi-stockists.html") != old)
    #expect((try? session.read("site/kpi-gone.html")) == nil)
    #expect(try session.read("site/notes.html") == "Mine")
  }

  @Test func aFolderIsNeededForPages() throws {
    let session = try session()
    #expect(session.run("report") == 2)
    #expect(session.errors.contains("`kpi report` writes a folder of pages and needs its name"))
  }

  // MARK: Texts

  @Test func markdown() throws {
    let session = try session()
    #expect(session.run("report --format markdown --as-of 2026-10-10") == 0)
    #expect(
      session.output == #"""
        # Tea \& \<Co\>

        > Tea for "everybody" \<script\>alert(1)\</script\>

        As of 10 October 2026

        ## Where we stand

        | Status | KPI |
        | --- | ---: |
        | ■ Off track | 1 |
        | ● On track | 1 |

        ## Needs attention

        - ■ Revenue \<b\>: 10 USD, at least 25 USD (Off track)  
          Call \& ask \<why\>.

        ## Sales

        | KPI | Value | Target | Status | Attained | History | Owner |
        | --- | ---: | --- | --- | ---: | --- | --- |
        | Revenue \<b\> | 10 USD | at least 25 USD | ■ Off track | 40% | █▅▁ | Lan \<lan\> |
        | Stockists | 2 | at least 1 | ● On track | 200% | █▁█ | – |

        ## Strategy map

        | Perspective | Objective | Measured by | Drives |
        | --- | --- | --- | --- |
        | Financial | Grow \<fast\> | Revenue \<b\> |  |
        | Customer | Please customers | Stockists | Grow \<fast\> |

        ## Initiatives

        | Initiative | Due | State | Improves | Owner |
        | --- | --- | --- | --- | --- |
        | Tasting \& talk | 1 September 2026 | – | Revenue \<b\> | Lan \<lan\> |

        ## Data freshness

        | Table | Last row | Status |
        | --- | --- | --- |
        | orders | 5 October 2026 | Up to date |

        """#)
  }

  @Test func text() throws {
    let session = try session()
    #expect(session.run("report --format text --language vi --as-of 2026-10-10") == 0)
    #expect(
      session.output == """
        Tea & <Co>
        Tea for "everybody" <script>alert(1)</script>
        Tính đến 10/10/2026

        ■ 1 Chưa đạt   ● 1 Đạt mục tiêu

        Bán hàng
        ■ Doanh thu  10 USD  ít nhất 25 USD  Chưa đạt      █▅▁  Lan <lan>
        ● Stockists       2  ít nhất 1       Đạt mục tiêu  █▁█

        Việc cần làm khi chưa đạt
        ■ Doanh thu: 10 USD, ít nhất 25 USD (Chưa đạt)
            Call & ask <why>.

        """)
  }

  @Test func statusShowsTheCourse() throws {
    let session = try session()
    #expect(session.run("status revenue --as-of 2026-10-10") == 0)
    #expect(session.output.contains("History"))
    #expect(session.output.contains("█▅▁"))
    session.run("status revenue --as-of 2026-10-10 --format csv")
    #expect(!session.output.contains("history"))
  }
}

extension String {
  /// How many times a text stands in it.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }

  /// What stands between the first of a text and the next of another.
  fileprivate func range(between start: String, and end: String) -> Substring? {
    guard let first = firstRange(of: start),
      let last = self[first.upperBound...].firstRange(of: end)
    else { return nil }
    return self[first.upperBound..<last.lowerBound]
  }
}
