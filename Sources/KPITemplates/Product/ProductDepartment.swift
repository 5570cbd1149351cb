extension Department {
  static let product = Department(
    name: "product",
    label: Bilingual(en: "Product and IT", vi: "Sản phẩm – CNTT"),
    summary: Bilingual(
      en: "Adoption, uptime, releases, repairs, requests of colleagues.",
      vi: "Mức sử dụng, vận hành dịch vụ, phát hành, khắc phục sự cố, yêu cầu nội bộ."),
    files: [
      ("product", Product.specification), ("strategy", Product.strategy), ("data", Product.tables),
      ("tests", Product.tests),
    ],
    guide: Product.guide,
    data: { ProductData.tables() })
}

extension Product {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        Speed without care breaks the service, and care without speed brings nobody anything. So the number of releases stands
        here beside how many fail and how fast the service is back, and above both stands whether people use what was made.
        Releases, failures and requests move within a week; adoption and downtime tell whether that was worth it.
        """,
      vi: """
        Nhanh mà ẩu thì hỏng dịch vụ, cẩn thận mà chậm thì không ai được gì. Vì vậy ở đây số lần phát hành đi cùng tỷ lệ lỗi và
        thời gian khôi phục, và trên hết là người dùng có thực sự dùng không. Phát hành, lỗi và yêu cầu thay đổi trong một tuần;
        mức sử dụng và thời gian ngừng cho biết những việc đó có đáng không.
        """),
    decisions: [
      (
        "product_adoption",
        Bilingual(
          en: "What the next month's work is: new functions, or the way to the first one.",
          vi: "Tháng tới làm gì: chức năng mới hay đường đến chức năng đầu tiên.")
      ),
      (
        "paid_plans",
        Bilingual(en: "Which plan gets which function.", vi: "Gói nào có chức năng nào.")
      ),
      (
        "service_downtime",
        Bilingual(
          en: "Whether releases stop until the service is steady.",
          vi: "Có dừng phát hành cho đến khi dịch vụ ổn định không.")
      ),
      (
        "releases_a_week",
        Bilingual(
          en: "How small the next piece of work is cut.", vi: "Chia việc tiếp theo nhỏ đến đâu.")
      ),
      (
        "failed_releases",
        Bilingual(en: "Where to spend on tests.", vi: "Đầu tư kiểm thử vào chỗ nào.")
      ),
      (
        "time_to_restore",
        Bilingual(en: "Who is on call, and what they may do.", vi: "Ai trực, và được quyền làm gì.")
      ),
      (
        "requests_in_time",
        Bilingual(
          en: "Which requests people can serve themselves.",
          vi: "Yêu cầu nào để mọi người tự xử lý.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "What using the product means: `first_report_on` is the first report here; take the act that your product is for.",
        vi:
          "Thế nào là sử dụng sản phẩm: ở đây `first_report_on` là báo cáo đầu tiên; hãy dùng hành động mà sản phẩm của bạn sinh ra để làm."
      ),
      Bilingual(
        en:
          "When the service is down: agree on what customers notice, not on what a server reports.",
        vi:
          "Khi nào dịch vụ bị coi là ngừng: theo điều khách hàng nhận thấy, không theo báo cáo của máy chủ."
      ),
      Bilingual(
        en:
          "The services and the kinds of requests: the lists in `data.kpi` are those of the sample.",
        vi: "Các dịch vụ và loại yêu cầu: danh sách trong `data.kpi` là của dữ liệu mẫu."),
    ],
    story: Bilingual(
      en: """
        The rows are invented. Releases become smaller and more frequent, and more new users reach their first report. On 12
        August 2026 a large release took the service down for thirteen hours; adoption shows it a month later.
        """,
      vi: """
        Dữ liệu là giả định. Các lần phát hành nhỏ dần và thường xuyên hơn, ngày càng nhiều người dùng mới tạo được báo cáo đầu
        tiên. Ngày 12/8/2026 một bản phát hành lớn làm dịch vụ ngừng mười ba giờ; mức sử dụng phản ánh điều đó một tháng sau.
        """),
    question: "product_adoption,service_downtime,releases_a_week --by month")
}
