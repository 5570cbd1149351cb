package import KPISource

/// Findings about names: unknown, declared twice, going round in circles.
extension Rule {
  package static let names: [Rule] = [
    .unknownName, .unknownMetric, .unknownTable, .unknownColumn, .unknownOwner,
    .unknownDepartment, .unknownUnit, .unknownFunction, .unknownSource, .unknownStrategyName,
    .unknownRule, .unknownWord, .unknownValue, .unknownTimeZone, .unknownType, .duplicateName,
    .duplicateAttribute, .secondCompany, .builtInUnit, .circularMetric, .circularUnit,
    .circularDepartment, .uselessAddress,
  ]

  package static let unknownName = Rule(
    "KPI1101", "unknown-name", title: "Name is not declared",
    explanation: """
      A breakdown or a filter mentions a name that is neither a declared dimension nor a column of any \
      table. Names are compared letter by letter; capitals count.
      """,
    example: Samples.orders + "metric paid = sum(orders.amount) where statis = \"paid\"",
    mended: Samples.orders + "metric paid = sum(orders.amount) where status = \"paid\"")

  package static let unknownMetric = Rule(
    "KPI1102", "unknown-metric", title: "Metric is not declared",
    explanation: """
      A formula, an objective or a scorecard mentions a metric that no file declares. Metrics and KPIs may \
      be declared in any file and any order.
      """,
    example: Samples.orders + """
      metric revenue = sum(orders.amount)
      metric doubled = revenu * 2
      """,
    mended: Samples.orders + """
      metric revenue = sum(orders.amount)
      metric doubled = revenue * 2
      """)

  package static let unknownTable = Rule(
    "KPI1103", "unknown-table", title: "Table is not declared",
    explanation: """
      The first name of a path inside an aggregate is the table whose rows are aggregated. A table \
      must be declared with its columns before it can be computed on; `kpi table FILE.csv` writes \
      the declaration from a file.
      """,
    example: Samples.orders + "metric revenue = sum(order.amount)",
    mended: Samples.orders + "metric revenue = sum(orders.amount)")

  package static let unknownColumn = Rule(
    "KPI1104", "unknown-column", title: "Column is not declared",
    explanation: """
      The table has no column of this name. Only declared columns can be used, so that a misspelled \
      name is found here and not as an empty report. A file's header that is not a plain word is given \
      with `from "Header Text"`.
      """,
    example: Samples.orders + "metric revenue = sum(orders.amout)",
    mended: Samples.orders + "metric revenue = sum(orders.amount)")

