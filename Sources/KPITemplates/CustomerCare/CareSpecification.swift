/// What customer care says about its numbers, in five parts.
enum CustomerCare {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_care "«Head of customer care|Trưởng phòng Chăm sóc khách hàng»" {
      label
      email "care@example.com"
    }

    owner contact_centre_lead "«Contact centre lead|Trưởng nhóm Tổng đài»" {
      label
      email "contact-centre@example.com"
    }

    department care "«Customer care|Chăm sóc khách hàng»" {
      label
      lead head_of_care
    }

    department care_operations "«Care operations|Điều hành»" in care {
      label
      lead head_of_care
    }

    department contact_centre "«Contact centre|Trung tâm liên hệ»" in care {
      label
      lead contact_centre_lead
    }

    department care_satisfaction "«Satisfaction|Sự hài lòng»" in care {
      label
      lead head_of_care
    }

    department knowledge_base "«Knowledge base|Kho tri thức»" in care {
      label
      lead head_of_care
    }

    department care_cost "«Cost of care|Chi phí chăm sóc»" in care {
      label
      lead head_of_care
    }

    en: // 1. Operations: is the work done, and in time?
    vi: // 1. Điều hành: việc có được giải quyết, và kịp thời không?

    metric tickets_opened = count(tickets on opened_at)

    metric tickets_solved = count(tickets on solved_at)

    en: /// The tickets that are open when the period ends, told from both dates of each ticket.
    vi: /// Số yêu cầu còn mở khi kết thúc kỳ, tính từ cả hai mốc thời gian của mỗi yêu cầu.
    kpi open_tickets "«Open tickets|Yêu cầu tồn đọng»" = closing(count(tickets)) {
      label
      asks «"Do we get done what comes in?"|"Có xử lý kịp lượng yêu cầu gửi đến không?"»
      department care_operations
      owner head_of_care
      every month
      target example at most 8
      threshold 14
      stretch 5
      leading
      balanced by customer_satisfaction
      when off track «"Two people close the oldest tickets for a week, and nothing else."|"Hai người trong một tuần chỉ xử lý các yêu cầu cũ nhất."»
      review every quarter
    }

    en: /// The typical wait for the first answer of a person. A mean would be ruled by the few that were forgotten.
    vi: /// Thời gian chờ điển hình đến câu trả lời đầu tiên của nhân viên. Dùng trung vị vì trung bình bị vài yêu cầu bỏ quên chi phối.
    kpi first_reply "«Time to the first reply|Thời gian phản hồi đầu tiên»" = median(tickets.replied_at - opened_at on replied_at) {
      label
      asks «"How long does a customer wait to be heard?"|"Khách phải chờ bao lâu để được lắng nghe?"»
      department care_operations
      owner head_of_care
      every month
      unit hours
      target example at most 3 hours
      threshold 4 hours
      stretch 2 hours
      leading
      balanced by solved_at_once
      when off track «"Look which hour of the day is late, and move a shift there."|"Xem giờ nào trong ngày hay trễ và chuyển ca trực sang giờ đó."»
      review every quarter
    }

    en: // 2. Contact centre: is somebody there, and do they settle it?
    vi: // 2. Trung tâm liên hệ: có người nghe máy, và giải quyết được không?

    metric calls_answered = sum(call_days.answered)

    en: /// Of the calls answered or given up, those answered within 20 seconds. The 80 of "80/20" is the target.
    vi: /// Trong số cuộc gọi được trả lời hoặc bị bỏ, phần được trả lời trong 20 giây. Số 80 trong "80/20" là mục tiêu.
    kpi service_level "«Answered within 20 seconds|Trả lời trong 20 giây»" =
      sum(call_days.answered_in_time) / (calls_answered + sum(call_days.given_up))
    {
      label
      asks «"Is there somebody when a customer calls?"|"Khi khách gọi có người nghe máy không?"»
      department contact_centre
      owner contact_centre_lead
      every month
      unit percent
      in 0%..100%
      target example at least 80%
      threshold 74%
      stretch 86%
      leading
      balanced by cost_per_contact
      when off track «"Call back instead of letting people wait, until the shifts follow the forecast."|"Gọi lại cho khách thay vì để chờ, cho đến khi lịch trực khớp dự báo."»
      review every quarter
    }

    en: /// Of the tickets solved in the period, those that took a single contact.
    vi: /// Trong số yêu cầu giải quyết xong trong kỳ, phần chỉ cần một lần liên hệ.
    kpi solved_at_once "«Solved at the first contact|Giải quyết ngay lần đầu (FCR)»" = share(tickets where contacts = 1 on solved_at) {
      label
      asks «"Do customers have to come twice for the same thing?"|"Khách có phải liên hệ hai lần vì cùng một việc không?"»
      department contact_centre
      owner contact_centre_lead
      every month
      unit percent
      in 0%..100%
      target example at least 68%
      threshold 62%
      stretch 75%
      lagging
      balanced by first_reply
      when off track «"Read twenty tickets that took three contacts, and give agents what they lacked."|"Đọc hai mươi yêu cầu phải liên hệ ba lần và trang bị cho nhân viên điều họ thiếu."»
      review every quarter
    }

