import KPISyntax
import Testing

/// The views give what is written.
@Suite struct ViewTests {
  private let declarations = Parsed(SampleText.everything).tree.declarations

  private func declaration<View>(_ name: String, _ pick: (DeclarationSyntax) -> View?) -> View? {
    declarations.lazy.filter { $0.name?.text == name }.compactMap(pick).first
  }

  @Test func everyDeclarationIsThere() {
    #expect(
      declarations.map { "\($0.keyword.spelling) \($0.name?.text ?? "")" } == [
        "company ", "owner lan", "owner growth", "department retail", "department stores",
        "unit kg", "unit tonne", "unit cent", "source warehouse", "source lake", "table orders",
        "table items", "table employees", "table balances", "table nothing", "dimension channel",
        "dimension place", "dimension size", "metric revenue", "metric long_formula",
        "metric bounded",
        "metric several",
        "metric lists", "metric repeat_buyers", "metric stickiness", "metric by_case",
        "metric calls", "metric literals", "kpi revenue_growth", "kpi one_line",
        "perspective customer", "objective keep_customers", "initiative loyalty_card",
        "assumption steady_rent",
        "scorecard board", "test ",
      ])
  }

  @Test func noAttributeIsUnknown() {
    for declaration in declarations {
      let attributes: [Any] =
        switch declaration {
        case .company(let view): view.attributes
        case .owner(let view): view.attributes
        case .department(let view): view.attributes
        case .unit(let view): view.attributes
        case .source(let view): view.attributes
        case .table(let view): view.attributes
        case .dimension(let view): view.attributes
        case .metric(let view): view.attributes
        case .kpi(let view): view.attributes
        case .perspective(let view): view.attributes
        case .objective(let view): view.attributes
        case .initiative(let view): view.attributes
        case .assumption(let view): view.attributes
        case .scorecard(let view): view.attributes
        case .test(let view): view.attributes
        }
      for attribute in attributes {
        let form = Mirror(reflecting: attribute).children.first?.label
        #expect(form != "unknown", "\(declaration.keyword)")
      }
    }
  }

  private func day(_ literal: LiteralSyntax?) -> String {
    literal?.date.map { "\($0.year)-\($0.month)-\($0.day)" } ?? "-"
  }

  @Test func companies() throws {
    guard case .company(let company)? = declarations.first else { return }
    #expect(company.label?.value == "Sunrise Coffee")
    var seen: [String] = []
    for attribute in company.attributes {
      switch attribute {
      case .label(let view): seen.append("\(view.language?.text ?? "") \(view.text?.value ?? "")")
      case .mission(let view), .vision(let view), .timezone(let view):
        seen.append(view.text?.value ?? "")
      case .currency(let view): seen.append(view.name?.text ?? "")
      case .week(let view): seen.append(view.start?.text ?? "")
      case .workdays(let view):
        seen += view.weekdays.map { "\($0.first?.text ?? "") \($0.last?.text ?? "-")" }
      case .holidays(let view):
        seen += view.holidays.map { holiday in
          "\(day(holiday.first)) \(day(holiday.last)) \(holiday.label?.value ?? "-")"
        }
      case .fiscal(let view):
        let weeks = view.weeks.map { weeks in
          "\(weeks.pattern?.value ?? "") \(weeks.isLastOfMonth) \(weeks.weekday?.text ?? "") "
            + (weeks.month?.text ?? "")
        }
        seen.append("\(weeks ?? view.start?.text ?? "") \(view.naming?.text ?? "-")")
      case .lint(let view):
        seen += view.levels.map { level in
          "\(level.level) \(level.rules.map(\.text).joined(separator: " "))"
        }
      case .revision(let view): seen.append(view.reason?.value ?? "")
      case .allow(let view):
        seen.append("\(view.rule?.text ?? "") \(view.reason?.value ?? "")")
        #expect(view.until?.date == DateLiteral(year: 2027, month: 1, day: 31))
      case .unknown: seen.append("?")
      }
    }
    #expect(
      seen == [
        "vi Cà phê Bình Minh", "A great cup within ten minutes of everyone.",
        "The first cup of every day.", "USD", "Asia/Ho_Chi_Minh", "monday", "monday saturday",
        "monday thursday", "saturday -", "2026-1-1 - New Year", "2026-2-16 2026-2-20 Tết",
        "2026-4-30 - -", "2026-9-2 - Quốc khánh", "2026-12-25 - -", "april -", "october start",
        "4-5-4 false saturday january -", "4-4-5 true sunday june end",
        "deny stale-review target-expired", "warn missing-owner", "note KPI4003",
        "allow average-of-ratio", "the fiscal year begins in April now",
        "missing-owner a small company",
      ])
  }

  @Test func departmentsAndSources() throws {
    let stores = try #require(
      declaration("stores") { if case .department(let view) = $0 { view } else { nil } })
    #expect(stores.parent?.text == "retail" && stores.name?.text == "stores")
    guard case .label(let label)? = stores.attributes.first else { return }
    #expect(label.language?.text == "pt-BR")
    let lake = try #require(
      declaration("lake") { if case .source(let view) = $0 { view } else { nil } })
    var settings: [String] = []
    for attribute in lake.attributes {
      switch attribute {
      case .driver(let view): settings.append(view.driver ?? "")
      case .timeout(let view): settings.append(view.value.syntax.text)
      case .uri(let view), .username(let view), .password(let view), .option(let view):
        settings.append(
          [view.option?.value, view.environment?.text, view.text?.value]
            .map { $0 ?? "-" }.joined(separator: " "))
      default: settings.append("?")
      }
    }
    #expect(
      settings == [
        "duck db", "- - lake.db", "- - reader", "- LAKE_PASSWORD -", "5 minutes",
        "adbc.snowflake.role - analyst", "adbc.snowflake.token TOKEN -",
      ])
  }

  @Test func tables() throws {
    let orders = try #require(
      declaration("orders") { if case .table(let view) = $0 { view } else { nil } })
    #expect(orders.origin?.text?.value == "data/orders.csv" && orders.origin?.source == nil)
    #expect(orders.documentation == "Orders, one row each.")
    let columns = orders.attributes.compactMap { attribute -> ColumnSyntax? in
      if case .column(let column) = attribute { column } else { nil }
    }
    #expect(
      columns.map { $0.name?.text } == [
        "order_id", "Order Date", "target", "customer_id", "buyer_id", "status", "channel",
        "waited", "key", "time",
      ])
    #expect(columns[0].documentation == "The number on the invoice.")
    #expect(columns[7].type?.name?.text == "duration" && columns[7].type?.unit?.text == "seconds")
    guard case .reference(let reference)? = columns[4].modifiers.first,
      case .values(let values)? = columns[5].modifiers.first,
      case .header(let header)? = columns[1].modifiers.last
    else {
      Issue.record("not as expected")
      return
    }
    #expect(reference.table?.text == "customers" && reference.role?.text == "buyer")
    #expect(values.values.count == 3)
    #expect(header.text?.value == "Order Date")
    let items = try #require(
      declaration("items") { if case .table(let view) = $0 { view } else { nil } })
    #expect(items.origin?.source?.text == "warehouse")
    guard case .key(let key) = items.attributes[2], case .time(let time) = items.attributes[3]
    else {
      Issue.record("not as expected")
      return
    }
    #expect(key.names.map(\.text) == ["order_id", "line"])
    #expect(time.path?.parts.map(\.text) == ["order_id", "Order Date"])
  }

  @Test func targets() throws {
    let kpi = try #require(
      declaration("revenue_growth") { if case .kpi(let view) = $0 { view } else { nil } })
    #expect(
      kpi.documentation
        == "How fast revenue grows.\nAgainst the same month of the year before.")
    let targets = kpi.attributes.compactMap { attribute -> TargetAttributeSyntax? in
      switch attribute {
      case .target(let view), .threshold(let view), .stretch(let view): view
      default: nil
      }
    }
    #expect(
      targets.map { outline($0.body) } == [
        "atLeast 15%", "atLeast 12%",
        "by segment [\"enterprise\": atMost 1%, \"smb\": {2026-01: atMost 5%, "
          + "2026-07-2026-12: atMost 4%}]",
        "{2026: atLeast 12M USD evenly, 2027-Q1: atLeast 10% above year, "
          + "FY2028: by orders.channel [\"ads\": between 2 4, true: atLeast 1 / win_rate], "
          + "2029-01-01: atLeast 12 weights 3, 2030: atLeast 12 like fiscal year}",
        "value 10%", "between 5 15", "{2026-01: value 6%, 2026-07: atLeast 5%}",
        "value 20% above month",
      ])
    #expect(targets.map { $0.name?.text } == [nil, "budget", nil, nil, nil, nil, nil, nil])
  }

  private func outline(_ body: TargetBodySyntax) -> String {
    switch body {
    case .goal(let goal): return outline(goal)
    case .periods(let entries):
      let parts = entries.map { entry in
        (entry.from?.syntax.text ?? "?") + (entry.to.map { "-" + $0.syntax.text } ?? "") + ": "
          + outline(entry.body)
      }
      return "{\(parts.joined(separator: ", "))}"
    case .groups(let path, let entries):
      let parts = entries.map { "\($0.value.syntax.text): \(outline($0.body))" }
      return "by \(path?.syntax.text ?? "?") [\(parts.joined(separator: ", "))]"
    case .missing: return "?"
    }
  }

  private func outline(_ goal: GoalSyntax) -> String {
    var text = "\(goal.direction) \(goal.value.syntax.text)"
    if let upper = goal.upper { text += " \(upper.syntax.text)" }
    if let base = goal.relative {
      text += " \(base.isBelow ? "below" : "above") \(base.grain?.text ?? "?")"
    }
    switch goal.phasing?.rule {
    case .evenly: text += " evenly"
    case .weights(let weights): text += " weights \(weights.count)"
    case .likePrevious(let grain): text += " like \(grain?.text ?? "?")"
    case .missing, nil: break
    }
    return text
  }

  @Test func accountability() throws {
    let kpi = try #require(
      declaration("revenue_growth") { if case .kpi(let view) = $0 { view } else { nil } })
    var seen: [String] = []
    for attribute in kpi.attributes {
      switch attribute {
      case .every(let view): seen.append(view.phrase?.text ?? "?")
      case .unit(let view): seen.append(view.value.syntax.text)
      case .review(let view):
        seen.append("\(view.grain?.text ?? "?") \(view.last?.syntax.text ?? "?")")
      case .sample(let view):
        seen.append("\(view.measure.syntax.text) \(view.minimum.syntax.text)")
      case .benchmark(let view):
        seen.append("\(view.value.syntax.text) \(view.origin?.value ?? "?")")
      case .action(let view): seen.append("\(view.status?.text ?? "?"): \(view.text?.value ?? "?")")
      case .balanced(let view): seen.append(view.names.map(\.text).joined(separator: " "))
      case .deprecated(let view):
        seen.append("\(view.since?.syntax.text ?? "?") \(view.replacement?.text ?? "-")")
      case .revision(let view):
        seen.append("\(view.number?.syntax.text ?? "?") \(view.reason?.value ?? "?")")
      default: continue
      }
    }
    #expect(
      seen == [
        "month", "percent", "fiscal quarter 2026-10-01", "count(orders) 30",
        "2.3% an industry report", "off track: Ask the store managers.",
        "at risk: Look again in a week.", "churn_rate other_kpi", "2026-09-01 -",
        "3 a deliberate change",
      ])
  }

  @Test func strategy() throws {
    let objective = try #require(
      declaration("keep_customers") { if case .objective(let view) = $0 { view } else { nil } })
    for attribute in objective.attributes {
      switch attribute {
      case .measured(let view): #expect(view.names.count == 2)
      case .drives(let view) where view.lag != nil:
        #expect(view.lag?.unit?.text == "quarters" && view.reason?.value.isEmpty == false)
      case .period(let view): #expect(view.period == .quarter(year: 2026, quarter: 4))
      case .keyResult(let view) where view.commitment == .committed:
        #expect(view.metric?.text == "churn_rate")
        #expect(view.baseline.syntax.text == "5%" && view.goal.syntax.text == "3%")
      default: continue
      }
    }
    let board = try #require(
      declaration("board") { if case .scorecard(let view) = $0 { view } else { nil } })
    for attribute in board.attributes {
      switch attribute {
      case .score(let view) where view.rule?.text == "bands":
        #expect(
          view.points.map { $0.status?.text } == ["exceeding", "on track", "at risk", "off track"])
        #expect(view.points.map { $0.points.syntax.text } == ["120", "100", "50", "0"])
      case .missing(let view): #expect(view.isLeftOut == (view.value == nil))
      case .member(let view) where view.name?.text == "revenue_growth":
        #expect(view.weight?.syntax.text == "3" && view.baseline?.syntax.text == "8%")
      case .member(let view): #expect(view.weight == nil && view.baseline == nil)
      default: continue
      }
    }
  }

  @Test func tests() throws {
    guard case .test(let test)? = declarations.last else { return }
    #expect(test.label?.value == "refunds are not revenue")
    var expectations: [String] = []
    for attribute in test.attributes {
      switch attribute {
      case .asOf(let view): #expect(view.date == DateLiteral(year: 2026, month: 11, day: 23))
      case .given(let view):
        #expect(view.columns.map(\.text) == ["order_id", "ordered_at", "status", "amount"])
        #expect(
          view.rows.map { $0.cells.map { $0.value?.syntax.text ?? "" } } == [
            ["\"1\"", "2026-01-05", "\"paid\"", "100 USD"],
            ["\"2\"", "2026-01-06", "", "-40 USD"], ["", "2026-01-06", "missing", ""],
            ["-3", "2026-01-06", "true", "5"],
          ])
      case .expect(let view):
        let dimensions = view.dimensions.map(\.syntax.text)
        let names = "\(dimensions)" + (view.period.map { " for " + $0.syntax.text } ?? "")
        switch view.expected {
        case .value(let value):
          let reason = view.reason.map { " " + $0.value } ?? ""
          expectations.append("\(names) \(value.syntax.text)\(reason)")
        case .entries(let entries):
          let parts = entries.map { entry in
            let reason = entry.reason.map { " " + $0.value } ?? ""
            return "\(entry.keys.map(\.syntax.text)): \(entry.value.syntax.text)\(reason)"
          }
          expectations.append("\(names) \(parts)")
        }
      case .expectError(let view): #expect(view.rule?.text == "unit-mismatch")
      case .expectStatus(let view) where view.dimension != nil:
        #expect(view.dimension?.syntax.text == "region" && view.status == nil)
        #expect(view.groups?.map { $0.status?.text } == ["on track", "partial"])
      case .expectStatus(let view) where view.period != nil:
        #expect(view.kpi?.text == "churn_rate" && view.status?.text == "on track")
        #expect(view.period?.period == .month(year: 2026, month: 1))
      case .expectStatus(let view): #expect(view.status?.text == "small sample")
      case .allow, .unknown: Issue.record("not expected")
      }
    }
    #expect(expectations.count == 12)
    #expect(expectations.first == "[] 100 USD")
    #expect(expectations[1].hasPrefix("[\"month\", \"orders.region\"]"))
    #expect(expectations[1].hasSuffix("missing no rows\"]"))
    #expect(expectations[2] == "[] for 2026-02 100 USD")
    #expect(expectations[3] == "[] for FY2027 missing division by zero")
    #expect(expectations[6] == "[] 100 USD")
    #expect(expectations[7].hasPrefix("[\"month\"] for 2026-Q1"))
    #expect(expectations[10] == "[\"month\"] 3")
    #expect(expectations.last == "[] for 2026 3")
  }

  @Test func documentationIsWhatStandsAbove() {
    let tree = Parsed(
      """
      /// About the file.

      /// One.
      ///   Two.
      // a remark
      owner a
      owner b /// behind

      owner c

      /// Three.

      owner d
      """
    ).tree
    #expect(tree.declarations.map(\.documentation) == ["One.\n  Two.", nil, nil, "Three."])
  }
}
