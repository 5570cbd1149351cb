extension Department {
  static let keyResults = Department(
    name: "okr",
    label: Bilingual(en: "Objectives and key results", vi: "Mục tiêu và kết quả then chốt (OKR)"),
    summary: Bilingual(
      en:
        "A team's quarter: three objectives, their key results from here to there, and the KPIs that keep running.",
      vi:
        "Một quý của nhóm: ba mục tiêu, kết quả then chốt từ đâu đến đâu, và các KPI vẫn chạy liên tục."
    ),
    files: [
      ("measures", KeyResults.measures), ("okrs", KeyResults.strategy),
      ("data", KeyResults.tables), ("tests", KeyResults.tests),
    ],
    guide: KeyResults.guide,
    data: { KeyResultsData.tables() })
}

extension KeyResults {
  static let guide = Department.Guide(
    opening: Bilingual(
      en: """
        A KPI says whether something runs well, and keeps running. An objective says what is to be different at the end of the
        quarter, in words; its key results say how you will know: a number, from where it stands to where it is to be. So the
        two belong together. The KPIs in `measures.kpi` are watched every month; `okrs.kpi` picks some of them and goes further
        for one quarter.

        Each key result is graded from 0.0 to 1.0 by the way that is gone, and the objective by their mean. What is `committed`
        must be reached in full. What is `aspirational` is set so high that 0.7 is well done; whoever reaches 1.0 every time
        sets it too low. A grade is no bonus: tie pay to it, and the goals become small.
        """,
      vi: """
        KPI cho biết việc gì đang chạy tốt, và chạy liên tục. Mục tiêu (objective) nói bằng lời điều phải khác đi vào cuối quý;
        kết quả then chốt (key result) cho biết nhận ra điều đó bằng cách nào: một con số, từ mức hiện tại đến mức cần đạt. Vì
        vậy hai thứ đi cùng nhau. Các KPI trong `measures.kpi` được theo dõi mỗi tháng; `okrs.kpi` chọn vài KPI trong đó để
        bứt phá trong một quý.

        Mỗi kết quả then chốt được chấm từ 0,0 đến 1,0 theo quãng đường đã đi, và mục tiêu được chấm bằng trung bình của chúng.
        Kết quả cam kết (`committed`) phải đạt trọn vẹn. Kết quả khát vọng (`aspirational`) được đặt cao đến mức 0,7 đã là tốt;
        ai lần nào cũng đạt 1,0 là đặt quá thấp. Điểm này không phải tiền thưởng: gắn với lương thì mục tiêu sẽ bị đặt thấp.
        """),
    decisions: [
      (
        "members_joined",
        Bilingual(
          en: "Where to be seen next month.", vi: "Tháng tới nên xuất hiện ở đâu.")
      ),
      (
        "members_settled",
        Bilingual(
          en: "What a new member sees and hears in the first week.",
          vi: "Hội viên mới thấy và nghe gì trong tuần đầu.")
      ),
      (
        "members_by_friends",
        Bilingual(
          en: "Whether to spend on advertising or on those who are here.",
          vi: "Chi cho quảng cáo hay cho hội viên hiện có.")
      ),
      (
        "answer_time",
        Bilingual(
          en: "Who answers when, and which answers to write down.",
          vi: "Ai trả lời vào lúc nào, và câu trả lời nào cần viết sẵn.")
      ),
      (
        "pages_at_once",
        Bilingual(
          en: "Which page to make lighter next.", vi: "Tiếp theo làm nhẹ trang nào.")
      ),
      (
        "app_defects",
        Bilingual(
          en: "Whether to build the next thing or to mend the last.",
          vi: "Làm tính năng mới hay sửa cái vừa làm.")
      ),
      (
        "club_income",
        Bilingual(
          en: "Which kind of membership to offer first.",
          vi: "Ưu tiên giới thiệu loại hội viên nào.")
      ),
    ],
    firstChanges: [
      Bilingual(
        en:
          "The objectives in `okrs.kpi`: three at most, without a number in them. If nobody in the team would tell it to a friend, it is not one.",
        vi:
          "Các mục tiêu trong `okrs.kpi`: tối đa ba, không chứa con số. Nếu không ai trong nhóm muốn kể với bạn bè thì chưa phải mục tiêu."
      ),
      Bilingual(
        en:
          "The key results: results and not work. \"Launch the letter\" is an `initiative`; that more members come again is the key result.",
        vi:
          "Các kết quả then chốt: là kết quả, không phải việc làm. \"Ra mắt thư chào mừng\" là `initiative`; nhiều hội viên quay lại hơn mới là kết quả then chốt."
      ),
      Bilingual(
        en:
          "The baselines after `from`: run `kpi eval` for the quarter before, and write what it says. What adds up over the quarter, such as a sum, starts `from 0`.",
        vi:
          "Mức xuất phát sau `from`: chạy `kpi eval` cho quý trước và ghi kết quả. Số cộng dồn trong quý, chẳng hạn một tổng, bắt đầu `from 0`."
      ),
      Bilingual(
        en:
          "At the end of the quarter: read the grades together, write down what you learnt, and put the next quarter after `for`.",
        vi:
          "Cuối quý: cùng đọc điểm, ghi lại bài học, rồi ghi quý tiếp theo sau `for`."),
    ],
    story: Bilingual(
      en: """
        The rows are invented: a club with an app. It grows, and the new year's holiday in February is quiet. In August 2026 a
        release made the app slow on telephones; questions piled up, and fewer of those who joined came again. The quarter of
        the objectives, October to December 2026, is a third over when the rows end, so the grades are those of the first month;
        the status says where it leads if it goes on like this.
        """,
      vi: """
        Dữ liệu là giả định: một câu lạc bộ có ứng dụng. Câu lạc bộ tăng trưởng, và tháng 2 (Tết) ít khách. Tháng 8/2026 một bản
        phát hành làm ứng dụng chậm trên điện thoại; câu hỏi dồn lại và ít hội viên mới quay lại hơn. Quý của các mục tiêu,
        tháng 10 đến tháng 12/2026, mới qua một phần ba khi dữ liệu kết thúc, nên điểm là của tháng đầu; trạng thái cho biết nếu
        cứ tiếp tục như vậy thì sẽ đến đâu.
        """),
    question: "members_settled,answer_time,pages_at_once --by month")
}
