extension Department {
  static let operations = Department(
    name: "operations",
    label: Bilingual(en: "Operations", vi: "Vận hành – Sản xuất"),
    summary: Bilingual(
      en: "Machines, quality, orders on time, cost of a piece, safety, suggestions.",
      vi: "Thiết bị, chất lượng, đúng hạn, giá thành, an toàn, đề xuất cải tiến."),
    files: [
      ("operations", Operations.specification), ("strategy", Operations.strategy),
      ("data", Operations.tables), ("tests", Operations.tests),
    ],
    guide: Operations.guide,
    data: { OperationsData.tables() })
}

extension Operations {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Whoever is asked for output alone gets scrap, and whoever is asked for cost alone gets late orders. So speed stands here
        beside quality, and cost beside the promise to the customer. Quality, repairs and suggestions move within a week; the
        cost of a piece tells at the end of the month whether it helped.
        """,
      vi: """
        Chỉ đòi sản lượng thì được phế phẩm, chỉ đòi giá thành thì được đơn hàng trễ. Vì vậy ở đây tốc độ đi cùng chất lượng,
        giá thành đi cùng lời hứa với khách. Chất lượng, sửa chữa và đề xuất thay đổi trong một tuần; giá thành cuối tháng cho
        biết những việc đó có hiệu quả không.
        """),
    decisions: [
      (
        "machine_effectiveness",
        Bilingual(
          en: "Which machine to mend or replace first.", vi: "Sửa hay thay máy nào trước.")
      ),
      (
        "first_pass_quality",
        Bilingual(
          en: "When to stop a machine, though orders wait.", vi: "Khi nào dừng máy dù đơn đang chờ."
        )
      ),
      (
        "orders_on_time",
        Bilingual(
          en: "What to promise to customers from next week on.",
          vi: "Tuần tới hứa với khách điều gì.")
      ),
      (
        "piece_cost",
        Bilingual(
          en: "Below which price an order is refused.", vi: "Dưới giá nào thì từ chối đơn hàng.")
      ),
      (
        "repair_time",
        Bilingual(
          en: "Which spare parts lie in store.", vi: "Dự trữ phụ tùng nào.")
      ),
      (
        "accident_rate",
        Bilingual(
          en: "Which work is stopped until it is safe.", vi: "Dừng việc nào cho đến khi an toàn.")
      ),
      (
        "suggestions_done",
        Bilingual(
          en: "What people may decide without asking.", vi: "Để mọi người tự quyết điều gì.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "The speed of each machine in `machines.csv`: what it makes in its best hour, measured, not what its plate says.",
        vi:
          "Tốc độ từng máy trong `machines.csv`: số đo thực tế trong giờ tốt nhất, không phải số trên nhãn máy."
      ),
      Bilingual(
        en: "What a good piece is: agree with those who inspect, and write it above `good_pieces`.",
        vi:
          "Thế nào là sản phẩm đạt: thống nhất với bộ phận kiểm tra và ghi phía trên `good_pieces`."
      ),
      Bilingual(
        en:
          "Whoever makes no goods keeps the orders, repairs and suggestions, and drops the machines.",
        vi: "Nếu không sản xuất, hãy giữ lệnh công việc, sự cố, đề xuất và bỏ phần máy móc."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. The workshop grows by a fifth in a year and learns to scrap less. In August 2026 the older machine
        stood still for nine days: orders were late, the good pieces dear, and in that haste somebody was hurt.
        """,
      vi: """
        Dữ liệu là giả định. Xưởng tăng trưởng khoảng một phần năm mỗi năm và phế phẩm giảm dần. Tháng 8/2026 máy cũ hỏng chín
        ngày: đơn hàng trễ, giá thành tăng, và trong lúc vội vã đã xảy ra tai nạn.
        """),
    question: "machine_effectiveness,first_pass_quality,piece_cost --by month")
}
