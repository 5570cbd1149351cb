/// What a company says about its strategy in the four perspectives of the balanced scorecard: two KPIs in each, and the
/// objectives that they measure.
enum Balanced {
  static let measures = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner managing_director "«Managing director|Giám đốc điều hành»" {
      label
      email "director@example.com"
    }

    owner head_of_delivery "«Head of delivery|Trưởng bộ phận triển khai»" {
      label
      email "delivery@example.com"
    }

    department whole_company "«The whole company|Toàn công ty»" {
      label
      lead managing_director
    }

    en: // Financial: what the owners expect.
    vi: // Tài chính: điều chủ sở hữu mong đợi.

    metric billed_income = sum(company_books.amount where line = "income")

    metric booked_costs = sum(company_books.amount where line != "income")

    en: /// What was billed, over the same period a year before. Seasons are in both, so they cancel out.
    vi: /// Doanh thu ghi nhận so với cùng kỳ năm trước. Yếu tố mùa vụ có ở cả hai kỳ nên triệt tiêu nhau.
    kpi income_growth "«Growth of income|Tăng trưởng doanh thu»" = growth(billed_income, 1 year) {
      label
      asks «"Do we grow faster than our market?"|"Ta có tăng trưởng nhanh hơn thị trường không?"»
      department whole_company
      owner managing_director
      every month
      target example at least 12%
      threshold 6%
      stretch 20%
      lagging
      assumes market_grows
      balanced by income_margin
      when off track «"Go through the ten largest clients: who buys less than a year ago, and why?"|"Rà soát mười khách lớn nhất: ai mua ít hơn năm trước, và vì sao?"»
      review every quarter
    }

    en: /// What is left of the income after all costs.
    vi: /// Phần doanh thu còn lại sau mọi chi phí.
    kpi income_margin "«Margin of the company|Biên lợi nhuận của công ty»" = (billed_income - booked_costs) / billed_income {
      label
      asks «"Does growth leave something over?"|"Tăng trưởng có để lại lợi nhuận không?"»
      department whole_company
      owner managing_director
      every month
      unit percent
      in ..100%
      target example at least 20%
      threshold 14%
      stretch 26%
      lagging
      balanced by clients_content
      when off track «"Name the three costs that grew faster than the income, and decide on one."|"Nêu ba khoản chi tăng nhanh hơn doanh thu, và quyết định với một khoản."»
      review every quarter
    }

    en: // Customer: what those whom we serve value.
    vi: // Khách hàng: điều những người ta phục vụ coi trọng.

    en: /// Of the clients at the start of the period, those who did not end their contract in it.
    vi: /// Trong số khách hàng đầu kỳ, tỷ lệ không kết thúc hợp đồng trong kỳ.
    kpi clients_kept "«Clients who stay|Tỷ lệ khách hàng ở lại»" =
      1 - count(client_contracts on ended_on) / opening(count(client_contracts))
    {
      label
      asks «"Do they find it worth staying?"|"Họ có thấy đáng ở lại không?"»
      department whole_company
      owner managing_director
      every month
      unit percent
      target example at least 98.5%
      threshold 97.5%
      stretch 99.5%
      lagging
      balanced by income_margin
      sample opening(count(client_contracts)) at least 40
      when off track «"The director calls each client who left within a week, and reports what was said."|"Giám đốc gọi từng khách đã rời đi trong một tuần và báo lại lý do."»
      review every quarter
    }

    en: /// Of the answers to "How content are you with our work?" from 1 to 5, those with 4 or 5.
    vi: /// Trong số trả lời câu hỏi "Bạn hài lòng với công việc của chúng tôi đến đâu?" (1 đến 5), tỷ lệ chấm 4 hoặc 5.
    kpi clients_content "«Clients who are content|Tỷ lệ khách hàng hài lòng»" = share(client_answers where score >= 4) {
      label
      asks «"Would they choose us again?"|"Họ có chọn ta lần nữa không?"»
      department whole_company
      owner managing_director
      every month
      in 0%..100%
      target example at least 80%
      threshold 72%
      stretch 88%
      leading
      sample count(client_answers) at least 15
      when off track «"Read every answer of 1 or 2 together, and answer each client by name."|"Cùng đọc mọi phiếu chấm 1 hoặc 2, và trả lời từng khách hàng."»
      review every quarter
    }