  package static let unknownOwner = Rule(
    "KPI1105", "unknown-owner", title: "Owner is not declared",
    explanation: """
      A KPI is answered for by a declared person or team, so that everybody knows whom to ask.
      """,
    example: Samples.orders + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every month
      }
      """,
    mended: Samples.orders + Samples.owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every month
      }
      """)

  package static let unknownDepartment = Rule(
    "KPI1106", "unknown-department", title: "Department is not declared",
    explanation: "KPIs are grouped by declared departments.",
    example: Samples.kpi("  department sales"),
    mended: "department sales \"Sales\"\n\n" + Samples.kpi("  department sales"))

  package static let unknownUnit = Rule(
    "KPI1107", "unknown-unit", title: "Unit is not known",
    explanation: """
      A unit is a currency by its ISO 4217 code (`USD`, `EUR`, `VND`), a length of time (`hours`), \
      `percent`, or one that the specification declares: `unit kg`, `unit tonne = 1000 kg`.
      """,
    example: Samples.orders + "metric large = count(orders where amount > 100 UDS)",
    mended: Samples.orders + "metric large = count(orders where amount > 100 USD)")

  package static let unknownFunction = Rule(
    "KPI1108", "unknown-function", title: "Function does not exist",
    explanation: """
      The language has a fixed set of functions: aggregates (`sum`, `count`, `average`…), time functions \
      (`previous`, `growth`, `trailing`…), stocks (`closing`…) and functions over single values.
      """,
    example: Samples.orders + "metric revenue = total_sum(orders.amount)",
    mended: Samples.orders + "metric revenue = sum(orders.amount)")

  package static let unknownSource = Rule(
    "KPI1109", "unknown-source", title: "Source is not declared",
    explanation: "A table that lives in a database names a declared `source`.",
    example: """
      table orders from warehouse "public.orders" {
        ordered_on: date time
      }
      """,
    mended: """
      source warehouse {
        driver postgresql
      }

      table orders from warehouse "public.orders" {
        ordered_on: date time
      }
      """)

  package static let unknownStrategyName = Rule(
    "KPI1110", "unknown-objective", title: "Objective or perspective is not declared",
    explanation: """
      Objectives stand in a perspective and drive other objectives. The four usual perspectives, \
      `financial`, `customer`, `process` and `learning`, exist without being declared.
      """,
    example: "objective growth \"Grow\" {\n  perspective finance_side\n}",
    mended: "objective growth \"Grow\" {\n  perspective financial\n}")

  package static let unknownRule = Rule(
    "KPI1111", "unknown-rule", title: "There is no such rule",
    explanation: "`allow`, `lint` and `expect error` name rules as `kpi list rules` lists them.",
    example: Samples.orders + """
      test "no such status" {
        given orders {
          order_id | ordered_on | status
          "1"      | 2026-01-05 | "payed"
        }
        expect error value-not-alowed
      }
      """,
    mended: Samples.orders + """
      test "no such status" {
        given orders {
          order_id | ordered_on | status
          "1"      | 2026-01-05 | "payed"
        }
        expect error value-not-allowed
      }
      """)

  package static let unknownWord = Rule(
    "KPI1112", "unknown-word", title: "Only certain words fit here",
    explanation: "The place takes one of a few words, such as a weekday, a month or a cadence.",
    example: Samples.orders + Samples.owner + """
      kpi revenue "Revenue" = sum(orders.amount) {
        owner sales_team
        every moon
      }
      """,
    mended: Samples.kpi(""))

  package static let unknownValue = Rule(
    "KPI1113", "unknown-value", title: "The column never holds this value",
    explanation: """
      The column's declaration lists the values it may hold, and this is not one of them, so the \
      comparison could never be true and the metric would silently be too small.
      """,
    example: Samples.orders + "metric paid = count(orders where status = \"payed\")",
    mended: Samples.orders + "metric paid = count(orders where status = \"paid\")")

  package static let unknownTimeZone = Rule(
    "KPI1114", "unknown-time-zone", title: "Time zone is not known",
    explanation: "A time zone is written by its IANA name, such as `Asia/Ho_Chi_Minh` or `UTC`.",
    example: "company \"Shop\" {\n  timezone \"Hà Nội\"\n}",
    mended: "company \"Shop\" {\n  timezone \"Asia/Ho_Chi_Minh\"\n}")

  package static let unknownType = Rule(
    "KPI1115", "unknown-type", title: "Type is not known",
    explanation: """
      A column is `text`, `integer`, `number`, `boolean`, `date`, `timestamp`, `duration seconds`, \
      `percent`, a currency, `money` of several currencies, or a declared unit.
      """,
    example: """
      table orders from "orders.csv" {
        ordered_on: date time
        amount:     dollars
      }
      """,
    mended: """
      table orders from "orders.csv" {
        ordered_on: date time
        amount:     USD
      }
      """)

  package static let duplicateName = Rule(
    "KPI1120", "duplicate-name", title: "Name is declared twice",
    explanation: """
      One name has one meaning in the whole project. Tables, dimensions, metrics and KPIs share their \
      names, because formulas mention them side by side. Two departments that compute \
      the same name differently are just what a specification is there to prevent.
      """,
    example: Samples.orders + """
      metric revenue = sum(orders.amount)
      metric revenue = sum(orders.amount where status = "paid")
      """,
    mended: Samples.orders + """
      metric revenue = sum(orders.amount)
      metric paid_revenue = sum(orders.amount where status = "paid")
      """)

  package static let duplicateAttribute = Rule(
    "KPI1121", "duplicate-attribute", title: "Attribute is given twice",
    explanation: "Said twice, an attribute contradicts itself, or one of the two is left over.",
    example: Samples.kpi("  every quarter"),
    mended: Samples.kpi(""))

  package static let secondCompany = Rule(
    "KPI1122", "second-company", title: "A project has one company",
    explanation: """
      The company gives the currency, the time zone and the calendar of the whole project, so there is \
      at most one.
      """,
    example: "company \"North\"\n\ncompany \"South\"",
    mended: "company \"North\"")

  package static let builtInUnit = Rule(
    "KPI1123", "built-in-unit", title: "This unit exists already",
    explanation: "Currencies, lengths of time and `percent` need no declaration.",
    example: "unit USD",
    mended: "unit cent = 0.01 USD")

  package static let circularMetric = Rule(
    "KPI1130", "circular-metric", title: "Metrics are defined by each other",
    explanation: """
      A metric cannot be part of its own formula, directly or through others: there would be nothing to \
      start computing from.
      """,
    example: Samples.orders + """
      metric profit = revenue - cost
      metric cost = revenue - profit
      metric revenue = sum(orders.amount)
      """,
    mended: Samples.orders + """
      metric profit = revenue - cost
      metric cost = revenue * 60%
      metric revenue = sum(orders.amount)
      """)

  package static let circularUnit = Rule(
    "KPI1131", "circular-unit", title: "Units are defined by each other",
    explanation:
      "A unit is a multiple of another one, and at the end of the chain one stands for itself.",
    example: "unit crate = 4 pallet\nunit pallet = 0.25 crate",
    mended: "unit crate\nunit pallet = 4 crate")

  package static let circularDepartment = Rule(
    "KPI1132", "circular-department", title: "Departments stand in each other",
    explanation:
      "A department may sit in another one, and at the top of the chain one sits in none.",
    example: """
      department stores "Stores" in sales {
      }

      department sales "Sales" in stores {
      }
      """,
    mended: """
      department stores "Stores" in sales {
      }

      department sales "Sales" {
      }
      """)

  package static let uselessAddress = Rule(
    "KPI1133", "useless-address", .warning, title: "Nobody is reached at the address of an owner",
    explanation: """
      `kpi codeowners` and reports write to owners at their address, and a code host takes whatever else stands there for \
      another person or for nobody. An e-mail address has one `@` with something before it and a domain after it; a handle \
      begins with `@`, as in `@sales` or `@company/sales`.
      """,
    example: "owner sales_team \"Sales team\" {\n  handle \"sales\"\n}",
    mended: "owner sales_team \"Sales team\" {\n  handle \"@sales\"\n}")
}

