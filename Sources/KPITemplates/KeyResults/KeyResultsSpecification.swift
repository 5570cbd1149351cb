/// What a team says about its numbers and about what it wants to change in a quarter: KPIs that keep running, and objectives
/// with key results over them.
enum KeyResults {
  static let measures = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner club_lead "«Team lead|Trưởng nhóm»" {
      label
      email "team@example.com"
    }

    owner app_lead "«App lead|Phụ trách ứng dụng»" {
      label
      email "app@example.com"
    }

    department club_team "«Members' team|Nhóm Hội viên»" {
      label
      lead club_lead
    }

    en: // The KPIs keep running, whatever the quarter is about. Key results pick some of them, and go further for a while.
    vi: // Các KPI chạy liên tục, quý nào cũng vậy. Kết quả then chốt chọn vài KPI trong số đó để bứt phá trong một quý.

    en: /// Everybody who joined in the period.
    vi: /// Mọi người gia nhập trong kỳ.
    kpi members_joined "«Members who joined|Hội viên mới»" = count(club_members) {
      label
      asks «"Do new people find us?"|"Có người mới tìm đến không?"»
      department club_team
      owner club_lead
      every month
      target example at least 60
      threshold 50
      stretch 75
      leading
      balanced by members_settled
      when off track «"Ask the last ten who joined how they found us, and do more of that."|"Hỏi mười hội viên mới nhất vì sao biết đến ta, và làm nhiều hơn việc đó."»
      review every quarter
    }

    en: /// Of those who joined in the period before, the part that came a second time within a week. Those of this period have not
    en: /// had their week yet.
    vi: /// Trong số gia nhập kỳ trước, tỷ lệ quay lại lần thứ hai trong một tuần. Người gia nhập kỳ này chưa đủ một tuần.
    kpi members_settled "«New members who come again in a week|Hội viên mới quay lại trong một tuần»" =
      previous(mature(share(club_members where second_visit_on - joined_on <= 7 days), 7 days), 1 period)
    {
      label
      asks «"Do they find at once what they came for?"|"Họ có thấy ngay điều họ tìm không?"»
      department club_team
      owner club_lead
      every month
      target example at least 50%
      threshold 42%
      stretch 60%
      leading
      balanced by members_joined
      sample previous(members_joined, 1 period) at least 20
      when off track «"Greet everybody who joins in person for two weeks, and write down what they ask."|"Trong hai tuần, đích thân chào từng hội viên mới và ghi lại điều họ hỏi."»
      review every quarter
    }

    en: /// Of those who joined, the part that a member brought along.
    vi: /// Trong số người gia nhập, tỷ lệ do hội viên giới thiệu.
    kpi members_by_friends "«Members brought by members|Hội viên do hội viên giới thiệu»" = share(club_members where came_by = "friend") {
      label
      asks «"Are we worth a recommendation?"|"Ta có đáng được giới thiệu không?"»
      department club_team
      owner club_lead
      every month
      in 0%..100%
      target example at least 22%
      threshold 16%
      stretch 30%
      lagging
      balanced by members_settled
      sample members_joined at least 20
      when off track «"Ask members right after what they liked, and not in a newsletter."|"Hỏi hội viên ngay sau điều họ thích, thay vì gửi bản tin."»
      review every quarter
    }

    metric club_answered = count(club_questions on answered_at)

    en: /// Half of the members wait less for an answer, half more.
    vi: /// Một nửa số hội viên chờ câu trả lời ít hơn mức này, một nửa chờ lâu hơn.
    kpi answer_time "«Time until a question is answered|Thời gian trả lời câu hỏi»" =
      median(club_questions.answered_at - asked_at on answered_at)
    {
      label
      asks «"Is anybody left waiting?"|"Có ai phải chờ lâu không?"»
      department club_team
      owner club_lead
      every month
      unit hours
      target example at most 8 hours
      threshold 12 hours
      stretch 4 hours
      leading
      balanced by members_settled
      sample club_answered at least 10
      when off track «"Put the three questions asked most often where they come up."|"Đặt câu trả lời cho ba câu hỏi thường gặp nhất ngay nơi câu hỏi nảy sinh."»
      review every quarter
    }

    en: /// Pages that were there within two seconds. Ask for it by device: telephones hide behind computers.
    vi: /// Số trang hiện ra trong hai giây. Hãy xem theo thiết bị: điện thoại bị máy tính che khuất.
    kpi pages_at_once "«Pages there within two seconds|Tỷ lệ trang hiện trong hai giây»" = sum(app_weeks.fast) / sum(app_weeks.loads) {
      label
      asks «"Is the app a pleasure to use?"|"Dùng ứng dụng có thoải mái không?"»
      department club_team
      owner app_lead
      every month
      unit percent
      in 0%..100%
      target example at least 85%
      threshold 78%
      stretch 92%
      leading
      balanced by app_defects
      when off track «"Take the slowest page, and leave out half of what it loads."|"Chọn trang chậm nhất và bỏ bớt một nửa những gì nó tải."»
      review every quarter
    }