    en: // Internal process: what we must do well for them.
    vi: // Quy trình nội bộ: điều ta phải làm tốt cho họ.

    en: /// By the day on which it was due. What is not delivered yet counts as late.
    vi: /// Tính theo ngày phải bàn giao. Việc chưa bàn giao được tính là trễ.
    kpi work_on_time "«Work delivered in time|Tỷ lệ bàn giao đúng hạn»" = share(deliveries where delivered_on <= due_on) {
      label
      asks «"Do we keep our promises?"|"Ta có giữ lời hứa không?"»
      department whole_company
      owner head_of_delivery
      every month
      target example at least 90%
      threshold 84%
      stretch 95%
      leading
      balanced by work_right
      sample count(deliveries) at least 15
      when off track «"Stop promising new dates for a week, and deliver what is late, the oldest first."|"Ngừng hứa hạn mới trong một tuần và bàn giao việc trễ, cũ nhất trước."»
      review every quarter
    }

    en: /// Without anything to be done a second time.
    vi: /// Không có phần nào phải làm lại.
    kpi work_right "«Work that is right at once|Tỷ lệ đạt ngay, không phải sửa»" = share(deliveries where not reworked) {
      label
      asks «"Do we do it well, and not only fast?"|"Ta làm tốt, chứ không chỉ làm nhanh?"»
      department whole_company
      owner head_of_delivery
      every month
      in 0%..100%
      target example at least 93%
      threshold 88%
      stretch 97%
      leading
      balanced by work_on_time
      sample count(deliveries) at least 15
      when off track «"Look at the five costliest repairs: which question was not asked at the beginning?"|"Xem năm lần sửa tốn kém nhất: câu hỏi nào đã không được đặt ra từ đầu?"»
      review every quarter
    }

    en: // Learning and growth: the people and skills that it takes.
    vi: // Học hỏi và phát triển: con người và kỹ năng cần có.

    en: /// Of the skills without which no work is delivered, those that at least two people have.
    vi: /// Trong các kỹ năng không thể thiếu khi triển khai, tỷ lệ kỹ năng có ít nhất hai người làm được.
    kpi skills_covered "«Key skills that two people have|Tỷ lệ kỹ năng then chốt có hai người»" =
      closing(share(key_skills where people >= 2))
    {
      label
      asks «"What stops when one person is away?"|"Việc gì dừng lại khi một người vắng mặt?"»
      department whole_company
      owner head_of_delivery
      every month
      target example at least 80%
      threshold 65%
      stretch 95%
      leading
      balanced by work_on_time
      when off track «"Let somebody sit beside the only one who can do it, one day a week."|"Bố trí một người học việc bên cạnh người duy nhất làm được, mỗi tuần một ngày."»
      review every quarter
    }

    en: /// Of the answers to "Do you see your next two years here?" from 1 to 5, those with 4 or 5.
    vi: /// Trong số trả lời câu hỏi "Bạn có thấy hai năm tới của mình ở đây không?" (1 đến 5), tỷ lệ chấm 4 hoặc 5.
    kpi staff_see_future "«People who see their future here|Tỷ lệ nhân viên muốn gắn bó»" = share(staff_pulse where score >= 4) {
      label
      asks «"Will those who know how be here in two years?"|"Người có nghề có còn ở đây sau hai năm không?"»
      department whole_company
      owner managing_director
      every month
      in 0%..100%
      target example at least 70%
      threshold 62%
      stretch 80%
      leading
      balanced by work_on_time
      sample count(staff_pulse) at least 10
      when off track «"Each head talks with two people about what would have to change, and changes one thing."|"Mỗi trưởng bộ phận nói chuyện với hai người về điều cần thay đổi, và thay đổi một điều."»
      review every quarter
    }
    """

  static let strategy = """
    en: // The strategy on a page, read from below: people with skills do the work well, so that clients stay, and that pays.
    vi: // Chiến lược trên một trang, đọc từ dưới lên: người có kỹ năng làm việc tốt, nhờ đó khách ở lại, và công ty có lãi.

