/// What marketing says about its numbers.
enum Marketing {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_marketing "«Head of marketing|Trưởng phòng Marketing»" {
      label
      email "marketing@example.com"
    }

    department marketing "«Marketing|Marketing»" {
      label
      lead head_of_marketing
    }

    en: /// Where a cost, a lead and a visit came from is one question.
    vi: /// Chi phí, khách tiềm năng và lượt truy cập đến từ kênh nào là cùng một câu hỏi.
    dimension marketing_channel "«Channel|Kênh»" {
      label
      marketing_costs.channel
      leads.channel
      ad_days.channel
      site_visits.channel
    }

    en: /// What marketing cost in the month in which it was spent, not in which the invoice was booked.
    vi: /// Chi phí tính theo tháng chi, không theo tháng hạch toán hóa đơn.
    metric marketing_spend = sum(marketing_costs.amount)

    metric marketing_budget = sum(marketing_budgets.amount)

    metric advertising_spend = sum(ad_days.spend)

    en: /// Leads who became customers, by the day of their first order.
    vi: /// Khách tiềm năng đã thành khách hàng, theo ngày mua đầu tiên.
    metric customers_won = count(leads on customer_on)

    en: /// Visits of which none was paid for, such as those that came from a search or a recommendation.
    vi: /// Lượt truy cập không phải trả tiền, ví dụ từ tìm kiếm tự nhiên hoặc được giới thiệu.
    metric unpaid_visits = sum(site_visits.visits where channel not in ("search_ads", "social_ads"))

    en: /// People who left their telephone number and had not done so in the year before: who asks twice is one lead.
    vi: /// Người để lại số điện thoại mà chưa từng để lại trong một năm trước đó: hỏi hai lần vẫn là một khách.
    kpi new_leads "«New leads|Khách hàng tiềm năng mới»" =
      count(leads where not preceded_by(leads, by: phone, within: 12 months))
    {
      label
      asks «"Do enough new people ask for our offer?"|"Có đủ người mới quan tâm đến sản phẩm không?"»
      department marketing
      owner head_of_marketing
      every month
      target example {
        from 2025-05 at least 62
        from 2026-01 at least 74
      }
      threshold 55
      stretch 84
      leading
      balanced by lead_quality
      when off track «"Look at the channel that fell most, and move a tenth of the budget to the best one."|"Xem kênh giảm mạnh nhất và chuyển một phần mười ngân sách sang kênh tốt nhất."»
      review every quarter
    }

    en: /// Of the leads of the period before, those whom sales accepted within four weeks. It looks one period back, since the
    en: /// latest leads have not had their four weeks yet.
    vi: /// Trong số khách tiềm năng của kỳ trước, tỷ lệ được bán hàng chấp nhận trong bốn tuần. Chỉ số nhìn lại một kỳ, vì khách
    vi: /// mới nhất chưa đủ bốn tuần.
    kpi lead_quality "«Leads accepted by sales|Tỷ lệ khách tiềm năng đạt chuẩn»" =
      previous(mature(share(leads where qualified_on - created_on <= 28 days), 28 days), 1 period)
    {
      label
      asks «"Are the leads worth the time of sales?"|"Khách tiềm năng có đáng để bán hàng bỏ thời gian không?"»
      department marketing
      owner head_of_marketing
      every month
      unit percent
      in 0%..100%
      target example at least 40%
      threshold 34%
      stretch 46%
      leading
      balanced by new_leads
      when off track «"Agree with sales on what a good lead is, and stop the campaign that brings the fewest."|"Thống nhất với bán hàng thế nào là khách đạt chuẩn, dừng chiến dịch mang về ít nhất."»
      review every quarter
    }

    en: /// All marketing cost over new leads. Cheap leads whom nobody calls look well here, so read it beside their quality.
    vi: /// Toàn bộ chi phí marketing chia cho số khách tiềm năng mới. Khách rẻ mà không ai gọi vẫn làm đẹp chỉ số này, nên
    vi: /// hãy đọc cùng chất lượng khách.
    kpi cost_per_lead "«Cost per lead|Chi phí mỗi khách tiềm năng (CPL)»" = marketing_spend / new_leads {
      label
      asks «"What does a new lead cost us?"|"Mỗi khách tiềm năng mới tốn bao nhiêu?"»
      department marketing
      owner head_of_marketing
      every month
      target example at most 60 ¤
      threshold 72 ¤
      stretch 52 ¤
      leading
      balanced by lead_quality
      when off track «"Pause the advertisement with the highest cost per lead for two weeks."|"Tạm dừng hai tuần mẫu quảng cáo có chi phí mỗi khách cao nhất."»
      review every quarter
    }

