extension Department {
  static let logistics = Department(
    name: "logistics",
    label: Bilingual(en: "Logistics", vi: "Kho vận"),
    summary: Bilingual(
      en: "Promises kept, returns, freight, stock, picking.",
      vi: "Giao hàng đúng hẹn, hoàn hàng, cước phí, tồn kho, nhặt hàng."),
    files: [
      ("logistics", Logistics.specification), ("strategy", Logistics.strategy),
      ("data", Logistics.tables), ("tests", Logistics.tests),
    ],
    guide: Logistics.guide,
    data: { LogisticsData.tables() })
}

extension Logistics {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Cheap freight comes late, and full shelves tie money up. So the promise to the customer stands here beside what it cost,
        and the empty shelf beside the days of stock. Picking, shelves and first attempts move within a week; promises kept and
        returns tell a month later what the customers felt.
        """,
      vi: """
        Cước rẻ thì giao chậm, kệ đầy thì đọng vốn. Vì vậy ở đây lời hứa với khách đi cùng chi phí để giữ lời, kệ trống đi cùng
        số ngày tồn kho. Nhặt hàng, hết hàng và giao lần đầu thay đổi trong một tuần; đúng hẹn và hoàn hàng cho biết một tháng
        sau khách hàng đã cảm thấy gì.
        """),
    decisions: [
      (
        "on_time_in_full",
        Bilingual(
          en: "Which delivery time each region is promised.",
          vi: "Hẹn bao nhiêu ngày giao cho từng vùng.")
      ),
      (
        "first_attempts",
        Bilingual(
          en: "How the customer is told before the carrier comes.",
          vi: "Báo trước cho khách thế nào trước khi giao.")
      ),
      (
        "cod_returns",
        Bilingual(
          en: "Which orders are confirmed, or paid in advance.",
          vi: "Đơn nào phải xác nhận hoặc thanh toán trước.")
      ),
      (
        "freight_rate",
        Bilingual(
          en: "Which carrier gets which route, and from which value on delivery is free.",
          vi: "Tuyến nào giao cho nhà vận chuyển nào, và miễn phí giao từ giá trị nào.")
      ),
      (
        "empty_shelves",
        Bilingual(en: "What to order this week.", vi: "Tuần này đặt hàng gì.")
      ),
      (
        "stock_days",
        Bilingual(en: "What not to order any more.", vi: "Không đặt thêm hàng gì nữa.")
      ),
      (
        "pick_errors",
        Bilingual(
          en: "Where goods lie in the store, and whom to train.", vi: "Xếp hàng ở đâu, đào tạo ai.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "The promise: `promised_on` must be the day that the customer was told, not one that was moved later.",
        vi: "Lời hứa: `promised_on` phải là ngày đã báo khách, không phải ngày dời lại sau đó."),
      Bilingual(
        en: "The regions: the list in `data.kpi` is that of the sample; take your carriers' zones.",
        vi:
          "Các vùng: danh sách trong `data.kpi` là của dữ liệu mẫu; hãy dùng vùng của nhà vận chuyển."
      ),
      Bilingual(
        en:
          "The days of stock: fresh goods want a few, spare parts many; set the band for each kind.",
        vi: "Số ngày tồn kho: hàng tươi cần ít, phụ tùng cần nhiều; hãy đặt khoảng cho từng loại."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. Fewer parcels are late each quarter. In August 2026 floods closed roads in the centre: deliveries
        there were late and dear, shelves were empty for three weeks, and many parcels came back in September.
        """,
      vi: """
        Dữ liệu là giả định. Mỗi quý đơn trễ ít dần. Tháng 8/2026 lũ lụt miền Trung làm tắc đường: giao hàng ở đó trễ và đắt, kệ
        trống ba tuần, và nhiều kiện bị hoàn trong tháng 9.
        """),
    question: "on_time_in_full,freight_rate,stock_days --by month")
}
