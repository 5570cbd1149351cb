import KPIInference
import KPIModel

/// The page that people open first.
extension OwnFiles {
  func pageName(in language: Edition.Language) -> String {
    language == edition.main ? "README.md" : "README.\(language.rawValue).md"
  }

  func page(in language: Edition.Language) -> String {
    let tables = project.tables.map { table in
      "| `\(table.name)` | `\(table.path)` | \(rows(table, in: language)) |"
    }
    let question =
      project.kpis.first.map {
        "\(Specification.quoted($0.metric.name)) --by \($0.cadence.rawValue)"
      }
      ?? project.metrics.first.map { Specification.quoted($0.name) } ?? ""
    return OwnFiles.page.text(in: language)
      .replacing("TABLES", with: tables.joined(separator: "\n"))
      .replacing("METRIC", with: question)
      .replacing("AS_OF", with: asOf)
  }

  private func rows(_ table: ProposedTable, in language: Edition.Language) -> String {
    let kind: Bilingual =
      switch table.rows {
      case .plain: Bilingual(en: "without a date", vi: "không có ngày")
      case .events, .dated: Bilingual(en: "events", vi: "sự kiện")
      case .snapshots: Bilingual(en: "snapshots of a stock", vi: "ảnh chụp số tồn")
      case .spans:
        Bilingual(en: "spans from a day to a day", vi: "khoảng thời gian từ ngày đến ngày")
      }
    return "\(table.rowCount), \(kind.text(in: language))"
  }

  private static let page = Bilingual(
    en: """
      # Our KPIs

      This folder says which numbers run the company, how each is computed from which data, who answers for it, and what
      value is expected by when. The program `kpi` reads it. It was begun from these files:

      | table | file | rows |
      | --- | --- | --- |
      TABLES

      The rows show what the values are, not what they are meant to be. So look over, in this order:

      1. **`data.kpi`**: is the date the one that counts? Are amounts in the right currency? A comment says where the
         file left a doubt.
      2. **`kpis.kpi`**: one or two numbers that somebody should answer for. Write who, which decision the number serves, and
         a target. The targets there are only measured against the past.
      3. **`metrics.kpi`**: a first set of numbers that the columns allow. Delete what nobody asks for; rename what is
         called otherwise in your company.
      4. **`company.kpi`**: your name, mission and calendar.

      ```sh
      kpi check                           # are the files right?
      kpi test                            # do the formulas mean what they should?
      kpi statusAS_OF
      kpi eval METRICAS_OF
      kpi check --profile standard        # what is still a placeholder?
      ```

      `--as-of` says which day it is for the numbers. When the files are exported anew every day, leave it out: it is today.

      """,
    vi: """
      # Các KPI của chúng ta

      Thư mục này cho biết những con số nào điều hành công ty, mỗi con số được tính thế nào và từ dữ liệu nào, ai chịu trách
      nhiệm, và giá trị nào được mong đợi vào lúc nào. Chương trình `kpi` đọc thư mục này. Nó được bắt đầu từ các tệp sau:

      | bảng | tệp | số dòng |
      | --- | --- | --- |
      TABLES

      Các dòng dữ liệu cho thấy giá trị là gì, chứ không cho thấy chúng có ý nghĩa gì. Vì vậy hãy xem lại, theo thứ tự:

      1. **`data.kpi`**: ngày được chọn có phải ngày cần tính không? Số tiền có đúng loại tiền không? Chỗ nào còn nghi ngờ
         đều có ghi chú.
      2. **`kpis.kpi`**: một hai con số cần có người chịu trách nhiệm. Hãy ghi ai phụ trách, con số giúp quyết định điều gì,
         và mục tiêu. Các mục tiêu ở đó chỉ là mức tạm so với quá khứ.
      3. **`metrics.kpi`**: bộ chỉ số đầu tiên mà các cột cho phép. Xóa những gì không ai hỏi; đổi tên những gì công ty bạn
         gọi khác.
      4. **`company.kpi`**: tên công ty, sứ mệnh và lịch.

      ```sh
      kpi check                           # các tệp có đúng không?
      kpi test                            # công thức có tính đúng ý không?
      kpi statusAS_OF
      kpi eval METRICAS_OF
      kpi check --profile standard        # còn chỗ nào để trống?
      ```

      `--as-of` cho biết các con số được tính tại ngày nào. Khi các tệp được xuất lại mỗi ngày, hãy bỏ nó đi: đó là hôm nay.

      """)
}