    en: /// All marketing cost over the customers won in the period, and not only the cost of advertising.
    vi: /// Toàn bộ chi phí marketing, không chỉ quảng cáo, chia cho số khách hàng có được trong kỳ.
    kpi customer_cost "«Cost of winning a customer|Chi phí có một khách hàng mới (CAC)»" = marketing_spend / customers_won {
      label
      asks «"Does a customer bring more than winning one costs?"|"Một khách hàng mang lại nhiều hơn chi phí để có họ không?"»
      department marketing
      owner head_of_marketing
      every month
      target example at most 240 ¤
      threshold 300 ¤
      stretch 200 ¤
      lagging
      balanced by new_leads
      when off track «"Follow ten lost leads back with sales, and mend the step where most of them stopped."|"Cùng bán hàng xem lại mười khách đã mất và sửa bước khiến nhiều khách dừng lại nhất."»
      review every quarter
    }

    en: /// What the platforms say their advertisements sold, over what was paid for these. Two platforms may claim one order, and
    en: /// revenue is no profit: it breaks even at one over the gross margin, not at 1.
    vi: /// Doanh thu mà các nền tảng ghi nhận từ quảng cáo, chia cho tiền quảng cáo. Hai nền tảng có thể cùng nhận một đơn, và
    vi: /// doanh thu không phải lợi nhuận: điểm hòa vốn là 1 chia biên lợi nhuận gộp, không phải 1.
    kpi ad_return "«Return on ad spend|Doanh thu trên chi phí quảng cáo (ROAS)»" = sum(ad_days.revenue) / advertising_spend {
      label
      asks «"Does advertising earn more than it costs?"|"Quảng cáo có mang về nhiều hơn chi phí không?"»
      department marketing
      owner head_of_marketing
      every month
      target example at least 4
      threshold 3.3
      stretch 5
      lagging
      balanced by new_leads
      when off track «"Take the budget from the platform below 3 until its advertisements are new."|"Cắt ngân sách nền tảng có tỷ số dưới 3 cho đến khi thay mẫu quảng cáo mới."»
      review every quarter
    }

    en: /// Spend over the budget of the same months. Too little is a missed chance, as too much is a hole in the plan.
    vi: /// Chi phí so với ngân sách cùng kỳ. Chi quá ít là bỏ lỡ cơ hội, chi quá nhiều là vỡ kế hoạch.
    kpi budget_use "«Budget used|Tỷ lệ sử dụng ngân sách»" = marketing_spend / marketing_budget {
      label
      asks «"Do we spend what we planned to?"|"Có chi đúng kế hoạch không?"»
      department marketing
      owner head_of_marketing
      every month
      unit percent
      target example between 95% and 105%
      threshold between 88% and 112%
      leading
      when off track «"Look for the one item that moved it, and tell finance before the month ends."|"Tìm khoản chi gây chênh lệch và báo tài chính trước khi hết tháng."»
      review every quarter
    }

    en: /// Growth of the visits that were not paid for, against the same time a year before, so that the season is not in it.
    vi: /// Tăng trưởng lượt truy cập không trả tiền so với cùng kỳ năm trước, nên không bị ảnh hưởng bởi mùa vụ.
    kpi unpaid_growth "«Growth of unpaid visits|Tăng trưởng truy cập tự nhiên»" = growth(unpaid_visits, 1 year) {
      label
      asks «"Do people find us without being paid for?"|"Khách có tự tìm đến mà không cần quảng cáo không?"»
      department marketing
      owner head_of_marketing
      every month
      unit percent
      target example at least 15%
      threshold 8%
      stretch 25%
      leading
      when off track «"Renew the ten pages that lost the most visitors."|"Làm mới mười trang mất nhiều người xem nhất."»
      review every quarter
    }
    """

  static let strategy = """
    objective marketing_pays "«Marketing pays for itself|Marketing tự nuôi được mình»" {
      label
      perspective financial
      department marketing
      measured by customer_cost, ad_return
    }

    objective demand_grows "«More of the right people ask for us|Ngày càng nhiều đúng khách tìm đến»" {
      label
      perspective customer
      department marketing
      measured by new_leads, lead_quality
      drives marketing_pays because «"leads that sales accepts become customers at the same cost"|"khách đạt chuẩn sẽ thành khách hàng với cùng chi phí"»
    }

    objective money_well_placed "«Money goes where it works|Tiền được đặt đúng chỗ»" {
      label
      perspective process
      department marketing
      measured by cost_per_lead, budget_use
      drives demand_grows because «"money moved to the better channel brings more leads"|"chuyển tiền sang kênh tốt hơn mang về nhiều khách hơn"»
    }

