import KPITemplates
import Testing

/// What somebody sees who starts with a department.
@Suite struct NewTests {
  /// In one language each: the company below has them all in every one.
  @Test(arguments: Departments.all.map(\.name)) func departmentWorksAtOnce(name: String) throws {
    let session = try Session()
    #expect(session.run("new demo --department \(name) --language vi") == 0)
    try expectWorking(session)
  }

  @Test(arguments: ["en", "vi", "en,vi"]) func companyWorksAtOnce(language: String) throws {
    let session = try Session()
    #expect(session.run("new demo --all --language \(language)") == 0)
    for department in Departments.ofACompany {
      #expect(try session.read("demo/\(department.name)/README.md").hasPrefix("# "))
    }
    try expectWorking(session)
    let page = try session.read("demo/README.md")
    #expect(page.contains("| [`strategy.kpi`](strategy.kpi) |"))
    #expect(page.contains("| [`okrs.kpi`](okrs.kpi) |"))
  }

  /// The objectives of the whole company stand on the numbers of its departments, and have a status or a grade each.
  @Test func companyHasAStrategyOverItsDepartments() throws {
    let session = try Session()
    #expect(session.run("new demo --all") == 0)
    #expect(
      session.run("status --project demo --as-of 2026-10-31 --show objectives --format csv") == 0)
    let lines = session.output.split(separator: "\n")
    for objective in [
      "we_earn_and_keep_it", "customers_come_back", "the_right_people_ask", "promises_are_kept",
      "answers_are_ready", "work_gets_better", "everybody_has_the_numbers",
    ] {
      let line = try #require(lines.first { $0.contains(objective) }, "\(objective)")
      #expect(line.contains("track") || line.contains("at risk") || line.contains("exceeding"))
    }
    for objective in ["ready_for_the_season", "buyers_become_customers", "releases_without_fear"] {
      #expect(lines.count { $0.contains(objective) } >= 3, "\(objective)")
    }
  }

  /// Everything with a label has one in both languages, and a page is in one of them.
  @Test func pagesOfTwoLanguagesAreInOne() throws {
    let session = try Session()
    session.run("new demo --all --language en,vi")
    #expect(session.run("report --project demo --output vi --language vi --as-of 2026-10-31") == 0)
    let page = try session.read("vi/index.html")
    for text in [
      "Khách hàng quay lại và nói tốt về ta", "Thẻ điểm công ty", "Ban giám đốc",
      "Trưởng phòng Kinh doanh", "Học hỏi và phát triển", "Số liệu của tuần vào sáng thứ Hai",
      "Giá mua vào không tăng nhanh hơn giá bán ra",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    for text in [
      "Customers come back", "Company scorecard", "Management", "Head of sales",
      "Learning and growth", "on Monday morning", "becomes no dearer",
    ] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  /// The company's page shows what belongs to the whole of it; the rest stands on the pages of its departments.
  @Test func companysPageShowsTheWhole() throws {
    let session = try Session()
    session.run("new demo --all")
    #expect(session.run("report --project demo --output site --as-of 2026-10-31") == 0)
    let page = try session.read("site/index.html")
    let sales = try session.read("site/department-sales.html")
    #expect(page.utf8.count < 300_000)
    #expect(page.contains("<tr id=\"objective-promises_are_kept\">"))
    #expect(!page.contains("<tr id=\"objective-deals_move\">"))
    #expect(sales.contains("<tr id=\"objective-deals_move\">"))
    let tally = try #require(page.ranges(of: "class=\"counts\"").first)
    let score = try #require(page.ranges(of: "<dt>Company scorecard</dt>").first)
    #expect(tally.lowerBound < score.lowerBound)
    // Whoever opens a KPI sees that its target is nobody's.
    #expect(
      try session.read("site/kpi-win_rate.html")
        .contains("<dd>at least 31%<small>example</small></dd>"))
    // Once, in the card of its department; all that it is made of stands on the department's page.
    #expect(page.ranges(of: "<dt>Sales scorecard</dt>").count == 1)
    #expect(!page.contains("<caption class=\"skip\">Sales scorecard</caption>"))
    #expect(sales.contains("<caption class=\"skip\">Sales scorecard</caption>"))
    #expect(page.ranges(of: "<caption class=\"skip\">Company scorecard</caption>").count == 1)
  }

  private func expectWorking(_ session: Session) throws {
    #expect(session.run("check --project demo") == 0, "\(session.output)\(session.errors)")
    #expect(session.output == "" || session.output.contains("no findings"), "\(session.output)")
    #expect(session.run("fmt demo --check") == 0, "\(session.output)\(session.errors)")
    #expect(session.run("test demo") == 0, "\(session.output)\(session.errors)")
    #expect(
      session.run("status --project demo --as-of 2026-10-31 --format csv") == 0, "\(session.errors)"
    )
    let rows = session.output.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.count >= 5)
    for row in rows { #expect(!row[4].isEmpty && !row[7].isEmpty, "\(row)") }
    // Nothing is learnt from a page on which all is well, or nothing.
    let statuses = Set(rows.map { $0[7] })
    #expect(statuses.count >= 3 && statuses.contains("on track"), "\(statuses)")
  }

  /// GitHub does not look for workflows below the top of a repository.
  @Test func whereTheWorkflowBelongsIsSaid() throws {
    let session = try Session([(".git/HEAD", "ref: refs/heads/main\n")])
    #expect(session.run("new metrics/kpis") == 0)
    #expect(session.output.contains("move `metrics/kpis/.github/workflows/kpi.yml` to"))
    #expect(session.output.contains("`project: metrics/kpis`"))
    let top = try Session([(".git/HEAD", "ref: refs/heads/main\n")])
    #expect(top.run("new .") == 0)
    #expect(!top.output.contains("move `"))
  }

  @Test func severalDepartmentsAreAskedForByName() throws {
    let session = try Session()
    #expect(session.run("new demo --department marketing,sels") == 2)
    #expect(session.errors.contains("sels"))
    #expect(session.run("new demo --department marketing --language fr") == 2)
    #expect(session.errors.contains("`en`") || session.errors.contains("en"))
    #expect(session.run("new --list --language vi") == 0)
    #expect(session.output.contains("marketing"))
    #expect(session.output.contains("Khách tiềm năng"))
  }

  @Test func foldersStandForManyFiles() throws {
    let session = try Session()
    #expect(session.run("new demo --department marketing,sales") == 0)
    let start = """
      Wrote to `demo`:
        .github/ (1 file)
        README.md
        company.kpi
        marketing/ (10 files)
        sales/ (9 files)

      Next:
        cd demo
        kpi check

      """
    #expect(session.output.hasPrefix(start), "\(session.output)")
  }

  @Test func departmentsJoinACompany() throws {
    let session = try Session()
    #expect(session.run("new demo --department marketing") == 0)
    let company = try session.read("demo/company.kpi")
    #expect(session.run("new demo --department sales") == 0)
    #expect(session.output.hasPrefix("Wrote to `demo`:\n  sales/README.md\n"), "\(session.output)")
    #expect(try session.read("demo/company.kpi") == company)
    let line = "| [`sales/`](sales/README.md) | Deals won"
    #expect(session.output.contains("\n  " + line), "\(session.output)")
    #expect(try !session.read("demo/README.md").contains(line))
    try expectWorking(session)
    #expect(session.run("new demo --department sales") == 2)
    #expect(session.errors.contains("`demo/sales/README.md` exists already"))
  }

  /// A company has one currency, whatever language a department is written in, and whichever file says so.
  @Test(arguments: [("EUR", "at least 15.5k EUR"), ("JPY", "at least 1.55M JPY")])
  func departmentsCountInTheCompanysCurrency(code: String, target: String) throws {
    let session = try Session([
      ("ours.kpi", "company \"Ours\" {\n  mission \"Bread\"\n  currency \(code)\n}\n")
    ])
    #expect(session.run("new --department sales,finance --language vi") == 0, "\(session.errors)")
    #expect(session.output.contains("Amounts are in \(code)"))
    #expect(try session.read("sales/data.kpi").contains("amount:      \(code)"))
    #expect(try session.read("sales/tests.kpi").contains(code))
    #expect(throws: (any Error).self) { try session.read("company.kpi") }
    #expect(session.run("check") == 0, "\(session.errors)")
    #expect(session.run("test") == 0, "\(session.output)")
    #expect(session.run("status --as-of 2026-10-31") == 0, "\(session.errors)")
    #expect(!session.output.contains("VND") && session.output.contains(code))
  }

  @Test func namesThatAreTakenAreNotDeclaredAgain() throws {
    let session = try Session([
      ("company.kpi", "company \"Ours\" {\n  mission \"Bread\"\n}\n"),
      ("more/own.kpi", "table deals from \"deals.csv\" {\n  deal_id: text key\n}\n"),
    ])
    #expect(session.run("new --department sales") == 1)
    #expect(session.errors.contains("`deals`"), "\(session.errors)")
    #expect(session.errors.contains("Nothing was written"))
    // What follows from the name is not said.
    #expect(!session.errors.contains("unknown-column"))
    #expect(throws: (any Error).self) { try session.read("sales/README.md") }
    #expect(session.run("new --department finance") == 0, "\(session.errors)")
    // A second company is none.
    #expect(session.run("new") == 2)
  }

  @Test func vietnameseShopHasTheSameNumbers() throws {
    let session = try Session()
    #expect(session.run("new english") == 0)
    #expect(session.run("new vietnamese --language vi") == 0)
    let question =
      "eval active_customers,refund_rate,web_share --by month --format csv"
      + " --as-of 2026-10-31 --project "
    session.run(question + "english")
    let english = session.output
    session.run(question + "vietnamese")
    #expect(session.output == english && english.count > 100)
    #expect(try session.read("vietnamese/company.kpi").contains("currency VND"))
    #expect(try session.read("vietnamese/sales.kpi").contains("at least 82.5M VND"))
  }
}
