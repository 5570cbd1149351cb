extension Department {
  static let people = Department(
    name: "people",
    label: Bilingual(en: "Human resources", vi: "Nhân sự"),
    summary: Bilingual(
      en: "Turnover, hiring, absence, what people say, training.",
      vi: "Nghỉ việc, tuyển dụng, vắng mặt, tiếng nói nhân viên, đào tạo."),
    files: [
      ("people", HumanResources.specification), ("strategy", HumanResources.strategy),
      ("data", HumanResources.tables), ("tests", HumanResources.tests),
    ],
    guide: HumanResources.guide,
    data: { PeopleData.tables() })
}

extension HumanResources {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Human resources is asked how many people there are, and judged by whether the right ones stay. These KPIs are looked at
        every quarter, because by the month a single person who leaves would turn them. No names stand in the rows, and no
        answer of a survey can be traced to a person.
        """,
      vi: """
        Nhân sự hay bị hỏi có bao nhiêu người, nhưng điều quan trọng là người phù hợp có ở lại không. Các KPI này được xem theo quý,
        vì tính theo tháng thì chỉ một người nghỉ cũng đủ làm đổi màu. Dữ liệu không chứa tên, và không phiếu khảo sát nào truy
        ngược được về một người.
        """),
    decisions: [
      (
        "voluntary_turnover",
        Bilingual(
          en: "Where pay, leadership or work has to change first.",
          vi: "Nơi nào cần thay đổi lương, cách quản lý hoặc công việc trước tiên.")
      ),
      (
        "early_leavers",
        Bilingual(
          en: "How new colleagues are chosen, and who receives them.",
          vi: "Chọn người mới thế nào và ai đón họ.")
      ),
      (
        "days_to_fill",
        Bilingual(
          en: "When to start looking, and which wishes to give up.",
          vi: "Bắt đầu tìm từ khi nào và bỏ bớt yêu cầu nào.")
      ),
      (
        "cost_per_hire",
        Bilingual(
          en: "Whether agencies, advertisements or recommendations get the next vacancy.",
          vi: "Giao vị trí tiếp theo cho đơn vị tuyển dụng, quảng cáo hay người quen giới thiệu.")
      ),
      (
        "absence_rate",
        Bilingual(
          en: "Which team needs relief before it needs a replacement.",
          vi: "Nhóm nào cần được giảm tải trước khi phải tìm người thay.")
      ),
      (
        "employee_nps",
        Bilingual(
          en: "Which complaint the management answers in public.",
          vi: "Ban giám đốc trả lời công khai góp ý nào.")
      ),
      (
        "hours_of_training",
        Bilingual(
          en: "What is put off so that people can learn.", vi: "Hoãn việc gì để mọi người được học."
        )
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "What counts as voluntary: the list of `exit_kind` in `data.kpi`, with the words of your contracts.",
        vi:
          "Thế nào là tự nghỉ: danh sách `exit_kind` trong `data.kpi`, theo cách gọi trong hợp đồng của bạn."
      ),
      Bilingual(
        en: "The teams. None should be so small that an answer can be guessed.",
        vi: "Các nhóm. Không nhóm nào nên nhỏ đến mức đoán được ai đã trả lời."),
      Bilingual(
        en: "When a position counts as filled: accepted, or begun. It decides the number of days.",
        vi:
          "Khi nào một vị trí coi là đã lấp đầy: khi nhận lời hay khi vào làm. Điều này quyết định số ngày."
      ),
    ],
    story: Bilingual(
      en: """
        The rows are invented. More people leave in March, after the new year's bonus, than in any other month. In August 2026
        illness and overtime came together: absence doubled, courses were put off, and the survey in September shows it.
        """,
      vi: """
        Dữ liệu là giả định. Tháng 3, sau thưởng Tết, số người nghỉ cao nhất năm. Tháng 8/2026 ốm đau và làm thêm giờ dồn lại: vắng
        mặt tăng gấp đôi, các khóa học bị hoãn, và khảo sát tháng 9 phản ánh điều đó.
        """),
    question:
      "voluntary_turnover,absence_rate,employee_nps --by staff_team --from 2026-Q3 --to 2026-Q3")
}
