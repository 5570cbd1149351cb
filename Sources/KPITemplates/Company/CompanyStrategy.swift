/// What a company wants that has every department: one strategy over the KPIs of all of them, and the quarter's objectives.
/// It has no numbers of its own, because a second revenue beside that of the books is what no company needs.
enum CompanyStrategy {
  static let files = [("strategy", strategy), ("okrs", keyResults)]

  /// What each file says, for the page of the project.
  static let summaries: [(file: String, summary: Bilingual)] = [
    (
      "strategy.kpi",
      Bilingual(
        en: "The balanced scorecard of the whole company: what we want, and what drives what.",
        vi: "Thẻ điểm cân bằng của cả công ty: điều ta muốn, và quan hệ nhân quả.")
    ),
    (
      "okrs.kpi",
      Bilingual(
        en: "What is to change in this quarter, over the departments' KPIs.",
        vi: "Điều cần thay đổi trong quý này, dựa trên KPI của các phòng ban.")
    ),
  ]

  private static let strategy = """
    en: // The company's strategy on a page, over the KPIs of its departments: read it from below. Each department's own
    en: // `strategy.kpi` says how it does its part.
    vi: // Chiến lược của công ty trên một trang, dựa trên KPI của các phòng ban: đọc từ dưới lên. `strategy.kpi` của từng
    vi: // phòng ban cho biết phòng ban đó đóng góp thế nào.

    owner management "«Management|Ban giám đốc»" {
      label
      email "management@example.com"
    }

    objective we_earn_and_keep_it "«We earn money, and have it|Kinh doanh có lãi và có tiền thật»" {
      label
      perspective financial
      owner management
      measured by gross_margin, operating_cash_flow
      assumes supplier_prices_hold
    }

    objective customers_come_back "«Customers come back and speak well of us|Khách hàng quay lại và nói tốt về ta»" {
      label
      perspective customer
      owner management
      measured by known_customers, customer_satisfaction
      drives we_earn_and_keep_it lag 1 quarter because «"whoever comes back costs nothing to win"|"khách quay lại thì không tốn chi phí tìm mới"»
    }

    objective the_right_people_ask "«The right people ask for us|Đúng người tìm đến ta»" {
      label
      perspective customer
      owner management
      measured by win_rate
      drives we_earn_and_keep_it lag 1 quarter because «"sales wins those for whom we are the right choice"|"kinh doanh chốt được người mà ta là lựa chọn đúng"»
    }

    objective promises_are_kept "«What we promise is made and delivered|Điều đã hứa được làm ra và giao đến nơi»" {
      label
      perspective process
      owner management
      measured by orders_on_time, on_time_in_full
      drives customers_come_back lag 1 quarter because «"nobody returns to whoever let them wait"|"không ai quay lại nơi đã để họ phải chờ"»
    }

    objective answers_are_ready "«Whoever asks has an answer at once|Ai hỏi cũng được trả lời ngay»" {
      label
      perspective process
      owner management
      measured by first_reply
      drives customers_come_back because «"a complaint that is settled at once is forgotten"|"khiếu nại được giải quyết ngay sẽ được quên đi"»
    }

    objective work_gets_better "«The work becomes better every month|Công việc tốt hơn mỗi tháng»" {
      label
      perspective learning
      owner management
      measured by suggestions_done
      drives promises_are_kept lag 1 quarter because «"those who do the work know what holds it up"|"người trực tiếp làm biết điều gì đang cản trở"»
    }

    objective everybody_has_the_numbers "«Whoever decides has the numbers|Ai quyết định cũng có số liệu»" {
      label
      perspective learning
      owner management
      measured by book_closing_days
      drives work_gets_better because «"nobody improves what they see six weeks later"|"không ai cải thiện được điều sáu tuần sau mới thấy"»
    }

    en: // Write the day by which you look whether it still holds: `expires 2027-06-30`.
    vi: // Hãy ghi ngày phải xem lại giả định còn đúng không: `expires 2027-06-30`.
    assumption supplier_prices_hold "«What we buy becomes no dearer than what we sell|Giá mua vào không tăng nhanh hơn giá bán ra»" {
      label
      because «"The contracts with our three largest suppliers fix the prices for a year."|"Hợp đồng với ba nhà cung cấp lớn nhất cố định giá trong một năm."»
      owner management
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative one_plan_for_the_season "«One plan of sales, operations and logistics for the season|Một kế hoạch chung của kinh doanh, vận hành và kho vận cho mùa cao điểm»" {
      label
      improves orders_on_time, on_time_in_full, first_attempts
      owner management
      state active
    }

    initiative numbers_on_monday "«The numbers of the week on Monday morning|Số liệu của tuần vào sáng thứ Hai»" {
      label
      improves book_closing_days
      owner management
      state planned
    }

    en: // How much each counts is an opinion; write yours.
    vi: // Trọng số là quan điểm; hãy ghi quan điểm của bạn.
    scorecard company_scorecard "«Company scorecard|Thẻ điểm công ty»" {
      label
      owner management
      reader «"the owners and everybody who works here"|"chủ sở hữu và mọi người trong công ty"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes we_earn_and_keep_it weight 3
      includes customers_come_back weight 2
      includes the_right_people_ask weight 1
      includes promises_are_kept weight 2
      includes answers_are_ready weight 1
      includes work_gets_better weight 1
      includes everybody_has_the_numbers weight 1
    }
    """

  private static let keyResults = """
    en: // What is to change in this quarter. What is committed has to be reached in full; what is aspirational is well done from
    en: // 0.7 on. When the quarter is over, read the grades together, and write the next one after `for`.
    vi: // Điều cần thay đổi trong quý này. Kết quả cam kết (committed) phải đạt trọn vẹn; kết quả khát vọng (aspirational) đạt
    vi: // từ 0,7 là tốt. Hết quý, hãy cùng đọc điểm rồi ghi quý tiếp theo sau `for`.

    objective ready_for_the_season "«Nobody waits for a parcel in the busiest weeks|Không ai phải chờ hàng trong mùa cao điểm»" {
      label
      perspective process
      owner management
      for 2026-Q4
      key result on_time_in_full from 80% to 92% committed
      key result first_attempts from 88% to 94% aspirational
      key result cancelled_orders from 12% to 4% aspirational
      drives customers_come_back because «"the season's buyers decide then whether to come again"|"khách mùa cao điểm quyết định lúc đó có quay lại hay không"»
    }

    objective buyers_become_customers "«Who buys for the first time comes again|Khách mua lần đầu sẽ mua lần nữa»" {
      label
      perspective customer
      owner management
      for 2026-Q4
      key result known_customers from 40% to 55% aspirational
      key result customer_satisfaction from 80% to 90% committed
      drives we_earn_and_keep_it because «"the second order has no cost of winning the customer"|"đơn thứ hai không còn chi phí tìm khách"»
    }

    objective releases_without_fear "«A release is nothing to be afraid of|Phát hành không còn là điều đáng sợ»" {
      label
      perspective process
      owner management
      for 2026-Q4
      key result failed_releases from 24% to 10% committed
      key result releases_a_week from 4 to 6 aspirational
      key result time_to_restore from 5 hours to 2 hours aspirational
      drives promises_are_kept because «"a service that is down keeps no promise"|"dịch vụ ngừng thì không lời hứa nào giữ được"»
    }
    """
}
