extension Department {
  static let ecommerce = Department(
    name: "ecommerce",
    label: Bilingual(en: "E-commerce", vi: "Thương mại điện tử"),
    summary: Bilingual(
      en: "Conversion, order value, carts, returns, what an order leaves.",
      vi: "Chuyển đổi, giá trị đơn, giỏ hàng, trả hàng, lãi mỗi đơn."),
    files: [
      ("ecommerce", Ecommerce.specification), ("strategy", Ecommerce.strategy),
      ("data", Ecommerce.tables), ("tests", Ecommerce.tests),
    ],
    guide: Ecommerce.guide,
    data: { EcommerceData.tables() })
}

extension Ecommerce {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        A web shop can always sell more by giving more away. So orders stand here beside what each of them leaves, and a
        quick sale beside what comes back four weeks later. Conversion, carts and cancellations move at once and tell you
        where to look; whether customers return tells you whether it was worth it.
        """,
      vi: """
        Một trang bán hàng lúc nào cũng có thể bán thêm bằng cách giảm giá thêm. Vì vậy ở đây số đơn đi cùng phần lãi mỗi đơn, và
        bán nhanh đi cùng hàng bị trả bốn tuần sau. Chuyển đổi, giỏ hàng và hủy đơn thay đổi ngay và cho biết cần xem chỗ
        nào; khách có quay lại hay không cho biết công sức đó có đáng không.
        """),
    decisions: [
      (
        "web_conversion",
        Bilingual(
          en: "Whether to bring more visitors, or to mend the shop first.",
          vi: "Kéo thêm người xem hay sửa trang bán hàng trước.")
      ),
      (
        "basket_value",
        Bilingual(
          en: "From which value on delivery is free.", vi: "Miễn phí giao hàng từ mức nào.")
      ),
      (
        "cart_abandonment",
        Bilingual(
          en: "Which ways to pay and to deliver to offer.",
          vi: "Cung cấp những cách thanh toán và giao hàng nào.")
      ),
      (
        "known_customers",
        Bilingual(
          en: "How to split money between new customers and those there are.",
          vi: "Chia ngân sách thế nào giữa khách mới và khách cũ.")
      ),
      (
        "return_rate",
        Bilingual(
          en: "Which goods to describe better, and which to drop.",
          vi: "Mô tả lại món nào và bỏ món nào.")
      ),
      (
        "cancelled_orders",
        Bilingual(
          en: "Which promise of the page we cannot keep.",
          vi: "Lời hứa nào trên trang đang không giữ được.")
      ),
      (
        "order_margin",
        Bilingual(
          en: "Whether to take part in the next sale day at all.",
          vi: "Có nên tham gia đợt giảm giá tiếp theo không.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en: "Whether values are with VAT: write it above the table, and treat costs alike.",
        vi: "Giá trị có gồm VAT không: ghi phía trên bảng, và tính chi phí theo cùng cách."),
      Bilingual(
        en:
          "What an order costs: the goods and the delivery as you pay for them, fees of payment services and market places included.",
        vi: "Chi phí của một đơn: giá vốn và phí giao thực trả, gồm cả phí thanh toán và phí sàn."),
      Bilingual(
        en: "The time for returns: four weeks stand in the formula of `return_rate`.",
        vi: "Thời hạn trả hàng: bốn tuần nằm trong công thức của `return_rate`."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. The sale days of November and December bring many orders that leave little and come back more
        often. In August 2026 the payment service failed for a week on telephones: orders were lost, and more of the others
        were cancelled.
        """,
      vi: """
        Dữ liệu là giả định. Các đợt giảm giá 11/11 và 12/12 mang về nhiều đơn nhưng lãi ít và bị trả nhiều hơn. Tháng 8/2026 cổng
        thanh toán lỗi một tuần trên điện thoại: mất đơn, và nhiều đơn còn lại bị hủy.
        """),
    question: "web_conversion,basket_value,order_margin --by month")
}
