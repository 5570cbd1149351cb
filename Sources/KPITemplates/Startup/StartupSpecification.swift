/// What a startup says about its numbers, a file for each of its five stages.
enum Startup {
  static let house = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner founder "«Founder|Người sáng lập»" {
      label
      email "founder@example.com"
    }

    owner growth_lead "«Head of growth|Phụ trách tăng trưởng»" {
      label
      email "growth@example.com"
    }

    department startup "«Startup|Khởi nghiệp»" {
      label
      lead founder
    }
    """

  static let attraction = """
    en: // Stage 1, attraction: do the right people come?
    vi: // Giai đoạn 1, thu hút: có đúng người tìm đến không?

    en: /// Ask for it by channel. Much that has no mark counts as direct.
    vi: /// Hãy xem theo kênh. Nhiều lượt không rõ nguồn được tính là trực tiếp.
    metric startup_visitors = sum(startup_traffic.visitors)

    en: /// What part of the visitors came without being paid for.
    vi: /// Phần khách truy cập không phải trả tiền.
    metric unpaid_visitor_share = share(startup_traffic.visitors where channel != "paid")

    en: /// Sign-ups of the period over its visitors. Paid visitors lower it, though they may be worth it: ask by channel.
    vi: /// Số đăng ký trong kỳ trên số khách truy cập. Khách mua bằng quảng cáo làm giảm tỷ lệ này dù có thể vẫn đáng: hãy xem
    vi: /// theo kênh.
    kpi signup_rate "«Visitors who sign up|Tỷ lệ khách truy cập đăng ký»" = count(trials) / startup_visitors {
      label
      asks «"How good are we at attracting prospects?"|"Ta thu hút khách tiềm năng tốt đến đâu?"»
      department startup
      owner growth_lead
      every month
      unit percent
      in 0%..100%
      target example at least 1%
      threshold 0.8%
      stretch 1.3%
      leading
      balanced by first_use_rate
      when off track «"Say on the first page in one sentence for whom it is, and test two versions."|"Nói rõ ngay trang đầu, trong một câu, sản phẩm dành cho ai, và thử hai phiên bản."»
      review every quarter
    }

    dimension startup_channel "«Channel|Kênh»" {
      label
      startup_traffic.channel
      trials.channel
    }
    """

  static let engagement = """
    en: // Stage 2, engagement: do they use what it is for?
    vi: // Giai đoạn 2, tương tác: họ có dùng đúng chức năng chính không?

    en: /// Of those who signed up in the period before, the part that used the key function within a week. Those of this period
    en: /// have not had their week yet.
    vi: /// Trong số đăng ký kỳ trước, tỷ lệ dùng chức năng chính trong một tuần. Người đăng ký kỳ này chưa đủ một tuần.
    kpi first_use_rate "«Unlocked the key function|Tỷ lệ kích hoạt chức năng chính»" =
      previous(mature(share(trials where first_use_on - signed_up_on <= 7 days), 7 days), 1 period)
    {
      label
      asks «"How good are we at engaging users?"|"Ta khiến người dùng quan tâm tốt đến đâu?"»
      department startup
      owner growth_lead
      every month
      target example at least 46%
      threshold 38%
      stretch 55%
      leading
      balanced by signup_rate
      when off track «"Sit beside five new users, and remove the step at which they stop."|"Ngồi cạnh năm người dùng mới và bỏ bước khiến họ dừng lại."»
      review every quarter
    }
    """

  static let value = """
    en: // Stage 3, value: is it worth money, and a recommendation?
    vi: // Giai đoạn 3, tạo giá trị: có đáng trả tiền và đáng giới thiệu không?

    en: /// The customers who pay at the end of the period. It does not add up over months.
    vi: /// Số khách hàng trả phí vào cuối kỳ. Không cộng dồn qua các tháng.
    metric paying_customers = closing(count(subscribers))

    en: /// What all customers together pay a month, at the end of the period.
    vi: /// Doanh thu định kỳ hàng tháng tại cuối kỳ.
    metric recurring_revenue = closing(sum(subscribers.monthly_price))

