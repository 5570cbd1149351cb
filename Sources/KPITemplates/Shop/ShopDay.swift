/// A day of the sample data; starters depend on no other module, so they bring what little calendar they need.
struct ShopDay: Comparable {
  let year: Int
  let month: Int
  let day: Int

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Sakamoto's method: the weekday from a table of what each month adds, 0 for Sunday.
  var isWeekend: Bool {
    let added = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    let weekday = (year + year / 4 - year / 100 + year / 400 + added[month - 1] + day) % 7
    return weekday == 0 || weekday == 6
  }

  var text: String { "\(year)-\(digits(month, width: 2))-\(digits(day, width: 2))" }

  static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