extension Diagnostic {
  package static func duplicateName(
    _ name: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateName, "the name `\(name)` is used twice", at: range,
      labels: [Label(first, "it stands for this already")],
      help: "Give one of them another name, or remove one if both mean the same.")
  }

  package static func duplicateAttribute(
    _ word: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .duplicateAttribute, "`\(word)` is said twice", at: range,
      labels: [Label(first, "it is said here already")], help: "Keep one of the two lines.")
  }

  package static func secondCompany(at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .secondCompany, "a second company is declared", at: range,
      labels: [Label(first, "the first one")],
      help: "Keep one: its currency, calendar and time zone hold for everything.")
  }

  package static func builtInUnit(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .builtInUnit, "the unit `\(name)` is there without being declared", at: range,
      help: "Remove this line.")
  }

  package static func circularMetric(
    _ names: [String], at range: SourceRange, others: [(String, SourceRange)]
  ) -> Diagnostic {
    let circle = (names + names.prefix(1)).map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      .circularMetric,
      names.count == 1
        ? "`\(names[0])` is computed from itself"
        : "these metrics are computed from each other: \(circle)",
      at: range, labels: others.map { Label($0.1, "`\($0.0)` goes round in the circle") },
      help:
        "Give one of them a formula that mentions none of the others, such as a sum over a table.")
  }

  package static func circularUnit(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .circularUnit, "the unit `\(name)` is a multiple of itself", at: range,
      help: "Declare one unit of the circle without a formula: `unit \(name)`.")
  }

  package static func circularDepartment(
    _ name: String, at range: SourceRange, others: [(String, SourceRange)]
  ) -> Diagnostic {
    Diagnostic(
      .circularDepartment, "the department `\(name)` is part of itself", at: range,
      labels: others.map { Label($0.1, "`\($0.0)` goes round in the circle") },
      help: "Remove `in …` where the highest of them is declared.")
  }

  /// `mend` is what was probably meant.
  package static func uselessAddress(
    _ address: String, isHandle: Bool, mend: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .uselessAddress, "nobody is reached at `\(address)`", at: range,
      help: mend.map { "Write `\"\($0)\"`." }
        ?? (isHandle
          ? "A handle begins with `@` and has no spaces: `\"@company/sales\"`."
          : "An e-mail address is written `\"name@company.com\"`."))
  }
}