    metric pages_at_once_on_phones "«Pages there within two seconds on telephones|Tỷ lệ trang hiện trong hai giây trên điện thoại»" =
      pages_at_once where app_weeks.device = "phone"
    {
      label
      unit percent
    }

    en: /// What members reported, for every hundred thousand pages: more use is no excuse for more defects.
    vi: /// Lỗi do hội viên báo trên mỗi trăm nghìn trang: dùng nhiều hơn không phải lý do để lỗi nhiều hơn.
    kpi app_defects "«Defects per hundred thousand pages|Số lỗi trên một trăm nghìn trang»" = count(defects) / sum(app_weeks.loads / 100_000) {
      label
      asks «"Does it work, and not only fast?"|"Ứng dụng có chạy đúng, chứ không chỉ nhanh?"»
      department club_team
      owner app_lead
      every month
      target example at most 10
      threshold 13
      stretch 8
      lagging
      balanced by pages_at_once
      when off track «"No new feature until the five oldest defects are closed."|"Không làm tính năng mới cho đến khi đóng năm lỗi cũ nhất."»
      review every quarter
    }

    en: /// What members paid.
    vi: /// Số tiền hội viên đã trả.
    kpi club_income "«Income from members|Doanh thu hội viên»" = sum(club_payments.amount) {
      label
      asks «"Does the club carry itself?"|"Câu lạc bộ có tự nuôi được mình không?"»
      department club_team
      owner club_lead
      every month
      target example at least 21k ¤
      threshold 18k ¤
      stretch 25k ¤
      lagging
      balanced by members_settled
      when off track «"Call the members whose yearly payment failed, and offer them to pay by month."|"Gọi cho hội viên thanh toán năm không thành công và đề nghị trả theo tháng."»
      review every quarter
    }
    """

  static let strategy = """
    en: // What holds for longer than a quarter.
    vi: // Điều đúng lâu hơn một quý.

    objective club_carries_itself "«The club carries itself|Câu lạc bộ tự nuôi được mình»" {
      label
      perspective financial
      department club_team
      owner club_lead
      measured by club_income
    }

    en: // What is to change in this quarter: three objectives at most, in words that somebody wants to get up for. Each has two to
    en: // five key results, from where it stands to where it is to be. What is committed has to be reached in full; what is
    en: // aspirational is well done from 0.7 on. Write the next quarter's when this one is over; git keeps the old ones.
    vi: // Điều cần thay đổi trong quý này: tối đa ba mục tiêu, viết bằng lời khiến người ta muốn bắt tay vào. Mỗi mục tiêu có hai
    vi: // đến năm kết quả then chốt, từ mức hiện tại đến mức cần đạt. Kết quả cam kết (committed) phải đạt trọn vẹn; kết quả
    vi: // khát vọng (aspirational) đạt từ 0,7 là tốt. Hết quý hãy viết mục tiêu quý sau; git giữ lại bản cũ.

    objective first_week_is_good "«New members feel at home in their first week|Hội viên mới thấy thân quen ngay tuần đầu»" {
      label
      perspective customer
      department club_team
      owner club_lead
      for 2026-Q4
      key result members_settled from 40% to 60% aspirational
      key result answer_time from 9 hours to 5 hours committed
      assumes enough_people
      drives club_carries_itself lag 2 quarters because «"who comes again in the first week pays for the second year"|"ai quay lại ngay tuần đầu sẽ gia hạn năm thứ hai"»
    }

    objective members_bring_friends "«Members bring their friends along|Hội viên rủ bạn bè cùng tham gia»" {
      label
      perspective customer
      department club_team
      owner club_lead
      for 2026-Q4
      key result members_joined from 0 to 240 committed
      key result members_by_friends from 20% to 33% aspirational
      key result club_income from 0 ¤ to 78k ¤ committed
      drives club_carries_itself because «"a friend costs no advertisement"|"bạn bè giới thiệu thì không tốn quảng cáo"»
    }

    objective app_is_a_pleasure "«The app is a pleasure on any telephone|Ứng dụng dùng thích trên mọi điện thoại»" {
      label
      perspective process
      department club_team
      owner app_lead
      for 2026-Q4
      key result pages_at_once_on_phones from 72% to 88% aspirational
      key result app_defects from 15 to 8 committed
      drives first_week_is_good because «"nobody feels at home while waiting for a page"|"không ai thấy thân quen khi còn phải chờ trang tải"»
    }

    en: // Write the day by which you look whether it still holds: `expires 2026-12-31`.
    vi: // Hãy ghi ngày phải xem lại giả định còn đúng không: `expires 2026-12-31`.
    assumption enough_people "«Two people answer questions until the end of the year|Đến cuối năm có hai người trả lời câu hỏi»" {
      label
      because «"Both contracts run until then."|"Cả hai hợp đồng còn hiệu lực đến lúc đó."»
      owner club_lead
    }

