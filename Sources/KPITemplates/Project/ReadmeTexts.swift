/// The pages with words in capitals, in whose place comes what is different from project to project.
extension CompanyTexts {
  static let readme = Bilingual(
    en: """
      # Our KPIs

      This folder says which numbers run the company, how each is computed from which data, who answers for it, and what
      value is expected by when. The program `kpi` reads it. Everything in it is an example that works: change it into
      yours, one department at a time.

      | folder | says |
      | --- | --- |
      | [`company.kpi`](company.kpi) | who we are, our mission, currency and calendar |
      DEPARTMENTS

      Each department has the same files: its KPIs with their targets; `strategy.kpi` with what they are for; `data.kpi`
      with what each column of the files in `data/` means; `tests.kpi` with a few rows and what the numbers must be for
      them; and a page for its head.

      ## Every day

      ```sh
      kpi check                           # are the files right?
      kpi test                            # do the formulas mean what they should?
      kpi status --as-of 2026-10-31       # each KPI: value, target, status
      kpi report --output scorecard --as-of 2026-10-31   # the same as pages: open scorecard/index.html
      kpi eval QUESTION --as-of 2026-10-31
      ```

      `--as-of` says which day it is for the numbers, because the sample rows end on 2026-10-31. With your own data, leave
      it out: it is today.

      ## From the example to your own

      1. **Owners**: each department's file begins with who answers. Write the name and the address.
      2. **Data**: put your export into the department's `data/`, run `kpi table FOLDER/data/FILE.csv`, and paste what it prints
         into `data.kpi` in place of the table there. A column that is named otherwise in the file keeps its name:
         `created_on: date from "Date created"`.
      3. **Targets**: nobody should run on an example's target. In place of `target example at least 15%` write yours,
         `target at least 12%`, and the day on which you looked the KPI over: `review every quarter, last 2026-11-15`.
      4. **What is left**: `kpi check --profile standard` lists every owner, target and review that is still an example. When
         it is short, take `profile starter` out of `company.kpi`, and the list is part of every check.

      A target that changes keeps its past, so that last year is still judged by last year's target:

      ```kpi
        target {
          from 2026-01 at least 15%
          from 2027-01 at least 18%
        }
      ```

      """,
    vi: """
      # KPI của chúng ta

      Thư mục này ghi rõ công ty vận hành theo những con số nào, mỗi số được tính từ dữ liệu nào, ai chịu trách nhiệm, và
      cần đạt giá trị nào vào lúc nào. Chương trình `kpi` đọc thư mục này. Mọi thứ ở đây là ví dụ chạy được ngay: hãy sửa dần
      thành của bạn, từng phòng ban một.

      | thư mục | nội dung |
      | --- | --- |
      | [`company.kpi`](company.kpi) | công ty, sứ mệnh, đơn vị tiền tệ và lịch |
      DEPARTMENTS

      Mỗi phòng ban có cùng một bộ tệp: các KPI kèm mục tiêu; `strategy.kpi` cho biết chúng phục vụ điều gì; `data.kpi` giải
      thích từng cột của các tệp trong `data/`; `tests.kpi` có vài dòng dữ liệu và kết quả phải ra; và một trang dành cho
      trưởng phòng.

      ## Hằng ngày

      ```sh
      kpi check                           # các tệp có đúng không?
      kpi test                            # công thức có đúng ý không?
      kpi status --as-of 2026-10-31       # từng KPI: giá trị, mục tiêu, trạng thái
      kpi report --output scorecard --language vi --as-of 2026-10-31   # dạng trang web: mở scorecard/index.html
      kpi eval QUESTION --as-of 2026-10-31
      ```

      `--as-of` cho biết các con số được hỏi vào ngày nào, vì dữ liệu mẫu kết thúc ngày 2026-10-31. Với dữ liệu của bạn, hãy bỏ
      tùy chọn này: mặc định là hôm nay.

      ## Từ ví dụ đến của riêng bạn

      1. **Người phụ trách**: tệp của mỗi phòng ban bắt đầu bằng người chịu trách nhiệm. Hãy ghi tên và địa chỉ email.
      2. **Dữ liệu**: đặt tệp xuất của bạn vào `data/` của phòng ban, chạy `kpi table FOLDER/data/FILE.csv`, rồi dán kết quả vào
         `data.kpi` thay cho bảng đang có. Cột có tên khác trong tệp vẫn giữ tên đó: `created_on: date from "Ngày tạo"`.
      3. **Mục tiêu**: đừng vận hành theo mục tiêu ví dụ. Thay `target example at least 15%` bằng mục tiêu của bạn,
         `target at least 12%`, và ghi ngày đã xem xét KPI: `review every quarter, last 2026-11-15`.
      4. **Những gì còn lại**: `kpi check --profile standard` liệt kê mọi người phụ trách, mục tiêu và lịch xem xét vẫn còn là ví
         dụ. Khi danh sách đã ngắn, hãy xóa `profile starter` trong `company.kpi`, từ đó lần kiểm tra nào cũng có danh sách này.

      Mục tiêu thay đổi vẫn giữ quá khứ của nó, để năm ngoái được đánh giá theo mục tiêu năm ngoái:

      ```kpi
        target {
          from 2026-01 at least 15%
          from 2027-01 at least 18%
        }
      ```

      """)

  static let departmentReadme = Bilingual(
    en: """
      # LABEL

      OPENING

      ## Which decision each KPI serves

      | KPI | name | what you decide by it |
      | --- | --- | --- |
      DECISIONS

      When one is off track, its line `when off track` in `FILE.kpi` says what was agreed for that case. Agree on it now,
      while nobody has to defend anything.

      ## What to change first

      1. The owner at the top of `FILE.kpi`: a name that somebody answers to, and an address that is read.
      CHANGES

      Then the targets: those named `example` are ours, not yours. `kpi check --profile standard` in the folder above says what
      is left.

      ## Ask

      ```sh
      kpi status --as-of 2026-10-31
      kpi eval QUESTION --as-of 2026-10-31
      ```

      ## The sample rows

      STORY

      """,
    vi: """
      # LABEL

      OPENING

      ## Mỗi KPI phục vụ quyết định nào

      | KPI | tên | bạn quyết định điều gì |
      | --- | --- | --- |
      DECISIONS

      Khi một KPI chệch hướng, dòng `when off track` của nó trong `FILE.kpi` cho biết việc đã thống nhất cho trường hợp đó. Hãy
      thống nhất ngay bây giờ, khi chưa ai phải biện minh điều gì.

      ## Sửa gì trước

      1. Người phụ trách ở đầu `FILE.kpi`: một người hoặc nhóm thật sự chịu trách nhiệm, và một địa chỉ có người đọc.
      CHANGES

      Sau đó là mục tiêu: mục tiêu mang tên `example` là của chúng tôi, không phải của bạn. `kpi check --profile standard` ở thư
      mục cha cho biết còn lại những gì.

      ## Hãy hỏi

      ```sh
      kpi status --as-of 2026-10-31
      kpi eval QUESTION --as-of 2026-10-31
      ```

      ## Dữ liệu mẫu

      STORY

      """)
}