    en: /// Of the trials of the period before, those paid for within four weeks, whichever month that falls in.
    vi: /// Trong số dùng thử kỳ trước, tỷ lệ trả tiền trong bốn tuần, dù rơi vào tháng nào.
    kpi trial_paid_rate "«Trials that are paid for|Tỷ lệ dùng thử chuyển sang trả phí»" =
      previous(mature(share(trials where paid_on - signed_up_on <= 28 days), 28 days), 1 period)
    {
      label
      asks «"How much value do we create for customers?"|"Ta tạo ra bao nhiêu giá trị cho khách hàng?"»
      department startup
      owner founder
      every month
      target example at least 18%
      threshold 14%
      stretch 24%
      lagging
      balanced by subscriber_churn
      when off track «"Ask ten who did not pay what they missed, and build the thing named most often."|"Hỏi mười người không trả tiền họ thiếu gì, và làm điều được nhắc nhiều nhất."»
      review every quarter
    }

    en: /// Those who would recommend us (9 or 10 of 10) less those who would not (6 or less), as parts of all who answered.
    vi: /// Tỷ lệ sẵn sàng giới thiệu (9, 10 điểm) trừ tỷ lệ không hài lòng (từ 6 điểm trở xuống), trên tổng số trả lời.
    kpi recommendation_score "«Net promoter score|Chỉ số sẵn sàng giới thiệu (NPS)»" =
      share(survey_answers where score >= 9) - share(survey_answers where score <= 6)
    {
      label
      asks «"Would they recommend us to a friend?"|"Họ có giới thiệu ta cho bạn bè không?"»
      department startup
      owner founder
      every month
      unit percent
      in -100%..100%
      target example at least 35%
      threshold 20%
      stretch 50%
      leading
      balanced by trial_paid_rate
      sample count(survey_answers) at least 20
      when off track «"Call everybody who gave 6 or less within two days."|"Gọi cho mọi người chấm từ 6 điểm trở xuống trong hai ngày."»
      review every quarter
    }
    """

  static let retention = """
    en: // Stage 4, retention: do they stay? Compare it: `kpi eval subscriber_churn --by month,subscribers.region`, and by
    en: // `subscribers.field`, `subscribers.type` and `subscribers.size`. One of them hides where it hurts.
    vi: // Giai đoạn 4, giữ chân: họ có ở lại không? Hãy so sánh: `kpi eval subscriber_churn --by month,subscribers.region`, rồi
    vi: // theo `subscribers.field`, `subscribers.type` và `subscribers.size`. Một trong số đó cho thấy vấn đề nằm ở đâu.

    metric customers_lost = count(subscribers on cancelled_on)

    en: /// Customers who left in the period, over those there at its start. Small and large ones leave at different rates, so
    en: /// each size has a target of its own.
    vi: /// Số khách rời đi trong kỳ trên số khách đầu kỳ. Khách nhỏ và khách lớn rời đi với tỷ lệ khác nhau, nên mỗi quy mô có
    vi: /// mục tiêu riêng.
    kpi subscriber_churn "«Customers who leave (churn)|Tỷ lệ khách hàng rời bỏ»" = customers_lost / opening(count(subscribers)) {
      label
      asks «"How good are we at keeping customers?"|"Ta giữ chân khách hàng tốt đến đâu?"»
      department startup
      owner founder
      every month
      unit percent
      target example at most 3%
      target example by subscribers.size {
        "small" at most 4.5%
        "medium" at most 2.5%
        "large" at most 1%
      }
      threshold 4.5%
      stretch 2%
      lagging
      balanced by trial_paid_rate
      sample opening(count(subscribers)) at least 20
      when off track «"Call each customer who left last week, and group their reasons by size and field."|"Gọi từng khách đã rời đi tuần trước và nhóm lý do theo quy mô, lĩnh vực."»
      review every quarter
    }
    """

  static let stability = """
    en: // Stage 5, financial stability: how long can we go on, and does a customer pay?
    vi: // Giai đoạn 5, ổn định tài chính: trụ được bao lâu, và một khách hàng có sinh lời không?

    metric money_in = sum(startup_money.amount where direction = "in")

    metric money_out = sum(startup_money.amount where direction = "out")

    metric acquisition_cost = sum(startup_money.amount where kind = "marketing") / count(subscribers on started_on)

    en: /// What is left of the subscriptions after the servers.
    vi: /// Phần còn lại của doanh thu thuê bao sau chi phí máy chủ.
    metric service_margin = (money_in - sum(startup_money.amount where kind = "servers")) / money_in { unit percent }

