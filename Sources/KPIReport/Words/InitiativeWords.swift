import KPIModel
import KPIText

extension Initiative.State {
  /// The word for people.
  var wording: Wording {
    switch self {
    case .planned: Wording(en: "Planned", vi: "Dự kiến")
    case .active: Wording(en: "Active", vi: "Đang thực hiện")
    case .onHold: Wording(en: "On hold", vi: "Tạm dừng")
    case .done: Wording(en: "Done", vi: "Đã xong")
    case .cancelled: Wording(en: "Cancelled", vi: "Đã huỷ")
    }
  }
}
