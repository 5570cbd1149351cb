extension Department {
  static let startup = Department(
    name: "startup",
    label: Bilingual(en: "Startup", vi: "Khởi nghiệp"),
    summary: Bilingual(
      en: "The five stages: attraction, engagement, value, retention, financial stability.",
      vi: "Năm giai đoạn: thu hút, tương tác, tạo giá trị, giữ chân, ổn định tài chính."),
    files: [
      ("startup", Startup.house), ("stage-1-attraction", Startup.attraction),
      ("stage-2-engagement", Startup.engagement), ("stage-3-value", Startup.value),
      ("stage-4-retention", Startup.retention), ("stage-5-stability", Startup.stability),
      ("strategy", Startup.strategy), ("data", Startup.tables), ("tests", Startup.tests),
    ],
    guide: Startup.guide,
    data: { StartupData.tables() })
}

extension Startup {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        A startup asks itself five questions, in this order: do we attract people, do they use it, is it worth something to
        them, do they stay, and how long does our money last? Each stage has a file of its own. Begin with the stage that you
        are in: churn means little while nobody pays, and traffic means little while everybody leaves.
        """,
      vi: """
        Một công ty khởi nghiệp tự hỏi năm câu, theo thứ tự: có thu hút được người không, họ có dùng không, có giá trị với họ
        không, họ có ở lại không, và tiền còn trụ được bao lâu? Mỗi giai đoạn có một tệp riêng. Hãy bắt đầu từ giai đoạn của
        bạn: chưa ai trả tiền thì tỷ lệ rời bỏ chưa nói lên gì, ai cũng rời đi thì lượt truy cập cũng vậy.
        """),
    decisions: [
      (
        "signup_rate",
        Bilingual(
          en: "Which channel gets time and money.", vi: "Dành thời gian và tiền cho kênh nào.")
      ),
      (
        "first_use_rate",
        Bilingual(
          en: "What a new user sees first.", vi: "Người dùng mới nhìn thấy gì đầu tiên.")
      ),
      (
        "trial_paid_rate",
        Bilingual(en: "What is in the paid plan.", vi: "Gói trả phí gồm những gì.")
      ),
      (
        "recommendation_score",
        Bilingual(
          en: "Whether to grow now, or to mend first.", vi: "Tăng trưởng ngay hay sửa trước đã.")
      ),
      (
        "subscriber_churn",
        Bilingual(
          en: "Which customers to look for, and which not.",
          vi: "Nên tìm khách nào, và không tìm khách nào.")
      ),
      (
        "monthly_burn",
        Bilingual(en: "Which expense stops.", vi: "Dừng khoản chi nào.")
      ),
      (
        "cash_runway",
        Bilingual(
          en: "When to talk to investors, and whom to hire.",
          vi: "Khi nào gặp nhà đầu tư, và tuyển ai.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "What the key function is: `first_use_on` in `data.kpi` is the first act for which somebody would pay.",
        vi:
          "Chức năng chính là gì: `first_use_on` trong `data.kpi` là hành động đầu tiên mà người ta sẵn sàng trả tiền."
      ),
      Bilingual(
        en:
          "The sizes, fields and types of customers: the lists in `data.kpi` are those of the sample.",
        vi: "Quy mô, lĩnh vực và loại khách: danh sách trong `data.kpi` là của dữ liệu mẫu."),
      Bilingual(
        en:
          "The stages you are not in yet: delete their files, and their KPIs from `strategy.kpi`.",
        vi: "Giai đoạn chưa đến: xóa các tệp đó và các KPI tương ứng trong `strategy.kpi`."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. More people sign up each month, and the burn falls. In August 2026 prices rose: one small customer
        in seven left at once, trials stayed away, and large customers did not notice. Only churn by size shows it.
        """,
      vi: """
        Dữ liệu là giả định. Mỗi tháng thêm người đăng ký, mức đốt tiền giảm dần. Tháng 8/2026 tăng giá: cứ bảy khách nhỏ thì một
        khách rời đi ngay, ít người dùng thử hơn, còn khách lớn không để ý. Chỉ tỷ lệ rời bỏ theo quy mô mới cho thấy điều đó.
        """),
    question: "subscriber_churn --by month,subscribers.size")
}