    objective company_prospers "«We grow, and growth pays|Tăng trưởng, và tăng trưởng có lãi»" {
      label
      perspective financial
      department whole_company
      owner managing_director
      measured by income_growth, income_margin
    }

    objective clients_rely_on_us "«Clients rely on us for years|Khách hàng tin cậy ta lâu dài»" {
      label
      perspective customer
      department whole_company
      owner managing_director
      measured by clients_kept, clients_content
      drives company_prospers lag 2 quarters because «"whoever stays buys more, and need not be won again"|"khách ở lại mua thêm và không tốn chi phí tìm mới"»
    }

    objective delivered_as_agreed "«What we deliver is right and in time|Bàn giao đúng chất lượng, đúng hẹn»" {
      label
      perspective process
      department whole_company
      owner head_of_delivery
      measured by work_on_time, work_right
      drives clients_rely_on_us lag 1 quarter because «"nobody leaves whoever keeps promises"|"không ai rời bỏ người giữ lời hứa"»
    }

    objective know_how_is_shared "«What one of us can do, others can|Kỹ năng không nằm ở một người»" {
      label
      perspective learning
      department whole_company
      owner head_of_delivery
      measured by skills_covered
      drives delivered_as_agreed lag 1 quarter because «"work does not wait for the only one who can do it"|"công việc không phải chờ người duy nhất làm được"»
    }

    objective good_people_remain "«Good people see their future here|Người giỏi thấy tương lai của mình ở đây»" {
      label
      perspective learning
      department whole_company
      owner managing_director
      measured by staff_see_future
      drives know_how_is_shared because «"only those who stay teach others what they know"|"chỉ người ở lại mới truyền nghề cho người khác"»
    }

