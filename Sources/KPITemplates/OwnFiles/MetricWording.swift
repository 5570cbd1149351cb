import KPIInference

/// What the proposed metrics are called, and what is said about them, in both languages.
struct MetricWording {
  private var taken: Set<String> = []

  /// A name as people write it, without the marks that stand for something else in these texts.
  func name(_ text: String) -> String {
    let plain = text.map { "_«»|¤\"\\\n\t".contains($0) ? " " : $0 }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  /// The metric's label, which no other metric has.
  mutating func label(_ metric: ProposedMetric) -> Bilingual {
    let plain = plainLabel(metric)
    let label = Bilingual(en: capitalised(plain.english), vi: capitalised(plain.vietnamese))
    guard !taken.insert(label.english).inserted else { return label }
    let table = name(metric.table)
    return Bilingual(en: "\(label.english) (\(table))", vi: "\(label.vietnamese) (\(table))")
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func decapitalised(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private func plainLabel(_ metric: ProposedMetric) -> Bilingual {
    let table = name(metric.table)
    // What stands in parentheses is the unit, which is shown anyway.
    let subject = name(metric.subject.split(separator: "(").first.map(String.init) ?? "")
    // Within a sentence only a name keeps its capital.
    let inside = subject.dropFirst().first?.isUppercase == true ? subject : decapitalised(subject)
    switch metric.meaning {
    case .count: return Bilingual(en: "Number of \(table)", vi: "Số lượng \(table)")
    case .total
    where subject.lowercased().split(separator: " ").contains { $0 == "total" || $0 == "tổng" }:
      return Bilingual(en: subject, vi: subject)
    case .total: return Bilingual(en: "Total \(subject)", vi: "Tổng \(inside)")
    case .value: return Bilingual(en: "Value of \(table)", vi: "Giá trị \(table)")
    case .average: return Bilingual(en: "Average \(subject)", vi: "\(subject) bình quân")
    case .typical: return Bilingual(en: "Usual \(subject)", vi: "\(subject) thông thường")
    case .perPiece: return Bilingual(en: "\(subject) per piece", vi: "\(subject) trên mỗi đơn vị")
    case .margin: return Bilingual(en: "Margin", vi: "Biên lợi nhuận")
    case .share: return Bilingual(en: "Share: \(subject)", vi: "Tỷ lệ: \(subject)")
    case .onTime: return Bilingual(en: "Share on time", vi: "Tỷ lệ đúng hạn")
    case .distinct: return Bilingual(en: "Active \(subject)", vi: "Số \(inside) có phát sinh")
    case .newcomers: return Bilingual(en: "New \(subject)", vi: "\(subject) mới")
    case .perEntity:
      return Bilingual(en: "\(table) per \(subject)", vi: "Số \(table) trên mỗi \(subject)")
    case .daysUntil: return Bilingual(en: "Days until \(subject)", vi: "Số ngày đến \(inside)")
    case .growth(let length):
      return Bilingual(
        en: "Growth of \(subject) in a \(length == .year ? "year" : "month")",
        vi: "Tăng trưởng \(inside) so với \(length == .year ? "cùng kỳ năm trước" : "tháng trước")"
      )
    case .atEnd: return Bilingual(en: "\(table) at the end", vi: "\(table) cuối kỳ")
    case .started: return Bilingual(en: "\(table) that started", vi: "\(table) bắt đầu trong kỳ")
    case .ended: return Bilingual(en: "\(table) that ended", vi: "\(table) kết thúc trong kỳ")
    case .turnover: return Bilingual(en: "Turnover of \(table)", vi: "Tỷ lệ biến động \(table)")
    case .closing: return Bilingual(en: "\(subject) at the end", vi: "\(subject) cuối kỳ")
    case .usualAge:
      return Bilingual(en: "Usual age of \(table)", vi: "Thâm niên thông thường của \(table)")
    }
  }

  /// The comment above the metric.
  func documentation(_ metric: ProposedMetric) -> String {
    let text = explanation(metric)
    return "en: /// \(text.english)\nvi: /// \(text.vietnamese)"
  }

  private func explanation(_ metric: ProposedMetric) -> Bilingual {
    let table = name(metric.table)
    switch metric.meaning {
    case .count:
      return Bilingual(en: "The rows of \(table).", vi: "Số dòng của \(table).")
    case .total:
      return Bilingual(en: "All of them added up.", vi: "Cộng tất cả các dòng.")
    case .value:
      return Bilingual(
        en: "The pieces times the price of each, row by row.",
        vi: "Số lượng nhân đơn giá, từng dòng.")
    case .average:
      return Bilingual(
        en: "A ratio of sums, so it is right for every period and group.",
        vi: "Tỷ số của các tổng, nên đúng cho mọi kỳ và mọi nhóm.")
    case .typical, .daysUntil:
      return Bilingual(
        en: "Half of the rows are below it, half above. Rows without a value are not in it.",
        vi: "Một nửa số dòng thấp hơn, một nửa cao hơn. Dòng không có giá trị không được tính.")
    case .perPiece:
      return Bilingual(en: "All money over all pieces.", vi: "Tổng tiền chia cho tổng số lượng.")
    case .margin:
      return Bilingual(
        en: "What is left after the cost, as a part of it all.",
        vi: "Phần còn lại sau khi trừ chi phí, trên tổng thu.")
    case .share:
      return Bilingual(en: "As a part of all rows.", vi: "Trên tổng số dòng.")
    case .onTime:
      return Bilingual(
        en: "As a part of the rows with both dates.", vi: "Trên các dòng có đủ hai ngày.")
    case .distinct:
      return Bilingual(
        en: "Each counts once in a period; months do not add up to a year.",
        vi: "Mỗi đối tượng chỉ tính một lần trong kỳ; cộng các tháng không thành năm.")
    case .newcomers:
      return Bilingual(
        en: "Those that were never there before.", vi: "Những đối tượng lần đầu xuất hiện.")
    case .perEntity:
      return Bilingual(
        en: "How often each comes, on average.", vi: "Bình quân mỗi đối tượng có bao nhiêu.")
    case .growth:
      return Bilingual(
        en: "Over the same period before, less 1.", vi: "So với kỳ tương ứng trước đó, trừ 1.")
    case .atEnd:
      return Bilingual(
        en: "Those that have started and not ended when the period ends.",
        vi: "Những dòng đã bắt đầu và chưa kết thúc vào cuối kỳ.")
    case .started:
      return Bilingual(en: "By the day on which they start.", vi: "Tính theo ngày bắt đầu.")
    case .ended:
      return Bilingual(en: "By the day on which they end.", vi: "Tính theo ngày kết thúc.")
    case .turnover:
      return Bilingual(
        en: "Those that ended, over the mean of opening and closing.",
        vi: "Số kết thúc chia cho bình quân đầu kỳ và cuối kỳ.")
    case .closing:
      return Bilingual(
        en: "A stock: what there is at the end of the period. It does not add up over time.",
        vi: "Số tồn: mức có tại cuối kỳ. Không cộng dồn theo thời gian.")
    case .usualAge:
      return Bilingual(
        en: "How long half of them have been there at the end.",
        vi: "Một nửa trong số đó đã có mặt ít nhất bấy lâu tính đến cuối kỳ.")
    }
  }
}

extension Bilingual {
  /// As `Edition` reads it.
  var markup: String { "«\(english)|\(vietnamese)»" }
}
