/// What can be wrong with one row of a table.
extension Rule {
  package static let raggedRow = Rule(
    code: "KPI3011", name: "ragged-row", severity: .error,
    title: "A row has more or fewer fields than the header",
    explanation: """
      Every row must have as many fields as the header line, otherwise it is open which value belongs to \
      which column. Often a comma inside a text lacks quotation marks around the text.
      """,
    example: DataExamples.rows("1,2026-01-05,12,50"), mended: DataExamples.good)

  package static let invalidJSONRow = Rule(
    code: "KPI3012", name: "invalid-json-row", severity: .error,
    title: "A line is not a JSON object of plain values",
    explanation: """
      In JSON Lines every line is one object, such as `{"order_id": "1", "amount": 12.5}`. A declared \
      column must hold a text, a number, `true`, `false` or `null`; objects and lists inside are not values.
      """,
    example: DataExamples.orders(
      "{\"order_id\": \"1\", \"ordered_on\": \"2026-01-05\", \"amount\": [12]}\n",
      file: "orders.jsonl"),
    mended: DataExamples.orders(
      "{\"order_id\": \"1\", \"ordered_on\": \"2026-01-05\", \"amount\": 12}\n",
      file: "orders.jsonl"
    ))

  package static let missingRequiredValue = Rule(
    code: "KPI3013", name: "missing-required-value", severity: .error,
    title: "A row lacks a value that is required",
    explanation: """
      An empty field is a missing value, and a column is expected to have a value in every row. Where a \
      value may be missing, declare the column `optional`; formulas then pass over the rows that lack it.
      """,
    example: DataExamples.rows("1,2026-01-05,"),
    mended: DataExamples.rows(
      "1,2026-01-05,",
      columns: ["order_id:   text key", "ordered_on: date time", "amount:     number optional"]))

  package static let invalidNumber = Rule(
    code: "KPI3014", name: "invalid-number", severity: .error,
    title: "A field is not a number",
    explanation: """
      The column holds numbers, and this text is none. A file with another decimal mark says so in the \
      table's block: `numbers "1.234,56"`. An `integer` column takes whole numbers only. Currency signs \
      do not belong into the field.
      """,
    example: DataExamples.rows("1,2026-01-05,12 USD"), mended: DataExamples.good)

  package static let invalidBoolean = Rule(
    code: "KPI3015", name: "invalid-boolean", severity: .error,
    title: "A field is not yes or no",
    explanation: """
      A `boolean` column takes `true` and `false`, `yes` and `no`, `t` and `f`, `y` and `n`, `1` and `0`, \
      in capitals or not.
      """,
    example: DataExamples.orders(
      "order_id,ordered_on,is_new\n1,2026-01-05,maybe\n",
      columns: ["order_id:   text key", "ordered_on: date time", "is_new:     boolean"],
      formula: "count(orders where is_new)"),
    mended: DataExamples.orders(
      "order_id,ordered_on,is_new\n1,2026-01-05,yes\n",
      columns: ["order_id:   text key", "ordered_on: date time", "is_new:     boolean"],
      formula: "count(orders where is_new)"))

  package static let invalidDate = Rule(
    code: "KPI3016", name: "invalid-date", severity: .error,
    title: "A field is not a date or a timestamp",
    explanation: """
      A date is written `2026-01-31`, a timestamp `2026-01-31 09:30:00`, with a `T` between if you like, and \
      with an offset such as `+07:00` or `Z` where the time is not the company's own. A file with another \
      order says so in the table's block: `dates "31/12/2026"`.
      """,
    example: DataExamples.rows("1,2026-02-30,12.50"), mended: DataExamples.good)

  package static let numberOutOfRange = Rule(
    code: "KPI3017", name: "number-out-of-range", severity: .error,
    title: "A number has too many digits",
    explanation: """
      Numbers are computed exactly, with up to 18 digits before the decimal mark and 18 after it. More are \
      usually a mistake of the export, such as two numbers without a delimiter between them.
      """,
    example: DataExamples.rows("1,2026-01-05,12345678901234567890123"), mended: DataExamples.good)

  package static let valueNotAllowed = Rule(
    code: "KPI3018", name: "value-not-allowed", severity: .error,
    title: "A field has a value that the column does not allow",
    explanation: """
      The column lists its allowed values with `in (…)`, and this is none of them. Mend the data, or add the \
      value to the list and check the formulas that depend on it.
      """,
    example: DataExamples.orders(
      "order_id,ordered_on,status\n1,2026-01-05,payed\n",
      columns: [
        "order_id:   text key", "ordered_on: date time", "status:     text in (\"paid\", \"open\")",
      ], formula: "count(orders where status = \"paid\")"),
    mended: DataExamples.orders(
      "order_id,ordered_on,status\n1,2026-01-05,paid\n",
      columns: [
        "order_id:   text key", "ordered_on: date time", "status:     text in (\"paid\", \"open\")",
      ], formula: "count(orders where status = \"paid\")"))

