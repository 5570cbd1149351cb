/// What product and IT say about their numbers.
enum Product {
  static let specification = """
    en: // Who answers, and for what. The addresses and each `target example` are examples: put yours in their place.
    vi: // Ai chịu trách nhiệm, về việc gì. Địa chỉ và mỗi `target example` ở đây là ví dụ: hãy thay bằng của bạn.

    owner head_of_product "«Head of product and IT|Trưởng phòng Sản phẩm – CNTT»" {
      label
      email "product@example.com"
    }

    department product "«Product and IT|Sản phẩm – CNTT»" {
      label
      lead head_of_product
    }

    en: /// The part of all time in which the service answered.
    vi: /// Phần thời gian mà dịch vụ hoạt động.
    metric service_uptime = 1 - sum(service_days.down_minutes) / sum(service_days.minutes) { unit percent }

    metric urgent_incidents = count(service_incidents where priority = "high")

    en: /// Of the accounts opened in the period before, those that made their first report, which is what the product is for,
    en: /// within two weeks. Those of this period have not had their two weeks yet.
    vi: /// Trong số tài khoản mở kỳ trước, tỷ lệ tạo báo cáo đầu tiên (việc mà sản phẩm sinh ra để làm) trong hai tuần. Tài
    vi: /// khoản của kỳ này chưa đủ hai tuần.
    kpi product_adoption "«New accounts that use the product|Tỷ lệ tài khoản mới thực sự sử dụng»" =
      previous(mature(share(product_accounts where first_report_on - opened_on <= 14 days), 14 days), 1 period)
    {
      label
      asks «"Do people get to what they came for?"|"Người dùng có đạt được điều họ tìm đến không?"»
      department product
      owner head_of_product
      every month
      target example at least 42%
      threshold 36%
      stretch 50%
      leading
      balanced by releases_a_week
      sample previous(count(product_accounts), 1 period) at least 20
      when off track «"Watch five new users make their first report, and take one step out of it."|"Quan sát năm người dùng mới tạo báo cáo đầu tiên và bỏ bớt một bước."»
      review every quarter
    }

    en: /// Of the accounts opened in the period, those on a plan that is paid for. A price cut raises it without more money.
    vi: /// Trong số tài khoản mở trong kỳ, tỷ lệ chọn gói trả phí. Giảm giá cũng làm tăng chỉ số này mà không thêm tiền.
    kpi paid_plans "«New accounts on a paid plan|Tỷ lệ tài khoản mới trả phí»" = share(product_accounts where plan != "free") {
      label
      asks «"Is what we build worth paying for?"|"Sản phẩm có đáng để trả tiền không?"»
      department product
      owner head_of_product
      every month
      target example at least 40%
      threshold 34%
      stretch 48%
      lagging
      balanced by product_adoption
      sample count(product_accounts) at least 20
      when off track «"Ask ten accounts that stayed free what they would pay for."|"Hỏi mười tài khoản miễn phí xem họ sẵn sàng trả tiền cho điều gì."»
      review every quarter
    }

    en: /// The time in which the service was down, over all time. An hour at night counts as one at noon.
    vi: /// Thời gian dịch vụ ngừng hoạt động trên tổng thời gian. Một giờ ban đêm tính như một giờ ban ngày.
    kpi service_downtime "«Time the service is down|Tỷ lệ thời gian ngừng dịch vụ»" = 1 - service_uptime {
      label
      asks «"Can customers rely on us being there?"|"Khách hàng có thể tin dịch vụ luôn hoạt động không?"»
      department product
      owner head_of_product
      every month
      unit percent
      in 0%..100%
      target example at most 0.2%
      threshold 0.4%
      stretch 0.1%
      lagging
      balanced by releases_a_week
      when off track «"Nothing new is released until the cause of the longest outage is removed."|"Không phát hành gì mới cho đến khi loại bỏ nguyên nhân của lần ngừng lâu nhất."»
      review every quarter
    }

    en: /// Releases for each week of the period. Small and frequent ones carry less risk each.
    vi: /// Số lần phát hành mỗi tuần. Phát hành nhỏ và thường xuyên thì mỗi lần rủi ro ít hơn.
    kpi releases_a_week "«Releases a week|Số lần phát hành mỗi tuần»" = count(releases) / (days() / 7 days) {
      label
      asks «"Do we bring improvements to users steadily?"|"Có đều đặn đưa cải tiến đến người dùng không?"»
      department product
      owner head_of_product
      every month
      target example at least 4
      threshold 3
      stretch 6
      leading
      balanced by failed_releases
      when off track «"Cut what waits into pieces that can be released alone."|"Chia nhỏ việc đang chờ thành các phần phát hành độc lập."»
      review every quarter
    }

    en: /// Releases that had to be taken back or mended at once, over all releases.
    vi: /// Số lần phát hành phải thu hồi hoặc sửa ngay trên tổng số lần phát hành.
    kpi failed_releases "«Releases that fail|Tỷ lệ phát hành lỗi»" = share(releases where failed) {
      label
      asks «"Do we break what works?"|"Có làm hỏng những gì đang chạy không?"»
      department product
      owner head_of_product
      every month
      unit percent
      in 0%..100%
      target example at most 12%
      threshold 18%
      stretch 6%
      lagging
      balanced by releases_a_week
      sample count(releases) at least 8
      when off track «"Write a test for each failure of the month before the next release."|"Viết kiểm thử cho từng lỗi trong tháng trước lần phát hành kế tiếp."»
      review every quarter
    }

    en: /// From the first change to its release, of the usual release.
    vi: /// Từ thay đổi đầu tiên đến khi phát hành, của một lần phát hành thông thường.
    metric time_to_users = median(releases.released_at - started_at) { unit days }

    en: /// From report to repair of the usual urgent incident. One that is still open is not in it.
    vi: /// Từ lúc báo đến khi khắc phục của một sự cố khẩn thông thường. Sự cố còn mở chưa được tính.
    kpi time_to_restore "«Time to restore the service|Thời gian khôi phục dịch vụ»" =
      median(service_incidents.resolved_at - opened_at where priority = "high")
    {
      label
      asks «"How fast are we back?"|"Khôi phục nhanh đến đâu?"»
      department product
      owner head_of_product
      every month
      unit hours
      target example at most 3 hours
      threshold 4 hours
      stretch 1.5 hours
      lagging
      balanced by failed_releases
      when off track «"Practise taking a release back, until it takes ten minutes."|"Diễn tập thu hồi bản phát hành cho đến khi chỉ mất mười phút."»
      review every quarter
    }

    en: /// Of the requests due in the period, those done by then. What is still open is late.
    vi: /// Trong số yêu cầu đến hạn trong kỳ, tỷ lệ xử lý đúng hạn. Yêu cầu còn mở được tính là trễ.
    kpi requests_in_time "«IT requests done in time|Tỷ lệ yêu cầu CNTT xử lý đúng hạn»" = share(it_requests where done_at <= due_at) {
      label
      asks «"Can colleagues work, or do they wait for us?"|"Đồng nghiệp làm việc được hay phải chờ ta?"»
      department product
      owner head_of_product
      every month
      target example at least 90%
      threshold 85%
      stretch 95%
      leading
      sample count(it_requests) at least 20
      when off track «"Let people help themselves with the one request that comes most often."|"Để mọi người tự xử lý loại yêu cầu gặp nhiều nhất."»
      review every quarter
    }
    """

