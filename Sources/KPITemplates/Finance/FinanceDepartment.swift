extension Department {
  static let finance = Department(
    name: "finance",
    label: Bilingual(en: "Finance", vi: "Tài chính – Kế toán"),
    summary: Bilingual(
      en: "Margin, cash, what customers owe, the budget, closing the books.",
      vi: "Biên lợi nhuận, dòng tiền, công nợ, ngân sách, khóa sổ."),
    files: [
      ("finance", Finance.specification), ("strategy", Finance.strategy), ("data", Finance.tables),
      ("tests", Finance.tests),
    ],
    guide: Finance.guide,
    data: { FinanceData.tables() })
}

extension Finance {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        A company does not fail for lack of profit but for lack of money, and it learns of both too late. So the margin stands
        here beside the money that really came, what is owed beside what is overdue, and the days after which all of it is
        known. Cash, receivables and the budget tell you what to do this month; margin and reserve whether it was enough.
        """,
      vi: """
        Công ty không chết vì thiếu lãi mà vì thiếu tiền, và thường biết cả hai quá muộn. Vì vậy ở đây biên lợi nhuận đi cùng
        tiền thực thu, công nợ đi cùng công nợ quá hạn, và cả số ngày để biết được những điều đó. Dòng tiền, công nợ và ngân
        sách cho biết tháng này phải làm gì; biên lợi nhuận và số dư cho biết như vậy đã đủ chưa.
        """),
    decisions: [
      (
        "gross_margin",
        Bilingual(
          en: "Which prices to raise, and which supplier to talk to.",
          vi: "Tăng giá mặt hàng nào, làm việc lại với nhà cung cấp nào.")
      ),
      (
        "operating_cash_flow",
        Bilingual(
          en: "Which payments to bring forward or put off.", vi: "Chi sớm hay hoãn khoản nào.")
      ),
      (
        "collection_days",
        Bilingual(
          en: "Which terms of payment a new contract gets.",
          vi: "Hợp đồng mới được hưởng thời hạn thanh toán nào.")
      ),
      (
        "overdue_receivables",
        Bilingual(
          en: "Whom to call today, and whom not to deliver to.",
          vi: "Hôm nay gọi ai, và ngừng giao hàng cho ai.")
      ),
      (
        "cost_to_budget",
        Bilingual(
          en: "Which department has to change its plan.",
          vi: "Bộ phận nào phải điều chỉnh kế hoạch.")
      ),
      (
        "cash_reserve",
        Bilingual(
          en: "Whether to invest now, and whether to ask for credit.",
          vi: "Có nên đầu tư lúc này, có cần xin hạn mức vay.")
      ),
      (
        "book_closing_days",
        Bilingual(
          en: "What to simplify in the month's closing.", vi: "Đơn giản hóa khâu nào khi khóa sổ.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "The lines of the books: the list in `data.kpi` has six; take those of your chart of accounts, and say which are running cost.",
        vi:
          "Khoản mục sổ sách: danh sách trong `data.kpi` có sáu mục; hãy dùng hệ thống tài khoản của bạn và ghi rõ mục nào là chi phí hoạt động."
      ),
      Bilingual(
        en: "The terms of payment: `due_on` must be the day that the contract names, not a guess.",
        vi: "Thời hạn thanh toán: `due_on` phải là ngày ghi trong hợp đồng, không phải ước đoán."),
      Bilingual(
        en:
          "The reserve: three months of running cost suit a steady business; a seasonal one needs more.",
        vi:
          "Mức dự phòng: ba tháng chi phí hợp với kinh doanh ổn định; kinh doanh theo mùa cần nhiều hơn."
      ),
    ],
    story: Bilingual(
      en: """
        The rows are invented. Sales are strong at the end of the year and weak in February. In August 2026 goods were dear and
        the largest customer paid six weeks late: the margin fell at once, the money two months later.
        """,
      vi: """
        Dữ liệu là giả định. Doanh thu cao vào cuối năm và thấp vào tháng 2 (Tết). Tháng 8/2026 giá vốn tăng mạnh và khách lớn
        nhất trả chậm sáu tuần: biên lợi nhuận giảm ngay, còn tiền thì hai tháng sau mới thiếu.
        """),
    question: "gross_margin,operating_cash_flow,overdue_receivables --by month")
}