    en: // Work is no key result: it stands here, with the KPIs that it is to improve. Write the day by which it is to be done.
    vi: // Việc cần làm không phải kết quả then chốt: nó nằm ở đây, kèm các KPI cần cải thiện. Hãy ghi ngày phải hoàn thành.
    initiative first_week_letter "«A letter on the first, third and sixth day|Thư chào mừng ngày thứ nhất, thứ ba và thứ sáu»" {
      label
      improves members_settled
      owner club_lead
      department club_team
      state active
    }

    initiative lighter_start_page "«A start page half as heavy|Trang đầu nhẹ bằng một nửa»" {
      label
      improves pages_at_once
      owner app_lead
      department club_team
      state planned
    }

    en: // How the KPIs stand meanwhile, so that no quarter is won at their cost.
    vi: // Tình trạng các KPI trong khi đó, để không quý nào thắng mà các KPI phải trả giá.
    scorecard club_scorecard "«Members' scorecard|Bảng điểm Hội viên»" {
      label
      department club_team
      owner club_lead
      reader «"the team, every Monday"|"cả nhóm, mỗi thứ Hai"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes members_joined weight 2
      includes members_settled weight 2
      includes members_by_friends weight 1
      includes answer_time weight 1
      includes pages_at_once weight 1
      includes app_defects weight 1
      includes club_income weight 2
    }
    """

  static let tables = """
    en: /// Everybody who joined. The second visit is written down when it happens.
    vi: /// Mọi người đã gia nhập. Lần đến thứ hai được ghi khi diễn ra.
    table club_members from "okr/data/members.csv" {
      member_id: text key
      came_by: text in ("search", "friend", "partner", "walk-in")
      joined_on: date time
      second_visit_on: date optional
    }

    en: /// What members asked, and when they had their answer.
    vi: /// Câu hỏi của hội viên và thời điểm được trả lời.
    table club_questions from "okr/data/questions.csv" {
      question_id: text key
      asked_at: timestamp time
      answered_at: timestamp optional
    }

    en: /// Pages that were loaded in a week, and those of them that were there within two seconds.
    vi: /// Số trang được tải trong tuần, và số trang hiện ra trong hai giây.
    table app_weeks from "okr/data/app-weeks.csv" {
      week: date time
      device: text in ("phone", "computer")
      loads: integer
      fast: integer
      key week, device
    }

    en: /// What members reported as broken.
    vi: /// Những gì hội viên báo là bị lỗi.
    table defects from "okr/data/defects.csv" {
      defect_id: text key
      reported_on: date time
      device: text in ("phone", "computer")
    }

    en: /// Payments by week.
    vi: /// Khoản thu theo tuần.
    table club_payments from "okr/data/payments.csv" {
      week: date time
      kind: text in ("monthly", "yearly")
      amount: ¤
      key week, kind
    }
    """

  static let tests = """
    test "«who joined in the month before had a week to come again|người gia nhập tháng trước đã có một tuần để quay lại»" {
      given club_members {
        came_by  | joined_on  | second_visit_on
        "friend" | 2026-03-02 | 2026-03-09
        "search" | 2026-03-03 | 2026-03-11
        "search" | 2026-03-20 |
        "search" | 2026-03-31 | 2026-04-02
        "friend" | 2026-04-01 | 2026-04-01
      }
      expect members_joined by month = { 2026-03: 4, 2026-04: 1 }
      expect members_by_friends for 2026-03 = 25%
      expect members_settled for 2026-04 = 50%
      expect status members_by_friends for 2026-03 = small sample
    }

    test "«half of the questions wait less|một nửa số câu hỏi chờ ít hơn»" {
      given club_questions {
        asked_at            | answered_at
        2026-03-02T09:00:00 | 2026-03-02T11:00:00
        2026-03-02T10:00:00 | 2026-03-02T16:00:00
        2026-03-31T20:00:00 | 2026-04-01T10:00:00
        2026-03-30T08:00:00 |
      }
      expect answer_time for 2026-03 = 4 hours
      expect answer_time for 2026-04 = 14 hours
    }

    test "«telephones hide behind computers|điện thoại bị máy tính che khuất»" {
      given app_weeks {
        week       | device     | loads  | fast
        2026-03-02 | "phone"    | 20_000 | 12_000
        2026-03-02 | "computer" | 80_000 | 76_000
      }
      given defects {
        reported_on | device
        2026-03-04  | "phone"
        2026-03-05  | "phone"
        2026-03-06  | "computer"
      }
      expect pages_at_once for 2026-03 = 88%
      expect pages_at_once_on_phones for 2026-03 = 60%
      expect app_defects for 2026-03 = 3
      expect status app_defects for 2026-03 = exceeding
    }

    test "«income is what was paid|doanh thu là số tiền đã trả»" {
      given club_payments {
        week       | kind      | amount
        2026-03-02 | "monthly" | 8k ¤
        2026-03-02 | "yearly"  | 6k ¤
        2026-03-30 | "monthly" | 5k ¤
      }
      expect club_income for 2026-03 = 19k ¤
      expect status club_income for 2026-03 = at risk
    }
    """
}