  static let strategy = """
    objective product_earns "«What we build is paid for|Điều ta làm ra được trả tiền»" {
      label
      perspective financial
      department product
      measured by paid_plans
    }

    objective product_is_used "«People use what they signed up for|Người đăng ký thực sự dùng sản phẩm»" {
      label
      perspective customer
      department product
      measured by product_adoption
      drives product_earns because «"nobody pays for long for what they do not use"|"không ai trả tiền lâu cho thứ mình không dùng"»
    }

    objective service_is_there "«The service is there when it is needed|Dịch vụ luôn có khi cần»" {
      label
      perspective customer
      department product
      measured by service_downtime, time_to_restore
      drives product_is_used because «"who meets an error in the first week does not come back"|"ai gặp lỗi trong tuần đầu sẽ không quay lại"»
    }

    objective small_steps "«We release in small, safe steps|Phát hành từng bước nhỏ và an toàn»" {
      label
      perspective process
      department product
      measured by releases_a_week, failed_releases
      drives service_is_there because «"a small change is found and taken back quickly"|"thay đổi nhỏ thì dễ tìm lỗi và thu hồi nhanh"»
    }

    objective colleagues_can_work "«Our colleagues have the tools they need|Đồng nghiệp có đủ công cụ làm việc»" {
      label
      perspective learning
      department product
      measured by requests_in_time
      drives small_steps because «"who waits for access builds nothing"|"chờ cấp quyền thì không làm được gì"»
    }

    en: // Write the day by which it is to be done: `due 2027-03-31`.
    vi: // Hãy ghi ngày phải hoàn thành: `due 2027-03-31`.
    initiative first_report_guide "«A guide to the first report inside the product|Hướng dẫn tạo báo cáo đầu tiên ngay trong sản phẩm»" {
      label
      improves product_adoption
      owner head_of_product
      department product
    }

    initiative release_rehearsal "«Each release can be taken back with one command|Mỗi bản phát hành thu hồi được bằng một lệnh»" {
      label
      improves time_to_restore, service_downtime
      owner head_of_product
      department product
    }

    scorecard product_scorecard "«Product and IT scorecard|Bảng điểm Sản phẩm – CNTT»" {
      label
      department product
      owner head_of_product
      reader «"the management"|"ban giám đốc"»
      score attainment
      roll up weighted mean
      cap 120%
      missing counts as 0
      includes paid_plans weight 2
      includes product_adoption weight 3
      includes service_downtime weight 2
      includes releases_a_week weight 1
      includes failed_releases weight 1
      includes time_to_restore weight 1
      includes requests_in_time weight 1
    }
    """