  package static let duplicateKey = Rule(
    code: "KPI3019", name: "duplicate-key", severity: .error,
    title: "Two rows have the same key",
    explanation: """
      A key tells the rows of a table apart, so no two may have the same one. A repeated key usually means \
      that rows were exported twice, and sums would count them twice.
      """,
    example: DataExamples.orders(
      "order_id,customer,ordered_on\n1,c1,2026-01-05\n",
      columns: [
        "order_id:   text key", "customer:   text -> customers", "ordered_on: date time",
      ],
      others: [Example.File("customers.csv", "customer_id,region\nc1,north\nc1,south\n")],
      formula: "count(orders where customer.region = \"north\")",
      declarations: DataExamples.customers),
    mended: DataExamples.orders(
      "order_id,customer,ordered_on\n1,c1,2026-01-05\n",
      columns: [
        "order_id:   text key", "customer:   text -> customers", "ordered_on: date time",
      ],
      others: [Example.File("customers.csv", "customer_id,region\nc1,north\nc2,south\n")],
      formula: "count(orders where customer.region = \"north\")",
      declarations: DataExamples.customers))

  package static let missingRate = Rule(
    code: "KPI3055", name: "missing-rate", severity: .error,
    title: "A currency has no rate on a day",
    explanation: """
      `convert` takes the rate of the row's own day, and no row of the rates has this currency on that day. A rate of another \
      day would be a guess. Rates that hold for longer, such as those of a month, are declared as a `span`.
      """,
    example: .project(
      files: rateFiles("2026-01-06,EUR,1.1"), command: "eval received --as-of 2026-01-31"),
    mended: .project(
      files: rateFiles("2026-01-05,EUR,1.1"), command: "eval received --as-of 2026-01-31"))

  private static func rateFiles(_ rate: String) -> [Example.File] {
    [
      Example.File(
        "main.kpi",
        Samples.payments
          + "metric received = sum(convert(payments.amount, currency, to: USD, using: rates))"),
      Example.File("payments.csv", "paid_on,currency,amount\n2026-01-05,EUR,100\n"),
      Example.File("rates.csv", "day,code,worth\n\(rate)\n"),
    ]
  }

  package static let danglingReference = Rule(
    code: "KPI3020", name: "dangling-reference", severity: .error,
    title: "A row refers to a row that does not exist",
    explanation: """
      The column holds the key of a row of another table, and that table has no such row. What the reference \
      stands for is then unknown. Mend either file; a reference that may be empty is declared `optional`.
      """,
    example: DataExamples.orders(
      "order_id,customer,ordered_on\n1,c9,2026-01-05\n",
      columns: [
        "order_id:   text key", "customer:   text -> customers", "ordered_on: date time",
      ],
      others: [Example.File("customers.csv", "customer_id,region\nc1,north\n")],
      formula: "count(orders where customer.region = \"north\")",
      declarations: DataExamples.customers),
    mended: DataExamples.orders(
      "order_id,customer,ordered_on\n1,c1,2026-01-05\n",
      columns: [
        "order_id:   text key", "customer:   text -> customers", "ordered_on: date time",
      ],
      others: [Example.File("customers.csv", "customer_id,region\nc1,north\n")],
      formula: "count(orders where customer.region = \"north\")",
      declarations: DataExamples.customers))

  package static let skippedRows = Rule(
    code: "KPI3021", name: "skipped-rows", severity: .warning,
    title: "Rows that break the declaration were left out",
    explanation: """
      The table says `on bad rows skip`, so rows that break its declaration are left out and counted. The \
      numbers do not include them.
      """,
    example: DataExamples.orders(
      "order_id,ordered_on,amount\n1,2026-01-05,12.50\n2,2026-01-06,unknown\n",
      options: ["on bad rows skip"]),
    mended: DataExamples.good)

  package static let arithmeticOverflow = Rule(
    code: "KPI3022", name: "arithmetic-overflow", severity: .error,
    title: "A result is too large to be exact",
    explanation: """
      Amounts are computed exactly, in up to 38 digits. Here a formula multiplies or adds numbers beyond that. \
      Divide by a power of ten first, or round what is multiplied.
      """,
    example: DataExamples.orders(
      "order_id,ordered_on,amount\n1,2026-01-05,123456789012345678\n",
      formula: "sum(orders.amount * orders.amount * orders.amount)"),
    mended: DataExamples.orders(
      "order_id,ordered_on,amount\n1,2026-01-05,1234\n",
      formula: "sum(orders.amount * orders.amount * orders.amount)"))

  package static let dataValues: [Rule] = [
    raggedRow, invalidJSONRow, missingRequiredValue, invalidNumber, invalidBoolean, invalidDate,
    numberOutOfRange, valueNotAllowed, duplicateKey, danglingReference, skippedRows, missingRate,
    arithmeticOverflow,
  ]
}

extension DataExamples {
  static let customers = """
    table customers from "customers.csv" {
      customer_id: text key
      region:      text
    }


    """
}