    en: /// What was paid out less what came in. A new investment is no income, and stands in no row here.
    vi: /// Tiền chi trừ tiền thu. Vốn đầu tư mới không phải thu nhập và không có trong các dòng này.
    kpi monthly_burn "«Net burn|Tốc độ đốt tiền ròng (burn rate)»" = money_out - money_in {
      label
      asks «"How fast do we use up our money?"|"Ta tiêu hết tiền nhanh đến đâu?"»
      department startup
      owner founder
      every month
      target example at most 24k ¤
      threshold 30k ¤
      stretch 15k ¤
      lagging
      balanced by cash_runway
      when off track «"Stop the expense that is furthest from a customer."|"Cắt khoản chi xa khách hàng nhất."»
      review every quarter
    }

    en: /// The months that the money lasts at the mean burn of the last three. Where nothing burns there is no end, and no number.
    vi: /// Số tháng còn trụ được với mức đốt tiền bình quân ba tháng gần nhất. Không đốt tiền thì không có giới hạn, và không có
    vi: /// con số.
    kpi cash_runway "«Runway in months|Thời gian sống sót, tính bằng tháng (runway)»" =
      case {
        when trailing(monthly_burn, 3 months) > 0 ¤ then closing(sum(startup_cash.balance)) / (trailing(monthly_burn, 3 months) / 3)
      }
    {
      label
      asks «"When do we have to have found new money?"|"Khi nào phải tìm được nguồn vốn mới?"»
      department startup
      owner founder
      every month
      target example at least 12
      threshold 9
      stretch 18
      leading
      when off track «"Begin to talk to investors now: it takes half a year."|"Bắt đầu nói chuyện với nhà đầu tư ngay: việc này mất nửa năm."»
      review every quarter
    }
    """

  static let strategy = """
    objective startup_lasts "«The company lives until it earns|Công ty trụ được đến khi có lãi»" {
      label
      perspective financial
      department startup
      measured by monthly_burn, cash_runway
    }

    objective customers_stay "«Customers stay and recommend us|Khách hàng ở lại và giới thiệu ta»" {
      label
      perspective customer
      department startup
      measured by subscriber_churn, recommendation_score, trial_paid_rate
      drives startup_lasts because «"whoever stays pays every month and costs nothing to win"|"khách ở lại trả tiền mỗi tháng mà không tốn chi phí tìm mới"»
    }

    objective first_use_is_easy "«The first use is easy|Lần dùng đầu tiên thật dễ»" {
      label
      perspective process
      department startup
      measured by first_use_rate
      drives customers_stay because «"who sees the value in the first week stays"|"ai thấy giá trị trong tuần đầu sẽ ở lại"»
    }

