extension Department {
  static let sales = Department(
    name: "sales",
    label: Bilingual(en: "Sales", vi: "Kinh doanh"),
    summary: Bilingual(
      en: "Deals won against quota, win rate, pipeline, discounts.",
      vi: "Doanh số so với chỉ tiêu, tỷ lệ chốt, cơ hội đang mở, chiết khấu."),
    files: [
      ("sales", Sales.specification), ("strategy", Sales.strategy), ("data", Sales.tables),
      ("tests", Sales.tests),
    ],
    guide: Sales.guide,
    data: { SalesData.tables() })
}

extension Sales {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Revenue says how last quarter's work went. Whether this quarter's will be enough is seen earlier: in the pipeline that
        stands against the quota, in how long deals wait, and in what has to be let off the price to win them. So four of
        these seven KPIs move before the revenue does, and each that could be bought stands beside its price.
        """,
      vi: """
        Doanh số cho biết công sức quý trước ra sao. Quý này có đủ hay không thì thấy sớm hơn: ở độ phủ cơ hội trên chỉ tiêu, ở thời
        gian cơ hội phải chờ, và ở mức phải giảm giá để thắng. Vì vậy bốn trong bảy KPI này thay đổi trước doanh số, và chỉ
        số nào có thể "mua" được đều đi cùng cái giá của nó.
        """),
    decisions: [
      (
        "won_amount",
        Bilingual(
          en: "What to promise the company for the next quarter.",
          vi: "Cam kết với công ty con số nào cho quý tới.")
      ),
      (
        "win_rate",
        Bilingual(
          en: "Which deals not to work on at all.", vi: "Những cơ hội nào không nên theo đuổi.")
      ),
      (
        "deal_size",
        Bilingual(
          en: "Whether to offer more to few, or something small to many.",
          vi: "Chào gói lớn cho ít khách hay gói nhỏ cho nhiều khách.")
      ),
      (
        "sales_cycle",
        Bilingual(
          en: "Which step of a sale needs help: the quote, the contract, the demonstration.",
          vi: "Bước nào cần hỗ trợ: báo giá, hợp đồng hay trình bày sản phẩm.")
      ),
      (
        "pipeline_coverage",
        Bilingual(
          en: "How much of the week goes to new customers.",
          vi: "Dành bao nhiêu thời gian trong tuần để tìm khách mới.")
      ),
      (
        "discount_rate",
        Bilingual(
          en: "Who may let off how much.", vi: "Ai được giảm giá đến mức nào.")
      ),
      (
        "reps_at_quota",
        Bilingual(
          en: "Whether a quota is wrong, or a rep needs help.",
          vi: "Chỉ tiêu sai hay nhân viên cần được hỗ trợ.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "When a deal is won: signed, invoiced or paid. It is `closed_on` here, and the only date that decides a commission.",
        vi:
          "Khi nào coi là thắng: ký, xuất hóa đơn hay đã thu tiền. Ở đây là `closed_on`, ngày duy nhất quyết định hoa hồng."
      ),
      Bilingual(
        en: "The quotas: the file `data/quotas.csv` is the plan, one line a rep and month.",
        vi: "Chỉ tiêu: tệp `data/quotas.csv` là kế hoạch, mỗi nhân viên và tháng một dòng."),
      Bilingual(
        en:
          "The snapshot: export the open deals on the first day of every month and add them to `data/pipeline.csv`. What a deal is worth today says nothing about what was known then.",
        vi:
          "Ảnh chụp: ngày đầu mỗi tháng xuất các cơ hội đang mở và thêm vào `data/pipeline.csv`. Giá trị hôm nay không nói lên điều biết được lúc đó."
      ),
    ],
    story: Bilingual(
      en: """
        The rows are invented. The end of the year is strong, February short. A rep joined in September 2025 and another in
        March 2026, with half a quota at first. In August 2026 a competitor cut its prices: deals were lost, the others cost
        a discount, and the whole of it took longer.
        """,
      vi: """
        Dữ liệu là giả định. Cuối năm bán tốt, tháng 2 ngắn ngày vì Tết. Một nhân viên vào làm tháng 9/2025, một người nữa tháng
        3/2026, lúc đầu nhận nửa chỉ tiêu. Tháng 8/2026 một đối thủ giảm giá: cơ hội mất nhiều hơn, hợp đồng thắng phải chiết
        khấu, và mọi việc kéo dài hơn.
        """),
    question: "won_amount,win_rate,discount_rate --by month")
}
