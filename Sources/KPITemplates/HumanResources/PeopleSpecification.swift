/// What human resources says about its numbers. They are judged by the quarter: by the month, a single person who leaves
/// would turn them.
enum HumanResources {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_people "«Head of human resources|Trưởng phòng Nhân sự»" {
      label
      email "people@example.com"
    }

    department people "«Human resources|Nhân sự»" {
      label
      lead head_of_people
    }

    en: /// A point of the employee NPS, which runs from -100 to 100.
    vi: /// Một điểm eNPS, thang từ -100 đến 100.
    unit «points|điểm»

    en: /// Where somebody works, wherever the rows name it: ask by `staff_team`.
    vi: /// Nhóm làm việc, dù dữ liệu nào ghi: hãy hỏi theo `staff_team`.
    dimension staff_team "«Team|Nhóm»" {
      label
      employees.team
      vacancies.team
      planned_hours.team
      absences.employee_id.team
      course_days.employee_id.team
      staff_surveys.team
    }

    metric headcount = closing(count(employees))

    en: /// The people employed, as the mean over the months of their opening and closing number: the same rule for a month and
    en: /// for a year.
    vi: /// Số nhân sự bình quân: trung bình các tháng của số đầu tháng và cuối tháng, cùng một cách tính cho tháng và năm.
    metric people_employed = average(standing(count(employees)) per month)

    metric people_hired = count(employees on hired_on)

    en: /// Who left of their own accord in the period, over the people employed. The rates of four quarters add up to about that
    en: /// of the year.
    vi: /// Số người tự xin nghỉ trong kỳ chia cho nhân sự bình quân. Bốn quý cộng lại xấp xỉ tỷ lệ cả năm.
    kpi voluntary_turnover "«Voluntary turnover|Tỷ lệ tự nghỉ việc»" =
      count(employees where exit_kind = "voluntary" on left_on) / people_employed
    {
      label
      asks «"Do people want to stay with us?"|"Mọi người có muốn ở lại không?"»
      department people
      owner head_of_people
      every quarter
      unit percent
      target example at most 5.2%
      threshold 6.5%
      stretch 4%
      lagging
      when off track «"Ask everybody who left in the quarter for the one reason, and mend the most frequent."|"Hỏi từng người nghỉ trong quý một lý do chính và xử lý lý do nhiều nhất."»
      review every quarter
    }

    en: /// Of those hired in the quarter before, the part who left within twelve weeks. It looks one period back, since the latest
    en: /// hires have not had their twelve weeks yet.
    vi: /// Trong số người tuyển ở quý trước, tỷ lệ nghỉ trong mười hai tuần. Chỉ số nhìn lại một kỳ, vì người mới nhất chưa đủ
    vi: /// mười hai tuần.
    kpi early_leavers "«Hires lost within twelve weeks|Nghỉ việc trong 12 tuần đầu»" =
      previous(mature(share(employees where left_on - hired_on <= 84 days on hired_on), 84 days), 1 period)
    {
      label
      asks «"Do we hire the right people, and receive them well?"|"Có tuyển đúng người và đón họ tốt không?"»
      department people
      owner head_of_people
      every quarter
      unit percent
      in 0%..100%
      target example at most 10%
      threshold 16%
      stretch 5%
      leading
      balanced by days_to_fill
      when off track «"Talk to every new colleague in the second and the sixth week."|"Nói chuyện với từng người mới ở tuần thứ hai và tuần thứ sáu."»
      review every quarter
    }

    en: /// From the opening of a position until somebody has accepted it, the typical one of those filled in the period.
    vi: /// Từ khi mở vị trí đến khi có người nhận, trung vị của các vị trí lấp đầy trong kỳ.
    kpi days_to_fill "«Days to fill a position|Số ngày lấp đầy vị trí»" = median(vacancies.filled_on - opened_on on filled_on) {
      label
      asks «"How long is work left undone for want of people?"|"Công việc phải chờ người bao lâu?"»
      department people
      owner head_of_people
      every quarter
      unit days
      target example at most 42 days
      threshold 50 days
      stretch 35 days
      leading
      balanced by early_leavers
      when off track «"Meet the managers of the three oldest vacancies, and cut each list of wishes by half."|"Gặp quản lý của ba vị trí trống lâu nhất và bớt một nửa yêu cầu tuyển."»
      review every quarter
    }

