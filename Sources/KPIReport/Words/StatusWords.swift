package import KPIModel
import KPIScorecard
package import KPIText

extension Status {
  /// The word for people.
  package var wording: Wording {
    switch self {
    case .exceeding: Wording(en: "Exceeding", vi: "Vượt mục tiêu")
    case .onTrack: Wording(en: "On track", vi: "Đạt mục tiêu")
    case .atRisk: Wording(en: "At risk", vi: "Có rủi ro")
    case .offTrack: Wording(en: "Off track", vi: "Chưa đạt")
    case .noData: Wording(en: "No data", vi: "Chưa có dữ liệu")
    case .noTarget: Wording(en: "No target", vi: "Chưa có mục tiêu")
    case .partial: Wording(en: "Running", vi: "Kỳ đang chạy")
    case .notMature: Wording(en: "Not mature", vi: "Chưa đủ thời gian")
    case .smallSample: Wording(en: "Small sample", vi: "Mẫu quá nhỏ")
    }
  }

  /// What the word means.
  var explanation: Wording {
    switch self {
    case .exceeding:
      Wording(en: "At or past the stretch value.", vi: "Bằng hoặc vượt mức phấn đấu.")
    case .onTrack:
      Wording(en: "At or past the target.", vi: "Bằng hoặc tốt hơn mục tiêu.")
    case .atRisk:
      Wording(
        en: "Between the target and the threshold.", vi: "Nằm giữa mục tiêu và ngưỡng chấp nhận.")
    case .offTrack:
      Wording(en: "Misses the target.", vi: "Không đạt mục tiêu.")
    case .noData:
      Wording(en: "There is no value to judge.", vi: "Không có giá trị để đánh giá.")
    case .noTarget:
      Wording(
        en: "No target is in force for the period.", vi: "Kỳ này không có mục tiêu nào có hiệu lực."
      )
    case .partial:
      Wording(en: "The period is not over.", vi: "Kỳ này chưa kết thúc.")
    case .notMature:
      Wording(
        en: "What counts for the period is still happening.",
        vi: "Những gì tính cho kỳ này vẫn còn đang diễn ra.")
    case .smallSample:
      Wording(
        en: "Too few cases stand behind the value.", vi: "Có quá ít trường hợp đứng sau giá trị.")
    }
  }

  /// The name of its colours and of its shape in the style sheet.
  var styleName: String { optionName }

  /// The gravest first, as a reader looks for them.
  static let byUrgency: [Status] = [
    .offTrack, .atRisk, .onTrack, .exceeding, .partial, .notMature, .smallSample, .noTarget,
    .noData,
  ]

  var urgency: Int { Status.byUrgency.firstIndex(of: self) ?? Status.byUrgency.count }
}

extension MissingReason {
  /// Why there is no value.
  var wording: Wording {
    switch self {
    case .noRows: Wording(en: "no rows", vi: "không có dòng dữ liệu")
    case .divisionByZero: Wording(en: "division by zero", vi: "chia cho không")
    case .outOfRange: Wording(en: "out of range", vi: "vượt giới hạn số")
    case .noValue: Wording(en: "no value", vi: "không có giá trị")
    case .notMature: Wording(en: "not mature", vi: "chưa đủ thời gian")
    }
  }
}
