extension Department {
  static let care = Department(
    name: "care",
    label: Bilingual(en: "Customer care", vi: "Chăm sóc khách hàng"),
    summary: Bilingual(
      en: "Operations, contact centre, satisfaction, knowledge base, cost.",
      vi: "Điều hành, trung tâm liên hệ, sự hài lòng, kho tri thức, chi phí."),
    files: [
      ("care", CustomerCare.specification), ("strategy", CustomerCare.strategy),
      ("data", CustomerCare.tables), ("tests", CustomerCare.tests),
    ],
    guide: CustomerCare.guide,
    data: { CareData.tables() })
}

extension CustomerCare {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Care is seen when it fails, and cut when it works. These eight KPIs cover its five parts: operations, the contact
        centre, satisfaction, the knowledge base and cost. Each that could be bought at the customer's expense stands beside
        one that shows it: quick replies beside questions settled at once, cost beside satisfaction.
        """,
      vi: """
        Chăm sóc khách hàng chỉ được chú ý khi có sự cố và dễ bị cắt giảm khi mọi thứ đang ổn. Tám KPI này bao quát năm phần:
        điều hành, trung tâm liên hệ, sự hài lòng, kho tri thức và chi phí. Chỉ số nào có thể làm đẹp bằng cách đẩy thiệt
        thòi cho khách đều đi cùng một chỉ số đối trọng: phản hồi nhanh đi cùng giải quyết ngay lần đầu, chi phí đi cùng sự
        hài lòng.
        """),
    decisions: [
      (
        "open_tickets",
        Bilingual(
          en: "When to stop other work and clear what has piled up.",
          vi: "Khi nào phải dừng việc khác để dọn lượng tồn đọng.")
      ),
      (
        "first_reply",
        Bilingual(
          en: "At which hours somebody has to be there.", vi: "Giờ nào cần có người trực.")
      ),
      (
        "service_level",
        Bilingual(
          en: "How many people to put on the telephones.", vi: "Bố trí bao nhiêu người nghe máy.")
      ),
      (
        "solved_at_once",
        Bilingual(
          en: "What agents may decide on their own, and what they have to be taught.",
          vi: "Nhân viên được tự quyết điều gì và cần đào tạo điều gì.")
      ),
      (
        "customer_satisfaction",
        Bilingual(
          en: "Which cause of annoyance the company removes next.",
          vi: "Công ty xử lý nguyên nhân gây khó chịu nào tiếp theo.")
      ),
      (
        "found_articles",
        Bilingual(
          en: "Which articles to write this month.", vi: "Viết những bài nào trong tháng này.")
      ),
      (
        "self_service",
        Bilingual(
          en: "Whether the next hire answers questions or writes answers.",
          vi: "Người tuyển tiếp theo sẽ trả lời câu hỏi hay viết bài trợ giúp.")
      ),
      (
        "cost_per_contact",
        Bilingual(
          en: "What a cause of contacts may cost to remove.",
          vi: "Đáng bỏ ra bao nhiêu để loại bỏ một nguyên nhân khiến khách phải liên hệ.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "What counts as a contact: write it above `contacts` in `data.kpi`, or every agent counts otherwise.",
        vi:
          "Thế nào là một lượt liên hệ: ghi phía trên `contacts` trong `data.kpi`, nếu không mỗi người đếm một kiểu."
      ),
      Bilingual(
        en: "The topics of the tickets. Five that somebody answers for are better than fifty.",
        vi: "Các chủ đề của yêu cầu. Năm chủ đề có người phụ trách tốt hơn năm mươi chủ đề."),
      Bilingual(
        en: "The five parts: if one person leads all of them, take the inner departments out.",
        vi: "Năm phần: nếu một người phụ trách tất cả, hãy bỏ các bộ phận con."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. December is loud. In August 2026 a faulty delivery system doubled the questions: calls were
        given up, replies took hours, and customers said so. By October most of it is mended; the number of open tickets
        tells that it is not all over.
        """,
      vi: """
        Dữ liệu là giả định. Tháng 12 luôn đông. Tháng 8/2026 hệ thống giao hàng trục trặc làm lượng câu hỏi tăng gấp đôi: khách
        bỏ cuộc gọi, phản hồi mất nhiều giờ, và khách đã lên tiếng. Đến tháng 10 phần lớn đã ổn; số yêu cầu còn mở cho thấy
        mọi việc chưa thật sự xong.
        """),
    question: "service_level,first_reply,customer_satisfaction --by month")
}