    en: /// All recruiting cost, inside and outside, over the people hired. The cost comes before the hire, so a single month says little.
    vi: /// Toàn bộ chi phí tuyển dụng, trong và ngoài, chia cho số người tuyển được. Chi phí phát sinh trước khi tuyển, nên
    vi: /// một tháng riêng lẻ không nói lên nhiều.
    kpi cost_per_hire "«Cost per hire|Chi phí mỗi người tuyển được»" = sum(recruiting_costs.amount) / people_hired {
      label
      asks «"What does a new colleague cost before the first day?"|"Một đồng nghiệp mới tốn bao nhiêu trước ngày đầu tiên?"»
      department people
      owner head_of_people
      every quarter
      target example at most 560 ¤
      threshold 620 ¤
      stretch 480 ¤
      lagging
      balanced by early_leavers
      when off track «"Give the next ten vacancies to colleagues to recommend somebody for, before an agency hears of them."|"Mười vị trí tiếp theo hãy nhờ nhân viên giới thiệu trước khi giao cho bên ngoài."»
      review every quarter
    }

    en: /// Unplanned absence over the hours planned. Holidays and parental leave are planned, and are in neither.
    vi: /// Giờ vắng mặt ngoài kế hoạch chia cho giờ làm theo kế hoạch. Nghỉ phép và thai sản là có kế hoạch nên không tính.
    kpi absence_rate "«Absence|Tỷ lệ vắng mặt»" = sum(absences.hours) / sum(planned_hours.hours) {
      label
      asks «"Are people well, and do they come?"|"Mọi người có khỏe và đi làm đều không?"»
      department people
      owner head_of_people
      every quarter
      unit percent
      in 0%..100%
      target example at most 2.5%
      threshold 3.2%
      stretch 1.8%
      leading
      when off track «"Look at the team where it rose most, and at its overtime of the month before."|"Xem nhóm tăng mạnh nhất, và giờ làm thêm của nhóm đó tháng trước."»
      review every quarter
    }

    metric staff_answers = count(staff_surveys)

    en: /// Those who would recommend us (9 or 10) less those who would not (up to 6), of every 100 answers. Fewer than five answers give
    en: /// no value in any breakdown, so that nobody's answer can be guessed.
    vi: /// Số người sẵn lòng giới thiệu công ty (9 hoặc 10) trừ số người không (đến 6), trên 100 phiếu. Dưới năm phiếu thì không có
    vi: /// giá trị ở bất kỳ phân nhóm nào, để không ai đoán được câu trả lời của người khác.
    kpi employee_nps "«Would recommend us as an employer|Sẵn lòng giới thiệu công ty (eNPS)»" = case {
      when staff_answers >= 5
        then (count(staff_surveys where score >= 9) - count(staff_surveys where score <= 6)) / staff_answers * 100 «points|điểm»
    } {
      label
      asks «"Would people bring a friend here?"|"Mọi người có rủ bạn bè vào làm không?"»
      department people
      owner head_of_people
      every quarter
      in -100..100
      target example at least 15
      threshold 8
      stretch 25
      leading
      when off track «"Read all comments with the heads of department, and answer three of them in public."|"Đọc mọi góp ý cùng các trưởng phòng và trả lời công khai ba góp ý."»
      review every quarter
    }