    objective found_unasked "«We learn what people look for|Hiểu điều khách tìm kiếm»" {
      label
      perspective learning
      department marketing
      measured by unpaid_growth
      drives demand_grows because «"who finds an answer on our pages leaves a number"|"ai tìm được câu trả lời trên trang sẽ để lại số điện thoại"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative answer_pages "«A page for each question that sales hears|Mỗi câu hỏi bán hàng hay gặp có một trang trả lời»" {
      label
      improves unpaid_growth, new_leads
      owner head_of_marketing
      department marketing
    }

    scorecard marketing_scorecard "«Marketing scorecard|Bảng điểm Marketing»" {
      label
      department marketing
      owner head_of_marketing
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes new_leads weight 2
      includes lead_quality weight 2
      includes cost_per_lead weight 1
      includes customer_cost weight 2
      includes ad_return weight 1
      includes budget_use weight 1
      includes unpaid_growth weight 1
    }
    """

  static let tables = """
    en: /// A row each time that somebody left a telephone number; the same person may do so more than once.
    vi: /// Mỗi lần có người để lại số điện thoại là một dòng; một người có thể để lại nhiều lần.
    table leads from "marketing/data/leads.csv" {
      lead_id: text key
      created_on: date time
      channel: text in ("search_ads", "social_ads", "search", "referral", "email")
    en: /// A code for the number, so that nobody's number stands here.
    vi: /// Mã của số điện thoại, để không lưu số của ai ở đây.
      phone: text
      qualified_on: date optional
      customer_on: date optional
    }

    en: /// What each advertising platform reports for a day.
    vi: /// Báo cáo theo ngày của từng nền tảng quảng cáo.
    table ad_days from "marketing/data/ad-days.csv" {
      ran_on: date time
      channel: text in ("search_ads", "social_ads")
      impressions: integer
      clicks: integer
      spend: ¤
      revenue: ¤
    }

    en: /// Every expense of marketing, advertising among them, with the day on which it was spent.
    vi: /// Mọi khoản chi marketing, gồm cả quảng cáo, theo ngày chi.
    table marketing_costs from "marketing/data/costs.csv" {
      spent_on: date time
      channel: text optional
      category: text in ("advertising", "content", "events", "tools")
      amount: ¤
    }

    en: /// The plan, which lies ahead by nature.
    vi: /// Kế hoạch, vốn luôn nằm ở phía trước.
    table marketing_budgets from "marketing/data/budgets.csv" {
      month: date time
      amount: ¤
      known ahead
    }

    en: /// Visits of the web site by month and origin, from its analytics.
    vi: /// Lượt truy cập trang web theo tháng và nguồn, lấy từ công cụ phân tích.
    table site_visits from "marketing/data/visits.csv" {
      month: date time
      channel: text in ("search_ads", "social_ads", "search", "referral", "email")
      visits: integer
    }
    """

  static let tests = """
    test "«who asks twice within a year is one lead|hỏi hai lần trong một năm là một khách»" {
      given leads {
        created_on | phone
        2026-01-05 | "a"
        2026-03-09 | "a"
        2026-03-10 | "b"
      }
      given marketing_costs {
        spent_on | amount
        2026-03-01 | 40 ¤
        2026-03-20 | 20 ¤
      }
      expect new_leads by month = { 2026-01: 1, 2026-02: 0, 2026-03: 1 }
      expect cost_per_lead for 2026-03 = 60 ¤
      expect status cost_per_lead for 2026-03 = on track
    }

    test "«a lead is accepted within four weeks, or late|khách đạt chuẩn trong bốn tuần, hoặc quá muộn»" {
      as of 2026-05-31
      given leads {
        created_on | qualified_on
        2026-03-02 | 2026-03-30
        2026-03-02 | 2026-03-31
        2026-04-20 | 2026-04-21
        2026-05-20 | 2026-05-21
      }
      expect lead_quality for 2026-04 = 50%
      expect lead_quality for 2026-05 = 100%
    }

    test "«all marketing cost goes into a customer's price|chi phí một khách hàng gồm mọi chi phí marketing»" {
      given leads {
        created_on | customer_on
        2026-08-20 | 2026-09-02
        2026-09-10 | 2026-09-28
        2026-09-15 |
      }
      given marketing_costs {
        spent_on   | category      | amount
        2026-09-03 | "advertising" | 200 ¤
        2026-09-10 | "tools"       | 100 ¤
      }
      given marketing_budgets {
        month      | amount
        2026-09-01 | 320 ¤
      }
      expect customer_cost for 2026-09 = 150 ¤
      expect budget_use for 2026-09 = 93.75%
      expect status budget_use for 2026-09 = at risk
    }

    test "«returns are sums over sums, and paid visits are not unpaid ones|tỷ số là tổng chia tổng, và truy cập trả tiền không phải truy cập tự nhiên»" {
      given ad_days {
        ran_on     | channel      | spend | revenue
        2026-09-01 | "search_ads" | 100 ¤ | 600 ¤
        2026-09-02 | "social_ads" | 300 ¤ | 600 ¤
      }
      given site_visits {
        month      | channel      | visits
        2025-09-01 | "search"     |   1000
        2026-09-01 | "search"     |    900
        2026-09-01 | "referral"   |    300
        2026-09-01 | "social_ads" |   5000
      }
      expect ad_return for 2026-09 = 3
      expect ad_return by marketing_channel for 2026-09 = { "search_ads": 6, "social_ads": 2 }
      expect unpaid_growth for 2026-09 = 20%
    }
    """
}
