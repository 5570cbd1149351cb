/// The page that the owner of the shop opens first.
extension Shop {
  static let readme = Bilingual(
    en: """
      # Lantern Roastery's KPIs

      This folder says which numbers run the shop, how each is computed from which data, who answers for it,
      and what value is expected by when. The program `kpi` reads it. The shop and its rows are invented: change
      them into yours.

      | file | says | who changes it |
      | --- | --- | --- |
      | `company.kpi` | the company, its calendar, owners, departments and objectives | the management |
      | `data.kpi` | which files hold the rows, and what each column means | whoever exports the data |
      | `sales.kpi` | the metrics and the six KPIs with their targets | the department heads |
      | `tests.kpi` | a few rows, and what the numbers must be for them | whoever changes a formula |
      | `data/` | orders and customers from May 2025 to October 2026 | the export |

      ## Every day

      ```sh
      kpi check                                    # are the files right?
      kpi test                                     # do the formulas mean what they should?
      kpi status --as-of 2026-10-31                # each KPI: value, target, status
      kpi eval monthly_revenue --by month,orders.channel --as-of 2026-10-31
      kpi explain average_order                    # where does this number come from?
      ```

      `--as-of` says which day it is for the numbers, because these rows end on 2026-10-31. With your own data, leave
      it out: it is today.

      ## Changing a target

      Open `sales.kpi`, find the KPI, change the line:

      ```kpi
        target     at least 15%
      ```

      A target that changes with time keeps its past, so that last year is still judged by last year's target:

      ```kpi
        target {
          from 2026-01 at least 3000 ¤
          from 2026-07 at least 3300 ¤
        }
      ```

      After a review, put its date in the `review` line. Then run `kpi check`; a mistake is shown with its place and
      what to write instead.

      ## Your own data

      Put an export into `data/`, run `kpi table data/FILE.csv`, and paste what it prints into `data.kpi`. Columns that
      are named otherwise in the export keep their name there: `amount: ¤ from "Order total"`.

      """,
    vi: """
      # KPI của Lantern Roastery

      Thư mục này ghi rõ cửa hàng vận hành theo những con số nào, mỗi số được tính từ dữ liệu nào, ai chịu trách nhiệm, và
      cần đạt giá trị nào vào lúc nào. Chương trình `kpi` đọc thư mục này. Cửa hàng và dữ liệu là giả định: hãy thay bằng
      của bạn.

      | tệp | nội dung | ai sửa |
      | --- | --- | --- |
      | `company.kpi` | công ty, lịch, người phụ trách, bộ phận và mục tiêu chiến lược | ban quản lý |
      | `data.kpi` | dữ liệu nằm ở tệp nào, từng cột nghĩa là gì | người xuất dữ liệu |
      | `sales.kpi` | các số đo và sáu KPI cùng mục tiêu | trưởng bộ phận |
      | `tests.kpi` | vài dòng dữ liệu và kết quả phải ra | người sửa công thức |
      | `data/` | đơn hàng và khách hàng từ tháng 5/2025 đến tháng 10/2026 | phần mềm bán hàng |

      ## Hằng ngày

      ```sh
      kpi check                                    # các tệp có đúng không?
      kpi test                                     # công thức có đúng ý không?
      kpi status --as-of 2026-10-31                # từng KPI: giá trị, mục tiêu, trạng thái
      kpi eval monthly_revenue --by month,orders.channel --as-of 2026-10-31
      kpi explain average_order                    # con số này từ đâu ra?
      ```

      `--as-of` cho biết các con số được hỏi vào ngày nào, vì dữ liệu mẫu kết thúc ngày 2026-10-31. Với dữ liệu của bạn, hãy bỏ
      tùy chọn này: mặc định là hôm nay.

      ## Đổi mục tiêu

      Mở `sales.kpi`, tìm KPI, sửa dòng:

      ```kpi
        target     at least 15%
      ```

      Mục tiêu thay đổi theo thời gian vẫn giữ quá khứ của nó, để năm ngoái được đánh giá theo mục tiêu năm ngoái:

      ```kpi
        target {
          from 2026-01 at least 3000 ¤
          from 2026-07 at least 3300 ¤
        }
      ```

      Sau mỗi lần xem xét, ghi ngày vào dòng `review`. Rồi chạy `kpi check`; lỗi nào cũng được chỉ ra chỗ sai và cách sửa.

      ## Dữ liệu của bạn

      Đặt tệp xuất vào `data/`, chạy `kpi table data/TỆP.csv`, rồi dán kết quả vào `data.kpi`. Cột có tên khác trong tệp vẫn giữ
      tên đó: `amount: ¤ from "Thành tiền"`.

      """)
}
