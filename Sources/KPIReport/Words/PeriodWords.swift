import KPIModel
import KPIText

/// Periods and days as people read them.
struct PeriodWords {
  let calendar: Calendar
  let language: Language

  /// `October 2026`, `week 44, 2026`; a fiscal period as the language writes it.
  func text(_ period: Period) -> String {
    let name = calendar.text(of: period)
    let parts = name.split(separator: "-").map(String.init)
    switch period.grain {
    case .month: return month(period.start.date.month, period.start.date.year)
    case .quarter where parts.count == 2, .half where parts.count == 2:
      let number = parts[1].dropFirst()
      let word =
        period.grain == .half ? Wording(en: "H", vi: "nửa năm ") : Wording(en: "Q", vi: "quý ")
      return "\(language(word))\(number)" + separator + parts[0]
    case .week where parts.count == 2:
      let number = Int(parts[1].dropFirst()).map(String.init) ?? parts[1]
      switch language {
      case .english: return "week \(number), \(parts[0])"
      case .vietnamese: return "tuần \(number)/\(parts[0])"
      }
    case .day: return text(period.start)
    default: return name
    }
  }

  private var separator: String { language == .english ? " " : "/" }

  private func month(_ number: Int, _ year: Int) -> String {
    switch language {
    case .english: "\(PeriodWords.months[number - 1]) \(year)"
    case .vietnamese: "tháng \(number)/\(year)"
    }
  }

  /// `31 October 2026`, `31/10/2026`.
  func text(_ day: Day) -> String {
    let date = day.date
    switch language {
    case .english: return "\(date.day) \(PeriodWords.months[date.month - 1]) \(date.year)"
    case .vietnamese: return "\(padded(date.day, 2))/\(padded(date.month, 2))/\(date.year)"
    }
  }

  /// The mark below an axis, and the year that it belongs to: `Oct`, 2026.
  func mark(_ period: Period) -> (name: String, year: String) {
    let date = period.start.date
    switch period.grain {
    case .month:
      let name =
        language == .english
        ? String(PeriodWords.months[date.month - 1].prefix(3)) : "T\(date.month)"
      return (name, "\(date.year)")
    case .day:
      let name =
        language == .english
        ? "\(date.day) \(PeriodWords.months[date.month - 1].prefix(3))"
        : "\(date.day)/\(date.month)"
      return (name, "\(date.year)")
    default:
      let parts = calendar.text(of: period).split(separator: "-", maxSplits: 1)
      return parts.count == 2 ? (String(parts[1]), String(parts[0])) : (String(parts[0]), "")
    }
  }

  /// `every month`.
  func cadence(_ grain: Grain) -> String {
    switch language {
    case .english: "every \(grain.spoken)"
    case .vietnamese: "mỗi \(PeriodWords.vietnamese(grain))"
    }
  }

  /// The period before, as a change is measured from it: `from the month before`.
  func sinceBefore(_ grain: Grain) -> String {
    switch language {
    case .english: "from the \(grain.spoken) before"
    case .vietnamese: "so với \(PeriodWords.vietnamese(grain)) trước"
    }
  }

  static func vietnamese(_ grain: Grain) -> String {
    let fiscal = grain.isFiscal ? " tài chính" : ""
    switch grain {
    case .day: return "ngày"
    case .week, .fiscalWeek: return "tuần" + fiscal
    case .month, .fiscalMonth: return "tháng" + fiscal
    case .quarter, .fiscalQuarter: return "quý" + fiscal
    case .half, .fiscalHalf: return "nửa năm" + fiscal
    case .year, .fiscalYear: return "năm" + fiscal
    }
  }

  private static let months = Calendar.monthNames.map { $0.prefix(1).uppercased() + $0.dropFirst() }
}
