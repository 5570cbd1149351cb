/// The words of a header, compared with the words that people use for one idea.
struct HeaderWords {
  let words: [String]

  init(_ header: String) {
    var words: [String] = [""]
    var isAfterSmall = false
    for character in header {
      let isWord = character.isLetter || character.isNumber
      if !isWord || character.isUppercase && isAfterSmall { words.append("") }
      if isWord { words[words.count - 1] += character.lowercased() }
      isAfterSmall = isWord && !character.isUppercase
    }
    self.words = words.filter { !$0.isEmpty }
  }

  /// Whether one of the idea's phrases stands in the header, word by word.
  func mention(_ idea: Idea) -> Bool {
    idea.phrases.contains { phrase in
      words.indices.contains { words[$0...].starts(with: phrase) }
    }
  }

  /// The words, those that are plural in the singular.
  var stems: Set<String> { Set(words.map(HeaderWords.singular)) }

  /// Words for what names a thing, whichever thing it is.
  static let identifying: Set<String> = [
    "id", "code", "key", "no", "number", "uuid", "ref", "mã", "ma", "số", "so",
  ]

  /// `order` for `orders`, `company` for `companies`; other words as they are.
  static func singular(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !["ss", "us", "is"].contains(String(word.suffix(2)))
    else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let hasVowel = ["ches", "shes", "sses", "xes"].contains { word.hasSuffix($0) }
    return String(word.dropLast(hasVowel ? 2 : 1))
  }

  /// Something that headers speak of, in the words of English and Vietnamese exports.
  struct Idea {
    let phrases: [[String]]

    init(_ phrases: String) {
      self.phrases = phrases.split(separator: ",").map {
        $0.split(separator: " ").map(String.init)
      }
    }
  }
}

extension HeaderWords.Idea {
  static let start = Self(
    "start, started, begin, began, hired, hire, joined, join, subscribed, opened, valid from, from,"
      + "bắt đầu, bat dau, vào làm, vao lam, nhận việc, hiệu lực, gia nhập")
  static let end = Self(
    "end, ended, left, leave, terminated, termination, cancelled, canceled, churned, unsubscribed,"
      + "valid to, valid until, until, expired, expires, closed,"
      + "kết thúc, ket thuc, nghỉ việc, nghi viec, thôi việc, hết hạn, hủy, rời")
  static let opened = Self("opened, open, start, started, begin")
  static let closed = Self("closed")

  /// Dates that do not say when the row happened.
  static let otherDay = Self(
    "birth, birthday, dob, born, due, deadline, expected, expiry, expires, planned, updated, update,"
      + "modified, last, next, sinh, ngay sinh, hạn, han, dự kiến, du kien, cập nhật, cap nhat, tiếp theo,"
      + "gần nhất")
  static let birth = Self("birth, birthday, dob, born, sinh, ngay sinh")

  /// Rows that repeat a stock.
  static let stock = Self(
    "stock, inventory, balance, balances, on hand, snapshot, as of, counted, closing, headcount, mrr,"
      + "backlog, tồn, tồn kho, ton kho, số dư, so du, kiểm kê, kiem ke")

  static let money = Self(
    "amount, price, cost, costs, revenue, sales, total, subtotal, spend, spent, budget, fee, fees, tax,"
      + "value, salary, payroll, profit, discount, paid, income, expense, expenses, balance, mrr, gmv,"
      + "tiền, tien, giá, đơn giá, don gia, doanh thu, doanh số, doanh so, chi phí, chi phi, giá trị,"
      + "gia tri, lương, luong, lợi nhuận, loi nhuan, thuế, giảm giá, công nợ, cong no")
  /// Money of one piece, which adds up to nothing.
  static let unitPrice = Self(
    "price, unit price, unit cost, list price, rate, exchange rate, đơn giá, don gia, giá bán, giá vốn,"
      + "gia ban, tỷ giá, ty gia")
  static let quantity = Self(
    "quantity, qty, units, pieces, count, số lượng, so luong, sl")

  /// Numbers that describe a row and add up to nothing.
  static let measurement = Self(
    "score, rating, stars, nps, csat, age, temperature, percent, percentage, probability, ratio, index,"
      + "rank, level, weight factor, điểm, diem, đánh giá, danh gia, tuổi, tuoi, xác suất, xac suat, tỷ lệ,"
      + "ty le, hạng")
  /// Numbers that are no amounts at all.
  static let label = Self(
    "year, month, week, day, quarter, hour, lat, latitude, lng, lon, longitude, number, position, order no,"
      + "stt, row, index, version, năm, nam, tháng, thang, tuần, tuan, quý, quy")

  static let status = Self(
    "status, state, stage, result, outcome, type, kind, trạng thái, trang thai, tình trạng, tinh trang,"
      + "giai đoạn, giai doan, kết quả, ket qua, loại, loai, tình hình")

  static let seconds = Self("seconds, second, secs, sec, giây, giay")
  static let minutes = Self("minutes, minute, mins, min, phút, phut")
  static let hours = Self("hours, hour, hrs, giờ, gio")
  static let days = Self("days, số ngày, so ngay")

  static let income = Self(
    "revenue, sales, amount, total, income, gmv, doanh thu, doanh số, thành tiền, doanh so")
  static let cost = Self("cost, costs, cogs, expense, expenses, giá vốn, gia von, chi phí, chi phi")
  static let identifier = Self("id, code, mã, ma, key, sku")
  static let due = Self("due, deadline, promised, expected, hạn, han, dự kiến, du kien, cam kết")
  static let done = Self(
    "delivered, paid, closed, resolved, completed, finished, done, shipped, won, received, giao, đã giao,"
      + "thanh toán, hoàn thành, hoàn tất, đóng, xử lý xong, nhận")
}