  static let tables = """
    en: /// Accounts of the product, with the day of the first report: what the product is for.
    vi: /// Tài khoản của sản phẩm, kèm ngày tạo báo cáo đầu tiên: việc mà sản phẩm sinh ra để làm.
    table product_accounts from "product/data/accounts.csv" {
      account_id: text key
      opened_on: date time
      plan: text in ("free", "team", "firm")
      first_report_on: date optional
    }

    en: /// A row a day and service, with the minutes in which it did not answer.
    vi: /// Mỗi ngày mỗi dịch vụ một dòng, kèm số phút ngừng hoạt động.
    table service_days from "product/data/service-days.csv" {
      day: date time
      service: text in ("app", "api")
      minutes: number
      down_minutes: number
      key day, service
    }

    en: /// Releases; `failed` ones were taken back or mended within a day.
    vi: /// Các lần phát hành; `failed` là phải thu hồi hoặc sửa trong vòng một ngày.
    table releases from "product/data/releases.csv" {
      release_id: text key
      service: text in ("app", "api")
      started_at: timestamp
      released_at: timestamp time
      failed: boolean
    }

    en: /// Disturbances of the service; the urgent ones are of priority `high`.
    vi: /// Sự cố dịch vụ; sự cố khẩn có mức ưu tiên `high`.
    table service_incidents from "product/data/incidents.csv" {
      incident_id: text key
      priority: text in ("high", "normal")
      opened_at: timestamp time
      resolved_at: timestamp optional
    }

    en: /// What colleagues ask of IT, dated by when it is due.
    vi: /// Yêu cầu của đồng nghiệp với CNTT, tính theo thời điểm đến hạn.
    table it_requests from "product/data/requests.csv" {
      request_id: text key
      kind: text in ("access", "computer", "software")
      asked_at: timestamp
      due_at: timestamp time
      done_at: timestamp optional
    }
    """

  static let tests = """
    test "«a free plan is not paid for|gói miễn phí không phải trả phí»" {
      given product_accounts {
        opened_on  | plan
        2026-03-02 | "free"
        2026-03-02 | "team"
        2026-03-30 | "firm"
        2026-03-31 | "free"
      }
      expect paid_plans for 2026-03 = 50%
    }

    test "«two weeks are two weeks|hai tuần là hai tuần»" {
      as of 2026-04-30
      given product_accounts {
        opened_on  | first_report_on
        2026-03-02 | 2026-03-16
        2026-03-02 | 2026-03-17
        2026-03-30 | 2026-03-30
        2026-03-31 |
        2026-04-02 | 2026-04-02
      }
      expect product_adoption for 2026-04 = 50%
      expect status product_adoption for 2026-04 = small sample
    }

    test "«down is down, whichever service it is|dịch vụ nào ngừng cũng là ngừng»" {
      given service_days {
        day        | service | minutes | down_minutes
        2026-03-01 | "app"   | 1440    | 36
        2026-03-01 | "api"   | 1440    |  0
        2026-03-02 | "app"   | 1440    |  0
        2026-03-02 | "api"   | 1440    |  0
      }
      expect service_downtime for 2026-03 = 0.625%
      expect service_downtime by service_days.service for 2026-03 = { "app": 1.25%, "api": 0% }
      expect status service_downtime for 2026-03 = off track
    }

    test "«releases by week, and how many fail|phát hành mỗi tuần và tỷ lệ lỗi»" {
      given releases {
        started_at          | released_at         | failed
        2026-02-01T09:00:00 | 2026-02-02T09:00:00 | false
        2026-02-03T09:00:00 | 2026-02-09T09:00:00 | true
        2026-02-10T09:00:00 | 2026-02-12T09:00:00 | false
        2026-02-16T09:00:00 | 2026-02-20T09:00:00 | false
      }
      expect releases_a_week for 2026-02 = 1
      expect failed_releases for 2026-02 = 25%
      expect time_to_users for 2026-02 = 3 days
    }

    test "«urgent incidents, and requests that are due|sự cố khẩn và yêu cầu đến hạn»" {
      given service_incidents {
        priority | opened_at           | resolved_at
        "high"   | 2026-03-01T10:00:00 | 2026-03-01T12:00:00
        "high"   | 2026-03-02T10:00:00 | 2026-03-02T16:00:00
        "normal" | 2026-03-03T10:00:00 | 2026-03-09T10:00:00
        "high"   | 2026-03-04T10:00:00 |
      }
      given it_requests {
        asked_at            | due_at              | done_at
        2026-03-01T10:00:00 | 2026-03-02T10:00:00 | 2026-03-02T10:00:00
        2026-03-01T10:00:00 | 2026-03-02T10:00:00 | 2026-03-02T11:00:00
        2026-03-02T10:00:00 | 2026-03-03T10:00:00 |
      }
      expect time_to_restore for 2026-03 = 4 hours
      expect urgent_incidents for 2026-03 = 3
      expect requests_in_time for 2026-03 = 1 / 3
    }
    """
}
