extension Department {
  static let marketing = Department(
    name: "marketing",
    label: Bilingual(en: "Marketing", vi: "Marketing"),
    summary: Bilingual(
      en: "Leads, their quality and cost, what advertising returns, the budget.",
      vi: "Khách tiềm năng, chất lượng và chi phí, hiệu quả quảng cáo, ngân sách."),
    files: [
      ("marketing", Marketing.specification), ("strategy", Marketing.strategy),
      ("data", Marketing.tables), ("tests", Marketing.tests),
    ],
    guide: Marketing.guide,
    data: { MarketingData.tables() })
}

extension Marketing {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Marketing is asked for more leads, and easily buys worse ones. So each number of leads stands here beside their
        quality, and each cost beside what it brought. Three of the KPIs move within days and tell you what to do; the
        others tell you a quarter later whether it was right.
        """,
      vi: """
        Marketing thường bị đòi thêm khách tiềm năng, và rất dễ mua về khách kém chất lượng. Vì vậy ở đây số lượng luôn đi
        cùng chất lượng, chi phí luôn đi cùng kết quả. Ba KPI thay đổi trong vài ngày và cho biết phải làm gì; các KPI còn
        lại cho biết sau một quý rằng việc đó có đúng không.
        """),
    decisions: [
      (
        "new_leads",
        Bilingual(
          en: "Whether campaigns need more money, or another message.",
          vi: "Chiến dịch cần thêm tiền hay cần thông điệp khác.")
      ),
      (
        "lead_quality",
        Bilingual(
          en: "Which campaigns to stop, though they bring many leads.",
          vi: "Dừng chiến dịch nào dù nó mang về nhiều khách.")
      ),
      (
        "cost_per_lead",
        Bilingual(
          en: "Between which channels to move money this month.",
          vi: "Chuyển tiền giữa các kênh nào trong tháng này.")
      ),
      (
        "customer_cost",
        Bilingual(
          en: "How fast the company can afford to grow.",
          vi: "Công ty đủ sức tăng trưởng nhanh đến đâu.")
      ),
      (
        "ad_return",
        Bilingual(
          en: "How much of the budget goes to advertising at all.",
          vi: "Bao nhiêu ngân sách nên dành cho quảng cáo.")
      ),
      (
        "budget_use",
        Bilingual(
          en: "What to bring forward or put off before the month ends.",
          vi: "Đẩy sớm hay hoãn khoản chi nào trước khi hết tháng.")
      ),
      (
        "unpaid_growth",
        Bilingual(
          en: "Whether to put people on content, or on campaigns.",
          vi: "Bố trí người làm nội dung hay chạy chiến dịch.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "What a qualified lead is. Agree on it with sales, write it above `qualified_on` in `data.kpi`, and fill the column accordingly.",
        vi:
          "Thế nào là khách đạt chuẩn. Thống nhất với bán hàng, ghi phía trên `qualified_on` trong `data.kpi`, và nhập cột này theo đó."
      ),
      Bilingual(
        en: "The channels: the lists in `data.kpi` are those of the sample.",
        vi: "Các kênh: danh sách trong `data.kpi` là của dữ liệu mẫu."),
      Bilingual(
        en:
          "The target of the return on ad spend: one over your gross margin is where it breaks even.",
        vi: "Mục tiêu ROAS: điểm hòa vốn là 1 chia cho biên lợi nhuận gộp của bạn."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. Demand is strong at the end of the year and low in February. In August 2026 an advertising
        account was blocked for three weeks: leads fell, their cost rose, and the quality of what was bought instead shows
        a month later.
        """,
      vi: """
        Dữ liệu là giả định. Nhu cầu cao vào cuối năm và thấp vào tháng 2 (Tết). Tháng 8/2026 một tài khoản quảng cáo bị khóa
        ba tuần: khách tiềm năng giảm, chi phí tăng, và chất lượng kém của nguồn mua thay thế lộ ra một tháng sau.
        """),
    question: "new_leads,cost_per_lead,customer_cost --by month")
}
