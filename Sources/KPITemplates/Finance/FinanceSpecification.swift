/// What finance says about its numbers.
enum Finance {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_finance "«Head of finance|Trưởng phòng Tài chính – Kế toán»" {
      label
      email "finance@example.com"
    }

    department finance "«Finance|Tài chính – Kế toán»" {
      label
      lead head_of_finance
    }

    en: /// One line of the books and of the budget.
    vi: /// Một khoản mục của sổ sách và của ngân sách.
    dimension book_line "«Line of the books|Khoản mục»" {
      label
      ledger.line
      finance_budget.line
    }

    en: /// What was billed, in the month in which it was billed.
    vi: /// Doanh thu ghi nhận theo tháng xuất hóa đơn.
    metric booked_revenue = sum(ledger.amount where line = "revenue")

    en: /// What the goods and services that were sold cost us.
    vi: /// Giá vốn của hàng hóa, dịch vụ đã bán.
    metric cost_of_goods = sum(ledger.amount where line = "goods")

    en: /// People, rent, selling and the rest: what is paid whether or not anything is sold.
    vi: /// Nhân sự, thuê mặt bằng, bán hàng và chi phí khác: phải trả dù có bán được hàng hay không.
    metric running_cost = sum(ledger.amount where line not in ("revenue", "goods"))

    metric planned_running_cost = sum(finance_budget.amount where line not in ("revenue", "goods"))

    en: /// What is left of all sales after everything that was booked, before interest and tax.
    vi: /// Phần còn lại của doanh thu sau mọi chi phí đã ghi sổ, trước lãi vay và thuế.
    metric operating_profit = booked_revenue - cost_of_goods - running_cost

    metric operating_margin = operating_profit / booked_revenue { unit percent }

    en: /// What sales leave after the cost of what was sold. A discount and a dear supplier both show here first.
    vi: /// Phần còn lại của doanh thu sau giá vốn. Giảm giá hay nhà cung cấp tăng giá đều lộ ra ở đây trước tiên.
    kpi gross_margin "«Gross margin|Biên lợi nhuận gộp»" = (booked_revenue - cost_of_goods) / booked_revenue {
      label
      asks «"Do we earn enough on what we sell?"|"Mỗi đồng bán ra có lãi đủ không?"»
      department finance
      owner head_of_finance
      every month
      unit percent
      in ..100%
      target example at least 44%
      threshold 41%
      stretch 47%
      lagging
      balanced by operating_cash_flow
      when off track «"List the ten products with the largest fall in margin, and raise the price of or renegotiate three of them."|"Lập danh sách mười sản phẩm giảm biên nhiều nhất, tăng giá hoặc đàm phán lại ba sản phẩm."»
      review every quarter
    }

    en: /// What the business itself took in less what it paid out. Loans and machines are no part of it.
    vi: /// Tiền thu trừ tiền chi của chính hoạt động kinh doanh, không gồm vay nợ và đầu tư.
    kpi operating_cash_flow "«Operating cash flow|Dòng tiền từ hoạt động kinh doanh»" =
      sum(cash_movements.amount where direction = "in")
      - sum(cash_movements.amount where direction = "out")
      where kind = "operating"
    {
      label
      asks «"Does the business bring in money, and not only profit?"|"Kinh doanh có mang về tiền thật, không chỉ lãi trên sổ?"»
      department finance
      owner head_of_finance
      every month
      target example at least 8k ¤
      threshold 0 ¤
      stretch 15k ¤
      lagging
      balanced by gross_margin
      when off track «"Call the five customers who owe the most, and put off what can be bought next month."|"Gọi năm khách nợ nhiều nhất và hoãn những khoản có thể mua tháng sau."»
      review every quarter
    }

    en: /// How many days of sales customers still owe: the mean of what was owed at the start and at the end, over what was
    en: /// billed, times the days of the period.
    vi: /// Khách còn nợ bao nhiêu ngày doanh thu: bình quân số nợ đầu kỳ và cuối kỳ, chia cho số đã xuất hóa đơn, nhân số ngày
    vi: /// của kỳ.
    kpi collection_days "«Days until customers pay (DSO)|Kỳ thu tiền bình quân (DSO)»" =
      standing(sum(sales_invoices.amount)) / sum(sales_invoices.amount on issued_on) * days()
    {
      label
      asks «"How long do we lend our customers our money?"|"Ta đang cho khách hàng vay tiền trong bao lâu?"»
      department finance
      owner head_of_finance
      every month
      unit days
      target example at most 30 days
      threshold 36 days
      stretch 26 days
      lagging
      balanced by gross_margin
      when off track «"Send the reminder on the first day and not on the tenth, and ask large customers for a deposit."|"Nhắc nợ ngay ngày đầu quá hạn thay vì ngày thứ mười, và yêu cầu khách lớn đặt cọc."»
      review every quarter
    }