    en: /// Hours of training over the people employed. It says that people were taught, not that they learnt; and those who leave take
    en: /// it with them, so read it beside the turnover.
    vi: /// Giờ đào tạo chia cho nhân sự bình quân. Chỉ số cho biết có dạy, chưa cho biết có học; và người nghỉ mang theo kiến thức,
    vi: /// nên hãy đọc cùng tỷ lệ nghỉ việc.
    kpi hours_of_training "«Training per employee|Giờ đào tạo mỗi nhân viên»" = sum(course_days.hours) / people_employed {
      label
      asks «"Do people get the time to become better?"|"Mọi người có thời gian để giỏi lên không?"»
      department people
      owner head_of_people
      every quarter
      unit hours
      target example at least 3 hours
      threshold 2.4 hours
      stretch 4 hours
      leading
      balanced by voluntary_turnover
      when off track «"Put the courses of the next quarter into the calendar now, before the work does."|"Xếp lịch các khóa học của quý tới ngay bây giờ, trước khi công việc chiếm chỗ."»
      review every quarter
    }
    """

  static let strategy = """
    objective hiring_affordable "«Growing costs no more than it must|Tăng trưởng nhân sự không tốn quá mức cần»" {
      label
      perspective financial
      department people
      measured by cost_per_hire
    }

    objective people_stay "«Good people stay|Người giỏi ở lại»" {
      label
      perspective customer
      department people
      measured by voluntary_turnover, employee_nps
      drives hiring_affordable because «"who stays need not be replaced"|"người ở lại thì không phải tuyển thay"»
    }

    objective teams_complete "«Teams are complete and well|Các nhóm đủ người và khỏe mạnh»" {
      label
      perspective process
      department people
      measured by days_to_fill, early_leavers, absence_rate
      drives people_stay because «"gaps are filled with the overtime of those who are there"|"chỗ trống được bù bằng giờ làm thêm của người còn lại"»
    }