    en: // 3. Satisfaction: what do customers say?
    vi: // 3. Sự hài lòng: khách hàng nói gì?

    en: /// Of the answers, those that gave 4 or 5 of 5.
    vi: /// Trong số phiếu trả lời, phần chấm 4 hoặc 5 trên 5.
    kpi customer_satisfaction "«Customer satisfaction|Mức độ hài lòng (CSAT)»" =
      share(care_surveys where score >= 4) where score is not missing
    {
      label
      asks «"Are customers content with how we helped?"|"Khách có hài lòng với cách chúng ta hỗ trợ không?"»
      department care_satisfaction
      owner head_of_care
      every month
      unit percent
      in 0%..100%
      target example at least 85%
      threshold 79%
      stretch 90%
      sample count(care_surveys.score) at least 12
      lagging
      when off track «"Call the five least content customers of the month."|"Gọi cho năm khách kém hài lòng nhất trong tháng."»
      review every quarter
    }

    en: // 4. Knowledge base: do people find the answer themselves?
    vi: // 4. Kho tri thức: khách có tự tìm được câu trả lời không?

    metric help_searches = sum(help_days.searches)

    en: /// Of the searches in the help centre, those that led to an article.
    vi: /// Trong số lượt tìm kiếm ở trang trợ giúp, phần dẫn tới một bài viết.
    kpi found_articles "«Searches that found an article|Tỷ lệ tìm kiếm thành công»" = sum(help_days.found) / help_searches {
      label
      asks «"Is what people look for written down?"|"Điều khách tìm đã được viết ra chưa?"»
      department knowledge_base
      owner head_of_care
      every month
      unit percent
      in 0%..100%
      target example at least 70%
      threshold 64%
      stretch 76%
      leading
      balanced by customer_satisfaction
      when off track «"Write the articles for the ten searches that found nothing most often."|"Viết bài cho mười từ khóa không ra kết quả nhiều nhất."»
      review every quarter
    }

    en: /// Of all questions, the part that the help centre answered before they became tickets.
    vi: /// Trong tất cả câu hỏi, phần trang trợ giúp đã giải đáp trước khi thành yêu cầu.
    kpi self_service "«Self-service|Tỷ lệ tự phục vụ»" =
      sum(help_days.answered_visits) / (sum(help_days.answered_visits) + tickets_opened)
    {
      label
      asks «"How much of the work does the help centre take from us?"|"Trang trợ giúp gánh giúp bao nhiêu phần công việc?"»
      department knowledge_base
      owner head_of_care
      every month
      unit percent
      in 0%..100%
      target example at least 78%
      threshold 73%
      stretch 84%
      lagging
      balanced by customer_satisfaction
      when off track «"Answer the most frequent ticket of the month with an article, and link it in the reply."|"Viết bài cho loại yêu cầu nhiều nhất trong tháng và gắn liên kết vào câu trả lời."»
      review every quarter
    }

    en: // 5. Cost: what does it take?
    vi: // 5. Chi phí: tốn bao nhiêu?

    metric care_spend = sum(care_costs.amount)

    en: /// All costs of care over the contacts that somebody took: answered calls, and tickets.
    vi: /// Toàn bộ chi phí chăm sóc chia cho số lượt tiếp nhận: cuộc gọi được trả lời và yêu cầu.
    kpi cost_per_contact "«Cost per contact|Chi phí mỗi lượt liên hệ»" = care_spend / (calls_answered + tickets_opened) {
      label
      asks «"What does it cost to help somebody once?"|"Giúp một khách một lần tốn bao nhiêu?"»
      department care_cost
      owner head_of_care
      every month
      target example at most 3.2 ¤
      threshold 3.8 ¤
      stretch 2.8 ¤
      lagging
      balanced by customer_satisfaction
      when off track «"Find the reason of contact that grew most, and remove its cause."|"Tìm lý do liên hệ tăng mạnh nhất và xử lý tận gốc."»
      review every quarter
    }
    """

  static let strategy = """
    objective care_affordable "«Care is worth its cost|Chăm sóc xứng đáng với chi phí»" {
      label
      perspective financial
      department care
      measured by cost_per_contact
    }

    objective customers_content "«Customers are glad they asked|Khách hài lòng vì đã liên hệ»" {
      label
      perspective customer
      department care
      measured by customer_satisfaction
      drives care_affordable because «"who is content the first time does not come back with a complaint"|"khách hài lòng ngay lần đầu sẽ không quay lại khiếu nại"»
    }

    objective heard_at_once "«Nobody waits, and once is enough|Không ai phải chờ, một lần là xong»" {
      label
      perspective process
      department care
      measured by open_tickets, first_reply, service_level
      drives customers_content because «"waiting is what people complain of most"|"chờ đợi là điều khách phàn nàn nhiều nhất"»
    }