    en: /// Of what customers owe at the end, the part that is past its day. It shows who pays late before the days do.
    vi: /// Trong số nợ phải thu cuối kỳ, phần đã quá hạn. Chỉ số này cho thấy ai trả chậm trước khi số ngày thu tiền tăng.
    kpi overdue_receivables "«Overdue part of receivables|Tỷ lệ công nợ quá hạn»" =
      closing(share(sales_invoices.amount where age(due_on) > 1 day))
    {
      label
      asks «"Whose promise to pay is broken?"|"Khách nào đang lỡ hẹn thanh toán?"»
      department finance
      owner head_of_finance
      every month
      target example at most 15%
      threshold 22%
      stretch 8%
      leading
      when off track «"Stop deliveries to whoever is more than thirty days late until they have paid."|"Ngừng giao hàng cho khách quá hạn trên ba mươi ngày đến khi thanh toán."»
      review every quarter
    }

    en: /// Running cost over its budget. Spending far too little is a plan that was not carried out.
    vi: /// Chi phí hoạt động so với ngân sách. Chi quá ít nghĩa là kế hoạch chưa được thực hiện.
    kpi cost_to_budget "«Running cost to budget|Chi phí hoạt động so với ngân sách»" = running_cost / planned_running_cost {
      label
      asks «"Do we spend what we decided to?"|"Có chi đúng như đã quyết định không?"»
      department finance
      owner head_of_finance
      every month
      unit percent
      target example between 95% and 102%
      threshold between 90% and 106%
      leading
      when off track «"Go through the line that is furthest off with its owner, before the next month is half over."|"Rà soát khoản mục lệch nhiều nhất với người phụ trách trước giữa tháng sau."»
      review every quarter
    }

    en: /// The money in all accounts at the end. It is to last for three months of running cost, so the target grows with the
    en: /// company.
    vi: /// Tiền trong mọi tài khoản vào cuối kỳ. Số tiền này phải đủ cho ba tháng chi phí hoạt động, nên mục tiêu lớn theo công ty.
    kpi cash_reserve "«Cash reserve|Số dư tiền»" = closing(sum(bank_balances.balance)) {
      label
      asks «"How long could we go on without any income?"|"Nếu không có thu nhập, công ty trụ được bao lâu?"»
      department finance
      owner head_of_finance
      every month
      target example at least trailing(running_cost, 3 months)
      threshold trailing(running_cost, 2 months)
      stretch 2 * trailing(running_cost, 3 months)
      lagging
      when off track «"Agree on a credit line before it is needed, and put investments off."|"Thỏa thuận hạn mức tín dụng trước khi cần đến và hoãn đầu tư."»
      review every quarter
    }

    en: /// From the end of a month to its books being closed. Late numbers steer nothing.
    vi: /// Từ cuối tháng đến khi khóa sổ. Số liệu muộn thì không điều hành được gì.
    kpi book_closing_days "«Days to close the books|Số ngày khóa sổ»" = average(book_closings.closed_on - month_end) {
      label
      asks «"How soon do we know how the month went?"|"Bao lâu sau thì biết tháng vừa rồi ra sao?"»
      department finance
      owner head_of_finance
      every month
      unit days
      target example at most 6 days
      threshold 8 days
      stretch 4 days
      leading
      balanced by cost_to_budget
      when off track «"Find the one entry that everybody waited for, and ask for it on the twenty-fifth."|"Tìm bút toán mà mọi người phải chờ và yêu cầu nộp từ ngày hai mươi lăm."»
      review every quarter
    }
    """

  static let strategy = """
    objective profit_becomes_cash "«Profit becomes money in the bank|Lợi nhuận trở thành tiền trong tài khoản»" {
      label
      perspective financial
      department finance
      measured by gross_margin, operating_cash_flow, cash_reserve
    }

    objective customers_pay_in_time "«Customers pay as agreed|Khách hàng thanh toán đúng hẹn»" {
      label
      perspective customer
      department finance
      measured by collection_days, overdue_receivables
      drives profit_becomes_cash because «"what is paid earlier need not be borrowed"|"thu sớm thì không phải đi vay"»
    }

    objective spending_as_decided "«We spend what we decided to|Chi tiêu đúng như đã quyết định»" {
      label
      perspective process
      department finance
      measured by cost_to_budget
      drives profit_becomes_cash because «"each saved expense stays in the margin"|"mỗi khoản tiết kiệm nằm lại trong lợi nhuận"»
    }