    en: // Write the day by which you look whether it still holds: `expires 2027-06-30`.
    vi: // Hãy ghi ngày phải xem lại giả định còn đúng không: `expires 2027-06-30`.
    assumption market_grows "«Our market grows by a tenth a year|Thị trường tăng một phần mười mỗi năm»" {
      label
      because «"It did in each of the last three years, says the trade association."|"Theo hiệp hội ngành, ba năm qua năm nào cũng vậy."»
      owner managing_director
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative skills_in_pairs "«Every key skill is taught to a second person|Mỗi kỹ năng then chốt được truyền cho người thứ hai»" {
      label
      improves skills_covered, work_on_time
      owner head_of_delivery
      department whole_company
      state active
    }

    initiative talks_with_clients "«A yearly talk with every client about their plans|Mỗi năm trao đổi với từng khách về kế hoạch của họ»" {
      label
      improves clients_kept, clients_content
      owner managing_director
      department whole_company
      state planned
    }

    en: // The four perspectives, and how much each counts. The weights are an opinion; write yours.
    vi: // Bốn khía cạnh và trọng số của từng khía cạnh. Trọng số là quan điểm; hãy ghi quan điểm của bạn.
    scorecard balanced_scorecard "«Balanced scorecard|Thẻ điểm cân bằng»" {
      label
      department whole_company
      owner managing_director
      reader «"the management and the owners"|"ban giám đốc và chủ sở hữu"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes company_prospers weight 3
      includes clients_rely_on_us weight 3
      includes delivered_as_agreed weight 2
      includes know_how_is_shared weight 1
      includes good_people_remain weight 1
    }
    """

  static let tables = """
    en: /// The books by month: what was billed, and what it cost.
    vi: /// Sổ sách theo tháng: doanh thu đã xuất hóa đơn và các chi phí.
    table company_books from "balanced-scorecard/data/books.csv" {
      month: date time
      line: text in ("income", "people", "material", "other")
      amount: ¤
      key month, line
    }

    en: /// Clients with a contract. Without an end, it runs.
    vi: /// Khách hàng có hợp đồng. Không có ngày kết thúc nghĩa là còn hiệu lực.
    table client_contracts from "balanced-scorecard/data/clients.csv" {
      client_id: text key
      industry: text in ("trade", "industry", "public")
      started_on: date
      ended_on: date optional
      span from started_on to ended_on
    }

    en: /// What clients answered after a delivery.
    vi: /// Trả lời của khách hàng sau mỗi lần bàn giao.
    table client_answers from "balanced-scorecard/data/answers.csv" {
      answered_on: date time
      client_id: text -> client_contracts
      score: integer
    }

    en: /// Every piece of work, by the day on which it was promised.
    vi: /// Từng công việc, theo ngày đã hứa bàn giao.
    table deliveries from "balanced-scorecard/data/deliveries.csv" {
      delivery_id: text key
      client_id: text -> client_contracts
      due_on: date time
      delivered_on: date optional
      reworked: boolean
    }

    en: /// How many people have each key skill, at the end of each month.
    vi: /// Số người làm được từng kỹ năng then chốt, vào cuối mỗi tháng.
    table key_skills from "balanced-scorecard/data/skills.csv" {
      taken_on: date snapshot
      skill: text
      people: integer
      key taken_on, skill
    }

    en: /// The short survey of the month, without names.
    vi: /// Khảo sát ngắn hằng tháng, không ghi tên.
    table staff_pulse from "balanced-scorecard/data/pulse.csv" {
      answered_on: date time
      score: integer
    }
    """

  static let tests = """
    test "«growth is over the same month of the year before|tăng trưởng so với cùng tháng năm trước»" {
      given company_books {
        month      | line     | amount
        2025-03-01 | "income" | 100 ¤
        2026-02-01 | "income" | 160 ¤
        2026-03-01 | "income" | 125 ¤
        2026-03-01 | "people" |  60 ¤
        2026-03-01 | "other"  |  40 ¤
      }
      expect income_growth for 2026-03 = 25%
      expect income_margin for 2026-03 = 20%
      expect status income_margin for 2026-03 = on track
    }

    test "«a client who left in the month was there at its start|khách rời đi trong tháng có mặt đầu tháng»" {
      given client_contracts {
        started_on | ended_on
        2025-01-01 |
        2025-02-01 | 2026-03-15
        2025-03-01 | 2026-02-10
        2026-03-20 |
        2025-04-01 |
      }
      expect clients_kept for 2026-02 = 75%
      expect clients_kept for 2026-03 = 2 / 3
      expect status clients_kept for 2026-03 = small sample
    }

    test "«what is not delivered is late|chưa bàn giao là trễ»" {
      given deliveries {
        due_on     | delivered_on | reworked
        2026-03-02 | 2026-03-02   | false
        2026-03-09 | 2026-03-10   | true
        2026-03-16 |              | false
        2026-03-30 | 2026-03-27   | false
      }
      expect work_on_time for 2026-03 = 50%
      expect work_right for 2026-03 = 75%
    }

    test "«skills are counted at the end of the month|kỹ năng được đếm vào cuối tháng»" {
      given key_skills {
        taken_on   | skill     | people
        2026-01-31 | "survey"  | 1
        2026-01-31 | "wiring"  | 3
        2026-02-28 | "survey"  | 2
        2026-02-28 | "wiring"  | 2
      }
      expect skills_covered by month = { 2026-01: 50%, 2026-02: 100% }
      expect status skills_covered for 2026-02 = exceeding
    }

    test "«content are those who give 4 or 5|hài lòng là chấm 4 hoặc 5»" {
      given client_answers {
        answered_on | score
        2026-05-04  | 5
        2026-05-11  | 4
        2026-05-18  | 3
        2026-05-25  | 1
      }
      given staff_pulse {
        answered_on | score
        2026-05-04  | 4
        2026-05-04  | 2
      }
      expect clients_content for 2026-05 = 50%
      expect staff_see_future for 2026-05 = 50%
      expect status staff_see_future for 2026-05 = small sample
    }
    """
}