    objective know_whom_we_serve "«We know whom we serve|Hiểu ta phục vụ ai»" {
      label
      perspective learning
      department startup
      measured by signup_rate
      drives first_use_is_easy because «"a page for the right people brings people who stay"|"trang nói đúng với đúng người sẽ mang về người ở lại"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative price_for_small "«A price that small customers stay for|Mức giá giữ được khách nhỏ»" {
      label
      improves subscriber_churn, cash_runway
      owner founder
      department startup
    }

    scorecard startup_scorecard "«Startup scorecard|Bảng điểm Khởi nghiệp»" {
      label
      department startup
      owner founder
      reader «"the founders and investors"|"người sáng lập và nhà đầu tư"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes signup_rate weight 1
      includes first_use_rate weight 2
      includes trial_paid_rate weight 2
      includes recommendation_score weight 1
      includes subscriber_churn weight 3
      includes monthly_burn weight 2
      includes cash_runway weight 3
    }
    """

  static let tables = """
    en: /// Visitors of the site by week and channel.
    vi: /// Số khách truy cập theo tuần và kênh.
    table startup_traffic from "startup/data/traffic.csv" {
      week: date time
      channel: text in ("organic", "direct", "paid", "social")
      visitors: integer
      key week, channel
    }

    en: /// Everybody who signed up for a trial.
    vi: /// Mọi người đăng ký dùng thử.
    table trials from "startup/data/trials.csv" {
      trial_id: text key
      channel: text in ("organic", "direct", "paid", "social")
      signed_up_on: date time
    en: /// The first use of what the product is for.
    vi: /// Lần đầu dùng chức năng mà sản phẩm sinh ra để làm.
      first_use_on: date optional
      paid_on: date optional
    }

    en: /// Paying customers, from the first payment until they cancel.
    vi: /// Khách hàng trả phí, từ lần trả đầu tiên đến khi hủy.
    table subscribers from "startup/data/subscribers.csv" {
      subscriber_id: text key
      region: text in ("north", "centre", "south")
      field: text in ("retail", "services", "manufacturing", "education")
      type: text in ("company", "household business")
      size: text in ("small", "medium", "large")
      started_on: date
      cancelled_on: date optional
      monthly_price: ¤
      span from started_on to cancelled_on
    }

    en: /// "Would you recommend us?", from 0 to 10.
    vi: /// "Bạn có giới thiệu chúng tôi không?", từ 0 đến 10.
    table survey_answers from "startup/data/answers.csv" {
      answered_on: date time
      score: integer
    }

    en: /// Money that came in and went out in a month, without a sign.
    vi: /// Tiền thu và chi trong tháng, không mang dấu.
    table startup_money from "startup/data/money.csv" {
      month: date time
      direction: text in ("in", "out")
      kind: text in ("subscriptions", "people", "marketing", "servers", "office")
      amount: ¤
    }

    en: /// What is in the bank at the end of a month.
    vi: /// Số dư ngân hàng cuối tháng.
    table startup_cash from "startup/data/cash.csv" {
      taken_on: date snapshot key
      balance: ¤
    }
    """

  static let tests = """
    test "«sign-ups over visitors|số đăng ký trên số khách truy cập»" {
      given startup_traffic {
        week       | channel   | visitors
        2026-03-02 | "organic" | 600
        2026-03-09 | "paid"    | 400
      }
      given trials {
        signed_up_on | channel
        2026-03-03   | "organic"
        2026-03-04   | "organic"
        2026-03-10   | "paid"
      }
      expect signup_rate for 2026-03 = 0.3%
      expect unpaid_visitor_share for 2026-03 = 60%
      expect signup_rate by startup_channel for 2026-03 = { "organic": 1 / 300, "paid": 0.25% }
    }

    test "«a week to use it, four to pay|một tuần để dùng, bốn tuần để trả tiền»" {
      as of 2026-04-30
      given trials {
        signed_up_on | first_use_on | paid_on
        2026-03-02   | 2026-03-09   | 2026-03-30
        2026-03-02   | 2026-03-10   | 2026-03-31
        2026-03-31   | 2026-03-31   |
        2026-04-02   | 2026-04-02   | 2026-04-03
      }
      expect first_use_rate for 2026-04 = 2 / 3
      expect trial_paid_rate for 2026-04 = 1 / 3
    }

    test "«churn by size hides nothing|tỷ lệ rời bỏ theo quy mô»" {
      given subscribers {
        size    | started_on | cancelled_on | monthly_price
        "small" | 2026-01-05 | 2026-03-10   |  50 ¤
        "small" | 2026-01-05 |              |  50 ¤
        "large" | 2026-02-01 |              | 400 ¤
        "large" | 2026-02-28 |              | 400 ¤
        "small" | 2026-03-02 | 2026-03-20   |  50 ¤
      }
      expect subscriber_churn for 2026-03 = 50%
      expect subscriber_churn by subscribers.size for 2026-03 = { "large": 0%, "small": 100% }
      expect paying_customers for 2026-03 = 3
      expect recurring_revenue for 2026-03 = 850 ¤
    }

    test "«promoters less detractors|người giới thiệu trừ người không hài lòng»" {
      given survey_answers {
        answered_on | score
        2026-03-02  | 10
        2026-03-03  |  9
        2026-03-04  |  8
        2026-03-05  |  3
      }
      expect recommendation_score for 2026-03 = 25%
      expect status recommendation_score for 2026-03 = small sample
    }

    test "«burn and runway|đốt tiền và thời gian sống sót»" {
      given startup_money {
        month      | direction | kind            | amount
        2026-01-31 | "out"     | "people"        | 100 ¤
        2026-02-28 | "out"     | "people"        | 110 ¤
        2026-03-31 | "out"     | "people"        |  90 ¤
        2026-03-31 | "out"     | "servers"       |  40 ¤
        2026-03-31 | "in"      | "subscriptions" |  40 ¤
      }
      given startup_cash {
        taken_on   | balance
        2026-03-31 | 1300 ¤
      }
      expect monthly_burn for 2026-03 = 90 ¤
      expect cash_runway for 2026-03 = 13
      expect status cash_runway for 2026-03 = on track
      expect service_margin for 2026-03 = 0%
    }
    """
}