    objective numbers_in_time "«Everybody has the numbers in time|Mọi người có số liệu kịp thời»" {
      label
      perspective learning
      department finance
      measured by book_closing_days
      drives spending_as_decided because «"a head of department who knows early can still act"|"trưởng bộ phận biết sớm thì còn kịp xử lý"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative reminders_by_themselves "«Reminders that are sent by themselves|Nhắc nợ tự động»" {
      label
      improves collection_days, overdue_receivables
      owner head_of_finance
      department finance
    }

    scorecard finance_scorecard "«Finance scorecard|Bảng điểm Tài chính»" {
      label
      department finance
      owner head_of_finance
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes gross_margin weight 2
      includes operating_cash_flow weight 2
      includes collection_days weight 2
      includes overdue_receivables weight 1
      includes cost_to_budget weight 1
      includes cash_reserve weight 1
      includes book_closing_days weight 1
    }
    """

  static let tables = """
    en: /// The books, a row a month and line; each amount without a sign, as the line says what it is.
    vi: /// Sổ sách, mỗi tháng mỗi khoản mục một dòng; số tiền không mang dấu, khoản mục cho biết là thu hay chi.
    table ledger from "finance/data/ledger.csv" {
      month: date time
      line: text in ("revenue", "goods", "people", "rent", "selling", "other")
      amount: ¤
      key month, line
    }

    en: /// The plan for the same lines, which lies ahead by nature.
    vi: /// Kế hoạch cho cùng các khoản mục, vốn luôn nằm ở phía trước.
    table finance_budget from "finance/data/budget.csv" {
      month: date time
      line: text in ("revenue", "goods", "people", "rent", "selling", "other")
      amount: ¤
      known ahead
      key month, line
    }

    en: /// Invoices to customers. From the day of issue until it is paid an invoice is owed.
    vi: /// Hóa đơn bán hàng. Từ ngày xuất đến ngày được thanh toán, hóa đơn là khoản phải thu.
    table sales_invoices from "finance/data/invoices.csv" {
      invoice_id: text key
      customer: text
      issued_on: date
      due_on: date
      paid_on: date optional
      amount: ¤
      span from issued_on to paid_on
    }

    en: /// Every movement of money, without a sign: `direction` says whether it comes or goes.
    vi: /// Mọi khoản thu chi, không mang dấu: `direction` cho biết là thu hay chi.
    table cash_movements from "finance/data/movements.csv" {
      moved_on: date time
      kind: text in ("operating", "investing", "financing")
      direction: text in ("in", "out")
      amount: ¤
    }

    en: /// What stands in each account at the end of a month.
    vi: /// Số dư từng tài khoản vào cuối tháng.
    table bank_balances from "finance/data/balances.csv" {
      taken_on: date snapshot
      account: text in ("operating", "savings")
      balance: ¤
      key taken_on, account
    }

    en: /// When the books of each month were closed.
    vi: /// Ngày khóa sổ của từng tháng.
    table book_closings from "finance/data/closings.csv" {
      month_end: date key
      closed_on: date time
    }
    """

  static let tests = """
    test "«the margin is a ratio of sums|biên lợi nhuận là tỷ số của các tổng»" {
      given ledger {
        month      | line      | amount
        2026-01-01 | "revenue" | 100 ¤
        2026-01-01 | "goods"   |  40 ¤
        2026-02-01 | "revenue" | 300 ¤
        2026-02-01 | "goods"   | 180 ¤
        2026-02-01 | "rent"    |  60 ¤
      }
      expect gross_margin by month = { 2026-01: 60%, 2026-02: 40% }
      expect gross_margin for 2026-Q1 = 45%
      expect operating_margin for 2026-02 = 20%
    }

    test "«a loan is no income of the business|tiền vay không phải thu nhập kinh doanh»" {
      given cash_movements {
        moved_on   | kind        | direction | amount
        2026-03-02 | "operating" | "in"      | 500 ¤
        2026-03-09 | "operating" | "out"     | 380 ¤
        2026-03-10 | "financing" | "in"      | 900 ¤
        2026-03-11 | "investing" | "out"     | 200 ¤
      }
      expect operating_cash_flow for 2026-03 = 120 ¤
    }

    test "«what is owed, and what is late|còn nợ bao nhiêu, và quá hạn bao nhiêu»" {
      given sales_invoices {
        issued_on  | due_on     | paid_on    | amount
        2026-03-16 | 2026-04-15 | 2026-04-20 | 300 ¤
        2026-04-01 | 2026-05-01 |            | 200 ¤
        2026-04-11 | 2026-04-21 |            | 100 ¤
      }
      expect collection_days for 2026-04 = 30 days
      expect overdue_receivables for 2026-03 = 0%
      expect overdue_receivables for 2026-04 = 1 / 3
      expect status overdue_receivables for 2026-04 = off track
    }

    test "«three months of cost are the reserve|dự phòng là ba tháng chi phí»" {
      given ledger {
        month      | line     | amount
        2026-01-01 | "people" | 100 ¤
        2026-02-01 | "people" | 110 ¤
        2026-03-01 | "people" | 120 ¤
      }
      given finance_budget {
        month      | line     | amount
        2026-03-01 | "people" | 125 ¤
      }
      given bank_balances {
        taken_on   | account     | balance
        2026-02-28 | "operating" | 800 ¤
        2026-03-31 | "operating" | 240 ¤
        2026-03-31 | "savings"   | 100 ¤
      }
      expect cash_reserve for 2026-03 = 340 ¤
      expect status cash_reserve for 2026-03 = on track
      expect cost_to_budget for 2026-03 = 96%
      expect status cost_to_budget for 2026-03 = on track
    }

    test "«the closing counts in the month in which it is done|khóa sổ tính vào tháng hoàn thành»" {
      given book_closings {
        month_end  | closed_on
        2026-01-31 | 2026-02-06
        2026-02-28 | 2026-03-10
      }
      expect book_closing_days by month = { 2026-02: 6 days, 2026-03: 10 days }
      expect status book_closing_days for 2026-03 = off track
    }
    """
}