    objective answers_known "«What one of us knows, all of us know|Một người biết, mọi người cùng biết»" {
      label
      perspective learning
      department care
      measured by solved_at_once, found_articles, self_service
      drives heard_at_once because «"what is written down need not be asked, nor looked up twice"|"điều đã viết ra thì không cần hỏi, cũng không phải tra lại"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative backlog_week "«A week for the oldest tickets, each quarter|Mỗi quý một tuần dọn yêu cầu tồn đọng»" {
      label
      improves open_tickets, customer_satisfaction
      owner head_of_care
      department care
    }

    scorecard care_scorecard "«Customer care scorecard|Bảng điểm Chăm sóc khách hàng»" {
      label
      department care
      owner head_of_care
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes open_tickets weight 1
      includes first_reply weight 1
      includes service_level weight 1
      includes solved_at_once weight 2
      includes customer_satisfaction weight 2
      includes found_articles weight 1
      includes self_service weight 1
      includes cost_per_contact weight 1
    }
    """

  static let tables = """
    en: /// One row a ticket, open from the moment it came in until it was solved.
    vi: /// Mỗi yêu cầu một dòng, mở từ lúc gửi đến cho đến khi giải quyết xong.
    table tickets from "care/data/tickets.csv" {
      ticket_id: text key
      topic: text in ("delivery", "payment", "product", "account")
      opened_at: timestamp
      replied_at: timestamp optional
      solved_at: timestamp optional
    en: /// How often the customer had to write or call until then.
    vi: /// Khách đã phải liên hệ bao nhiêu lần cho đến lúc đó.
      contacts: integer
      span from opened_at to solved_at
    }

    en: /// What the telephone system reports for a day. Who gives up within 5 seconds has dialled a wrong number and is not in it.
    vi: /// Báo cáo theo ngày của tổng đài. Cuộc gọi bị bỏ trong 5 giây đầu coi như gọi nhầm và không được tính.
    table call_days from "care/data/call-days.csv" {
      day: date time
      answered: integer
      answered_in_time: integer
      given_up: integer
    }

    en: /// One row a survey that was sent; without an answer it has no score.
    vi: /// Mỗi phiếu khảo sát đã gửi là một dòng; không trả lời thì không có điểm.
    table care_surveys from "care/data/surveys.csv" {
      survey_id: text key
      sent_on: date time
      score: integer optional
    }

    en: /// What the help centre reports for a day. An answered visit is one that ended with "yes, this helped".
    vi: /// Báo cáo theo ngày của trang trợ giúp. Lượt được giải đáp là lượt kết thúc bằng "có, bài này hữu ích".
    table help_days from "care/data/help-days.csv" {
      day: date time
      searches: integer
      found: integer
      answered_visits: integer
    }

    en: /// All costs of care by month: pay with all that comes on top, software, training.
    vi: /// Mọi chi phí chăm sóc theo tháng: lương và các khoản kèm theo, phần mềm, đào tạo.
    table care_costs from "care/data/costs.csv" {
      month: date time
      category: text in ("people", "software", "training")
      amount: ¤
    }
    """

  static let tests = """
    test "«a ticket is open until it is solved|yêu cầu còn mở cho đến khi giải quyết xong»" {
      as of 2026-10-31
      given tickets {
        opened_at           | replied_at          | solved_at           | contacts
        2026-09-28T09:00:00 | 2026-09-28T10:00:00 | 2026-09-29T09:00:00 |        1
        2026-09-30T15:00:00 | 2026-09-30T18:00:00 | 2026-10-02T09:00:00 |        2
        2026-10-05T09:00:00 | 2026-10-05T14:00:00 |                     |        1
      }
      expect open_tickets by month = { 2026-09: 1, 2026-10: 1 }
      expect first_reply for 2026-09 = 2 hours
      expect solved_at_once for 2026-10 = 0%
      expect status first_reply for 2026-10 = off track
    }

    test "«calls that were given up count against the service level|cuộc gọi bị bỏ làm giảm mức độ phục vụ»" {
      given call_days {
        day        | answered | answered_in_time | given_up
        2026-10-05 |       90 |               80 |       10
        2026-10-06 |      100 |               88 |        0
      }
      given care_costs {
        month      | category   | amount
        2026-10-01 | "people"   |  500 ¤
        2026-10-01 | "software" |   70 ¤
      }
      expect service_level for 2026-10 = 84%
      expect status service_level for 2026-10 = on track
      expect cost_per_contact for 2026-10 = 3 ¤
    }

    test "«who did not answer is neither content nor not|ai không trả lời thì không tính là hài lòng hay không»" {
      given care_surveys {
        sent_on    | score
        2026-10-05 |     5
        2026-10-06 |     4
        2026-10-07 |     2
        2026-10-08 |
      }
      expect customer_satisfaction for 2026-10 = 2 / 3
      expect status customer_satisfaction for 2026-10 = small sample
    }

    test "«the help centre answers before a ticket is written|trang trợ giúp giải đáp trước khi khách gửi yêu cầu»" {
      given help_days {
        day        | searches | found | answered_visits
        2026-10-05 |       40 |    30 |               5
        2026-10-06 |       60 |    42 |               4
      }
      given tickets {
        opened_at           | contacts
        2026-10-05T09:00:00 |        1
      }
      expect found_articles for 2026-10 = 72%
      expect self_service for 2026-10 = 90%
    }
    """
}
