extension Department {
  static let balancedScorecard = Department(
    name: "balanced-scorecard",
    label: Bilingual(en: "Balanced scorecard", vi: "Thẻ điểm cân bằng (BSC)"),
    summary: Bilingual(
      en:
        "A whole company on a page: two KPIs in each of the four perspectives, and what drives what.",
      vi:
        "Cả công ty trên một trang: hai KPI cho mỗi khía cạnh trong bốn khía cạnh, và quan hệ nhân quả."
    ),
    files: [
      ("measures", Balanced.measures), ("strategy", Balanced.strategy), ("data", Balanced.tables),
      ("tests", Balanced.tests),
    ],
    guide: Balanced.guide,
    data: { BalancedData.tables() })
}

extension Balanced {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Money tells how well a company did, too late to change it. The balanced scorecard puts beside it what brings the money
        about: clients who stay, work that is right, people who know how. The four perspectives stand in the order of cause and
        effect, and each arrow in `strategy.kpi` is a claim that can prove wrong: better skills, and a quarter later better
        work; better work, and a quarter later clients who stay; two quarters later it shows in the books. Look at the claims
        once a quarter. When the cause rose and the effect did not, the strategy is wrong, and not the people.
        """,
      vi: """
        Con số tài chính cho biết công ty đã làm tốt đến đâu, nhưng quá muộn để thay đổi. Thẻ điểm cân bằng đặt bên cạnh những
        gì tạo ra tiền: khách hàng ở lại, công việc làm đúng, con người có nghề. Bốn khía cạnh xếp theo thứ tự nhân quả, và mỗi
        mũi tên trong `strategy.kpi` là một giả thuyết có thể sai: kỹ năng tốt hơn thì một quý sau công việc tốt hơn; công
        việc tốt hơn thì một quý sau khách ở lại; hai quý sau thấy trên sổ sách. Mỗi quý hãy xem lại các giả thuyết đó. Khi
        nguyên nhân tăng mà kết quả không tăng, chiến lược sai chứ không phải con người sai.
        """),
    decisions: [
      (
        "income_growth",
        Bilingual(
          en: "Which clients and offers get our time next year.",
          vi: "Năm tới dành thời gian cho khách hàng và dịch vụ nào.")
      ),
      (
        "income_margin",
        Bilingual(
          en: "Which cost to bring down, and which price to raise.",
          vi: "Giảm khoản chi nào, tăng giá dịch vụ nào.")
      ),
      (
        "clients_kept",
        Bilingual(
          en: "Which contracts to talk about before they end.",
          vi: "Cần trao đổi hợp đồng nào trước khi hết hạn.")
      ),
      (
        "clients_content",
        Bilingual(en: "Which client to call this week.", vi: "Tuần này gọi cho khách hàng nào.")
      ),
      (
        "work_on_time",
        Bilingual(
          en: "How much to promise for the next month.", vi: "Tháng tới nên nhận bao nhiêu việc.")
      ),
      (
        "work_right",
        Bilingual(
          en: "Which step gets a second pair of eyes.", vi: "Khâu nào cần thêm người kiểm tra.")
      ),
      (
        "skills_covered",
        Bilingual(
          en: "Who learns what from whom next quarter.", vi: "Quý tới ai học gì từ ai.")
      ),
      (
        "staff_see_future",
        Bilingual(
          en: "With whom to talk about the next step.",
          vi: "Cần nói chuyện với ai về bước phát triển tiếp theo.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "The mission in `company.kpi` above, in one sentence: everything here is measured by whether it serves that.",
        vi:
          "Sứ mệnh trong `company.kpi` ở thư mục cha, trong một câu: mọi thứ ở đây được xét theo việc có phục vụ sứ mệnh đó không."
      ),
      Bilingual(
        en:
          "The objectives in `strategy.kpi`, before the KPIs: say in words what you want, and only then by which number you would notice. Five to eight are enough.",
        vi:
          "Các mục tiêu trong `strategy.kpi`, trước các KPI: nói bằng lời điều bạn muốn, rồi mới chọn con số cho biết đã đạt. Năm đến tám mục tiêu là đủ."
      ),
      Bilingual(
        en:
          "The reasons after `because`: each arrow is a belief, so write down why you hold it. Delete the arrows that nobody can give a reason for.",
        vi:
          "Lý do sau `because`: mỗi mũi tên là một niềm tin, hãy ghi vì sao bạn tin. Xóa mũi tên nào không ai nêu được lý do."
      ),
      Bilingual(
        en: "The weights of the scorecard: agree on them before you see the first score.",
        vi: "Trọng số của thẻ điểm: hãy thống nhất trước khi nhìn thấy điểm số đầu tiên."),
    ],
    story: Bilingual(
      en: """
        The rows are invented: a company of forty people that plans and installs for its clients. Income is strong at the end of
        the year and weak in February. In August 2026 the only two who could do the wiring fell ill: the skill was gone first,
        the work came late next, then clients were less content, and in September four of them left. Read it from below.
        """,
      vi: """
        Dữ liệu là giả định: một công ty bốn mươi người thiết kế và lắp đặt cho khách hàng. Doanh thu cao vào cuối năm và thấp
        vào tháng 2 (Tết). Tháng 8/2026 hai người duy nhất biết đi dây bị ốm: kỹ năng mất trước, rồi công việc trễ, rồi khách
        kém hài lòng, và tháng 9 bốn khách rời đi. Hãy đọc từ dưới lên.
        """),
    question: "skills_covered,work_on_time,clients_kept,income_margin --by month")
}