    objective people_grow "«People become better at what they do|Mọi người ngày càng giỏi việc»" {
      label
      perspective learning
      department people
      measured by hours_of_training
      drives people_stay because «"who learns sees a future here"|"ai được học sẽ thấy tương lai ở đây"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative first_weeks "«A companion for everybody's first twelve weeks|Mỗi người mới có một người kèm trong mười hai tuần»" {
      label
      improves early_leavers, employee_nps
      owner head_of_people
      department people
    }

    scorecard people_scorecard "«Human resources scorecard|Bảng điểm Nhân sự»" {
      label
      department people
      owner head_of_people
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes voluntary_turnover weight 2
      includes early_leavers weight 1
      includes days_to_fill weight 1
      includes cost_per_hire weight 1
      includes absence_rate weight 1
      includes employee_nps weight 2
      includes hours_of_training weight 1
    }
    """

  static let tables = """
    en: /// One row a contract, from the first day to the last. No names: a number is enough to count people.
    vi: /// Mỗi hợp đồng một dòng, từ ngày đầu đến ngày cuối. Không lưu tên: một mã số là đủ để đếm người.
    table employees from "people/data/employees.csv" {
      employee_id: text key
      team: text in ("sales", "operations", "support", "technology", "office")
      hired_on: date
      left_on: date optional
      exit_kind: text in ("voluntary", "dismissed", "retired") optional
      span from hired_on to left_on
    }

    en: /// A position that is to be filled, open from its approval until somebody has accepted it.
    vi: /// Vị trí cần tuyển, mở từ khi được duyệt đến khi có người nhận.
    table vacancies from "people/data/vacancies.csv" {
      vacancy_id: text key
      team: text in ("sales", "operations", "support", "technology", "office")
      opened_on: date
      filled_on: date optional
      span from opened_on to filled_on
    }

    table recruiting_costs from "people/data/recruiting-costs.csv" {
      spent_on: date time
      kind: text in ("advertisements", "agencies", "own time")
      amount: ¤
    }

    en: /// Hours missed without a plan: illness, and absence without leave.
    vi: /// Giờ nghỉ ngoài kế hoạch: ốm đau và nghỉ không phép.
    table absences from "people/data/absences.csv" {
      employee_id: text -> employees
      absent_on: date time
      kind: text in ("sick", "unexcused")
      hours: duration hours
    }

    en: /// The hours planned for a team and month; public holidays and approved leave are not among them.
    vi: /// Giờ làm theo kế hoạch của mỗi nhóm trong tháng, không gồm ngày lễ và phép đã duyệt.
    table planned_hours from "people/data/planned-hours.csv" {
      month: date time
      team: text in ("sales", "operations", "support", "technology", "office")
      hours: duration hours
    }

    en: /// One row an answer to "Would you recommend us as an employer?", from 0 to 10; by team, never by person.
    vi: /// Mỗi phiếu trả lời câu "Bạn có sẵn lòng giới thiệu công ty không?", từ 0 đến 10; theo nhóm, không theo người.
    table staff_surveys from "people/data/surveys.csv" {
      answered_on: date time
      team: text in ("sales", "operations", "support", "technology", "office")
      score: integer
    }

    table course_days from "people/data/courses.csv" {
      employee_id: text -> employees
      held_on: date time
      course: text
      hours: duration hours
    }
    """

  static let tests = """
    test "«only who chose to leave counts|chỉ tính người tự xin nghỉ»" {
      given employees {
        employee_id | team     | hired_on   | left_on    | exit_kind
        "a"         | "sales"  | 2024-01-01 |            |
        "b"         | "sales"  | 2024-01-01 | 2026-08-15 | "voluntary"
        "c"         | "office" | 2024-01-01 | 2026-08-15 | "dismissed"
        "d"         | "office" | 2024-01-01 |            |
      }
      expect people_employed for 2026-Q3 = 3
      expect voluntary_turnover for 2026-Q3 = 1 / 3
      expect headcount for 2026-Q3 = 2
    }

    test "«who leaves within twelve weeks of being hired|người nghỉ trong mười hai tuần đầu»" {
      as of 2026-09-30
      given employees {
        employee_id | team    | hired_on   | left_on    | exit_kind
        "a"         | "sales" | 2026-04-01 | 2026-06-24 | "voluntary"
        "b"         | "sales" | 2026-04-01 | 2026-06-25 | "voluntary"
        "c"         | "sales" | 2026-06-01 |            |
        "d"         | "sales" | 2026-07-01 | 2026-07-02 | "voluntary"
      }
      given recruiting_costs {
        spent_on   | kind       | amount
        2026-05-02 | "agencies" | 1200 ¤
      }
      expect early_leavers for 2026-Q3 = 1 / 3
      expect status early_leavers for 2026-Q3 = off track
      expect cost_per_hire for 2026-Q2 = 400 ¤
    }

    test "«a long search moves the median little|một vị trí tìm lâu không kéo lệch trung vị»" {
      given vacancies {
        team    | opened_on  | filled_on
        "sales" | 2026-07-01 | 2026-08-10
        "sales" | 2026-07-01 | 2026-08-12
        "sales" | 2025-09-01 | 2026-09-01
        "sales" | 2026-07-01 |
      }
      expect days_to_fill for 2026-Q3 = 42 days
      expect status days_to_fill for 2026-Q3 = on track
    }

    test "«hours missed and hours taught|giờ vắng mặt và giờ đào tạo»" {
      given employees {
        employee_id | team     | hired_on
        "a"         | "office" | 2024-01-01
        "b"         | "office" | 2024-01-01
      }
      given absences {
        employee_id | absent_on  | kind   | hours
        "a"         | 2026-07-06 | "sick" | 8 hours
        "b"         | 2026-08-03 | "sick" | 2 hours
      }
      given planned_hours {
        month      | team     | hours
        2026-07-01 | "office" | 200 hours
        2026-08-01 | "office" | 200 hours
      }
      given course_days {
        employee_id | held_on    | course   | hours
        "a"         | 2026-09-01 | "safety" | 6 hours
      }
      expect absence_rate for 2026-Q3 = 2.5%
      expect hours_of_training for 2026-Q3 = 3 hours
    }

    test "«too few answers tell who gave them|quá ít phiếu sẽ lộ người trả lời»" {
      given staff_surveys {
        answered_on | team     | score
        2026-09-15  | "sales"  | 10
        2026-09-15  | "sales"  | 9
        2026-09-15  | "sales"  | 9
        2026-09-15  | "sales"  | 8
        2026-09-15  | "sales"  | 3
        2026-09-15  | "office" | 2
      }
      expect employee_nps by staff_surveys.team for 2026-Q3 = { "office": missing, "sales": 40 }
    }
    """
}
